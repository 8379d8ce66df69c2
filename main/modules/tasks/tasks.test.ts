// Today's work and the bell: what waits, what was sent and answered, what is unread.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted, approvingOffice, user, type Approving, type Member } from '../approvals/testing/approving.ts'
import { keepAuditChain } from '../../access/audit-chain.ts'
import type { TestUser } from '../../testing/test-office.ts'
import { tasks } from './index.ts'
import { askedOn } from './testing/asked.ts'

let office: Approving
let manager: Member
let seller: Member
const at = (time: string) => (office.at = `2026-03-${time}:00.000Z`)
const bell = (as: Member) => office.query('bell', {}, as)
/** What the desk writes when its user looks at the bell. */
const look = (as: Member) => office.run('remember', { key: 'bell-seen', value: JSON.stringify(office.at) }, as)

beforeEach(async () => {
  office = await approvingOffice({}, [tasks])
  manager = await office.member('Manager')
  seller = await office.seller('Seller')
})
afterEach(() => {
  expect(office.faults).toEqual([])
  office.close()
})

test('[D1] what waits for me, what I sent, and what was answered', async () => {
  await office.route([user(manager)])
  const one = await office.submit(office.document(seller), seller)
  const two = await office.submit(office.document(seller), seller)
  const ids = (list: { id: string }[]) => list.map((v) => v.id)
  const mine = await office.query('today', { whose: 'mine' }, manager)
  expect([ids(mine.waiting), ids(mine.sent), ids(mine.answered)]).toEqual([[one, two], [], []])
  expect(mine.waiting[0]!.mayDecide).toBe(true)
  await office.approve(one, manager)
  await office.reject(two, manager)
  const sellers = await office.query('today', { whose: 'mine' }, seller)
  expect([ids(sellers.waiting), ids(sellers.sent), ids(sellers.answered).toSorted()]).toEqual([[], [], [one, two].toSorted()])
  office.at = '2026-03-12T02:00:00.000Z'
  expect((await office.query('today', { whose: 'mine' }, seller)).answered).toEqual([])
  expect((await office.query('today', { whose: 'mine' }, manager)).waiting).toEqual([])
})

test('[D3] the bell counts what came after the last look, for who is asked and for who submitted', async () => {
  await office.route([user(manager)])
  at('02T03:00')
  const first = await office.submit(office.document(seller), seller)
  expect(await bell(manager)).toMatchObject({ waiting: 1, unread: 1, items: [{ id: first, event: 'waiting', unread: true }] })
  expect(await bell(seller)).toMatchObject({ waiting: 0, unread: 0, items: [] })
  at('02T03:01')
  await look(manager)
  expect(await bell(manager)).toMatchObject({ waiting: 1, unread: 0, items: [{ unread: false }] })
  at('02T03:02')
  const second = await office.submit(office.document(seller), seller)
  expect(await bell(manager)).toMatchObject({ waiting: 2, unread: 1, items: [{ id: second }, { id: first }] })
  expect(await office.query('bell-count', {}, manager)).toMatchObject({ unread: 1, newestAt: '2026-03-02T03:02:00.000Z' })
  at('02T03:03')
  await office.approve(first, manager)
  expect(await bell(seller)).toMatchObject({ unread: 1, items: [{ id: first, event: 'approved', unread: true }] })
  await office.run('remember', { key: 'bell-seen', value: 'no json' }, seller)
  expect((await bell(seller)).unread).toBe(1)
})

test('[D2] it comes to the second step when the first is done', async () => {
  const boss = await office.member('Boss')
  await office.route([user(manager), user(boss)])
  at('02T03:00')
  const id = await office.submit(office.document(seller), seller)
  at('02T03:05')
  await look(boss)
  expect((await bell(boss)).items).toEqual([])
  at('02T03:10')
  expect(await office.approve(id, manager)).toMatchObject(accepted('pending'))
  expect(await bell(boss)).toMatchObject({ unread: 1, items: [{ id, at: '2026-03-02T03:10:00.000Z' }] })
})

test('[D2] who approves his own submission gets no news of it', async () => {
  const small = await approvingOffice({ selfApproval: true }, [tasks])
  const alone = await small.member('Alone', { permissions: ['sales-contract.view', 'sales-contract.submit', 'approval.decide'] })
  await small.route([user(alone)])
  await small.approve(await small.submit(small.document(alone), alone), alone)
  expect((await small.query('bell', {}, alone)).items).toEqual([])
  small.close()
})

test('[D5] a broken audit trail is told on Today and by the bell to who may read the trail, and to nobody else', async () => {
  const reader = await office.user({ permissions: ['audit.view'] })
  const ends = { end: { id: 90, hash: 'x' }, checkedAt: office.at }
  const news = async (as: TestUser) => {
    const { auditBroken } = await office.query('today', { whose: 'mine' }, as)
    const { unread, items } = await office.query('bell', {}, as)
    return [auditBroken, unread, items.map((i) => [i.kind, i.number, i.event])]
  }
  keepAuditChain(office.database.write.sql, { ...ends, brokenAt: null, since: null })
  expect(await news(reader)).toEqual([null, 0, []])
  keepAuditChain(office.database.write.sql, { ...ends, brokenAt: 57, since: office.at })
  expect(await news(reader)).toEqual([{ entry: 57, since: office.at }, 1, [['audit-chain', '#57', 'broken']]])
  expect(await news(seller)).toEqual([null, 0, []])
  keepAuditChain(office.database.write.sql, { ...ends, brokenAt: null, since: null })
  expect(await news(reader)).toEqual([null, 0, []])
})

test('[A26] what waits for a decision asks the people of its step at once, then those of the next; after three working days a head; until it is decided', async () => {
  const boss = await office.member('Boss')
  await office.route([user(manager), user(boss)])
  at('02T03:00')
  const id = await office.submit(office.document(seller), seller)
  expect(await askedOn(office, '2026-03-02', 'approval-waiting')).toEqual(['2026-03-02 Manager'])
  // Its own card on Today has the buttons; the line does not stand there a second time.
  expect((await office.query('today', { whose: 'mine' }, manager)).tasks).toEqual([])
  expect((await office.query('task-calendar', { from: '2026-03-01', to: '2026-03-31', whose: 'mine' }, seller)).items).toEqual([])
  await office.approve(id, manager)
  expect(await askedOn(office, '2026-03-02', 'approval-waiting')).toEqual(['2026-03-02 Boss'])
  expect(await askedOn(office, '2026-03-05', 'approval-waiting')).toEqual(['2026-03-02 Boss, 老板'])
  await office.approve(id, boss)
  expect(await askedOn(office, '2026-03-05', 'approval-waiting')).toEqual([])
})
