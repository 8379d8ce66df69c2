// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const taxRefundsWords = defineWords({
  'tax-refunds.receive-text': [
    '钱到本币账户，按出运分摊到各笔应退税额。与应退不同而不会再退的，勾选“余额核销”，差额计入这票业务的利润。',
    'The money is on an account in base currency and is taken from the refunds it is for. Where no more will come, close the rest: the difference goes into the deal’s profit.',
  ],
  'tax-refunds.taken-from': ['退的是哪些出运的税', 'Shipments it was refunded for'],
  'tax-refunds.received': ['{{number}}：退税已到账', '{{number}}: tax refund received'],
  'tax-refunds.close': ['余额核销', 'Close the rest'],
  'tax-refunds.open-only': ['只看未退的', 'Only what is open'],
  'tax-refunds.reverse-text': ['冲销后，这些出运的退税重新变为未退。', 'The refunds of these shipments are open again.'],
})
