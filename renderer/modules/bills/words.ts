// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const billsWords = defineWords({
  'bills.reverse-bill-text': [
    '以红字凭证冲回这张账单，采购明细恢复为未开票。已付款的要先撤销核销。',
    'Takes the bill back by mirrored entries; its purchase lines are unbilled again. What was paid has to be taken back first.',
  ],
  'bills.unbilled-lines': ['未开票的采购明细', 'Purchase lines not yet billed'],
  'bills.nothing-unbilled': ['这家工厂已签订的合同都已开票。', 'All signed contracts of this factory are billed.'],
  'bills.add-unbilled': ['选取未开票明细', 'Choose unbilled lines'],
  'bills.take-lines': ['加入 {{count}} 行', 'Add {{count}} lines'],
  'bills.left-to-bill': ['未开票', 'Left to bill'],
  'bills.choose-factory': ['先选择工厂（{{field}}），再选取明细。', 'Choose the factory ({{field}}) first, then its lines.'],
  'bills.no-deals': ['没有找到业务', 'No deals found'],
  'bills.take-deals': ['由 {{count}} 笔业务承担', 'Borne by {{count}} deals'],
  'bills.as-overhead': ['不归业务（管理费用）', 'No deal (overhead)'],
  'bills.overhead': ['管理费用', 'Overhead'],
  'bills.shares': ['分摊结果', 'Shares'],
  'bills.billed-lines': ['开票明细', 'Billed lines'],
  'bills.costs': ['费用明细', 'Costs'],
  'bills.credit-note-posted': ['贷项通知 {{number}} 已入账', 'Credit note {{number}} is posted'],
  'bills.credit-note-deal': [
    '冲减哪笔业务；下面不填货物时，工厂的贷项按该业务已开票的货物分摊',
    "The deal whose result it lowers; without goods below, a factory's note is shared over the billed goods of the deal",
  ],
  'bills.credit-note-vat': ['贷项所含的增值税率，没有则为 0', 'VAT rate within the note, 0 without'],
  'bills.credit-note-goods': [
    '填了哪几条，就冲减哪几条的成本、进项税和应退税；合计即贷项金额。',
    'The lines filled in lose cost, input VAT and expected refund; together they are the amount of the note.',
  ],
  'bills.reverse-credit-note-text': [
    '以红字凭证冲回这张贷项通知，货物的成本、进项税和应退税恢复原状。已核销的要先撤销核销。',
    'Takes the note back by a reversing journal; cost, input VAT and expected refund of its goods are as before. What is allocated has to be taken back first.',
  ],
})
