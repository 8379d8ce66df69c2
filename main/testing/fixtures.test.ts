// Fixtures follow the contract: every field of an input has a value that its schema takes, and what a test gives stays.
import type { z } from 'zod'
import { expect, test } from 'vitest'
import { commands } from '../../preload/contract/commands.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { aCustomer, aLine, anInput, aPartyRow, aProduct, aVendor } from './fixtures.ts'

test('fixtures are inputs that their commands take, with every field that is not optional', () => {
  const made = { 'create-customer': aCustomer(newId()), 'create-vendor': aVendor(), 'create-product': aProduct() } as const
  for (const name of ['create-customer', 'create-vendor', 'create-product'] as const) {
    const { input } = commands[name]
    expect(input.safeParse(made[name]).error).toBeUndefined()
    expect(Object.keys(made[name]).toSorted()).toEqual(
      Object.keys(input.shape)
        .filter((field) => !(input.shape as Record<string, z.ZodType>)[field]!.safeParse(undefined).success)
        .toSorted(),
    )
  }
})

test('what is given stays as it is, a wrong value too', () => {
  expect(aCustomer('x', { level: null, phone: '12' })).toMatchObject({ ownerId: 'x', level: null, phone: '12' })
  expect(aLine('save-sales-contract', { quantity: '-3' })).toMatchObject({ quantity: '-3', unit: 'PCS', description: 'Goods' })
  expect(aPartyRow({ kind: 'forwarder', code: 'V1', name: 'Ocean Ltd.' })).toMatchObject({
    kind: 'forwarder',
    normalName: 'ocean',
    active: 1,
  })
})

test('a field that no rule of thumb fills is named', () => {
  expect(() => anInput('sign-sales-contract', { id: newId() })).toThrow('signedOn')
})
