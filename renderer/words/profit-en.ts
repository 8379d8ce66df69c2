// Sentences of the profit pages in English.
import type { profitZh } from './profit-zh.ts'

export const profitEn: Record<keyof typeof profitZh, string> = {
  'profit.all-lines': 'All items',
  'profit.all-deals': 'All deals',
  'profit.shipped-deals': 'Deals wholly shipped',
  'profit.estimate': 'Estimated {{number}} ({{state}})',
  'profit.approved': 'approved',
  'profit.newest': 'newest, not approved',
  'profit.against-estimate': 'Variance = actual − estimated.',
  'profit.against-committed': 'Without a profit estimate: variance = actual − committed.',
  'profit.explained':
    'Committed: signed sales and purchase contracts at their own rates, other costs as billed so far. Actual: what is posted. Exchange cost = (purchase with VAT − tax refund + domestic costs) ÷ net FOB income; net FOB income = revenue − ocean freight − insurance − commission.',
}
