// Money at the bank: what came in and went out, what moved between own accounts, and what stands there. A reversal lowers the figure that it takes back (CU4).
import { sql } from 'kysely'
import { idByKey, type FactSource } from '../../records/facts.ts'

/** Of what a reversal takes back the side is that of the journal it reverses. */
const wasDebit = sql`(case when f.reversed then -f.base else f.base end) > 0`
const ofOthers = sql`f.kind not in ('transfer', 'bank-account', 'revaluation')`

export const bankMoney: FactSource = {
  name: 'bank-money',
  needs: ['bank-account.view'],
  scope: null,
  keys: ['bank', 'currency'],
  rows: () => sql`select p.date as day, ${idByKey('p.bank')} as bank, p.currency, j.documentKind as kind, j.reverses is not null as reversed,
      j.documentId, j.documentNumber as number, p.base, p."foreign" as own
    from posting p join journal j on j.id = p.journalId where p.account = '1002'`,
  measures: {
    'cash-in': {
      ...{ kind: 'flow', unit: 'money', order: 160 },
      value: sql`case when ${ofOthers} and ${wasDebit} then f.base end`,
      own: sql`case when ${ofOthers} and ${wasDebit} then f.own end`,
    },
    'cash-out': {
      ...{ kind: 'flow', unit: 'money', order: 161 },
      value: sql`case when ${ofOthers} and not ${wasDebit} then -f.base end`,
      own: sql`case when ${ofOthers} and not ${wasDebit} then -f.own end`,
    },
    'cash-moved': {
      ...{ kind: 'flow', unit: 'money', order: 162 },
      value: sql`case when f.kind = 'transfer' then f.base end`,
      own: sql`case when f.kind = 'transfer' then f.own end`,
    },
    'bank-balance': { kind: 'stock', unit: 'money', value: sql`f.base`, own: sql`f.own`, order: 163 },
  },
}
