// Nothing is typed twice: quotation → estimate → purchase contract, and what a shipment's cargo is told to be. Through the real commands.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allPermissions } from '../../../preload/contract/access.ts'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { closeSound, salesLine, signedSale, tradeOffice, type Trade } from '../contracts/testing/trade.ts'
import { purchasing } from '../purchasing/index.ts'
import { purchaseLine, signedPurchase } from '../purchasing/testing/goods.ts'
import { quotations } from '../quotations/index.ts'
import { shipments } from '../shipments/index.ts'
import { estimates } from './index.ts'

let office: Trade
beforeEach(async () => {
  office = await tradeOffice([deals, contracts, quotations, purchasing, estimates, shipments])
})
afterEach(() => closeSound(office))

type Quoted = CommandInput<'save-quotation'>
const cost = { cost: '56.5', vatRate: '13', refundRate: '9' }
const quotation = (customerId: string, more: Partial<Quoted> = {}): Quoted => ({
  ...{ id: newId(), customerId, inquiryNumber: '', quotedOn: '2026-03-01', validUntil: '2026-04-01', currency: 'USD', rate: '7.1' },
  ...{ incoterm: 'CIF', incotermPlace: 'Tallinn', portOfLoading: 'Ningbo', portOfDischarge: 'Tallinn', delivery: '', commissionRate: '0' },
  ...{ paymentTerm: [{ share: '100', event: 'before-shipment', days: 0 }], clauses: '', remark: '', ownerId: office.owner.id },
  lines: [
    { id: newId(), productId: null, description: 'Rakes', quantity: '100', unit: 'PCS', price: '10', discount: '0', cost },
    { id: newId(), productId: null, description: 'Spades', quantity: '50', unit: 'PCS', price: '20', discount: '0', cost: null },
  ],
  costs: { freight: 20_000, insurance: 1_500, domestic: 300_000 },
  ...more,
})
/** The quotation sent, confirmed and its contract signed. */
const agreed = async (input: Quoted) => {
  const { revision } = await office.run('save-quotation', input)
  await office.run('send-quotation', { id: input.id, revision, sentOn: '2026-03-01' })
  const [contractId, dealId] = [newId(), newId()]
  await office.run('confirm-quotation', {
    ...{ id: input.id, revision: revision + 1, contractId, dealId, contractDate: '2026-03-02', buyerOrderNumber: '' },
  })
  await office.run('sign-sales-contract', { id: contractId, revision: 1, signedOn: '2026-03-02' })
  return { contractId, dealId }
}

describe('quotation → estimate', () => {
  it('[E13] goods, freight, insurance and domestic costs come from the quotation and say so; what it does not know is left to type', async () => {
    const { dealId } = await agreed(quotation(office.customer()))
    const filled = await office.query('profit-estimate-fill', { dealId })
    const from = { from: 'quotation', number: 'QT2026-0001', route: 'quotation' }
    expect(filled.purchases).toMatchObject([
      { description: 'Rakes', quantity: '100', price: '56.5', vatRate: '13', refundRate: '9', currency: 'CNY', source: from },
      { description: 'Spades', price: null, source: { from: 'typed' } },
    ])
    expect(filled.costs.map((c) => [c.line, c.currency, c.amount, c.source.from])).toEqual([
      ['freight', 'USD', 20_000, 'quotation'],
      ['insurance', 'USD', 1_500, 'quotation'],
      ['other', 'CNY', 300_000, 'quotation'],
      ['bank-charge', 'USD', null, 'typed'],
    ])
  })

  it('[E13] a draft quotation of another deal, or a cost that nobody named, fills nothing', async () => {
    const { dealId } = await agreed(quotation(office.customer(), { costs: { freight: 0, insurance: 0, domestic: 0 } }))
    await office.run('save-quotation', quotation(office.customer()))
    const { costs } = await office.query('profit-estimate-fill', { dealId })
    expect(costs.filter((c) => c.source.from === 'quotation')).toEqual([])
    expect(costs.filter((c) => c.amount !== null)).toEqual([])
  })
})

describe('→ purchase contract', () => {
  const toBuy = (contractId: string, as = office.owner) => office.query('lines-to-purchase', { contractId }, as)

  it('[P28] the price is the quotation’s until the deal has an estimate, then the estimate’s, each named', async () => {
    const { contractId, dealId } = await agreed(quotation(office.customer()))
    expect(await toBuy(contractId)).toMatchObject([
      { description: 'Rakes', price: '56.5', refundRate: '9', priceFrom: { from: 'quotation', number: 'QT2026-0001' } },
      { description: 'Spades', price: null, priceFrom: null },
    ])
    const filled = await office.query('profit-estimate-fill', { dealId })
    await office.run('save-profit-estimate', {
      ...{ id: newId(), dealId, estimatedOn: '2026-03-02', premiumRate: null, remark: '' },
      revenue: filled.revenue.map((l) => ({ ...l, amount: l.amount ?? 0 })),
      purchases: filled.purchases.map(({ productCode: _c, supplierName: _n, price, ...l }, at) => ({
        ...l,
        price: at === 0 ? '50' : (price ?? '99'),
      })),
      costs: [],
    })
    expect(await toBuy(contractId)).toMatchObject([
      { price: '50', priceFrom: { from: 'profit-estimate', number: 'PE2026-0001-01' } },
      { price: '99', priceFrom: { from: 'profit-estimate' } },
    ])
  })

  it('[Q11] each line keeps its own line’s cost, whatever product it is; a contract of no quotation has none, nor has who sees no costs', async () => {
    const customer = office.customer()
    const lines = ['Rakes', 'Rakes', 'Rakes'].map((description, at) => ({
      ...quotation(customer).lines[0]!,
      ...{ id: newId(), description, cost: at === 1 ? null : { ...cost, cost: String(50 + at) } },
    }))
    const { contractId, dealId } = await agreed(quotation(customer, { lines }))
    const plain = await signedSale(office, customer, { lines: [salesLine({ description: 'Rakes' })] })
    const bought = await toBuy(contractId)
    expect(bought.map((line) => [line.price, line.priceFrom?.from])).toEqual([
      ['50', 'quotation'],
      [null, undefined],
      ['52', 'quotation'],
    ])
    expect(await toBuy(plain.id)).toMatchObject([{ price: null, priceFrom: null }])
    expect(await office.query('profit-estimate-fill', { dealId })).toMatchObject({
      costs: [
        { line: 'freight', amount: 20_000 },
        { line: 'insurance', amount: 1_500 },
        { line: 'other', amount: 300_000 },
        { amount: null },
      ],
    })
    const scopes = { 'sales-contract': 'all', deal: 'all', 'purchase-contract': 'all' } as const
    const blind = await office.user({ permissions: allPermissions.filter((p) => p !== 'cost.view'), scopes })
    expect(await toBuy(contractId, blind)).toMatchObject([{ price: null }, { price: null }, { price: null }])
  })

  it('[P28] without either it is the last purchase from the usual supplier', async () => {
    const supplier = office.vendor()
    const product = office.product({ supplierId: supplier })
    await signedPurchase(office, supplier, { lines: [purchaseLine({ productId: product, price: '22.6' })] })
    const line = { ...quotation(office.customer()).lines[0]!, productId: product, cost: null }
    const { contractId } = await agreed(quotation(office.customer(), { lines: [line] }))
    expect(await toBuy(contractId)).toMatchObject([
      { price: '22.6', lastPrice: '22.6', priceFrom: { from: 'last-purchase', number: 'PC2026-0001' } },
    ])
  })

  it('[P28] [P14] who may not see costs gets no price and no source; who may not see profits gets nothing of the estimate', async () => {
    const { contractId, dealId } = await agreed(quotation(office.customer()))
    const filled = await office.query('profit-estimate-fill', { dealId })
    await office.run('save-profit-estimate', {
      ...{ id: newId(), dealId, estimatedOn: '2026-03-02', premiumRate: null, remark: '' },
      revenue: filled.revenue.map((l) => ({ ...l, amount: l.amount ?? 0 })),
      purchases: [{ ...filled.purchases[0]!, price: '50' }].map(({ productCode: _c, supplierName: _n, ...l }) => l),
      costs: [],
    })
    const scopes = { 'sales-contract': 'all', 'profit-estimate': 'all', 'purchase-contract': 'all' } as const
    const without = (...lacking: string[]) => office.user({ permissions: allPermissions.filter((p) => !lacking.includes(p)), scopes })
    expect((await toBuy(contractId, await without('cost.view')))[0]).toMatchObject({ price: null, priceFrom: null, lastPrice: null })
    expect((await toBuy(contractId, await without('profit.view')))[0]).toMatchObject({ price: '56.5', priceFrom: { from: 'quotation' } })
  })

  it('[P29] goods are called by their Chinese names to a Chinese factory, and as sold to others', async () => {
    const product = office.product({ name: 'Rakes' })
    office.database.write.sql.prepare('UPDATE product SET nameZh = ?, specification = ? WHERE id = ?').run('耙子', '14 齿', product)
    const line = { ...quotation(office.customer()).lines[0]!, productId: product }
    const { contractId } = await agreed(quotation(office.customer(), { lines: [line] }))
    const [chinese, foreign, unnamed] = [office.vendor(), office.vendor(), office.vendor()]
    const place = office.database.write.sql.prepare('UPDATE party SET country = ?, currency = ? WHERE id = ?')
    place.run('CN', 'USD', chinese)
    place.run('VN', 'CNY', foreign)
    place.run(null, 'CNY', unnamed)
    const called = async (supplierId: string | null) =>
      (await office.query('lines-to-purchase', { contractId, supplierId }))[0]!.description
    expect(await called(chinese)).toBe('耙子 14 齿')
    expect(await called(unnamed)).toBe('耙子 14 齿')
    expect(await called(foreign)).toBe('Rakes')
    expect(await called(null)).toBe('Rakes')
  })
})

describe('→ shipment → inquiry', () => {
  const shipped = async (product: string, quantity: string) => {
    const customerId = office.customer()
    const line = { ...quotation(customerId).lines[0]!, productId: product, quantity }
    const { contractId } = await agreed(quotation(customerId, { lines: [line] }))
    const [left] = await office.query('lines-to-ship', { customerId, contractId })
    const none = { vessel: '', voyage: '', bookingNumber: '', billOfLadingNumber: '', invoiceNumber: '', declarationNumber: '', remark: '' }
    const id = newId()
    await office.run('save-shipment', {
      ...{ id, customerId, currency: 'USD', forwarderId: null, carrierId: null, ...none, portOfLoading: '', portOfDischarge: '' },
      ...{ etd: null, eta: null, containers: [], ownerId: office.owner.id },
      lines: [{ id: newId(), salesLineId: left!.salesLineId, quantity }],
    })
    return { left, shipment: await office.query('shipment', { id }) }
  }

  it('[H25] lines to ship bring the ports of their contract', async () => {
    const { left } = await shipped(office.product(), '10')
    expect(left).toMatchObject({ portOfLoading: 'Ningbo', portOfDischarge: 'Tallinn' })
  })

  it('[F15] cartons, volume and weight of a shipment say how it is usually loaded; an unknown packing proposes nothing', async () => {
    const product = office.product()
    expect((await shipped(product, '10')).shipment.cargo).toEqual({ cartons: null, volume: null, grossWeight: null, proposed: null })
    office.database.write.sql
      .prepare(
        'UPDATE product SET piecesPerCarton = 100000, cartonLength = 100000, cartonWidth = 100000, cartonHeight = 100000, grossWeight = 20000 WHERE id = ?',
      )
      .run(product)
    expect((await shipped(product, '95')).shipment.cargo).toMatchObject({
      cartons: 10,
      volume: '10',
      grossWeight: '200',
      proposed: { load: 'lcl' },
    })
    expect((await shipped(product, '500')).shipment.cargo.proposed).toEqual({
      load: 'containers',
      containers: [{ type: '40GP', count: 1 }],
    })
  })
})
