// A target of a person and one of a department; one that is taken away.
import type { FurtherRecords } from '../../../testing/further-records.ts'

export const furtherRecords: FurtherRecords = async ({ send, first, ownerId, today }) => {
  const month = today.slice(0, 7)
  const { id: departmentId } = first<{ id: string }>('SELECT id FROM department ORDER BY id LIMIT 1')
  const cell = { ownerId, departmentId: null, month, amount: 500_000_00, revision: 0 }
  await send('save-targets', { measure: 'orders', cells: [cell, { ...cell, ownerId: null, departmentId, amount: 900_000_00 }] })
}
