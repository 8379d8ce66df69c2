// A question that the owner shares, and one that is kept no longer.
import { questionSchema } from '../../../../preload/contract/modules/statistics/calls.ts'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import type { FurtherRecords } from '../../../testing/further-records.ts'

export const furtherRecords: FurtherRecords = async ({ send, first }) => {
  const question = questionSchema().parse({ measures: ['orders'], rows: ['customer'], column: 'month' })
  await send('save-statistic', { id: newId(), name: '客户按月签约', question, roleId: first<{ id: string }>('SELECT id FROM role').id })
  const id = newId()
  await send('save-statistic', { id, name: '试试看', question: { ...question, measures: ['profit'] }, roleId: null })
  await send('remove-statistic', { id, revision: 1 })
}
