// What can be permitted: resources with their actions, as the records of all modules declare them, and the four scopes of data. Roles are made of nothing else.
import { z } from 'zod'
import { type AnyRecord, declarations, type With } from './records.ts'
import { once } from './define/once.ts'

/** A right of a resource, by the declaration that has it: one module's kind of record, or a right of its own (define/record.ts). */
type Rights = With<'actions'>
type PermissionOf<D> = D extends { kind: infer R extends string; actions: readonly (infer A extends string)[] } ? `${R}.${A}` : never

export type Resource = Rights['kind']
/** Every permission is `<resource>.<action>`. */
export type Permission = PermissionOf<Rights>
/** Resources whose rows carry ownerId and departmentId, so that a role gives them a scope. */
export type OwnedResource = Extract<Rights, { owned: true }>['kind']

export const resources = Object.fromEntries(
  declarations.flatMap(({ kind, actions, owned }) => (actions ? [[kind, { owned: owned === true, actions }]] : [])),
) as Readonly<Record<Resource, { owned: boolean; actions: readonly string[] }>>

export const allPermissions = Object.entries(resources).flatMap(([r, { actions }]) => actions.map((a) => `${r}.${a}` as Permission))
export const permissionSchema = once(() => z.enum(allPermissions as [Permission, ...Permission[]]))

/** The rights that show a record, all of them; none where a record has no right of its own (it goes by the one it belongs to). */
export const viewRights = ({ kind, view, actions }: Pick<AnyRecord, 'kind' | 'view' | 'actions'>): readonly Permission[] =>
  [view ?? (actions?.includes('view') ? `${kind}.view` : [])].flat() as Permission[]
export const isOwned = (kind: string): kind is OwnedResource => kind in resources && resources[kind as Resource].owned

export const SCOPES = ['own', 'department', 'department-below', 'all'] as const
export type Scope = (typeof SCOPES)[number]
export const scopeSchema = once(() => z.enum(SCOPES))
export const ownedResources = (Object.keys(resources) as Resource[]).filter((r) => resources[r].owned) as OwnedResource[]
export const scopesSchema = once(() => z.partialRecord(z.enum(ownedResources as [OwnedResource, ...OwnedResource[]]), scopeSchema()))
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
