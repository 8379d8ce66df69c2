// Deposits on commercial invoices: golden case C5 of papers through the real commands, whether the deposit is applied or not.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import type { PaymentTerm } from '../../../../preload/contract/vocabulary/payment-term.ts'
import { pdfTexts } from '../../../testing/pdf-text.ts'
import { papers } from '../../papers/index.ts'
import { endSound, moneyOffice, type MoneyOffice } from '../../receipts-and-payments/testing/money.ts'

let office: MoneyOffice
beforeEach(async () => {
  office = await moneyOffice({}, [papers])
  office.at = '2026-07-01T02:00:00.000Z'
})
afterEach(() => endSound(office))

const term: PaymentTerm = [
  { share: '30', event: 'on-signing', days: 0 },
  { share: '70', event: 'after-bill-of-lading', days: 30 },
]
const invoice = async (recordId: string) => {
  const { pdf } = await office.query('paper', { paper: 'commercial-invoice', recordId })
  return (await pdfTexts(pdf)).join('\n')
}
const received = async (bankAccountId: string, contractId: string, amount: number, receivedOn: string) =>
  office.run('register-receipt', {
    ...{ id: newId(), bankAccountId, receivedOn, amount, charge: 0, rate: '7.1', payerName: 'Buyer' },
    ...{ customerId: office.customerId, contractId, remark: '' },
  })

test('[H55] [PA1] an invoice takes the deposit off and says the balance in words; the last one takes all that is left (C5)', async () => {
  const bank = await office.bank('USD', {})
  // 40,000.10 × 0.50 = 20,000.05; 59,999.90 × 0.50 = 29,999.95
  const { id, lines } = await office.sold([{ quantity: '100000', price: '0.5' }], { term })
  const deposit = await received(bank, id, 15_000_00, '2026-02-01')
  const first = await office.shipped([[lines[0]!, '40000.1']], { dispatchedOn: '2026-05-12' }, { invoiceNumber: 'CI-1' })
  const last = office.shipmentOf([[lines[0]!, '59999.9']], { invoiceNumber: 'CI-2' })
  await office.run('save-shipment', last)
  const check = async () => {
    const one = await invoice(first.input.id)
    for (const said of [
      ...['TOTAL 40,000.1 PCS USD 20,000.05', 'Deposit received -6,000.01', 'BALANCE DUE USD 14,000.04'],
      ...['SAY US DOLLARS TWENTY THOUSAND AND CENTS FIVE ONLY', 'BALANCE DUE: SAY US DOLLARS FOURTEEN THOUSAND AND CENTS FOUR ONLY'],
    ])
      expect(one).toContain(said)
    expect(await office.query('shipment', { id: last.id })).toMatchObject({
      total: { minor: 29_999_95 },
      deposit: { minor: 8_999_99 },
      balance: { minor: 20_999_96 },
    })
    expect(await invoice(last.id)).toContain('BALANCE DUE USD 20,999.96')
  }
  await check()
  const { receivables } = await office.query('shipment', { id: first.input.id })
  await office.run('allocate', {
    ...{ id: newId(), on: '2026-05-12', source: deposit.item },
    targets: [{ item: receivables[0]!.item, amount: 6_000_01 }],
  })
  await check()
  // The balance comes later: paid or not, what the invoice asked for stays.
  const rest = await received(bank, id, 14_000_04, '2026-06-10')
  await check()
  await office.run('allocate', {
    ...{ id: newId(), on: '2026-06-10', source: rest.item },
    targets: [{ item: receivables[1]!.item, amount: 14_000_04 }],
  })
  await check()
})

test('[H55] without a deposit the invoice speaks of none', async () => {
  const { lines } = await office.sold([{ quantity: '10', price: '5' }], { term })
  const { input } = await office.shipped([[lines[0]!, '10']])
  const text = await invoice(input.id)
  expect(text).toContain('USD 50.00')
  expect(text).not.toMatch(/Deposit|BALANCE DUE/)
})

test('[H62] an invoice that is not what was charged names both figures', async () => {
  const { lines } = await office.sold([{ quantity: '10', price: '5' }], { term })
  const { input } = await office.shipped([[lines[0]!, '10']], {}, { invoiceNumber: 'CI-3' })
  const problems = async () =>
    (await office.query('paper', { paper: 'commercial-invoice', recordId: input.id })).problems.filter(
      ({ code }) => code === 'receivables-differ',
    )
  expect(await problems()).toEqual([])
  // As a hand in the database would.
  const total = (minor: number) => office.database.write.sql.prepare('UPDATE shipment SET total = ? WHERE id = ?').run(minor, input.id)
  total(50_01)
  expect(await problems()).toEqual([{ code: 'receivables-differ', what: 'SH2026-0001', one: 'USD 50.01', other: 'USD 50.00' }])
  total(50_00)
})

test('[PA7] [C17] what has left keeps its price, and parts that were rounded are no discount', async () => {
  const { lines } = await office.sold([
    { quantity: '100', price: '5' },
    { quantity: '3', price: '0.335' },
  ])
  const shipped = (quantities: readonly string[], invoiceNumber: string) =>
    office.shipped(
      lines.map((line, at) => [line, quantities[at]!] as const),
      {},
      { invoiceNumber },
    )
  const first = await shipped(['40', '1'], 'CI-1')
  const second = await shipped(['10', '1'], 'CI-2')
  // The price is amended afterwards.
  office.seed.patch('sales_line', lines[0]!, { price: 6_000_000 })
  for (const { input } of [first, second]) {
    const text = await invoice(input.id)
    expect(text).toMatch(/ 40 PCS 5\.00 200\.00| 10 PCS 5\.00 50\.00/)
    expect(text).not.toMatch(/discount|Disc\./i)
    const { problems } = await office.query('paper', { paper: 'commercial-invoice', recordId: input.id })
    expect(problems.map(({ code }) => code)).not.toContain('priced-otherwise')
  }
})
