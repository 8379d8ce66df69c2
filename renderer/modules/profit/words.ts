// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const profitWords = defineWords({
  'profit.all-lines': ['全部项目', 'All items'],
  'profit.all-deals': ['全部业务', 'All deals'],
  'profit.shipped-deals': ['已出运完的业务', 'Deals wholly shipped'],
  'profit.estimate': ['估算 {{number}}（{{state}}）', 'Estimated {{number}} ({{state}})'],
  'profit.approved': ['已批准', 'approved'],
  'profit.newest': ['最新版，未批准', 'newest, not approved'],
  'profit.against-estimate': ['差异 ＝ 实际 − 估算。', 'Variance = actual − estimated.'],
  'profit.against-committed': ['没有利润估算表：差异 ＝ 实际 − 已签约。', 'Without a profit estimate: variance = actual − committed.'],
  'profit.explained': [
    '已签约：已签订的外销合同和采购合同按合同汇率计算，其他费用按已到账单。实际：台账已入账金额。换汇成本 ＝（含税采购成本 − 退税 + 国内费用）÷ 外汇净收入（FOB）；外汇净收入 ＝ 销售收入 − 海运费 − 保险费 − 佣金。',
    'Committed: signed sales and purchase contracts at their own rates, other costs as billed so far. Actual: what is posted. Exchange cost = (purchase with VAT − tax refund + domestic costs) ÷ net FOB income; net FOB income = revenue − ocean freight − insurance − commission.',
  ],
})
