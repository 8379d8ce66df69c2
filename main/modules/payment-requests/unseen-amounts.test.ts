// Who may see neither costs nor payables asks for payments of bills as a whole, learns no amount by it and by no refusal, and loses none (T17, queries U49).
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { writeAudit } from '../../../db/trail/entries.ts'
import type { TestUser } from '../../testing/test-office.ts'
import { approvals } from '../approvals/index.ts'
import { people } from '../people/index.ts'
import { audit } from '../audit/index.ts'
import { endSound, moneyOffice, type MoneyOffice } from '../receipts-and-payments/testing/money.ts'

let office: MoneyOffice
let clerk: TestUser
beforeEach(async () => {
  office = await moneyOffice({}, [approvals, people, audit])
  office.database.write.sql
    .prepare("UPDATE role SET code = 'owner' WHERE id = (SELECT roleId FROM user_role WHERE userId = ?)")
    .run(office.owner.id)
  clerk = await office.user({
    permissions: [
      'payment-request.view',
      'payment-request.create',
      'payment-request.edit',
      'payment-request.submit',
      'bill.view',
      'vendor.view',
    ],
    scopes: { 'payment-request': 'all' },
  })
})
afterEach(() => endSound(office))

type Request = CommandInput<'save-payment-request'>
const request = (given: Partial<Request>): Request => ({
  ...{ id: newId(), partyId: office.factoryId, contractId: null, currency: 'CNY', rate: '1', amount: null, payBy: '2026-03-10' },
  ...{ purpose: '', remark: '', ownerId: office.owner.id, lines: [] },
  ...given,
})
const whole = (item: string, id = newId()) => ({ id, item, amount: null })
const stored = (id: string) =>
  office.one<{ amount: number; revision: number }>('SELECT amount, revision FROM payment_request WHERE id = ?', id)

test('[T17] [U49] a bill is asked for with all that is left of it, and its amount is told to nobody who may not see it', async () => {
  const { item } = await office.bill({ lines: [office.billLine(80_000_77)] })
  await office.run('save-payment-request', request({ lines: [{ id: newId(), item, amount: 50_000_00 }] }))
  const [bill] = await office.query('bills-to-request', { partyId: office.factoryId }, clerk)
  expect(bill).toMatchObject({ item, open: null, left: null })
  const mine = request({ lines: [whole(item)], ownerId: clerk.id })
  await office.run('save-payment-request', mine, clerk)
  expect(stored(mine.id).amount).toBe(30_000_77)
  const told = JSON.stringify([
    await office.query('payment-request', { id: mine.id }, clerk),
    await office.query('payment-requests', { totals: true }, clerk),
    await office.run('submit-for-approval', { id: newId(), kind: 'payment-request', documentId: mine.id, revision: 1, note: '' }, clerk),
    await office.query('document-approval', { kind: 'payment-request', documentId: mine.id, revision: 1 }, clerk),
  ])
  expect(told).not.toMatch(/3000077|8000077|5000000|30000\.77/)
  // Nothing is left of it now.
  expect(await office.send('save-payment-request', request({ lines: [whole(item)] }), clerk)).toMatchObject({ refused: 'nothing-to-do' })
})

test('[U49] no amount is found by trying: who may not see it gives none, whatever it is', async () => {
  const { item } = await office.bill({ lines: [office.billLine(80_000)] })
  for (const amount of [1, 79_999, 80_000, 80_001, 9_999_999])
    expect(await office.send('save-payment-request', request({ lines: [{ id: newId(), item, amount }] }), clerk)).toEqual({
      ...{ ok: false, refused: 'not-permitted', data: { permission: 'payable.view' } },
    })
  for (const amount of [79_999, 80_000])
    expect(await office.send('save-payment-request', request({ lines: [whole(item)], amount }), clerk)).toMatchObject({
      ...{ refused: 'invalid-input', data: { issues: [{ path: 'amount', rule: 'choice' }] } },
    })
  const seer = await office.user({ permissions: [...clerk.viewer.permissions, 'payable.view'], scopes: { 'payment-request': 'all' } })
  const asked = (by: TestUser) => office.send('save-payment-request', request({ lines: [{ id: newId(), item, amount: 80_001 }] }), by)
  expect(await asked(seer)).toMatchObject({ refused: 'allocation-exceeds', data: { open: { minor: 80_000 }, of: 'payable' } })
})

test('[U49] a refusal names what is left to pay to who may see it alone, and the trail names it to nobody', async () => {
  const asked = request({ amount: 80_077 })
  await office.run('save-payment-request', asked)
  const bankAccountId = await office.bank('CNY', { balance: 1_000_000_00 })
  const payer = await office.user({ permissions: ['payment.create', 'payment-request.view'], scopes: { 'payment-request': 'all' } })
  const pay = (by?: TestUser) =>
    office.send(
      'register-payment',
      {
        ...{ id: newId(), bankAccountId, paidOn: '2026-03-01', partyId: office.factoryId, amount: 80_078, charge: 0, rate: '1' },
        ...{ contractId: null, requestId: asked.id, remark: '', targets: [] },
      },
      by,
    )
  expect(await pay(payer)).toMatchObject({ refused: 'allocation-exceeds', data: { asked: { minor: 80_078 }, open: null, of: 'payable' } })
  expect(await pay()).toMatchObject({ refused: 'allocation-exceeds', data: { open: { minor: 80_077 } } })
  const trail = office.database.write.sql.prepare("SELECT outcome FROM audit WHERE kind = 'refusal'").all() as { outcome: string }[]
  expect(trail).toHaveLength(2)
  expect(JSON.stringify(trail)).not.toContain('80077')
  // What an earlier version has kept of it is told without it.
  const { sql } = office.database.write
  const old = JSON.stringify({ refused: 'allocation-exceeds', data: { asked: { minor: 9 }, open: { minor: 80_077 }, document: 'B-1' } })
  const entry = { at: office.at, userId: null, device: '', name: 'register-payment', commandId: null, subject: null, input: null }
  const id = writeAudit(sql, { ...entry, kind: 'refusal', outcome: old })
  const reader = await office.user({ permissions: ['audit.view'] })
  for (const answer of [await office.query('audit', { limit: 200 }, reader), await office.query('audit-entry', { id }, reader)])
    expect(JSON.stringify(answer)).not.toContain('80077')
})

test('[U49] who changes a request whose amounts they may not see leaves them as they are', async () => {
  const { item } = await office.bill({ lines: [office.billLine(80_000)] })
  const line = newId()
  const billed = request({ lines: [{ id: line, item, amount: 20_000 }] })
  await office.run('save-payment-request', billed)
  const remarked = { ...billed, revision: 1, remark: '加急', lines: [whole(item, line)] }
  await office.run('save-payment-request', remarked, clerk)
  expect(stored(billed.id)).toEqual({ amount: 20_000, revision: 2 })
  const ahead = request({ amount: 55_555 })
  await office.run('save-payment-request', ahead)
  await office.run('save-payment-request', { ...ahead, revision: 1, amount: null, remark: '加急' }, clerk)
  expect(stored(ahead.id)).toEqual({ amount: 55_555, revision: 2 })
  // Who sees amounts says them.
  expect(await office.send('save-payment-request', { ...ahead, revision: 2, amount: null })).toMatchObject({ refused: 'invalid-input' })
})
