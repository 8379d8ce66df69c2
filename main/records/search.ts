// Finding records by name or number (Ctrl+K): commands keep the index in their own transaction, one call a record, and whoever looks finds what they may see.
import { indexEntry, moveEntry, removeEntry, searchEntries, type SearchKind } from '../../db/search.ts'
import { spellings } from '../../db/spelling.ts'
import type { OwnedResource } from '../../preload/contract/access.ts'
import type { QueryOutput, QueryParsed } from '../../preload/contract/queries.ts'
import { SEARCHABLE_KINDS, type SearchableKind } from '../../preload/contract/records.ts'
import { kindsVisibleWholly, mayView, scopeOfKind } from '../access/searchable-kinds.ts'
import type { CommandContext } from '../commands/define-command.ts'
import type { QueryContext } from '../queries/define-query.ts'

export type SearchRecord = {
  id: string
  kind: SearchableKind
  /** What a result shows: a document's number, a party's or product's name. */
  title: string
  /** The second line of a result: the party of a document, the code of a party. Searched too. */
  detail: string
  /** Null of a kind without an owner of its own: it is found in the scope of the row above, whosever that is by then. */
  ownerId: string | null
  departmentId: string | null
  /** Further texts to be found by: names, codes, bill of lading and container numbers. Empty ones are left out. */
  words?: readonly (string | null | undefined)[]
}

/** Puts a record into the index or brings its entry up to date, with its pinyin. */
export const indexRecord = (ctx: Pick<CommandContext, 'tx'>, { words = [], ...record }: SearchRecord): void => {
  const texts = words.filter((w): w is string => typeof w === 'string' && w !== '')
  indexEntry(ctx.tx.sql, { ...record, words: texts, spellings: [record.title, record.detail, ...texts].flatMap((text) => spellings(text)) })
}
/** Takes a record out of the index. */
export const unindexRecord = (ctx: Pick<CommandContext, 'tx'>, id: string): void => removeEntry(ctx.tx.sql, id)
/** The record has gone to another owner. */
export const reownRecord = (
  ctx: Pick<CommandContext, 'tx'>,
  id: string,
  owner: { ownerId: string | null; departmentId: string | null },
): void => moveEntry(ctx.tx.sql, id, owner.ownerId, owner.departmentId)

/** The departments whose records a scope shows; the same rule as `scopeCondition`. */
const departmentsOf = async ({ viewer, db }: QueryContext, kind: OwnedResource): Promise<string[]> => {
  const scope = viewer.scopes[kind] ?? 'own'
  if (scope === 'own' || viewer.departmentId === null || viewer.departmentPath === null) return []
  if (scope === 'department') return [viewer.departmentId]
  const path = viewer.departmentPath
  const below = await db.selectFrom('department').select('id').where('path', '>=', path).where('path', '<', `${path}~`).execute()
  return below.map((d) => d.id)
}

const visibleKinds = async (q: QueryContext): Promise<SearchKind[] | 'every'> => {
  const whole = kindsVisibleWholly(q)
  if (whole.length === SEARCHABLE_KINDS.length) return 'every'
  return Promise.all(
    SEARCHABLE_KINDS.filter((kind) => mayView(q, kind)).map(async (kind): Promise<SearchKind> => {
      const scope = scopeOfKind(kind)
      if (whole.includes(kind) || !scope) return { kind }
      const { above } = scope
      return { kind, within: { ownerId: q.viewer.userId, departmentIds: await departmentsOf(q, scope.kind), ...(above && { above }) } }
    }),
  )
}

/** What a text finds of the records that the viewer may see. */
export const findRecords = async ({ text, limit }: QueryParsed<'find'>, q: QueryContext): Promise<QueryOutput<'find'>> =>
  searchEntries(q.sql, text, limit, await visibleKinds(q)).map((e) => ({ ...e, kind: e.kind as SearchableKind }))
