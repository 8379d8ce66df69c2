// Lines brought to what was typed: ids once, rows of other records untouched.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import type { CommandContext } from '../commands/define-command.ts'
import { testOffice, type TestOffice } from '../testing/test-office.ts'
import { saveRow, uniqueIds } from './lines.ts'

let office: TestOffice
let work: (ctx: CommandContext) => void
beforeEach(async () => {
  office = await testOffice([
    {
      commands: {
        'book-shipment': (input, ctx) => {
          work(ctx)
          return { id: input.id, number: '', revision: 1 }
        },
      },
    },
  ])
})
afterEach(() => office.close())
const within = (given: typeof work) => {
  work = given
  return office.send('book-shipment', { id: newId(), revision: 1, bookingNumber: 'x' })
}
const line = { position: 0, kind: 'custom', name: 'Cut', nameEn: '', anchor: 'signing', offsetDays: 1, responsible: 'purchaser' }
const values = { ...line, userId: null, needsNote: 0 }

test('a row is put once, changed in place afterwards, and never taken from another record', async () => {
  const [template, other, id] = [newId(), newId(), newId()]
  const put = (templateId: string) =>
    office.database.write.sql
      .prepare("INSERT INTO milestone_template(id, name, nameEn, isDefault, active, revision) VALUES (?, 'T', '', 0, 1, 1)")
      .run(templateId)
  put(template)
  put(other)
  expect(await within((ctx) => saveRow(ctx, 'milestone_template_line', id, { templateId: template }, values))).toMatchObject({ ok: true })
  const changed = { ...values, name: 'Sew' }
  expect(await within((ctx) => saveRow(ctx, 'milestone_template_line', id, { templateId: template }, changed))).toMatchObject({ ok: true })
  expect(await within((ctx) => saveRow(ctx, 'milestone_template_line', id, { templateId: other }, values))).toMatchObject({
    refused: 'already-exists',
    data: { field: 'id', value: id },
  })
  const rows = office.database.write.sql.prepare('SELECT id, templateId, name FROM milestone_template_line WHERE id = ?').all(id)
  expect(rows).toEqual([{ id, templateId: template, name: 'Sew' }])
})

test('an id typed twice is refused where it stands', async () => {
  expect([...uniqueIds([{ id: 'a' }, { id: 'b' }])]).toEqual(['a', 'b'])
  expect(await within(() => void uniqueIds([{ id: 'a' }, { id: 'a' }], 'contacts'))).toMatchObject({
    refused: 'invalid-input',
    data: { issues: [{ path: 'contacts', rule: 'duplicate' }] },
  })
})
