// What the navigation and the search box offer: entries and actions of the routes this user may see. Pure.
import { hasName } from '../../preload/contract/names/index.ts'
import type { NavigationState, Pinned } from '../client/favourites.ts'
import { type May, MENU_GROUPS, type MenuGroup, type Route, titleKeyOf } from '../client/routes.ts'
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

export const toggled = (list: readonly string[] | undefined, one: string): string[] =>
  list?.includes(one) ? list.filter((other) => other !== one) : [...(list ?? []), one]

export type Favourite = { pinned: Pinned; route: Route }
/** The favourites whose pages this user may still see. */
export const favouritesOf = (routes: readonly Route[], may: May, pinned: readonly Pinned[]): Favourite[] =>
  pinned.flatMap((one) => {
    const route = routes.find(({ name }) => name === one.route)
    return route && may(route.permission) && (route.menu || one.id !== undefined) ? [{ pinned: one, route }] : []
  })

/** What of a group stands in the navigation: nothing while it is folded (its icons in the slim one), the rest with "more" and the page in front. */
export const visibleIn = ({ group, routes }: MenuSection, state: NavigationState, current: string | undefined): Route[] => {
  if (!state.collapsed && state.closed.includes(group)) return []
  const all = state.more?.includes(group) ?? false
  return routes.filter((route) => all || !route.menu?.more || route.name === current)
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
