// The hooks by which pages open tabs, describe their own, and keep state in it.
import { createContext, useCallback, useContext, useMemo, useState, useSyncExternalStore } from 'react'
import { type PlacedKind, recordOf } from '../../preload/contract/records.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { announce } from './announcements.ts'
import { askOrRecall } from './last-answers.ts'
import { onRemembered, remember, remembered, rememberedKeys, type Setter } from './remembered.ts'
import { type Params, type Route, useRoutes } from './routes.ts'
import {
  activateTab,
  becomeTab,
  closeTabs,
  describeTab,
  moveTab,
  NO_TABS,
  openInstead,
  openTab,
  pinTab,
  stepTab,
  type Tab,
  type TabList,
  type TabTitle,
} from './tabs.ts'

const TABS = 'tabs'
const stateKey = (id: string) => `tab:${id}`

export const tabList = (): TabList => (remembered(TABS) as TabList | undefined) ?? NO_TABS
const update = (change: (list: TabList) => TabList) => {
  const before = tabList()
  const after = change(before)
  if (after === before) return
  remember(TABS, after)
  const open = new Set(after.tabs.map((tab) => tab.id))
  for (const tab of before.tabs) if (!open.has(tab.id)) remember(stateKey(tab.id), undefined)
}

/** Forgets the state of tabs that no longer exist, e.g. closed on another machine. */
export const forgetClosedTabs = (): void => {
  const open = new Set(tabList().tabs.map((tab) => stateKey(tab.id)))
  for (const key of rememberedKeys('tab:')) if (!open.has(key)) remember(key, undefined)
}

const subscribeTabs = (listener: () => void) => onRemembered(TABS, listener)
/** The tabs and which is in front, for the tab bar. Pages use `useTabs`, which does not render again at every switch. */
export const useTabList = (): TabList => useSyncExternalStore(subscribeTabs, tabList)

/** The tab a page stands in; null outside of any (dialogs of the shell, tests). */
export const TabContext = createContext<string | null>(null)

/** Which route shows the record of this id, and whose id that is there; null when there is none or the user may not see it. */
async function locate(id: string): Promise<{ route: string; id: string } | null> {
  const answer = await askOrRecall({ kind: 'query', name: 'locate', input: { id } })
  if (!answer.ok) return null
  const { kind, id: read = id } = answer.value as { kind: PlacedKind | 'unknown'; id?: string }
  if (kind === 'unknown') return null
  const { linksTo, route } = recordOf(kind)
  return { route: linksTo ?? route!, id: read }
}

/** The tab in front when it shows a page of the menu in which nothing has been done yet: not searched, paged, scrolled, pinned or opened from. */
const untouchedTab = (routes: readonly Route[]): string | null => {
  const { tabs, active } = tabList()
  const front = tabs.find((tab) => tab.id === active)
  const route = routes.find((one) => one.name === front?.route)
  if (!front || !route?.menu || route.single || front.pinned || front.dirty || Object.keys(front.params).length > 0) return null
  return remembered(stateKey(front.id)) === undefined ? front.id : null
}

/** Whether a place is the form of a new record: a page that is no list or setting, of no record yet. */
const beginsRecord = (routes: readonly Route[], route: string, params: Params): boolean => {
  const known = routes.find((one) => one.name === route)
  return known !== undefined && !known.menu && !known.single && !('id' in params)
}

/** New records that a field of another tab waits for: by the tab in which they are typed. */
const awaited = new Map<string, { back: string; made: (id: string) => void }>()

/** Gives a record that has just been made to the field that waits for it and goes back there. False where none does, or its page has gone. */
const handBack = (tab: string, id: string | undefined): boolean => {
  const waiting = awaited.get(tab)
  awaited.delete(tab)
  if (!waiting || id === undefined || !tabList().tabs.some((one) => one.id === waiting.back)) return false
  update((list) => activateTab(closeTabs(list, [tab]), waiting.back))
  waiting.made(id)
  return true
}

/** The tab that this page stands in; undefined outside of any. */
export const useOwnTab = (): Tab | undefined => {
  const own = useContext(TabContext)
  return useSyncExternalStore(subscribeTabs, () => tabList().tabs.find((tab) => tab.id === own))
}

export type DraftBeside = { tab: string; began: string | null }
/** Drafts of the same kind of new record that stand in other tabs, while this page's own has not been typed in. */
export const useDraftsBeside = (): DraftBeside[] => {
  const routes = useRoutes()
  const own = useContext(TabContext)
  const { tabs } = useTabList()
  const mine = tabs.find((tab) => tab.id === own)
  if (!mine || mine.dirty || !beginsRecord(routes, mine.route, mine.params)) return []
  return tabs
    .filter((tab) => tab.id !== own && tab.route === mine.route && tab.dirty && !('id' in tab.params))
    .map((tab) => ({ tab: tab.id, began: beganIn(remembered(stateKey(tab.id))) }))
}
/** When typing began in a tab, of whichever of its forms. */
const beganIn = (state: unknown): string | null => {
  const drafts = Object.entries((state ?? {}) as Record<string, { began?: unknown } | null>).filter(([key]) => key.startsWith('draft.'))
  return drafts.map(([, draft]) => draft?.began).find((began) => typeof began === 'string') ?? null
}

export type Tabs = {
  /** The tab this page stands in. */
  id: string | null
  /** Opens a route; the same route with the same params comes forward instead of opening twice. */
  open: (route: string, params?: Params) => void
  /** Opens the form of a new record for a field of this page: once it is saved, this page comes back and `made` hears its id. */
  openFor: (route: string, params: Params, made: (id: string) => void) => void
  /** Opens a page of the menu, in place of the one in front when nobody has touched that yet. */
  openFromMenu: (route: string) => void
  /** Opens the record of a drill-down with `{ id }`; 'party' and 'document' are looked up first. */
  openRecord: (route: string, id: string) => Promise<void>
  activate: (id: string) => void
  step: (by: 1 | -1) => void
  /** Closes without asking; the tab bar asks first when something is unsaved. Without an id: this page's own tab. */
  close: (id?: string) => void
  closeMany: (ids: readonly string[]) => void
  pin: (id: string, pinned: boolean) => void
  move: (id: string, to: number) => void
  /** This page's tab turns into another place, e.g. a new record into the saved one; its state is dropped. */
  become: (route: string, params: Params) => void
  /** Pages say it with `useTabTitle` of the kit, in both languages. */
  setTitle: (title: TabTitle) => void
  setDirty: (dirty: boolean) => void
}

const actionsOf = (routes: readonly Route[], own: string | null): Tabs => {
  const open = (route: string, params: Params = {}) => {
    const single = routes.find((one) => one.name === route)?.single ?? false
    update((list) => openTab(list, newId(), route, params, single, beginsRecord(routes, route, params)))
  }
  return {
    id: own,
    open,
    openFor(route, params, made) {
      const back = own ?? tabList().active
      open(route, params)
      const { active } = tabList()
      if (active !== null && back !== null && active !== back) awaited.set(active, { back, made })
    },
    openFromMenu(route) {
      if (routes.find((one) => one.name === route)?.single) return open(route)
      return update((list) => openInstead(list, newId(), route, untouchedTab(routes)))
    },
    async openRecord(route, id) {
      const found = route === 'party' || route === 'document' ? await locate(id) : { route, id }
      if (found) open(found.route, { id: found.id })
      else announce({ words: 'shell.record-not-found', tone: 'info' })
    },
    activate: (id) => update((list) => activateTab(list, id)),
    step: (by) => update((list) => stepTab(list, by)),
    close: (id = own ?? '') => update((list) => closeTabs(list, [id])),
    closeMany: (ids) => update((list) => closeTabs(list, ids)),
    pin: (id, pinned) => update((list) => pinTab(list, id, pinned)),
    move: (id, to) => update((list) => moveTab(list, id, to)),
    become(route, params) {
      if (own === null) return open(route, params)
      if (handBack(own, params.id)) return undefined
      remember(stateKey(own), undefined)
      return update((list) => becomeTab(list, own, route, params))
    },
    setTitle: (title) => own !== null && update((list) => describeTab(list, own, { title })),
    setDirty: (dirty) => own !== null && update((list) => describeTab(list, own, { dirty })),
  }
}

/** What a page can do with tabs: the same object for as long as it stands in the same tab. */
export const useTabs = (): Tabs => {
  const routes = useRoutes()
  const own = useContext(TabContext)
  return useMemo(() => actionsOf(routes, own), [routes, own])
}

const nothing = () => () => {}

/** State of this tab that survives switching, crashes and restarts. Must be JSON. Outside of a tab it is plain state. */
export function useTabState<T>(key: string, initial: T): [T, Setter<T>] {
  const tab = useContext(TabContext)
  const [first] = useState(() => initial)
  const [local, setLocal] = useState<T>(first)
  const subscribe = useCallback((listener: () => void) => (tab === null ? nothing() : onRemembered(stateKey(tab), listener)), [tab])
  const read = useCallback(
    () => (tab === null ? undefined : (remembered(stateKey(tab)) as Record<string, unknown> | undefined)?.[key]),
    [tab, key],
  )
  const kept = useSyncExternalStore(subscribe, read) as T | undefined
  const set = useCallback<Setter<T>>(
    (next) => {
      if (tab === null) return setLocal(next)
      // A page that is closing may still set its state: what belongs to no tab is not kept.
      if (!tabList().tabs.some((one) => one.id === tab)) return
      const all = (remembered(stateKey(tab)) as Record<string, unknown> | undefined) ?? {}
      const old = (all[key] as T | undefined) ?? first
      const value = typeof next === 'function' ? (next as (old: T) => T)(old) : next
      if (!Object.is(value, old)) remember(stateKey(tab), { ...all, [key]: value })
    },
    [tab, key, first],
  )
  return [tab === null ? local : (kept ?? first), set]
}

export type { TabList }
