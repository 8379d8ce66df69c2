// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const quotationsWords = defineWords({
  'quotations.parties': ['客户与报价', 'Customer and offer'],
  'quotations.delivery': ['交货与付款', 'Delivery and payment'],
  'quotations.packing': ['包装合计', 'Packing in all'],
  'quotations.volume': ['总体积', 'Volume'],
  'quotations.gross-weight': ['总毛重', 'Gross weight'],
  'quotations.costs': ['货价以外的费用', 'Costs beside the goods'],
  'quotations.more': ['条款与备注', 'Clauses and remark'],
  'quotations.versions': ['报价版本', 'Versions'],
  'quotations.newest-only': ['只看最新版本', 'Newest versions only'],
  'quotations.expired': ['已过有效期', 'Validity is over'],
  'quotations.latest-costs': ['带入最近采购价', 'Take latest costs'],
  'quotations.build-price': ['价格核算', 'Build up a price'],
  'quotations.take-price': ['采用这个价格', 'Take this price'],
  'quotations.line': ['明细', 'Line'],
  'quotations.domestic-a-unit': ['国内费用/单位（{{currency}}）', 'Domestic costs a unit ({{currency}})'],
  'quotations.freight-a-unit': ['海运费/单位（{{currency}}）', 'Ocean freight a unit ({{currency}})'],
  'quotations.profit-as': ['利润算法', 'Profit as'],
  'quotations.markup': ['投保加成 %', 'Insured markup %'],
  'quotations.premium-rate': ['保险费率 %', 'Premium rate %'],
  'quotations.cif-commission': ['CIF 佣金算法', 'Commission on CIF'],
  'quotations.step-refund': ['退税额', 'Tax refund'],
  'quotations.step-actual': ['实际成本', 'Actual cost'],
  'quotations.step-profit': ['利润', 'Profit'],
  'quotations.step-premium': ['保险费', 'Premium'],
  'quotations.step-price': ['{{incoterm}} 报价（含佣金）', '{{incoterm}} price, commission included'],
  'quotations.price-note': [
    '佣金 {{commission}} %、汇率 {{rate}} 取自报价单。',
    'Commission {{commission}} % and rate {{rate}} are those of the quotation.',
  ],
  'quotations.send-text': [
    '发送后这一版不能再改；需要修改时，会生成新版本。',
    'Once sent, this version cannot be changed; a change makes a new version.',
  ],
  'quotations.lose-text': [
    '写下丢单原因，以后统计用得上。丢单后仍可修改再报。',
    'Write down why it was lost: reports will ask. A lost quotation can still be revised and offered again.',
  ],
  'quotations.revise-text': [
    '生成新版本（草稿），内容全部带过去；当前版本保留，可随时查看，但不能再成交。',
    'Makes a new version as a draft with everything copied. This version stays readable, but can no longer be confirmed.',
  ],
  'quotations.discard-text': [
    '草稿和它的附件会删除；它的前一版恢复原来的状态。',
    'The draft and its files are deleted; the version before it stands again as it stood.',
  ],
  'quotations.confirm-text': [
    '按这一版生成外销合同草稿，并建立一票新业务。',
    'Makes a draft sales contract of this version, in a new deal.',
  ],
  'quotations.confirm-expired': [
    '这份报价的有效期到 {{date}} 已经结束。仍然成交的话，会按它生成外销合同草稿。',
    'The validity of this quotation ended on {{date}}. Confirming still makes a draft sales contract of it.',
  ],
})
