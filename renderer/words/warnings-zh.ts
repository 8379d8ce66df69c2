// Chinese lines of warnings: what is odd, said beside its field. Nothing is refused for them.
export const warningsZh = {
  'warning.rate-far': '与 {{date}} 的汇率 {{inForce}} 相差 {{percent}}%',
  'warning.price-far': '与近几次的单价 {{currency}} {{low}} – {{high}} 相差较大（最近 {{number}}，{{date}}）',
  'warning.price-far-one': '与上次的单价 {{currency}} {{high}} 相差较大（{{number}}，{{date}}）',
  'warning.price-below-cost': '低于成本 {{currency}} {{cost}}',
  'warning.shipment-before-contract': '早于合同日期 {{contractDate}}',
  'warning.deposit-not-received': '{{contract}} 发货前应收的款还差 {{missing}}',
  'warning.left-empty': '还没有填写',
  'warning.entered-before': '{{by}} {{number}} 已用过',
}
