// The cost engine in a real ledger: single cases by rule, and random histories whose every step keeps cards, sources and ledger together.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { salesLine, signedSale, tradeOffice, type SalesInput, type Trade } from '../contracts/testing/trade.ts'
import { purchasing } from './index.ts'
import { targetCost } from './rules.ts'
import {
  balance,
  bill,
  dispatch,
  purchaseLine,
  signedPurchase,
  takeBack,
  unbill,
  type Billed,
  type PurchaseInput,
} from './testing/goods.ts'
import { minutes, rounds } from '../../../build/soak/rounds.ts'

const pcs = (n: number) => n * 10_000
const money = (yuan: number) => Math.round(yuan * 100)

/** Everything that must hold after every event (P3, P4, P7, P8). */
const expectSound = async (office: Trade) => {
  expect(office.ledgerFaults()).toEqual([])
  expect(office.faults).toEqual([])
  const db = office.database.write.kysely
  const lines = await db.selectFrom('purchase_line').selectAll().where('salesLineId', 'is not', null).execute()
  const sources = await db
    .selectFrom('shipment_source as c')
    .innerJoin('shipment_line as l', 'l.id', 'c.shipmentLineId')
    .selectAll('c')
    .select('l.shipmentId')
    .execute()
  const sum = <T>(all: readonly T[], pick: (row: T) => number) => all.reduce((total, row) => total + pick(row), 0)
  for (const line of lines) {
    const own = sources.filter((s) => s.purchaseLineId === line.id)
    expect({ net: line.costBase, vat: line.costVatBase, refund: line.costRefundBase }).toEqual(targetCost(line))
    expect(sum(own, (s) => s.quantity)).toBe(line.shipped)
    expect(sum(own, (s) => s.costBase)).toBe(line.costBase + line.costVatBase - line.costRefundBase)
    expect(sum(own, (s) => s.vatBase)).toBe(line.costVatBase)
    expect(sum(own, (s) => s.refundBase)).toBe(line.costRefundBase)
  }
  expect(await balance(office, '1405')).toBe(sum(lines, (l) => l.billedNetBase - l.costBase))
  expect(await balance(office, '222101')).toBe(sum(lines, (l) => l.billedVatBase - l.costVatBase))
  expect(await balance(office, '1221')).toBe(sum(lines, (l) => l.costRefundBase))
  expect(await balance(office, '6401', { category: 'purchase' })).toBe(sum(lines, (l) => l.costBase + l.costVatBase))
  expect(await balance(office, '6401', { category: 'tax-refund' })).toBe(0 - sum(lines, (l) => l.costRefundBase))
  for (const { id } of await db.selectFrom('shipment').select('id').execute()) {
    const own = sources.filter((s) => s.shipmentId === id)
    expect(await balance(office, '6401', { shipmentId: id })).toBe(sum(own, (s) => s.costBase))
    expect(await balance(office, '1221', { shipmentId: id })).toBe(sum(own, (s) => s.refundBase))
    expect(await balance(office, '222101', { shipmentId: id })).toBe(0 - sum(own, (s) => s.vatBase))
  }
}

let office: Trade
beforeEach(async () => {
  office = await tradeOffice([deals, contracts, purchasing])
  office.at = '2026-12-31T02:00:00.000Z' // after every day that is told here
})
afterEach(() => office.close())

/** A sale of 100 pieces bought at CNY 22.60 incl. 13 % VAT: 2,000.00 net, 260.00 VAT. */
const bought = async (given: { refundRate?: string; contractDate?: string } = {}) => {
  const sold = salesLine()
  const sale = await signedSale(office, office.customer(), { lines: [sold] })
  const supplierId = office.vendor()
  const line = purchaseLine({ salesLineId: sold.id, refundRate: given.refundRate ?? '13' })
  const purchase = await signedPurchase(office, supplierId, { lines: [line], contractDate: given.contractDate ?? '2026-03-01' })
  return { sale, sold, supplierId, purchase, line }
}
const refundItems = () =>
  office.database.write.kysely.selectFrom('open_item').selectAll().where('kind', '=', 'tax-refund').orderBy('id').execute()
const journals = (documentId: string) =>
  office.database.write.kysely.selectFrom('journal').selectAll().where('documentId', '=', documentId).orderBy('id').execute()

describe('cost of goods', () => {
  it('[P3] [P7] leaves at the contract’s price and is trued up by the bill', async () => {
    const { sale, sold, supplierId, line } = await bought()
    const shipment = await dispatch(office, sale, [{ salesLineId: sold.id, quantity: pcs(100) }], '2026-03-10')
    await expectSound(office)
    expect(await balance(office, '1405')).toBe(-money(2000))
    const billed = await bill(
      office,
      supplierId,
      [{ purchaseLineId: line.id, quantity: pcs(100), netBase: money(2010), vatBase: money(261.3) }],
      '2026-03-20',
    )
    await expectSound(office)
    expect([await balance(office, '1405'), await balance(office, '222101')]).toEqual([0, 0])
    expect(await balance(office, '6401')).toBe(money(2010))
    expect((await journals(billed)).map((j) => [j.kind, j.date])).toEqual([
      ['bill', '2026-03-20'],
      ['cost-adjustment', '2026-03-20'],
    ])
    expect((await journals(shipment)).map((j) => j.kind)).toEqual(['dispatch'])
  })

  it('[P3] VAT that is not given back is a cost', async () => {
    const { sale, sold } = await bought({ refundRate: '9' })
    await dispatch(office, sale, [{ salesLineId: sold.id, quantity: pcs(100) }], '2026-03-10')
    expect(await balance(office, '6401', { category: 'purchase' })).toBe(money(2260))
    expect(await balance(office, '6401', { category: 'tax-refund' })).toBe(-money(180))
    expect(await balance(office, '1221')).toBe(money(180))
    await expectSound(office)
  })

  const costDays = async () =>
    (
      await office.database.write.kysely
        .selectFrom('posting')
        .select((e) => ['date', e.fn.sum<number>('base').as('base')])
        .where('account', '=', '6401')
        .groupBy('date')
        .orderBy('date')
        .execute()
    ).map(({ date, base }) => [date, Number(base)])

  it('[P21] what one document brings is posted a journal a day, each not before its goods left', async () => {
    const sold = salesLine({ quantity: '101' })
    const sale = await signedSale(office, office.customer(), { lines: [sold] })
    await dispatch(office, sale, [{ salesLineId: sold.id, quantity: pcs(100) }], '2026-10-10')
    await dispatch(office, sale, [{ salesLineId: sold.id, quantity: pcs(1) }], '2026-11-10')
    const line = purchaseLine({ salesLineId: sold.id, quantity: '101', price: '50', vatRate: '0', refundRate: '0' })
    const purchase = await signedPurchase(office, office.vendor(), { lines: [line], contractDate: '2026-10-20' })
    expect(await costDays()).toEqual([
      ['2026-10-20', money(5000)],
      ['2026-11-10', money(50)],
    ])
    expect((await journals(purchase.id)).map((j) => [j.kind, j.date])).toEqual([
      ['cost-adjustment', '2026-10-20'],
      ['cost-adjustment', '2026-11-10'],
    ])
    await expectSound(office)
  })

  it('[P21] a dispatch entered late moves the cost of goods that left later on their own day', async () => {
    const { sale, sold, supplierId, line } = await bought({ refundRate: '0' })
    const all = [{ purchaseLineId: line.id, quantity: pcs(60), netBase: money(1500), vatBase: 0 }]
    await bill(office, supplierId, all, '2026-03-02')
    const later = await dispatch(office, sale, [{ salesLineId: sold.id, quantity: pcs(60) }], '2026-03-20')
    const earlier = await dispatch(office, sale, [{ salesLineId: sold.id, quantity: pcs(40) }], '2026-03-10')
    // 1,500.00 billed for 60 pieces and 904.00 as agreed for 40, shared over 100 pieces.
    expect(await balance(office, '6401', { shipmentId: earlier })).toBe(money(961.6))
    expect(await balance(office, '6401', { shipmentId: later })).toBe(money(1442.4))
    // As if entered in order: on the 10th all 40 were billed, at 25.00 (P33).
    expect(await costDays()).toEqual([
      ['2026-03-10', money(1000)],
      ['2026-03-20', money(1404)],
    ])
    await takeBack(office, earlier, '2026-03-21')
    expect(await costDays()).toEqual([
      ['2026-03-10', money(1000)],
      ['2026-03-20', money(1404)],
      ['2026-03-21', money(-904)],
    ])
    await expectSound(office)
  })

  it('[P21] a dispatch entered after a purchase that was signed later has no cost before that', async () => {
    const { sale, sold } = await bought({ refundRate: '0', contractDate: '2026-03-15' })
    const shipment = await dispatch(office, sale, [{ salesLineId: sold.id, quantity: pcs(100) }], '2026-03-10')
    expect(await costDays()).toEqual([['2026-03-15', money(2260)]])
    await takeBack(office, shipment, '2026-03-16')
    expect(await balance(office, '6401')).toBe(0)
    await expectSound(office)
  })

  it('[P5] [P6] what leaves before it is bought costs nothing until a purchase is signed', async () => {
    const sold = salesLine()
    const sale = await signedSale(office, office.customer(), { lines: [sold] })
    const shipment = await dispatch(office, sale, [{ salesLineId: sold.id, quantity: pcs(80) }], '2026-03-10')
    expect(await journals(shipment)).toEqual([])
    const line = purchaseLine({ salesLineId: sold.id, quantity: '50' })
    const purchase = await signedPurchase(office, office.vendor(), { lines: [line], contractDate: '2026-03-05' })
    // Signed on 5 March, but the goods left on the 10th: the cost is not dated before.
    expect((await journals(purchase.id)).map((j) => [j.kind, j.date])).toEqual([['cost-adjustment', '2026-03-10']])
    expect(await balance(office, '6401', { category: 'purchase' })).toBe(money(1130))
    await expectSound(office)
    await signedPurchase(office, office.vendor(), {
      lines: [purchaseLine({ salesLineId: sold.id, quantity: '50' })],
      contractDate: '2026-03-15',
    })
    expect(await balance(office, '6401', { category: 'purchase' })).toBe(money(1808))
    await expectSound(office)
  })

  it('[P5] takes from the oldest purchase first', async () => {
    const sold = salesLine()
    const sale = await signedSale(office, office.customer(), { lines: [sold] })
    const buy = (contractDate: string) =>
      signedPurchase(office, office.vendor(), { contractDate, lines: [purchaseLine({ salesLineId: sold.id, quantity: '60' })] })
    const [young, old] = [await buy('2026-03-03'), await buy('2026-03-02')]
    await dispatch(office, sale, [{ salesLineId: sold.id, quantity: pcs(70) }], '2026-03-10')
    const shipped = async (p: PurchaseInput) => (await office.query('purchase-contract', { id: p.id })).lines[0]!.shipped
    expect([await shipped(old), await shipped(young)]).toEqual(['60', '10'])
  })

  it('[P6] a bill for more than was ordered makes room for goods that had none', async () => {
    const { sale, sold, supplierId, line } = await bought()
    await dispatch(office, sale, [{ salesLineId: sold.id, quantity: pcs(105) }], '2026-03-10')
    expect(
      (await office.query('purchase-contract', { id: (await office.query('purchase-contracts', {})).rows[0]!.id })).lines[0]!.shipped,
    ).toBe('100')
    await bill(
      office,
      supplierId,
      [{ purchaseLineId: line.id, quantity: pcs(105), netBase: money(2100), vatBase: money(273) }],
      '2026-03-20',
    )
    expect([await balance(office, '1405'), await balance(office, '6401')]).toEqual([0, money(2100)])
    await expectSound(office)
  })

  it('[P8] one refund item for each shipment and sales contract, due 180 days after the goods left', async () => {
    const { sale, sold, supplierId, line } = await bought()
    const first = await dispatch(office, sale, [{ salesLineId: sold.id, quantity: pcs(60) }], '2026-03-10')
    await dispatch(office, sale, [{ salesLineId: sold.id, quantity: pcs(40) }], '2026-04-01')
    await bill(
      office,
      supplierId,
      [{ purchaseLineId: line.id, quantity: pcs(100), netBase: money(2100), vatBase: money(273) }],
      '2026-04-20',
    )
    expect((await refundItems()).map((i) => [i.ref.slice(-5), i.dueDate, i.openBase, i.party])).toEqual([
      [':9001', '2026-09-06', money(163.8), null],
      [':9001', '2026-09-28', money(109.2), null],
    ])
    expect((await refundItems())[0]!.ref).toBe(`${first}:9001`)
  })

  it('[P9] taking a dispatch back leaves nothing of it, whatever was adjusted since', async () => {
    const { sale, sold, supplierId, line, purchase } = await bought()
    const first = await dispatch(office, sale, [{ salesLineId: sold.id, quantity: pcs(33) }], '2026-03-10')
    const second = await dispatch(office, sale, [{ salesLineId: sold.id, quantity: pcs(33) }], '2026-03-11')
    await bill(
      office,
      supplierId,
      [{ purchaseLineId: line.id, quantity: pcs(100), netBase: money(2000.01), vatBase: money(260.01) }],
      '2026-03-20',
    )
    await takeBack(office, first, '2026-03-25')
    await expectSound(office)
    expect(await balance(office, '6401', { shipmentId: first })).toBe(0)
    await takeBack(office, second, '2026-03-26')
    await expectSound(office)
    expect(await balance(office, '6401')).toBe(0)
    expect((await refundItems()).map((i) => i.openBase)).toEqual([0, 0])
    expect((await office.query('purchase-contract', { id: purchase.id })).lines[0]).toMatchObject({ shipped: '0', billed: '100' })
  })

  it('[L5] a closed period refuses a cost that would fall into it, and nothing of the command stays', async () => {
    const sold = salesLine()
    const sale = await signedSale(office, office.customer(), { lines: [sold] })
    await dispatch(office, sale, [{ salesLineId: sold.id, quantity: pcs(80) }], '2026-03-10')
    const draft = { contractDate: '2026-03-05', lines: [purchaseLine({ salesLineId: sold.id })] }
    await office.inside(async (ctx) => ctx.tx.put('setting', { key: 'closedThrough', value: '"2026-03-31"' }))
    await expect(signedPurchase(office, office.vendor(), draft)).rejects.toThrow('period-closed')
    const [row] = (await office.query('purchase-contracts', {})).rows
    expect(row).toMatchObject({ status: 'draft' })
    expect(await office.run('sign-purchase-contract', { id: row!.id, revision: 1, signedOn: '2026-04-01' })).toMatchObject({ revision: 2 })
    await expectSound(office)
  })
})

type Event =
  | { does: 'ship'; a: number; b: number }
  | { does: 'take back'; nth: number }
  | { does: 'bill'; line: number; quantity: number; net: number }
  | { does: 'unbill'; nth: number }
  | { does: 'buy'; line: number; quantity: number; cents: number }
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('ship' as const), a: fc.integer({ min: 0, max: 40 }), b: fc.integer({ min: 0, max: 40 }) }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('take back' as const), nth: fc.nat(9) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('bill' as const),
      line: fc.nat(9),
      quantity: fc.integer({ min: 1, max: 60 }),
      net: fc.nat(99_999),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('unbill' as const), nth: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('buy' as const),
      line: fc.nat(1),
      quantity: fc.integer({ min: 1, max: 60 }),
      cents: fc.integer({ min: 1, max: 9_999 }),
    }),
  },
)

/** One history: two sales lines, purchases from two factories, then whatever comes. */
const history = async (own: Trade) => {
  const sold = [salesLine(), salesLine()]
  const sale: SalesInput = await signedSale(own, own.customer(), { lines: sold })
  const suppliers = [own.vendor(), own.vendor()]
  const state = {
    shipments: [] as string[],
    bills: [] as { id: string; lines: Billed[] }[],
    lines: [] as { id: string; supplierId: string }[],
    day: 1,
  }
  const on = () => `2026-04-${String(Math.min(28, ++state.day)).padStart(2, '0')}`
  const buy = async (at: number, quantity: number, cents: number) => {
    const supplierId = suppliers[state.lines.length % 2]!
    const line = purchaseLine({
      salesLineId: sold[at]!.id,
      quantity: String(quantity),
      price: `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`,
      refundRate: at === 0 ? '13' : '9',
    })
    await signedPurchase(own, supplierId, { lines: [line], contractDate: on() })
    state.lines.push({ id: line.id, supplierId })
  }
  const apply = async (e: Event): Promise<void> => {
    if (e.does === 'buy') return buy(e.line, e.quantity, e.cents)
    if (e.does === 'ship') {
      const goods = [e.a, e.b].flatMap((n, i) => (n === 0 ? [] : [{ salesLineId: sold[i]!.id, quantity: pcs(n) }]))
      if (goods.length > 0)
        state.shipments.push(await dispatch(own, { id: sale.id, dealId: sale.dealId, customerId: sale.customerId }, goods, on()))
    } else if (e.does === 'take back') {
      const [gone] = state.shipments.splice(e.nth, 1)
      if (gone !== undefined) await takeBack(own, gone, on())
    } else if (e.does === 'bill') {
      const { id, supplierId } = state.lines[e.line % state.lines.length]!
      const lines = [{ purchaseLineId: id, quantity: pcs(e.quantity), netBase: e.net, vatBase: Math.round(e.net * 0.13) }]
      state.bills.push({ id: await bill(own, supplierId, lines, on()), lines })
    } else {
      const [gone] = state.bills.splice(e.nth, 1)
      if (gone !== undefined) await unbill(own, gone.id, gone.lines, on())
    }
  }
  await buy(0, 50, 2260)
  await buy(1, 50, 333)
  return { apply, state, on }
}

describe('[P3] random histories', () => {
  it(
    'after every event the ledger stands where the stock cards say; billed up to what was shipped, nothing stays on 1405 and 222101',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(event, { minLength: 3, maxLength: 14 }), async (events) => {
          const own = await tradeOffice([deals, contracts, purchasing])
          own.at = office.at
          try {
            const { apply, state, on } = await history(own)
            for (const e of events) {
              await apply(e)
              await expectSound(own)
            }
            // The factories bill what has left and is not billed yet.
            for (const { id, supplierId } of state.lines) {
              const line = (await own.database.write.kysely
                .selectFrom('purchase_line')
                .selectAll()
                .where('id', '=', id)
                .executeTakeFirst())!
              const missing = line.shipped - line.billed
              if (missing > 0) await bill(own, supplierId, [{ purchaseLineId: id, quantity: missing, netBase: 777, vatBase: 101 }], on())
            }
            await expectSound(own)
            const rest = await own.database.write.kysely.selectFrom('purchase_line').selectAll().execute()
            const gone = rest.filter((l) => l.shipped === l.billed)
            expect(gone.map((l) => [l.billedNetBase - l.costBase, l.billedVatBase - l.costVatBase])).toEqual(gone.map(() => [0, 0]))
            for (const l of rest) {
              expect(l.billedNetBase - l.costBase).toBeGreaterThanOrEqual(0)
              expect(l.billedVatBase - l.costVatBase).toBeGreaterThanOrEqual(0)
            }
          } finally {
            own.close()
          }
        }),
        { numRuns: rounds(25, 500) },
      )
    },
    minutes(1),
  )
})
