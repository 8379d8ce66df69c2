// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const paymentRequestsWords = defineWords({
  'payment-requests.whole': ['全部未付金额', 'All that is left of it'],
  'payment-requests.bills': ['要付的账单', 'Bills to pay'],
  'payment-requests.no-bills': [
    '这家往来单位没有未付的账单。可以直接填写预付金额。',
    'This vendor has no open bills. An amount to prepay can be typed instead.',
  ],
  'payment-requests.prepayment': ['预付款', 'Prepayment'],
  'payment-requests.choose-party': ['请先选择收款单位', 'Choose the payee first'],
  'payment-requests.pay-text': [
    '按申请登记付款，金额不能超过未付部分。',
    'Registers a payment on the request, for no more than is left of it.',
  ],
  'payment-requests.payments': ['已登记的付款', 'Payments made'],
  'payment-requests.void-text': ['作废后不能再按此申请付款。', 'Nothing can be paid on it any more.'],
  'payment-requests.no-account': [
    '没有 {{currency}} 的银行账户，请先在“银行账户”中新建。',
    'There is no bank account in {{currency}}. Make one under Bank accounts first.',
  ],
})
