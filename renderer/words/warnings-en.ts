// English lines of warnings: what is odd, said beside its field. Nothing is refused for them.
import type { warningsZh } from './warnings-zh.ts'

export const warningsEn: Record<keyof typeof warningsZh, string> = {
  'warning.rate-far': '{{percent}}% off the rate of {{date}}, {{inForce}}',
  'warning.price-far': 'Far from the last prices, {{currency}} {{low}} – {{high}} (latest {{number}}, {{date}})',
  'warning.price-far-one': 'Far from the last price, {{currency}} {{high}} ({{number}}, {{date}})',
  'warning.price-below-cost': 'Below cost, {{currency}} {{cost}}',
  'warning.shipment-before-contract': 'Before the date of the contract, {{contractDate}}',
  'warning.deposit-not-received': 'Due before goods leave for {{contract}} and not received: {{missing}}',
  'warning.left-empty': 'Not filled in yet',
  'warning.entered-before': '{{by}} {{number}} has it already',
}
