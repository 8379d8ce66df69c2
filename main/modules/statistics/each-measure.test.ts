// Half a year of a small company, every figure of which is worked out by hand beside it; and of every measure, by whatever it is looked at, the documents behind a
// figure add up to it. CU2 to CU4, CU22.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { Cell } from '../../../preload/contract/define/index.ts'
import { questionSchema, type StatisticAnswer } from '../../../preload/contract/modules/statistics/calls.ts'
import { Decimal, fixedText } from '../../../preload/contract/vocabulary/decimal.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { minorText } from '../../../preload/contract/vocabulary/money.ts'
import { aLine, anInput } from '../../testing/fixtures.ts'
import { salesLine, signedSale, tradeOffice, type Trade } from '../contracts/testing/trade.ts'
import { purchaseLine, signedPurchase } from '../purchasing/testing/goods.ts'
import { tradeModules } from './testing/northwind-office.ts'

let office: Trade
const bank = { CNY: newId(), USD: newId() }

beforeAll(async () => {
  office = await tradeOffice(tradeModules)
  office.at = '2026-12-31T02:00:00.000Z'
  for (const [currency, openingRate] of [
    ['CNY', '1'],
    ['USD', '7'],
  ] as const)
    await office.run('create-bank-account', {
      ...{ id: bank[currency], code: currency, name: currency, bankName: '', accountNumber: '', swift: '', currency, active: true },
      ...{ openedOn: '2025-12-01', openingBalance: 0, openingRate },
    })
  const [german, french] = [office.customer({ name: 'German', country: 'DE' }), office.customer({ name: 'French', country: 'FR' })]
  const [factory, forwarder] = [office.vendor({ name: 'Factory' }), office.vendor({ name: 'Forwarder', kind: 'forwarder' })]
  const product = office.product({ supplierId: factory })

  // 100 × USD 5 at 7.1.
  const quotation = anInput('save-quotation', {
    ...{
      customerId: german,
      rate: '7.1',
      ownerId: office.owner.id,
      quotedOn: '2026-01-05',
      validUntil: '2026-06-01',
      portOfLoading: 'CNNGB',
      incoterm: 'FOB',
      incotermPlace: 'Ningbo',
    },
    lines: [aLine('save-quotation', { price: '5', quantity: '100', productId: product })],
  })
  const saved = await office.run('save-quotation', quotation)
  await office.run('send-quotation', { id: quotation.id, revision: saved.revision, sentOn: '2026-01-05' })

  // USD 1,000 at 7 in two lines; CNY 500; EUR 200 at 8.
  const dealId = newId()
  const dollars = await signedSale(office, german, {
    ...{ dealId, currency: 'USD', rate: '7', contractDate: '2026-02-01' },
    lines: [salesLine({ productId: product, quantity: '60', price: '10' }), salesLine({ quantity: '40', unit: 'KG', price: '10' })],
  })
  const yuan = await signedSale(office, french, {
    ...{ currency: 'CNY', rate: '1', contractDate: '2026-03-01', lines: [salesLine({ quantity: '50', price: '10' })] },
  })
  await signedSale(office, german, {
    ...{ currency: 'EUR', rate: '8', contractDate: '2026-03-05', lines: [salesLine({ quantity: '10', price: '20' })] },
  })
  // 100 × 22.60 with 13 % VAT.
  await signedPurchase(office, factory, {
    contractDate: '2026-02-10',
    lines: [purchaseLine({ dealId, productId: product, quantity: '100' })],
  })
  const leave = async (sold: { id: string; customerId: string }, quantity: string, given: object, dispatchedOn: string, rate: string) => {
    const { lines } = await office.query('sales-contract', { id: sold.id })
    const shipment = anInput('save-shipment', {
      ...{ customerId: sold.customerId, ownerId: office.owner.id, ...given },
      lines: [{ id: newId(), salesLineId: lines[0]!.id, quantity }],
    } as never)
    const { revision } = await office.run('save-shipment', shipment)
    await office.run('dispatch-shipment', { id: shipment.id, revision, dispatchedOn, rate })
    return shipment
  }
  // 60 of the dollars' leave at 7.2, and all of the yuan's, thirty days after it was signed.
  const shipment = await leave(dollars, '60', { currency: 'USD', forwarderId: forwarder }, '2026-04-01', '7.2')
  await leave(yuan, '50', { currency: 'CNY' }, '2026-03-31', '1')

  const receipt = (given: Partial<CommandInput<'register-receipt'>>) =>
    office.run('register-receipt', {
      ...{
        id: newId(),
        bankAccountId: bank.CNY,
        receivedOn: '2026-05-01',
        amount: 77_00,
        charge: 0,
        rate: '1',
        payerName: 'x',
        remark: '',
      },
      ...{ customerId: null, contractId: null },
      ...given,
    })
  await receipt({
    bankAccountId: bank.USD,
    receivedOn: '2026-04-10',
    amount: 300_00,
    rate: '7.1',
    customerId: german,
    contractId: dollars.id,
  })
  await receipt({})
  const twice = newId()
  await receipt({ id: twice, amount: 5_00 })
  await office.run('reverse-receipt', { id: twice, on: '2026-05-02', reason: 'x' })

  const line = (given: object) => ({
    ...{
      id: newId(),
      purchaseLineId: null,
      quantity: null,
      description: '',
      vatRate: '6',
      dealIds: [],
      sharing: 'amount' as const,
      shipmentId: null,
    },
    ...{ category: 'courier' as const, amount: 10_60 },
    ...given,
  })
  await office.run('post-bill', {
    ...{
      id: newId(),
      kind: 'expense',
      partyId: forwarder,
      invoiceNumber: '',
      billDate: '2026-04-15',
      dueDate: '2026-05-15',
      currency: 'CNY',
    },
    ...{
      rate: '1',
      remark: '',
      lines: [line({ category: 'freight', amount: 212_00, dealIds: [dealId], shipmentId: shipment.id }), line({})],
    },
  })
  const payment = await office.run('register-payment', {
    ...{
      id: newId(),
      bankAccountId: bank.CNY,
      paidOn: '2026-05-05',
      partyId: forwarder,
      amount: 100_00,
      charge: 0,
      rate: '1',
      targets: [],
    },
    ...{ contractId: null, remark: '' },
  })
  await receipt({ receivedOn: '2026-06-01', amount: 40_00, vendorId: forwarder, returns: [{ item: payment.item, amount: 40_00 }] })
  const note = { id: newId(), currency: 'CNY', rate: '1', dealId, reason: 'x' }
  await office.run('post-credit-note', { ...note, partyId: forwarder, on: '2026-05-10', amount: 30_00 })
  await office.run('post-credit-note', {
    ...{ ...note, id: newId(), partyId: german, on: '2026-05-20', currency: 'USD', rate: '7.2', amount: 50_00 },
  })
  await office.run('transfer-funds', {
    ...{
      id: newId(),
      on: '2026-06-10',
      fromAccountId: bank.USD,
      toAccountId: bank.CNY,
      amountOut: 50_00,
      amountIn: 355_00,
      rateIn: '1',
      remark: '',
    },
  })
  const of = { dealId, ownerId: office.owner.id, currency: 'CNY' }
  const line6 = (account: string, category: string, base: number) => ({ ...of, account, category, base, foreign: base })
  await office.inside(async (ctx) =>
    ctx.post({
      ...{ date: '2026-06-30', kind: 'opening', documentKind: 'bank-account', documentId: newId(), documentNumber: 'X', memo: '' },
      lines: [
        line6('6401', 'tax-refund', -26_00),
        line6('6601', 'commission', 12_00),
        line6('6603', 'exchange-difference', -5_00),
        { ...line6('6603', 'revaluation', 3_00), dealId: null },
        { account: '4001', currency: 'CNY', foreign: 16_00, base: 16_00 },
      ],
    }),
  )
}, 60_000)
afterAll(() => {
  expect(office.faults).toEqual([])
  office.close()
})

const year = { from: '2026-01-01', to: '2026-12-31' }
const text = (cell: unknown) =>
  cell !== null && typeof cell === 'object' ? minorText((cell as { minor: number }).minor, (cell as { currency: string }).currency) : cell

/** What each comes to in the year, in base currency. */
const BY_HAND: Readonly<Record<string, unknown>> = {
  quoted: '3550.00', // 500 × 7.1
  orders: '9100.00', // 1000 × 7 + 500 + 200 × 8
  bookings: '9100.00',
  amendments: '0.00',
  purchased: '2260.00',
  shipped: '4820.00', // 600 × 7.2 + 500
  'credit-notes': '-360.00', // 50 × 7.2
  revenue: '4460.00', // what was shipped less the note
  received: '2207.00', // 300 × 7.1 + 77; what was taken back is none
  receivable: '4820.00',
  advances: '2567.00', // 300 × 7.1, the 77 that nobody claimed, the credit note's 360
  overdue: '2300.00', // 500, and 600 less the 300 sent for the contract and the note of 50 for the deal, at 7.2
  paid: '60.00', // 100, of which 40 came back
  payable: '222.60', // the bill
  prepaid: '90.00', // 100 less 40, and the vendor's credit note of 30
  'cash-in': '2247.00', // 2130 + 77 + 40
  'cash-out': '100.00',
  'cash-moved': '0.00',
  'bank-balance': '2147.00',
  freight: '200.00', // 212 without 6 % VAT
  commission: '12.00',
  'refund-expected': '26.00',
  costs: '166.00', // freight 200, courier 10 and commission 12, less 30 and the refund of 26
  'exchange-result': '5.00',
  'revaluation-result': '-3.00',
  profit: '4296.00', // 4460 − 166 + 5 − 3
  margin: '96.32', // 4296 ÷ 4460
  'days-to-ship': '30.00',
  'unshipped-contracts': 2,
  'contract-count': 3,
  'quotation-count': 1,
  'purchase-contract-count': 1,
  'shipment-count': 2,
  'receipt-count': 3, // the reversed one came, too
  'deal-count': 3,
  'ordering-customers': 2,
  'ordered-products': 1,
  'ordered-factories': 1,
  'supplying-factories': 1,
  'shipped-customers': 2,
  'purchased-quantity': '100',
  'purchase-price': '22.6000',
  'ordered-quantity': null, // pieces and kilograms
  'committed-profit': '6930.00', // 9100 − 2260 + 260 of tax − 200 + 30
}

it('[CU2] [CU3] [CU4] every measure by hand', async () => {
  const told: Record<string, unknown> = {}
  for (const measure of Object.keys(BY_HAND))
    told[measure] = text((await office.query('statistic', { measures: [measure], period: year })).total[0]![0]!.value)
  expect(told).toEqual(BY_HAND)
})

it('[CU22] the documents behind any figure add up to it, those of the earlier period too', async () => {
  const { measures } = await office.query('statistic-choices', {})
  let compared = 0
  const seen = new Set<string>()
  for (const measure of measures) {
    const question = fc.record({
      axes: fc.shuffledSubarray([...measure.dimensions], { maxLength: 3 }),
      money: fc.constantFrom('base' as const, 'own' as const),
      clock: fc.constantFrom('posting' as const, 'deal' as const),
      compare: fc.constantFrom('none' as const, 'period-before' as const, 'year-before' as const),
      period: fc.constantFrom(year, { from: '2026-04-01', to: '2026-06-30' }, { from: '2026-05-01', to: '2026-05-31' }),
    })
    for (const { axes, ...rest } of fc.sample(question, { numRuns: 6, seed: 3 })) {
      const [column = null, ...rows] = axes
      const asked = questionSchema().parse({ ...rest, measures: [measure.name], rows, column })
      const answered = await office.ask('statistic', asked)
      if (!('ok' in answered) || !answered.ok) {
        expect(answered).toMatchObject({
          refused: 'invalid-input',
          data: { issues: [{ rule: expect.stringMatching(/^statistic-(fit|wide)$/) }] },
        })
        continue
      }
      const answer: StatisticAnswer = answered.value
      const lines = [...answer.lines.filter((l) => l.kind !== 'rest'), { members: [], figures: answer.total }]
      for (const line of lines)
        for (const [at, figures] of line.figures.entries())
          for (const part of ['value', 'earlier'] as const) {
            const figure = figures[0]![part]
            if (figure === undefined || figure === null) continue
            const place = [
              ...line.members.map(({ key }, i) => ({ dimension: answer.rows[i]!, key })),
              ...(answer.columns[at] ? [{ dimension: answer.column!, key: answer.columns[at].key }] : []),
            ]
            const params = { question: asked, measure: measure.name, place, earlier: part === 'earlier' }
            const { totals, count } = await office.query('statistic-facts', { params, totals: true })
            const value = made(measure, totals!)
            expect([measure.name, rest, place, part, value]).toEqual([measure.name, rest, place, part, plain(figure)])
            if (count! > 0) seen.add(measure.name)
            compared += 1
          }
    }
  }
  expect(compared).toBeGreaterThan(1000)
  const without = measures.map((m) => m.name).filter((name) => !seen.has(name))
  expect(without).toEqual(EMPTY)
}, 120_000)

/** What nothing happened to in this half-year. */
const EMPTY = ['amendments', 'estimated-profit', 'deals-without-income']
const amount = ({ minor, currency }: { minor: number; currency: string }): string => (minor === 0 ? '0' : `${currency} ${minor}`)
const plain = (cell: Cell): string => (typeof cell === 'object' && cell !== null ? amount(cell) : String(cell))
type Totals = Readonly<Record<string, readonly Cell[]>>
/** The figure that the sums of a list make. */
const made = (measure: { name: string; unit: string; kind: string }, totals: Totals): string => {
  const one = (column: string) => {
    expect(totals[column]!.length).toBeLessThan(2)
    const [cell = null] = totals[column]!
    return cell !== null && typeof cell === 'object' ? cell : { minor: Number(cell ?? 0), currency: 'CNY' }
  }
  if (measure.kind === 'ratio') {
    const [value, divisor] = {
      days: ['days', 'number'],
      percent: ['amount', 'divisor'],
      rate: ['amount', 'ownAmount'],
      price: ['amount', 'quantity'],
    }[measure.unit]!
    const ratio = new Decimal(one(value!).minor).div(one(divisor!).minor).times({ percent: 100, price: 0.01 }[measure.unit] ?? 1)
    return fixedText(ratio, measure.unit === 'rate' || measure.unit === 'price' ? 4 : 2)
  }
  if (measure.unit === 'money') {
    return amount(one('ownAmount' in totals ? 'ownAmount' : 'amount'))
  }
  return String(one(measure.unit === 'quantity' ? 'quantity' : 'number').minor)
}
