// The table of a role: which permissions and scopes are chosen, and what choosing one brings along. Pure.
import { ownedResources, type Permission, type Resource, resources, type Scope, type Scopes } from '../../../preload/contract/access.ts'

export type Choice = { permissions: readonly Permission[]; scopes: Scopes }

export const allResources = Object.keys(resources) as Resource[]
export const actionsOf = (resource: Resource): readonly string[] => resources[resource].actions
export const permissionOf = (resource: Resource, action: string): Permission => `${resource}.${action}` as Permission
export const isOwned = (resource: Resource): boolean => (ownedResources as readonly Resource[]).includes(resource)

export const chosenOf = ({ permissions }: Choice, resource: Resource): Permission[] =>
  permissions.filter((one) => one.startsWith(`${resource}.`))
export const isWhole = (choice: Choice, resource: Resource): boolean => chosenOf(choice, resource).length === actionsOf(resource).length

/** A scope belongs to a resource of which something is permitted, and to no other. */
const withScopes = (permissions: readonly Permission[], scopes: Scopes): Choice => ({
  permissions,
  scopes: Object.fromEntries(
    ownedResources
      .filter((resource) => permissions.some((one) => one.startsWith(`${resource}.`)))
      .map((resource) => [resource, scopes[resource] ?? 'own'] as const),
  ),
})

/** Doing something with records needs seeing them: 'view' comes along with the first action and takes the others with it when it goes. */
export const toggled = (choice: Choice, resource: Resource, action: string): Choice => {
  const permission = permissionOf(resource, action)
  const view = permissionOf(resource, 'view')
  const viewed = actionsOf(resource).includes('view')
  const rest = choice.permissions.filter((one) => one !== permission)
  if (rest.length === choice.permissions.length) {
    const added = viewed && !choice.permissions.includes(view) && action !== 'view' ? [view, permission] : [permission]
    return withScopes([...choice.permissions, ...added], choice.scopes)
  }
  return withScopes(action === 'view' ? choice.permissions.filter((one) => !one.startsWith(`${resource}.`)) : rest, choice.scopes)
}

/** All of a resource's actions, or none when all were chosen. */
export const toggledWhole = (choice: Choice, resource: Resource): Choice => {
  const others = choice.permissions.filter((one) => !one.startsWith(`${resource}.`))
  return withScopes(
    isWhole(choice, resource) ? others : [...others, ...actionsOf(resource).map((action) => permissionOf(resource, action))],
    choice.scopes,
  )
}

export const scoped = (choice: Choice, resource: Resource, scope: Scope): Choice =>
  withScopes(choice.permissions, { ...choice.scopes, [resource]: scope })
