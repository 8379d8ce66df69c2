// Addresses read and written: what a link may name, and what it may not.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasAddress, linkTo, pathOf, placeIn, type Place } from './address.ts'
import type { Route } from './routes.ts'

const page = () => null
const routes: readonly Route[] = [
  { name: 'home', page, single: true },
  { name: 'customers', page, menu: { group: 'parties', order: 1, icon: null } },
  { name: 'customer', page },
  { name: 'payment', page },
]
const id = '0197a1b2-0000-7000-8000-00000000000a'

test('[W13] a record and a page of the menu have an address that leads back to them', () => {
  const places: Place[] = [
    { route: 'customer', params: { id } },
    { route: 'customers', params: {} },
    { route: 'home', params: {} },
  ]
  for (const place of places)
    for (const text of [linkTo(place, true), linkTo(place, false), `#${pathOf(place)}`, ` ${linkTo(place, true)}\n`])
      expect(placeIn(text, routes), text).toEqual(place)
})
test('[W13] a link written in capitals by a mail program is the same link', () =>
  expect(placeIn(`TRADEWIND://CUSTOMER/${id}`, routes)).toEqual({ route: 'customer', params: { id } }))
test('[W13] a link never fills a form: no new record, no other params', () => {
  const others = [
    'tradewind://payment',
    'tradewind://payment?vendorId=1',
    `tradewind://payment/${id}?amount=1`,
    'tradewind://customers/1',
    'tradewind://nothing/1',
    'tradewind://customer/../payment',
    'tradewind://customer/%2e%2e',
    'javascript:alert(1)#/customer/1',
    'file:///etc/passwd#/customer/1',
    'customer/1',
    '',
  ]
  expect(others.filter((text) => placeIn(text, routes) !== null)).toEqual([])
  expect(hasAddress(routes[3], { vendorId: '1' })).toBe(false)
  expect(hasAddress(routes[3], { id, vendorId: '1' })).toBe(false)
})
test('[W13] any text is read without a fault, and only as a place that there is', () =>
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl({ withFragments: true })), (text) => {
      const place = placeIn(text, routes)
      return place === null || routes.some((route) => route.name === place.route)
    }),
  ))
