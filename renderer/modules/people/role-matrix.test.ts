// What choosing a permission brings along.
import { expect, test } from 'vitest'
import { type Choice, isWhole, scoped, toggled, toggledWhole } from './role-matrix.ts'

const none: Choice = { permissions: [], scopes: {} }

test('an action brings the seeing with it, and a scope of one’s own to begin with', () => {
  expect(toggled(none, 'customer', 'edit')).toEqual({ permissions: ['customer.view', 'customer.edit'], scopes: { customer: 'own' } })
})
test('without seeing nothing else is left, nor a scope', () => {
  const some = scoped(toggled(none, 'customer', 'edit'), 'customer', 'all')
  expect(some.scopes).toEqual({ customer: 'all' })
  expect(toggled(some, 'customer', 'view')).toEqual(none)
})
test('a resource that cannot be viewed asks for no viewing', () => {
  expect(toggled(none, 'period', 'close')).toEqual({ permissions: ['period.close'], scopes: {} })
})
test('taking an action away leaves the others and the scope', () => {
  const some = scoped(toggled(toggled(none, 'shipment', 'create'), 'shipment', 'dispatch'), 'shipment', 'department')
  expect(toggled(some, 'shipment', 'dispatch')).toEqual({
    permissions: ['shipment.view', 'shipment.create'],
    scopes: { shipment: 'department' },
  })
})
test('the whole of a resource is chosen and given up at once', () => {
  const whole = toggledWhole(toggled(none, 'deal', 'view'), 'deal')
  expect(isWhole(whole, 'deal')).toBe(true)
  expect(whole.permissions).toEqual(['deal.view', 'deal.export'])
  expect(toggledWhole(whole, 'deal')).toEqual(none)
})
