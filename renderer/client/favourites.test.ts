// What can be pinned to the menu and how it is kept; what is opened most.
import { expect, test } from 'vitest'
import { pinnable, pinnedIn, pinnedKey } from './favourites.ts'
import { countedOnce } from './most-opened.ts'
import type { Route } from './routes.ts'

const page = () => null
const customers: Route = { name: 'customers', page, menu: { group: 'parties', order: 1, icon: null } }
const customer: Route = { name: 'customer', page }

test('[W41] pages of the menu, records and views can be pinned; forms of new records and lists of something cannot', () => {
  expect(pinnable(customers, {})).toEqual({ route: 'customers' })
  expect(pinnable(customers, { view: 'v' })).toEqual({ route: 'customers', view: 'v' })
  expect(pinnable(customer, { id: 'x' })).toEqual({ route: 'customer', id: 'x' })
  expect([
    pinnable(customer, {}),
    pinnable(customer, { id: 'x', from: 'y' }),
    pinnable(customers, { ownerId: 'x' }),
    pinnable(undefined, {}),
  ]).toEqual(Array.from({ length: 4 }))
})
test('[W41] what is kept is read again; a text that is none is not', () => {
  for (const one of [{ route: 'customers' }, { route: 'customer', id: '01890000-0000' }, { route: 'customers', view: 'a-b' }])
    expect(pinnedIn(pinnedKey(one))).toEqual({ id: undefined, view: undefined, ...one })
  expect(pinnedIn('../etc')).toBeUndefined()
})
test('[W41] what is opened most is counted, and what is not opened any more fades', () => {
  let counts = {}
  for (let n = 0; n < 150; n++) counts = countedOnce(counts, 'old')
  for (let n = 0; n < 400; n++) counts = countedOnce(counts, n % 2 === 0 ? 'new' : 'newer')
  expect(Object.keys(counts).toSorted()).toEqual(['new', 'newer', 'old'])
  expect((counts as { new: number; old: number }).old).toBeLessThan((counts as { new: number }).new)
  for (let n = 0; n < 500; n++) counts = countedOnce(counts, `page-${n}`)
  expect(Object.keys(counts).length).toBeLessThanOrEqual(60)
})
