// Shipments through the real commands and a real database: refusals, partial shipments, dispatch, reversal, scope (SPEC H1 to H10).
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import { testOffice, type TestOffice } from '../../testing/test-office.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { purchasing } from '../purchasing/index.ts'
import { moneyModules } from '../../testing/money-modules.ts'
import { shipments } from './index.ts'
import { aTrade, type Trade } from './testing/trade.ts'
import { rounds } from '../../../build/soak/rounds.ts'

let office: TestOffice
let trade: Trade
beforeEach(async () => {
  office = await testOffice([deals, contracts, purchasing, shipments, ...moneyModules])
  office.at = '2026-12-31T02:00:00.000Z' // after every day that is told here
  trade = aTrade(office)
})
afterEach(() => office.close())

const of = (id: string) => office.query('shipment', { id })
const shippedOf = (salesLineId: string) =>
  (office.database.write.sql.prepare('SELECT shipped FROM sales_line WHERE id = ?').get(salesLineId) as { shipped: number }).shipped
const reverse = async (id: string, on = '2026-03-05') =>
  office.send('reverse-dispatch', { id, revision: (await of(id)).revision, on, reason: 'wrong goods' })
const dispatch = async (id: string, on: { dispatchedOn?: string; rate?: string } = {}) =>
  office.send('dispatch-shipment', {
    id,
    revision: (await of(id)).revision,
    dispatchedOn: on.dispatchedOn ?? '2026-03-01',
    rate: on.rate ?? '7.1',
  })

describe('a planned shipment', () => {
  test('is saved with its lines and amounts, changed as seen, and discarded without a trace', async () => {
    const { lines } = await trade.sold([{ quantity: '100', price: '2.5' }])
    const input = trade.shipmentOf([[lines[0]!, '40']], { vessel: 'COSCO TAURUS', etd: '2026-03-10' })
    const saved = await office.run('save-shipment', input)
    expect(saved).toMatchObject({ number: 'SH2026-0001', revision: 1 })
    expect(await of(input.id)).toMatchObject({
      status: 'planned',
      customerName: 'Buyer',
      vessel: 'COSCO TAURUS',
      total: { minor: 10_000, currency: 'USD' },
      totalBase: null,
      receivables: [],
      journals: [],
      lines: [{ quantity: '40', price: '2.5', unit: 'PCS', amount: { minor: 10_000, currency: 'USD' } }],
    })
    const again = { ...input, revision: 1, lines: [{ ...input.lines[0]!, quantity: '100' }] }
    expect(await office.run('save-shipment', again)).toMatchObject({ revision: 2 })
    expect((await of(input.id)).total.minor).toBe(25_000)
    expect(await office.send('save-shipment', again)).toMatchObject({ refused: 'changed-meanwhile', data: { expected: 1, found: 2 } })
    await office.run('discard-shipment', { id: input.id, revision: 2 })
    expect(await office.ask('shipment', { id: input.id })).toMatchObject({ refused: 'not-found' })
  })

  test('[H1] more than the contract has is refused with line, asked and left; two open shipments count together', async () => {
    const { lines } = await trade.sold([{ quantity: '100', price: '1' }])
    const line = lines[0]!
    expect(await office.send('save-shipment', trade.shipmentOf([[line, '100.0001']]))).toMatchObject({
      refused: 'quantity-exceeded',
      data: { line: 1, asked: '100.0001', left: '100' },
    })
    const first = trade.shipmentOf([[line, '70']])
    await office.run('save-shipment', first)
    expect(await office.send('save-shipment', trade.shipmentOf([[line, '31']]))).toMatchObject({
      refused: 'quantity-exceeded',
      data: { line: 1, asked: '31', left: '30' },
    })
    const second = trade.shipmentOf([[line, '30']])
    await office.run('save-shipment', second)
    // its own plan does not stand in its way
    await office.run('save-shipment', { ...first, revision: 1 })
    expect(await office.send('save-shipment', { ...first, revision: 2, lines: [{ ...first.lines[0]!, quantity: '71' }] })).toMatchObject({
      data: { asked: '71', left: '70' },
    })
    await office.run('discard-shipment', { id: second.id, revision: 1 })
    await office.run('save-shipment', trade.shipmentOf([[line, '30']]))
  })

  test('[H1] what is shipped is checked again at dispatch', async () => {
    const { lines } = await trade.sold([{ quantity: '100', price: '1' }])
    const input = trade.shipmentOf([[lines[0]!, '60']])
    await office.run('save-shipment', input)
    office.database.write.sql.prepare('UPDATE sales_line SET shipped = 500000 WHERE id = ?').run(lines[0])
    expect(await dispatch(input.id)).toMatchObject({ refused: 'quantity-exceeded', data: { asked: '60', left: '50' } })
    office.database.write.sql.prepare('UPDATE sales_line SET shipped = 0 WHERE id = ?').run(lines[0])
  })

  test('[H3] lines of an unsigned contract, another customer, another currency or nobody are refused', async () => {
    const send = (salesLineId: string, more = {}) => office.send('save-shipment', trade.shipmentOf([[salesLineId, '1']], more))
    const draft = await trade.sold([{ quantity: '1', price: '1' }], { sign: false })
    expect(await send(draft.lines[0]!)).toMatchObject({ refused: 'wrong-state', data: { state: 'draft', needed: 'signed' } })
    const signed = await trade.sold([{ quantity: '1', price: '1' }])
    const other = trade.party('customer', 'Other')
    expect(await send(signed.lines[0]!, { customerId: other })).toMatchObject({
      refused: 'party-differs',
      data: { expected: 'Other', found: 'Buyer' },
    })
    expect(await send(signed.lines[0]!, { currency: 'EUR' })).toMatchObject({
      refused: 'currency-differs',
      data: { expected: 'EUR', found: 'USD' },
    })
    expect(await send(newId())).toMatchObject({ refused: 'not-found', data: { resource: 'sales-contract' } })
  })

  test('forwarder and carrier must be what they are called, and in use', async () => {
    const { lines } = await trade.sold([{ quantity: '10', price: '1' }])
    const send = (more: Parameters<Trade['shipmentOf']>[1]) => office.send('save-shipment', trade.shipmentOf([[lines[0]!, '1']], more))
    expect(await send({ forwarderId: trade.factoryId })).toMatchObject({ refused: 'not-found', data: { resource: 'vendor' } })
    expect(await send({ carrierId: trade.party('forwarder', 'Speed') })).toMatchObject({ refused: 'not-found' })
    expect(await send({ carrierId: trade.party('carrier', 'Gone', { active: 0 }) })).toMatchObject({ refused: 'inactive-party' })
    expect(await send({ carrierId: trade.party('carrier', 'Ocean'), forwarderId: trade.party('forwarder', 'Quick') })).toMatchObject({
      ok: true,
    })
  })

  test('a line of another shipment cannot be taken over, nor one line be sent twice', async () => {
    const { lines } = await trade.sold([{ quantity: '10', price: '1' }])
    const first = trade.shipmentOf([[lines[0]!, '1']])
    await office.run('save-shipment', first)
    expect(await office.send('save-shipment', trade.shipmentOf([], { lines: first.lines }))).toMatchObject({ refused: 'already-exists' })
    const line = { id: newId(), salesLineId: lines[0]!, quantity: '1' }
    expect(await office.send('save-shipment', trade.shipmentOf([], { lines: [line, line] }))).toMatchObject({ refused: 'invalid-input' })
    expect(await office.send('save-shipment', { ...first })).toMatchObject({ refused: 'already-exists' })
  })

  test('is booked once, and then voided rather than deleted', async () => {
    const { lines } = await trade.sold([{ quantity: '10', price: '1' }])
    const input = trade.shipmentOf([[lines[0]!, '10']])
    await office.run('save-shipment', input)
    await office.run('book-shipment', { id: input.id, revision: 1, bookingNumber: 'SO-1' })
    expect(await of(input.id)).toMatchObject({ status: 'booked', bookingNumber: 'SO-1' })
    expect(await office.send('book-shipment', { id: input.id, revision: 2, bookingNumber: 'SO-2' })).toMatchObject({
      refused: 'wrong-state',
    })
    await office.run('discard-shipment', { id: input.id, revision: 2 })
    expect(await of(input.id)).toMatchObject({ status: 'void' })
    expect(await office.send('save-shipment', { ...input, revision: 3 })).toMatchObject({ refused: 'wrong-state', data: { state: 'void' } })
    // its quantity and amount are free again
    const next = trade.shipmentOf([[lines[0]!, '10']])
    await office.run('save-shipment', next)
    expect((await of(next.id)).total.minor).toBe(1000)
  })
})

const AG01: PaymentTerm = [
  { share: '30', event: 'after-bill-of-lading', days: 30 },
  { share: '50', event: 'after-bill-of-lading', days: 60 },
  { share: '20', event: 'after-bill-of-lading', days: 90 },
]
describe('dispatch', () => {
  test('[H4] [AG-01] posts a receivable per instalment with its due date, against revenue', async () => {
    const { lines, dealId, id } = await trade.sold([{ quantity: '100', price: '1' }], { term: AG01 })
    const sent = await trade.shipped([[lines[0]!, '100']])
    const item = (n: number, dueDate: string, minor: number) => ({ item: `${sent.id}:${n}`, dueDate, amount: { minor, currency: 'USD' } })
    expect(sent.receivables).toEqual([item(1, '2026-03-31', 3000), item(2, '2026-04-30', 5000), item(3, '2026-05-30', 2000)])
    const seen = await of(sent.id)
    expect(seen).toMatchObject({
      status: 'dispatched',
      dispatchedOn: '2026-03-01',
      rate: '7.1',
      totalBase: { minor: 71_000, currency: 'CNY' },
    })
    expect(seen.receivables.map((r) => [r.instalment, r.amount.minor, r.open.minor])).toEqual([
      [1, 3000, 3000],
      [2, 5000, 5000],
      [3, 2000, 2000],
    ])
    expect(seen.journals).toHaveLength(1)
    expect([trade.balance('1122'), trade.balance('6001')]).toEqual([71_000, -71_000])
    const dimensions = office.database.write.sql
      .prepare(
        `SELECT DISTINCT (SELECT id FROM ledger_key WHERE key = p.party) AS party, (SELECT id FROM ledger_key WHERE key = p.deal) AS deal,
          (SELECT id FROM ledger_key WHERE key = p.contract) AS contract, (SELECT id FROM ledger_key WHERE key = p.shipment) AS shipment,
          (SELECT id FROM ledger_key WHERE key = p.owner) AS owner FROM posting p`,
      )
      .all()
    expect(dimensions).toEqual([{ party: trade.customerId, deal: dealId, contract: id, shipment: sent.id, owner: office.owner.id }])
    expect(shippedOf(lines[0]!)).toBe(100_0000)
  })

  test('[H4] [H5] two contracts in one shipment: each its own terms and deal, base exact in all', async () => {
    const half: PaymentTerm = [
      { share: '50', event: 'on-signing', days: 0 },
      { share: '50', event: 'after-arrival', days: 5 },
    ]
    const one = await trade.sold([{ quantity: '3', price: '33.35' }], { term: AG01 })
    const two = await trade.sold([{ quantity: '7', price: '0.01' }], { term: half, signedOn: '2026-01-20' })
    const sent = await trade.shipped(
      [
        [one.lines[0]!, '3'],
        [two.lines[0]!, '7'],
      ],
      { rate: '7.12345678' },
      { eta: '2026-04-01' },
    )
    expect(sent.receivables.map((r) => [r.dueDate, r.amount.minor])).toEqual([
      ['2026-03-31', 3001],
      ['2026-04-30', 5003],
      ['2026-05-30', 2001],
      ['2026-01-20', 3],
      ['2026-04-06', 4],
    ])
    expect(trade.balance('6001')).toBe(-71_320) // 100.12 × 7.12345678 = 713.20…
    const seen = await of(sent.id)
    expect(seen.totalBase?.minor).toBe(71_320)
    expect(seen.receivables.map((r) => r.instalment)).toEqual([1, 2, 3, 1, 2])
    const perLine = await office.query('shipment-lines', { params: { shipmentId: sent.id }, totals: true })
    expect(perLine.totals?.amount).toEqual([{ minor: 10_012, currency: 'USD' }])
  })

  test('[H6] takes the cost of the goods from their purchase: VAT-inclusive less refund, in the same journal', async () => {
    const { lines } = await trade.sold([{ quantity: '100', price: '10', buy: { price: '11.30' } }])
    const sent = await trade.shipped([[lines[0]!, '100']])
    expect((await of(sent.id)).journals).toHaveLength(1)
    expect([trade.balance('6401'), trade.balance('1405'), trade.balance('222101'), trade.balance('1221')]).toEqual([
      100_000, -100_000, -13_000, 13_000,
    ])
    const list = await office.query('shipment-lines', { params: { shipmentId: sent.id } })
    expect(list.rows[0]).toMatchObject({ cost: { minor: 100_000, currency: 'CNY' } })
  })

  test('[H2] partial shipments of one line add up to its amount exactly', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 1, max: 99_999 }),
        async (parts, price) => {
          const quantity = parts.reduce((a, b) => a + b, 0)
          const { lines } = await trade.sold([
            { quantity: String(quantity), price: (price / 1e6).toFixed(6), buy: { price: (price / 1e5).toFixed(5) } },
          ])
          const whole = (await office.query('sales-contracts', { sort: [{ field: 'number', descending: true }], limit: 1 })).rows[0]
          let sum = 0
          for (const part of parts) {
            const sent = await trade.shipped([[lines[0]!, String(part)]], { rate: '6.98765' })
            sum += sent.receivables.reduce((all, r) => all + r.amount.minor, 0)
          }
          expect({ minor: sum, currency: 'USD' }).toEqual(whole?.total)
        },
      ),
      { numRuns: rounds(12, 240) },
    )
  })

  test('[H2] what was planned is counted anew when another shipment has left meanwhile', async () => {
    const { lines } = await trade.sold([{ quantity: '3', price: '33.333333' }])
    const planned = trade.shipmentOf([[lines[0]!, '1']])
    await office.run('save-shipment', planned)
    await trade.shipped([[lines[0]!, '1']])
    const out = await dispatch(planned.id)
    expect(out).toMatchObject({ ok: true, value: { receivables: [{ amount: { minor: 3334 } }] } })
    expect((await of(planned.id)).total.minor).toBe(3334)
  })

  test('[H5] in base currency the rate is 1', async () => {
    const { lines } = await trade.sold([{ quantity: '1', price: '9' }], { currency: 'CNY', rate: '1' })
    const input = trade.shipmentOf([[lines[0]!, '1']], { currency: 'CNY' })
    await office.run('save-shipment', input)
    expect(await dispatch(input.id, { rate: '7.1' })).toMatchObject({ refused: 'rate-must-be-one' })
    expect(await dispatch(input.id, { rate: '1' })).toMatchObject({ ok: true })
    expect(trade.balance('1122')).toBe(900)
  })

  test('[H7] not before the contract was signed, not twice, not in a closed period', async () => {
    const { lines } = await trade.sold([{ quantity: '1', price: '9' }])
    const input = trade.shipmentOf([[lines[0]!, '1']])
    await office.run('save-shipment', input)
    expect(await dispatch(input.id, { dispatchedOn: '2026-01-04' })).toMatchObject({
      refused: 'date-out-of-order',
      data: { earlier: '2026-01-05', later: '2026-01-04' },
    })
    trade.seed.put('setting', { key: 'closedThrough', value: '"2026-03-01"' })
    expect(await dispatch(input.id)).toMatchObject({ refused: 'period-closed' })
    expect([trade.balance('1122'), shippedOf(lines[0]!), (await of(input.id)).status]).toEqual([0, 0, 'planned'])
    expect(await dispatch(input.id, { dispatchedOn: '2026-03-02' })).toMatchObject({ ok: true })
    expect(await dispatch(input.id, { dispatchedOn: '2026-03-02' })).toMatchObject({ refused: 'wrong-state' })
  })

  test('[H10] afterwards the voyage may be written, but not what was posted', async () => {
    const { lines } = await trade.sold([{ quantity: '5', price: '9' }])
    const { input } = await trade.shipped([[lines[0]!, '4']])
    const seen = { ...input, revision: 2 }
    for (const change of [
      { lines: [{ ...input.lines[0]!, quantity: '5' }] },
      { currency: 'EUR' },
      { customerId: trade.party('customer', 'Else') },
      { ownerId: newId() },
    ])
      expect(await office.send('save-shipment', { ...seen, ...change })).toMatchObject({ refused: 'wrong-state' })
    await office.run('save-shipment', { ...seen, billOfLadingNumber: 'COSU123', eta: '2026-04-20' })
    expect(await of(input.id)).toMatchObject({
      billOfLadingNumber: 'COSU123',
      eta: '2026-04-20',
      status: 'dispatched',
      total: { minor: 3600 },
    })
    await office.run('record-shipment-step', { id: input.id, revision: 3, step: 'done', on: '2026-05-01' })
    expect(await office.send('save-shipment', { ...seen, revision: 4 })).toMatchObject({ refused: 'wrong-state', data: { state: 'done' } })
  })

  test('[H9] steps are recorded with their days', async () => {
    const { lines } = await trade.sold([{ quantity: '5', price: '9' }])
    const { id } = await trade.shipped([[lines[0]!, '5']])
    await office.run('record-shipment-step', { id, revision: 2, step: 'on-board', on: '2026-03-02' })
    await office.run('record-shipment-step', { id, revision: 3, step: 'arrived', on: '2026-03-30' })
    expect(await of(id)).toMatchObject({ status: 'arrived', onBoardOn: '2026-03-02', arrivedOn: '2026-03-30' })
    expect(await office.send('record-shipment-step', { id, revision: 4, step: 'on-board', on: '2026-03-31' })).toMatchObject({
      refused: 'wrong-state',
    })
  })
})

describe('reversal', () => {
  const picture = () => ['1122', '6001', '6401', '1405', '222101', '1221'].map((a) => trade.balance(a))
  test('[H8] restores everything, and the next dispatch numbers its receivables onward', async () => {
    const { lines, dealId } = await trade.sold([{ quantity: '100', price: '10', buy: { price: '11.30' } }], { term: AG01 })
    const { id } = await trade.shipped([[lines[0]!, '60']])
    const stage = async () => (await office.query('deal', { id: dealId })).stage
    expect(await stage()).toBe('shipping')
    expect(await reverse(id)).toMatchObject({ ok: true, value: { revision: 3 } })
    expect(picture()).toEqual([0, 0, 0, 0, 0, 0])
    expect(shippedOf(lines[0]!)).toBe(0)
    expect(await of(id)).toMatchObject({ status: 'planned', dispatchedOn: null, rate: null, totalBase: null, receivables: [] })
    expect((await of(id)).journals.length).toBeGreaterThanOrEqual(2)
    const purchase = office.database.write.sql.prepare('SELECT shipped, costBase FROM purchase_line').get()
    expect(purchase).toEqual({ shipped: 0, costBase: 0 })
    const again = await dispatch(id, { dispatchedOn: '2026-03-06' })
    expect(again).toMatchObject({ ok: true, value: { receivables: [{ item: `${id}:4` }, { item: `${id}:5` }, { item: `${id}:6` }] } })
    expect((await of(id)).receivables.map((r) => r.instalment)).toEqual([1, 2, 3])
    expect(picture()).toEqual([426_000, -426_000, 60_000, -60_000, -7_800, 7_800])
  })

  test('[H8] a booked shipment is booked again; steps are gone with the dispatch', async () => {
    const { lines } = await trade.sold([{ quantity: '1', price: '10' }])
    const { id } = await trade.shipped([[lines[0]!, '1']], {}, { bookingNumber: 'SO-9' })
    await office.run('record-shipment-step', { id, revision: 2, step: 'arrived', on: '2026-03-04' })
    expect(await reverse(id)).toMatchObject({ ok: true })
    expect(await of(id)).toMatchObject({ status: 'booked', arrivedOn: null })
    await office.run('discard-shipment', { id, revision: 4 })
    expect(await of(id)).toMatchObject({ status: 'void' })
  })

  test('[H8] refused while a receivable is touched, before the dispatch, or without one', async () => {
    const { lines } = await trade.sold([{ quantity: '2', price: '10' }])
    const planned = trade.shipmentOf([[lines[0]!, '1']])
    await office.run('save-shipment', planned)
    expect(await reverse(planned.id)).toMatchObject({ refused: 'wrong-state', data: { state: 'planned', needed: 'dispatched' } })
    const { id, number } = await trade.shipped([[lines[0]!, '1']])
    expect(await reverse(id, '2026-02-28')).toMatchObject({ refused: 'date-out-of-order' })
    const note = await office.run('post-credit-note', {
      id: newId(),
      partyId: trade.customerId,
      on: '2026-03-02',
      currency: 'USD',
      rate: '7.1',
      amount: 1,
      dealId: null,
      reason: 'short',
    })
    const allocation = newId()
    await office.run('allocate', { id: allocation, on: '2026-03-02', source: note.item, targets: [{ item: `${id}:1`, amount: 1 }] })
    expect(await reverse(id)).toMatchObject({ refused: 'already-allocated', data: { document: number } })
    await office.run('reverse-allocation', { id: allocation, on: '2026-03-03', reason: 'mistake' })
    expect(await reverse(id)).toMatchObject({ ok: true })
  })
})

describe('queries', () => {
  test('lines-to-ship tells what is left after shipped and planned', async () => {
    const one = await trade.sold([
      { quantity: '100', price: '2' },
      { quantity: '5', price: '1' },
    ])
    await trade.sold([{ quantity: '1', price: '1' }], { currency: 'EUR', rate: '7.8' })
    await trade.shipped([
      [one.lines[0]!, '10'],
      [one.lines[1]!, '5'],
    ])
    await office.run('save-shipment', trade.shipmentOf([[one.lines[0]!, '20']]))
    const left = await office.query('lines-to-ship', { customerId: trade.customerId, currency: 'USD' })
    expect(left).toMatchObject([{ salesLineId: one.lines[0], quantity: '100', shipped: '10', planned: '20', left: '70', price: '2' }])
    expect(await office.query('lines-to-ship', { customerId: trade.customerId })).toHaveLength(2)
  })

  test('preview equals what dispatch does, and names quantities that no purchase stands behind', async () => {
    const { lines } = await trade.sold(
      [
        { quantity: '100', price: '1.11', buy: { price: '5', quantity: '60' } },
        { quantity: '3', price: '7' },
      ],
      { term: AG01 },
    )
    const input = trade.shipmentOf([
      [lines[0]!, '40'],
      [lines[0]!, '30'],
      [lines[1]!, '3'],
    ])
    const preview = await office.query('preview-shipment', {
      currency: 'USD',
      on: '2026-03-01',
      rate: '7.1',
      eta: null,
      lines: input.lines,
    })
    expect(preview.withoutPurchase).toEqual([
      { id: input.lines[1]!.id, quantity: '10' },
      { id: input.lines[2]!.id, quantity: '3' },
    ])
    await office.run('save-shipment', input)
    const sent = await dispatch(input.id)
    if (!sent.ok) throw new Error('refused')
    expect(preview.receivables.map((r) => [r.dueDate, r.amount])).toEqual(sent.value.receivables.map((r) => [r.dueDate, r.amount]))
    expect(preview.totalBase).toEqual((await of(input.id)).totalBase)
  })

  test('is found by its numbers and containers from the moment they are written, and gone with its draft', async () => {
    const entry = (id: string) =>
      office.database.write.sql.prepare('SELECT title, detail, text FROM search_waiting WHERE id = ?').get(id) as
        | { title: string; detail: string; text: string }
        | undefined
    const { lines } = await trade.sold([{ quantity: '100', price: '2' }])
    const input = trade.shipmentOf([[lines[0]!, '1']], { containers: [{ type: '40HQ', number: 'TGHU1234567', seal: '' }] })
    const { number } = await office.run('save-shipment', input)
    expect(entry(input.id)).toMatchObject({ title: number, detail: 'Buyer' })
    expect(entry(input.id)?.text.toUpperCase()).toContain('TGHU1234567')
    await office.run('book-shipment', { id: input.id, revision: 1, bookingNumber: 'SO4711' })
    expect(entry(input.id)?.text.toUpperCase()).toContain('SO4711')
    const draft = trade.shipmentOf([[lines[0]!, '1']])
    await office.run('save-shipment', draft)
    await office.run('discard-shipment', { id: draft.id, revision: 1 })
    expect(entry(draft.id)).toBeUndefined()
    const sent = await trade.shipped([[lines[0]!, '1']])
    await office.run('save-shipment', { ...sent.input, revision: 2, billOfLadingNumber: 'COSU99' })
    expect(entry(sent.id)?.text.toUpperCase()).toContain('COSU99')
  })

  test('a shipment out of scope is answered like none; cost is absent without its permission', async () => {
    const { lines } = await trade.sold([{ quantity: '100', price: '2', buy: { price: '5' } }])
    const { id } = await trade.shipped([[lines[0]!, '90']])
    const outsider = await office.user({
      permissions: ['shipment.view', 'shipment.edit', 'shipment.create', 'shipment.dispatch', 'shipment.reverse'],
      scopes: { shipment: 'own', 'sales-contract': 'own', customer: 'all' },
    })
    expect(await office.ask('shipment', { id }, outsider)).toMatchObject({ refused: 'not-found' })
    expect((await office.query('shipments', {}, outsider)).rows).toEqual([])
    expect((await office.query('shipment-lines', {}, outsider)).rows).toEqual([])
    expect(await office.query('lines-to-ship', { customerId: trade.customerId }, outsider)).toEqual([])
    for (const answer of [
      await office.send('reverse-dispatch', { id, revision: 2, on: '2026-03-05', reason: 'x' }, outsider),
      await office.send('record-shipment-step', { id, revision: 2, step: 'done', on: '2026-03-05' }, outsider),
      await office.send('save-shipment', trade.shipmentOf([[lines[0]!, '1']], { ownerId: outsider.id }), outsider),
      await office.send('save-shipment', trade.shipmentOf([[lines[0]!, '1']]), outsider),
    ])
      expect(answer).toMatchObject({ refused: 'not-found' })
    const assistant = await office.user({
      permissions: ['shipment.create'],
      scopes: { shipment: 'own', 'sales-contract': 'all', customer: 'all' },
    })
    const forAnother = trade.shipmentOf([[lines[0]!, '1']])
    expect(await office.send('save-shipment', forAnother, assistant)).toMatchObject({
      refused: 'not-found',
      data: { resource: 'shipment' },
    })
    expect(await office.send('save-shipment', { ...forAnother, ownerId: assistant.id }, assistant)).toMatchObject({ ok: true })
    expect(await office.send('save-shipment', { ...forAnother, ownerId: assistant.id, revision: 1 }, assistant)).toMatchObject({
      refused: 'not-permitted',
      data: { permission: 'shipment.edit' },
    })
    const clerk = await office.user({ permissions: ['shipment.view'], scopes: { shipment: 'all' } })
    const list = await office.query('shipment-lines', { totals: true }, clerk)
    expect(list.columns).not.toContain('cost')
    expect(list.rows[0]).not.toHaveProperty('cost')
    expect(list.totals).not.toHaveProperty('cost')
    expect(await office.ask('shipment-lines', { sort: [{ field: 'cost', descending: true }] }, clerk)).toMatchObject({
      refused: 'unknown-field',
    })
    expect(await office.send('dispatch-shipment', { id, revision: 2, dispatchedOn: '2026-03-05', rate: '7' }, clerk)).toMatchObject({
      refused: 'not-permitted',
    })
  })

  test('[H21] [C25] nothing is planned, booked or sent to a customer blacklisted since, nothing is bought for him; money and what takes back stay allowed', async () => {
    const { lines, dealId } = await trade.sold([{ quantity: '100', price: '2' }])
    const [planned, left] = [trade.shipmentOf([[lines[0]!, '10']]), await trade.shipped([[lines[0]!, '20']])]
    await office.run('save-shipment', planned)
    trade.seed.patch('party', trade.customerId, { status: 'blacklisted' })
    const refused = { ok: false, refused: 'inactive-party', data: { party: 'Buyer' } }
    expect(await office.send('save-shipment', { ...planned, revision: 1 })).toEqual(refused)
    expect(await office.send('book-shipment', { id: planned.id, revision: 1, bookingNumber: 'B1' })).toEqual(refused)
    expect(await dispatch(planned.id)).toEqual(refused)
    const buying = {
      ...{ id: newId(), supplierId: trade.factoryId, contractDate: '2026-03-01', currency: 'CNY', rate: '1', deliveryDate: null },
      ...{
        paymentTerm: [{ share: '100', event: 'after-bill-of-lading' as const, days: 30 }],
        clauses: '',
        remark: '',
        ownerId: office.owner.id,
      },
    }
    const goods = {
      id: newId(),
      productId: null,
      description: 'Goods',
      quantity: '10',
      unit: 'PCS',
      price: '1',
      vatRate: '13',
      refundRate: '13',
    }
    for (const salesLineId of [lines[0]!, null])
      expect(await office.send('save-purchase-contract', { ...buying, lines: [{ ...goods, salesLineId, dealId }] })).toEqual(refused)
    // What has happened goes on, and what takes back.
    const step = { id: left.id, revision: left.revision, step: 'on-board' as const, on: '2026-03-02' }
    expect(await office.send('record-shipment-step', step)).toMatchObject({ ok: true })
    expect(await office.send('discard-shipment', { id: planned.id, revision: 1 })).toMatchObject({ ok: true })
    expect(await reverse(left.id)).toMatchObject({ ok: true })
  })

  test('[H21] a forwarder switched off since the shipment was planned is not booked with', async () => {
    const { lines } = await trade.sold([{ quantity: '100', price: '2' }])
    const forwarderId = trade.party('forwarder', 'Fast')
    const planned = trade.shipmentOf([[lines[0]!, '10']], { forwarderId })
    await office.run('save-shipment', planned)
    trade.seed.patch('party', forwarderId, { active: 0 })
    expect(await office.send('book-shipment', { id: planned.id, revision: 1, bookingNumber: 'B1' })).toMatchObject({
      refused: 'inactive-party',
      data: { party: 'Fast' },
    })
  })

  test('the list finds shipments by bill of lading, container and customer, and by deal', async () => {
    const { lines, dealId } = await trade.sold([{ quantity: '100', price: '2' }])
    await office.run(
      'save-shipment',
      trade.shipmentOf([[lines[0]!, '1']], { containers: [{ type: '40HQ', number: 'tghu1234567', seal: '' }], billOfLadingNumber: 'BL77' }),
    )
    for (const search of ['TGHU123', 'bl77', 'buyer']) expect((await office.query('shipments', { search })).rows).toHaveLength(1)
    expect((await office.query('shipments', { params: { dealId } })).rows).toHaveLength(1)
    expect((await office.query('shipments', { params: { dealId: newId() } })).rows).toHaveLength(0)
  })
})
