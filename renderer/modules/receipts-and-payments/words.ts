// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const receiptsAndPaymentsWords = defineWords({
  'receipts-and-payments.bank-says': ['银行入账', 'What the bank says'],
  'receipts-and-payments.whose-money': ['谁的款', 'Whose money'],
  'receipts-and-payments.amount-before-charge': ['汇出的金额，未扣银行手续费', 'Before the bank charge'],
  'receipts-and-payments.amount-without-charge': ['不含银行手续费', "Without the bank's charge"],
  'receipts-and-payments.payer-unknown': ['不知是谁，可先登记待认领', 'Not known yet? It is claimed later'],
  'receipts-and-payments.claim-text': ['说明这笔款是哪个客户、哪份合同的。', 'Say which customer and which contract this money is for.'],
  'receipts-and-payments.reverse-receipt-text': [
    '以红字凭证冲回这笔收汇。已核销的要先撤销核销。',
    'Takes the receipt back by mirrored entries. What was allocated has to be taken back first.',
  ],
  'receipts-and-payments.reverse-payment-text': [
    '以红字凭证冲回这笔付款，随付款一起核销的账单恢复为未付。之后另作的核销要先撤销。',
    'Takes the payment back by mirrored entries; the bills paid with it are open again. What was allocated later has to be taken back first.',
  ],
  'receipts-and-payments.choose-vendor': ['先选择往来单位', 'Choose the party first'],
  'receipts-and-payments.choose-vendor-text': [
    '选好以后列出它的未付账单，勾选即可付款。',
    'Then its open bills are listed here: tick those to pay.',
  ],
  'receipts-and-payments.all-prepayment': [
    '没有未付账单，这笔付款全部记为预付款。',
    'No open bills: the whole payment becomes a prepayment.',
  ],
  'receipts-and-payments.request-first': [
    '本公司付款前要有已批准的付款申请，直接登记的付款会被拒绝。',
    'Payments need an approved payment request here: one registered directly is refused.',
  ],
  'receipts-and-payments.to-request': ['转为付款申请', 'Make it a payment request'],
  'receipts-and-payments.who-requests': ['可以申请付款的人：{{names}}。', 'Who can request payments: {{names}}.'],
  'receipts-and-payments.who-requests-more': ['可以申请付款的人：{{names}} 等。', 'Who can request payments: {{names}} and others.'],
  'receipts-and-payments.payer': ['款项来源', 'From'],
  'receipts-and-payments.from-customer': ['客户来款（或待认领）', 'A customer, or not known yet'],
  'receipts-and-payments.back-from-vendor': ['供应商退款', 'A vendor paying back'],
  'receipts-and-payments.rest-unexplained': ['还没有说明的金额', 'Not accounted for'],
  'receipts-and-payments.choose-customer-text': [
    '选好以后列出可以退的预收款和贷项，勾选即可退款。',
    'Then the advances and credit notes that can be paid back stand here to be ticked.',
  ],
  'receipts-and-payments.nothing-from-vendor': [
    '可退的是还没有核销的预付款和供应商的贷项。',
    'What can come back: prepayments and credit notes of the vendor that are not applied yet.',
  ],
  'receipts-and-payments.reverse-refund-text': [
    '以红字凭证冲回这笔退款，退过的预收款和贷项恢复为未结。',
    'The payment is reversed with a mirrored journal; the advances and credit notes it paid back are open again.',
  ],
  'receipts-and-payments.rest-prepayment': ['余额记为预付', 'Rest as prepayment'],
  'receipts-and-payments.contract-of-prepayment': ['预付款对应的采购合同', 'The purchase contract a prepayment is for'],
  'receipts-and-payments.bills-to-pay': ['要付的账单', 'Bills to pay'],
})
