// Users with their roles: made, changed, switched off. Whoever loses a right is signed out at once (SEC34).
import { refuse } from '../../../preload/contract/refusals.ts'
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'
import { endSessionsOf } from '../../access/sessions.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { requireUniqueCodes } from '../../commands/unique-codes.ts'
import { activeRolesOf, holdsOwnerRole, requireAnotherOwner, requireMayGive, requireOwner } from './owners.ts'
import { withoutOwnGain } from './own-rights.ts'
import { requireStrongFor } from './passwords.ts'

type UserInput = Omit<CommandParsed<'edit-user'>, 'revision' | 'active'>

/** Refuses a login that somebody has, roles or a department that do not exist, and rights that only owners give. Gives the roles. */
const checkUser = async (ctx: CommandContext, input: UserInput) => {
  await requireUniqueCodes(ctx, 'edit-user', input)
  if (input.departmentId !== null && !ctx.tx.row('department', input.departmentId)) refuse('not-found', { resource: 'department' })
  const roles = input.roleIds.map((id) => ctx.orNotFound(ctx.tx.row('role', id), 'role'))
  await requireMayGive(ctx, await activeRolesOf(ctx.db, input.id), roles)
  return roles
}

const fieldsOf = ({ login, name, nameEn, email, phone, departmentId, language }: UserInput) => ({
  login,
  name,
  nameEn,
  email,
  phone,
  departmentId,
  language,
})

/** Makes the user's roles those given; true when anything changed. */
const putRoles = async (ctx: CommandContext, userId: string, roleIds: readonly string[]): Promise<boolean> => {
  const wanted = new Set(roleIds)
  const held = await ctx.db.selectFrom('user_role').select(['id', 'roleId']).where('userId', '=', userId).orderBy('id').execute()
  const gone = held.filter((h) => !wanted.has(h.roleId))
  const added = [...wanted].filter((id) => !held.some((h) => h.roleId === id))
  for (const { id } of gone) ctx.tx.remove('user_role', id)
  for (const roleId of added) ctx.tx.put('user_role', { id: derivedId(userId, roleId), userId, roleId })
  return gone.length + added.length > 0
}

export const userCommands = defineCommands({
  'create-user': async (input, ctx) => {
    if (ctx.tx.row('user', input.id)) refuse('already-exists', { field: 'id', value: input.id })
    await checkUser(ctx, input)
    requireStrongFor(input.password, input, ctx.company)
    const { hash } = ctx.passwords()
    ctx.tx.put('user', { id: input.id, ...fieldsOf(input), active: 1, createdAt: ctx.now, revision: 1 })
    ctx.tx.put('credential', { userId: input.id, hash, failures: 0, waitUntil: null })
    await putRoles(ctx, input.id, input.roleIds)
    return { id: input.id, revision: 1 }
  },
  'edit-user': (input, ctx) =>
    withoutOwnGain(ctx, async () => {
      const user = ctx.orNotFound(ctx.tx.row('user', input.id), 'user')
      ctx.requireRevision(user, input.revision)
      const wasOwner = await holdsOwnerRole(ctx.db, user.id)
      if (wasOwner) await requireOwner(ctx)
      const isOwner = (await checkUser(ctx, input)).some((role) => role.code === 'owner')
      if (wasOwner && user.active === 1 && (!isOwner || !input.active)) await requireAnotherOwner(ctx.db, user.id)
      const rolesChanged = await putRoles(ctx, user.id, input.roleIds)
      const revision = user.revision + 1
      ctx.tx.patch('user', user.id, { ...fieldsOf(input), active: input.active ? 1 : 0, revision })
      if (rolesChanged || !input.active) endSessionsOf(ctx.tx.sql, user.id) // SEC34
      return { id: user.id, revision }
    }),
  'choose-language': (input, ctx) => {
    ctx.tx.patch('user', ctx.viewer.userId, { language: input.language })
    return {}
  },
})
