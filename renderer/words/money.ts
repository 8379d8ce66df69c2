// Sentences that several pages of money say, in both languages.
import { sentences } from './sentences.ts'

export const moneyWords = sentences({
  'money.rate-missing': [
    '当日及以前没有 {{currency}} 汇率，请填写。',
    'No rate of {{currency}} is known on or before that day: please type it.',
  ],
  'money.rate-known': ['{{date}} 的汇率', 'Rate of {{date}}'],
  'money.reverse-allocation-text': [
    '撤销后，款项和被核销的单据都恢复为未结，汇兑损益一并冲回。',
    'The money and what it settled are both open again; the exchange difference goes back with them.',
  ],
  'money.free': ['尚未分摊', 'Not yet applied'],
  'money.nothing-open': ['没有未结项目', 'Nothing open'],
  'money.nothing-open-receivable': [
    '这个客户没有可核销的应收。款项会留作预收。',
    'This customer has no invoice to apply it to. The money stays an advance.',
  ],
  'money.nothing-open-payable': [
    '这个往来单位没有可核销的应付。款项会留作预付。',
    'This party has no bill to apply it to. The money stays a prepayment.',
  ],
  'money.payee': ['付款去向', 'Paid to'],
  'money.to-vendor': ['付给供应商', 'A vendor'],
  'money.back-to-customer': ['退给客户', 'Pay back to the customer'],
  'money.to-return': ['退的是哪些款', 'What is paid back'],
  'money.choose-customer': ['先选择客户', 'Choose a customer first'],
  'money.nothing-to-return': ['这个客户没有可退的预收款或贷项。', 'This customer has no advance or credit note to pay back.'],
})
