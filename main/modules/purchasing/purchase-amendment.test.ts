// Amendments of purchase contracts through the office: what was billed and shipped stands, bought quantities and costs follow (P17 to P20, AM8).
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import type { TestUser } from '../../testing/test-office.ts'
import { amendments } from '../amendments/index.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { closeSound, salesLine, signedSale, tradeOffice, type SalesInput, type Trade } from '../contracts/testing/trade.ts'
import { purchasing } from './index.ts'
import { balance, bill, dispatch, purchaseLine, signedPurchase, unbill, type PurchaseInput } from './testing/goods.ts'

let office: Trade
let supplierId: string
let sale: SalesInput
let bought: PurchaseInput
const pcs = (n: number) => n * 10_000
const cny = (minor: number) => ({ minor, currency: 'CNY' })

beforeEach(async () => {
  office = await tradeOffice([amendments, deals, contracts, purchasing])
  supplierId = office.vendor({ name: 'Ningbo Bolts' })
  sale = await signedSale(office, office.customer(), { lines: [salesLine()] })
  bought = await signedPurchase(office, supplierId, {
    lines: [
      purchaseLine({ salesLineId: sale.lines[0]!.id, quantity: '60' }),
      purchaseLine({ description: 'Samples', quantity: '5', price: '10' }),
    ],
  })
})
afterEach(() => closeSound(office))

type Contract = QueryOutput<'purchase-contract'>
type Input = Omit<CommandInput<'save-purchase-amendment'>, 'id' | 'revision' | 'reason' | 'confirmation'>
const contract = (version?: number, as?: TestUser): Promise<Contract> =>
  office.query('purchase-contract', { id: bought.id, ...(version ? { version } : {}) }, as)
const inputOf = (c: Contract): Input => ({
  currency: c.currency,
  rate: c.rate,
  deliveryDate: c.deliveryDate,
  paymentTerm: c.paymentTerm,
  clauses: c.clauses,
  remark: c.remark,
  lines: c.lines.map(({ productCode: _p, dealNumber: _d, amount: _a, billed: _b, shipped: _s, price = '', ...line }) => ({
    ...line,
    price,
  })),
})
const amended = async (change: (typed: Input) => Input, on = '2026-03-02') => {
  const { revision } = await contract()
  const id = newId()
  await office.run('begin-amendment', { id, kind: 'purchase-contract', contractId: bought.id, revision, reason: 'price of steel' })
  const typed = change(inputOf(await contract()))
  const saved = await office.run('save-purchase-amendment', { ...typed, id, revision: 1, reason: 'price of steel', confirmation: 'fax 3' })
  const answer = await office.send('put-amendment-into-force', { id, revision: saved.revision, on })
  if (!answer.ok) await office.run('discard-amendment', { id, revision: saved.revision })
  return answer
}
const firstLine =
  (part: Partial<Input['lines'][number]>) =>
  (typed: Input): Input => ({ ...typed, lines: typed.lines.map((l, at) => (at === 0 ? { ...l, ...part } : l)) })
const refused = (code: string, data: object = {}) => ({ ok: false, refused: code, data: expect.objectContaining(data) as object })
const purchased = async () => (await office.query('sales-contract', { id: sale.id })).lines[0]!.purchased

describe('amending a purchase contract', () => {
  it('[P17] takes the new content as V2, keeps V1, and counts what is bought anew', async () => {
    const signed = await contract()
    expect(await purchased()).toBe('60')
    const change = (t: Input): Input => ({ ...t, deliveryDate: '2026-04-20', lines: [{ ...t.lines[0]!, quantity: '80', price: '23' }] })
    expect(await amended(change)).toMatchObject({ ok: true })
    expect(await purchased()).toBe('80')
    expect(await contract()).toMatchObject({
      version: 2,
      inForce: 2,
      deliveryDate: '2026-04-20',
      total: cny(184_000),
      lines: [{ quantity: '80' }],
    })
    const { version: _v, inForce: _i, revision: _r, ...said } = signed
    expect(await contract(1)).toMatchObject(said)
    expect((await office.query('purchase-lines', { params: { contractId: bought.id } })).rows).toHaveLength(1)
    const list = await office.query('purchase-amendments', {})
    expect(list.rows).toMatchObject([{ version: 2, party: 'Ningbo Bolts', totalBefore: cny(140_600), total: cny(184_000) }])
    // Taken out wholly, nothing is bought for the sales line any more.
    const other = purchaseLine({ quantity: '1', price: '1' })
    expect(await amended((t) => ({ ...t, lines: [other] }))).toMatchObject({ ok: true })
    expect(await purchased()).toBe('0')
  })

  it('[P18] no line goes below what is billed or shipped; what a line in use is of stands; both are free again once taken back', async () => {
    const line = bought.lines[0]!.id
    const billed = [{ purchaseLineId: line, quantity: pcs(40), netBase: 80_000, vatBase: 10_400 }]
    const billId = await bill(office, supplierId, billed, '2026-03-02')
    expect(await amended(firstLine({ quantity: '39.5' }))).toEqual(
      refused('amended-below-use', { goods: 'Steel bolts M8', asked: '39.5', used: '40', how: 'billed' }),
    )
    expect(await amended((t) => ({ ...t, lines: t.lines.slice(1) }))).toEqual(refused('amended-below-use', { asked: '0', used: '40' }))
    expect(await amended(firstLine({ unit: 'SET' }))).toEqual(refused('amended-in-use', { field: 'unit', by: 'bill' }))
    expect(await amended(firstLine({ salesLineId: null, dealId: null }))).toEqual(refused('amended-in-use', { field: 'salesLineId' }))
    expect(await amended((t) => ({ ...t, currency: 'USD', rate: '7.1' }))).toEqual(
      refused('amended-in-use', { field: 'currency', goods: '' }),
    )
    await unbill(office, billId, billed, '2026-03-02')
    expect(await amended((t) => ({ ...t, currency: 'USD', rate: '7.1', lines: t.lines.slice(1) }))).toMatchObject({ ok: true })
    expect(await contract()).toMatchObject({ currency: 'USD', lines: [{ description: 'Samples' }] })
  })

  it('[P20] [P3] goods that left before they are billed cost what the contract says now; more room takes in what had no source', async () => {
    await dispatch(office, sale, [{ salesLineId: sale.lines[0]!.id, quantity: pcs(70) }], '2026-03-01')
    expect(await balance(office, '6401', { category: 'purchase' })).toBe(135_600)
    expect(await amended(firstLine({ quantity: '59' }))).toEqual(refused('amended-below-use', { used: '60', how: 'shipped' }))
    expect(await amended(firstLine({ price: '45.2' }))).toMatchObject({ ok: true })
    expect(await balance(office, '6401', { category: 'purchase' })).toBe(271_200)
    expect(await amended(firstLine({ quantity: '100' }))).toMatchObject({ ok: true })
    expect(await balance(office, '6401', { category: 'purchase' })).toBe(316_400)
    expect((await contract()).lines[0]).toMatchObject({ quantity: '100', shipped: '70' })
  })

  it('[AM8] [P14] prices are absent from versions, comparison and list for who lacks cost.view; he amends nothing', async () => {
    expect(await amended(firstLine({ price: '23' }))).toMatchObject({ ok: true })
    const reader = await office.user({
      permissions: ['purchase-contract.view', 'purchase-contract.amend'],
      scopes: { 'purchase-contract': 'all' },
    })
    const of = { kind: 'purchase-contract' as const, contractId: bought.id }
    const everything = JSON.stringify([
      await contract(1, reader),
      await contract(2, reader),
      await office.query('contract-versions', of, reader),
      await office.query('compare-versions', { ...of, from: 1, to: 2 }, reader),
      (await office.query('purchase-amendments', {}, reader)).rows,
    ])
    expect(everything).not.toMatch(/22\.6|"23"|135600|138000|140600|143000/)
    const { revision } = await contract()
    expect(await office.send('begin-amendment', { id: newId(), ...of, revision, reason: 'x' }, reader)).toEqual(
      refused('not-permitted', { permission: 'cost.view' }),
    )
  })
})
