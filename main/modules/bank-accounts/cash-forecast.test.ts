// The cash forecast with figures that were worked out by hand: today is Monday 2 March 2026, a dollar is 7.10. Rule T62.
import { afterEach, expect, test } from 'vitest'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { QueryInput } from '../../../preload/contract/queries.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { anInput, aLine } from '../../testing/fixtures.ts'
import type { TestUser } from '../../testing/test-office.ts'
import { approvals } from '../approvals/index.ts'
import { freightOffice } from '../freight/testing/inquiries.ts'
import { moneyOffice, type MoneyOffice } from '../receipts-and-payments/testing/money.ts'
import { shipments } from '../shipments/index.ts'
import { aTrade } from '../shipments/testing/trade.ts'
import { moneyModules } from '../../testing/money-modules.ts'

let office: MoneyOffice
afterEach(() => {
  expect(office.faults).toEqual([])
  office.close()
})
type Asked = Partial<QueryInput<'cash-forecast'>>
const forecast = (asked: Asked = {}, as?: TestUser) => office.query('cash-forecast', { weeks: 6, ...asked }, as)
const cells = async (asked: Asked = {}, as?: TestUser) =>
  Object.fromEntries((await forecast(asked, as)).lines.map(({ kind, cells, later, undated }) => [kind, [...cells, later, undated]]))

const start = async () => {
  office = await moneyOffice({}, [approvals])
  office.at = '2026-03-02T02:00:00.000Z'
  office.seed.put('exchange_rate', { id: 'USD:2026-03-01', currency: 'USD', date: '2026-03-01', rate: 710_000_000, source: '' })
  const bank = (code: string, currency: string, openingBalance: number) =>
    office.run(
      'create-bank-account',
      anInput('create-bank-account', {
        ...{ id: newId(), code, name: code, currency, openedOn: '2025-12-31', openingBalance, openingRate: currency === 'CNY' ? '1' : '7' },
      }),
    )
  const { id: cny } = await bank('CNY', 'CNY', 1_000_000_00)
  await bank('USD', 'USD', 1_000_00)
  await office.invoice(500_00, { on: '2026-01-10', due: '2026-02-20' })
  await office.invoice(300_00, { on: '2026-01-10', due: '2026-03-12' })
  const sale = await office.sold([{ quantity: '100', price: '10' }], {
    signedOn: '2026-03-02',
    term: [
      { share: '30', event: 'on-signing', days: 3 },
      { share: '70', event: 'before-shipment', days: 0 },
    ],
  })
  const { item } = await office.bill({ lines: [office.billLine(9_900)], dueDate: '2026-03-07' })
  const request: CommandInput<'save-payment-request'> = {
    ...{ id: newId(), partyId: office.factoryId, contractId: null, currency: 'CNY', rate: '1', amount: null, payBy: '2026-03-20' },
    ...{ purpose: 'goods', remark: '', ownerId: office.owner.id, lines: [{ id: newId(), item, amount: 4_000 }] },
  }
  await office.run('save-payment-request', request)
  const purchaseId = newId()
  await office.run(
    'save-purchase-contract',
    anInput('save-purchase-contract', {
      ...{ id: purchaseId, supplierId: office.factoryId, contractDate: '2026-03-02', currency: 'CNY', deliveryDate: '2026-04-01' },
      paymentTerm: [
        { share: '30', event: 'on-signing', days: 0 },
        { share: '70', event: 'after-bill-of-lading', days: 10 },
      ],
      ownerId: office.owner.id,
      lines: [aLine('save-purchase-contract', { salesLineId: sale.lines[0]!, dealId: sale.dealId, quantity: '100', price: '50' })],
    }),
  )
  await office.run('sign-purchase-contract', { id: purchaseId, revision: 1, signedOn: '2026-03-02' })
  return { cny, purchaseId, sale }
}

test('[T62] each amount stands once, in the week of its day; what is overdue is expected today, what has no day stands beside', async () => {
  const { cny, purchaseId } = await start()
  expect(await cells()).toEqual({
    receivable: [500_00, 300_00, 0, 0, 0, 0, 0, 0],
    // USD 300.00 and 700.00 at 7.10.
    instalment: [2_130_00, 0, 0, 0, 0, 0, 0, 4_970_00],
    'tax-refund': [0, 0, 0, 0, 0, 0, 0, 0],
    payable: [-59_00, 0, 0, 0, 0, 0, 0, 0],
    'payment-request': [0, 0, -40_00, 0, 0, 0, 0, 0],
    // 5,000.00: 30 % today, 70 % ten days after delivery.
    purchase: [-1_500_00, 0, 0, 0, 0, -3_500_00, 0, 0],
  })
  const { opening, net, closing, weeks, currencies } = await forecast()
  expect(opening).toBe(1_000_000_00 + 7_100_00)
  expect(net).toEqual([1_071_00, 300_00, -40_00, 0, 0, -3_500_00])
  expect(closing.at(-1)).toBe(opening + 1_071_00 + 300_00 - 40_00 - 3_500_00)
  expect([weeks[0], weeks[1], weeks[5]]).toEqual([
    { from: '2026-03-02', to: '2026-03-08' },
    { from: '2026-03-09', to: '2026-03-15' },
    { from: '2026-04-06', to: '2026-04-12' },
  ])
  expect(currencies).toEqual(['CNY', 'USD'])
  // What is prepaid is no longer expected, and has left the bank.
  await office.pay(cny, 1_000_00, { paidOn: '2026-03-02', contractId: purchaseId })
  expect((await cells())['purchase']).toEqual([-500_00, 0, 0, 0, 0, -3_500_00, 0, 0])
  expect((await forecast()).opening).toBe(opening - 1_000_00)
})

test('[T62] customers who pay late move what they owe and nothing else; one currency stands in its own', async () => {
  await start()
  const late = await cells({ lateDays: 7 })
  expect([late['receivable'], late['instalment'], late['purchase']]).toEqual([
    [0, 500_00, 300_00, 0, 0, 0, 0, 0],
    [0, 2_130_00, 0, 0, 0, 0, 0, 4_970_00],
    [-1_500_00, 0, 0, 0, 0, -3_500_00, 0, 0],
  ])
  const dollars = await forecast({ currency: 'USD' })
  expect([dollars.opening, dollars.closing.at(-1), dollars.currency]).toEqual([1_000_00, 1_300_00, 'USD'])
})

test('[SC-11] bank 100,000; receivables, a payable and a contract by instalments, in time and a week late', async () => {
  office = await moneyOffice({}, [approvals])
  office.at = '2026-03-04T02:00:00.000Z'
  await office.bank('CNY', { balance: 100_000_00 })
  await office.invoice(20_000_00, { on: '2026-01-10', due: '2026-02-20' })
  await office.invoice(50_000_00, { on: '2026-01-10', due: '2026-03-10' })
  await office.bill({ lines: [office.billLine(60_000_00)], dueDate: '2026-03-12' })
  const sale = await office.sold([{ quantity: '100', price: '400' }], {
    ...{ signedOn: '2026-03-02', currency: 'CNY', rate: '1' },
    term: [
      { share: '30', event: 'on-signing', days: 0 },
      { share: '70', event: 'before-shipment', days: 0 },
    ],
  })
  await office.run('save-shipment', office.shipmentOf([[sale.lines[0]!, '100']], { etd: '2026-03-20', currency: 'CNY' }))
  const closing = async (lateDays: number) => (await forecast({ lateDays, weeks: 4 })).closing.map((minor) => minor / 100)
  expect(await closing(0)).toEqual([132_000, 122_000, 150_000, 150_000])
  expect(await closing(7)).toEqual([100_000, 72_000, 122_000, 150_000])
})

test('[T62] every figure is the sum of the documents that it opens', async () => {
  await start()
  for (const asked of [{ lateDays: 0 }, { lateDays: 30 }, { lateDays: 0, currency: 'USD' as const }]) {
    const { weeks, lines } = await forecast(asked)
    const column = asked.currency ? 'amount' : 'amountBase'
    const sum = async (params: object) =>
      (await office.query('expected-cash', { params: { ...asked, ...params } })).rows
        .map((row) => row[column] as { minor: number } | number)
        .reduce<number>((all, one) => all + (typeof one === 'number' ? one : one.minor), 0)
    for (const { kind, cells: found, later, undated } of lines) {
      for (const [at, week] of weeks.entries()) expect(await sum({ kind, ...week })).toBe(found[at])
      expect(await sum({ kind, dated: false })).toBe(undated)
      expect(await sum({ kind, from: '2026-04-13' })).toBe(later)
    }
  }
})

test('[T62] it is made of what its reader may see, and says what is left out; a currency without a rate is named', async () => {
  await start()
  const cashier = await office.user({
    permissions: ['bank-account.view', 'payable.view', 'receivable.view'],
    scopes: { receivable: 'own' },
  })
  const seen = await forecast({}, cashier)
  expect(seen.leftOut).toEqual(['instalment', 'payment-request', 'purchase'])
  expect(seen.narrowed).toBe(true)
  const own = await cells({}, cashier)
  // No request in sight takes anything off the bill.
  expect([own['receivable'], own['payable']]).toEqual([
    [0, 0, 0, 0, 0, 0, 0, 0],
    [-99_00, 0, 0, 0, 0, 0, 0, 0],
  ])
  office.database.write.sql.prepare('DELETE FROM exchange_rate').run()
  const without = await forecast()
  expect([without.withoutRate, without.opening]).toEqual([['USD'], 1_000_000_00])
})

test('[T62] chosen freight is expected when the goods leave, until a bill of its shipment asks for it', async () => {
  const all = await freightOffice({}, [shipments, ...moneyModules])
  office = all.office as MoneyOffice
  office.at = '2026-03-02T02:00:00.000Z'
  const trade = aTrade(office)
  const sale = await trade.sold([{ quantity: '100', price: '10' }])
  const shipment = trade.shipmentOf([[sale.lines[0]!, '100']], { portOfLoading: 'Ningbo', portOfDischarge: 'Hamburg', etd: '2026-03-18' })
  await office.run('save-shipment', shipment)
  const inquiry = await all.inquiry({ shipmentId: shipment.id })
  const quote = await all.quote(inquiry, all.forwarders[0]!, 100_00, { validTo: '2026-03-31' })
  expect((await cells())['freight']).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  await all.choose(inquiry, quote)
  // Two containers at USD 100.00, at 7.10.
  expect((await cells())['freight']).toEqual([0, 0, -1_420_00, 0, 0, 0, 0, 0])
  const bill = anInput('post-bill', {
    ...{
      id: newId(),
      kind: 'expense',
      partyId: all.forwarders[0]!,
      billDate: '2026-03-02',
      dueDate: '2026-03-30',
      currency: 'USD',
      rate: '7.1',
    },
    lines: [aLine('post-bill', { category: 'freight', amount: 200_00, shipmentId: shipment.id, dealIds: [sale.dealId] })],
  })
  await office.run('post-bill', bill)
  expect((await cells())['freight']).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
})
