// Who owes what as of any day: the open items rolled back by all that was posted after it, and the ledger's own balance to hold them to (T12, L10).
import { sql, type RawBuilder } from 'kysely'
import type { VENDOR_KINDS } from '../../../preload/contract/modules/parties/calls.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { addDays, monthOf } from '../../../preload/contract/vocabulary/dates.ts'
import type { ListSource, QueryContext } from '../../queries/define-query.ts'
import { earmarkedItems } from '../../../db/ledger/earmarked.ts'
import { ofSideSql, SIDE, waitingSql, type Side } from '../../../db/ledger/sides.ts'

/** Who they are to a trader: factories, the logistics chain, and the rest. */
const GROUPS: Readonly<Record<'factory' | 'logistics' | 'other', readonly (typeof VENDOR_KINDS)[number][]>> = {
  factory: ['factory'],
  logistics: ['forwarder', 'shipping-agent', 'carrier', 'customs-broker'],
  other: ['inspector', 'insurer', 'sales-agent', 'other'],
}

export type SideParams = {
  side: Side
  asOf?: IsoDate | undefined
  partyId?: string | undefined
  partyKind?: 'factory' | 'logistics' | 'other' | undefined
  includeCleared?: boolean | undefined
}
export type AsOf = SideParams & { asOf: IsoDate }
/** Asks for the side's permission and sets the day: today unless another is asked for. */
export const asOfParams = (q: QueryContext, params: SideParams): AsOf => {
  q.require(params.side === 'receivable' ? 'receivable.view' : 'payable.view')
  return { ...params, asOf: params.asOf ?? q.today }
}

const isOpen = sql`(i."openForeign" <> 0 OR i."openBase" <> 0)`
const ofSide = (side: Side) => sql.raw(ofSideSql(side, 'i'))

/** False when nothing was posted to items after the day: then what is kept is what was. */
const movedAfter = (q: QueryContext, asOf: IsoDate): boolean =>
  q.sql.prepare('SELECT 1 FROM posting WHERE item IS NOT NULL AND date > ? LIMIT 1').get(asOf) !== undefined

/** Every item as it stood: open now, or touched since. Two index ranges, however many settled items there are. */
export const openOn = (side: Side, asOf: IsoDate) => sql`(
  select id, sum(f) as f, sum(b) as b from (
    select i.id, i."openForeign" as f, i."openBase" as b from open_item i where i.account in (${sql.join(SIDE[side].accounts)}) and ${isOpen}
    union all
    select item, -"foreign", -base from posting where item is not null and date > ${asOf}
  ) group by id`

const narrowed = (q: QueryContext, { side, partyId, partyKind }: SideParams): RawBuilder<unknown> => {
  const parts: RawBuilder<unknown>[] = [ofSide(side)]
  if (partyId !== undefined) parts.push(sql`i.party = (select key from ledger_key where id = ${partyId})`)
  if (partyKind !== undefined)
    parts.push(
      sql`i.party in (select k.key from party p join ledger_key k on k.id = p.id where p.kind in (${sql.join(GROUPS[partyKind])}))`,
    )
  const scope = scopeOf(q, side)
  if (scope) parts.push(scope)
  return sql.join(parts, sql` and `)
}
/** The ledger knows owners by small integers, a scope speaks of their ids. Vendors belong to nobody, so payables have no scope. */
const scopeOf = (q: QueryContext, side: Side): RawBuilder<boolean> | undefined =>
  side === 'receivable' ? q.scope('receivable', 'so.id', 'sd.id') : undefined
const scopeJoins = (q: QueryContext, side: Side): RawBuilder<unknown> =>
  scopeOf(q, side) ? sql`left join ledger_key so on so.key = i.owner left join ledger_key sd on sd.key = i.department` : sql``

/** What is met by money that lies there for it (T38), as rows to be joined by item: [id, minor units, base]. */
export const earmarks = (q: QueryContext, { side, asOf, partyId }: Pick<AsOf, 'side' | 'asOf' | 'partyId'>): string =>
  JSON.stringify(
    earmarkedItems(q.sql, { side, asOf: movedAfter(q, asOf) ? asOf : undefined, party: partyId }).map((e) => [e.id, e.foreign, e.base]),
  )
export const earmarkRows = (json: string) =>
  sql`(select value ->> 0 as item, value ->> 1 as "foreign", value ->> 2 as base from json_each(${json}))`

/**
 * Party, basis date, due date and open base amount of every open item: no more than the ageing needs, so that today's comes from the index alone.
 * `waits` is 1 for money that is to be applied; `met` is 1 for rows that tell what of an owed item is met by money that lies there (T38): their amount is in the item's own row too.
 */
export const ageingRows = (q: QueryContext, params: AsOf): RawBuilder<unknown> => {
  const { side, asOf } = params
  const basis = sql.ref(q.company.ageingBasis === 'due-date' ? 'i.dueDate' : 'i.documentDate')
  const sign = sql.lit(SIDE[side].sign)
  const waits = sql.raw(waitingSql(side, 'i'))
  const stands = movedAfter(q, asOf)
    ? sql`select i.party, ${basis} as day, i.dueDate as due, m.b * ${sign} as b, 0 as met, ${waits} as waits
          from ${openOn(side, asOf)} having sum(f) <> 0 or sum(b) <> 0) m cross join open_item i on i.id = m.id ${scopeJoins(q, side)}
          where ${narrowed(q, params)}`
    : sql`select i.party, ${basis} as day, i.dueDate as due, i."openBase" * ${sign} as b, 0 as met, ${waits} as waits
          from open_item i ${scopeJoins(q, side)} where ${narrowed(q, params)} and ${isOpen}`
  const met = earmarks(q, params)
  if (met === '[]') return stands
  return sql`${stands} union all select i.party, ${basis}, i.dueDate, e.base, 1, 0
          from ${earmarkRows(met)} e cross join open_item i on i.id = e.item ${scopeJoins(q, side)} where ${narrowed(q, params)}`
}

/** Every open item with all it carries and what of it is met (T38); with the settled ones too when asked. Amounts are positive for what the side is about. */
export const itemRows = (q: QueryContext, params: AsOf): RawBuilder<unknown> => {
  const { side, asOf, includeCleared } = params
  const sign = sql.lit(SIDE[side].sign)
  const met = earmarks(q, params)
  const columns = sql`i.id, i.ref, i.kind, i.documentKind, i.party, i.currency, i.documentDate, i.dueDate, i."foreign" * ${sign} as amount,
    i.deal, i.contract, i.owner, i.documentId, i.documentNumber, ${met === '[]' ? sql`0` : sql`coalesce(e."foreign", 0)`} as met`
  const joins = met === '[]' ? scopeJoins(q, side) : sql`${scopeJoins(q, side)} left join ${earmarkRows(met)} e on e.item = i.id`
  const now = sql`i."openForeign" * ${sign} as open, i."openBase" * ${sign} as openBase`
  const then = sql`m.f * ${sign} as open, m.b * ${sign} as openBase`
  const where = sql`where ${narrowed(q, params)}`
  // Revaluations stand between two months; later they are nothing that anybody had to settle.
  const lasting = (base: RawBuilder<unknown>) => sql`and (i.documentKind <> 'revaluation' or ${base} <> 0)`
  const moved = movedAfter(q, asOf)
  if (includeCleared)
    return moved
      ? sql`select ${columns}, (i."openForeign" - coalesce(m.f, 0)) * ${sign} as open, (i."openBase" - coalesce(m.b, 0)) * ${sign} as openBase
            from open_item i left join (select item, sum("foreign") as f, sum(base) as b from posting where item is not null and date > ${asOf} group by item) m
            on m.item = i.id join journal j on j.id = i.journalId ${joins} ${where} and j.date <= ${asOf} ${lasting(sql`i."openBase" - coalesce(m.b, 0)`)}`
      : sql`select ${columns}, ${now} from open_item i ${joins} ${where} ${lasting(sql`i."openBase"`)}`
  return moved
    ? sql`select ${columns}, ${then} from ${openOn(side, asOf)} having sum(f) <> 0 or sum(b) <> 0) m cross join open_item i on i.id = m.id ${joins} ${where}`
    : sql`select ${columns}, ${now} from open_item i ${joins} ${where} and ${isOpen}`
}

const accountBalance = (q: QueryContext, account: string, asOf: IsoDate): number => {
  const one = (text: string, ...values: unknown[]) => (q.sql.prepare(text).get(...values) as { n: number | null }).n ?? 0
  const months = one('SELECT sum(debit - credit) AS n FROM sum_account WHERE account = ? AND month <= ?', account, monthOf(asOf))
  // Of the broken month, what came after the day is taken off again.
  const after = one(
    'SELECT sum(base) AS n FROM posting WHERE account = ? AND date > ? AND date < ?',
    account,
    asOf,
    addDays(`${monthOf(asOf)}-28`, 4).slice(0, 8) + '01',
  )
  return months - after
}

/** Items of 2241 that belong to the other side, as they stood: the part of that account which this report does not show. */
const itemsOutOfScope = (q: QueryContext, side: Side, asOf: IsoDate): number => {
  const row = q.sql
    .prepare(
      `SELECT (SELECT coalesce(sum(openBase), 0) FROM open_item i WHERE account = '2241' AND (openForeign <> 0 OR openBase <> 0) AND kind = @kind)
       - (SELECT coalesce(sum(p.base), 0) FROM posting p JOIN open_item i ON i.id = p.item WHERE p.account = '2241' AND p.date > @asOf AND i.kind = @kind) AS n`,
    )
    .get({ kind: SIDE[side].strange, asOf }) as { n: number }
  return row.n
}

/** What a whole report must add up to (T12): the side's accounts on that day. Undefined for a part of it, which no account knows. */
export const agreement = (q: QueryContext, params: AsOf, field: string): Pick<ListSource, 'agrees'> => {
  const { side, asOf, partyId, partyKind } = params
  if (partyId !== undefined || partyKind !== undefined || scopeOf(q, side)) return {}
  const { accounts, sign } = SIDE[side]
  const balance = accounts.reduce((sum, account) => sum + accountBalance(q, account, asOf), 0) - itemsOutOfScope(q, side, asOf)
  return { agrees: { field, minor: balance * sign || 0, with: `${accounts.join(' + ')} on ${asOf}` } }
}

/** Whose items the viewer sees and whether there are more, of which nothing else is told; {} for who sees all of them. */
const scopeHeader = (q: QueryContext, { side }: AsOf): Record<string, string> => {
  const scope = scopeOf(q, side)
  if (!scope) return {}
  const beyond = sql`(select 1 as n from open_item i ${scopeJoins(q, side)} where ${ofSide(side)} and ${isOpen} and coalesce(${scope}, 0) = 0 limit 1)`
  const compiled = q.db.selectFrom(sql<{ n: number }>`${beyond}`.as('t')).select('t.n').compile()
  const more = q.sql.prepare(compiled.sql).get(...compiled.parameters) !== undefined
  return { scope: q.viewer.scopes.receivable ?? 'own', outside: more ? 'some' : 'none' }
}

/** What stands in the header of every report: the day, by which date items age, and what of it lies beyond the viewer's scope (T39). */
export const headerOf = (q: QueryContext, of: AsOf): Record<string, string> => ({
  asOf: of.asOf,
  ageingBasis: q.company.ageingBasis,
  ...scopeHeader(q, of),
})
