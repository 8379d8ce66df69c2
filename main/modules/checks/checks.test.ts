// Sense checks through the office's previews: what warns, what does not, and that no warning betrays what its viewer may not see.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { Warning } from '../../../preload/contract/warnings.ts'
import { allPermissions } from '../../../preload/contract/access.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { closeSound, salesContract, salesLine, signedSale, tradeOffice, type Trade } from '../contracts/testing/trade.ts'
import { purchasing } from '../purchasing/index.ts'
import { purchaseLine, signedPurchase } from '../purchasing/testing/goods.ts'
import { quotations } from '../quotations/index.ts'
import { moneyModules } from '../../testing/money-modules.ts'
import { farBy, outside } from './rules.ts'

let office: Trade
beforeEach(async () => {
  office = await tradeOffice([deals, contracts, purchasing, quotations, ...moneyModules])
})
afterEach(() => closeSound(office))

const whole = [{ share: '100', event: 'before-shipment' as const, days: 0 }]
const sale = (lines: { productId?: string; price: string; discount?: string; unit?: string }[], more: object = {}) => ({
  ...{ currency: 'USD', rate: '7.1', paymentTerm: whole, contractDate: '2026-03-02', latestShipment: null, ...more },
  lines: lines.map((l) => ({ id: newId(), quantity: '1', discount: '0', unit: 'PCS', productId: null, ...l })),
})
const warned = async (input: ReturnType<typeof sale>, as = office.owner): Promise<Warning[]> =>
  (await office.query('preview-sales-contract', input, as)).warnings
const codes = (warnings: readonly Warning[]) => warnings.map((w) => w.code)

describe('rates', () => {
  beforeEach(() => office.run('set-exchange-rate', { currency: 'USD', on: '2026-02-01', rate: '7' }))

  it('[SC2] a rate more than 20 % off the one in force is told with that one and its day; 20 % is silent', async () => {
    expect(await warned(sale([], { rate: '0.01' }))).toEqual([
      { code: 'rate-far', field: 'rate', data: { rate: '0.01', inForce: '7', date: '2026-02-01', percent: '99.9' } },
    ])
    expect(codes(await warned(sale([], { rate: '8.4' })))).toEqual([])
    expect(codes(await warned(sale([], { rate: '5.6' })))).toEqual([])
    expect(codes(await warned(sale([], { rate: '8.40000001' })))).toEqual(['rate-far'])
    expect(codes(await warned(sale([], { rate: '8.5', contractDate: '2026-01-31' })))).toEqual([])
    expect(codes(await warned(sale([], { currency: 'CNY', rate: '1' })))).toEqual([])
  })

  it('[SC2] quotations, purchase contracts, bills and rates typed anywhere are compared alike', async () => {
    const far = { currency: 'USD', rate: '9' }
    const { warnings: quoted } = await office.query('preview-quotation', {
      ...{ ...far, paymentTerm: whole, commissionRate: '0', quotedOn: '2026-03-02', lines: [] },
    })
    const { warnings: bought } = await office.query('preview-purchase-contract', {
      ...{ ...far, paymentTerm: whole, contractDate: '2026-03-02', lines: [] },
    })
    const { warnings: billed } = await office.query('preview-bill', { ...far, kind: 'expense', billDate: '2026-03-02', lines: [] })
    const { warnings: typed } = await office.query('rate-on', { currency: 'USD', on: '2026-03-02', typed: '9' })
    for (const warnings of [quoted, bought, billed, typed]) expect(warnings).toMatchObject([{ code: 'rate-far', field: 'rate' }])
    expect((await office.query('rate-on', { currency: 'USD', on: '2026-03-02', typed: '7.5' })).warnings).toEqual([])
  })

  it('[SC1] nothing is refused for a warning', async () => {
    await signedSale(office, office.customer(), { rate: '0.01' })
    await office.run('save-sales-contract', salesContract(office, office.customer(), { latestShipment: '2026-02-01' }))
  })

  it('[SC2] far means beyond the tolerance either way, whatever the figures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (rate, inForce) => {
        const far = farBy(new Decimal(rate), new Decimal(inForce)) !== null
        expect(far).toBe(Math.abs(rate - inForce) * 5 > inForce)
      }),
    )
  })
})

describe('prices', () => {
  it('[SC3] a price far from the last five of that product, unit and currency is told at its line', async () => {
    const customer = office.customer()
    const product = office.product()
    for (const [day, price] of [
      ['02-01', '1'],
      ['02-02', '9'],
      ['02-03', '10'],
      ['02-04', '10'],
      ['02-05', '11'],
      ['02-06', '10'],
    ] as const)
      await signedSale(office, customer, { contractDate: `2026-${day}`, lines: [salesLine({ productId: product, price })] })
    const asked = sale([{ productId: product, price: '1' }])
    const [only, ...others] = await warned(asked)
    expect(others).toEqual([])
    expect(only).toMatchObject({
      code: 'price-far',
      field: `lines.#${asked.lines[0]!.id}.price`,
      data: { low: '9', high: '11', currency: 'USD', number: 'SC2026-0006', date: '2026-02-06' },
    })
    for (const price of ['6.3', '14.3', '0']) expect(codes(await warned(sale([{ productId: product, price }])))).toEqual([])
    for (const price of ['6.29', '14.31']) expect(codes(await warned(sale([{ productId: product, price }])))).toEqual(['price-far'])
    // After discount; not of another unit, currency or product; not of the contract itself.
    expect(codes(await warned(sale([{ productId: product, price: '20', discount: '50' }])))).toEqual([])
    expect(codes(await warned(sale([{ productId: product, price: '1', unit: 'CTN' }])))).toEqual([])
    expect(codes(await warned(sale([{ productId: product, price: '1' }], { currency: 'EUR' })))).toEqual([])
    expect(codes(await warned(sale([{ productId: office.product(), price: '1' }])))).toEqual([])
  })

  it('[SC3] colleagues’ prices out of scope do not count, so they are not betrayed', async () => {
    const product = office.product()
    await signedSale(office, office.customer(), { contractDate: '2026-02-01', lines: [salesLine({ productId: product, price: '10' })] })
    const own = await office.user({ permissions: ['sales-contract.view'], scopes: { 'sales-contract': 'own' } })
    expect(codes(await warned(sale([{ productId: product, price: '1' }])))).toEqual(['price-far'])
    expect(await warned(sale([{ productId: product, price: '1' }]), own)).toEqual([])
  })

  it('[SC4] below the actual cost of the last purchase is told in the document’s currency, to who sees costs', async () => {
    const product = office.product()
    const lines = [purchaseLine({ productId: product, price: '113', vatRate: '13', refundRate: '13' })]
    await signedPurchase(office, office.vendor(), { lines })
    const below = await warned(sale([{ productId: product, price: '14.08' }]))
    expect(below).toMatchObject([{ code: 'price-below-cost', data: { cost: '14.0845', currency: 'USD' } }])
    expect(await warned(sale([{ productId: product, price: '14.1' }]))).toEqual([])
    expect(await warned(sale([{ productId: product, price: '0' }]))).toEqual([])
    const blind = await office.user({
      permissions: allPermissions.filter((p) => p !== 'cost.view'),
      scopes: { 'sales-contract': 'all', 'purchase-contract': 'all' },
    })
    expect(await warned(sale([{ productId: product, price: '1' }]), blind)).toEqual([])
  })

  it('[SC4] a quotation is held against the cost its own line says', async () => {
    const cost = { cost: '113', vatRate: '13', refundRate: '0' }
    const ask = async (price: string) =>
      (
        await office.query('preview-quotation', {
          ...{ currency: 'CNY', rate: '1', paymentTerm: whole, commissionRate: '0' },
          lines: [{ id: newId(), productId: null, quantity: '1', price, discount: '0', cost }],
        })
      ).warnings
    expect(await ask('112.99')).toMatchObject([{ code: 'price-below-cost', data: { cost: '113.0000' } }])
    expect(await ask('113')).toEqual([])
  })

  it('[SC3] purchase prices are compared with purchases, for who sees costs', async () => {
    const product = office.product()
    await signedPurchase(office, office.vendor(), { lines: [purchaseLine({ productId: product, price: '10' })] })
    const asked = {
      ...{ currency: 'CNY', rate: '1', paymentTerm: whole, contractDate: '2026-03-02', deliveryDate: null },
      lines: [{ id: newId(), quantity: '1', price: '14', vatRate: '13', refundRate: '13', productId: product, unit: 'PCS' }],
    }
    expect((await office.query('preview-purchase-contract', asked)).warnings).toMatchObject([{ code: 'price-far', data: { high: '10' } }])
    const blind = await office.user({
      permissions: ['purchase-contract.create', 'purchase-contract.view'],
      scopes: { 'purchase-contract': 'all' },
    })
    expect((await office.query('preview-purchase-contract', asked, blind)).warnings).toEqual([])
  })

  it('[SC3] within the tolerance of any of the last prices nothing is said', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 5 }),
        (price, last) => {
          const far = outside(String(price), String(Math.min(...last)), String(Math.max(...last)))
          if (last.some((one) => price * 10 >= one * 7 && price * 10 <= one * 13)) expect(far).toBe(false)
          if (last.every((one) => price * 10 < one * 7) || last.every((one) => price * 10 > one * 13)) expect(far).toBe(true)
        },
      ),
    )
  })
})

describe('days', () => {
  it('[SC5] a latest shipment or delivery before the contract’s date is told at its field', async () => {
    expect(await warned(sale([], { latestShipment: '2026-03-01' }))).toEqual([
      { code: 'shipment-before-contract', field: 'latestShipment', data: { contractDate: '2026-03-02' } },
    ])
    expect(await warned(sale([], { latestShipment: '2026-03-02' }))).toEqual([])
    const { warnings } = await office.query('preview-purchase-contract', {
      ...{ currency: 'CNY', rate: '1', paymentTerm: whole, contractDate: '2026-03-02', deliveryDate: '2026-03-01', lines: [] },
    })
    expect(warnings).toMatchObject([{ code: 'shipment-before-contract', field: 'deliveryDate' }])
  })
})
