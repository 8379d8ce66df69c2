// Profit estimates through the real commands: the worked deal of domain.md 7, versions, filling, approval, the gate both ways, comparison, sight.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Permission } from '../../../preload/contract/access.ts'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { EstimateSource } from '../../../preload/contract/modules/estimates/calls.ts'
import { switchesOff, type Switches } from '../../../preload/contract/modules/people/calls.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { aProductRow } from '../../testing/fixtures.ts'
import { testOffice, type TestOffice, type TestUser } from '../../testing/test-office.ts'
import { approvals } from '../approvals/index.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { parties } from '../parties/index.ts'
import { profit } from '../profit/index.ts'
import { purchasing } from '../purchasing/index.ts'
import { shipments } from '../shipments/index.ts'
import { aTrade, type Sold, type Trade } from '../shipments/testing/trade.ts'
import { tasks } from '../tasks/index.ts'
import { moneyModules } from '../../testing/money-modules.ts'
import { estimates } from './index.ts'
import { askedToday } from '../tasks/testing/asked.ts'

let office: TestOffice
let trade: Trade
const start = async (switches: Partial<Switches> = {}) => {
  office = await testOffice([approvals, parties, deals, contracts, purchasing, shipments, ...moneyModules, estimates, profit, tasks], {
    switches: { ...switchesOff, selfApproval: true, ...switches },
  })
  office.database.write.sql
    .prepare("UPDATE role SET code = 'owner' WHERE id = (SELECT roleId FROM user_role WHERE userId = ?)")
    .run(office.owner.id)
  trade = aTrade(office)
}
beforeEach(() => start())
afterEach(() => {
  expect(office.faults).toEqual([])
  office.close()
})

const refused = (code: string, data: unknown = expect.anything()) => ({ ok: false, refused: code, data })
const yuan = (minor: number) => ({ minor, currency: 'CNY' })
const usd = (minor: number) => ({ minor, currency: 'USD' })
const source: EstimateSource = { from: 'typed', number: '', route: null, id: null, date: null, rateOn: null }
type Input = CommandInput<'save-profit-estimate'>
const line = (currency: string, rate: string) => ({ id: newId(), description: '', currency, rate, source })
const revenue = (amount: number, currency = 'USD', rate = '7.1'): Input['revenue'][number] => ({ ...line(currency, rate), amount })
const cost = (name: Input['costs'][number]['line'], amount: number, currency = 'USD', rate = '7.1'): Input['costs'][number] => ({
  ...line(currency, rate),
  line: name,
  amount,
})
const bought = (quantity: string, price: string, more: Partial<Input['purchases'][number]> = {}): Input['purchases'][number] => ({
  ...line('CNY', '1'),
  ...{ productId: null, supplierId: null, quantity, unit: 'PCS', price, vatRate: '13', refundRate: '13', ...more },
})
const input = (dealId: string, more: Partial<Input> = {}): Input => ({
  ...{ id: newId(), dealId, estimatedOn: '2026-03-01', premiumRate: null, remark: '' },
  ...{ revenue: [revenue(5_000_000)], purchases: [], costs: [], ...more },
})
/** The worked deal of domain.md 7 as it was estimated. */
const worked = (dealId: string, more: Partial<Input> = {}): Input =>
  input(dealId, {
    premiumRate: '0.3',
    purchases: [bought('10000', '28.25')],
    costs: [
      cost('freight', 200_000),
      cost('insurance', 16_500),
      cost('commission', 150_000),
      cost('bank-charge', 5_000),
      cost('inland-freight', 600_000, 'CNY', '1'),
    ],
    ...more,
  })
const aDeal = (more: Parameters<Trade['sold']>[1] = {}) => trade.sold([{ quantity: '10000', price: '5' }], { commissionRate: '3', ...more })
const one = <T>(query: string, ...values: unknown[]) => office.database.write.sql.prepare(query).get(...values) as T
const revisionOf = (id: string) => one<{ revision: number }>('SELECT revision FROM profit_estimate WHERE id = ?', id).revision
const standing = async (id: string) =>
  (await office.query('document-approval', { kind: 'profit-estimate', documentId: id, revision: revisionOf(id) })).standing
const submit = (documentId: string) =>
  office.run('submit-for-approval', { id: newId(), kind: 'profit-estimate', documentId, revision: revisionOf(documentId), note: '' })
const approve = async (documentId: string) => {
  const { id } = await submit(documentId)
  const view = await office.query('approval', { id })
  await office.run('approve', { id, expect: { revision: view.revision, contentHash: view.contentHash }, note: '' })
}

describe('what an estimate comes to', () => {
  test('[E3] [E4] [E5] the worked deal: refund 32,500.00, profit 72,623.50, margin, a dollar at 5.5250', async () => {
    const { dealId } = await aDeal()
    const typed = worked(dealId)
    const saved = await office.run('save-profit-estimate', typed)
    expect(saved).toEqual({ id: typed.id, number: 'PE2026-0001-01', revision: 1 })
    const { result, calculated, ...seen } = await office.query('profit-estimate', { id: typed.id })
    expect(Object.fromEntries(result.lines.filter((l) => l.amount.minor !== 0).map((l) => [l.line, l.amount.minor]))).toEqual({
      revenue: 35_500_000,
      purchase: -28_250_000,
      'tax-refund': 3_250_000,
      freight: -1_420_000,
      insurance: -117_150,
      commission: -1_065_000,
      'inland-freight': -600_000,
      'bank-charge': -35_500,
    })
    expect(result).toMatchObject({
      revenue: usd(5_000_000),
      profit: yuan(7_262_350),
      margin: '20.4573',
      exchangeCost: '5.5250',
      netFobIncome: usd(4_633_500),
    })
    expect(seen).toMatchObject({ status: 'current', version: 1, dealNumber: 'D2026-0001', customerName: 'Buyer', premiumRate: '0.3' })
    const { id: _, dealId: __, estimatedOn: ___, remark: ____, ...asked } = typed
    const preview = await office.query('preview-profit-estimate', asked)
    expect(preview).toEqual({ lines: calculated, result, premium: usd(16_500), warnings: [] })
    const [row] = (await office.query('profit-estimates', { totals: true })).rows
    expect(row).toMatchObject({
      ...{ number: 'PE2026-0001-01', deal: 'D2026-0001', customer: 'Buyer', version: 1, status: 'current', approval: 'none' },
      ...{ revenue: yuan(35_500_000), cost: yuan(25_000_000), expenses: yuan(3_237_650), profit: yuan(7_262_350) },
      ...{ margin: '20.4573', exchangeCost: '5.5250' },
    })
  })

  test('[E2] revenue of one rate is converted once and shared over its lines, exactly', async () => {
    const { dealId } = await aDeal()
    const lines = [revenue(1, 'USD', '7.55'), revenue(1, 'USD', '7.55'), revenue(1, 'USD', '7.55')]
    const typed = input(dealId, { revenue: lines })
    await office.run('save-profit-estimate', typed)
    const seen = await office.query('profit-estimate', { id: typed.id })
    expect(seen.calculated.map((l) => l.base.minor)).toEqual([7, 8, 8])
    expect(seen.result.profit).toEqual(yuan(23))
  })

  test('[E4] a deal in base currency has no cost of a dollar; a loss has a negative margin', async () => {
    const { dealId } = await aDeal({ currency: 'CNY', rate: '1' })
    const typed = input(dealId, { revenue: [revenue(100, 'CNY', '1')], costs: [cost('other', 150, 'CNY', '1')] })
    await office.run('save-profit-estimate', typed)
    expect((await office.query('profit-estimate', { id: typed.id })).result).toMatchObject({
      profit: yuan(-50),
      margin: '-50',
      exchangeCost: null,
    })
  })

  test('[E2] rates of the base currency, rates over 100 % and amounts out of range are refused at their field', async () => {
    const { dealId } = await aDeal()
    const issue = (path: string, rule: string) => refused('invalid-input', { issues: [{ path, rule }] })
    const save = (more: Partial<Input>) => office.send('save-profit-estimate', input(dealId, more))
    expect(await save({ costs: [cost('other', 1, 'CNY', '7')] })).toEqual(refused('rate-must-be-one', { currency: 'CNY' }))
    expect(await save({ purchases: [bought('1', '1', { refundRate: '101' })] })).toEqual(issue('purchases.0.refundRate', 'too-big'))
    expect(await save({ purchases: [bought('9999999999', '999999999')] })).toEqual(issue('purchases.0.price', 'too-big'))
    expect(await save({ revenue: [revenue(100_000_000_000_000, 'USD', '7')] })).toEqual(issue('revenue', 'too-big'))
    expect(await save({ premiumRate: '100.1' })).toEqual(issue('premiumRate', 'too-big'))
    expect(await save({ revenue: [] })).toMatchObject({ refused: 'invalid-input' })
    // P23: of the table of units.
    expect(await save({ purchases: [bought('1', '1'), bought('1', '1', { unit: 'XYZ' })] })).toEqual(issue('purchases.1.unit', 'unit'))
    expect(await save({ purchases: [bought('1', '1', { unit: '' })] })).toEqual(issue('purchases.0.unit', 'required'))
    const twice = cost('other', 1)
    expect(await save({ costs: [twice, { ...twice, line: 'customs' }] })).toEqual(issue('lines', 'duplicate'))
    expect(await save({ purchases: [bought('1', '1', { supplierId: trade.customerId })] })).toMatchObject({ refused: 'not-found' })
  })
})

describe('versions', () => {
  test('[AP-16] [E1] a new version copies the last one; older ones stay readable and fixed, void ones keep their number', async () => {
    const { dealId } = await aDeal()
    const first = worked(dealId)
    await office.run('save-profit-estimate', first)
    const id = newId()
    expect(await office.run('renew-profit-estimate', { id, copyOf: { id: first.id, revision: 1 } })).toMatchObject({
      number: 'PE2026-0001-02',
    })
    const [old, copy] = [await office.query('profit-estimate', { id: first.id }), await office.query('profit-estimate', { id })]
    expect(old.status).toBe('replaced')
    expect(copy).toMatchObject({ status: 'current', version: 2, estimatedOn: '2026-03-02' })
    expect(copy.result).toEqual(old.result)
    expect(copy.versions.map((v) => [v.number, v.status])).toEqual([
      ['PE2026-0001-02', 'current'],
      ['PE2026-0001-01', 'replaced'],
    ])
    const wrongState = refused('wrong-state', { kind: 'profit-estimate', state: 'replaced', needed: 'current' })
    expect(await office.send('save-profit-estimate', { ...first, revision: 1 })).toEqual(wrongState)
    expect(await office.send('void-profit-estimate', { id: first.id, revision: 1, reason: 'x' })).toEqual(wrongState)
    await office.run('void-profit-estimate', { id, revision: 1, reason: 'wrong rate' })
    expect((await office.query('profit-estimate', { id: first.id })).status).toBe('current')
    expect(await office.query('profit-estimate', { id })).toMatchObject({ status: 'void', voidReason: 'wrong rate' })
    const third = worked(dealId)
    expect(await office.run('save-profit-estimate', third)).toMatchObject({ number: 'PE2026-0001-03' })
    const other = await aDeal()
    expect(await office.run('save-profit-estimate', worked(other.dealId))).toMatchObject({ number: 'PE2026-0002-01' })
    const rows = async (params: object) => (await office.query('profit-estimates', { params })).rows.map((r) => r.number)
    expect(await rows({ dealId, currentOnly: true })).toEqual(['PE2026-0001-03'])
    expect((await rows({})).toSorted()).toEqual(['PE2026-0001-01', 'PE2026-0001-02', 'PE2026-0001-03', 'PE2026-0002-01'])
  })

  test('[E1] a version is changed as it was seen, its lines told apart by their ids', async () => {
    const { dealId } = await aDeal()
    const typed = worked(dealId)
    await office.run('save-profit-estimate', typed)
    expect(await office.send('save-profit-estimate', typed)).toEqual(refused('already-exists'))
    await office.run('save-profit-estimate', { ...typed, revision: 1, costs: typed.costs.slice(1), remark: 'no freight' })
    expect(await office.send('save-profit-estimate', { ...typed, revision: 1 })).toEqual(refused('changed-meanwhile'))
    const seen = await office.query('profit-estimate', { id: typed.id })
    expect(seen.costs.map((c) => c.id)).toEqual(typed.costs.slice(1).map((c) => c.id))
    expect(seen.result.profit).toEqual(yuan(7_262_350 + 1_420_000))
    const other = await aDeal()
    expect(await office.send('save-profit-estimate', worked(other.dealId, { costs: typed.costs.slice(1) }))).toEqual(
      refused('already-exists'),
    )
  })

  test('[C7] a draft contract that is discarded leaves a deal that was estimated', async () => {
    const sold = await aDeal({ sign: false })
    await office.run('save-profit-estimate', worked(sold.dealId))
    await office.run('discard-sales-contract', { id: sold.id, revision: 1 })
    expect(one('SELECT stage FROM deal WHERE id = ?', sold.dealId)).toEqual({ stage: 'cancelled' })
  })
})

describe('filling in', () => {
  const fill = (dealId: string, premiumRate?: string) =>
    office.query('profit-estimate-fill', { dealId, ...(premiumRate === undefined ? {} : { premiumRate }) })

  test('[E6] from the contracts of the deal: revenue, what is bought, commission by its rate, premium by the rate given', async () => {
    const sold = await trade.sold([{ quantity: '10000', price: '5', buy: { price: '28.25', quantity: '6000' } }], { commissionRate: '3' })
    const filled = await fill(sold.dealId, '0.3')
    const { number } = one<{ number: string }>('SELECT number FROM sales_contract WHERE id = ?', sold.id)
    expect(filled.revenue).toMatchObject([
      { amount: 5_000_000, currency: 'USD', rate: '7.1', source: { from: 'sales-contract', number, id: sold.id, route: 'sales-contract' } },
    ])
    expect(filled.purchases).toMatchObject([
      { quantity: '6000', price: '28.25', supplierName: 'Factory', vatRate: '13', refundRate: '13', source: { from: 'purchase-contract' } },
      { quantity: '4000', price: null, source: { from: 'typed' } },
    ])
    expect(filled.costs.map((c) => [c.line, c.amount, c.currency, c.source.from])).toEqual([
      ['freight', null, 'USD', 'typed'],
      ['insurance', 16_500, 'USD', 'premium-rate'],
      ['commission', 150_000, 'USD', 'commission-rate'],
      ['inland-freight', null, 'CNY', 'typed'],
      ['port-charge', null, 'CNY', 'typed'],
      ['customs', null, 'CNY', 'typed'],
      ['bank-charge', null, 'USD', 'typed'],
    ])
  })

  test('[E6] what is not bought yet takes the last price of the product, of its usual supplier first, and the product’s rates', async () => {
    const usual = trade.party('factory', 'Usual')
    const product = newId()
    const productRow = { code: 'P-1', name: 'Kettle', nameZh: '', specification: '', unit: 'PCS', hsCode: '', vatRate: 130_000 }
    const measures = { refundRate: 90_000, categoryId: null, supplierId: usual, piecesPerCarton: 0, cartonLength: 0, cartonWidth: 0 }
    trade.seed.put('product', {
      ...{ id: product, ...productRow, ...measures, cartonHeight: 0, grossWeight: 0, netWeight: 0, remark: '', active: 1 },
      ...{ createdAt: office.at, revision: 1 },
    })
    const buy = async (supplierId: string, price: string, on: string) => {
      const id = newId()
      const goods = { id: newId(), salesLineId: null, dealId: null, productId: product, description: 'Kettle', quantity: '1', unit: 'PCS' }
      await office.run('save-purchase-contract', {
        ...{ id, supplierId, contractDate: on, currency: 'CNY', rate: '1', deliveryDate: null, clauses: '', remark: '' },
        paymentTerm: [{ share: '100', event: 'on-signing', days: 0 }],
        ownerId: office.owner.id,
        lines: [{ ...goods, price, vatRate: '13', refundRate: '13' }],
      })
      await office.run('sign-purchase-contract', { id, revision: 1, signedOn: on })
    }
    const sold = await aDeal()
    office.database.write.sql.prepare('UPDATE sales_line SET productId = ? WHERE contractId = ?').run(product, sold.id)
    expect((await fill(sold.dealId)).purchases).toMatchObject([
      { price: null, refundRate: '9', supplierName: 'Usual', source: { from: 'product' } },
    ])
    await buy(usual, '20', '2026-01-01')
    await buy(usual, '21', '2026-02-01')
    await buy(trade.factoryId, '19', '2026-02-20')
    expect((await fill(sold.dealId)).purchases).toMatchObject([
      { price: '21', supplierName: 'Usual', vatRate: '13', refundRate: '9', source: { from: 'last-purchase', date: '2026-02-01' } },
    ])
  })

  test('[E6] the premium rate of the newest estimate stands in; terms without freight and insurance ask for none', async () => {
    const first = await aDeal()
    expect((await fill(first.dealId)).costs.find((c) => c.line === 'insurance')).toMatchObject({ amount: null, source: { from: 'typed' } })
    await office.run('save-profit-estimate', worked(first.dealId))
    const second = await aDeal()
    expect(await fill(second.dealId)).toMatchObject({ premiumRate: '0.3' })
    expect((await fill(second.dealId)).costs.find((c) => c.line === 'insurance')).toMatchObject({ amount: 16_500 })
    office.database.write.sql.prepare("UPDATE sales_contract SET incoterm = 'FOB' WHERE id = ?").run(second.id)
    expect((await fill(second.dealId)).costs.map((c) => c.line)).toEqual([
      'commission',
      'inland-freight',
      'port-charge',
      'customs',
      'bank-charge',
    ])
  })

  test('[E6] a supplier paid in another currency takes the rate of the day', async () => {
    await office.run('set-exchange-rate', { currency: 'EUR', on: '2026-02-20', rate: '8.1' })
    const sold = await aDeal()
    const supplier = trade.party('factory', 'Euro')
    office.database.write.sql.prepare("UPDATE party SET currency = 'EUR' WHERE id = ?").run(supplier)
    const row = aProductRow({ code: 'P-2', name: 'Cup', supplierId: supplier })
    trade.seed.put('product', row)
    office.database.write.sql.prepare('UPDATE sales_line SET productId = ? WHERE contractId = ?').run(row.id, sold.id)
    expect((await fill(sold.dealId)).purchases).toMatchObject([{ currency: 'EUR', rate: '8.1', source: { rateOn: '2026-02-20' } }])
    // T46: of the estimate's day, when that is not today.
    await office.run('set-exchange-rate', { currency: 'EUR', on: '2026-02-01', rate: '7.9' })
    const earlier = await office.query('profit-estimate-fill', { dealId: sold.dealId, estimatedOn: '2026-02-10' })
    expect(earlier.purchases).toMatchObject([{ currency: 'EUR', rate: '7.9', source: { rateOn: '2026-02-01' } }])
  })
})

describe('approval', () => {
  const purchase = (sold: Sold): CommandInput<'save-purchase-contract'> => ({
    ...{ id: newId(), supplierId: trade.factoryId, contractDate: '2026-01-06', currency: 'CNY', rate: '1', deliveryDate: null },
    ...{ paymentTerm: [{ share: '100', event: 'on-signing', days: 0 }], clauses: '', remark: '', ownerId: office.owner.id },
    lines: [
      {
        ...{ id: newId(), salesLineId: sold.lines[0]!, dealId: sold.dealId, productId: null, description: 'Goods', quantity: '10000' },
        ...{ unit: 'PCS', price: '28.25', vatRate: '13', refundRate: '13' },
      },
    ],
  })
  const needed = (number: string, state: string) => refused('approval-needed', { kind: 'profit-estimate', number, state })

  test('[E9] [C15] [AP-20] nothing is bought before the estimate that counts is approved; 0.01 more of cost closes the way again', async () => {
    await start({ approveProfitEstimate: true })
    const sold = await aDeal()
    const wanted = purchase(sold)
    const buy = () => office.send('save-purchase-contract', wanted)
    expect(await buy()).toEqual(needed('D2026-0001', 'none'))
    const typed = worked(sold.dealId)
    await office.run('save-profit-estimate', typed)
    expect(await buy()).toEqual(needed('PE2026-0001-01', 'none'))
    await submit(typed.id)
    expect(await buy()).toEqual(needed('PE2026-0001-01', 'pending'))
    const waiting = (await office.query('today', { whose: 'team' })).waiting[0]!
    await office.run('approve', { id: waiting.id, expect: { revision: waiting.revision, contentHash: waiting.contentHash }, note: '' })
    expect(waiting).toMatchObject({ margin: '20.4573', amount: usd(5_000_000), facts: { dealNumber: 'D2026-0001', version: '1' } })
    expect(await standing(typed.id)).toBe('approved')
    const [freight, ...rest] = typed.costs
    await office.run('save-profit-estimate', { ...typed, revision: 1, costs: [{ ...freight!, amount: freight!.amount + 1 }, ...rest] })
    expect(await standing(typed.id)).toBe('ended')
    expect(await buy()).toEqual(needed('PE2026-0001-01', 'ended'))
    await approve(typed.id)
    expect(await buy()).toMatchObject({ ok: true })
    const id = newId()
    await office.run('renew-profit-estimate', { id, copyOf: { id: typed.id, revision: 2 } })
    expect(await office.send('save-shipment', trade.shipmentOf([[sold.lines[0]!, '10000']]))).toEqual(needed('PE2026-0001-02', 'none'))
    await office.run('void-profit-estimate', { id, revision: 1, reason: 'not needed' })
    expect(await office.send('save-shipment', trade.shipmentOf([[sold.lines[0]!, '10000']]))).toMatchObject({ ok: true })
  })

  test('[E9] with the switch off nothing waits for an estimate', async () => {
    const sold = await aDeal()
    expect(await office.send('save-purchase-contract', purchase(sold))).toMatchObject({ ok: true })
    expect(await office.send('save-shipment', trade.shipmentOf([[sold.lines[0]!, '10000']]))).toMatchObject({ ok: true })
  })

  test('[E7] [A7] a thin margin takes its own route, of the estimate and of the sales contract', async () => {
    await start({ approveProfitEstimate: true, approveSalesContract: true, signBeforeApproval: true })
    const route = (kind: 'profit-estimate' | 'sales-contract', name: string, marginBelow: string | null) =>
      office.run('save-approval-route', {
        ...{ id: newId(), kind, name, active: true, amountFrom: null, marginBelow, levels: [], departmentIds: [] },
        steps: [{ by: 'owner', roleId: null, userId: null, mode: 'any' }],
      })
    for (const kind of ['profit-estimate', 'sales-contract'] as const) {
      await route(kind, 'thin', '10')
      await route(kind, 'usual', null)
    }
    const sold = await aDeal()
    const typed = worked(sold.dealId)
    await office.run('save-profit-estimate', typed)
    expect(await office.query('approval', { id: (await submit(typed.id)).id })).toMatchObject({ routeName: 'usual', margin: '20.4573' })
    const dear = { ...typed, revision: 1, purchases: [{ ...typed.purchases[0]!, price: '33' }] }
    await office.run('save-profit-estimate', dear)
    expect(await office.query('approval', { id: (await submit(typed.id)).id })).toMatchObject({ routeName: 'thin', margin: '8.6164' })
    const contract = newId()
    await office.run('submit-for-approval', { id: contract, kind: 'sales-contract', documentId: sold.id, revision: 2, note: '' })
    expect(await office.query('approval', { id: contract })).toMatchObject({ routeName: 'thin', margin: '8.6164' })
  })

  test('[A25] a typed rate chooses no approver by the margin: the smaller of typed and the office’s of the day counts and is shown', async () => {
    await start({ approveProfitEstimate: true, approveSalesContract: true, signBeforeApproval: true })
    const setRate = (date: string, rate: number) =>
      trade.seed.put('exchange_rate', { id: `USD:${date}`, currency: 'USD', date, rate, source: '' })
    for (const kind of ['profit-estimate', 'sales-contract'] as const)
      for (const [name, marginBelow] of [
        ['thin', '10'],
        ['usual', null],
      ] as const)
        await office.run('save-approval-route', {
          ...{ id: newId(), kind, name, active: true, amountFrom: null, marginBelow, levels: [], departmentIds: [] },
          steps: [{ by: 'owner', roleId: null, userId: null, mode: 'any' }],
        })
    const sold = await aDeal()
    const typed = worked(sold.dealId)
    await office.run('save-profit-estimate', typed)
    const seen = async (kind: 'profit-estimate' | 'sales-contract', documentId: string, revision: number) => {
      const id = newId()
      await office.run('submit-for-approval', { id, kind, documentId, revision, note: '' })
      const { routeName, margin } = await office.query('approval', { id })
      await office.run('withdraw-submission', { id, reason: '' })
      return [routeName, margin]
    }
    setRate('2026-01-01', 800_000_000)
    expect(await seen('profit-estimate', typed.id, 1)).toEqual(['usual', '20.4573'])
    // Revenue USD 50,000 less costs of USD 3,715 at 6.2, less 282,500 + 6,000, plus a refund of 32,500: 30,967 of 310,000.
    setRate('2026-03-01', 620_000_000)
    setRate('2099-01-01', 100_000_000) // of a day that has not come
    expect(await seen('profit-estimate', typed.id, 1)).toEqual(['thin', '9.9894'])
    expect(await seen('sales-contract', sold.id, 2)).toEqual(['thin', '9.9894'])
    expect(await office.query('profit-estimate', { id: typed.id })).toMatchObject({ result: { margin: '20.4573' } })
  })

  test('[E7] a version that no longer counts, or is void, is not put before anybody', async () => {
    await start({ approveProfitEstimate: true })
    const { dealId } = await aDeal()
    const typed = worked(dealId)
    await office.run('save-profit-estimate', typed)
    await submit(typed.id)
    const id = newId()
    await office.run('renew-profit-estimate', { id, copyOf: { id: typed.id, revision: 1 } })
    expect(await standing(typed.id)).toBe('ended')
    const send = (documentId: string) =>
      office.send('submit-for-approval', { id: newId(), kind: 'profit-estimate', documentId, revision: revisionOf(documentId), note: '' })
    expect(await send(typed.id)).toEqual(refused('wrong-state', { kind: 'profit-estimate', state: 'replaced', needed: 'current' }))
    await office.run('void-profit-estimate', { id, revision: 1, reason: 'x' })
    expect(await send(id)).toEqual(refused('wrong-state', { kind: 'profit-estimate', state: 'void', needed: 'current' }))
    expect(await send(typed.id)).toMatchObject({ ok: true })
  })

  test('[E12] [A6] handed over with the customer, an estimate belongs to the new salesperson and stays as approved as it was', async () => {
    const { dealId } = await aDeal()
    const typed = worked(dealId)
    await office.run('save-profit-estimate', typed)
    await approve(typed.id)
    const li = await office.user({ permissions: ['profit-estimate.view', 'profit.view', 'cost.view'], name: 'Li' })
    await office.run('hand-over-customer', { id: trade.customerId, revision: 1, newOwnerId: li.id })
    expect(await office.query('profit-estimate', { id: typed.id }, li)).toMatchObject({ ownerName: 'Li', revision: 2 })
    expect(await standing(typed.id)).toBe('approved')
  })

  test('[E12] [C6] a draft alone in its deal takes the estimate along to another salesperson', async () => {
    const sold = await aDeal({ sign: false })
    const typed = worked(sold.dealId)
    await office.run('save-profit-estimate', typed)
    const li = await office.user({ permissions: [], name: 'Li' })
    const c = await office.query('sales-contract', { id: sold.id })
    await office.run('save-sales-contract', {
      ...{ id: c.id, revision: c.revision, dealId: c.dealId, customerId: c.customerId, buyerOrderNumber: '', contractDate: c.contractDate },
      ...{ currency: c.currency, rate: c.rate, incoterm: c.incoterm, incotermPlace: '', portOfLoading: '', portOfDischarge: '' },
      ...{ paymentTerm: c.paymentTerm, latestShipment: null, partialShipment: true, transhipment: true, commissionRate: '3' },
      ...{ clauses: '', remark: '', ownerId: li.id },
      lines: c.lines.map(({ id, productId, description, quantity, unit, price, discount }) => {
        const goods = { id, productId, description, quantity, unit }
        return { ...goods, price, discount }
      }),
    })
    expect(one('SELECT ownerId FROM profit_estimate WHERE id = ?', typed.id)).toEqual({ ownerId: li.id })
  })
})

describe('estimate against actual', () => {
  test('[G7] [E10] the newest approved version is compared, else the newest; each line has its difference', async () => {
    const sold = await trade.sold([{ quantity: '10000', price: '5', buy: { price: '28.25' } }], { commissionRate: '3' })
    const typed = worked(sold.dealId)
    await office.run('save-profit-estimate', typed)
    const compared = async () => (await office.query('deal-profit', { dealId: sold.dealId })).estimate
    expect(await compared()).toEqual({
      ...{ id: typed.id, number: 'PE2026-0001-01', version: 1, approved: false },
      ...{ profit: yuan(7_262_350), margin: '20.4573', exchangeCost: '5.5250' },
    })
    await approve(typed.id)
    const id = newId()
    await office.run('renew-profit-estimate', { id, copyOf: { id: typed.id, revision: 1 } })
    expect(await compared()).toMatchObject({ id: typed.id, approved: true })
    await trade.shipped([[sold.lines[0]!, '10000']])
    const seen = await office.query('deal-profit', { dealId: sold.dealId })
    const of = (name: string) => seen.lines.find((l) => l.line === name)!
    expect(of('freight')).toMatchObject({ estimated: yuan(-1_420_000), actual: yuan(0), variance: yuan(1_420_000), variancePercent: '100' })
    expect(of('purchase')).toMatchObject({ estimated: yuan(-28_250_000), variance: yuan(0), variancePercent: '0' })
    expect(of('tax-refund')).toMatchObject({ estimated: yuan(3_250_000), actual: yuan(3_250_000), variance: yuan(0) })
    expect(seen).toMatchObject({ actualProfit: yuan(10_500_000), variance: yuan(3_237_650), variancePercent: '44.5813' })
    expect(seen.lines.reduce((sum, l) => sum + l.estimated!.minor, 0)).toBe(7_262_350)
    expect((await office.query('deal-profits', { totals: true })).totals).toMatchObject({
      estimatedProfit: [yuan(7_262_350)],
      variance: [yuan(3_237_650)],
    })
    const list = await office.query('estimate-variances', { params: { stage: 'shipped' }, totals: true })
    expect(list.rows).toMatchObject([
      {
        ...{ id: sold.dealId, estimate: 'PE2026-0001-01', estimateId: typed.id, approval: 'approved', variance: yuan(3_237_650) },
        ...{ variancePercent: '44.5813', estimatedMargin: '20.4573', actualMargin: '29.5775' },
      },
    ])
    expect(list.totals?.actualProfit).toEqual([yuan(10_500_000)])
  })

  test('[G7] without an estimate the difference is from what was committed, and the report leaves the deal out', async () => {
    const sold = await trade.sold([{ quantity: '10', price: '5', buy: { price: '28.25' } }])
    const seen = await office.query('deal-profit', { dealId: sold.dealId })
    expect(seen).toMatchObject({ estimate: null, variance: null })
    expect(seen.lines.every((l) => l.estimated === null)).toBe(true)
    expect((await office.query('estimate-variances', {})).rows).toEqual([])
    expect((await office.query('deal-profits', {})).rows[0]).toMatchObject({ estimatedProfit: null, variance: null })
  })

  test('[G7] pages and sums are the same however the list goes about them: of narrow rows alone, and of all that is joined', async () => {
    const deals = []
    for (const price of ['5', '7', '6', '4']) deals.push(await trade.sold([{ quantity: '10000', price, buy: { price: '28.25' } }]))
    for (const sold of deals.slice(0, 3)) await trade.shipped([[sold.lines[0]!, '10000']])
    const [first, second, , last] = deals.map((d) => worked(d.dealId, { id: newId() }))
    for (const typed of [first!, second!, last!]) await office.run('save-profit-estimate', typed)
    await approve(first!.id)
    const id = newId()
    await office.run('renew-profit-estimate', { id, copyOf: { id: second!.id, revision: 1 } })
    await office.run('void-profit-estimate', { id, revision: 1, reason: 'x' })
    const own = await office.user({
      permissions: ['deal.view', 'profit.view', 'cost.view', 'profit-estimate.view'],
      scopes: { deal: 'all', 'profit-estimate': 'own' },
    })
    const requests = [
      {},
      { sort: [{ field: 'profit', descending: true }] },
      { sort: [{ field: 'profit', descending: false }], filters: [{ field: 'revenue', op: 'greater' as const, value: '1' }] },
      { sort: [{ field: 'cost', descending: true }], limit: 2 },
      { params: { from: '2026-01-01', to: '2099-12-31' } },
      { params: { from: '2099-01-01' } },
    ]
    for (const as of [office.owner, own])
      for (const request of requests) {
        // A search, which every deal answers to, has to look at what is joined.
        const [alone, joined] = await Promise.all([
          office.query('deal-profits', { ...request, totals: true }, as),
          office.query('deal-profits', { ...request, totals: true, search: 'D2026' }, as),
        ])
        expect(alone).toEqual(joined)
        const sumOf = (field: string) => alone.rows.reduce((sum, row) => sum + ((row[field] as { minor: number } | null)?.minor ?? 0), 0)
        if (!('limit' in request))
          for (const field of ['profit', 'estimatedProfit', 'variance']) expect(alone.totals![field]).toEqual([yuan(sumOf(field))])
        if (as === own) expect(alone.totals!.estimatedProfit).toEqual([yuan(0)])
        if (!alone.nextCursor) continue
        const { sort, limit } = request as { sort: { field: string; descending: boolean }[]; limit: number }
        const next = await office.query('deal-profits', { sort, limit, cursor: alone.nextCursor }, as)
        expect(next.rows).toEqual((await office.query('deal-profits', { sort, limit, cursor: alone.nextCursor, search: 'D2026' }, as)).rows)
      }
  })
})

describe('who sees it', () => {
  const all: Permission[] = ['profit-estimate.view', 'profit-estimate.create', 'profit-estimate.edit', 'profit-estimate.void', 'deal.view']
  const seller = (permissions: Permission[], more: Parameters<TestOffice['user']>[0]['scopes'] = {}) =>
    office.user({ permissions, scopes: { deal: 'own', 'profit-estimate': 'own', ...more } })
  const deal = async (as: TestUser) => aDeal({ ownerId: as.id })

  test('[E8] without profit.view or cost.view there is nothing of it, whatever else is permitted', async () => {
    const { dealId } = await aDeal()
    const typed = worked(dealId)
    await office.run('save-profit-estimate', typed)
    for (const lacking of ['profit.view', 'cost.view'] as const) {
      const rights = (['profit.view', 'cost.view'] as const).filter((p) => p !== lacking)
      const user = await office.user({ permissions: [...all, ...rights], scopes: { deal: 'all', 'profit-estimate': 'all' } })
      const none = refused('not-permitted', { permission: lacking })
      const { id: _, dealId: __, estimatedOn: ___, remark: ____, ...asked } = typed
      expect(await office.ask('profit-estimate', { id: typed.id }, user)).toEqual(none)
      expect(await office.ask('profit-estimates', {}, user)).toEqual(none)
      expect(await office.ask('preview-profit-estimate', asked, user)).toEqual(none)
      expect(await office.ask('profit-estimate-fill', { dealId }, user)).toEqual(none)
      expect(await office.send('save-profit-estimate', worked(dealId), user)).toEqual(none)
      expect(await office.send('void-profit-estimate', { id: typed.id, revision: 1, reason: 'x' }, user)).toEqual(none)
      expect((await office.query('deal', { id: dealId }, user)).documents.map((d) => d.kind)).not.toContain('profit-estimate')
    }
    const who = await office.user({ permissions: ['profit.view', 'deal.view', 'deal.export'], scopes: { deal: 'all' } })
    expect(await office.query('deal-profit', { dealId }, who)).toMatchObject({ estimate: null })
    expect((await office.query('deal-profits', {}, who)).columns).not.toContain('estimatedProfit')
    const noCost = await office.user({
      permissions: ['profit.view', 'deal.view', 'profit-estimate.view'],
      scopes: { deal: 'all', 'profit-estimate': 'all' },
    })
    for (const field of ['estimatedProfit', 'variance'])
      expect((await office.query('deal-profits', {}, noCost)).columns.map((c) => (c as { field?: string }).field ?? c)).not.toContain(field)
    expect(await office.ask('estimate-variances', {}, who)).toEqual(refused('not-permitted', { permission: 'profit-estimate.view' }))
  })

  test('[E8] out of scope it does not exist', async () => {
    const { dealId } = await aDeal()
    const typed = worked(dealId)
    await office.run('save-profit-estimate', typed)
    const user = await seller([...all, 'profit.view', 'cost.view'], { deal: 'all' })
    expect(await office.ask('profit-estimate', { id: typed.id }, user)).toMatchObject({ refused: 'not-found' })
    expect((await office.query('profit-estimates', {}, user)).rows).toEqual([])
    expect(await office.send('save-profit-estimate', worked(dealId), user)).toMatchObject({ refused: 'not-found' })
    expect(await office.query('deal-profit', { dealId }, user)).toMatchObject({ estimate: null })
    expect((await office.query('deal-profits', {}, user)).rows[0]).toMatchObject({ estimatedProfit: null })
    const blind = await seller([...all, 'profit.view', 'cost.view'])
    expect(await office.ask('profit-estimate-fill', { dealId }, blind)).toMatchObject({ refused: 'not-found' })
    expect(await office.ask('deal-estimate', { dealId }, blind)).toMatchObject({ refused: 'not-found' })
  })

  test('[E11] who may not prepare one sees how his deal stands, asks for one, and has it with the next estimate', async () => {
    await start({ approveProfitEstimate: true })
    const user = await seller(['deal.view'])
    const { dealId } = await deal(user)
    const stands = () => office.query('deal-estimate', { dealId }, user)
    expect(await stands()).toEqual({
      ...{ on: true, dealId, dealNumber: 'D2026-0001', estimate: null, standing: 'none' },
      ...{ mayOpen: false, mayPrepare: false, mayAsk: true, asked: null },
    })
    await office.run('ask-for-profit-estimate', { id: newId(), dealId, note: 'buyer waits' }, user)
    expect(await office.send('ask-for-profit-estimate', { id: newId(), dealId, note: '' }, user)).toEqual(refused('nothing-to-do'))
    expect(await stands()).toMatchObject({ mayAsk: false, asked: { by: expect.any(String), note: 'buyer waits' } })
    const groups = async () => (await askedToday(office)).map((g) => [g.rule, g.items.map((i) => i.number)])
    expect(await groups()).toContainEqual(['estimate-to-prepare', ['D2026-0001']])
    const typed = worked(dealId)
    await office.run('save-profit-estimate', typed)
    expect(await groups()).toContainEqual(['estimate-to-submit', ['PE2026-0001-01']])
    expect((await groups()).map(([rule]) => rule)).not.toContain('estimate-to-prepare')
    await approve(typed.id)
    expect(await stands()).toMatchObject({ estimate: { number: 'PE2026-0001-01', version: 1 }, standing: 'approved', asked: null })
    expect((await groups()).map(([rule]) => rule)).not.toContain('estimate-to-submit')
    const behind = (number: string) => office.query('deal-behind-estimate', { number }, user)
    expect(await behind('PE2026-0001-01')).toEqual({ dealId, estimateId: null, mayPrepare: false })
    expect(await behind('D2026-0001')).toEqual({ dealId, estimateId: null, mayPrepare: false })
    expect(await office.query('deal-behind-estimate', { number: 'PE2026-0001-01' })).toMatchObject({ estimateId: typed.id })
    expect(await office.ask('deal-behind-estimate', { number: 'PE9' }, user)).toMatchObject({ refused: 'not-found' })
    const stranger = await seller(['deal.view'])
    expect(await office.send('ask-for-profit-estimate', { id: newId(), dealId, note: '' }, stranger)).toMatchObject({
      refused: 'not-found',
    })
  })

  test('[E11] with the switch off nobody is asked for estimates that nobody wants', async () => {
    await aDeal()
    expect((await askedToday(office)).map((g) => g.rule)).not.toContain('estimate-to-prepare')
  })
})
