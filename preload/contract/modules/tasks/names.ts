// Names of today's tasks and follow-ups.
import type { Names } from '../../names/define.ts'

export const tasksNames = {
  'query.today': ['今日事务', 'Today’s tasks'],
  'query.bell': ['提醒', 'Reminders'],
  'query.bell-count': ['提醒数', 'Number of reminders'],
  'follow-up.quotation-expiring': ['报价有效期将到', 'Quotations expiring'],
  'follow-up.latest-shipment': ['最迟装运期将到', 'Latest shipment near'],
  'follow-up.letter-missing': ['信用证未到', 'Letter of credit not received'],
  'follow-up.letter-shipment': ['信用证装运期将到', 'Credit’s latest shipment near'],
  'follow-up.letter-presentation': ['信用证待交单', 'Documents to present'],
  'follow-up.letter-expiry': ['信用证有效期将到', 'Letter of credit expiring'],
  'follow-up.delivery': ['工厂交货期将到', 'Delivery by factory near'],
  'follow-up.milestone': ['生产节点到期', 'Production milestones due'],
  'follow-up.departure': ['开船日将到', 'Departure near'],
  'follow-up.arrival': ['到港日将到', 'Arrival near'],
  'follow-up.receivable-overdue': ['应收逾期', 'Receivables overdue'],
  'follow-up.payable-due': ['应付到期', 'Payables due'],
  'follow-up.freight-quotes-late': ['运费询价已到截止日', 'Freight quotes due'],
  'follow-up.freight-quote-expiring': ['选定运费即将过期', 'Chosen freight quote expiring'],
  'follow-up.request-to-pay': ['待付款的申请', 'Requests to pay'],
  'follow-up.estimate-to-prepare': ['待编制的利润估算表', 'Profit estimates to prepare'],
  'follow-up.estimate-to-submit': ['待提交审批的利润估算表', 'Profit estimates to submit'],
} as const satisfies Names
