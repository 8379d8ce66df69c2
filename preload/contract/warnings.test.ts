import { expect, test } from 'vitest'
import { warning, warningsSchema } from './warnings.ts'

test('[SC1] a warning is a code of the list with its own data and the field it concerns', () => {
  const own = warning('shipment-before-contract', 'latestShipment', { contractDate: '2026-03-01' })
  expect(warningsSchema().parse([own])).toEqual([own])
  expect(warningsSchema().safeParse([{ ...own, code: 'rate-far' }]).success).toBe(false)
  expect(warningsSchema().safeParse([{ ...own, code: 'other' }]).success).toBe(false)
})
