// Addresses of pages: what stands in the address line, and in a link that one colleague sends another. Pure.
// A link from outside may name a record by its id or a page of the menu, and nothing more: it never fills a form.
import type { Params, Route } from './routes.ts'

/** The scheme that the desktop registers with the operating system. */
export const SCHEME = 'tradewind:'
export type Place = { route: string; params: Params }

/** The path of a place: `/sales-contract/<id>`, `/customers`. Other params than the id stay in the window's own history. */
export const pathOf = ({ route, params }: Place): string => `/${route}${params.id === undefined ? '' : `/${encodeURIComponent(params.id)}`}`

const isRecord = (route: Route): boolean => route.menu === undefined && route.single !== true

/** Whether a link can lead to a place: a record by its id alone, or a page of the menu as it opens from there. */
export const hasAddress = (route: Route | undefined, params: Params): boolean => {
  if (!route) return false
  const given = Object.keys(params)
  return isRecord(route) ? given.length === 1 && given[0] === 'id' : given.length === 0
}

/**
 * The place that a text means: `tradewind://customer/<id>`, a browser's address with `#/customer/<id>` at its end, or that end alone.
 * Null for anything else, for pages this version does not have, and for forms of new records.
 */
export const placeIn = (text: string, routes: readonly Route[]): Place | null => {
  const path = /^(?:tradewind:\/\/|(?:https?:\/\/[^#\s]*|app:\/\/[^#\s]*)?#\/)([a-z][a-z-]{0,60})(?:\/([\w-]{1,80}))?\/?$/i.exec(
    text.trim(),
  )
  const route = routes.find((one) => one.name === path?.[1]?.toLowerCase())
  if (!path || !route) return null
  const params: Params = path[2] === undefined ? {} : { id: path[2] }
  return hasAddress(route, params) ? { route: route.name, params } : null
}

/** The link to a place, for colleagues: to the office's own pages from a browser, to the desktop program from a desktop. */
export const linkTo = (place: Place, desktop: boolean): string =>
  desktop ? `${SCHEME}/${pathOf(place)}` : `${location.origin}/#${pathOf(place)}`
