// Purchase contracts through the office: saving, signing, voiding, discarding, their refusals and rights, and what is still to buy.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { bills } from '../bills/index.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { closeSound, salesContract, salesLine, signedSale, tradeOffice, type SalesInput, type Trade } from '../contracts/testing/trade.ts'
import { shipments } from '../shipments/index.ts'
import { purchasing } from './index.ts'
import { bill, dispatch, purchaseContract, purchaseLine, signedPurchase } from './testing/goods.ts'

let office: Trade
let supplierId: string
let productId: string
let sale: SalesInput
const cny = (minor: number) => ({ minor, currency: 'CNY' })
const pcs = (n: number) => n * 10_000

beforeEach(async () => {
  office = await tradeOffice([deals, contracts, purchasing, shipments, bills])
  office.at = '2026-12-31T02:00:00.000Z' // after every day that is told here
  supplierId = office.vendor({ name: 'Ningbo Bolts' })
  productId = office.product({ supplierId })
  sale = await signedSale(office, office.customer(), { lines: [salesLine({ productId })] })
})
afterEach(() => closeSound(office))
const soldLine = () => sale.lines[0]!.id
const purchase = (quantity = '100', price = '22.6') =>
  purchaseContract(office, supplierId, { lines: [purchaseLine({ salesLineId: soldLine(), productId, quantity, price })] })
const stage = async () => (await office.query('deal', { id: sale.dealId })).stage
const purchased = async () => (await office.query('sales-contract', { id: sale.id })).lines[0]!.purchased

describe('purchase contracts', () => {
  it('[P1] [P10] [P11] a draft, signed, counts as bought for its sales line and moves the deal on', async () => {
    const input = purchase()
    expect(await office.run('save-purchase-contract', input)).toEqual({ id: input.id, number: 'PC2026-0001', revision: 1 })
    expect([await stage(), await purchased()]).toEqual(['purchasing', '0'])
    const seen = await office.query('purchase-contract', { id: input.id })
    expect(seen).toMatchObject({ status: 'draft', supplierName: 'Ningbo Bolts', total: cny(226_000), totalBase: cny(226_000), bills: [] })
    expect(seen.lines).toMatchObject([
      { dealId: sale.dealId, dealNumber: 'D2026-0001', price: '22.6', amount: cny(226_000), billed: '0', shipped: '0' },
    ])
    await office.run('sign-purchase-contract', { id: input.id, revision: 1, signedOn: '2026-03-02' })
    expect([await stage(), await purchased()]).toEqual(['in-production', '100'])
    expect((await office.query('sales-contract', { id: sale.id })).purchases).toEqual([
      { id: input.id, number: 'PC2026-0001', status: 'signed' },
    ])
    expect((await office.query('deal', { id: sale.dealId })).documents.map((d) => [d.kind, d.total])).toEqual([
      ['purchase-contract', cny(226_000)],
      ['sales-contract', { minor: 50_000, currency: 'USD' }],
    ])
  })

  it('[P12] changes a draft line by line; a signed one is immutable', async () => {
    const input = purchase()
    await office.run('save-purchase-contract', input)
    const more = purchaseLine({ quantity: '5', price: '1' })
    await office.run('save-purchase-contract', { ...input, revision: 1, lines: [more, { ...input.lines[0]!, quantity: '50' }] })
    const { lines, total } = await office.query('purchase-contract', { id: input.id })
    expect(lines.map((l) => [l.id, l.quantity, l.dealId])).toEqual([
      [more.id, '5', null],
      [input.lines[0]!.id, '50', sale.dealId],
    ])
    expect(total).toEqual(cny(113_500))
    await office.run('sign-purchase-contract', { id: input.id, revision: 2, signedOn: '2026-03-02' })
    expect(await office.send('save-purchase-contract', { ...input, revision: 3 })).toMatchObject({ refused: 'wrong-state' })
    expect(await office.send('sign-purchase-contract', { id: input.id, revision: 3, signedOn: '2026-03-02' })).toMatchObject({
      refused: 'wrong-state',
    })
    expect(await office.send('discard-purchase-contract', { id: input.id, revision: 3 })).toMatchObject({ refused: 'wrong-state' })
  })

  it('[P13] voiding gives the bought quantity back; not once goods were shipped or billed', async () => {
    const input = purchase()
    await office.run('save-purchase-contract', input)
    await office.run('sign-purchase-contract', { id: input.id, revision: 1, signedOn: '2026-03-02' })
    expect(await office.send('void-purchase-contract', { id: input.id, revision: 1, reason: 'x' })).toMatchObject({
      refused: 'changed-meanwhile',
    })
    await office.run('void-purchase-contract', { id: input.id, revision: 2, reason: 'factory closed' })
    expect([await stage(), await purchased()]).toEqual(['contracted', '0'])
    expect(await office.send('void-purchase-contract', { id: input.id, revision: 3, reason: 'x' })).toMatchObject({
      refused: 'wrong-state',
    })
    const shipped = await signedPurchase(office, supplierId, { lines: [purchaseLine({ salesLineId: soldLine() })] })
    await dispatch(office, { ...sale }, [{ salesLineId: soldLine(), quantity: pcs(1) }], '2026-03-10')
    expect(await office.send('void-purchase-contract', { id: shipped.id, revision: 2, reason: 'x' })).toMatchObject({
      refused: 'in-use',
      data: { by: 'shipment' },
    })
    const billed = await signedPurchase(office, supplierId, {})
    await bill(office, supplierId, [{ purchaseLineId: billed.lines[0]!.id, quantity: pcs(1), netBase: 100, vatBase: 13 }], '2026-03-10')
    expect(await office.send('void-purchase-contract', { id: billed.id, revision: 2, reason: 'x' })).toMatchObject({
      refused: 'in-use',
      data: { by: 'bill' },
    })
  })

  it('[C11] a sales contract with a live purchase contract or shipment is not voided', async () => {
    const input = purchase()
    await office.run('save-purchase-contract', input)
    const attempt = () => office.send('void-sales-contract', { id: sale.id, revision: 2, reason: 'x' })
    expect(await attempt()).toMatchObject({ refused: 'in-use', data: { by: 'purchase-contract', number: 'PC2026-0001' } })
    await office.run('discard-purchase-contract', { id: input.id, revision: 1 })
    await dispatch(office, { ...sale }, [{ salesLineId: soldLine(), quantity: pcs(1) }], '2026-03-10')
    expect(await attempt()).toMatchObject({ refused: 'in-use', data: { by: 'shipment' } })
  })

  it('[P10] a sales contract voided meanwhile is bought for no longer', async () => {
    const input = purchase()
    await office.run('save-purchase-contract', input)
    // Only by hand: the office refuses to void what is being bought for.
    await office.inside(async (ctx) => ctx.tx.patch('sales_contract', sale.id, { status: 'void' }))
    expect(await office.send('sign-purchase-contract', { id: input.id, revision: 1, signedOn: '2026-03-02' })).toMatchObject({
      refused: 'wrong-state',
      data: { state: 'void', needed: 'signed' },
    })
  })

  it('discarding removes draft and lines, and the deal falls back', async () => {
    const input = purchase()
    await office.run('save-purchase-contract', input)
    await office.run('discard-purchase-contract', { id: input.id, revision: 1 })
    expect(await stage()).toBe('contracted')
    expect((await office.query('purchase-lines', {})).rows).toEqual([])
    expect(await office.ask('purchase-contract', { id: input.id })).toMatchObject({ refused: 'not-found' })
  })

  it('refuses what does not fit', async () => {
    const input = purchase()
    await office.run('save-purchase-contract', input)
    const line = (given: Parameters<typeof purchaseLine>[0]) => ({ lines: [purchaseLine(given)] })
    const send = (given: Partial<typeof input>) => office.send('save-purchase-contract', purchaseContract(office, supplierId, given))
    expect(await send({ rate: '7' })).toMatchObject({ refused: 'rate-must-be-one' })
    expect(await send({ supplierId: newId() })).toMatchObject({ refused: 'not-found', data: { resource: 'vendor' } })
    expect(await send({ supplierId: sale.customerId })).toMatchObject({ refused: 'not-found' })
    expect(await send({ supplierId: office.vendor({ active: 0 }) })).toMatchObject({ refused: 'inactive-party' })
    expect(await send({ ownerId: newId() })).toMatchObject({ refused: 'not-found' })
    expect(await send(line({ salesLineId: newId() }))).toMatchObject({ refused: 'not-found', data: { resource: 'sales-contract' } })
    expect(await send(line({ dealId: newId() }))).toMatchObject({ refused: 'not-found', data: { resource: 'deal' } })
    const other = await signedSale(office, sale.customerId)
    expect(await send(line({ salesLineId: soldLine(), dealId: other.dealId }))).toMatchObject({ refused: 'invalid-input' })
    expect(await send(line({ productId: newId() }))).toMatchObject({ refused: 'not-found', data: { resource: 'product' } })
    expect(await send({ lines: [input.lines[0]!] })).toMatchObject({ refused: 'already-exists' })
    const twice = purchaseLine()
    expect(await send({ lines: [twice, twice] })).toMatchObject({ refused: 'invalid-input', data: { issues: [{ rule: 'duplicate' }] } })
    expect(await office.send('save-purchase-contract', input, office.owner, newId())).toMatchObject({ refused: 'already-exists' })
    expect(await office.send('save-purchase-contract', { ...input, revision: 9 })).toMatchObject({ refused: 'changed-meanwhile' })
    const draft = salesContract(office, sale.customerId)
    await office.run('save-sales-contract', draft)
    expect(await send(line({ salesLineId: draft.lines[0]!.id }))).toMatchObject({
      refused: 'wrong-state',
      data: { state: 'draft', needed: 'signed' },
    })
    expect((await office.query('purchase-contracts', { totals: true })).count).toBe(1)
  })
})

describe('rights', () => {
  it('[P14] without cost.view no price and no amount leaves the office', async () => {
    const input = purchase()
    await office.run('save-purchase-contract', input)
    const clerk = await office.user({
      permissions: ['purchase-contract.view', 'purchase-contract.create', 'deal.view', 'sales-contract.view'],
      scopes: { 'purchase-contract': 'all', deal: 'all', 'sales-contract': 'all' },
    })
    const seen = await office.query('purchase-contract', { id: input.id }, clerk)
    expect(seen).not.toHaveProperty('total')
    expect(seen).not.toHaveProperty('totalBase')
    expect(seen.lines[0]).not.toHaveProperty('price')
    expect(seen.lines[0]).not.toHaveProperty('amount')
    for (const list of ['purchase-contracts', 'purchase-lines'] as const) {
      const { rows, columns } = await office.query(list, {}, clerk)
      for (const secret of ['total', 'totalBase', 'price', 'amount']) {
        expect(columns).not.toContain(secret)
        expect(rows[0]).not.toHaveProperty(secret)
      }
    }
    const { documents } = await office.query('deal', { id: sale.dealId }, clerk)
    expect(documents.find((d) => d.kind === 'purchase-contract')).toMatchObject({ total: null })
    await office.run('sign-purchase-contract', { id: input.id, revision: 1, signedOn: '2026-03-02' })
    await signedSale(office, sale.customerId, { lines: [salesLine({ productId })] })
    expect(await office.query('lines-to-purchase', {}, clerk)).toMatchObject([{ lastPrice: null }])
  })

  it('[AP-01] [AP-02] a purchaser with own scope sees own contracts and makes none for a colleague', async () => {
    const rights = ['purchase-contract.view', 'purchase-contract.create', 'purchase-contract.sign'] as const
    const pia = await office.user({ permissions: rights, scopes: { 'sales-contract': 'all' } })
    const other = purchase('10')
    await office.run('save-purchase-contract', other)
    const mine = { ...purchase('10'), ownerId: pia.id }
    await office.run('save-purchase-contract', mine, pia)
    expect((await office.query('purchase-contracts', {}, pia)).rows.map((r) => r.id)).toEqual([mine.id])
    expect((await office.query('purchase-lines', { totals: true }, pia)).count).toBe(1)
    expect(await office.ask('purchase-contract', { id: other.id }, pia)).toMatchObject({ refused: 'not-found' })
    expect(await office.send('sign-purchase-contract', { id: other.id, revision: 1, signedOn: '2026-03-02' }, pia)).toMatchObject({
      refused: 'not-found',
    })
    expect(await office.send('save-purchase-contract', purchase('1'), pia)).toMatchObject({ refused: 'not-found' })
    expect(await office.send('save-purchase-contract', { ...mine, revision: 1 }, pia)).toMatchObject({
      refused: 'not-permitted',
      data: { permission: 'purchase-contract.edit' },
    })
    const stranger = await office.user({ permissions: rights })
    expect(await office.send('save-purchase-contract', { ...purchase('1'), ownerId: stranger.id }, stranger)).toMatchObject({
      refused: 'not-found',
      data: { resource: 'sales-contract' },
    })
    expect(await office.query('lines-to-purchase', {}, stranger)).toEqual([])
  })
})

describe('queries', () => {
  it('the preview comes to what saving stores', async () => {
    const input = purchase('3', '10.01')
    const { currency, rate, paymentTerm } = input
    const lines = input.lines.map(({ id, quantity, price, vatRate, refundRate }) => ({ id, quantity, price, vatRate, refundRate }))
    const preview = await office.query('preview-purchase-contract', { currency, rate, paymentTerm, lines })
    expect(preview).toMatchObject({ total: cny(3003), net: cny(2658), vat: cny(345), refund: cny(345), totalBase: cny(3003) })
    await office.run('save-purchase-contract', input)
    expect(await office.query('purchase-contract', { id: input.id })).toMatchObject({ total: preview.total, totalBase: preview.totalBase })
  })

  it('lines-to-purchase: what signed sales contracts have left, with the last price paid to the usual supplier', async () => {
    await signedPurchase(office, office.vendor(), { contractDate: '2026-02-03', lines: [purchaseLine({ productId, price: '99' })] })
    await signedPurchase(office, supplierId, { contractDate: '2026-02-01', lines: [purchaseLine({ productId, price: '21' })] })
    await signedPurchase(office, supplierId, {
      contractDate: '2026-02-02',
      lines: [purchaseLine({ salesLineId: soldLine(), productId, quantity: '40', price: '22' })],
    })
    await office.run('save-sales-contract', salesContract(office, sale.customerId))
    const all = await office.query('lines-to-purchase', {})
    expect(all).toMatchObject([
      {
        salesLineId: soldLine(),
        dealId: sale.dealId,
        quantity: '100',
        purchased: '40',
        left: '60',
        supplierId,
        vatRate: '13',
        refundRate: '13',
        lastPrice: '22',
      },
    ])
    expect(await office.query('lines-to-purchase', { dealId: sale.dealId })).toEqual(all)
    expect(await office.query('lines-to-purchase', { contractId: sale.id })).toEqual(all)
    expect(await office.query('lines-to-purchase', { dealId: newId() })).toEqual([])
  })

  it('lists what is bought, billed and shipped per line', async () => {
    const input = await signedPurchase(office, supplierId, { lines: [purchaseLine({ salesLineId: soldLine(), productId })] })
    await dispatch(office, { ...sale }, [{ salesLineId: soldLine(), quantity: pcs(30) }], '2026-03-10')
    const line = input.lines[0]!.id
    await bill(office, supplierId, [{ purchaseLineId: line, quantity: pcs(50), netBase: 100_000, vatBase: 13_000 }], '2026-03-12')
    expect((await office.query('purchase-lines', { params: { supplierId } })).rows).toMatchObject([
      {
        id: line,
        contractId: input.id,
        supplier: 'Ningbo Bolts',
        deal: 'D2026-0001',
        quantity: '100',
        billed: '50',
        shipped: '30',
        amount: cny(226_000),
      },
    ])
    expect((await office.query('purchase-lines', { params: { unbilledOnly: true, dealId: sale.dealId } })).rows).toHaveLength(1)
    await bill(office, supplierId, [{ purchaseLineId: line, quantity: pcs(50), netBase: 100_000, vatBase: 13_000 }], '2026-03-12')
    expect((await office.query('purchase-lines', { params: { unbilledOnly: true } })).rows).toEqual([])
    expect((await office.query('purchase-contracts', { params: { dealId: sale.dealId } })).rows).toHaveLength(1)
    expect((await office.query('purchase-contracts', { params: { dealId: newId() } })).rows).toEqual([])
  })
})
