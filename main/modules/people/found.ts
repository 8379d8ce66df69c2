// Founding: the company's settings, the ready-made roles, a first department and the owner, in one command.
import { READY_MADE_ROLES, type ReadyMadeRole } from '../../../preload/contract/access.ts'
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { strongHash } from './passwords.ts'
import { pathBelow } from './rules.ts'
import { FIRST_DEPARTMENT, readyMadeRoles } from './seeds.ts'

/** Puts the ready-made roles; their ids follow from the owner's, so that a replay makes the same ones. */
const putRoles = (ctx: CommandContext, from: string): Record<ReadyMadeRole, string> => {
  const ids = Object.fromEntries(READY_MADE_ROLES.map((code) => [code, derivedId(from, `role ${code}`)])) as Record<ReadyMadeRole, string>
  for (const role of readyMadeRoles)
    ctx.tx.put('role', {
      id: ids[role.code],
      code: role.code,
      name: role.name,
      nameEn: role.nameEn,
      permissions: JSON.stringify(role.permissions),
      scopes: JSON.stringify(role.scopes),
      revision: 1,
    })
  return ids
}

export const foundCommands = defineCommands({
  'found-company': async ({ company, owner }, ctx) => {
    const hash = await strongHash(owner.password, { ...owner, nameEn: '' }, company)
    ctx.tx.put('setting', { key: 'company', value: JSON.stringify(company) })
    const departmentId = derivedId(owner.id, 'first department')
    ctx.tx.put('department', { id: departmentId, ...FIRST_DEPARTMENT, parentId: null, path: pathBelow(null, departmentId), revision: 1 })
    const roleIds = putRoles(ctx, owner.id)
    ctx.tx.put('user', {
      id: owner.id,
      login: owner.login,
      name: owner.name,
      nameEn: '',
      email: '',
      phone: '',
      departmentId,
      language: owner.language,
      active: 1,
      createdAt: ctx.now,
      revision: 1,
    })
    ctx.tx.put('credential', { userId: owner.id, hash, failures: 0, waitUntil: null })
    ctx.tx.put('user_role', { id: derivedId(owner.id, roleIds.owner), userId: owner.id, roleId: roleIds.owner })
    return { ownerId: owner.id, departmentId, roleIds }
  },
  'edit-company': (input, ctx) => {
    // The base currency stays as founded: every posting is kept in it.
    ctx.tx.patch('setting', 'company', {
      value: JSON.stringify({ ...ctx.company, ...input, switches: input.switches ?? ctx.company.switches }),
    })
    return {}
  },
  'set-switches': ({ switches }, ctx) => {
    ctx.tx.patch('setting', 'company', { value: JSON.stringify({ ...ctx.company, switches }) })
    return {}
  },
})
