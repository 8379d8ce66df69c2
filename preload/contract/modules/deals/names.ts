// Names of deals in both languages: their records, lists and stages.
import type { Names } from '../../names/define.ts'

export const dealsNames = {
  'record.deal': ['业务', 'Deal'],
  'list.deals': ['业务', 'Deals'],
  'query.deal': ['业务', 'Deal'],
  'field.deals.owner': ['业务员', 'Salesperson'],
  'deal-stage.draft': ['草稿', 'Draft'],
  'deal-stage.contracted': ['已签约', 'Contracted'],
  'deal-stage.purchasing': ['采购中', 'Purchasing'],
  'deal-stage.in-production': ['生产中', 'In production'],
  'deal-stage.shipping': ['出运中', 'Shipping'],
  'deal-stage.shipped': ['已出运', 'Shipped'],
  'deal-stage.settled': ['已收齐', 'Settled'],
  'deal-stage.closed': ['已结清', 'Closed'],
  'deal-stage.cancelled': ['已取消', 'Cancelled'],
} as const satisfies Names
