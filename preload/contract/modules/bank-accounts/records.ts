// Our own bank accounts, their bank details, and transfers between them.
import { column, record } from '../../define/record.ts'
import { active, posted, postedStates } from '../../define/shared-facts.ts'

const { text, code, boolean, date, base, money, named } = column

export const bankAccount = record('bank-account', {
  table: 'bank_account',
  attachable: true,
  sync: 'money',
  linksTo: 'bank-movements',
  actions: ['view', 'edit', 'submit', 'transfer', 'export'],
  grants: { accountant: ['view', 'edit', 'submit', 'export'], cashier: ['view', 'submit', 'transfer', 'export'] },
  states: active,
  once: [
    { column: 'code', commands: ['create-bank-account', 'edit-bank-account'] },
    { column: 'accountNumber', within: ['currency'], name: 'code', commands: ['create-bank-account', 'edit-bank-account'] },
  ],
  title: ['name', 'code'],
  route: 'bank-account',
  columns: {
    ...{ code: code(), name: text(), bankName: text(), accountNumber: code(), swift: code(), currency: code(), openedOn: date() },
    ...{ active: boolean() },
  },
})

export const ownBankDetails = record('own-bank-details', {
  table: 'bank_details',
  sync: 'money',
  approvable: { switch: 'approveBankDetails', as: 'bank-account' },
  rows: { column: 'holder', values: ['bank-account'] },
})

export const transfer = record('transfer', {
  table: 'transfer',
  attachable: { add: ['bank-account.transfer'] },
  sync: 'money',
  series: { prefix: 'TR', yearly: true },
  searchable: true,
  route: 'transfer',
  view: 'bank-account.view',
  states: postedStates,
  title: ['number'],
  columns: {
    ...{ number: code(), on: date(), fromAccountId: named('bank_account'), toAccountId: named('bank_account') },
    ...{ amountOut: money('@fromAccountId'), amountIn: money('@toAccountId'), difference: base(), remark: text(), ...posted },
  },
  internal: { journalId: 'ledger' },
})

export const bankAccountsRecords = [bankAccount, ownBankDetails, transfer] as const
