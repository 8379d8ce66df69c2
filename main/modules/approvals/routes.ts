// The company's approval routes: kept, ordered, removed. A submission keeps the steps it was made with, so a change touches later ones only (A7).
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { requireMayPass } from './owners-routes.ts'
import { approvableOf } from '../../records/approvals/index.ts'

type Input = CommandParsed<'save-approval-route'>

/** Roles, people and departments that a route names must exist; a person must work here. */
const requireKnown = (ctx: CommandContext, input: Input): void => {
  for (const id of input.departmentIds) if (!ctx.tx.row('department', id)) refuse('not-found', { resource: 'department' })
  for (const { by, roleId, userId } of input.steps) {
    if (by === 'role' && roleId !== null) ctx.orNotFound(ctx.tx.row('role', roleId), 'role')
    if (by !== 'user' || userId === null) continue
    if (ctx.orNotFound(ctx.tx.row('user', userId), 'user').active !== 1)
      refuse('wrong-state', { kind: 'user', state: 'inactive', needed: 'active' })
  }
}

/** Steps keep only what their kind uses, so that two equal steps are stored equal. */
const plain = (steps: Input['steps']) =>
  steps.map((s) => ({
    by: s.by,
    roleId: s.by === 'role' ? s.roleId : null,
    userId: s.by === 'user' ? s.userId : null,
    mode: s.by === 'role' || s.by === 'owner' ? s.mode : 'any',
  }))

const nextPosition = async (ctx: CommandContext, kind: string): Promise<number> => {
  const { last } = await ctx.db
    .selectFrom('approval_route')
    .select((e) => e.fn.max('position').as('last'))
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  return last === null ? 0 : Number(last) + 1
}

export const routeCommands = defineCommands({
  'save-approval-route': async (input, ctx) => {
    requireKnown(ctx, input)
    // A18, A19: what two persons must see cannot pass by itself.
    if (input.steps.length === 0 && approvableOf(ctx, input.kind)?.twoPersons)
      refuse('invalid-input', { issues: [{ path: 'steps', rule: 'required' }] })
    const fields = {
      kind: input.kind,
      name: input.name,
      active: input.active ? 1 : 0,
      amountFrom: input.amountFrom,
      marginBelow: input.marginBelow === null ? null : toScaled(input.marginBelow, 'percent'),
      levels: JSON.stringify(input.levels),
      departmentIds: JSON.stringify(input.departmentIds),
      steps: JSON.stringify(plain(input.steps)),
    }
    if (input.revision === undefined) {
      if (ctx.tx.row('approval_route', input.id)) refuse('already-exists', { field: 'id', value: input.id })
      ctx.tx.put('approval_route', { id: input.id, ...fields, position: await nextPosition(ctx, input.kind), revision: 1 })
      return { id: input.id, revision: 1 }
    }
    const old = ctx.orNotFound(ctx.tx.row('approval_route', input.id), 'approval-route')
    ctx.requireRevision(old, input.revision)
    await requireMayPass(ctx, old.kind, old.position)
    const revision = old.revision + 1
    const position = old.kind === input.kind ? old.position : await nextPosition(ctx, input.kind)
    ctx.tx.patch('approval_route', input.id, { ...fields, position, revision })
    return { id: input.id, revision }
  },

  'order-approval-routes': async ({ kind, routes }, ctx) => {
    const known = await ctx.db.selectFrom('approval_route').select(['id', 'revision', 'position']).where('kind', '=', kind).execute()
    const byId = new Map(known.map((r) => [r.id, r]))
    const ids = new Set(routes.map((r) => r.id))
    if (ids.size !== routes.length || known.length !== ids.size || known.some(({ id }) => !ids.has(id)))
      refuse('changed-meanwhile', { expected: routes.length, found: known.length })
    const moved = routes.flatMap(({ id }, position) =>
      byId.get(id)!.position === position ? [] : [Math.min(position, byId.get(id)!.position)],
    )
    if (moved.length > 0) await requireMayPass(ctx, kind, Math.min(...moved))
    for (const [position, { id, revision }] of routes.entries()) {
      const stored = byId.get(id)!
      ctx.requireRevision(stored, revision)
      // A route that moves counts on: who saw another order is told (U22).
      if (stored.position !== position) ctx.tx.patch('approval_route', id, { position, revision: revision + 1 })
    }
    return {}
  },

  'remove-approval-route': async (input, ctx) => {
    const route = ctx.orNotFound(ctx.tx.row('approval_route', input.id), 'approval-route')
    ctx.requireRevision(route, input.revision)
    await requireMayPass(ctx, route.kind, route.position)
    ctx.tx.remove('approval_route', route.id)
    return {}
  },
})
