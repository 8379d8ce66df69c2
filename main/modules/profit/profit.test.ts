// Profit of deals through the real commands: the worked deal of domain.md 7, committed beside actual, drill-down, scope and permission.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { Permission } from '../../../preload/contract/access.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { testOffice, type TestOffice } from '../../testing/test-office.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { purchasing } from '../purchasing/index.ts'
import { shipments } from '../shipments/index.ts'
import { aTrade, type Trade } from '../shipments/testing/trade.ts'
import { moneyModules } from '../../testing/money-modules.ts'
import { profit } from './index.ts'

let office: TestOffice
let trade: Trade
beforeEach(async () => {
  office = await testOffice([deals, contracts, purchasing, shipments, ...moneyModules, profit])
  office.at = '2026-12-31T02:00:00.000Z' // after every day that is told here
  trade = aTrade(office)
})
afterEach(() => office.close())

type BillLine = CommandInput<'post-bill'>['lines'][number]
type Category = NonNullable<BillLine['category']>
const line = (more: Partial<BillLine>): BillLine => ({
  id: newId(),
  purchaseLineId: null,
  quantity: null,
  category: null,
  description: '',
  amount: 0,
  vatRate: '0',
  dealIds: [],
  sharing: 'amount',
  shipmentId: null,
  ...more,
})
const bill = (more: Partial<CommandInput<'post-bill'>> & { lines: BillLine[] }) =>
  office.run('post-bill', {
    id: newId(),
    kind: 'expense',
    partyId: trade.party('forwarder', newId()),
    invoiceNumber: '',
    billDate: '2026-03-05',
    dueDate: '2026-04-05',
    currency: 'USD',
    rate: '7.1',
    remark: '',
    ...more,
  })
const expense = (dealId: string, category: Category, amount: number, more: Partial<CommandInput<'post-bill'>> = {}) =>
  bill({ ...more, lines: [line({ category, amount, dealIds: [dealId] })] })

/** The deal of domain.md 7, from contract to paid. */
const workedDeal = async () => {
  const deal = await trade.sold([{ quantity: '10000', price: '5', buy: { price: '28.25' } }], {
    commissionRate: '3',
    term: [
      { share: '30', event: 'on-signing', days: 0 },
      { share: '70', event: 'after-bill-of-lading', days: 30 },
    ],
  })
  const bank = newId()
  await office.run('create-bank-account', {
    id: bank,
    code: 'USD',
    name: 'USD account',
    bankName: '',
    accountNumber: '',
    swift: '',
    currency: 'USD',
    active: true,
    openedOn: '2026-01-01',
    openingBalance: 0,
    openingRate: '7',
  })
  const receipt = (amount: number, rate: string, receivedOn: string) =>
    office.run('register-receipt', {
      id: newId(),
      bankAccountId: bank,
      receivedOn,
      amount,
      charge: 0,
      rate,
      payerName: 'Buyer',
      customerId: trade.customerId,
      contractId: deal.id,
      remark: '',
    })
  const deposit = await receipt(1_500_000, '7.12', '2026-01-10')
  const shipment = await trade.shipped([[deal.lines[0]!, '10000']], { dispatchedOn: '2026-03-01', rate: '7.1' })
  await bill({
    kind: 'factory',
    partyId: trade.factoryId,
    currency: 'CNY',
    rate: '1',
    lines: [line({ purchaseLineId: deal.purchaseLines[0]!, quantity: '10000', amount: 28_250_000, vatRate: '13' })],
  })
  await expense(deal.dealId, 'freight', 200_000)
  await expense(deal.dealId, 'insurance', 16_500)
  await expense(deal.dealId, 'commission', 150_000)
  await expense(deal.dealId, 'bank-charge', 5_000)
  await expense(deal.dealId, 'port-charge', 400_000, { currency: 'CNY', rate: '1' })
  await expense(deal.dealId, 'customs', 200_000, { currency: 'CNY', rate: '1' })
  const balance = await receipt(3_500_000, '7.05', '2026-03-31')
  const [first, second] = shipment.receivables
  const allocate = (source: string, on: string, item: string, amount: number) =>
    office.run('allocate', { id: newId(), on, source, targets: [{ item, amount }] })
  await allocate(deposit.item, '2026-03-02', first!.item, 1_500_000)
  await allocate(balance.item, '2026-03-31', second!.item, 3_500_000)
  return { ...deal, shipment }
}
const yuan = (minor: number) => ({ minor, currency: 'CNY' })

describe('the worked deal of domain.md 7', () => {
  test('[G1] [G3] [G4] refund 32,500.00, exchange −1,450.00, profit 71,173.50, cost of a dollar 5.5250', async () => {
    const { dealId } = await workedDeal()
    const seen = await office.query('deal-profit', { dealId })
    const actual = Object.fromEntries(seen.lines.map((l) => [l.line, l.actual.minor]))
    expect(actual).toEqual({
      revenue: 35_500_000,
      purchase: -28_250_000,
      'tax-refund': 3_250_000,
      freight: -1_420_000,
      insurance: -117_150,
      commission: -1_065_000,
      'inland-freight': 0,
      'port-charge': -400_000,
      customs: -200_000,
      inspection: 0,
      courier: 0,
      'bank-charge': -35_500,
      other: 0,
      'exchange-difference': -145_000,
    })
    expect(seen.actualProfit).toEqual(yuan(7_117_350))
    expect(seen.exchangeCost).toBe('5.5250')
    expect(seen.netFobIncome).toEqual({ minor: 4_633_500, currency: 'USD' })
    expect(seen.actualMargin).toBe('20.0489')
    // committed: contracts at their rate, the agent's 3 %, and what is billed; no exchange difference
    const committed = Object.fromEntries(seen.lines.map((l) => [l.line, l.committed.minor]))
    expect(committed).toEqual({ ...actual, 'exchange-difference': 0 })
    expect(seen.committedProfit).toEqual(yuan(7_262_350))
  })

  test('[G1] the list of deals says the same, and its totals are those of the ledger', async () => {
    const { dealId } = await workedDeal()
    const list = await office.query('deal-profits', { totals: true })
    expect(list.rows).toHaveLength(1)
    expect(list.rows[0]).toMatchObject({
      id: dealId,
      customer: 'Buyer',
      revenue: yuan(35_500_000),
      cost: yuan(25_000_000),
      expenses: yuan(3_237_650),
      exchange: yuan(-145_000),
      profit: yuan(7_117_350),
      margin: '20.0489',
      exchangeCost: '5.5250',
    })
    const ledger = office.database.write.sql.prepare("SELECT -sum(base) AS profit FROM posting WHERE account LIKE '6%'").get() as {
      profit: number
    }
    expect(list.totals?.profit).toEqual([yuan(ledger.profit)])
  })

  test('[G1] every figure opens its postings, and they add up to it', async () => {
    const { dealId, shipment } = await workedDeal()
    const seen = await office.query('deal-profit', { dealId })
    for (const { line: name, actual } of seen.lines) {
      const details = await office.query('deal-profit-details', { params: { dealId, line: name }, totals: true })
      expect(details.totals?.amount, name).toEqual([actual])
      expect(details.rows.every((r) => r.line === name)).toBe(true)
    }
    const all = await office.query('deal-profit-details', { params: { dealId }, totals: true })
    expect(all.totals?.amount).toEqual([seen.actualProfit])
    const revenue = await office.query('deal-profit-details', { params: { dealId, line: 'revenue' } })
    expect(revenue.rows[0]).toMatchObject({
      document: shipment.number,
      documentId: shipment.id,
      foreign: { minor: 5_000_000, currency: 'USD' },
    })
  })
})

describe('committed and actual', () => {
  test('[G2] before anything is shipped the contracts commit, and nothing is actual', async () => {
    const { dealId } = await trade.sold([{ quantity: '100', price: '10', buy: { price: '11.30', refundRate: '9' } }], {
      commissionRate: '5',
    })
    const seen = await office.query('deal-profit', { dealId })
    const committed = Object.fromEntries(seen.lines.filter((l) => l.committed.minor !== 0).map((l) => [l.line, l.committed.minor]))
    expect(committed).toEqual({ revenue: 710_000, purchase: -113_000, 'tax-refund': 9_000, commission: -35_500 })
    expect(seen).toMatchObject({
      currency: 'USD',
      // [G8] Nothing is booked: no profit yet, and nothing to compare.
      actualProfit: null,
      variance: null,
      actualMargin: null,
      exchangeCost: null,
      netFobIncome: { minor: 0, currency: 'USD' },
      committedProfit: yuan(570_500),
      committedMargin: '80.3521',
    })
    expect((await office.query('deal-profits', {})).rows[0]).toMatchObject({
      revenue: null,
      profit: null,
      margin: null,
      exchangeCost: null,
    })
  })

  test('[G8] [Q27] of a deal that has only drafts nothing is earned: no profit, no variance, no zeros in the lists', async () => {
    const { dealId } = await trade.sold([{ quantity: '100', price: '10' }], { sign: false })
    expect(await office.query('deal-profit', { dealId })).toMatchObject({
      committedProfit: null,
      actualProfit: null,
      variance: null,
      variancePercent: null,
    })
    expect((await office.query('deal-profits', {})).rows[0]).toMatchObject({ revenue: null, cost: null, profit: null, variance: null })
    const { rows } = await office.query('deals', {})
    expect(rows[0]).toMatchObject({ stage: 'draft', contracted: null, revenue: null, profit: null })
  })

  test('[C31] a contract tells how far it is bought, shipped and paid for: by amounts, rounded down, all of it only when it is', async () => {
    const progress = async () => {
      const [row] = (await office.query('sales-contracts', {})).rows
      return [row!['purchasedShare'], row!['shippedShare'], row!['receivedShare']]
    }
    const draft = await trade.sold([{ quantity: '3', price: '10' }], { sign: false })
    expect(await progress()).toEqual([null, null, null])
    await office.run('void-sales-contract', { id: draft.id, revision: 1, reason: 'x' })
    await workedDeal()
    const of = async (list: 'sales-contracts' | 'purchase-contracts') =>
      (await office.query(list, { filters: [{ field: 'status', op: 'is', value: 'signed' }] })).rows[0]!
    expect(await of('sales-contracts')).toMatchObject({ purchasedShare: '100', shippedShare: '100', receivedShare: '100' })
    expect(await of('purchase-contracts')).toMatchObject({ billedShare: '100', shippedShare: '100', paidShare: '0' })
    const { lines } = await trade.sold([
      { quantity: '3', price: '10' },
      { quantity: '1', price: '60' },
    ])
    await trade.shipped([[lines[0]!, '1']])
    const part = (await office.query('sales-contracts', {})).rows.find((r) => r['shippedShare'] !== '100' && r['status'] === 'signed')!
    // A third of 30.00 out of 90.00, as 11.11 and not 11.12; nothing of it is bought.
    expect([part['purchasedShare'], part['shippedShare'], part['receivedShare']]).toEqual(['0', '11.11', '0'])
  })

  test('[G2] drafts and void contracts commit nothing', async () => {
    const { dealId, id } = await trade.sold([{ quantity: '100', price: '10' }], { sign: false })
    const committed = async () => (await office.query('deal-profit', { dealId })).committedProfit
    expect(await committed()).toBeNull()
    await office.run('void-sales-contract', { id, revision: 1, reason: 'lost' })
    expect(await committed()).toBeNull()
  })

  test('[G2] a purchase contract that was voided commits nothing', async () => {
    const { dealId, purchaseId } = await trade.sold([{ quantity: '100', price: '10', buy: { price: '11.30' } }])
    await office.run('void-purchase-contract', { id: purchaseId!, revision: 2, reason: 'other factory' })
    expect((await office.query('deal-profit', { dealId })).committedProfit).toEqual(yuan(710_000))
  })

  test('[G4] a written-off rest lowers the profit, but is no cost of the dollar', async () => {
    const { dealId, lines } = await trade.sold([{ quantity: '100', price: '10', buy: { price: '11.30' } }])
    const { id } = await trade.shipped([[lines[0]!, '100']])
    await office.run('write-off', { id: newId(), on: '2026-03-20', item: `${id}:1`, amount: 100, reason: 'bank kept it' })
    const seen = await office.query('deal-profit', { dealId })
    expect(seen.lines.find((l) => l.line === 'other')?.actual).toEqual(yuan(-710))
    expect(seen).toMatchObject({ actualProfit: yuan(609_290), exchangeCost: '1.0000' })
    expect((await office.query('deal-profits', {})).rows[0]).toMatchObject({ profit: yuan(609_290), exchangeCost: '1.0000' })
  })

  test('[G3] freight billed in yuan lowers the dollar income at the rate of the shipment', async () => {
    const { dealId, lines } = await trade.sold([{ quantity: '100', price: '10' }])
    await trade.shipped([[lines[0]!, '100']], { rate: '7' })
    await expense(dealId, 'freight', 70_000, { currency: 'CNY', rate: '1' })
    const seen = await office.query('deal-profit', { dealId })
    expect(seen.netFobIncome).toEqual({ minor: 90_000, currency: 'USD' })
    expect((await office.query('deal-profits', {})).rows[0]).toMatchObject({ exchangeCost: '0.0000', profit: yuan(630_000) })
  })

  test('[G4] a sale in base currency earns no dollar', async () => {
    const { dealId, lines } = await trade.sold([{ quantity: '1', price: '10' }], { currency: 'CNY', rate: '1' })
    await trade.shipped([[lines[0]!, '1']], { rate: '1' }, { currency: 'CNY' })
    expect((await office.query('deal-profit', { dealId })).exchangeCost).toBeNull()
    expect((await office.query('deal-profits', {})).rows[0]).toMatchObject({ exchangeCost: null })
  })

  test('[G1] a reversed shipment leaves no profit behind', async () => {
    const { dealId, lines } = await trade.sold([{ quantity: '100', price: '10', buy: { price: '11.30' } }])
    const { id } = await trade.shipped([[lines[0]!, '100']])
    expect((await office.query('deal-profit', { dealId })).actualProfit?.minor).toBe(610_000)
    await office.run('reverse-dispatch', { id, revision: 2, on: '2026-03-04', reason: 'wrong goods' })
    const seen = await office.query('deal-profit', { dealId })
    expect(seen.lines.every((l) => l.actual.minor === 0)).toBe(true)
    expect((await office.query('deal-profits', {})).rows[0]).toMatchObject({ revenue: null, exchangeCost: null })
  })
})

describe('who sees it', () => {
  test('the period, the customer and the search narrow the list', async () => {
    await trade.sold([{ quantity: '1', price: '10' }], { signedOn: '2026-01-05' })
    await trade.sold([{ quantity: '1', price: '10' }], { signedOn: '2026-02-05' })
    const count = async (params: object, search?: string) =>
      (await office.query('deal-profits', { params, ...(search === undefined ? {} : { search }), totals: true })).count
    expect(await count({})).toBe(2)
    expect(await count({ from: '2026-02-01' })).toBe(1)
    expect(await count({ to: '2026-01-31' })).toBe(1)
    expect(await count({ customerId: newId() })).toBe(0)
    expect(await count({}, 'D2026-0002')).toBe(1)
  })

  test('[G6] without profit.view there is no profit; out of scope there is no deal', async () => {
    const { dealId } = await workedDeal()
    const rest: Permission[] = ['deal.view', 'cost.view', 'shipment.view']
    const clerk = await office.user({ permissions: rest, scopes: { deal: 'all' } })
    expect(await office.ask('deal-profit', { dealId }, clerk)).toMatchObject({ refused: 'not-permitted' })
    expect(await office.ask('deal-profits', {}, clerk)).toMatchObject({ refused: 'not-permitted' })
    expect(await office.ask('deal-profit-details', { params: { dealId } }, clerk)).toMatchObject({ refused: 'not-permitted' })
    const deals = await office.query('deals', {}, clerk)
    expect(deals.rows[0]).not.toHaveProperty('profit')
    const seller = await office.user({ permissions: [...rest, 'profit.view'], scopes: { deal: 'own' } })
    expect(await office.ask('deal-profit', { dealId }, seller)).toMatchObject({ refused: 'not-found' })
    expect((await office.query('deal-profits', {}, seller)).rows).toEqual([])
    expect((await office.query('deal-profit-details', { params: { dealId } }, seller)).rows).toEqual([])
    expect(await office.ask('deal-profit', { dealId: newId() })).toMatchObject({ refused: 'not-found' })
  })
})
