// A declared figure is told to who may see it and to nobody else, wherever it stands in an answer. Rule U49 of queries.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { allPermissions, type Permission } from './access.ts'
import { concealed, FIGURES, rightsFor, secret, seesSecret } from './figures.ts'
import { refusal, visibleRefusal } from './refusals.ts'

const money = z.strictObject({ minor: z.int(), currency: z.string() })
const line = z.strictObject({ id: z.string(), price: secret('cost', money.optional()), left: secret('owed', money.nullable()) })
const schema = z.strictObject({
  side: z.enum(['ours', 'theirs']),
  open: secret(({ side }) => (side === 'theirs' ? 'profit' : undefined), money.nullable()),
  lines: z.array(line.extend({ more: z.array(line).optional() })),
  first: z.union([line, z.null()]),
  named: z.string(),
})
const usd = (minor: number) => ({ minor, currency: 'USD' })
const value = {
  side: 'theirs' as const,
  open: usd(1),
  lines: [{ id: 'a', price: usd(2), left: usd(3), more: [{ id: 'b', price: usd(4), left: usd(5) }] }],
  first: { id: 'c', price: usd(6), left: usd(7) },
  named: 'x',
}
const told = (permissions: readonly Permission[], given: unknown = value) => concealed(schema, given, (p) => permissions.includes(p))

it('[U49] absent where the shape is optional, null where it may be null, in lines and lines of lines too', () => {
  expect(told(allPermissions)).toEqual(value)
  expect(told([])).toEqual({
    ...value,
    open: null,
    lines: [{ id: 'a', left: null, more: [{ id: 'b', left: null }] }],
    first: { id: 'c', left: null },
  })
  expect(schema.safeParse(told([])).success).toBe(true)
  // Any of a figure's rights is enough, and one figure's right is not another's.
  expect(told(['payable.view'])).toMatchObject({ open: null, lines: [{ id: 'a', left: usd(3) }], first: { left: usd(7) } })
  expect(JSON.stringify(told(['payable.view']))).not.toContain('price')
  // What stands beside it says which figure it is.
  expect(told([], { ...value, side: 'ours' })).toMatchObject({ open: usd(1) })
  expect(value.lines[0]!.price).toEqual(usd(2)) // the handler's own answer stays as it was
})

it('[U49] whatever rights somebody has, exactly the declared figures they lack are gone', () => {
  fc.assert(
    fc.property(fc.subarray(allPermissions), (permissions) => {
      const sees = (figure: 'cost' | 'owed' | 'profit') => seesSecret((p) => permissions.includes(p), figure)
      const numbers = [...JSON.stringify(told(permissions)).matchAll(/"minor":(\d)/g)].map((m) => Number(m[1])).toSorted()
      expect(numbers).toEqual(
        [...(sees('profit') ? [1] : []), ...(sees('cost') ? [2, 4, 6] : []), ...(sees('owed') ? [3, 5, 7] : [])].toSorted(),
      )
    }),
  )
  expect(Object.keys(FIGURES).map((f) => rightsFor(f as 'cost').length > 0)).not.toContain(false)
})

it('[U49] a refusal names what is open of a bill to who may see it; of an invoice to everybody', () => {
  const exceeds = (of: 'receivable' | 'payable' | 'tax-refund') =>
    refusal('allocation-exceeds', { asked: usd(9), open: usd(8), of, document: 'B-1' })
  const open = (of: Parameters<typeof exceeds>[0], ...permissions: Permission[]) =>
    (visibleRefusal(exceeds(of), (p) => permissions.includes(p)).data as { open: unknown }).open
  expect([open('receivable'), open('payable'), open('tax-refund')]).toEqual([usd(8), null, null])
  expect([open('payable', 'payable.view'), open('payable', 'cost.view'), open('tax-refund', 'payable.view')]).toEqual([
    usd(8),
    usd(8),
    null,
  ])
})
