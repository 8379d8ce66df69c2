// Names of customer credit in both languages: position, report, over-limit request.
import type { Names } from './define.ts'

export const creditNames = {
  'list.credit-use': ['授信使用情况', 'Credit use'],
  'query.credit-position': ['授信占用', 'Credit position'],
  'command.request-credit-override': ['申请超信', 'Ask for over-limit approval'],
  'record.credit-override': ['超信审批', 'Over-limit approval'],
  'field.credit-use.receivables': ['未收应收', 'Receivables'],
  'field.credit-use.advances': ['已收未分摊', 'Received, not applied'],
  'field.credit-use.contracts': ['已签未发货', 'Signed, not shipped'],
  'field.credit-use.use': ['使用率 %', 'Used %'],
  'field.credit-use.owner': ['业务员', 'Salesperson'],
  'field.exposure': ['已用额度', 'Credit used'],
  'field.free': ['可用额度', 'Credit free'],
  'field.excess': ['超出额度', 'Over the limit'],
  'field.overdueDays': ['最长逾期天数', 'Longest overdue, days'],
  'field.expiresOn': ['有效期至', 'Good until'],
  'credit-part.receivables': ['未收应收', 'Receivables'],
  'credit-part.addition': ['本次', 'This one'],
  'credit-part.advances': ['已收未分摊', 'Received, not applied'],
  'credit-part.contracts': ['已签未发货', 'Signed, not shipped'],
  'credit-state.unlimited': ['不限额', 'Unlimited'],
  'credit-state.within': ['额度内', 'Within the limit'],
  'credit-state.over-limit': ['超额度', 'Over the limit'],
  'credit-state.overdue': ['逾期超限', 'Overdue'],
  'credit-state.rate-missing': ['缺汇率', 'No exchange rate'],
} as const satisfies Names
