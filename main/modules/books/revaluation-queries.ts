// A revaluation before it is posted and after, and the list of past ones. Rule T25 of SPEC.md.
import { lastRevaluation } from '../../../db/ledger/periods.ts'
import type { ReadableDb } from '../../../db/open.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { addDays, monthEnd } from '../../../preload/contract/vocabulary/dates.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { defineLists, defineQueries } from '../../queries/define-query.ts'
import { differenceOf, sumOf, valuedOn, type Valued } from './revaluation-lines.ts'

type Line = QueryOutput<'revaluation'>['lines'][number]
const shownLine = (l: Valued, base: string): Line => ({
  account: l.account,
  subject: l.subject,
  name: l.name,
  bankAccountId: l.bankAccountId,
  kind: l.kind as Line['kind'],
  documentId: l.documentId,
  balance: money(l.foreign, l.currency),
  rate: l.rate === null ? null : scaledText(l.rate, 'rate'),
  before: money(l.base, base),
  after: l.after === null ? null : money(l.after, base),
  difference: l.after === null ? null : money(differenceOf(l), base),
})

/** A revaluation's lines as they were posted, in their order. */
const postedLines = async (db: ReadableDb, revaluationId: string): Promise<Valued[]> => {
  const lines = await db
    .selectFrom('revaluation_line as l')
    .leftJoin('bank_account as b', 'b.id', 'l.bankAccountId')
    .leftJoin('open_item as i', 'i.ref', 'l.item')
    .leftJoin('ledger_key as k', 'k.key', 'i.party')
    .leftJoin('party as p', 'p.id', 'k.id')
    .selectAll('l')
    .select(['b.name as bankName', 'p.name as partyName', 'i.kind', 'i.documentId'])
    .where('l.revaluationId', '=', revaluationId)
    .orderBy('l.position')
    .execute()
  return lines.map((l) => ({ ...l, name: l.bankName ?? l.partyName ?? '', base: l.baseBefore, after: l.baseAfter }))
}

export const revaluationQueries = defineQueries({
  'preview-revaluation': async ({ month, withAdvances }, q) => {
    const on = monthEnd(`${month}-01`)
    const { baseCurrency } = q.company
    const posted = await q.db
      .selectFrom('revaluation')
      .select(['id', 'number', 'withAdvances'])
      .where('on', '=', on)
      .where('status', '=', 'posted')
      .executeTakeFirst()
    const last = lastRevaluation(q.sql)
    const done = posted ?? (last && on <= last.on ? last : null)
    // Valued once more, accounts would stand at their new value and items at their old one; a month left out is not revalued any more.
    const { lines, missing } = done
      ? { lines: posted ? await postedLines(q.db, posted.id) : [], missing: [] }
      : await valuedOn({ sql: q.sql, db: q.db, baseCurrency }, on, withAdvances)
    return {
      on,
      withAdvances: posted ? posted.withAdvances === 1 : withAdvances,
      bankDifference: money(sumOf(lines, 'bank'), baseCurrency),
      itemDifference: money(sumOf(lines, 'item'), baseCurrency),
      lines: lines.map((l) => shownLine(l, baseCurrency)),
      missing,
      done: done?.number ?? null,
      doneId: done?.id ?? null,
      isOver: addDays(on, 1) <= q.today,
    }
  },

  revaluation: async ({ id }, q) => {
    const r = q.orNotFound(await q.db.selectFrom('revaluation').selectAll().where('id', '=', id).executeTakeFirst(), 'ledger')
    const { baseCurrency } = q.company
    return {
      ...{ id, number: r.number, month: r.month, status: r.status as 'posted', on: r.on, withAdvances: r.withAdvances === 1 },
      bankDifference: money(r.bankDifference, baseCurrency),
      itemDifference: money(r.itemDifference, baseCurrency),
      lines: (await postedLines(q.db, id)).map((l) => shownLine(l, baseCurrency)),
      isLast: r.status === 'posted' && lastRevaluation(q.sql)?.number === r.number,
    }
  },
})

export const revaluationLists = defineLists({
  revaluations: (_params, q) => ({
    from: q.db.selectFrom('revaluation as r'),
    id: 'r.id',
    scope: 'company',
    fields: {
      number: 'r.number',
      month: 'r.month',
      on: 'r.on',
      status: 'r.status',
      bankDifference: 'r.bankDifference',
      itemDifference: 'r.itemDifference',
      withAdvances: 'r.withAdvances',
    },
    search: ['r.number', 'r.month'],
  }),
})
