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
  'warning.below-minimum': ['低于最小起订量 {{minimum}} {{unit}}', 'Below the minimum order of {{minimum}} {{unit}}'],
  'warning.shipment-before-contract': ['早于合同日期 {{contractDate}}', 'Before the date of the contract, {{contractDate}}'],
  'warning.deposit-not-received': [
    '{{contract}} 发货前应收的款还差 {{missing}}',
    'Due before goods leave for {{contract}} and not received: {{missing}}',
  ],
  'warning.left-empty': ['还没有填写', 'Not filled in yet'],
  'warning.packed-otherwise': [
    '{{goods}}：装箱 {{packed}} {{unit}}，出运 {{shipped}} {{unit}}',
    '{{goods}}: {{packed}} {{unit}} packed, {{shipped}} {{unit}} shipped',
  ],
  'warning.net-above-gross': ['净重 {{net}} kg 大于毛重 {{gross}} kg', 'Net weight {{net}} kg is above gross weight {{gross}} kg'],
  'warning.bill-differs': ['提单为 {{bill}}，装箱为 {{packed}}', 'The bill of lading says {{bill}}, the packing {{packed}}'],
  'warning.container-unknown': ['集装箱 {{container}} 不在本出运的集装箱中', 'Container {{container}} is not one of this shipment'],
  'warning.container-overfull': [
    '{{container}} 超装：体积 {{volume}} %，重量 {{weight}} %',
    '{{container}} is overfull: {{volume}} % by volume, {{weight}} % by weight',
  ],
  'warning.container-digit': ['校验码不符，末位应为 {{expected}}', 'The check digit is wrong: the last digit should be {{expected}}'],
  'warning.container-form': ['不是集装箱号（4 个字母加 7 位数字）', 'Not a container number (4 letters and 7 digits)'],
  'warning.entered-before': ['{{by}} {{number}} 已用过', '{{by}} {{number}} has it already'],
})
