// What the navigation and the search box offer: entries and actions of the routes this user may see. Pure.
import { hasName } from '../../preload/contract/names/index.ts'
import { type May, MENU_GROUPS, type MenuGroup, type Route } from '../client/routes.ts'
import type { Tab } from '../client/tabs.ts'
import { type Words, wordsIn } from '../words/index.ts'

export type MenuSection = { group: MenuGroup; routes: Route[] }

/** The groups with something in them, each in its order. */
export const menuOf = (routes: readonly Route[], may: May): MenuSection[] =>
  MENU_GROUPS.map((group) => ({
    group,
    routes: routes
      .filter((route) => route.menu?.group === group && may(route.permission))
      .toSorted((a, b) => (a.menu?.order ?? 0) - (b.menu?.order ?? 0)),
  })).filter((section) => section.routes.length > 0)

/** How a user has arranged the navigation. */
export type NavigationState = {
  collapsed: boolean
  /** Groups that are folded. */
  closed: readonly string[]
  /** Groups whose seldom needed pages are shown too. */
  more?: readonly string[]
  /** Routes on top, in the user's order. */
  favourites?: readonly string[]
}
/** What is looked up less often than worked in is folded until somebody opens it. */
export const FIRST_NAVIGATION: NavigationState = { collapsed: false, closed: ['reports', 'settings'] }

export const toggled = (list: readonly string[] | undefined, one: string): string[] =>
  list?.includes(one) ? list.filter((other) => other !== one) : [...(list ?? []), one]

/** The favourites that this user may still see. */
export const favouritesOf = (routes: readonly Route[], may: May, { favourites = [] }: NavigationState): Route[] =>
  favourites.flatMap((name) => routes.find((route) => route.name === name && route.menu && may(route.permission)) ?? [])

/** What of a group stands in the navigation: nothing while it is folded (its icons in the slim one), the rest with "more" and the page in front. */
export const visibleIn = ({ group, routes }: MenuSection, state: NavigationState, current: string | undefined): Route[] => {
  if (!state.collapsed && state.closed.includes(group)) return []
  const all = state.more?.includes(group) ?? false
  return routes.filter((route) => all || !route.menu?.more || route.name === current)
}

/** The key of a route's own name. */
export const titleKeyOf = (route: Route): string => {
  const keys = [`list.${route.name}`, `record.${route.name}`, `query.${route.name}`]
  return route.titleKey ?? keys.find(hasName) ?? `record.${route.name}`
}

/** What a tab is called: what its page says, else the route's name; a record's page without an id is a new record. */
export const tabTitle = (tab: Tab, route: Route | undefined, words: Words): string => {
  const said = tab.title !== null && typeof tab.title === 'object' ? tab.title[words.language] : tab.title
  if (!route) return said ?? tab.route
  const key = titleKeyOf(route)
  const name = words.name(key)
  const fresh = !route.menu && !route.single && !('id' in tab.params) && hasName(`record.${route.name}`)
  if (fresh) return words.t('tabs.new-record', { title: name })
  if (said === null) return name
  // A form says its kind of record and its number: the kind is put into the new language here.
  const other = wordsIn[words.language === 'zh' ? 'en' : 'zh'].name(key)
  return said.startsWith(other) ? name + said.slice(other.length) : said
}
