// What can be permitted: resources with their actions, and the four scopes of data. Roles are made of nothing else.
import { z } from 'zod'

/** Every permission is `<resource>.<action>`. Resources marked `owned` carry ownerId and departmentId, so a role gives them a scope. */
export const resources = {
  company: { owned: false, actions: ['edit'] },
  user: { owned: false, actions: ['view', 'create', 'edit'] },
  role: { owned: false, actions: ['view', 'edit'] },
  audit: { owned: false, actions: ['view', 'export'] },
  customer: { owned: true, actions: ['view', 'create', 'edit', 'export', 'handover'] },
  /** submit: to put a vendor's bank details before a second person. */
  vendor: { owned: false, actions: ['view', 'create', 'edit', 'submit', 'export'] },
  product: { owned: false, actions: ['view', 'create', 'edit', 'export'] },
  deal: { owned: true, actions: ['view', 'export'] },
  /** view: net sales by any grouping, the ranking of salespeople among them. */
  'sales-figures': { owned: false, actions: ['view'] },
  'sales-contract': { owned: true, actions: ['view', 'create', 'edit', 'submit', 'sign', 'amend', 'void', 'export'] },
  'purchase-contract': { owned: true, actions: ['view', 'create', 'edit', 'submit', 'sign', 'amend', 'void', 'export'] },
  quotation: { owned: true, actions: ['view', 'create', 'edit', 'export'] },
  /** Milestones of purchase contracts; whose they see is the scope of the purchase contract. */
  milestone: { owned: false, actions: ['view', 'edit', 'export'] },
  'milestone-template': { owned: false, actions: ['edit'] },
  /** submit: to ask for leave to ship over a customer's credit limit. */
  shipment: { owned: true, actions: ['view', 'create', 'edit', 'submit', 'dispatch', 'reverse', 'export'] },
  /** choose: to decide for a forwarder's quote. */
  'freight-inquiry': { owned: true, actions: ['view', 'create', 'edit', 'submit', 'choose', 'void', 'export'] },
  /** accept: to take a credit or an amendment as it stands; from then on it covers what its customer owes. */
  'letter-of-credit': { owned: true, actions: ['view', 'create', 'edit', 'accept', 'void', 'export'] },
  bill: { owned: false, actions: ['view', 'create', 'post', 'reverse', 'export'] },
  receipt: { owned: true, actions: ['view', 'create', 'claim', 'allocate', 'reverse', 'export'] },
  'payment-request': { owned: true, actions: ['view', 'create', 'edit', 'void', 'submit', 'export'] },
  'profit-estimate': { owned: true, actions: ['view', 'create', 'edit', 'submit', 'void', 'export'] },
  payment: { owned: false, actions: ['view', 'create', 'reverse', 'export'] },
  'bank-account': { owned: false, actions: ['view', 'edit', 'submit', 'transfer', 'export'] },
  receivable: { owned: true, actions: ['view', 'export'] },
  payable: { owned: false, actions: ['view', 'export'] },
  ledger: { owned: false, actions: ['view', 'export'] },
  period: { owned: false, actions: ['close', 'reopen'] },
  rate: { owned: false, actions: ['view', 'edit'] },
  cost: { owned: false, actions: ['view'] },
  profit: { owned: false, actions: ['view'] },
  /** view: every approval of the company; decide: decisions that a route or a delegation puts before this person. */
  approval: { owned: false, actions: ['view', 'decide', 'export'] },
  'approval-route': { owned: false, actions: ['view', 'edit'] },
  /** make: copies, checks and drills; restore: to go back to one, and to choose where copies go besides. */
  backup: { owned: false, actions: ['view', 'make', 'restore'] },
  /** share: to give a view of a list to everybody of a role; one's own views need no right. */
  'list-view': { owned: false, actions: ['share'] },
} as const satisfies Record<string, { owned: boolean; actions: readonly string[] }>

export type Resource = keyof typeof resources
export type Permission = { [R in Resource]: `${R}.${(typeof resources)[R]['actions'][number]}` }[Resource]
export type OwnedResource = { [R in Resource]: (typeof resources)[R]['owned'] extends true ? R : never }[Resource]

export const allPermissions = Object.entries(resources).flatMap(([r, { actions }]) => actions.map((a) => `${r}.${a}` as Permission))
export const permissionSchema = z.enum(allPermissions as [Permission, ...Permission[]])

export const SCOPES = ['own', 'department', 'department-below', 'all'] as const
export type Scope = (typeof SCOPES)[number]
export const scopeSchema = z.enum(SCOPES)
export const ownedResources = (Object.keys(resources) as Resource[]).filter((r) => resources[r].owned) as OwnedResource[]
export const scopesSchema = z.partialRecord(z.enum(ownedResources as [OwnedResource, ...OwnedResource[]]), scopeSchema)
export type Scopes = Partial<Record<OwnedResource, Scope>>

export const READY_MADE_ROLES = [
  'owner',
  'sales-manager',
  'salesperson',
  'merchandiser',
  'purchaser',
  'shipping-clerk',
  'accountant',
  'cashier',
  'administrator',
  'auditor',
] as const
export type ReadyMadeRole = (typeof READY_MADE_ROLES)[number]
