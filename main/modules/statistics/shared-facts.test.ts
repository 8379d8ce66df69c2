// Contracts in which colleagues have a part: every figure cut once, whoever looks. Rules CU9, CU10, CU24; SC-01, SC-02 and further cases.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allPermissions, ownedResources } from '../../../preload/contract/access.ts'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { StatisticAnswer } from '../../../preload/contract/modules/statistics/calls.ts'
import type { QueryInput } from '../../../preload/contract/queries.ts'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { minorText, shareOut } from '../../../preload/contract/vocabulary/money.ts'
import { anInput } from '../../testing/fixtures.ts'
import type { TestUser } from '../../testing/test-office.ts'
import { closeSound, salesContract, salesLine, signedSale, tradeOffice, type Trade } from '../contracts/testing/trade.ts'
import { purchaseLine, signedPurchase } from '../purchasing/testing/goods.ts'
import { tradeModules } from './testing/northwind-office.ts'

let office: Trade
let zhou: TestUser
let lin: TestUser
let wu: TestUser
const everything = (name: string, scope: 'all' | 'own' = 'all') =>
  office.user({ name, permissions: [...allPermissions], scopes: Object.fromEntries(ownedResources.map((resource) => [resource, scope])) })
beforeEach(async () => {
  office = await tradeOffice(tradeModules)
  office.at = '2026-12-31T02:00:00.000Z'
  ;[zhou, lin, wu] = [await everything('周', 'own'), await everything('林', 'own'), await everything('吴')]
})
afterEach(() => closeSound(office))

type Shares = CommandInput<'save-sales-contract'>['shares']
const sold = (lines: readonly (readonly [quantity: string, price: string])[], owner: TestUser, shares: Shares = [], part: object = {}) =>
  signedSale(office, office.customer({ owner }), {
    ...{ currency: 'CNY', rate: '1', contractDate: '2026-02-01', ownerId: owner.id, shares },
    lines: lines.map(([quantity, price]) => salesLine({ quantity, price })),
    ...part,
  })
const shipped = async (
  sale: { customerId: string; lines: readonly { id: string }[] },
  quantity: string,
  owner: TestUser,
  { currency, rate } = { currency: 'CNY', rate: '1' },
) => {
  const shipment = anInput('save-shipment', {
    ...{ customerId: sale.customerId, ownerId: owner.id, currency },
    lines: [{ id: newId(), salesLineId: sale.lines[0]!.id, quantity }],
  } as never)
  const { revision } = await office.run('save-shipment', shipment)
  return (await office.run('dispatch-shipment', { id: shipment.id, revision, dispatchedOn: '2026-03-01', rate })).receivables
}
type Question = Omit<QueryInput<'statistic'>, 'period'>
const asks = (question: Question, as = office.owner, period = { from: '2026-01-01', to: '2026-12-31' }) =>
  office.query('statistic', { period, ...question }, as)
const shown = (cell: unknown) =>
  cell !== null && typeof cell === 'object' ? minorText((cell as { minor: number }).minor, (cell as { currency: string }).currency) : cell
const first = (answer: StatisticAnswer) => ({
  ...Object.fromEntries(
    answer.lines.map((line) => [line.members.map(({ label }) => label).join() || line.kind, shown(line.figures.at(-1)![0]!.value)]),
  ),
  total: shown(answer.total.at(-1)![0]!.value),
})
const byPerson = async (measure: string, as = office.owner, to = '2026-12-31') =>
  first(await asks({ measures: [measure], rows: ['salesperson'] }, as, { from: '2026-01-01', to }))

describe('[CU9] a contract of several salespeople', () => {
  it('[SC-01] is cut line by line, by the largest remainder, equal weights for the last; counted once in the total', async () => {
    await sold([['1', '1000.01']], zhou, [{ userId: lin.id, share: '40' }])
    await sold([['1', '100.01']], zhou, [
      { userId: lin.id, share: '30' },
      { userId: wu.id, share: '20' },
    ])
    const small = [
      ['1', '0.05'],
      ['1', '0.05'],
    ] as const
    await sold(small, zhou, [{ userId: lin.id, share: '50' }])
    expect(await byPerson('orders')).toEqual({ 周: '650.06', 林: '430.06', 吴: '20.00', total: '1100.12' })
    expect(await byPerson('contract-count')).toEqual({ 周: 3, 林: 3, 吴: 1, total: 3 })
    expect(await byPerson('bookings')).toMatchObject({ total: '1100.12' })
  })

  it('[SC-02] [CU24] with scope own each sees their own part alone, in total, share and what is behind a figure', async () => {
    await sold([['1', '100']], zhou, [], { customerId: office.customer({ name: 'A', owner: zhou }) })
    await sold([['1', '60']], lin, [], { customerId: office.customer({ name: 'B', owner: lin }) })
    const shared = await sold([['1', '40']], zhou, [{ userId: lin.id, share: '40' }], {
      customerId: office.customer({ name: 'C', owner: zhou }),
    })
    const answer = await asks({ measures: ['orders'], rows: ['customer'], top: { count: 1, within: false } }, zhou)
    expect(first(answer)).toEqual({ A: '100.00', rest: '24.00', total: '124.00' })
    expect(first(await asks({ measures: ['orders'], rows: ['customer'] }, lin))).toEqual({
      B: '60.00',
      '（其他）': '16.00',
      total: '76.00',
    })
    const behind = await office.query(
      'statistic-facts',
      {
        params: {
          question: { measures: ['orders'], rows: [], column: null, period: { from: '2026-01-01', to: '2026-12-31' } } as never,
          measure: 'orders',
          ...{ place: [], earlier: false },
        },
      },
      lin,
    )
    expect(behind.rows.map(({ amount, part }) => [shown(amount), part])).toEqual(
      expect.arrayContaining([
        ['60.00', null],
        ['16.00', '40'],
      ]),
    )
    // The contract itself is seen by whom its own scope lets.
    expect(await office.ask('sales-contract', { id: shared.id }, lin)).toMatchObject({ refused: 'not-found' })
  })

  it('holds for what is shipped, received, owed and earned, and nothing of what is settled is left with anybody', async () => {
    const bank = newId()
    await office.run('create-bank-account', {
      ...{ id: bank, code: 'B', name: 'B', bankName: '', accountNumber: '', swift: '', currency: 'CNY', active: true },
      ...{ openedOn: '2026-01-01', openingBalance: 0, openingRate: '1' },
    })
    const sale = await sold([['3', '0.01']], zhou, [{ userId: lin.id, share: '40' }], {
      paymentTerm: [{ share: '100', event: 'after-bill-of-lading', days: 0 }],
    })
    const [owed] = await shipped(sale, '3', zhou)
    for (const measure of ['shipped', 'revenue', 'profit', 'receivable'])
      expect([measure, await byPerson(measure)]).toEqual([measure, { 周: '0.02', 林: '0.01', total: '0.03' }])
    // Cent by cent: what is left after each receipt is cut, so that the last cent settles everybody's.
    const left = []
    for (const day of ['2026-04-01', '2026-05-01', '2026-06-01']) {
      const receipt = await office.run('register-receipt', {
        ...{ id: newId(), bankAccountId: bank, receivedOn: day, amount: 1, charge: 0, rate: '1', payerName: 'x', remark: '' },
        ...{ customerId: sale.customerId, contractId: sale.id },
      })
      await office.run('allocate', {
        id: newId(),
        on: day,
        source: receipt.item!,
        targets: [{ item: owed!.item, amount: 1 }],
      })
      left.push(await byPerson('receivable', office.owner, day))
    }
    expect(left).toEqual([{ 周: '0.01', 林: '0.01', total: '0.02' }, { 周: '0.01', total: '0.01' }, { total: '0.00' }])
    expect(await byPerson('received')).toMatchObject({ total: '0.03' })
    // Whatever is counted by persons comes to the same in all.
    const { measures } = await office.query('statistic-choices', {})
    const personal = measures.filter(({ dimensions }) => dimensions.includes('salesperson'))
    expect(personal.length).toBeGreaterThan(25)
    for (const { name } of personal)
      expect([name, (await byPerson(name))['total']]).toEqual([name, first(await asks({ measures: [name], rows: [] })).total])
  })

  it('[CU10] ends with a hand-over for what comes later, and stands for what was signed', async () => {
    const sale = await sold([['2', '100']], zhou, [{ userId: lin.id, share: '40' }])
    const { revision } = office.database.write.sql.prepare('SELECT revision FROM party WHERE id = ?').get(sale.customerId) as {
      revision: number
    }
    await office.run('hand-over-customer', { id: sale.customerId, revision, newOwnerId: wu.id })
    await shipped(sale, '2', wu)
    expect(await byPerson('orders')).toEqual({ 周: '120.00', 林: '80.00', total: '200.00' })
    expect(await byPerson('shipped')).toEqual({ 吴: '200.00', total: '200.00' })
    expect(await byPerson('receivable')).toEqual({ 吴: '200.00', total: '200.00' })
  })

  const bank = async (currency: 'CNY' | 'USD', openingRate: string) => {
    const id = newId()
    await office.run('create-bank-account', {
      ...{ id, code: currency, name: currency, bankName: '', accountNumber: '', swift: '', currency, active: true },
      ...{ openedOn: '2026-01-01', openingBalance: 0, openingRate },
    })
    return id
  }
  const courier = (dealId: string, billDate: string, amount: number) =>
    office.run('post-bill', {
      ...{
        id: newId(),
        kind: 'expense',
        partyId: office.vendor({ kind: 'forwarder' }),
        invoiceNumber: '',
        billDate,
        dueDate: '2026-12-31',
      },
      ...{ currency: 'CNY', rate: '1', remark: '' },
      lines: [
        {
          ...{ id: newId(), purchaseLineId: null, quantity: null, description: '', vatRate: '0', dealIds: [dealId], sharing: 'amount' },
          ...{ shipmentId: null, category: 'courier', amount },
        },
      ],
    } as never)

  it('what names a purchase contract goes by its deal', async () => {
    const sale = await sold([['10', '10']], zhou, [{ userId: lin.id, share: '40' }])
    const factory = office.vendor({})
    const bought = await signedPurchase(office, factory, {
      contractDate: '2026-02-10',
      lines: [purchaseLine({ dealId: sale.dealId, quantity: '10' })],
    })
    const bankAccountId = await bank('CNY', '1')
    await office.run('register-payment', {
      ...{ id: newId(), bankAccountId, paidOn: '2026-05-05', partyId: factory, amount: 100_00, charge: 10_00, rate: '1', targets: [] },
      ...{ contractId: bought.id, remark: '' },
    })
    expect(await byPerson('costs')).toEqual({ 周: '6.00', 林: '4.00', total: '10.00' })
  })

  it('of a deal with several contracts costs go by the first that was signed and stands, what is sold by its own', async () => {
    const dealId = newId()
    const customerId = office.customer({ owner: zhou })
    const contract = (contractDate: string, shares: Shares) =>
      salesContract(office, customerId, {
        ...{
          dealId,
          currency: 'CNY',
          rate: '1',
          ownerId: zhou.id,
          contractDate,
          shares,
          lines: [salesLine({ quantity: '10', price: '10' })],
        },
      })
    const [earlier, first] = [
      contract('2026-02-01', [{ userId: lin.id, share: '40' }]),
      contract('2026-02-10', [{ userId: wu.id, share: '25' }]),
    ]
    for (const one of [earlier, first]) await office.run('save-sales-contract', one)
    const sign = async ({ id }: { id: string }, signedOn: string) =>
      office.run('sign-sales-contract', { id, revision: (await office.query('sales-contract', { id })).revision, signedOn })
    await sign(first, '2026-02-10')
    await courier(dealId, '2026-02-15', 100_00)
    const costs = { 周: '75.00', 吴: '25.00', total: '100.00' }
    expect(await byPerson('costs')).toEqual(costs)
    await sign(earlier, '2026-04-01')
    expect(await byPerson('costs')).toEqual(costs)
    // 200 sold, 40 and 25 of each hundred by colleagues; 100 billed by 75 and 25.
    expect(await byPerson('committed-profit')).toEqual({ 周: '60.00', 林: '40.00', 吴: '0.00', total: '100.00' })
    const { revision } = await office.query('sales-contract', { id: earlier.id })
    await office.run('void-sales-contract', { id: earlier.id, revision, reason: 'x' })
    expect(await byPerson('costs')).toEqual(costs)
    expect(await byPerson('orders')).toEqual({ 周: '75.00', 吴: '25.00', total: '100.00' })
  })

  it('money that goes back takes back what each had', async () => {
    const sale = await sold([['10', '10']], zhou, [{ userId: lin.id, share: '40' }])
    const bankAccountId = await bank('CNY', '1')
    const receipt = await office.run('register-receipt', {
      ...{ id: newId(), bankAccountId, receivedOn: '2026-05-01', amount: 100_00, charge: 0, rate: '1', payerName: 'x', remark: '' },
      ...{ customerId: sale.customerId, contractId: sale.id },
    })
    expect(await byPerson('received')).toEqual({ 周: '60.00', 林: '40.00', total: '100.00' })
    await office.run('register-payment', {
      ...{ id: newId(), bankAccountId, paidOn: '2026-05-05', partyId: sale.customerId, amount: 100_00, charge: 0, rate: '1' },
      ...{ targets: [{ item: receipt.item!, amount: 100_00 }], contractId: null, remark: '' },
    })
    expect(await byPerson('received')).toEqual({ 周: '0.00', 林: '0.00', total: '0.00' })
  })

  it('a deal earns or does not as a whole, however small a part of it is', async () => {
    const sale = await sold([['1', '0.30']], zhou, [{ userId: lin.id, share: '1' }], { currency: 'USD', rate: '7' })
    await shipped(sale, '1', zhou, { currency: 'USD', rate: '7' })
    await courier(sale.dealId, '2026-02-15', 100_00)
    expect([(await byPerson('exchange-cost')).total, (await byPerson('deals-without-income')).total]).toEqual(['333.3333', 0])
  })

  it('[property] by persons the parts of any contracts add up to what is seen without them, and each is as shareOut cuts it', async () => {
    const contracts = fc.array(
      fc.record({
        cents: fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 3 }),
        percent: fc.integer({ min: 0, max: 98 }),
        more: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    )
    await fc.assert(
      fc.asyncProperty(contracts, async (all) => {
        const before = new Map(Object.entries(await byPerson('orders')).map(([who, text]) => [who, new Decimal(String(text ?? 0))]))
        const expected = new Map(before)
        const add = (who: string, minor: number) =>
          expected.set(who, (expected.get(who) ?? new Decimal(0)).plus(new Decimal(minor).div(100)))
        for (const { cents, percent, more } of all) {
          const shares =
            percent === 0 ? [] : [{ userId: lin.id, share: String(percent) }, ...(more ? [{ userId: wu.id, share: '1.5' }] : [])]
          if (shares.reduce((sum, { share }) => sum + Number(share), 0) >= 100) continue
          await sold(
            cents.map((cent) => ['1', new Decimal(cent).div(100).toString()] as const),
            zhou,
            shares,
          )
          const weights = [
            new Decimal(100).minus(shares.reduce((sum, { share }) => sum.plus(share), new Decimal(0))),
            ...shares.map(({ share }) => new Decimal(share)),
          ]
          for (const cent of cents) {
            for (const [at, part] of shareOut(cent, weights).entries()) add(['周', '林', '吴'][at]!, part)
            add('total', cent)
          }
        }
        const after = await byPerson('orders')
        for (const [who, amount] of expected)
          expect([who, new Decimal(String(after[who as 'total'] ?? 0)).toString()]).toEqual([who, amount.toString()])
        expect(first(await asks({ measures: ['orders'], rows: [] })).total).toBe(after.total)
      }),
      { numRuns: 12 },
    )
  })
})
