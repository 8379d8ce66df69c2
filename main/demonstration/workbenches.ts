// Desks in use: what each person of the demonstration has written on their note, and pinned to the menu.
import type { Send } from './send.ts'
import type { World } from './world.ts'

/** The note of the ready-made desks (main/modules/workbench/ready-made.ts). */
const NOTE = 'workbench.note.note'

const notes: Readonly<Record<string, string>> = {
  sales: '· Pacific Outdoor：下午问春季订单的数量\n· 周五前给 Hanseatic 新报价（欧元涨了）\n· 展会名片还有 12 张没录',
  sales2: '· Lagos Star 的尾款催第二次\n· Al Noor 信用证草稿要在开证前看一遍',
  merchandiser: '· 绍兴锦绣：尾期验货没过，约复验\n· 慈溪明达开工晚了，周三去厂里看\n· 台州百顺外箱唛头等客户确认',
  purchaser: '· 永康鑫力明年价格，等铝价\n· 两家新厂要补验厂报告\n· 海田的模具费谈到对半',
  shipping: '· 船公司周四截单\n· 费利克斯托的柜子先要电放保函\n· 产地证打印纸快用完了',
  accountant: '· 月底前认领 MERIDIAN 那笔\n· 10 月退税缺两张工厂发票\n· 汇率每周一录',
  cashier: '· 下午去中行取回单\n· 明达的货款 12 月 3 日前付\n· 网银 U 盾 12 月到期',
  admin: '· 新同事下周一到，先建账号\n· 每月试一次恢复备份',
}
const favourites: Readonly<Record<string, readonly string[]>> = {
  boss: ['deal-profits', 'receivables-ageing', 'bank-accounts', 'sales-contracts'],
  manager: ['quotations', 'sales-contracts', 'receivables-ageing', 'customers'],
  sales: ['quotations', 'sales-contracts', 'customers'],
  shipping: ['shipments', 'customs-declarations'],
  auditor: ['audit', 'contract-register'],
}
/** How often each of them has opened what, so that "opened most" has something to show. */
const opened: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  boss: { today: 14, approvals: 11, shipments: 8, 'payment-requests': 6, customers: 5, quotations: 3 },
  manager: { today: 12, deals: 9, shipments: 7, 'profit-estimates': 5, products: 3 },
}

export const workbenches = async ({ people }: World, as: (user: string) => Send): Promise<void> => {
  const keep = (user: string, key: string, value: unknown) => as(user)('remember', { key, value: JSON.stringify(value) })
  for (const [user, text] of Object.entries(notes)) if (people.byUser.has(user)) await keep(user, NOTE, text)
  for (const [user, keys] of Object.entries(favourites))
    await keep(user, 'navigation', { collapsed: false, closed: ['reports', 'settings'], favourites: keys })
  for (const [user, counts] of Object.entries(opened)) await keep(user, 'opened', counts)
}
