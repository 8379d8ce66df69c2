// The way through the program: each place that comes to the front stands in the window's history and address line, so that back, forward, links and a
// colleague's address lead where they say. The open tabs stay the truth; history only remembers the way.
import { useEffect, useRef } from 'react'
import { type Place, pathOf, placeIn } from '../client/address.ts'
import { announce } from '../client/announcements.ts'
import { useRoutes } from '../client/routes.ts'
import { placeOf } from '../client/tabs.ts'
import { useTabList, useTabs } from '../client/use-tabs.ts'

/** What the window's history keeps of a place; a foreign entry has none. */
type Visited = Place & { tab: string }
const visited = (): Visited | null => (history.state as Visited | null) ?? null

/** Writes each place that comes to the front into the history. */
const useTrail = () => {
  const { tabs, active } = useTabList()
  const front = tabs.find((tab) => tab.id === active)
  const place = front && placeOf(front.route, front.params)
  useEffect(() => {
    if (!front) return
    const { route, params, id } = front
    const before = visited()
    if (before && placeOf(before.route, before.params) === place) return
    // A tab that became something else (a new record that was saved) is the same step of the way; so is the first picture.
    const write = before === null || before.tab === id ? 'replaceState' : 'pushState'
    history[write]({ route, params, tab: id } satisfies Visited, '', `#${pathOf({ route, params })}`)
  }, [place, front])
}

/** Opens what back and forward, a changed address line, and links from outside mean. */
const useNotifications = () => {
  const routes = useRoutes()
  const { open } = useTabs()
  const first = useRef(true)
  useEffect(() => {
    const openText = (text: string) => {
      const place = placeIn(text, routes)
      if (place) open(place.route, place.params)
      else if (text !== '' && text !== '#') announce({ words: 'shell.unknown-address', tone: 'info' })
    }
    const step = ({ state }: PopStateEvent) => {
      const place = state as Visited | null
      if (place) open(place.route, place.params)
      else openText(location.hash)
    }
    // The address with which the window was opened; one that the window wrote itself is only the way it went.
    if (first.current && visited() === null) openText(location.hash)
    first.current = false
    window.addEventListener('popstate', step)
    const desktop = window.tradewind
    const takeLink = () => void desktop?.takeLink().then((link) => link !== null && openText(link))
    takeLink()
    const stop = desktop?.onLink(takeLink)
    return () => {
      window.removeEventListener('popstate', step)
      stop?.()
    }
  }, [routes, open])
}

export const useVisited = (): void => {
  useNotifications()
  useTrail()
}
