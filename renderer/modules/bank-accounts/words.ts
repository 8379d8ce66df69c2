// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const bankAccountsWords = defineWords({
  'bank-accounts.reverse-transfer-text': ['以红字凭证冲回这笔转账。', 'Takes the transfer back by mirrored entries.'],
  'bank-accounts.opening': ['期初', 'Opening'],
  'bank-accounts.account': ['账户', 'Account'],
  'bank-accounts.all-accounts': ['全部账户', 'All accounts'],
  'bank-accounts.money-goes-out': ['转出', 'Goes out'],
  'bank-accounts.money-comes-in': ['转入', 'Comes in'],
  'bank-accounts.less-is-charge': ['少到的部分记为银行手续费', "What does not arrive is the bank's charge"],
  'bank-accounts.transferred': ['转账 {{number}} 已入账', 'Transfer {{number}} is posted'],
})
