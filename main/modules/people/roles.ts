// Roles: what they permit and how far their holders see.
import { allPermissions, type Permission } from '../../../preload/contract/access.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { defineCommands } from '../../commands/define-command.ts'
import { requireUniqueCodes } from '../../commands/unique-codes.ts'
import { withoutOwnGain } from './own-rights.ts'
import { requireMayGive, requireOwner } from './owners.ts'

const inOrder = (permissions: readonly Permission[]): string => JSON.stringify(allPermissions.filter((p) => permissions.includes(p)))

export const roleCommands = defineCommands({
  'create-role': async (input, ctx) => {
    if (ctx.tx.row('role', input.id)) refuse('already-exists', { field: 'id', value: input.id })
    await requireUniqueCodes(ctx, 'create-role', input)
    const { id, name, nameEn } = input
    const permissions = inOrder(input.permissions)
    await requireMayGive(ctx, [], [{ code: null, permissions }])
    ctx.tx.put('role', {
      id,
      code: null,
      name,
      nameEn,
      permissions,
      scopes: JSON.stringify(input.scopes),
      revision: 1,
    })
    return { id, revision: 1 }
  },
  'edit-role': (input, ctx) =>
    withoutOwnGain(ctx, async () => {
      const role = ctx.orNotFound(ctx.tx.row('role', input.id), 'role')
      ctx.requireRevision(role, input.revision)
      await requireUniqueCodes(ctx, 'edit-role', input)
      const revision = role.revision + 1
      // The owner's role keeps everything whatever is sent: a company that locked itself out could not be helped.
      if (role.code === 'owner') await requireOwner(ctx)
      else await requireMayGive(ctx, [role], [{ code: null, permissions: inOrder(input.permissions) }])
      const rights = role.code === 'owner' ? {} : { permissions: inOrder(input.permissions), scopes: JSON.stringify(input.scopes) }
      ctx.tx.patch('role', role.id, { name: input.name, nameEn: input.nameEn, ...rights, revision })
      return { id: role.id, revision }
    }),
})
