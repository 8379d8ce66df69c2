// Dates of records that ask for something now: near, today or past. Read from the records each time, so nothing has to be closed by hand.
// Which dates these are is for the modules to say (`due` among what they contribute); here is no table.
import { sql, type RawBuilder } from 'kysely'
import type { OwnedResource, Permission } from '../../preload/contract/access.ts'
import type { QueryOutput } from '../../preload/contract/queries.ts'
import { addDays, daysBetween } from '../../preload/contract/vocabulary/dates.ts'
import { money } from '../../preload/contract/vocabulary/money.ts'
import type { QueryContext } from '../queries/define-query.ts'
import { listOf } from './contributions.ts'

type Group = QueryOutput<'today'>['dueItems'][number]
type Found = { id: string; number: string; party: string; date: string; minor: number | null; currency: string | null }
export type DueRule = {
  /** Its name is `follow-up.<rule>`, in the names of the module. */
  rule: string
  /** Its place on the page, smallest first. */
  order: number
  /** The page that opens. */
  route: string
  permission: Permission
  /** Whose rows: the viewer's scope on this resource, with the columns that hold owner and department; null where nobody owns them. */
  owned: { resource: OwnedResource; owner: string; department: string } | null
  /** A query giving id, number, party, date, minor, currency; `until` is the last date that asks already, `mine` a condition that it has to apply. */
  rows(q: QueryContext, until: string, mine: RawBuilder<boolean>): RawBuilder<unknown>
  /** Days before the date from which on it asks. */
  ahead: number
  /** Which rows are the viewer's own, where that is not for the owner column to say. */
  own?: (q: QueryContext) => RawBuilder<boolean>
}
/** The rules of a module. */
export const due = listOf<readonly DueRule[]>('due')

/** This many of each rule are shown; the count says how many there are. */
const SHOWN = 20

const mineOf = (q: QueryContext, { owned, own }: DueRule, mine: boolean): RawBuilder<boolean> => {
  if (!owned) return sql<boolean>`1`
  const scope = q.scope(owned.resource, owned.owner, owned.department) ?? sql<boolean>`1`
  if (!mine) return scope
  return own ? sql<boolean>`(${scope} and ${own(q)})` : sql<boolean>`${sql.ref(owned.owner)} = ${q.viewer.userId}`
}

const groupOf = async (q: QueryContext, rule: DueRule, mine: boolean): Promise<Group> => {
  const rows = rule.rows(q, addDays(q.today, rule.ahead), mineOf(q, rule, mine))
  const found = await q.db
    .selectFrom(sql<Found>`(${rows})`.as('t'))
    .selectAll()
    .select(sql<number>`count(*) over ()`.as('total'))
    .orderBy('t.date')
    .orderBy(sql`text_key('code', t.number)`)
    .limit(SHOWN)
    .execute()
  return {
    rule: rule.rule,
    count: Number(found[0]?.total ?? 0),
    items: found.map((f) => ({
      route: rule.route,
      id: f.id,
      number: f.number,
      party: f.party,
      date: f.date,
      days: daysBetween(q.today, f.date),
      amount: f.minor === null || f.currency === null ? null : money(Number(f.minor), f.currency),
    })),
  }
}

/** What is due for the viewer, rule by rule in their order; rules with nothing are left out. `mine`: of what the viewer owns alone. */
export const dueFor = async (q: QueryContext, mine: boolean): Promise<Group[]> => {
  const rules = q
    .contributed(due)
    .flat()
    .filter((rule) => q.may(rule.permission))
  const groups: Group[] = []
  for (const rule of rules.toSorted((a, b) => a.order - b.order)) groups.push(await groupOf(q, rule, mine))
  return groups.filter((g) => g.count > 0)
}
