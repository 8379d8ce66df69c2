// The list behind a page: which pages of the menu are lists, and how one of them is asked and opened as a tile wants it.
import { isList, type ListName, listSpec } from '../../../preload/contract/queries.ts'
import type { Route } from '../../client/index.ts'

export type ListBehind = NonNullable<Route['list']>

const plain = new Map<string, boolean>()
/** Whether a list can be asked without saying of whom or what. */
const asksNothing = (name: ListName): boolean => {
  const known = plain.get(name)
  if (known !== undefined) return known
  const able = listSpec(name).input.safeParse({}).success
  plain.set(name, able)
  return able
}

/** The list that a page shows; undefined for a page that is none, or that shows one only of something. */
export const listBehind = (route: Route | undefined): ListBehind | undefined => {
  if (route?.list) return route.list
  return route && isList(route.name) && asksNothing(route.name) ? { name: route.name } : undefined
}
