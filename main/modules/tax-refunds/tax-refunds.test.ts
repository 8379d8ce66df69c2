// Export tax refunds: received whole, in part, with a rest written off, taken back; what they wait for; and what they keep a deal from.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { tasks } from '../tasks/index.ts'
import { askedOn, ofRole } from '../tasks/testing/asked.ts'
import { endSound, minor, moneyOffice, type MoneyOffice } from '../receipts-and-payments/testing/money.ts'

let trade: MoneyOffice
let bank: string
let sold: Awaited<ReturnType<MoneyOffice['sold']>>
let item: string
let shipmentId: string
beforeEach(async () => {
  trade = await moneyOffice({}, [tasks])
  bank = await trade.bank('CNY', { balance: 10_000_000 })
  // 1,000 × 11.30 incl. 13 %: net 10,000.00, refund 1,300.00
  sold = await trade.sold([{ quantity: '1000', price: '5', buy: { price: '11.3' } }])
  await trade.shipped([[sold.lines[0]!, '1000']], { dispatchedOn: '2026-01-20', rate: '7.1' })
  ;({ ref: item } = trade.one<{ ref: string }>(`SELECT ref FROM open_item WHERE account = '1221'`))
  shipmentId = item.split(':')[0]!
})
afterEach(() => endSound(trade))

const receive = (amount: number, line: Partial<CommandInput<'receive-tax-refund'>['lines'][number]> = {}, more: object = {}) =>
  trade.send('receive-tax-refund', {
    ...{ id: newId(), bankAccountId: bank, receivedOn: '2026-02-20', amount, remark: '' },
    lines: [{ item, amount, close: false, ...line }],
    ...more,
  })
const seen = async () => {
  const [row] = (await trade.query('tax-refunds', {})).rows
  return [row!['state'], ...['expected', 'received', 'writtenOff', 'open'].map((field) => minor(row![field]))]
}
const balance = (account: string, category?: string): number =>
  trade.one<{ base: number }>(
    `SELECT coalesce(sum(base), 0) AS base FROM posting WHERE account = ? AND (? IS NULL OR category = ?)`,
    account,
    category ?? null,
    category ?? null,
  ).base

describe('a tax refund', () => {
  test('[T21] waits for the factory’s invoice, the declaration, the bureau; late after its day', async () => {
    expect(await seen()).toEqual(['no-invoice', 130_000, 0, 0, 130_000])
    const line = { purchaseLineId: sold.purchaseLines[0]!, quantity: '1000', category: null, vatRate: '13' }
    await trade.bill({ kind: 'factory', invoiceNumber: 'F-77', lines: [trade.billLine(1_130_000, line)] })
    expect(await seen()).toEqual(['not-declared', 130_000, 0, 0, 130_000])
    trade.seed.patch('shipment', shipmentId, { declarationNumber: '3101202600001' })
    expect((await seen())[0]).toBe('waiting')
    expect((await trade.query('tax-refunds', {})).rows[0]).toMatchObject({ invoices: 'F-77', dueDate: '2026-07-19', daysOverdue: null })
    trade.at = '2026-07-21T02:00:00.000Z'
    expect((await trade.query('tax-refunds', {})).rows[0]).toMatchObject({ state: 'overdue', daysOverdue: 2 })
    expect((await trade.query('tax-refund-lines', {})).rows).toMatchObject([
      { quantity: '1000', invoices: 'F-77', refundRate: '13', expected: { minor: 130_000, currency: 'CNY' } },
    ])
  })

  test('[T20] comes in part, then the rest: bank and refund move together', async () => {
    expect(await receive(100_000)).toMatchObject({ ok: true, value: { number: 'TX2026-0001' } })
    expect(await seen()).toEqual(['partly', 130_000, 100_000, 0, 30_000])
    await receive(30_000)
    expect(await seen()).toEqual(['received', 130_000, 130_000, 0, 0])
    expect([balance('1221'), balance('1002')]).toEqual([0, 10_130_000])
    expect((await trade.query('tax-refunds', { params: { openOnly: true } })).rows).toEqual([])
    const { rows } = await trade.query('tax-refund-receipts', { totals: true })
    expect(rows.map((r) => [r['number'], minor(r['amount'])])).toEqual([
      ['TX2026-0002', 30_000],
      ['TX2026-0001', 100_000],
    ])
    const { id } = rows[1]!
    expect(await trade.query('tax-refund-receipt', { id })).toMatchObject({
      ...{ number: 'TX2026-0001', status: 'posted', amount: { minor: 100_000, currency: 'CNY' }, writtenOff: { minor: 0 } },
      lines: [{ shipmentId, shipment: 'SH2026-0001', amount: { minor: 100_000 } }],
    })
  })

  test('[T20] closed with a difference: the rest is written off, up to one per cent more is taken', async () => {
    await receive(129_950, { close: true })
    expect(await seen()).toEqual(['received', 130_000, 129_950, 50, 0])
    expect(balance('6603', 'write-off')).toBe(50)
    const more = await trade.sold([{ quantity: '1000', price: '5', buy: { price: '11.3' } }])
    await trade.shipped([[more.lines[0]!, '1000']], { dispatchedOn: '2026-01-21', rate: '7.1' })
    ;({ ref: item } = trade.one<{ ref: string }>(`SELECT ref FROM open_item WHERE account = '1221' AND openForeign <> 0`))
    expect(await receive(131_301, { close: true })).toMatchObject({ refused: 'allocation-exceeds' })
    expect(await receive(131_300, { close: true })).toMatchObject({ ok: true })
    expect(balance('6603', 'write-off')).toBe(50 - 1_300)
    expect(balance('1221')).toBe(0)
  })

  test('[T20] refuses what does not fit', async () => {
    expect(await receive(130_001)).toMatchObject({ refused: 'allocation-exceeds', data: { open: { minor: 130_000 } } })
    expect(await receive(1_000, { amount: 900 })).toMatchObject({ refused: 'amount-not-zero', data: { amount: { minor: 100 } } })
    expect(await receive(0)).toMatchObject({ refused: 'invalid-input' })
    expect(await receive(1, {}, { receivedOn: '2026-01-10' })).toMatchObject({ refused: 'date-out-of-order' })
    expect(await receive(1, {}, { bankAccountId: await trade.bank('USD', { rate: '7' }) })).toMatchObject({ refused: 'currency-differs' })
    const twice = { item, amount: 1, close: false }
    expect(await receive(2, {}, { lines: [twice, twice] })).toMatchObject({ refused: 'invalid-input' })
    expect(await receive(1, { item: `${newId()}:1` })).toMatchObject({ refused: 'not-found' })
    expect(await receive(1, { item: await trade.invoice(5_000) })).toMatchObject({ refused: 'wrong-state' })
    await receive(130_000)
    expect(await receive(1)).toMatchObject({ refused: 'nothing-to-do' })
    const clerk = await trade.user({ permissions: ['payable.view'] })
    const input = { id: newId(), bankAccountId: bank, receivedOn: '2026-02-20', amount: 1, remark: '', lines: [twice] }
    expect(await trade.send('receive-tax-refund', input, clerk)).toMatchObject({ refused: 'not-permitted' })
  })

  test('[T21] taken back whole; while it stands the dispatch is not', async () => {
    const id = newId()
    await receive(130_000, {}, { id })
    const { revision } = trade.one<{ revision: number }>('SELECT revision FROM shipment WHERE id = ?', shipmentId)
    const back = () => trade.send('reverse-dispatch', { id: shipmentId, revision, on: '2026-03-01', reason: 'x' })
    expect(await back()).toMatchObject({ refused: 'already-allocated', data: { document: 'TX2026-0001' } })
    await trade.run('reverse-tax-refund', { id, on: '2026-02-28', reason: 'wrong shipment' })
    expect(await seen()).toEqual(['no-invoice', 130_000, 0, 0, 130_000])
    expect(balance('1002')).toBe(10_000_000)
    expect(await trade.send('reverse-tax-refund', { id, on: '2026-02-28', reason: 'x' })).toMatchObject({ refused: 'already-reversed' })
    expect(await back()).toMatchObject({ ok: true })
  })

  test('[C8] keeps a deal from being closed until it has come', async () => {
    const stage = () => trade.one<{ stage: string }>('SELECT stage FROM deal WHERE id = ?', sold.dealId).stage
    const line = { purchaseLineId: sold.purchaseLines[0]!, quantity: '1000', category: null, vatRate: '13' }
    const bill = await trade.bill({ kind: 'factory', lines: [trade.billLine(1_130_000, line)] })
    await trade.pay(bank, 1_130_000, { targets: [{ item: bill.item, amount: 1_130_000 }] })
    const usd = await trade.bank('USD', { rate: '7' })
    const money = await trade.receive(usd, 500_000, { rate: '7.1' })
    const { ref } = trade.one<{ ref: string }>(`SELECT ref FROM open_item WHERE account = '1122' AND openForeign > 0`)
    await trade.allocate(money.item, [{ item: ref, amount: 500_000 }])
    expect(stage()).toBe('settled')
    const id = newId()
    await receive(130_000, {}, { id })
    expect(stage()).toBe('closed')
    // An expense that comes afterwards opens it again, until it is paid or taken back.
    const late = await trade.bill({ lines: [trade.billLine(5_000, { category: 'freight', dealIds: [sold.dealId] })] })
    expect(stage()).toBe('settled')
    await trade.run('reverse-bill', { id: late.id, on: '2026-03-02', reason: 'x' })
    expect(stage()).toBe('closed')
    await trade.run('reverse-tax-refund', { id, on: '2026-02-28', reason: 'x' })
    expect(stage()).toBe('settled')
  })
})

test('[T57] refunds are declared by the day of the office’s calendar: thirty days before, the accountant, until the refund is here', async () => {
  await ofRole(trade, 'accountant', 'Accountant')
  // 30 April of the next year, a Friday; thirty days before it is Wednesday.
  expect(await askedOn(trade, '2027-03-30', 'refund-deadline')).toEqual([])
  expect(await askedOn(trade, '2027-03-31', 'refund-deadline')).toEqual(['2027-04-30 Accountant'])
  await trade.run('save-work-year', { year: 2026, revision: 0, specialDays: null, refundUntil: '2027-05-31', notice: '' })
  expect(await askedOn(trade, '2027-03-31', 'refund-deadline')).toEqual([])
  expect(await askedOn(trade, '2027-04-30', 'refund-deadline')).toEqual(['2027-05-31 Accountant'])
  await receive(130_000, {}, { receivedOn: '2027-04-30' })
  expect(await askedOn(trade, '2027-04-30', 'refund-deadline')).toEqual([])
})
