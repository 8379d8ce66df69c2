// Sentences of the profit pages in Chinese. Keys begin with `profit.`.
export const profitZh = {
  'profit.all-lines': '全部项目',
  'profit.all-deals': '全部业务',
  'profit.shipped-deals': '已出运完的业务',
  'profit.estimate': '估算 {{number}}（{{state}}）',
  'profit.approved': '已批准',
  'profit.newest': '最新版，未批准',
  'profit.against-estimate': '差异 ＝ 实际 − 估算。',
  'profit.against-committed': '没有利润估算表：差异 ＝ 实际 − 已签约。',
  'profit.explained':
    '已签约：已签订的外销合同和采购合同按合同汇率计算，其他费用按已到账单。实际：台账已入账金额。换汇成本 ＝（含税采购成本 − 退税 + 国内费用）÷ 外汇净收入（FOB）；外汇净收入 ＝ 销售收入 − 海运费 − 保险费 − 佣金。',
} as const
