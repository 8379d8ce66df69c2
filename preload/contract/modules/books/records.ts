// Rates, periods and month-end revaluations. The ledger's own tables belong to db/ledger.
import { column, record } from '../../define/record.ts'
import { posted } from '../../define/trade-columns.ts'

const { text, code, boolean, date, rate, base, money } = column

export const exchangeRate = record('rate', {
  table: 'exchange_rate',
  title: ['currency'],
  columns: { currency: code(), date: date(), rate: rate(), source: text() },
})

export const revaluation = record('revaluation', {
  table: 'revaluation',
  view: 'ledger.view',
  title: ['number'],
  route: 'revaluation',
  columns: {
    ...{ number: code(), month: code(), on: date(), withAdvances: boolean(), bankDifference: base(), itemDifference: base(), ...posted },
  },
  parts: {
    revaluation_line: {
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

export const booksRecords = [exchangeRate, revaluation] as const
