// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const estimatesWords = defineWords({
  'estimates.fill': ['自动带入', 'Fill in'],
  'estimates.compare': ['与实际对比', 'Compare with actual'],
  'estimates.of-contract': ['合同 / 说明', 'Contract / note'],
  'estimates.cost': ['费用项目', 'Cost'],
  'estimates.costs': ['费用', 'Costs'],
  'estimates.to-type': ['待填写', 'to be typed'],
  'estimates.rate-of': ['汇率 {{date}}', 'rate of {{date}}'],
  'estimates.result': ['估算结果（{{currency}}）', 'Result ({{currency}})'],
  'estimates.explained': [
    '退税额 ＝ 含税采购 ÷（1 ＋ 增值税率）× 退税率，逐行四舍五入。换汇成本 ＝（含税采购 − 退税 ＋ 国内费用）÷ 外汇净收入（FOB）；银行手续费不计入换汇成本。',
    'Tax refund = VAT-inclusive purchase ÷ (1 + VAT rate) × refund rate, rounded half-up line by line. Exchange cost = (VAT-inclusive purchase − refund + domestic costs) ÷ net FOB income; bank charges are not part of it.',
  ],
  'estimates.versions': ['版本', 'Versions'],
  'estimates.renewed': [
    '已按上一版生成新版本，新版本需重新提交审批。',
    'The new version copies the last one. It has to be submitted for approval again.',
  ],
  'estimates.void-text': [
    '作废后编号保留，不能恢复；上一个有效版本重新作为这票业务的估算。',
    'The number stays and it cannot be brought back; the version before it counts for the deal again.',
  ],
  'estimates.premium': ['保险费 ＝ CIF × 110% × 费率 ＝ {{premium}}', 'Premium = CIF × 110% × rate = {{premium}}'],
  'estimates.premium-help': ['按 CIF 加一成投保', 'Insured for CIF and a tenth more'],
  'estimates.take-premium': ['带入保险费', 'Take the premium'],
  'estimates.which': ['版本', 'Versions'],
  'estimates.current-only': ['只看有效版本', 'Current versions'],
  'estimates.all-versions': ['全部版本', 'All versions'],
  'estimates.title': ['利润估算表', 'Profit estimate'],
  'estimates.none': ['还没有编制', 'None yet'],
  'estimates.stands': ['{{number}}（第 {{version}} 版）', '{{number}} (version {{version}})'],
  'estimates.needed': [
    '公司要求审批利润估算表：批准之前不能采购和出运。',
    'The company has profit estimates approved: nothing is bought or shipped before.',
  ],
  'estimates.asked': ['{{who}} 已于 {{date}} 请求编制', '{{who}} asked for it on {{date}}'],
  'estimates.ask': ['请经理编制', 'Ask for it'],
  'estimates.ask-text': [
    '您的主管会在“今日事务”里看到这票业务需要利润估算表。',
    'Your manager will see in today’s tasks that this deal needs a profit estimate.',
  ],
  'estimates.asked-now': ['已请求编制利润估算表。', 'The profit estimate has been asked for.'],
  'estimates.make': ['编制利润估算表', 'Make a profit estimate'],
})
