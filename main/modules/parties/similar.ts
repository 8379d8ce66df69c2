// While a party is typed: those that look the same, also other salespeople's, by name and kind alone (domain.md 2, duplicate check).
import { marksOf, type Mark } from '../../../db/reach.ts'
import type { PARTY_KINDS } from '../../../preload/contract/modules/parties/calls.ts'
import type { QueryOutput, QueryParsed } from '../../../preload/contract/queries.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { departmentPaths, inScope } from '../../access/viewer.ts'
import { normalName } from './rules.ts'

type Similar = QueryOutput<'similar-parties'>[number]
const SHOWN = 8
/** From this length on a name that is still being typed is compared by its beginning too. */
const TELLING_LETTERS = 8
const TELLING_HAN = 4

/** Parties with the same normalized name, mail address, mail or web domain, or phone. Only who makes or changes parties is told. */
export const similarParties = async (input: QueryParsed<'similar-parties'>, q: QueryContext): Promise<Similar[]> => {
  if (!(['customer.create', 'customer.edit', 'vendor.create', 'vendor.edit'] as const).some((p) => q.may(p))) return []
  const found = new Map<string, Similar>()
  // The party on screen is not like itself. One that the viewer may not see is left in: leaving it out would say which of those named it is.
  const own =
    input.exceptId === null ? undefined : await q.db.selectFrom('party').selectAll().where('id', '=', input.exceptId).executeTakeFirst()
  const pathOf = departmentPaths(q.sql)
  const except = own && (own.kind !== 'customer' || inScope(q.viewer, 'customer', own, pathOf)) ? own.id : null
  const add = (reason: Similar['reason'], rows: readonly { id: string; kind: string; name: string }[]) => {
    for (const { id, kind, name } of rows) if (!found.has(id)) found.set(id, { kind: kind as (typeof PARTY_KINDS)[number], name, reason })
  }
  const lookForName = async (text: string, begins: boolean) => {
    if (text === '') return
    for (const column of ['normalName', 'normalNameZh'] as const) {
      const select = q.db.selectFrom('party').select(['id', 'kind', 'name']).where('id', 'is not', except).limit(SHOWN)
      const named = begins ? select.where(column, '>=', text).where(column, '<', `${text}\u{10FFFF}`) : select.where(column, '=', text)
      add('name', await named.execute())
    }
  }
  /** The contacts' addresses and numbers count as the party's own. */
  const lookForMarks = async (marks: readonly Mark[]) => {
    for (const { kind, mark } of marks)
      add(
        kind,
        await q.db
          .selectFrom('party_mark as m')
          .innerJoin('party as p', 'p.id', 'm.partyId')
          .select(['p.id', 'p.kind', 'p.name'])
          .where('m.kind', '=', kind)
          .where('m.mark', '=', mark)
          .where('p.id', 'is not', except)
          .limit(SHOWN)
          .execute(),
      )
  }
  const name = normalName(input.name)
  const enough = [...name].length >= (/\p{Script=Han}/u.test(name) ? TELLING_HAN : TELLING_LETTERS)
  await lookForName(name, enough)
  for (const source of ['website', 'email', 'phone'] as const) await lookForMarks(marksOf(source, input[source]))
  return [...found.values()].slice(0, SHOWN)
}
