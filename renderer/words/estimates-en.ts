// Sentences of the profit estimates in English. Keys begin with `estimates.`.
import type { estimatesZh } from './estimates-zh.ts'

export const estimatesEn: Record<keyof typeof estimatesZh, string> = {
  'estimates.fill': 'Fill in',
  'estimates.compare': 'Compare with actual',
  'estimates.of-contract': 'Contract / note',
  'estimates.cost': 'Cost',
  'estimates.costs': 'Costs',
  'estimates.rate-of': 'rate of {{date}}',
  'estimates.result': 'Result ({{currency}})',
  'estimates.explained':
    'Tax refund = VAT-inclusive purchase ÷ (1 + VAT rate) × refund rate, rounded half-up line by line. Exchange cost = (VAT-inclusive purchase − refund + domestic costs) ÷ net FOB income; bank charges are not part of it.',
  'estimates.versions': 'Versions',
  'estimates.renewed': 'The new version copies the last one. It has to be submitted for approval again.',
  'estimates.void-text': 'The number stays and it cannot be brought back; the version before it counts for the deal again.',
  'estimates.premium': 'Premium = CIF × 110% × rate = {{premium}}',
  'estimates.premium-help': 'Insured for CIF and a tenth more',
  'estimates.take-premium': 'Take the premium',
  'estimates.which': 'Versions',
  'estimates.current-only': 'Current versions',
  'estimates.all-versions': 'All versions',
  'estimates.title': 'Profit estimate',
  'estimates.none': 'None yet',
  'estimates.stands': '{{number}} (version {{version}})',
  'estimates.needed': 'The company has profit estimates approved: nothing is bought or shipped before.',
  'estimates.asked': '{{who}} asked for it on {{date}}',
  'estimates.ask': 'Ask for it',
  'estimates.ask-text': 'Your manager will see in today’s tasks that this deal needs a profit estimate.',
  'estimates.asked-now': 'The profit estimate has been asked for.',
  'estimates.open': 'Open the profit estimate',
  'estimates.make': 'Make a profit estimate',
  'estimates.open-deal': 'Open deal {{number}}',
}
