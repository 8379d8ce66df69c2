// Tasks as the office keeps them: they begin, ask again, move, go to a head, close by themselves. Rules D4, D22 to D31. The rule of these tests asks for
// shipments that have left and are not on board: two days after their day, then every second one, until they are.
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writableDb } from '../../../db/tx.ts'
import type { Permission } from '../../../preload/contract/access.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { asked, due, type DueRule } from '../../records/due.ts'
import { testOffice, type TestOffice, type TestUser } from '../../testing/test-office.ts'
import { aPartyRow } from '../../testing/fixtures.ts'
import { approvals } from '../approvals/index.ts'
import { tasks } from './index.ts'
import { askedOn, keepTasks } from './testing/asked.ts'

const unrecorded: DueRule = {
  rule: 'sailing-unrecorded',
  order: 10,
  route: 'shipment',
  permission: 'shipment.view',
  owned: { resource: 'shipment', owner: 's.ownerId', department: 's.departmentId' },
  settings: asked({ first: 2, every: 2, atMost: null, whom: ['owner'], escalateAfter: 3 }),
  move: 'forward',
  untilGone: true,
  rows: (_, until, within) => sql`
    select s.id, s.number, p.name as party, s.etd as date, s.total as minor, s.currency, s.ownerId as owner, s.departmentId as department, '' as part,
      null as stopOn from shipment s join party p on p.id = s.customerId where s.status = 'dispatched' and s.etd <= ${until} and ${within}`,
}

let office: TestOffice
let clerk: TestUser
let head: TestUser
let seed: ReturnType<typeof writableDb>
let customerId: string
const rights: Permission[] = ['shipment.view', 'task.assign']
const at = (day: string, time = '02:00') => (office.at = `${day}T${time}:00.000Z`)
const shipment = (etd: string, owner: TestUser = clerk, number = 'SH1') => {
  const id = newId()
  seed.put('shipment', {
    ...{ id, number, customerId, currency: 'USD', forwarderId: null, carrierId: null, vessel: '', voyage: '', bookingNumber: '' },
    ...{ billOfLadingNumber: '', invoiceNumber: '', declarationNumber: '', portOfLoading: '', portOfDischarge: '', etd, eta: null },
    ...{ containers: '[]', remark: '', status: 'dispatched', dispatchedOn: null, onBoardOn: null, arrivedOn: null, rate: null },
    ...{ documentsDeliveredOn: null, doneOn: null, total: 1000, totalBase: null, journalId: null, ownerId: owner.id },
    ...{ departmentId: owner.viewer.departmentId, createdAt: office.at, revision: 1 },
  })
  return id
}
const today = async (as: TestUser, whose: 'mine' | 'team' = 'mine') => {
  await keepTasks(office)
  return (await office.query('today', { whose }, as)).tasks
}
const one = async (as: TestUser = clerk) => (await today(as))[0]!
const acts = async (id: string, as: TestUser = clerk) => (await office.query('task', { id }, as)).events.map(({ act }) => act)
const states = () => office.database.write.sql.prepare('SELECT state, anchor FROM task ORDER BY createdAt, anchor').all()

beforeEach(async () => {
  office = await testOffice([approvals, tasks, { contributes: [due.of([unrecorded])] }])
  seed = writableDb(office.database.write, 0)
  const departmentId = newId()
  const row = { id: departmentId, name: '业务部', nameEn: 'Sales', parentId: null, path: `/${departmentId}/`, headId: null, revision: 1 }
  seed.put('department', row)
  const scopes = { shipment: 'department', task: 'department' } as const
  clerk = await office.user({ permissions: rights, scopes: { shipment: 'own' }, departmentId, name: '周洁' })
  head = await office.user({ permissions: [...rights, 'task.view'], scopes, departmentId, name: '林慧' })
  seed.patch('department', departmentId, { headId: head.id })
  const party = aPartyRow({
    kind: 'customer',
    code: 'C1',
    name: 'Acme',
    paymentTerm: '[]',
    country: null,
    active: 1,
    ownerId: clerk.id,
    departmentId,
  })
  seed.put('party', party)
  customerId = party.id
  at('2026-03-02')
  await keepTasks(office)
})
afterEach(() => {
  expect(office.faults).toEqual([])
  office.close()
})

describe('a cause', () => {
  test('[D27] [D28] makes one task, which closes by itself when it is gone', async () => {
    const id = shipment('2026-03-02')
    expect(await today(clerk)).toEqual([])
    at('2026-03-04')
    expect(await one()).toMatchObject({
      rule: 'sailing-unrecorded',
      number: 'SH1',
      party: 'Acme',
      days: -2,
      section: 'overdue',
      firstOn: '2026-03-04',
    })
    await keepTasks(office)
    expect(await today(clerk)).toHaveLength(1)
    const { id: taskId } = await one()
    seed.patch('shipment', id, { status: 'on-board' })
    // From that moment on, not when the office has looked.
    expect((await office.query('today', { whose: 'mine' }, clerk)).tasks).toEqual([])
    await keepTasks(office)
    expect(states()).toEqual([{ state: 'closed', anchor: '2026-03-02' }])
    expect(await acts(taskId)).toEqual(['made', 'closed'])
  })

  test('[D22] [D27] asks again with the same task, also after it was done, until it is gone', async () => {
    shipment('2026-03-02')
    at('2026-03-04')
    const task = await one()
    await office.run('finish-task', { id: task.id, revision: task.revision, note: '已问船公司' }, clerk)
    at('2026-03-05')
    expect(await today(clerk)).toEqual([])
    at('2026-03-06')
    expect(await one()).toMatchObject({ id: task.id, state: 'open' })
    expect(await acts(task.id)).toEqual(['made', 'done', 'reopened'])
  })

  test('[D27] of another day is another one, and the old one is replaced, also when it has moved out of sight', async () => {
    const id = shipment('2026-03-02')
    at('2026-03-04')
    await one()
    seed.patch('shipment', id, { etd: '2026-03-31' })
    expect(await today(clerk)).toEqual([])
    expect(states()).toEqual([{ state: 'replaced', anchor: '2026-03-02' }])
    at('2026-04-02')
    expect(await today(clerk)).toHaveLength(1)
  })

  test('[D24] that is learnt too late asks at once', async () => {
    at('2026-03-12')
    shipment('2026-03-02')
    expect(await one()).toMatchObject({ firstOn: '2026-03-12', grouped: false })
  })

  test('[D29] that was there before its rule began is one line with the others', async () => {
    await office.run('save-reminder-rule', { rule: 'sailing-unrecorded', revision: 1, active: false, ruleSettings: null })
    at('2026-03-20')
    shipment('2026-03-02')
    shipment('2026-03-03', clerk, 'SH2')
    expect(await today(clerk)).toEqual([])
    await office.run('save-reminder-rule', { rule: 'sailing-unrecorded', revision: 2, active: true, ruleSettings: null })
    expect((await today(clerk)).map(({ grouped }) => grouped)).toEqual([true, true])
    expect((await office.query('bell', {}, clerk)).items).toMatchObject([
      { kind: 'task', event: 'due', count: 2, number: '', amount: null },
    ])
    shipment('2026-03-18', clerk, 'SH3')
    expect((await today(clerk)).map(({ number, grouped }) => [number, grouped])).toContainEqual(['SH3', false])
  })

  test('[D28] of a rule that is switched off asks nobody any more', async () => {
    shipment('2026-03-02')
    at('2026-03-04')
    expect(await today(clerk)).toHaveLength(1)
    await office.run('save-reminder-rule', { rule: 'sailing-unrecorded', revision: 1, active: false, ruleSettings: null })
    expect(await today(clerk)).toEqual([])
    expect(states()).toEqual([{ state: 'closed', anchor: '2026-03-02' }])
  })
})

describe('whom', () => {
  test('[D23] the head has the same task after three working days, once; not while it waits with a reason', async () => {
    shipment('2026-03-02')
    at('2026-03-04')
    const task = await one()
    at('2026-03-06')
    expect(await today(head)).toEqual([])
    const waiting = await one()
    await office.run('wait-task', { id: task.id, revision: waiting.revision, until: '2026-03-11', reason: '船公司周三答复' }, clerk)
    at('2026-03-09')
    expect(await one()).toMatchObject({ section: 'waiting', waitingUntil: '2026-03-11', waitingFor: '船公司周三答复' })
    expect(await today(head)).toEqual([])
    at('2026-03-11')
    expect(await one(head)).toMatchObject({
      id: task.id,
      escalatedOn: '2026-03-11',
      people: [{ name: '周洁' }, { name: '林慧', because: 'head' }],
    })
    at('2026-03-12')
    await keepTasks(office)
    expect((await acts(task.id)).filter((act) => act === 'escalated')).toEqual(['escalated'])
  })

  test('[D25] nobody is asked about what they may not see: it goes to the head', async () => {
    const blind = await office.user({ permissions: [], departmentId: clerk.viewer.departmentId })
    shipment('2026-03-02', blind)
    at('2026-03-04')
    expect(await today(blind)).toEqual([])
    expect(await one(head)).toMatchObject({ people: [{ name: '林慧', because: 'head' }] })
  })

  test('[D4] whoever loses the right sees nothing of it from that moment on', async () => {
    shipment('2026-03-02')
    at('2026-03-04')
    const { id } = await one()
    const less = { ...clerk, viewer: { ...clerk.viewer, permissions: new Set<Permission>() } }
    expect((await office.query('today', { whose: 'mine' }, less)).tasks).toEqual([])
    expect(await office.ask('task', { id }, less)).toMatchObject({ refused: 'not-found' })
    expect((await office.query('bell', {}, less)).items).toEqual([])
  })

  test('[D26] with its record it moves to the new owner, with its history; handed over by hand it stays where it went', async () => {
    const id = shipment('2026-03-02')
    at('2026-03-04')
    const task = await one()
    const other = await office.user({ permissions: rights, scopes: { shipment: 'own' }, departmentId: clerk.viewer.departmentId })
    seed.patch('shipment', id, { ownerId: other.id })
    expect(await one(other)).toMatchObject({ id: task.id })
    expect(await today(clerk)).toEqual([])
    const seen = await one(other)
    await office.run('hand-over-task', { id: task.id, revision: seen.revision, userId: head.id, note: '请你跟' }, other)
    expect(await today(other)).toEqual([])
    expect(await one(head)).toMatchObject({ id: task.id, people: [{ name: '林慧', because: 'handed' }] })
    expect((await office.query('bell', {}, head)).items).toContainEqual(expect.objectContaining({ event: 'handed-over', title: '请你跟' }))
    expect(await acts(task.id, head)).toEqual(['made', 'moved', 'handed-over'])
  })

  test('[D4] who sees tasks of others may change none of them without that right (an auditor)', async () => {
    shipment('2026-03-02')
    at('2026-03-04')
    const auditor = await office.user({
      permissions: ['shipment.view', 'task.view', 'task.assign'],
      scopes: { shipment: 'all', task: 'all' },
    })
    const editor = await office.user({ permissions: ['shipment.view', 'task.view', 'task.edit'], scopes: { shipment: 'all', task: 'all' } })
    const [seen] = await today(auditor, 'team')
    expect(seen).toMatchObject({ mine: false, mayAct: false })
    const at1 = { id: seen!.id, revision: seen!.revision }
    expect(await office.send('finish-task', at1, auditor)).toMatchObject({ refused: 'not-permitted' })
    expect(await office.send('wait-task', { ...at1, until: '2026-03-10', reason: 'x' }, auditor)).toMatchObject({
      refused: 'not-permitted',
    })
    expect(await office.send('hand-over-task', { ...at1, userId: auditor.id }, auditor)).toMatchObject({ refused: 'not-permitted' })
    expect((await today(editor, 'team'))[0]).toMatchObject({ mine: false, mayAct: true })
    expect(await office.send('finish-task', at1, editor)).toMatchObject({ ok: true })
  })

  test('[D26] nobody is given what they may not see; a head who hands it on takes it off all who were asked', async () => {
    shipment('2026-03-02')
    at('2026-03-04')
    await keepTasks(office)
    at('2026-03-09')
    const task = await one(head)
    expect(task.people.map(({ because }) => because)).toEqual(['rule', 'head'])
    const blind = await office.user({ permissions: ['shipment.view'], scopes: { shipment: 'own' }, name: '新人' })
    const to = (userId: string) => office.send('hand-over-task', { id: task.id, revision: task.revision, userId, note: '' }, head)
    expect(await to(blind.id)).toMatchObject({ refused: 'not-theirs-to-see', data: { who: '新人' } })
    const other = await office.user({ permissions: rights, scopes: { shipment: 'department' }, departmentId: clerk.viewer.departmentId })
    expect(await to(other.id)).toMatchObject({ ok: true })
    expect([await today(clerk), await today(head)]).toEqual([[], []])
    expect(await one(other)).toMatchObject({ id: task.id, mine: true, people: [{ because: 'handed' }] })
  })

  test('[D31] that it asks again, or is told, disturbs nobody who is about to answer', async () => {
    shipment('2026-03-02')
    at('2026-03-03', '16:30')
    const task = await one()
    at('2026-03-06')
    await keepTasks(office)
    expect(await office.send('finish-task', { id: task.id, revision: task.revision }, clerk)).toMatchObject({ ok: true })
  })

  test('[D4] the team’s tasks are shown within the scope, and to nobody without the right', async () => {
    shipment('2026-03-02')
    at('2026-03-04')
    expect(await today(head, 'team')).toHaveLength(1)
    expect(await office.ask('today', { whose: 'team' }, clerk)).toMatchObject({ refused: 'not-permitted' })
    const elsewhere = await office.user({ permissions: [...rights, 'task.view'], scopes: { shipment: 'all', task: 'department' } })
    expect(await today(elsewhere, 'team')).toEqual([])
  })

  test('[D4] who stands in for somebody absent has their tasks too', async () => {
    const standIn = await office.user({ permissions: [...rights, 'approval.decide'], scopes: { shipment: 'all' } })
    shipment('2026-03-02')
    at('2026-03-04')
    await keepTasks(office)
    const absence = { id: newId(), fromUserId: clerk.id, toUserId: standIn.id, fromDate: '2026-03-04', toDate: '2026-03-05', reason: '' }
    await office.run('create-delegation', absence, clerk)
    expect(await one(standIn)).toMatchObject({ mine: true, people: [{ name: '周洁' }] })
    at('2026-03-06')
    expect(await today(standIn)).toEqual([])
  })
})

describe('when people are told', () => {
  test('[D30] [D3] at a working hour of a working day; a snooze keeps it still for oneself alone, and rings when it is over', async () => {
    shipment('2026-03-02')
    // 23:30 in Shanghai: the task is there, nobody is told.
    at('2026-03-03', '16:30')
    expect(await today(clerk)).toHaveLength(1)
    expect((await office.query('bell', {}, clerk)).items).toEqual([])
    at('2026-03-04', '01:00')
    const task = await one()
    expect((await office.query('bell', {}, clerk)).items).toMatchObject([{ id: task.id, number: 'SH1', at: '2026-03-04T01:00:00.000Z' }])
    await office.run('snooze-task', { id: task.id, until: '2026-03-04T03:00:00.000Z' }, clerk)
    expect(await one()).toMatchObject({ section: 'waiting', snoozedUntil: '2026-03-04T03:00:00.000Z' })
    expect((await office.query('bell', {}, clerk)).items).toEqual([])
    at('2026-03-04', '03:00')
    await keepTasks(office)
    expect((await office.query('bell', {}, clerk)).items).toMatchObject([{ id: task.id, at: '2026-03-04T03:00:00.000Z', unread: true }])
  })

  test('[D34] what was put off for longer than news are news rings when that is over', async () => {
    shipment('2026-03-02')
    at('2026-03-04')
    const task = await one()
    await office.run('snooze-task', { id: task.id, until: '2026-03-17T02:00:00.000Z' }, clerk)
    // It asks again meanwhile, and keeps still.
    at('2026-03-16')
    expect(await one()).toMatchObject({ section: 'waiting' })
    expect((await office.query('bell', {}, clerk)).items).toEqual([])
    office.database.write.sql.prepare("UPDATE task SET rungAt = '2026-03-04T02:00:00.000Z'").run()
    at('2026-03-17', '02:00')
    await keepTasks(office)
    expect((await office.query('bell', {}, clerk)).items).toMatchObject([{ id: task.id, at: '2026-03-17T02:00:00.000Z' }])
  })

  test('[D31] a look that finds nothing to do writes nothing', async () => {
    shipment('2026-03-02')
    at('2026-03-04')
    await keepTasks(office)
    const written = () => office.database.write.sql.prepare('SELECT count(*) AS n FROM change').get()
    const before = written()
    await keepTasks(office)
    expect(written()).toEqual(before)
  })
})

describe('what people type', () => {
  const typed = (given: object = {}) => ({
    ...{ id: newId(), title: '给 Anna 打电话', note: '', dueOn: '2026-03-06', dueTime: null, urgent: false, repeat: null, record: null },
    ...{ userIds: [clerk.id], checks: [], ...given },
  })

  test('[D32] [D30] is told at its own hour, and again when that has moved', async () => {
    const task = typed({ dueOn: '2026-03-07', dueTime: '20:30' })
    await office.run('save-task', task, clerk)
    at('2026-03-07', '12:29')
    await keepTasks(office)
    expect((await office.query('bell', {}, clerk)).items).toEqual([])
    at('2026-03-07', '12:30')
    await keepTasks(office)
    expect((await office.query('bell', {}, clerk)).items).toMatchObject([{ title: '给 Anna 打电话', event: 'due' }])
    const { revision } = await one()
    await office.run('save-task', { ...task, revision, dueOn: '2026-03-08' }, clerk)
    await keepTasks(office)
    expect((await office.query('bell', {}, clerk)).items).toEqual([])
  })

  test('[D32] for others needs the right, and only its writer changes it', async () => {
    const alone = await office.user({ permissions: ['shipment.view'] })
    expect(await office.send('save-task', typed({ userIds: [clerk.id] }), alone)).toMatchObject({ refused: 'not-permitted' })
    const task = typed({ userIds: [clerk.id] })
    await office.run('save-task', task, head)
    expect((await office.query('bell', {}, clerk)).items).toMatchObject([{ kind: 'task', event: 'handed-over' }])
    expect(await one(head)).toMatchObject({ section: 'waiting', mine: false })
    expect(await office.send('save-task', { ...task, revision: 1, title: 'x' }, clerk)).toMatchObject({ refused: 'not-permitted' })
    expect(await office.send('delete-task', { id: task.id, revision: 1 }, clerk)).toMatchObject({ refused: 'not-permitted' })
    await office.run('delete-task', { id: task.id, revision: 1 }, head)
    expect(await today(clerk)).toEqual([])
  })

  test('[D32] a record that its writer may not see is as one that there is not', async () => {
    const hidden = shipment('2026-03-30', head)
    const answer = await office.send('save-task', typed({ record: { kind: 'shipment', id: hidden } }), clerk)
    expect(answer).toMatchObject({ refused: 'not-found', data: { resource: 'shipment' } })
    // Handed to somebody who may not see it, the task is there and its record is not named.
    await office.run('save-task', typed({ record: { kind: 'shipment', id: hidden } }), head)
    expect(await one()).toMatchObject({ title: '给 Anna 打电话', number: '', recordId: null })
  })

  test('[D33] a repeating one makes its next, by the day of the month of its first; days that have passed meanwhile are left out', async () => {
    const checks = [{ id: newId(), text: '查汇率', done: true }]
    const task = typed({ dueOn: '2026-01-31', repeat: { every: 'month', count: 1 }, checks })
    await office.run('save-task', task, clerk)
    at('2026-02-10')
    await office.run('finish-task', { id: task.id, revision: 1 }, clerk)
    expect(await today(clerk)).toMatchObject([{ dueOn: '2026-02-28', checks: { done: 0, of: 1 } }])
    const february = await one()
    at('2026-02-28')
    await office.run('finish-task', { id: february.id, revision: february.revision }, clerk)
    expect(await one()).toMatchObject({ dueOn: '2026-03-31' })
    const march = await one()
    // Saved on another day it goes on from that one.
    await office.run('save-task', { ...task, id: march.id, revision: march.revision, dueOn: '2026-03-15', checks: [] }, clerk)
    at('2026-06-20')
    const moved = await one()
    await office.run('finish-task', { id: moved.id, revision: moved.revision }, clerk)
    expect(await one()).toMatchObject({ dueOn: '2026-07-15' })
    expect((await office.query('done-tasks', { whose: 'mine', limit: 10 }, clerk)).map(({ doneBy }) => doneBy)).toEqual([
      '周洁',
      '周洁',
      '周洁',
    ])
  })

  test('[D33] done and taken back it is one again; where its next has gone its own way, that is the one that repeats', async () => {
    const task = typed({ dueOn: '2026-03-02', repeat: { every: 'week', count: 1 } })
    await office.run('save-task', task, clerk)
    const ids = async () => (await today(clerk)).map(({ id, dueOn }) => [id === task.id, dueOn])
    const done = await office.run('finish-task', { id: task.id, revision: 1 }, clerk)
    expect(await ids()).toEqual([[false, '2026-03-09']])
    at('2026-03-02', '02:01')
    const back = await office.run('reopen-task', done, clerk)
    expect(await ids()).toEqual([[true, '2026-03-02']])
    at('2026-03-02', '02:02')
    const again = await office.run('finish-task', back, clerk)
    const next = await one()
    await office.run('wait-task', { id: next.id, revision: next.revision, until: '2026-03-05', reason: 'x' }, clerk)
    at('2026-03-02', '02:03')
    await office.run('reopen-task', again, clerk)
    expect(await ids()).toEqual([
      [true, '2026-03-02'],
      [false, '2026-03-09'],
    ])
    expect((await office.query('task', { id: task.id }, clerk)).repeat).toBeNull()
  })

  test('[D34] it waits until its day, then asks again; its next does not wait', async () => {
    const task = typed({ dueOn: '2026-03-02', repeat: { every: 'day', count: 1 } })
    await office.run('save-task', task, clerk)
    await office.run('wait-task', { id: task.id, revision: 1, until: '2026-03-05', reason: '等客户' }, clerk)
    at('2026-03-04')
    expect(await one()).toMatchObject({ section: 'waiting' })
    at('2026-03-05')
    expect(await one()).toMatchObject({ section: 'overdue', waitingUntil: null, waitingFor: '' })
    expect((await office.query('bell', {}, clerk)).items).toMatchObject([{ id: task.id, at: '2026-03-05T02:00:00.000Z' }])
    const asking = await one()
    const { revision } = await office.run('wait-task', { id: task.id, revision: asking.revision, until: '2026-03-09', reason: 'y' }, clerk)
    await office.run('finish-task', { id: task.id, revision }, clerk)
    expect(await one()).toMatchObject({ dueOn: '2026-03-06', waitingUntil: null })
  })

  test('[D35] who is mentioned, or keeps it still for somebody absent, is asked for nothing by that', async () => {
    const task = typed()
    await office.run('save-task', task, clerk)
    const colleague = await office.user({ permissions: ['task.assign', 'approval.decide'] })
    await office.run('comment-task', { id: task.id, eventId: newId(), text: '@', userIds: [colleague.id] }, clerk)
    expect(await today(colleague)).toEqual([])
    expect(await office.send('finish-task', { id: task.id, revision: 1 }, colleague)).toMatchObject({ refused: 'not-permitted' })
    expect(await office.send('snooze-task', { id: task.id, until: '2026-03-09T01:00:00.000Z' }, colleague)).toMatchObject({
      refused: 'nothing-to-do',
    })
    const absence = { id: newId(), fromUserId: clerk.id, toUserId: colleague.id, fromDate: '2026-03-02', toDate: '2026-03-03', reason: '' }
    await office.run('create-delegation', absence, clerk)
    await office.run('snooze-task', { id: task.id, until: '2026-03-03T01:00:00.000Z' }, colleague)
    expect(await one(colleague)).toMatchObject({ section: 'waiting', mine: true, people: [{ name: '周洁' }] })
    at('2026-03-04')
    expect(await today(colleague)).toEqual([])
    // Asked by name they are asked like everybody.
    const { revision } = await one()
    await office.run('save-task', { ...task, revision, userIds: [clerk.id, colleague.id] }, clerk)
    expect(await one(colleague)).toMatchObject({ mine: true })
  })

  test('[D32] who changes it without seeing its record leaves that with it', async () => {
    const hidden = shipment('2026-03-30', head)
    const task = typed({ record: { kind: 'shipment', id: hidden }, userIds: [head.id] })
    await office.run('save-task', task, head)
    const editor = await office.user({ permissions: ['task.view', 'task.edit', 'task.assign'], scopes: { task: 'all' } })
    await office.run('save-task', { ...task, revision: 1, title: '改了', record: null }, editor)
    expect(await one(head)).toMatchObject({ title: '改了', number: 'SH1', recordId: hidden })
    at('2026-03-02', '02:01')
    await office.run('save-task', { ...task, revision: 2, record: null }, head)
    expect(await one(head)).toMatchObject({ recordId: null })
  })

  test('[D32] what is over is not taken away; what is taken away, the bell no longer tells', async () => {
    const task = typed({ userIds: [head.id] })
    await office.run('save-task', task, clerk)
    expect((await office.query('bell', {}, head)).items).toHaveLength(1)
    await office.run('delete-task', { id: task.id, revision: 1 }, clerk)
    expect((await office.query('bell', {}, head)).items).toEqual([])
    const other = typed()
    await office.run('save-task', other, clerk)
    const done = await office.run('finish-task', { id: other.id, revision: 1 }, clerk)
    expect(await office.send('delete-task', done, clerk)).toMatchObject({ refused: 'wrong-state' })
  })

  test('[D34] waits at most thirty days', async () => {
    const task = typed()
    await office.run('save-task', task, clerk)
    const until = (day: string) => office.send('wait-task', { id: task.id, revision: 1, until: day, reason: 'x' }, clerk)
    expect(await until('2026-03-02')).toMatchObject({ refused: 'date-out-of-order' })
    expect(await until('2026-04-02')).toMatchObject({ refused: 'invalid-input' })
    expect(await until('2026-04-01')).toMatchObject({ ok: true })
  })

  test('[D35] whoever is named in a comment hears of it and may see the task', async () => {
    const task = typed()
    await office.run('save-task', task, clerk)
    expect(await office.ask('task', { id: task.id }, head)).toMatchObject({ ok: true })
    const stranger = await office.user({ permissions: [] })
    expect(await office.ask('task', { id: task.id }, stranger)).toMatchObject({ refused: 'not-found' })
    await office.run('comment-task', { id: task.id, eventId: newId(), text: '请看一下价格', userIds: [stranger.id] }, clerk)
    expect((await office.query('bell', {}, stranger)).items).toMatchObject([{ event: 'mentioned', title: '请看一下价格' }])
    expect((await office.query('task', { id: task.id }, stranger)).events.map(({ text }) => text)).toContain('请看一下价格')
  })
})

test('[D42] a preview is what the office will do, with settings that nobody has saved', async () => {
  shipment('2026-03-02')
  shipment('2026-03-03', clerk, 'SH2')
  at('2026-03-04')
  const { rules } = await office.query('reminder-rules', {})
  const { delivered } = rules.find(({ rule }) => rule === 'sailing-unrecorded')!
  const preview = (first: number) => office.query('reminder-preview', { rule: 'sailing-unrecorded', settings: { ...delivered, first } })
  expect(await preview(2)).toMatchObject({ total: 1, people: [{ name: '周洁', count: 1 }], first: [{ number: 'SH1' }] })
  expect(await preview(1)).toMatchObject({ total: 2, people: [{ name: '周洁', count: 2 }] })
  expect(await today(clerk)).toHaveLength(1)
})

test('[D43] the company’s own table of a year takes the place of the one that comes with the program', async () => {
  const days = [{ day: '2026-03-04', off: true, name: '厂庆' }]
  await office.run('save-work-year', { year: 2026, revision: 0, specialDays: days, refundUntil: '2027-06-30', notice: '厂发 1 号' })
  expect(await office.query('work-year', { year: 2026 })).toMatchObject({
    own: true,
    known: true,
    refundUntil: '2027-06-30',
    specialDays: days,
  })
  shipment('2026-03-02')
  at('2026-03-04')
  expect(await today(clerk)).toEqual([])
  at('2026-03-05')
  expect(await today(clerk)).toHaveLength(1)
})

test('[D20] from December on an administrator is asked for the holidays of the next year, until they are there', async () => {
  await keepTasks(office)
  expect(await askedOn(office, '2026-11-30', 'holidays-missing')).toEqual([])
  expect(await askedOn(office, '2026-12-01', 'holidays-missing')).toEqual(['2026-12-01 老板'])
  await office.run('save-work-year', { year: 2027, revision: 0, specialDays: [], refundUntil: '2028-04-30', notice: '' })
  expect(await askedOn(office, '2026-12-02', 'holidays-missing')).toEqual([])
})
