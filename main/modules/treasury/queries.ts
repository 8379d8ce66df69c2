// All queries of treasury in one table; a bank account and the rate of a day stand here.
import { withoutKeptKeys } from '../../../db/kept-texts.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { defineQueries } from '../../queries/define-query.ts'
import { bankDetailsView } from '../parties/index.ts'
import { allocationQueries } from './allocation-queries.ts'
import { billQueries } from './bill-queries.ts'
import { creditNoteQueries } from './credit-note-queries.ts'
import { documentQueries } from './document-queries.ts'
import { rateOfDay } from './rate-of-day.ts'
import { rateWarnings } from '../checks/index.ts'

const bankQueries = defineQueries({
  'bank-account': async ({ id }, q) => {
    const a = q.found(await q.db.selectFrom('bank_account').selectAll().where('id', '=', id).executeTakeFirst(), 'bank-account')
    const sum = await q.db
      .selectFrom('sum_bank as s')
      .innerJoin('ledger_key as k', 'k.key', 's.bank')
      .select((e) => e.fn.sum<number | null>('s.foreign').as('balance'))
      .where('k.id', '=', id)
      .where('s.date', '<=', q.today)
      .executeTakeFirst()
    const { openedOn: _, active, ...fields } = withoutKeptKeys('bank_account', a)
    return {
      ...fields,
      active: active === 1,
      balance: { minor: Number(sum?.balance ?? 0), currency: a.currency },
      bank: await bankDetailsView(q, 'bank-account', id),
    }
  },

  'rate-on': async ({ currency, on, typed }, q) => {
    if (currency === q.company.baseCurrency) return { rate: '1', date: on, revision: null, warnings: [] }
    const known = await rateOfDay(q.db, currency, on)
    if (!known) return { rate: null, date: null, revision: null, warnings: [] }
    const { date, revision } = known
    const warnings = typed === undefined ? [] : await rateWarnings(q, { currency, rate: typed, on })
    return { rate: scaledText(known.rate, 'rate'), date, revision: date === on ? revision : null, warnings }
  },
})

export const treasuryQueries = { ...documentQueries, ...billQueries, ...creditNoteQueries, ...allocationQueries, ...bankQueries }
