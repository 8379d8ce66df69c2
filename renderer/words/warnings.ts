// Sentences of warnings, in both languages.
import { sentences } from './sentences.ts'

export const warningsWords = sentences({
  'warning.rate-far': ['与 {{date}} 的汇率 {{inForce}} 相差 {{percent}}%', '{{percent}}% off the rate of {{date}}, {{inForce}}'],
  'warning.price-far': [
    '与近几次的单价 {{currency}} {{low}} – {{high}} 相差较大（最近 {{number}}，{{date}}）',
    'Far from the last prices, {{currency}} {{low}} – {{high}} (latest {{number}}, {{date}})',
  ],
  'warning.price-far-one': [
    '与上次的单价 {{currency}} {{high}} 相差较大（{{number}}，{{date}}）',
    'Far from the last price, {{currency}} {{high}} ({{number}}, {{date}})',
  ],
  'warning.price-below-cost': ['低于成本 {{currency}} {{cost}}', 'Below cost, {{currency}} {{cost}}'],
  'warning.shipment-before-contract': ['早于合同日期 {{contractDate}}', 'Before the date of the contract, {{contractDate}}'],
  'warning.deposit-not-received': [
    '{{contract}} 发货前应收的款还差 {{missing}}',
    'Due before goods leave for {{contract}} and not received: {{missing}}',
  ],
  'warning.left-empty': ['还没有填写', 'Not filled in yet'],
  'warning.entered-before': ['{{by}} {{number}} 已用过', '{{by}} {{number}} has it already'],
})
