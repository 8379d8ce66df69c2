// The open tabs of this user: a pure list and what can be done to it. Kept through `remembered`, so that a restart finds them as they were.
import type { Language } from '../../preload/contract/names/define.ts'
import type { Params } from './routes.ts'

/** A title as text, or in both languages: a page in the background cannot say its title anew when the language changes. */
export type TabTitle = string | Readonly<Record<Language, string>>
export const sameTitle = (a: TabTitle | null, b: TabTitle | null): boolean =>
  a === b || (a !== null && b !== null && typeof a === 'object' && typeof b === 'object' && a.zh === b.zh && a.en === b.en)

export type Tab = {
  id: string
  route: string
  params: Params
  title: TabTitle | null
  pinned: boolean
  dirty: boolean
  /** The tab it was opened from: closing it goes back there. */
  from?: string
}
export type TabList = { tabs: readonly Tab[]; active: string | null }
export const NO_TABS: TabList = { tabs: [], active: null }

/** Two tabs of one route and the same params are the same place, in whatever order the params were given. */
export const placeOf = (route: string, params: Params): string =>
  `${route}?${Object.entries(params)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')}`

const isAt = (place: string) => (tab: Tab) => placeOf(tab.route, tab.params) === place
const change = (list: TabList, id: string, part: Partial<Tab>): TabList => ({
  ...list,
  tabs: list.tabs.map((tab) => (tab.id === id ? { ...tab, ...part } : tab)),
})
/** Pinned tabs stand before the others. */
const ordered = (tabs: readonly Tab[]) => [...tabs.filter((tab) => tab.pinned), ...tabs.filter((tab) => !tab.pinned)]

/**
 * Opens a place, or goes to the tab that shows it already. `single`: the route's one tab takes the new params over. `begins`: a new record is begun,
 * so a tab in which one is being typed stays as it is.
 */
export const openTab = (list: TabList, id: string, route: string, params: Params, single: boolean, begins = false): TabList => {
  const here = single ? (tab: Tab) => tab.route === route : isAt(placeOf(route, params))
  const there = list.tabs.find((tab) => here(tab) && !(begins && tab.dirty))
  // Records are opened from somewhere; pages of the menu are not.
  const from = (begins || Object.keys(params).length > 0 ? list.active : null) ?? undefined
  if (there) return { ...change(list, there.id, there.id === list.active ? { params } : { params, from }), active: there.id }
  const tab: Tab = { id, route, params, title: null, pinned: false, dirty: false, from }
  const after = list.tabs.findIndex((one) => one.id === list.active)
  const at = after < 0 ? list.tabs.length : after + 1
  return { tabs: ordered([...list.tabs.slice(0, at), tab, ...list.tabs.slice(at)]), active: id }
}

/** Opens a page of the menu; a tab that nobody has touched yet gives way to it, so that a walk through the menu leaves no row of tabs behind. */
export const openInstead = (list: TabList, id: string, route: string, untouched: string | null): TabList => {
  const opened = openTab(list, id, route, {}, false)
  // It came forward in a tab of its own, or there is nothing to give way.
  if (untouched === null || !opened.tabs.some((tab) => tab.id === id)) return opened
  return { ...opened, tabs: opened.tabs.filter((tab) => tab.id !== untouched) }
}

export const activateTab = (list: TabList, id: string): TabList => (list.tabs.some((tab) => tab.id === id) ? { ...list, active: id } : list)

/** The nearest tab that stays, of those from which one was opened, then the one from which that was opened, and so on. */
const openedFrom = (list: TabList, id: string | null, closing: readonly string[]): string | undefined => {
  let at = list.tabs.find((tab) => tab.id === id)
  const seen = new Set<string>()
  while (at?.from !== undefined && !seen.has(at.id)) {
    seen.add(at.id)
    const from: string = at.from
    at = list.tabs.find((tab) => tab.id === from)
    if (at && !closing.includes(at.id)) return at.id
  }
  return undefined
}

/** Closes tabs; when the active one goes, the one it was opened from comes forward, else its neighbour. */
export const closeTabs = (list: TabList, ids: readonly string[]): TabList => {
  const rest = list.tabs.filter((tab) => !ids.includes(tab.id))
  if (list.active === null || !ids.includes(list.active)) return { ...list, tabs: rest }
  const at = list.tabs.findIndex((tab) => tab.id === list.active)
  const next = list.tabs.slice(at).find((tab) => !ids.includes(tab.id)) ?? list.tabs.slice(0, at).findLast((tab) => !ids.includes(tab.id))
  return { tabs: rest, active: openedFrom(list, list.active, ids) ?? next?.id ?? null }
}

export const pinTab = (list: TabList, id: string, pinned: boolean): TabList => {
  const next = change(list, id, { pinned })
  return { ...next, tabs: ordered(next.tabs) }
}

/** Moves a tab to the place of another; the border between pinned and others stays. */
export const moveTab = (list: TabList, id: string, to: number): TabList => {
  const from = list.tabs.findIndex((tab) => tab.id === id)
  const tab = list.tabs[from]
  if (!tab) return list
  const rest = list.tabs.filter((one) => one.id !== id)
  const at = Math.max(0, Math.min(to, rest.length))
  return { ...list, tabs: ordered([...rest.slice(0, at), tab, ...rest.slice(at)]) }
}

export const stepTab = (list: TabList, by: 1 | -1): TabList => {
  const at = list.tabs.findIndex((tab) => tab.id === list.active)
  const next = list.tabs.at((at + by) % list.tabs.length)
  return next ? { ...list, active: next.id } : list
}

/** The tab of a new record becomes the record's own. A tab that already shows that record gives way to this one. */
export const becomeTab = (list: TabList, id: string, route: string, params: Params): TabList => {
  const place = placeOf(route, params)
  const tabs = list.tabs.filter((tab) => tab.id === id || !isAt(place)(tab))
  return change({ ...list, tabs }, id, { route, params, title: null, dirty: false })
}

export const describeTab = (list: TabList, id: string, part: { title?: TabTitle; dirty?: boolean }): TabList => {
  const tab = list.tabs.find((one) => one.id === id)
  const same = !tab || (sameTitle(part.title ?? tab.title, tab.title) && (part.dirty ?? tab.dirty) === tab.dirty)
  return same ? list : change(list, id, part)
}
