// Customer credit through the real commands: position, the gate at dispatch, over-limit approval, races. Cases CR of the design, retold for dispatch.
import { afterEach, describe, expect, it } from 'vitest'
import { explain } from '../../../db/testing/explain.ts'
import { writableDb } from '../../../db/tx.ts'
import type { Permission } from '../../../preload/contract/access.ts'
import { switchesOff, type Switches } from '../../../preload/contract/modules/people/calls.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { TestOffice, TestUser } from '../../testing/test-office.ts'
import { testOffice } from '../../testing/test-office.ts'
import { approvals } from '../approvals/index.ts'
import { parties } from '../parties/index.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { purchasing } from '../purchasing/index.ts'
import { aTrade } from '../shipments/testing/trade.ts'
import { shipments } from '../shipments/index.ts'
import { moneyModules } from '../../testing/money-modules.ts'
import { credit } from './index.ts'
import { ofOneCustomer } from './position.ts'

let office: TestOffice
afterEach(() => office.close())

it('what one customer owes is found by indexes, without what he has paid before', async () => {
  office = await testOffice([])
  const { sql, kysely } = office.database.read
  const steps = (query: { compile(): { sql: string; parameters: readonly unknown[] } }) => {
    const { sql: text, parameters } = query.compile()
    return explain(sql, text, ...parameters).join(' | ')
  }
  const items = steps(ofOneCustomer.items(kysely, { customerId: 'c', met: '[]' }))
  const signed = steps(ofOneCustomer.contracts(kysely, { customerId: 'c', shipmentId: 's' }))
  expect(items).toContain('INDEX open_item_open (account=? AND party=?')
  expect(signed).toContain('INDEX sales_contract_customer (customerId=?)')
  expect(`${items} ${signed}`).not.toMatch(/SCAN [cdikls]\b/)
})

const start = async (switches: Partial<Switches> = { customerCredit: true }, rates: Record<string, number> = {}) => {
  office = await testOffice([approvals, parties, credit, deals, contracts, purchasing, shipments, ...moneyModules], {
    switches: { ...switchesOff, ...switches },
  })
  const seed = writableDb(office.database.write, 0)
  office.database.write.sql
    .prepare("UPDATE role SET code = 'owner' WHERE id = (SELECT roleId FROM user_role WHERE userId = ?)")
    .run(office.owner.id)
  for (const [currency, rate] of Object.entries(rates))
    seed.put('exchange_rate', { id: `${currency}:2026-01-01`, currency, date: '2026-01-01', rate, source: '' })
  const trade = aTrade(office)
  const { customerId } = trade
  const limit = (whole: number | null, currency = 'USD') =>
    seed.patch('party', customerId, { creditLimit: whole === null ? null : whole * 100, creditCurrency: currency })
  /** A shipment of `whole` units at 1 each, saved and waiting to leave. */
  const planned = async (whole: number, currency = 'USD') => {
    const sale = await trade.sold([{ quantity: String(Math.max(1, whole)), price: whole === 0 ? '0' : '1' }], { currency })
    const input = trade.shipmentOf([[sale.lines[0]!, String(Math.max(1, whole))]], { currency })
    await office.run('save-shipment', input)
    return input
  }
  const dispatch = (id: string, revision = 1, on = '2026-03-02', as?: TestUser) =>
    office.send('dispatch-shipment', { id, revision, dispatchedOn: on, rate: '7.1' }, as)
  /** A receivable of `whole` that is there already, whatever the limit says now. */
  const owed = async (whole: number, on = '2026-03-02', currency = 'USD') => {
    const before = office.database.write.sql.prepare('SELECT creditLimit FROM party WHERE id = ?').get(customerId) as {
      creditLimit: number | null
    }
    seed.patch('party', customerId, { creditLimit: null })
    const { id } = await planned(whole, currency)
    const answer = await dispatch(id, 1, on)
    seed.patch('party', customerId, { creditLimit: before.creditLimit })
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    return id
  }
  const ship = async (whole: number, currency = 'USD') => dispatch((await planned(whole, currency)).id)
  const position = (given: { addition?: { minor: number; currency: string }; shipmentId?: string } = {}, as?: TestUser) =>
    office.query('credit-position', { customerId, ...given }, as)
  const exposure = async () => (await position()).exposure.minor / 100
  const request = (shipmentId: string, shipmentRevision = 1, expiresOn = '2026-03-09', as?: TestUser) =>
    office.send('request-credit-override', { id: newId(), shipmentId, shipmentRevision, reason: 'good buyer', expiresOn }, as)
  const asker = await office.user({
    permissions: ['shipment.view', 'shipment.submit', 'customer.view'] satisfies Permission[],
    scopes: { shipment: 'all', customer: 'all' },
    name: 'asker',
  })
  const grant = async (shipmentId: string, revision = 1, expiresOn = '2026-03-09') => {
    const asked = await request(shipmentId, revision, expiresOn, asker)
    if (!asked.ok) throw new Error(JSON.stringify(asked))
    const seen = await office.query('approval', { id: asked.value.approvalId })
    const expect = { revision: seen.revision, contentHash: seen.contentHash }
    await office.run('approve', { id: asked.value.approvalId, expect, note: '' })
    return asked.value
  }
  const advance = async (whole: number) => {
    const bankId = newId()
    await office.run('create-bank-account', {
      ...{ id: bankId, code: `B${bankId.slice(-6)}`, name: 'Bank', bankName: '', accountNumber: '', swift: '', currency: 'USD' },
      ...{ active: true, openedOn: '2026-01-01', openingBalance: 0, openingRate: '7' },
    })
    await office.run('register-receipt', {
      ...{ id: newId(), bankAccountId: bankId, receivedOn: '2026-02-01', amount: whole * 100, charge: 0, rate: '7', payerName: 'Buyer' },
      ...{ customerId, contractId: null, remark: '' },
    })
  }
  return { trade, seed, customerId, limit, planned, dispatch, owed, ship, position, exposure, request, grant, asker, advance }
}
const over = { ok: false, refused: 'credit-limit-exceeded' }
const passes = { ok: true }

describe('the limit at dispatch', () => {
  it('[CR-01] limit 100, owed 100: a shipment of 50 is refused with its figures, exposure stays 100', async () => {
    const { limit, owed, ship, exposure } = await start()
    limit(100)
    await owed(100)
    const usd = (minor: number) => ({ minor, currency: 'USD' })
    expect(await ship(50)).toMatchObject({
      ...over,
      data: {
        ...{ limit: usd(100_00), exposure: usd(150_00), excess: usd(50_00), overdueDays: null },
        parts: { receivables: usd(100_00), addition: usd(50_00), advances: usd(0), contracts: usd(0) },
      },
    })
    expect(await exposure()).toBe(100)
  })
  it('[CR-02] the limit raised to 200, it leaves; exposure 150', async () => {
    const { limit, owed, planned, dispatch, exposure } = await start()
    limit(100)
    await owed(100)
    const { id } = await planned(50)
    expect(await dispatch(id)).toMatchObject(over)
    limit(200)
    expect(await dispatch(id)).toMatchObject(passes)
    expect(await exposure()).toBe(150)
  })
  it('[CR-03] a limit lowered later stops nothing that has left', async () => {
    const { limit, owed, planned, dispatch } = await start()
    limit(200)
    await owed(100)
    const { id } = await planned(50)
    expect(await dispatch(id)).toMatchObject(passes)
    limit(100)
    expect(await office.send('record-shipment-step', { id, revision: 2, step: 'arrived', on: '2026-03-02' })).toMatchObject(passes)
  })
  it('[CR-04] owed 100 and a contract over 50 charged with more: the undelivered part is never below zero', async () => {
    const { limit, trade, owed, position, seed } = await start({ customerCredit: true, creditCountsContracts: true })
    limit(null)
    await owed(100)
    const sale = await trade.sold([{ quantity: '50', price: '1' }])
    await trade.shipped([[sale.lines[0]!, '50']])
    // Charged with twice its amount, as a rounding gone wrong would leave it.
    office.database.write.sql.prepare('UPDATE shipment_line SET amount = 10000 WHERE salesLineId = ?').run(sale.lines[0])
    await trade.sold([{ quantity: '30', price: '1' }])
    const { parts, exposure } = await position()
    expect([parts.receivables.minor, parts.contracts.minor, exposure.minor]).toEqual([150_00, 30_00, 180_00])
    expect(seed).toBeDefined()
  })
  it('[CR-05] an empty limit lets everything pass', async () => {
    const { limit, owed, ship } = await start()
    limit(null)
    await owed(100)
    for (const whole of [0, 100, 1000]) expect(await ship(whole)).toMatchObject(passes)
  })
  it('[CR-06] limit 0 is not unlimited: who owes 100 gets nothing, not even for 0', async () => {
    const { limit, owed, ship } = await start()
    limit(0)
    await owed(100)
    expect(await ship(0)).toMatchObject(over)
  })
  it('[CR-07] owed 100 of 200: 0 passes, 150 is refused', async () => {
    const { limit, owed, ship } = await start()
    limit(200)
    await owed(100)
    expect(await ship(0)).toMatchObject(passes)
    expect(await ship(150)).toMatchObject({ ...over, data: { exposure: { minor: 250_00 } } })
  })
  it('[CR-08] limit 50 below what is owed: contract, shipment and booking warn and go on, dispatch is refused', async () => {
    const { limit, owed, planned, position, dispatch } = await start()
    limit(50)
    await owed(100)
    const { id } = await planned(10)
    expect(await position({ addition: { minor: 10_00, currency: 'USD' }, shipmentId: id })).toMatchObject({
      state: 'over-limit',
      exposure: { minor: 110_00 },
    })
    const booked = await office.run('book-shipment', { id, revision: 1, bookingNumber: 'B-1' })
    expect(await dispatch(id, booked.revision)).toMatchObject(over)
  })
  it('[CR-09] [R4] equal to the limit passes; a cent more is refused', async () => {
    const { limit, owed, planned, dispatch, trade } = await start()
    limit(200)
    await owed(100)
    const { id } = await planned(100)
    expect(await dispatch(id)).toMatchObject(passes)
    const sale = await trade.sold([{ quantity: '1', price: '0.01' }])
    const input = trade.shipmentOf([[sale.lines[0]!, '1']])
    await office.run('save-shipment', input)
    expect(await dispatch(input.id)).toMatchObject({ ...over, data: { excess: { minor: 1 } } })
  })
  it('[R1] an advance makes room: limit 0 and 80 received in advance ship 80 and no cent more', async () => {
    const { limit, ship, advance, position } = await start()
    limit(0)
    await advance(80)
    expect(await position()).toMatchObject({ exposure: { minor: 0 }, free: { minor: 80_00 }, parts: { advances: { minor: 80_00 } } })
    expect(await ship(81)).toMatchObject(over)
    expect(await ship(80)).toMatchObject(passes)
  })
  it('[R7] a reversed dispatch is checked again when it leaves again', async () => {
    const { limit, planned, dispatch } = await start()
    limit(100)
    const { id } = await planned(100)
    expect(await dispatch(id)).toMatchObject(passes)
    await office.run('reverse-dispatch', { id, revision: 2, on: '2026-03-02', reason: 'late' })
    limit(99)
    expect(await dispatch(id, 3)).toMatchObject(over)
    limit(100)
    expect(await dispatch(id, 3)).toMatchObject(passes)
  })
  it('[R7] with the switch off it informs and refuses nothing', async () => {
    const { limit, owed, ship, position } = await start({})
    limit(0)
    await owed(100)
    expect(await position()).toMatchObject({ on: false, state: 'over-limit' })
    expect(await ship(50)).toMatchObject(passes)
  })
  it('[R7] of two dispatches at the same moment one passes', async () => {
    const { limit, planned, dispatch, exposure } = await start()
    limit(100)
    const [a, b] = [await planned(60), await planned(60)]
    const answers = await Promise.all([dispatch(a.id), dispatch(b.id)])
    expect(answers.filter((x) => x.ok)).toHaveLength(1)
    expect(answers.filter((x) => !x.ok)).toMatchObject([over])
    expect(await exposure()).toBe(60)
  })
})

describe('overdue, contracts, currencies', () => {
  it('[R5] overdue by more than D days refuses whatever the limit; by D days passes', async () => {
    const { limit, owed, planned, dispatch } = await start({ customerCredit: true, creditOverdueDays: 10 })
    limit(null)
    await owed(100, '2026-01-10') // due 2026-02-09
    const { id } = await planned(1)
    office.at = '2026-02-20T02:00:00.000Z' // 11 days
    expect(await dispatch(id, 1, '2026-02-19')).toMatchObject({ ...over, data: { overdueDays: 11, limit: null } })
    office.at = '2026-02-19T02:00:00.000Z'
    expect(await dispatch(id, 1, '2026-02-19')).toMatchObject(passes)
  })
  it('[R6] signed contracts stand beside it; counted where the company says so, and the shipment itself only once', async () => {
    const { limit, trade, position, dispatch, planned } = await start({ customerCredit: true, creditCountsContracts: true })
    limit(100)
    await trade.sold([{ quantity: '40', price: '1' }])
    await trade.sold([{ quantity: '999', price: '1' }], { sign: false })
    const { id } = await planned(60)
    expect((await position()).exposure.minor).toBe(100_00)
    const seen = await position({ addition: { minor: 60_00, currency: 'USD' }, shipmentId: id })
    expect(seen).toMatchObject({ exposure: { minor: 100_00 }, parts: { contracts: { minor: 40_00 }, addition: { minor: 60_00 } } })
    expect(await dispatch(id)).toMatchObject(passes)
    expect(await position()).toMatchObject({
      exposure: { minor: 100_00 },
      parts: { contracts: { minor: 40_00 }, receivables: { minor: 60_00 } },
    })
  })
  it('[R3] converts at the newest rate on or before today, half-up once; without a rate it says which and when', async () => {
    const { limit, owed, ship, position, seed } = await start({ customerCredit: true }, { USD: 710_000_000, EUR: 780_000_000 })
    limit(100, 'EUR')
    await owed(100) // 710.00 CNY / 7.8 = 91.0256… EUR
    expect((await position()).exposure).toEqual({ minor: 91_03, currency: 'EUR' })
    seed.put('exchange_rate', { id: 'EUR:2026-03-03', currency: 'EUR', date: '2026-03-03', rate: 100_000_000, source: '' })
    expect((await position()).exposure.minor).toBe(91_03)
    expect(await ship(8, 'EUR')).toMatchObject(passes)
    expect(await ship(1, 'EUR')).toMatchObject({ ...over, data: { exposure: { minor: 100_03, currency: 'EUR' } } })
    expect(await ship(1, 'JPY')).toMatchObject({ refused: 'rate-missing', data: { currency: 'JPY', date: '2026-03-02' } })
  })
  it('[R3] the report names a customer whose currency has no rate and shows the others', async () => {
    const { limit, owed, trade, seed } = await start({ customerCredit: true })
    limit(200)
    await owed(50)
    const second = trade.party('customer', 'Second')
    seed.patch('party', second, { creditLimit: 100, creditCurrency: 'GBP' })
    trade.party('customer', 'Unlimited')
    const sale = await trade.sold([{ quantity: '5', price: '1' }], { customerId: second })
    seed.patch('party', second, { creditLimit: null })
    await trade.shipped([[sale.lines[0]!, '5']], {}, { customerId: second })
    seed.patch('party', second, { creditLimit: 100 })
    const { rows } = await office.query('credit-use', { totals: true })
    expect(rows.map((r) => [r['customer'], r['use'], r['state'], r['free']])).toEqual([
      ['Buyer', '25', 'within', { minor: 150_00, currency: 'USD' }],
      ['Second', null, 'rate-missing', null],
    ])
  })
  it('[R12] who sees only own customers sees neither position nor row of another', async () => {
    const { limit, owed, position, customerId } = await start()
    limit(200)
    await owed(50)
    const seller = await office.user({ permissions: ['customer.view'], scopes: { customer: 'own' } })
    expect(await office.ask('credit-position', { customerId }, seller)).toMatchObject({ refused: 'not-found' })
    expect((await office.query('credit-use', {}, seller)).rows).toEqual([])
    const manager = await office.user({ permissions: ['customer.view'], scopes: { customer: 'all' } })
    const { items } = await position({}, manager)
    expect(items).toMatchObject([{ part: 'receivables', dueDate: '2026-04-01', open: { minor: 50_00 } }])
    const shipmentId = items[0]!.documentId
    expect(await office.ask('credit-position', { customerId, shipmentId }, manager)).toMatchObject({ refused: 'not-permitted' })
  })
})

describe('over-limit approval', () => {
  it('[R8] [R9] asked, granted, dispatched; without need or twice it is not asked', async () => {
    const { limit, planned, dispatch, request, grant, position, asker } = await start()
    limit(100)
    const small = await planned(10)
    expect(await request(small.id)).toMatchObject({ refused: 'nothing-to-do' })
    const { id } = await planned(150)
    expect(await request(id, 1, '2026-03-01')).toMatchObject({ refused: 'date-out-of-order' })
    expect(await request(id, 2)).toMatchObject({ refused: 'changed-meanwhile' })
    await grant(id)
    expect(await request(id, 1, '2026-03-09', asker)).toMatchObject({ refused: 'nothing-to-do' })
    expect((await position({ shipmentId: id })).override).toMatchObject({ standing: 'approved', amount: { minor: 150_00 }, expired: false })
    expect(await dispatch(id)).toMatchObject(passes)
  })
  it('[C25] nobody asks to ship over the limit to a customer blacklisted since', async () => {
    const { seed, customerId, limit, planned, request, asker } = await start()
    limit(100)
    const { id } = await planned(150)
    seed.patch('party', customerId, { status: 'blacklisted' })
    expect(await request(id, 1, '2026-03-09', asker)).toMatchObject({ refused: 'inactive-party', data: { party: 'Buyer' } })
    seed.patch('party', customerId, { status: 'active' })
    expect(await request(id, 1, '2026-03-09', asker)).toMatchObject({ ok: true })
  })
  it('[R9] pending or for another shipment it is no leave', async () => {
    const { limit, planned, dispatch, request, grant, asker } = await start()
    limit(100)
    const [a, b] = [await planned(150), await planned(150)]
    await request(a.id, 1, '2026-03-09', asker)
    expect(await request(a.id, 1, '2026-03-09', asker)).toMatchObject({ refused: 'wrong-state' })
    expect(await dispatch(a.id)).toMatchObject(over)
    await grant(b.id)
    expect(await dispatch(a.id)).toMatchObject(over)
  })
  it('[R9] good on its last day, not after', async () => {
    const { limit, planned, dispatch, grant } = await start()
    limit(100)
    const { id } = await planned(150)
    await grant(id)
    office.at = '2026-03-10T02:00:00.000Z'
    expect(await dispatch(id, 1, '2026-03-02')).toMatchObject(over)
    office.at = '2026-03-09T02:00:00.000Z'
    expect(await dispatch(id, 1, '2026-03-02')).toMatchObject(passes)
  })
  it('[R10] less stays good, the same booked stays good; a cent more ends it, and going back does not revive it', async () => {
    const { limit, trade, dispatch, grant } = await start()
    limit(100)
    const sale = await trade.sold([{ quantity: '300', price: '1' }])
    const input = trade.shipmentOf([[sale.lines[0]!, '150']])
    await office.run('save-shipment', input)
    await grant(input.id)
    const save = (quantity: string, revision: number) =>
      office.run('save-shipment', { ...input, revision, lines: [{ ...input.lines[0]!, quantity }] })
    await save('140', 1)
    await office.run('book-shipment', { id: input.id, revision: 2, bookingNumber: 'B' })
    expect(await dispatch(input.id, 3)).toMatchObject(passes)
    await office.run('reverse-dispatch', { id: input.id, revision: 4, on: '2026-03-02', reason: 'late' })
    expect(await dispatch(input.id, 5)).toMatchObject(passes)
    await office.run('reverse-dispatch', { id: input.id, revision: 6, on: '2026-03-02', reason: 'late' })
    await save('150.01', 7)
    expect(await dispatch(input.id, 8)).toMatchObject(over)
    await save('140', 8)
    expect(await dispatch(input.id, 9)).toMatchObject(over)
    await grant(input.id, 9)
    expect(await dispatch(input.id, 9)).toMatchObject(passes)
  })
  it('[R10] another customer or currency ends it', async () => {
    const { limit, trade, dispatch, grant, planned, seed } = await start({ customerCredit: true }, { USD: 710_000_000, EUR: 780_000_000 })
    limit(100)
    const input = await planned(150)
    await grant(input.id)
    const sale = await trade.sold([{ quantity: '150', price: '1' }], { currency: 'EUR' })
    const changed = { ...input, currency: 'EUR', revision: 1, lines: [{ id: newId(), salesLineId: sale.lines[0]!, quantity: '140' }] }
    await office.run('save-shipment', changed)
    expect(await dispatch(input.id, 2)).toMatchObject(over)
    const other = trade.party('customer', 'Other')
    seed.patch('party', other, { creditLimit: 100 })
    const next = await planned(150)
    await grant(next.id)
    const theirs = await trade.sold([{ quantity: '150', price: '1' }], { customerId: other })
    await office.run('save-shipment', {
      ...next,
      customerId: other,
      revision: 1,
      lines: [{ id: newId(), salesLineId: theirs.lines[0]!, quantity: '150' }],
    })
    expect(await dispatch(next.id, 2)).toMatchObject(over)
  })
  it('[R16] [Y5] with its customer it goes to the new owner, who sees it and ships by it; the old one sees neither pending nor granted any more', async () => {
    const { limit, planned, dispatch, grant, request, asker, customerId, seed } = await start()
    limit(100)
    const rights = { permissions: ['shipment.view'], scopes: { shipment: 'own' } } as const
    const [old, heir] = [await office.user({ ...rights, name: 'old' }), await office.user({ ...rights, name: 'heir' })]
    const [granted, pending] = [await planned(150), await planned(160)]
    for (const { id } of [granted, pending]) seed.patch('shipment', id, { ownerId: old.id })
    const given = await grant(granted.id)
    const asked = await request(pending.id, 1, '2026-03-09', asker)
    if (!asked.ok) throw new Error(JSON.stringify(asked))
    const ids = [given.approvalId, asked.value.approvalId]
    const seen = async (as: TestUser) => Promise.all(ids.map(async (id) => (await office.ask('approval', { id }, as)).ok))
    expect([await seen(old), await seen(heir)]).toEqual([
      [true, true],
      [false, false],
    ])
    await office.run('hand-over-customer', { id: customerId, revision: 1, newOwnerId: heir.id })
    expect([await seen(old), await seen(heir)]).toEqual([
      [false, false],
      [true, true],
    ])
    expect((await office.query('approval', { id: ids[1]! }, heir)).state).toBe('pending')
    expect(await dispatch(granted.id, 2)).toMatchObject(passes)
  })
  it('[R8] nobody without the right, or who cannot see the shipment, asks', async () => {
    const { limit, planned, request } = await start()
    limit(100)
    const { id } = await planned(150)
    const none = await office.user({ permissions: ['shipment.view'], scopes: { shipment: 'all' } })
    expect(await request(id, 1, '2026-03-09', none)).toMatchObject({ refused: 'not-permitted' })
    const blind = await office.user({ permissions: ['shipment.view', 'shipment.submit'], scopes: { shipment: 'own' } })
    expect(await request(id, 1, '2026-03-09', blind)).toMatchObject({ refused: 'not-found' })
  })
})
