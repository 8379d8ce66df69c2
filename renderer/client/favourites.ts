// What a user has pinned to the menu: pages of it, records, views of lists; in their own order, kept with them at the office.
import type { Params, Route } from './routes.ts'
import { useRemembered } from './remembered.ts'

export type Pinned = {
  route: string
  /** The record, or the view of the list; a page of the menu has neither. */
  id?: string | undefined
  view?: string | undefined
}
/** How it is kept: `customers`, `customer/<id>`, `customers?view=<id>`. */
export const pinnedKey = ({ route, id, view }: Pinned): string => (id ? `${route}/${id}` : view ? `${route}?view=${view}` : route)
/** Undefined for a text that is none, such as one of another version. */
export const pinnedIn = (key: string): Pinned | undefined => {
  const [, route, id, view] = /^([a-z][a-z-]*)(?:\/([\w-]+)|\?view=([\w-]+))?$/.exec(key) ?? []
  return route === undefined ? undefined : { route, id, view }
}
export const placeOfPinned = ({ route, id, view }: Pinned): { route: string; params: Params } => ({
  route,
  params: id ? { id } : view ? { view } : {},
})

/** What of a place can be pinned: a page of the menu as it opens from there, a record by its id, a view of a list. */
export const pinnable = (route: Route | undefined, params: Params): Pinned | undefined => {
  if (!route) return undefined
  const given = Object.keys(params)
  if (route.menu && given.length === 0) return { route: route.name }
  if (route.menu && params.view !== undefined) return { route: route.name, view: params.view }
  return !route.menu && !route.single && params.id !== undefined && given.length === 1 ? { route: route.name, id: params.id } : undefined
}

/** How a user has arranged the navigation. */
export type NavigationState = {
  collapsed: boolean
  /** Groups that are folded. */
  closed: readonly string[]
  /** Groups whose seldom needed pages are shown too. */
  more?: readonly string[]
  /** What stands on top, in the user's order (`pinnedKey`). */
  favourites?: readonly string[]
}
/** What is looked up less often than worked in is folded until somebody opens it. */
export const FIRST_NAVIGATION: NavigationState = { collapsed: false, closed: ['reports', 'settings'] }
export const useNavigation = () => useRemembered<NavigationState>('navigation', FIRST_NAVIGATION)

/** The favourites of who sits here. */
export const useFavourites = () => {
  const [{ favourites = [] }, setNavigation] = useNavigation()
  const change = (next: (keys: readonly string[]) => readonly string[]) =>
    setNavigation((old) => ({ ...old, favourites: next(old.favourites ?? []) }))
  return {
    pinned: favourites.flatMap((key) => pinnedIn(key) ?? []),
    has: (one: Pinned) => favourites.includes(pinnedKey(one)),
    toggle: (one: Pinned) => {
      const key = pinnedKey(one)
      change((keys) => (keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key]))
    },
    move: (one: Pinned, by: 1 | -1) => {
      const key = pinnedKey(one)
      change((keys) => {
        const at = keys.indexOf(key)
        const rest = keys.filter((other) => other !== key)
        return at < 0 || at + by < 0 ? keys : [...rest.slice(0, at + by), key, ...rest.slice(at + by)]
      })
    },
  }
}
