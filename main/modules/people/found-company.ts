// Founding: the company's settings, the ready-made roles, a first department and the owner, in one command.
import { READY_MADE_ROLES, type ReadyMadeRole } from '../../../preload/contract/access.ts'
import type { Company } from '../../../preload/contract/modules/people/calls.ts'
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { requireStrongFor } from './passwords.ts'
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

/** Settings and switches are one record, changed only as it was seen (U22). Refuses `changed-meanwhile`. */
const writeCompany = (ctx: CommandContext, company: Company, seen: number) => {
  const stored = ctx.orNotFound(ctx.tx.row('setting', 'company'), 'company')
  ctx.requireRevision(stored, seen)
  const revision = stored.revision + 1
  ctx.tx.patch('setting', 'company', { value: JSON.stringify(company), revision })
  return { revision }
}

export const foundingCommands = defineCommands({
  'found-company': ({ company, owner }, ctx) => {
    requireStrongFor(owner.password, { ...owner, nameEn: '' }, company)
    const { hash } = ctx.passwords()
    ctx.tx.put('setting', { key: 'company', value: JSON.stringify(company), revision: 1 })
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
  // The base currency stays as founded: every posting is kept in it.
  'edit-company': ({ revision, ...input }, ctx) =>
    writeCompany(ctx, { ...ctx.company, ...input, switches: input.switches ?? ctx.company.switches }, revision),
  'set-switches': ({ switches, revision }, ctx) => writeCompany(ctx, { ...ctx.company, switches }, revision),
})
