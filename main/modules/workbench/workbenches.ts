// Desks as they are kept: a person's own, else what the company gives to their role, else the ready-made one. Rules W30 to W35.
import { sql } from 'kysely'
import { nameIn, orderOfNames } from '../../../db/names-in-language.ts'
import { allPermissions, READY_MADE_ROLES, type ReadyMadeRole } from '../../../preload/contract/access.ts'
import type { Permission } from '../../../preload/contract/access.ts'
import { isLaidOut, type Tile } from '../../../preload/contract/modules/workbench/tiles.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'
import { type CommandContext, defineCommands } from '../../commands/define-command.ts'
import { defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { readyMadeWorkbench, standardWorkbench } from './ready-made.ts'

type Kept = { revision: number; tiles: string | null }

/** What was kept, in the shape of today; null where nothing was, or it was given up again. */
const tilesIn = (kept: Kept | undefined): Tile[] | null => (kept?.tiles ? (JSON.parse(kept.tiles) as Tile[]) : null)
const readyMade = (code: string | null): Tile[] => (code === null ? standardWorkbench() : readyMadeWorkbench(code as ReadyMadeRole))

/** W30: each within the grid, none on another. A screen never sends anything else. */
const requireLaidOut = (tiles: readonly Tile[]): void => {
  if (!isLaidOut(tiles)) refuse('invalid-input', { issues: [{ path: 'tiles', rule: 'choice' }] })
}
/** W31: two windows that arrange the same desk. */
const nextRevision = (ctx: CommandContext, kept: Kept | undefined, seen: number): number => {
  const now = { revision: kept?.revision ?? 0 }
  ctx.requireRevision(now, seen)
  return now.revision + 1
}
const ownId = (ctx: CommandContext): string => derivedId(ctx.viewer.userId, 'workbench')
const roleRow = (ctx: CommandContext, roleId: string) => ctx.orNotFound(ctx.tx.row('role', roleId), 'role')

export const workbenchCommands = defineCommands({
  'save-workbench': (input, ctx) => {
    requireLaidOut(input.tiles)
    const id = ownId(ctx)
    const kept = ctx.tx.row('workbench', id)
    const revision = nextRevision(ctx, kept, input.revision)
    const tiles = JSON.stringify(input.tiles)
    if (kept) ctx.tx.patch('workbench', id, { tiles, revision })
    else ctx.tx.put('workbench', { id, ownerId: ctx.viewer.userId, tiles, createdAt: ctx.now, revision })
    return { id, revision }
  },
  'reset-workbench': (input, ctx) => {
    const id = ownId(ctx)
    const revision = nextRevision(ctx, ctx.tx.row('workbench', id), input.revision)
    ctx.tx.patch('workbench', id, { tiles: null, revision })
    return {}
  },
  'save-role-workbench': (input, ctx) => {
    requireLaidOut(input.tiles)
    const { id: roleId } = roleRow(ctx, input.roleId)
    const id = derivedId(roleId, 'workbench')
    const kept = ctx.tx.row('role_workbench', id)
    const revision = nextRevision(ctx, kept, input.revision)
    const tiles = JSON.stringify(input.tiles)
    if (kept) ctx.tx.patch('role_workbench', id, { tiles, revision })
    else ctx.tx.put('role_workbench', { id, roleId, tiles, createdAt: ctx.now, revision })
    return { id, revision }
  },
  'reset-role-workbench': (input, ctx) => {
    const id = derivedId(roleRow(ctx, input.roleId).id, 'workbench')
    const revision = nextRevision(ctx, ctx.tx.row('role_workbench', id), input.revision)
    ctx.tx.patch('role_workbench', id, { tiles: null, revision })
    return {}
  },
})

/** Roles with their desks, in their order: the ready-made ones as the house lists them, then the company's own by name. W32. */
const rolesOf = (q: QueryContext, of: { userId?: string; roleId?: string }) => {
  const order = READY_MADE_ROLES.map((code, at) => sql`WHEN ${code} THEN ${at}`)
  let roles = q.db
    .selectFrom('role as r')
    .leftJoin('role_workbench as w', 'w.roleId', 'r.id')
    .select(['r.id as roleId', 'r.code', 'r.permissions', 'w.tiles', nameIn(q.viewer.language, 'role', 'r').as('name')])
    .select(sql<number>`coalesce(w.revision, 0)`.as('revision'))
    .orderBy(sql`CASE r.code ${sql.join(order, sql` `)} ELSE ${READY_MADE_ROLES.length} END`)
    .orderBy(orderOfNames(q.viewer.language, 'role', 'r'))
    .orderBy('r.id')
  const { userId, roleId } = of
  if (userId !== undefined)
    roles = roles.where('r.id', 'in', (e) => e.selectFrom('user_role').select('roleId').where('userId', '=', userId))
  if (roleId !== undefined) roles = roles.where('r.id', '=', roleId)
  return roles.execute()
}

export const workbenchQueries = defineQueries({
  workbench: async (_, q) => {
    const own = await q.db.selectFrom('workbench').select(['revision', 'tiles']).where('ownerId', '=', q.viewer.userId).executeTakeFirst()
    const roles = await rolesOf(q, { userId: q.viewer.userId })
    // W32: the first that somebody has arranged a desk for, be it the house or the company.
    const role = roles.find(({ code, tiles }) => code !== null || tiles !== null)
    const tiles = tilesIn(own)
    return {
      of: tiles ? 'own' : 'role',
      role: role?.name ?? null,
      revision: own?.revision ?? 0,
      tiles: tiles ?? tilesIn(role) ?? readyMade(role?.code ?? null),
    }
  },
  'role-workbenches': async (_, q) =>
    (await rolesOf(q, {})).map(({ roleId, name, code, tiles }) => ({
      ...{ roleId, name, code: code as ReadyMadeRole | null },
      arranged: tiles !== null,
    })),
  'role-workbench': async ({ roleId }, q) => {
    const role = q.orNotFound((await rolesOf(q, { roleId }))[0], 'role')
    const permits = new Set(JSON.parse(role.permissions) as Permission[])
    return {
      roleId,
      revision: role.revision,
      permissions: role.code === 'owner' ? [...allPermissions] : allPermissions.filter((one) => permits.has(one)),
      tiles: tilesIn(role) ?? readyMade(role.code),
    }
  },
})
