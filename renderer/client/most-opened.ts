// Which pages and records a user opens most: counted as they come to the front, the longer ago the less, and kept with the user at the office.
import { useEffect } from 'react'
import { pinnable, type Pinned, pinnedIn, pinnedKey } from './favourites.ts'
import { remember, remembered, useRemembered } from './remembered.ts'
import { type Route, useRoutes } from './routes.ts'
import { useTabList } from './use-tabs.ts'

const KEY = 'opened'
/** When so many have been counted all counts are halved: what is not opened any more fades. */
const MOST = 200
const KEPT = 60

type Counts = Readonly<Record<string, number>>
const NONE: Counts = {}

export const countedOnce = (counts: Counts, key: string): Counts => {
  const next = { ...counts, [key]: (counts[key] ?? 0) + 1 }
  const all = Object.entries(next).toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  if (all.reduce((sum, [, count]) => sum + count, 0) <= MOST && all.length <= KEPT) return next
  return Object.fromEntries(all.slice(0, KEPT).flatMap(([one, count]) => (count > 1 ? [[one, Math.floor(count / 2)]] : [])))
}

/** Counts each place that comes to the front; the desk itself is no news. */
export const useCountOpened = (home: string): void => {
  const routes = useRoutes()
  const { tabs, active } = useTabList()
  const front = tabs.find((tab) => tab.id === active)
  const place = front && front.route !== home ? pinnable(routeOf(routes, front.route), front.params) : undefined
  const key = place && pinnedKey(place)
  useEffect(() => {
    // Read when it is counted: who counts need not be drawn anew by every count.
    if (key !== undefined) remember(KEY, countedOnce((remembered(KEY) as Counts | undefined) ?? NONE, key))
  }, [key])
}
const routeOf = (routes: readonly Route[], name: string) => routes.find((route) => route.name === name)

/** The places that are opened most, first the one opened most. */
export const useMostOpened = (): Pinned[] => {
  const [counts] = useRemembered<Counts>(KEY, NONE)
  return Object.entries(counts)
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .flatMap(([key]) => pinnedIn(key) ?? [])
}
