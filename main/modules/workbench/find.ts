// Finding anything (Ctrl+K): the search index, limited to what the viewer may see.
import { SEARCHABLE_KINDS, type SearchableKind } from '../../../preload/contract/records.ts'
import { searchEntries, type SearchKind } from '../../../db/search.ts'
import { isOwned, type OwnedResource } from '../../../preload/contract/access.ts'
import type { QueryOutput, QueryParsed } from '../../../preload/contract/queries.ts'
import { kindsVisibleWholly, mayView } from '../../access/searchable-kinds.ts'
import type { QueryContext } from '../../queries/define-query.ts'

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
      if (whole.includes(kind) || !isOwned(kind)) return { kind }
      return { kind, within: { ownerId: q.viewer.userId, departmentIds: await departmentsOf(q, kind) } }
    }),
  )
}

export const find = async ({ text, limit }: QueryParsed<'find'>, q: QueryContext): Promise<QueryOutput<'find'>> =>
  searchEntries(q.sql, text, limit, await visibleKinds(q)).map((e) => ({ ...e, kind: e.kind as SearchableKind }))
