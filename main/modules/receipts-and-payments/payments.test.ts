// Receipts, payments, allocations, write-offs: the PA cases, with the ledger's verifier after each.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '../../../preload/contract/vocabulary/dates.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { TestUser } from '../../testing/test-office.ts'
import { workbench } from '../workbench/index.ts'
import { endSound, minor, moneyOffice, type MoneyOffice } from './testing/money.ts'

let office: MoneyOffice
beforeEach(async () => {
  office = await moneyOffice()
  office.at = '2026-06-30T02:00:00.000Z'
})
afterEach(() => endSound(office))

/** Base balance of an account, debit positive, and the exchange differences (a loss is positive). */
const exchange = () => office.one<{ n: number }>("SELECT coalesce(sum(base),0) AS n FROM posting WHERE category = 'exchange-difference'").n
const exchangeEntries = () =>
  office.one<{ n: number }>(
    "SELECT count(*) AS n FROM posting p JOIN journal j ON j.id = p.journalId WHERE p.category = 'exchange-difference' AND j.kind = 'allocation' AND NOT EXISTS (SELECT 1 FROM journal r WHERE r.reverses = j.id)",
  ).n
const left = async (item: string) => {
  const row = (await office.open('receivable')).get(item) ?? (await office.open('payable')).get(item)
  return row ? { open: minor(row['open']), base: minor(row['openBase']) } : { open: 0, base: 0 }
}
const usd = { currency: 'USD', rate: '50' }

describe('receipts', () => {
  it('[PA-01] invoice USD 100 at 50, received at 55: bank 5,500, gain 500, nothing open', async () => {
    const item = await office.invoice(100_00, usd)
    const receipt = await office.receive(await office.bank('USD'), 100_00, { rate: '55' })
    const done = await office.allocate(receipt.item, [{ item, amount: 100_00 }])
    expect(office.balance('1002')).toBe(5500_00)
    expect(office.balance('1122')).toBe(0)
    expect(done.exchangeDifference).toEqual({ minor: 500_00, currency: 'CNY' })
    expect(exchange()).toBe(-500_00)
    expect(await left(item)).toEqual({ open: 0, base: 0 })
  })

  it('[PA-02] USD 20 of it received as 900: receivable −1,000, loss 100, USD 80 open', async () => {
    const item = await office.invoice(100_00, usd)
    const receipt = await office.receive(await office.bank('USD'), 20_00, { rate: '45' })
    await office.allocate(receipt.item, [{ item, amount: 20_00 }])
    expect(office.balance('1122')).toBe(4000_00)
    expect(exchange()).toBe(100_00)
    expect(await left(item)).toEqual({ open: 80_00, base: 4000_00 })
  })

  it('[PA-02] the same when the customer pays 900 in company currency against USD 20', async () => {
    const item = await office.invoice(100_00, usd)
    const receipt = await office.receive(await office.bank('CNY'), 900_00)
    const refused = await office.send('allocate', {
      id: newId(),
      on: '2026-02-01',
      source: receipt.item,
      targets: [{ item, amount: 20_00 }],
    })
    expect(refused).toMatchObject({ refused: 'currency-differs', data: { expected: 'USD', found: 'CNY' } })
    await office.allocate(receipt.item, [{ item, amount: 20_00, sourceAmount: 900_00 }])
    expect(exchange()).toBe(100_00)
    expect(await left(item)).toEqual({ open: 80_00, base: 4000_00 })
    expect(await left(receipt.item)).toEqual({ open: 0, base: 0 })
  })

  it('[PA-07] invoice 100, received 110: 100 allocated, 10 stay as advance', async () => {
    const item = await office.invoice(100_00)
    const receipt = await office.receive(await office.bank('CNY'), 110_00)
    const much = await office.send('allocate', { id: newId(), on: '2026-02-01', source: receipt.item, targets: [{ item, amount: 110_00 }] })
    expect(much).toMatchObject({ refused: 'allocation-exceeds', data: { asked: { minor: 110_00 }, open: { minor: 100_00 } } })
    await office.allocate(receipt.item, [{ item, amount: 100_00 }])
    expect(await left(item)).toEqual({ open: 0, base: 0 })
    expect(await left(receipt.item)).toEqual({ open: -10_00, base: -10_00 })
  })

  it('[PA-08] invoice 100, received 95, 5 written off: nothing open, the rest is financial expense', async () => {
    const item = await office.invoice(100_00)
    const receipt = await office.receive(await office.bank('CNY'), 95_00)
    await office.allocate(receipt.item, [{ item, amount: 95_00 }])
    const id = newId()
    await office.run('write-off', { id, on: '2026-02-02', item, amount: 5_00, reason: 'bank charges abroad' })
    expect(await left(item)).toEqual({ open: 0, base: 0 })
    expect(office.one<{ n: number }>("SELECT sum(base) AS n FROM posting WHERE category = 'write-off'").n).toBe(5_00)
    // [T11] a write-off is taken back like an allocation
    await office.run('reverse-allocation', { id, on: '2026-02-03', reason: 'paid after all' })
    expect(await left(item)).toEqual({ open: 5_00, base: 5_00 })
  })

  it('[PA-09] an advance on a contract is shown there and gone when the receipt is reversed', async () => {
    const sold = await office.sold([{ quantity: '10', price: '1000' }])
    const receipt = await office.receive(await office.bank('USD'), 1000_00, { rate: '7', contractId: sold.id })
    const row = (await office.open('receivable')).get(receipt.item)!
    expect(row).toMatchObject({ kind: 'advance', contract: expect.stringMatching(/^SC/), deal: expect.stringMatching(/^D/) })
    expect(minor(row['open'])).toBe(-1000_00)
    await office.run('reverse-receipt', { id: receipt.id, on: '2026-02-10', reason: 'contract cancelled' })
    expect(await left(receipt.item)).toEqual({ open: 0, base: 0 })
    expect(office.balance('1002')).toBe(0)
  })

  it('[T22] money sent for one contract is meant for what that contract owes; free money for whatever is due first', async () => {
    const first = await office.sold([{ quantity: '10', price: '1000' }])
    const second = await office.sold([{ quantity: '10', price: '1000' }])
    await office.shipped([[first.lines[0]!, '10']], { dispatchedOn: '2026-02-01' })
    await office.shipped([[second.lines[0]!, '10']], { dispatchedOn: '2026-02-05' })
    const bank = await office.bank('USD')
    const seen = async (contractId: string | null) => {
      const { item } = await office.receive(bank, 100_00, { receivedOn: '2026-02-10', rate: '7', contractId })
      const found = await office.query('allocation-candidates', { item, side: 'receivable' })
      return found.map((c) => [c.dealNumber, c.meant])
    }
    const [free, own] = [await seen(null), await seen(second.id)]
    expect(free.map(([, meant]) => meant)).toEqual([true, true])
    expect(own).toEqual([
      [free[1]![0], true],
      [free[0]![0], false],
    ])
  })

  it('[PA-13] a reversed receipt leaves the invoice open again; it must be unallocated first', async () => {
    const item = await office.invoice(100_00)
    const receipt = await office.receive(await office.bank('CNY'), 100_00)
    const batch = newId()
    await office.allocate(receipt.item, [{ item, amount: 100_00 }], '2026-02-01', batch)
    const early = await office.send('reverse-receipt', { id: receipt.id, on: '2026-02-10', reason: 'bounced' })
    expect(early).toMatchObject({ refused: 'already-allocated' })
    await office.run('reverse-allocation', { id: batch, on: '2026-02-10', reason: 'bounced' })
    // On the ninth it was still allocated: reversed then, the advance would have been below zero for a day.
    const before = await office.send('reverse-receipt', { id: receipt.id, on: '2026-02-09', reason: 'bounced' })
    expect(before).toMatchObject({ refused: 'date-out-of-order' })
    await office.run('reverse-receipt', { id: receipt.id, on: '2026-02-10', reason: 'bounced' })
    expect(await left(item)).toEqual({ open: 100_00, base: 100_00 })
    expect((await office.query('receipt', { id: receipt.id })).status).toBe('reversed')
    const again = await office.send('reverse-receipt', { id: receipt.id, on: '2026-02-11', reason: 'bounced' })
    expect(again).toMatchObject({ refused: 'already-reversed' })
  })

  for (const paid of ['75.9', '83.1', '80.01'])
    it(`[PA-15] invoice USD 1 at 80 paid at ${paid}: nothing open in both currencies, exactly one exchange entry`, async () => {
      const item = await office.invoice(1_00, { currency: 'USD', rate: '80' })
      const receipt = await office.receive(await office.bank('USD'), 1_00, { rate: paid })
      await office.allocate(receipt.item, [{ item, amount: 1_00 }])
      expect(await left(item)).toEqual({ open: 0, base: 0 })
      expect(await left(receipt.item)).toEqual({ open: 0, base: 0 })
      expect(exchangeEntries()).toBe(1)
    })

  it('[PA-16] taking that allocation back leaves USD 1 / 80 open and no exchange difference', async () => {
    const item = await office.invoice(1_00, { currency: 'USD', rate: '80' })
    const receipt = await office.receive(await office.bank('USD'), 1_00, { rate: '83.1' })
    const batch = newId()
    await office.allocate(receipt.item, [{ item, amount: 1_00 }], '2026-02-01', batch)
    await office.run('reverse-allocation', { id: batch, on: '2026-02-03', reason: 'wrong invoice' })
    expect(await left(item)).toEqual({ open: 1_00, base: 80_00 })
    expect(exchange()).toBe(0)
    expect(exchangeEntries()).toBe(0)
    expect(await office.send('reverse-allocation', { id: batch, on: '2026-02-04', reason: 'again' })).toMatchObject({
      refused: 'already-reversed',
    })
  })

  it('[PA-17] [PA-18] an advance of USD 1 at 85 on an invoice of USD 2 at 80, then USD 1 at 75', async () => {
    const item = await office.invoice(2_00, { currency: 'USD', rate: '80', on: '2026-02-05' })
    const bank = await office.bank('USD')
    const advance = await office.receive(bank, 1_00, { rate: '85', receivedOn: '2026-01-20' })
    await office.allocate(advance.item, [{ item, amount: 1_00 }], '2026-02-05')
    expect(await left(item)).toEqual({ open: 1_00, base: 80_00 })
    expect(exchangeEntries()).toBe(1)
    const rest = await office.receive(bank, 1_00, { rate: '75', receivedOn: '2026-02-10' })
    await office.allocate(rest.item, [{ item, amount: 1_00 }], '2026-02-10')
    expect(await left(item)).toEqual({ open: 0, base: 0 })
    expect(exchangeEntries()).toBe(2)
    expect(exchange()).toBe(0) // gain 5 and loss 5
  })

  it('[T6] the bank keeps its charge: the customer is credited with what he sent', async () => {
    const bank = await office.bank('USD')
    const receipt = await office.receive(bank, 1000_00, { charge: 15_00, rate: '7.1' })
    expect(office.balance('1002')).toBe(7100_00 - 106_50)
    expect(office.one<{ n: number }>("SELECT sum(base) AS n FROM posting WHERE category = 'bank-charge'").n).toBe(106_50)
    expect(await left(receipt.item)).toEqual({ open: -1000_00, base: -7100_00 })
  })

  it('[T6] unclaimed money waits in 2241 until somebody says whose it is', async () => {
    const bank = await office.bank('USD')
    const receipt = await office.receive(bank, 500_00, { rate: '7', customerId: null })
    expect(office.balance('2241')).toBe(-3500_00)
    expect((await office.open('receivable')).get(receipt.item)).toMatchObject({ kind: 'unclaimed', party: '待认领款' })
    const item = await office.invoice(500_00, { currency: 'USD', rate: '7' })
    expect(
      await office.send('allocate', { id: newId(), on: '2026-02-01', source: receipt.item, targets: [{ item, amount: 1 }] }),
    ).toMatchObject({ refused: 'wrong-state' })
    expect(
      await office.send('claim-receipt', { id: receipt.id, on: '2026-01-31', customerId: office.customerId, contractId: null }),
    ).toMatchObject({ refused: 'date-out-of-order' })
    const claimed = await office.run('claim-receipt', { id: receipt.id, on: '2026-02-04', customerId: office.customerId, contractId: null })
    expect(claimed.item).toBe(`${receipt.id}:2`)
    expect(office.balance('2241')).toBe(0)
    expect(office.balance('2203')).toBe(-3500_00)
    // As of the day before, nobody knew.
    expect((await office.open('receivable', '2026-02-03')).get(receipt.item)).toMatchObject({ kind: 'unclaimed' })
    await office.allocate(claimed.item, [{ item, amount: 500_00 }], '2026-02-04')
    expect(
      await office.send('claim-receipt', { id: receipt.id, on: '2026-02-05', customerId: office.customerId, contractId: null }),
    ).toMatchObject({ refused: 'wrong-state' })
  })

  it('[T13] a claimed receipt goes back with its claim', async () => {
    const receipt = await office.receive(await office.bank('USD'), 500_00, { rate: '7', customerId: null })
    await office.run('claim-receipt', { id: receipt.id, on: '2026-02-04', customerId: office.customerId, contractId: null })
    expect(await office.send('reverse-receipt', { id: receipt.id, on: '2026-02-03', reason: 'x' })).toMatchObject({
      refused: 'date-out-of-order',
    })
    await office.run('reverse-receipt', { id: receipt.id, on: '2026-02-04', reason: 'not ours' })
    for (const account of ['1002', '2203', '2241']) expect(office.balance(account)).toBe(0)
  })

  it('[T2] the base currency has rate 1, a closed account and a day before its opening take no money', async () => {
    const bank = await office.bank('CNY')
    const given = {
      id: newId(),
      bankAccountId: bank,
      amount: 100,
      charge: 0,
      payerName: '',
      customerId: null,
      contractId: null,
      remark: '',
    }
    expect(await office.send('register-receipt', { ...given, rate: '7', receivedOn: '2026-02-01' })).toMatchObject({
      refused: 'rate-must-be-one',
    })
    expect(await office.send('register-receipt', { ...given, rate: '1', receivedOn: '2025-12-30' })).toMatchObject({
      refused: 'date-out-of-order',
    })
    const account = await office.query('bank-account', { id: bank })
    const { currency: _currency, balance: _balance, bank: _bank, ...fields } = account
    await office.run('edit-bank-account', { ...fields, active: false })
    expect(await office.send('register-receipt', { ...given, rate: '1', receivedOn: '2026-02-01' })).toMatchObject({
      refused: 'wrong-state',
    })
  })

  it('[T6] a receipt names a signed contract of its own customer', async () => {
    const bank = await office.bank('USD')
    const other = office.party('customer', 'Other')
    const sold = await office.sold([{ quantity: '1', price: '10' }])
    const given = {
      id: newId(),
      bankAccountId: bank,
      receivedOn: '2026-02-01',
      amount: 100,
      charge: 0,
      rate: '7',
      payerName: '',
      remark: '',
    }
    expect(await office.send('register-receipt', { ...given, customerId: other, contractId: sold.id })).toMatchObject({
      refused: 'party-differs',
    })
    const draft = await office.sold([{ quantity: '1', price: '10' }], { sign: false })
    expect(await office.send('register-receipt', { ...given, customerId: office.customerId, contractId: draft.id })).toMatchObject({
      refused: 'wrong-state',
    })
  })
})

describe('allocation', () => {
  it('[T7] refuses another party, another side, and what cannot give', async () => {
    const bank = await office.bank('CNY')
    const mine = await office.invoice(100_00)
    const theirs = await office.invoice(100_00, { customerId: office.party('customer', 'Other') })
    const receipt = await office.receive(bank, 100_00)
    const payment = await office.pay(bank, 50_00)
    const send = (source: string, item: string) =>
      office.send('allocate', { id: newId(), on: '2026-02-01', source, targets: [{ item, amount: 1 }] })
    expect(await send(receipt.item, theirs)).toMatchObject({ refused: 'party-differs', data: { expected: 'Buyer', found: 'Other' } })
    expect(await send(mine, receipt.item)).toMatchObject({ refused: 'wrong-state' })
    expect(await send(payment.item, mine)).toMatchObject({ refused: 'wrong-state' })
  })

  it('[T9] no item is overdrawn on any day: neither before it existed nor by way of a backdated reversal', async () => {
    const item = await office.invoice(100_00, { on: '2026-02-10' })
    const receipt = await office.receive(await office.bank('CNY'), 300_00, { receivedOn: '2026-02-01' })
    const send = (on: string, amount: number) =>
      office.send('allocate', { id: newId(), on, source: receipt.item, targets: [{ item, amount }] })
    expect(await send('2026-02-09', 1)).toMatchObject({ refused: 'date-out-of-order' })
    const batch = newId()
    await office.allocate(receipt.item, [{ item, amount: 100_00 }], '2026-02-12', batch)
    await office.run('reverse-allocation', { id: batch, on: '2026-02-20', reason: 'x' })
    // It is open again now, but from the 12th to the 19th it was not.
    expect(await send('2026-02-15', 100_00)).toMatchObject({ refused: 'allocation-exceeds', data: { open: { minor: 0 } } })
    expect(await send('2026-02-11', 100_00)).toMatchObject({ refused: 'allocation-exceeds' })
    expect(await send('2026-02-20', 100_00)).toMatchObject({ ok: true })
  })

  it('[T8] many to many in one batch; a preview says the same as the deed', async () => {
    const items = [await office.invoice(60_00, usd), await office.invoice(100_00, { ...usd, rate: '51' })]
    const receipt = await office.receive(await office.bank('USD'), 120_00, { rate: '52' })
    const targets = [
      { item: items[0]!, amount: 60_00 },
      { item: items[1]!, amount: 60_00 },
    ]
    const preview = await office.query('preview-allocation', { source: receipt.item, targets })
    expect(preview.exchangeDifference.minor).toBe(120_00 + 60_00)
    expect(preview.targets.map((t) => t.left.minor)).toEqual([0, 40_00])
    expect(preview.sourceLeft.minor).toBe(0)
    expect((await office.allocate(receipt.item, targets)).exchangeDifference).toEqual(preview.exchangeDifference)
    expect((await office.query('receipt', { id: receipt.id })).allocations.map((a) => a.amount.minor)).toEqual([60_00, 60_00])
  })

  it('[T8] thirds of a rate leave nothing behind', async () => {
    const item = await office.invoice(3, { currency: 'USD', rate: '3.3333' }) // 0.03 USD carried at 0.10
    const receipt = await office.receive(await office.bank('USD'), 3, { rate: '3.5' })
    for (let n = 0; n < 3; n++) await office.allocate(receipt.item, [{ item, amount: 1 }])
    expect(await left(item)).toEqual({ open: 0, base: 0 })
    expect(await left(receipt.item)).toEqual({ open: 0, base: 0 })
    expect(exchange()).toBe(office.balance('6603'))
  })
})

describe('payments', () => {
  it('[T9] pays bills and keeps the rest as a prepayment; the exchange difference has the opposite sign of a receipt', async () => {
    const posted = await office.bill({ currency: 'USD', rate: '7', lines: [office.billLine(100_00)] })
    const bank = await office.bank('USD', { balance: 1000_00, rate: '7' })
    const paid = await office.pay(bank, 150_00, { rate: '7.2', charge: 2_00, targets: [{ item: posted.item, amount: 100_00 }] })
    expect(exchange()).toBe(20_00) // a loss: the bill was booked at 7, the money was worth 7.2
    expect(await left(posted.item)).toEqual({ open: 0, base: 0 })
    expect(await left(paid.item)).toEqual({ open: -50_00, base: -360_00 })
    expect(office.one<{ n: number }>("SELECT sum(base) AS n FROM posting WHERE category = 'bank-charge'").n).toBe(14_40)
    expect(minor((await office.query('bank-account', { id: bank })).balance)).toBe(1000_00 - 152_00)
    const seen = await office.query('payment', { id: paid.id })
    expect(seen.allocations).toMatchObject([{ documentId: posted.id, amount: { minor: 100_00 }, exchangeDifference: { minor: -20_00 } }])
  })

  it('[T13] a reversed payment takes its own allocations back; later ones must be taken back first', async () => {
    const first = await office.bill({ lines: [office.billLine(100_00)] })
    const second = await office.bill({ lines: [office.billLine(100_00)] })
    const paid = await office.pay(await office.bank('CNY'), 150_00, { targets: [{ item: first.item, amount: 100_00 }] })
    const batch = newId()
    await office.allocate(paid.item, [{ item: second.item, amount: 50_00 }], '2026-02-02', batch)
    expect(await office.send('reverse-payment', { id: paid.id, on: '2026-02-05', reason: 'x' })).toMatchObject({
      refused: 'already-allocated',
    })
    expect(await left(first.item)).toEqual({ open: 0, base: 0 }) // nothing of the refused command stays
    await office.run('reverse-allocation', { id: batch, on: '2026-02-05', reason: 'x' })
    await office.run('reverse-payment', { id: paid.id, on: '2026-02-05', reason: 'x' })
    expect(await left(first.item)).toEqual({ open: 100_00, base: 100_00 })
    expect(await left(second.item)).toEqual({ open: 100_00, base: 100_00 })
    expect(office.balance('1002')).toBe(0)
    expect(office.balance('1123')).toBe(0)
  })

  it('[T7] refuses to pay more than is left, and another vendor`s bill', async () => {
    const posted = await office.bill({ lines: [office.billLine(100_00)] })
    const bank = await office.bank('CNY')
    const given = { id: newId(), bankAccountId: bank, paidOn: '2026-02-01', charge: 0, rate: '1', contractId: null, remark: '' }
    const targets = [{ item: posted.item, amount: 100_00 }]
    expect(await office.send('register-payment', { ...given, partyId: office.factoryId, amount: 50_00, targets })).toMatchObject({
      refused: 'allocation-exceeds',
      data: { open: { minor: 50_00 } },
    })
    expect(
      await office.send('register-payment', { ...given, partyId: office.party('forwarder', 'Ship Co'), amount: 100_00, targets }),
    ).toMatchObject({ refused: 'party-differs' })
    expect(office.balance('1002')).toBe(0)
  })

  it('[T14] a vendor`s credit note settles a bill; a customer`s lowers revenue', async () => {
    const posted = await office.bill({ lines: [office.billLine(100_00)] })
    const note = (partyId: string, amount: number) =>
      office.run('post-credit-note', {
        id: newId(),
        partyId,
        on: '2026-01-25',
        currency: 'CNY',
        rate: '1',
        amount,
        dealId: null,
        reason: 'short',
      })
    const credit = await note(office.factoryId, 30_00)
    expect(await left(credit.item)).toEqual({ open: -30_00, base: -30_00 })
    await office.allocate(credit.item, [{ item: posted.item, amount: 30_00 }])
    expect(await left(posted.item)).toEqual({ open: 70_00, base: 70_00 })
    expect(office.balance('6401')).toBe(-30_00)
    await note(office.customerId, 12_00)
    expect(office.balance('6001')).toBe(12_00)
    expect(office.balance('1122')).toBe(-12_00)
  })
})

describe('periods', () => {
  it('[T16] a period is closed up to a day that is past: today is not over', async () => {
    const today = office.at.slice(0, 10)
    expect(await office.send('close-period', { through: today })).toMatchObject({
      refused: 'day-not-over',
      data: { day: today, latest: addDays(today, -1) },
    })
    expect(await office.send('close-period', { through: addDays(today, -1) })).toMatchObject({ ok: true })
  })

  it('[T16] nothing is posted into a closed period, and reopening is possible', async () => {
    const bank = await office.bank('CNY')
    await office.run('close-period', { through: '2026-01-31' })
    const given = {
      id: newId(),
      bankAccountId: bank,
      amount: 100,
      charge: 0,
      rate: '1',
      payerName: '',
      customerId: null,
      contractId: null,
      remark: '',
    }
    expect(await office.send('register-receipt', { ...given, receivedOn: '2026-01-31' })).toMatchObject({
      refused: 'period-closed',
      data: { closedThrough: '2026-01-31', date: '2026-01-31' },
    })
    expect(await office.send('register-receipt', { ...given, receivedOn: '2026-02-01' })).toMatchObject({ ok: true })
    expect(await office.send('close-period', { through: '2026-01-31' })).toMatchObject({ refused: 'nothing-to-do' })
    expect(await office.send('close-period', { through: '2026-07-31' })).toMatchObject({ refused: 'date-out-of-order' })
    await office.run('reopen-period', { through: '2025-12-31', reason: 'late bill', revision: 1 })
    expect(await office.send('register-receipt', { ...given, id: newId(), receivedOn: '2026-01-31' })).toMatchObject({ ok: true })
    await office.run('reopen-period', { through: null, reason: 'late bill', revision: 2 })
    expect(await office.send('reopen-period', { through: null, reason: 'x', revision: 3 })).toMatchObject({ refused: 'nothing-to-do' })
  })
})

describe('found by Ctrl+K', () => {
  it('[W1] [W2] the bank’s reference of a receipt or payment, by part of it, by who may see the document and nobody else', async () => {
    const own = await moneyOffice({}, [workbench])
    own.at = '2026-06-30T02:00:00.000Z'
    const bank = await own.bank('USD')
    const received = await own.receive(bank, 100_00, { bankReference: 'FT-26/0630-8841', rate: '7' })
    const waiting = await own.receive(bank, 50_00, { bankReference: 'FT-26/0630-7752', rate: '7', customerId: null })
    const paid = await own.pay(bank, 10_00, { bankReference: 'OUT 993 441', rate: '7' })
    const find = async (text: string, as?: TestUser) => (await own.query('find', { text, limit: 20 }, as)).map((f) => f.title)
    expect(await find('06308841')).toEqual([received.number])
    expect(await find('0630-77')).toEqual([waiting.number])
    expect(await find('993441')).toEqual([paid.number])
    await own.run('claim-receipt', { id: waiting.id, on: '2026-06-30', customerId: own.customerId, contractId: null })
    expect(await find('7752')).toEqual([waiting.number])
    const other = await own.user({ permissions: ['receipt.view'], scopes: { receipt: 'own' } })
    for (const text of ['8841', '7752', '993441']) expect(await find(text, other)).toEqual([])
    endSound(own)
  })
})
