// The chart of accounts a company starts with: codes and names of the Chinese accounting standards for enterprises. Frozen with migration 20.

export type ChartRow = {
  code: string
  nameZh: string
  nameEn: string
  kind: 'asset' | 'liability' | 'equity' | 'income' | 'expense'
  itemised: boolean
}
export const chart: readonly ChartRow[] = [
  { code: '1002', nameZh: '银行存款', nameEn: 'Bank', kind: 'asset', itemised: false },
  { code: '1122', nameZh: '应收账款', nameEn: 'Receivables', kind: 'asset', itemised: true },
  { code: '1123', nameZh: '预付账款', nameEn: 'Prepayments', kind: 'asset', itemised: true },
  { code: '1221', nameZh: '应收出口退税', nameEn: 'Tax refund receivable', kind: 'asset', itemised: true },
  { code: '1405', nameZh: '库存商品', nameEn: 'Goods', kind: 'asset', itemised: false },
  { code: '2202', nameZh: '应付账款', nameEn: 'Payables', kind: 'liability', itemised: true },
  { code: '2203', nameZh: '预收账款', nameEn: 'Advances received', kind: 'liability', itemised: true },
  { code: '222101', nameZh: '应交增值税（进项税额）', nameEn: 'Input VAT', kind: 'liability', itemised: false },
  { code: '2241', nameZh: '其他应付款', nameEn: 'Other payables', kind: 'liability', itemised: true },
  { code: '4001', nameZh: '期初资本', nameEn: 'Opening capital', kind: 'equity', itemised: false },
  { code: '6001', nameZh: '主营业务收入', nameEn: 'Sales revenue', kind: 'income', itemised: false },
  { code: '6401', nameZh: '主营业务成本', nameEn: 'Cost of sales', kind: 'expense', itemised: false },
  { code: '6601', nameZh: '销售费用', nameEn: 'Selling expense', kind: 'expense', itemised: false },
  { code: '6602', nameZh: '管理费用', nameEn: 'Administrative expense', kind: 'expense', itemised: false },
  { code: '6603', nameZh: '财务费用', nameEn: 'Financial expense', kind: 'expense', itemised: false },
]
