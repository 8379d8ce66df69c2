// Our own bank accounts, their bank details, and transfers between them.
import { column, record } from '../../define/record.ts'
import { posted } from '../../define/trade-columns.ts'

const { text, code, boolean, date, base, money, named } = column

export const bankAccount = record('bank-account', {
  table: 'bank_account',
  title: ['name', 'code'],
  route: 'bank-account',
  columns: {
    ...{ code: code(), name: text(), bankName: text(), accountNumber: code(), swift: code(), currency: code(), openedOn: date() },
    ...{ active: boolean() },
  },
})

export const ownBankDetails = record('own-bank-details', {
  table: 'bank_details',
  rows: { column: 'holder', values: ['bank-account'] },
})

export const transfer = record('transfer', {
  table: 'transfer',
  view: 'bank-account.view',
  title: ['number'],
  columns: {
    ...{ number: code(), on: date(), fromAccountId: named('bank_account'), toAccountId: named('bank_account') },
    ...{ amountOut: money('@fromAccountId'), amountIn: money('@toAccountId'), difference: base(), remark: text(), ...posted },
  },
})

export const bankAccountsRecords = [bankAccount, ownBankDetails, transfer] as const
