// What a new company starts with: the ready-made roles with the rights that the records grant them, and its first department. Users may change all but the owner's.
import {
  allPermissions,
  ownedResources,
  READY_MADE_ROLES,
  type Permission,
  type ReadyMadeRole,
  type Scope,
  type Scopes,
} from '../../../preload/contract/access.ts'
import { declarations } from '../../../preload/contract/records.ts'

export type RoleSeed = { name: string; nameEn: string; permissions: readonly Permission[]; scopes: Scopes }

export const FIRST_DEPARTMENT = { name: '总部', nameEn: 'Head office' }

const every = (scope: Scope): Scopes => Object.fromEntries(ownedResources.map((r) => [r, scope]))

const roles: Record<ReadyMadeRole, Omit<RoleSeed, 'permissions'>> = {
  owner: { name: '老板', nameEn: 'Owner', scopes: every('all') },
  'sales-manager': { name: '销售经理', nameEn: 'Sales manager', scopes: every('department-below') },
  salesperson: { name: '业务员', nameEn: 'Salesperson', scopes: every('own') },
  merchandiser: { name: '跟单', nameEn: 'Merchandiser', scopes: every('department-below') },
  purchaser: { name: '采购', nameEn: 'Purchaser', scopes: every('all') },
  'shipping-clerk': { name: '单证', nameEn: 'Shipping clerk', scopes: every('all') },
  /** Books what was received and paid, and allocates it; the money itself goes in and out with the cashier. */
  accountant: { name: '会计', nameEn: 'Accountant', scopes: every('all') },
  cashier: { name: '出纳', nameEn: 'Cashier', scopes: every('all') },
  /** Keeps users, roles and settings; sees nothing of the trade. */
  administrator: { name: '系统管理员', nameEn: 'Administrator', scopes: {} },
  auditor: { name: '审计（只读）', nameEn: 'Auditor (read only)', scopes: every('all') },
}

/** What a role has of one resource: the owner everything, the auditor what shows and exports unless the record says otherwise, the others what it grants. */
const actionsOf = (code: ReadyMadeRole, { actions = [], grants = {} }: (typeof declarations)[number]): readonly string[] => {
  const usual = code === 'owner' ? 'all' : code === 'auditor' ? actions.filter((a) => a === 'view' || a === 'export') : []
  const granted = grants[code] ?? usual
  return granted === 'all' ? actions : granted
}
const granted = (code: ReadyMadeRole): ReadonlySet<string> =>
  new Set(declarations.flatMap((one) => actionsOf(code, one).map((action) => `${one.kind}.${action}`)))

/** The ready-made roles in their usual order, permissions in the contract's order. */
export const readyMadeRoles: readonly (RoleSeed & { code: ReadyMadeRole })[] = READY_MADE_ROLES.map((code) => {
  const permissions = granted(code)
  return { code, ...roles[code], permissions: allPermissions.filter((p) => permissions.has(p)) }
})

/** Rights that no ready-made role but the owner's has: only owners give them (U33). */
export const ownersRights: readonly Permission[] = allPermissions.filter((p) =>
  readyMadeRoles.every(({ code, permissions }) => code === 'owner' || !permissions.includes(p)),
)
