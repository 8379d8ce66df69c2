// Tasks that the office makes of what the records ask for; typed ones, and what people do with them; the company's own settings of a rule, a year, the hours.
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import { addDays } from '../../../../preload/contract/vocabulary/dates.ts'
import { asked } from '../../../records/due.ts'
import type { FurtherRecords } from '../../../testing/further-records.ts'

export const furtherRecords: FurtherRecords = async ({ send, sendAsOffice, first, ownerId, today }) => {
  await sendAsOffice('keep-tasks', {})
  const typed = {
    ...{
      title: '给 Anna 打电话',
      note: '报价',
      dueOn: addDays(today, 1),
      dueTime: '10:00',
      urgent: false,
      record: null,
      userIds: [ownerId],
    },
    ...{ repeat: { every: 'week' as const, count: 1 }, checks: [{ id: newId(), text: '查汇率', done: false }] },
  }
  const { id } = await send('save-task', { id: newId(), ...typed })
  await send('tick-task', { id, revision: 1, checkId: typed.checks[0]!.id, done: true })
  await send('comment-task', { id, eventId: newId(), text: '客户周五在', userIds: [] })
  await send('snooze-task', { id, until: `${addDays(today, 1)}T01:00:00.000Z` })
  await send('wait-task', { id, revision: 2, until: addDays(today, 3), reason: '等对方回信' })
  const colleague = first<{ id: string }>('SELECT id FROM user WHERE active = 1 AND id <> ? ORDER BY id LIMIT 1', ownerId)
  await send('hand-over-task', { id, revision: 3, userId: colleague.id, note: '请接手' })
  await send('finish-task', { id, revision: 4, note: '已通话' })
  await send('reopen-task', { id, revision: 5 })
  const other = await send('save-task', { id: newId(), ...typed, repeat: null, checks: [] })
  await send('delete-task', { id: other.id, revision: 1 })
  const ruleSettings = asked({ first: -5, again: [-1], whom: ['owner'] })
  const { revision } = first<{ revision: number }>("SELECT revision FROM reminder_rule WHERE rule = 'quotation-expiring'")
  await send('save-reminder-rule', { rule: 'quotation-expiring', revision, active: true, ruleSettings })
  await send('save-work-year', {
    ...{ year: 2027, revision: 0, refundUntil: '2028-04-30', notice: '国办发明电' },
    specialDays: [{ day: '2027-01-01', off: true, name: '元旦' }],
  })
  await send('save-reminder-hours', { revision: 1, from: '08:30', to: '17:30' })
}
