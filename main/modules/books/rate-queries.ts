// The list of exchange rates, and the one in force on a day. Rule T15 of SPEC.md.
import { sql } from 'kysely'
import { rateOfDay } from '../../../db/ledger/rates.ts'
import { nameOf } from '../../../preload/contract/names/index.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { officeItself } from '../../access/viewer.ts'
import { defineLists, defineQueries } from '../../queries/define-query.ts'
import { rateWarnings } from '../checks/index.ts'

export const rateLists = defineLists({
  'exchange-rates': (_params, q) => ({
    from: q.db.selectFrom('exchange_rate as r'),
    id: 'r.id',
    fields: {
      date: 'r.date',
      currency: 'r.currency',
      rate: 'r.rate',
      source: sql`case when r.source = ${officeItself.name} then ${nameOf('rate-source.product', q.viewer.language)} else r.source end`,
    },
    search: ['r.currency', 'r.source', 'r.date'],
  }),
})

export const rateQueries = defineQueries({
  'rate-on': async ({ currency, on, typed }, q) => {
    if (currency === q.company.baseCurrency) return { rate: '1', date: on, revision: null, warnings: [] }
    const known = await rateOfDay(q.db, currency, on)
    if (!known) return { rate: null, date: null, revision: null, warnings: [] }
    const { date, revision } = known
    const warnings = typed === undefined ? [] : await rateWarnings(q, { currency, rate: typed, on })
    return { rate: scaledText(known.rate, 'rate'), date, revision: date === on ? revision : null, warnings }
  },
})
