// The list of open tabs as pure data.
import { expect, test } from 'vitest'
import {
  becomeTab,
  closeTabs,
  describeTab,
  moveTab,
  NO_TABS,
  openInstead,
  openTab,
  pinTab,
  placeOf,
  stepTab,
  type TabList,
} from './tabs.ts'

const open = (list: TabList, id: string, route: string, params = {}) => openTab(list, id, route, params, false)
const three = () => open(open(open(NO_TABS, 'a', 'customers'), 'b', 'products'), 'c', 'customer', { id: '1' })
const ids = (list: TabList) => list.tabs.map((tab) => tab.id).join('')

test('the same record never opens twice: the tab that shows it comes forward', () => {
  const list = open(open(three(), 'd', 'customers'), 'e', 'customer', { id: '1' })
  expect(ids(list)).toBe('abc')
  expect(list.active).toBe('c')
})
test('[W14] a page of the menu takes the place of one that nobody has touched, and comes forward where it is open already', () => {
  expect(ids(openInstead(three(), 'd', 'deals', null))).toBe('abcd')
  const instead = openInstead({ ...three(), active: 'b' }, 'd', 'deals', 'b')
  expect([ids(instead), instead.active]).toEqual(['adc', 'd'])
  const there = openInstead({ ...three(), active: 'b' }, 'd', 'customers', 'b')
  expect([ids(there), there.active]).toEqual(['abc', 'a'])
})
test('another record of the same route opens beside the active tab', () => {
  const list = open(openTab(three(), '-', 'customers', {}, false), 'd', 'customer', { id: '2' })
  expect(ids(list)).toBe('adbc')
})
test('the order in which params are given makes no other place', () => {
  expect(placeOf('open-items', { side: 'receivable', partyId: '7' })).toBe(placeOf('open-items', { partyId: '7', side: 'receivable' }))
  expect(placeOf('x', { a: '1&b=2' })).not.toBe(placeOf('x', { a: '1', b: '2' }))
})
test('a single route has one tab, which takes new params over', () => {
  const list = openTab(openTab(NO_TABS, 'a', 'ageing', { side: 'payable' }, true), 'b', 'ageing', { side: 'receivable' }, true)
  expect(ids(list)).toBe('a')
  expect(list.tabs[0]?.params).toEqual({ side: 'receivable' })
})
test('closing the active tab brings its right neighbour forward, or the left one at the end', () => {
  expect(closeTabs({ ...three(), active: 'b' }, ['b']).active).toBe('c')
  expect(closeTabs({ ...three(), active: 'c' }, ['c']).active).toBe('b')
  expect(closeTabs({ ...three(), active: 'c' }, ['b', 'c']).active).toBe('a')
  expect(closeTabs(three(), ['a', 'b', 'c']).active).toBeNull()
})
test('closing another tab leaves the active one where it is', () => expect(closeTabs(three(), ['a', 'b'])).toMatchObject({ active: 'c' }))
test('pinned tabs stand before the others and stay there when something is moved', () => {
  const pinned = pinTab(three(), 'c', true)
  expect(ids(pinned)).toBe('cab')
  expect(ids(moveTab(pinned, 'b', 0))).toBe('cba')
  expect(ids(pinTab(pinned, 'c', false))).toBe('cab')
})
test('moving goes to the wanted place and not beyond the ends', () => {
  expect(ids(moveTab(three(), 'a', 2))).toBe('bca')
  expect(ids(moveTab(three(), 'a', 99))).toBe('bca')
  expect(ids(moveTab(three(), 'c', -5))).toBe('cab')
  expect(ids(moveTab(three(), 'unknown', 0))).toBe('abc')
})
test('stepping goes round at both ends', () => {
  expect(stepTab({ ...three(), active: 'c' }, 1).active).toBe('a')
  expect(stepTab({ ...three(), active: 'a' }, -1).active).toBe('c')
})
test('the tab of a new record becomes the saved record, and an older tab of it gives way', () => {
  const list = describeTab(open(three(), 'd', 'customer'), 'd', { title: 'typed', dirty: true })
  const saved = becomeTab(list, 'd', 'customer', { id: '1' })
  expect(ids(saved)).toBe('abd')
  expect(saved.tabs.find((tab) => tab.id === 'd')).toMatchObject({ params: { id: '1' }, title: null, dirty: false })
})
test('describing a tab as it already is changes nothing', () => {
  const list = describeTab(three(), 'a', { title: 'x' })
  expect(describeTab(list, 'a', { title: 'x', dirty: false })).toBe(list)
  expect(describeTab(list, 'gone', { title: 'y' })).toBe(list)
})

test('[W11] closing a tab goes back to where it was opened from, also over one that has gone', () => {
  // From the list (a) the record (c) was opened, from that its deal (d); b stands beside.
  const list = open(
    open({ ...open(open(NO_TABS, 'a', 'customers'), 'b', 'products'), active: 'a' }, 'c', 'customer', { id: '1' }),
    'd',
    'deal',
    {
      id: '2',
    },
  )
  expect(list.active).toBe('d')
  expect(closeTabs(list, ['d']).active).toBe('c')
  expect(closeTabs(list, ['c', 'd']).active).toBe('a')
  expect(closeTabs(closeTabs(list, ['c']), ['d']).active).not.toBeNull()
  // Come to again from elsewhere, it goes back there.
  const again = open({ ...list, active: 'b' }, 'x', 'customer', { id: '1' })
  expect([again.active, closeTabs(again, ['c']).active]).toEqual(['c', 'b'])
  // A tab that another one stands before is still closed without leaving.
  expect(closeTabs({ ...list, active: 'b' }, ['d']).active).toBe('b')
})

test('[W11] a new record opens blank beside one that is being typed; a blank one is not opened twice', () => {
  const begin = (list: TabList, id: string) => openTab(list, id, 'customer', {}, false, true)
  const blank = begin(NO_TABS, 'a')
  expect(ids(begin(blank, 'b'))).toBe('a')
  const typed = describeTab(blank, 'a', { dirty: true })
  const both = begin(typed, 'b')
  expect([ids(both), both.active]).toEqual(['ab', 'b'])
  // A setting that is being changed is gone on with.
  expect(ids(openTab(typed, 'b', 'customer', {}, false))).toBe('a')
})
