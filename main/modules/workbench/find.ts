// Finding anything (Ctrl+K): the search index, limited to what the viewer may see.
import { searchEntries, type SearchKind } from '../../../db/search.ts'
import { resources, type OwnedResource, type Permission } from '../../../preload/contract/access.ts'
import { FOUND_KINDS } from '../../../preload/contract/modules/workbench.ts'
import type { QueryOutput, QueryParsed } from '../../../preload/contract/queries.ts'
import type { QueryContext } from '../../queries/define-query.ts'

type FoundKind = (typeof FOUND_KINDS)[number]
/** An estimate is cost and profit through and through: its own right alone does not show it. */
export const mayView = (q: QueryContext, kind: FoundKind): boolean =>
  q.may(`${kind}.view` as Permission) && (kind !== 'profit-estimate' || (q.may('profit.view') && q.may('cost.view')))
export const isOwned = (kind: FoundKind): kind is FoundKind & OwnedResource => resources[kind].owned

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
  const seesAll = (kind: FoundKind) => mayView(q, kind) && (!isOwned(kind) || q.viewer.scopes[kind] === 'all')
  if (FOUND_KINDS.every(seesAll)) return 'every'
  return Promise.all(
    FOUND_KINDS.filter((kind) => mayView(q, kind)).map(async (kind): Promise<SearchKind> => {
      if (!isOwned(kind) || q.viewer.scopes[kind] === 'all') return { kind }
      return { kind, within: { ownerId: q.viewer.userId, departmentIds: await departmentsOf(q, kind) } }
    }),
  )
}

export const find = async ({ text, limit }: QueryParsed<'find'>, q: QueryContext): Promise<QueryOutput<'find'>> =>
  searchEntries(q.sql, text, limit, await visibleKinds(q)).map((e) => ({ ...e, kind: e.kind as FoundKind }))
