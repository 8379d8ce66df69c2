// Rates, periods and month-end revaluations. The ledger's own tables belong to db/ledger.
import { column, record, right } from '../../define/record.ts'
import { posted, postedStates } from '../../define/shared-facts.ts'

const { text, code, boolean, date, rate, base, money } = column

export const exchangeRate = record('rate', {
  table: 'exchange_rate',
  sync: 'company',
  actions: ['view', 'edit'],
  grants: {
    'sales-manager': ['view'],
    salesperson: ['view'],
    merchandiser: ['view'],
    purchaser: ['view'],
    'shipping-clerk': ['view'],
    accountant: 'all',
    cashier: 'all',
  },
  title: ['currency'],
  columns: { currency: code(), date: date(), rate: rate(), source: text() },
})

export const revaluation = record('revaluation', {
  table: 'revaluation',
  attachable: { add: ['period.close'] },
  sync: 'ledger',
  series: { prefix: 'RV', yearly: true },
  searchable: true,
  view: 'ledger.view',
  states: postedStates,
  title: ['number'],
  route: 'revaluation',
  columns: {
    ...{ number: code(), month: code(), on: date(), withAdvances: boolean(), bankDifference: base(), itemDifference: base(), ...posted },
  },
  internal: { bankJournalId: 'ledger', itemJournalId: 'ledger', returnJournalId: 'ledger' },
  parts: {
    revaluation_line: {
      internal: { bankAccountId: 'plain', item: 'plain' },
      of: { column: 'revaluationId', table: 'revaluation' },
      line: true,
      title: ['subject'],
      columns: {
        ...{
          account: code(),
          subject: code(),
          currency: code(),
          foreign: money('currency'),
          rate: rate(),
          baseBefore: base(),
          baseAfter: base(),
        },
      },
    },
  },
})

export const ledgerRight = right('ledger', { actions: ['view', 'export'], grants: { accountant: 'all' } })

export const periodRight = right('period', { actions: ['close', 'reopen'], grants: { accountant: ['close'] } })

export const booksRecords = [exchangeRate, revaluation, ledgerRight, periodRight] as const
