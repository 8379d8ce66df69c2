// Expected money and when it asks: deposits that have not come, what is due soon, what is open before documents are released. Rules T58 to T60.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import { testOffice, type TestOffice, type TestUser } from '../../testing/test-office.ts'
import { moneyModules } from '../../testing/money-modules.ts'
import { anInput } from '../../testing/fixtures.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { purchasing } from '../purchasing/index.ts'
import { shipments } from '../shipments/index.ts'
import { aTrade, type Trade } from '../shipments/testing/trade.ts'
import { tasks } from '../tasks/index.ts'
import { askedOn, askedToday, ofRole } from '../tasks/testing/asked.ts'

const thirtySeventy: PaymentTerm = [
  { share: '30', event: 'on-signing', days: 3 },
  { share: '70', event: 'before-shipment', days: 0 },
]
let office: TestOffice
let trade: Trade
let seller: TestUser
let bank: string
beforeEach(async () => {
  office = await testOffice([deals, contracts, purchasing, shipments, ...moneyModules, tasks])
  trade = aTrade(office)
  seller = await ofRole(office, 'salesperson', 'Seller')
  await ofRole(office, 'accountant', 'Accountant')
  bank = newId()
  const account = { id: bank, code: 'B1', name: 'Bank USD', currency: 'USD', openedOn: '2025-12-31', openingBalance: 0, openingRate: '1' }
  await office.run('create-bank-account', anInput('create-bank-account', account))
})
afterEach(() => office.close())

const on = (day: string, rule: string) => askedOn(office, day, rule)
const receive = (contractId: string, amount: number, receivedOn: string) =>
  office.run(
    'register-receipt',
    anInput('register-receipt', {
      ...{ bankAccountId: bank, receivedOn, amount, charge: 0, payerName: 'Buyer', customerId: trade.customerId, contractId, rate: '7.1' },
    }),
  )
/** USD 1,000.00 signed on Monday 2 March by the seller; 30 % three days later, the rest before it leaves. */
const signed = (term = thirtySeventy) =>
  trade.sold([{ quantity: '100', price: '10' }], { signedOn: '2026-03-02', ownerId: seller.id, term })
const expected = async (as?: TestUser) =>
  (await office.query('expected-receipts', { params: {} }, as)).rows.map((row) => [
    ...[row['event'], row['expectedOn'], row['daysOverdue']],
    ...['amount', 'received', 'missing'].map((column) => (row[column] as { minor: number }).minor),
  ])

test('[T58] a deposit is expected money from its day on: by event and day in the list, less what has come, what is due first before the rest', async () => {
  const sale = await signed()
  const shipment = trade.shipmentOf([[sale.lines[0]!, '40']], { etd: '2026-03-20', ownerId: seller.id })
  await office.run('save-shipment', shipment)
  const open = (received: [number, number]) => [
    ['on-signing', '2026-03-05', received[0] < 300_00 && office.at > '2026-03-06' ? 4 : null, 300_00, received[0], 300_00 - received[0]],
    ['before-shipment', '2026-03-20', null, 280_00, received[1], 280_00 - received[1]],
    // No day is known for what no shipment carries yet: it stands first, so that somebody gives one.
    ['before-shipment', null, null, 420_00, 0, 420_00],
  ]
  const byDay = (rows: unknown[][]) => rows.toSorted((a, b) => String(a[1] ?? '9').localeCompare(String(b[1] ?? '9')))
  expect(byDay(await expected())).toEqual(open([0, 0]))
  office.at = '2026-03-09T02:00:00.000Z'
  expect(byDay(await expected())).toEqual(open([0, 0]))
  await receive(sale.id, 350_00, '2026-03-09')
  expect(byDay(await expected())).toEqual(open([300_00, 50_00]))
  expect((await office.query('expected-receipts', { params: { openOnly: true } })).rows).toHaveLength(2)
  // Others' contracts are not told.
  const other = await ofRole(office, 'salesperson', 'Other')
  expect(await expected(other)).toEqual([])
  expect(await expected(seller)).toHaveLength(3)
})

test('[T58] what has left is a receivable, and takes its own part of the deposit with it', async () => {
  const sale = await signed([thirtySeventy[0]!, { share: '70', event: 'after-bill-of-lading', days: 30 }])
  await receive(sale.id, 300_00, '2026-03-02')
  office.at = '2026-03-20T02:00:00.000Z'
  await trade.shipped([[sale.lines[0]!, '40']], { dispatchedOn: '2026-03-20' }, { ownerId: seller.id })
  // 30 % of the 600.00 that are left stay covered; of their 70 % nothing has come.
  expect((await expected()).map(([event, , , ...money]) => [event, ...money])).toEqual(
    expect.arrayContaining([
      ['on-signing', 180_00, 180_00, 0],
      ['after-bill-of-lading', 420_00, 0, 420_00],
    ]),
  )
  expect(await on('2026-03-20', 'deposit-due')).toEqual([])
})

test('[T59] a deposit asks its salesperson from its own day on, the head after five working days, and ends when the money is there', async () => {
  const sale = await signed()
  expect(await on('2026-03-04', 'deposit-due')).toEqual([])
  expect(await on('2026-03-05', 'deposit-due')).toEqual(['2026-03-05 Seller'])
  const [group] = await askedToday(office, seller)
  expect(group).toMatchObject({ rule: 'deposit-due', items: [{ route: 'sales-contract', amount: { minor: 300_00, currency: 'USD' } }] })
  expect(await on('2026-03-12', 'deposit-due')).toEqual(['2026-03-05 Seller, 老板'])
  await receive(sale.id, 299_99, '2026-03-12')
  expect(await on('2026-03-12', 'deposit-due')).toHaveLength(1)
  await receive(sale.id, 1, '2026-03-12')
  expect(await on('2026-03-12', 'deposit-due')).toEqual([])
})

test('[T60] what is due soon asks five days before; past its day it is overdue, after thirty days the accountant too', async () => {
  const sale = await signed([{ share: '100', event: 'after-bill-of-lading', days: 10 }])
  await trade.shipped([[sale.lines[0]!, '100']], { dispatchedOn: '2026-03-02' }, { ownerId: seller.id })
  expect(await on('2026-03-05', 'balance-due')).toEqual([])
  expect(await on('2026-03-06', 'balance-due')).toEqual(['2026-03-12 Seller']) // five days before is Saturday
  expect(await on('2026-03-13', 'balance-due')).toEqual([])
  expect(await on('2026-03-13', 'receivable-overdue')).toEqual(['2026-03-12 Seller'])
  expect(await on('2026-04-10', 'receivable-overdue')).toEqual(['2026-03-12 Seller, 老板'])
  expect(await on('2026-04-13', 'receivable-overdue')).toEqual(['2026-03-12 Accountant, Seller, 老板'])
  await receive(sale.id, 1000_00, '2026-04-13')
  expect(await on('2026-04-13', 'receivable-overdue')).toEqual([])
})

test('[T60] money that is to be there before the documents are released: five days before the arrival, the owner, until it is there', async () => {
  const sale = await signed()
  const term: PaymentTerm = [{ share: '100', event: 'letter-of-credit', days: 0 }]
  const byCredit = await signed(term)
  await trade.shipped([[sale.lines[0]!, '100']], { dispatchedOn: '2026-03-02' }, { ownerId: seller.id, eta: '2026-03-31' })
  await trade.shipped([[byCredit.lines[0]!, '100']], { dispatchedOn: '2026-03-02' }, { ownerId: seller.id, eta: '2026-03-31' })
  expect(await on('2026-03-25', 'release-money-open')).toEqual([])
  expect(await on('2026-03-26', 'release-money-open')).toEqual(['2026-03-31 Seller'])
  await receive(sale.id, 1000_00, '2026-03-26')
  expect(await on('2026-03-26', 'release-money-open')).toEqual([])
})
