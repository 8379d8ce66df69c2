// The people of the demonstration company: one account for each ready-made role, and Northwind's nine employees as its salespeople of old.
import type { ReadyMadeRole } from '../../preload/contract/access.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import northwind from './data/northwind.json' with { type: 'json' }
import type { Send } from './send.ts'

/** Printed at founding and in the README; such passwords exist in a demonstration company only. */
export const DEMONSTRATION_PASSWORD = 'xinfeng-demo-2026'

export type Account = { user: string; name: string; nameEn: string; role: ReadyMadeRole }
export const accounts: readonly Account[] = [
  { user: 'boss', name: '陈国强', nameEn: 'Chen Guoqiang', role: 'owner' },
  { user: 'manager', name: '林慧', nameEn: 'Lin Hui', role: 'sales-manager' },
  { user: 'sales', name: '王芳', nameEn: 'Wang Fang', role: 'salesperson' },
  { user: 'sales2', name: '李明', nameEn: 'Li Ming', role: 'salesperson' },
  { user: 'merchandiser', name: '赵敏', nameEn: 'Zhao Min', role: 'merchandiser' },
  { user: 'purchaser', name: '孙伟', nameEn: 'Sun Wei', role: 'purchaser' },
  { user: 'shipping', name: '周洁', nameEn: 'Zhou Jie', role: 'shipping-clerk' },
  { user: 'accountant', name: '吴静', nameEn: 'Wu Jing', role: 'accountant' },
  { user: 'cashier', name: '郑丽', nameEn: 'Zheng Li', role: 'cashier' },
  { user: 'admin', name: '何磊', nameEn: 'He Lei', role: 'administrator' },
  { user: 'auditor', name: '谢文', nameEn: 'Xie Wen', role: 'auditor' },
]

export type People = { byUser: ReadonlyMap<string, string>; byEmployee: ReadonlyMap<number, string> }

/** Founds the company with its owner and makes the other accounts. */
export const createCompanyWithPeople = async (send: Send): Promise<People> => {
  const ownerId = newId()
  const { departmentId, roleIds } = await send('found-company', {
    company: {
      name: '信风演示外贸有限公司',
      nameEn: 'Tradewind Demonstration Trading Co., Ltd.',
      address: '浙江省宁波市鄞州区海晏北路 100 号',
      addressEn: '100 Haiyan North Road, Yinzhou District, Ningbo, China',
      drawingPlace: 'Ningbo, China',
      phone: '+86 574 8700 0000',
      email: 'info@demo.tradewind.invalid',
      taxNumber: '',
      baseCurrency: 'CNY',
      timeZone: 'Asia/Shanghai',
      ageingBasis: 'due-date',
      ageingBuckets: [30, 60, 90, 120],
      lockAfterMinutes: 60,
    },
    owner: { id: ownerId, login: 'boss', name: accounts[0]!.name, password: DEMONSTRATION_PASSWORD, language: 'zh' },
  })
  const salesId = newId()
  await send('create-department', { id: salesId, name: '业务部', nameEn: 'Sales', parentId: departmentId })
  const oldSalesId = newId()
  await send('create-department', { id: oldSalesId, name: '北风部', nameEn: 'Northwind', parentId: salesId })
  const byUser = new Map([['boss', ownerId]])
  const user = async (login: string, name: string, nameEn: string, role: ReadyMadeRole, department: string): Promise<string> => {
    const id = newId()
    const roleId = roleIds[role]
    if (roleId === undefined) throw new Error(`no role ${role}`)
    await send('create-user', {
      id,
      login,
      name,
      nameEn,
      email: '',
      phone: '',
      departmentId: department,
      roleIds: [roleId],
      language: 'zh',
      password: DEMONSTRATION_PASSWORD,
    })
    return id
  }
  for (const a of accounts.slice(1))
    byUser.set(
      a.user,
      await user(a.user, a.name, a.nameEn, a.role, a.role === 'salesperson' || a.role === 'sales-manager' ? salesId : departmentId),
    )
  const byEmployee = new Map<number, string>()
  for (const e of northwind.employees)
    byEmployee.set(
      e.id,
      await user(e.firstName.toLowerCase(), `${e.firstName} ${e.lastName}`, `${e.firstName} ${e.lastName}`, 'salesperson', oldSalesId),
    )
  return { byUser, byEmployee }
}
