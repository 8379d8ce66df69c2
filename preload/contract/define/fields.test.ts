// Fields of a record by its schema: blank ones, and those of a wider row.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { blankFields, onlyFields } from './index.ts'

const fields = z.strictObject({
  name: z.string().trim().min(1).describe('as on documents'),
  limit: z.int().nullable(),
  contacts: z.array(z.string()).max(3),
  status: z.enum(['new', 'old']),
  active: z.boolean(),
  reason: z.string().optional(),
})

test('a new form begins with what is given, blanks, and no optional field', () => {
  expect(blankFields(fields, { status: 'new', active: true, limit: 5 })).toStrictEqual({
    ...{ name: '', limit: 5, contacts: [], status: 'new', active: true },
  })
  // @ts-expect-error -- a status has no blank: it must be given
  expect(blankFields(fields, { active: true })).toMatchObject({ status: undefined, limit: null })
})

test('of a row only the fields of the schema are taken', () => {
  const row = { name: 'Anna', limit: null, contacts: [], status: 'new', active: 1, reason: '', revision: 4 }
  expect(onlyFields(fields.omit({ contacts: true }), row)).toStrictEqual({
    name: 'Anna',
    limit: null,
    status: 'new',
    active: 1,
    reason: '',
  })
})
