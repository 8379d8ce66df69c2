// Nobody makes himself mightier: whoever manages users, roles or departments may not gain by it what he does not already have. Rules U9 to U11 of SPEC.md.
import { allPermissions, ownedResources, SCOPES, type OwnedResource, type Scope } from '../../../preload/contract/access.ts'
import { refuse, type RefusalData } from '../../../preload/contract/refusals.ts'
import { loadViewer, type Viewer } from '../../access/viewer.ts'
import type { CommandContext } from '../../commands/define-command.ts'

/** The departments whose records a scope opens; `all` for the whole company. */
type Reach = 'all' | ReadonlySet<string>

const reachOf = (viewer: Viewer, scope: Scope, paths: ReadonlyMap<string, string>): Reach => {
  if (scope === 'all') return 'all'
  const { departmentId, departmentPath } = viewer
  if (scope === 'own' || departmentId === null || departmentPath === null) return new Set()
  if (scope === 'department') return new Set([departmentId])
  return new Set([...paths].filter(([, path]) => path.startsWith(departmentPath)).map(([id]) => id))
}
const isWider = (before: Reach, after: Reach): boolean =>
  before !== 'all' && (after === 'all' || [...after].some((department) => !before.has(department)))

type Rights = { viewer: Viewer; scopeOf(r: OwnedResource): Scope; reach(r: OwnedResource): Reach }
const rightsOf = async ({ db, viewer: { userId } }: CommandContext): Promise<Rights | undefined> => {
  const viewer = await loadViewer(db, userId)
  if (!viewer) return undefined
  const departments = await db.selectFrom('department').select(['id', 'path']).execute()
  const paths = new Map(departments.map((d) => [d.id, d.path]))
  const scopeOf = (r: OwnedResource): Scope => viewer.scopes[r] ?? 'own'
  return { viewer, scopeOf, reach: (r) => reachOf(viewer, scopeOf(r), paths) }
}

const gained = (before: Rights, after: Rights): RefusalData<'own-rights-widened'> => ({
  permissions: allPermissions.filter((p) => after.viewer.permissions.has(p) && !before.viewer.permissions.has(p)),
  scopes: ownedResources
    .filter((r) => SCOPES.indexOf(after.scopeOf(r)) > SCOPES.indexOf(before.scopeOf(r)) || isWider(before.reach(r), after.reach(r)))
    .map((resource) => ({ resource, scope: after.scopeOf(resource) })),
})

/**
 * Does the work of a command and refuses `own-rights-widened` when whoever gave it would hold more afterwards than before: a permission, a wider scope, or
 * records of further departments. An owner has everything already and passes. The office itself, which founds, is no user and is not checked.
 */
export const withoutOwnGain = async <T>(ctx: CommandContext, work: () => Promise<T>): Promise<T> => {
  const before = await rightsOf(ctx)
  const outcome = await work()
  const after = before && (await rightsOf(ctx))
  if (!before || !after) return outcome
  const more = gained(before, after)
  if (more.permissions.length + more.scopes.length > 0) refuse('own-rights-widened', more)
  return outcome
}
