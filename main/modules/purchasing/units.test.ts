// Goods bought in another unit than they are sold in: bought, billed and shipped quantities are compared by the conversion stated on the line (P22, P23).
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { inBoughtUnits, inSoldUnits, priceIn, ratioOf } from '../../../preload/contract/vocabulary/units.ts'
import { amendments } from '../amendments/index.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { salesLine, signedSale, tradeOffice, type Trade } from '../contracts/testing/trade.ts'
import { purchasing } from './index.ts'
import { targetCost } from './rules.ts'
import { balance, bill, dispatch, purchaseContract, purchaseLine, signedPurchase, takeBack, unbill } from './testing/goods.ts'

const scaled = (n: number) => Math.round(n * 10_000)
const money = (yuan: number) => Math.round(yuan * 100)

let office: Trade
beforeEach(async () => {
  office = await tradeOffice([amendments, deals, contracts, purchasing])
  office.at = '2026-12-31T02:00:00.000Z'
})
afterEach(() => {
  expect(office.ledgerFaults()).toEqual([])
  expect(office.faults).toEqual([])
  office.close()
})

/** 1,000 pieces sold, bought as 100 cartons of ten at 100.00 incl. 13 % VAT: 10,000.00. */
const byTheCarton = async () => {
  const sold = salesLine({ quantity: '1000' })
  const sale = await signedSale(office, office.customer(), { lines: [sold] })
  const supplierId = office.vendor()
  const line = purchaseLine({
    salesLineId: sold.id,
    quantity: '100',
    unit: 'CTN',
    conversion: { bought: '1', sold: '10' },
    price: '100',
    refundRate: '0',
  })
  const purchase = await signedPurchase(office, supplierId, { lines: [line] })
  return { sale, sold, supplierId, line, purchase }
}

describe('[P22] goods bought by the carton and sold by the piece', () => {
  it('cost what their cartons cost: 100 pieces are 10 cartons', async () => {
    const { sale, sold, supplierId, line, purchase } = await byTheCarton()
    const first = await dispatch(office, sale, [{ salesLineId: sold.id, quantity: scaled(100) }], '2026-03-10')
    expect(await balance(office, '6401')).toBe(money(1000))
    const billed = [{ purchaseLineId: line.id, quantity: scaled(20), netBase: money(2000), vatBase: money(260) }]
    const billId = await bill(office, supplierId, billed, '2026-03-11')
    // 20 cartons billed at 113.00: ten of them have left.
    expect(await balance(office, '6401')).toBe(money(1130))
    await dispatch(office, sale, [{ salesLineId: sold.id, quantity: scaled(900) }], '2026-03-12')
    expect(await balance(office, '6401')).toBe(money(2260 + 8000))
    expect(await office.query('purchase-contract', { id: purchase.id })).toMatchObject({
      lines: [{ unit: 'CTN', conversion: { bought: '1', sold: '10' }, quantity: '100', billed: '20', shipped: '100' }],
      soldIn: [{ lineId: line.id, unit: 'PCS' }],
    })
    const listed = await office.query('purchase-lines', {})
    expect(listed.rows[0]).toMatchObject({ quantity: '100', billed: '20', shipped: '100' })
    await unbill(office, billId, billed, '2026-03-13')
    expect(await balance(office, '6401')).toBe(money(10_000))
    await takeBack(office, first, '2026-03-13')
    expect(await balance(office, '6401')).toBe(money(9000))
  })

  it('count as bought in the unit they are sold in, also after an amendment and when voided', async () => {
    const { sold, purchase } = await byTheCarton()
    const bought = () => office.database.write.sql.prepare('SELECT purchased FROM sales_line WHERE id = ?').get(sold.id)
    expect(bought()).toEqual({ purchased: scaled(1000) })
    expect(await office.query('lines-to-purchase', {})).toEqual([])
    await office.run('void-purchase-contract', { id: purchase.id, revision: 2, reason: 'x' })
    expect(bought()).toEqual({ purchased: 0 })
  })

  it('need a conversion where the units differ, and none where they are the same', async () => {
    const sold = salesLine({ quantity: '1000' })
    await signedSale(office, office.customer(), { lines: [sold] })
    const save = (given: Parameters<typeof purchaseLine>[0]) =>
      office.send(
        'save-purchase-contract',
        purchaseContract(office, supplier, { lines: [purchaseLine({ salesLineId: sold.id, ...given })] }),
      )
    const supplier = office.vendor()
    const at = (path: string, rule: string) => ({ refused: 'invalid-input', data: { issues: [{ path, rule }] } })
    expect(await save({ unit: 'CTN' })).toMatchObject(at('lines.0.conversion', 'conversion'))
    expect(await save({ unit: 'PCS', conversion: { bought: '1', sold: '2' } })).toMatchObject(at('lines.0.conversion', 'not-used'))
    expect(await save({ unit: 'CTN', conversion: { bought: '1', sold: '10' } })).toMatchObject({ ok: true })
    expect(await save({ unit: 'SET', conversion: { bought: '1', sold: '1' } })).toMatchObject({ ok: true })
    expect(await save({ unit: 'pcs' })).toMatchObject({ ok: true })
    // Of stock there is nothing to convert to.
    expect(await save({ salesLineId: null, unit: 'CTN' })).toMatchObject({ ok: true })
  })

  it('bought by the piece and sold by the dozen: what does not divide rounds, and nothing stays over', async () => {
    const sold = salesLine({ quantity: '8.3333', unit: 'DOZ' })
    const sale = await signedSale(office, office.customer(), { lines: [sold] })
    const line = purchaseLine({
      salesLineId: sold.id,
      quantity: '100',
      conversion: { bought: '12', sold: '1' },
      price: '1.13',
      refundRate: '0',
    })
    const supplierId = office.vendor()
    await signedPurchase(office, supplierId, { lines: [line] })
    await dispatch(office, sale, [{ salesLineId: sold.id, quantity: scaled(8.3333) }], '2026-03-10')
    expect(await balance(office, '6401')).toBe(money(113))
    await bill(
      office,
      supplierId,
      [{ purchaseLineId: line.id, quantity: scaled(100), netBase: money(100), vatBase: money(13) }],
      '2026-03-11',
    )
    expect([await balance(office, '1405'), await balance(office, '222101')]).toEqual([0, 0])
  })
})

describe('[P22] arithmetic', () => {
  const quantity = fc.integer({ min: 1, max: 10_000_000 })
  const side = fc.integer({ min: 1, max: 1000 })
  it('a card in other units costs what the same card costs in the unit it is sold in', () => {
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.nat(500),
        fc.nat(500),
        fc.integer({ min: 1, max: 1_000_000 }),
        side,
        (bought, billed, shipped, price, per) => {
          const money = { netBase: price, vatBase: 0, billedNetBase: billed * 7, billedVatBase: billed, refundRate: 0 }
          const one = { quantity: scaled(bought * per), billed: scaled(billed * per), shipped: scaled(shipped), ...money }
          const other = { ...one, quantity: scaled(bought), billed: scaled(billed), unitsBought: 10_000, unitsSold: per * 10_000 }
          expect(targetCost(other)).toEqual(targetCost(one))
        },
      ),
    )
  })
  it('there and back differs by no more than both conversions round', () => {
    fc.assert(
      fc.property(quantity, side, side, (n, bought, sold) => {
        const ratio = ratioOf({ bought: String(bought), sold: String(sold) })
        expect(Math.abs(inBoughtUnits(inSoldUnits(n, ratio), ratio) - n)).toBeLessThanOrEqual(bought / sold / 2 + 0.5)
      }),
    )
  })
  it('a price is known in its own unit and in the one it was bought for', () => {
    const line = { price: 100_000_000, unit: 'CTN', salesUnit: 'PCS', unitsBought: 10_000, unitsSold: 100_000 }
    expect([priceIn('CTN', line), priceIn('PCS', line), priceIn('SET', line)]).toEqual([100_000_000, 10_000_000, undefined])
  })
})

describe('[P34] a draft whose sales line changes its unit', () => {
  const begun = async (given: Parameters<typeof purchaseLine>[0]) => {
    const sold = salesLine({ quantity: '1000' })
    const sale = await signedSale(office, office.customer(), { lines: [sold] })
    const draft = purchaseContract(office, office.vendor(), { lines: [purchaseLine({ salesLineId: sold.id, ...given })] })
    await office.run('save-purchase-contract', draft)
    return { sold, sale, draft }
  }
  const sign = async (id: string) => {
    const { revision } = await office.query('purchase-contract', { id })
    return office.send('sign-purchase-contract', { id, revision, signedOn: '2026-03-02' })
  }
  const missing = { refused: 'invalid-input', data: { issues: [{ path: 'lines.0.conversion', rule: 'conversion' }] } }

  const toUnit = (salesLineId: string, unit: string) => office.inside(async (ctx) => void ctx.tx.patch('sales_line', salesLineId, { unit }))

  it('is asked again when it is signed', async () => {
    const { sold, draft } = await begun({ unit: 'PCS' })
    await toUnit(sold.id, 'DOZ')
    expect(await sign(draft.id)).toMatchObject(missing)
    await toUnit(sold.id, 'PCS')
    expect(await sign(draft.id)).toMatchObject({ ok: true })
  })
  it('states no conversion any more when the units have become the same', async () => {
    const { sold, draft } = await begun({ unit: 'CTN', conversion: { bought: '1', sold: '10' } })
    await toUnit(sold.id, 'CTN')
    expect(await sign(draft.id)).toMatchObject({
      refused: 'invalid-input',
      data: { issues: [{ path: 'lines.0.conversion', rule: 'not-used' }] },
    })
  })
  it('an amendment of the sales contract changes no unit while a draft buys the line', async () => {
    const { sale, draft } = await begun({ unit: 'CTN', conversion: { bought: '1', sold: '10' } })
    const { revision, ...c } = await office.query('sales-contract', { id: sale.id })
    const id = newId()
    await office.run('begin-amendment', { id, kind: 'sales-contract', contractId: sale.id, revision, reason: 'x' })
    const { currency, rate, incoterm, incotermPlace, portOfLoading, portOfDischarge, paymentTerm, latestShipment } = c
    const { partialShipment, transhipment, commissionRate, clauses, remark, buyerOrderNumber } = c
    const lines = c.lines.map((l) => ({
      ...{ id: l.id, productId: l.productId, description: l.description, quantity: l.quantity, unit: 'DOZ', price: l.price },
      discount: l.discount,
    }))
    await office.run('save-sales-amendment', {
      ...{ id, revision: 1, reason: 'x', confirmation: 'mail', currency, rate, incoterm, incotermPlace, portOfLoading, portOfDischarge },
      ...{ paymentTerm, latestShipment, partialShipment, transhipment, commissionRate, clauses, remark, buyerOrderNumber, lines },
    })
    const { number } = await office.query('purchase-contract', { id: draft.id })
    expect(await office.send('put-amendment-into-force', { id, revision: 2, on: '2026-03-02' })).toMatchObject({
      refused: 'amended-in-use',
      data: { field: 'unit', number },
    })
  })
  it('one to one between units that differ is a statement, and is read back as one', async () => {
    const trade = await begun({ unit: 'SET', conversion: { bought: '1', sold: '1' } })
    expect(await office.query('purchase-contract', { id: trade.draft.id })).toMatchObject({
      lines: [{ conversion: { bought: '1', sold: '1' } }],
    })
    expect(await sign(trade.draft.id)).toMatchObject({ ok: true })
  })
})

describe('[P23] [C21] units', () => {
  it('come from the table of units, in purchase and sales contracts', async () => {
    const wrong = { refused: 'invalid-input', data: { issues: [{ path: 'lines.0.unit', rule: 'unit' }] } }
    const bought = purchaseContract(office, office.vendor(), { lines: [purchaseLine({ unit: 'XYZ' })] })
    expect(await office.send('save-purchase-contract', bought)).toMatchObject(wrong)
    const sale = await signedSale(office, office.customer(), { lines: [salesLine()] })
    const { id: _id, ...rest } = sale
    expect(
      await office.send('save-sales-contract', { ...rest, id: newId(), dealId: newId(), lines: [salesLine({ unit: '件件' })] }),
    ).toMatchObject(wrong)
  })
})
