// Money that goes back: to a customer his advance, over-payment or credit note; from a vendor a prepayment or credit note; and all of it taken back.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { switchesOff } from '../../../preload/contract/modules/people/calls.ts'
import { endSound, minor, moneyOffice, type MoneyOffice } from './testing/money.ts'

let office: MoneyOffice
beforeEach(async () => {
  office = await moneyOffice()
  office.at = '2026-06-30T02:00:00.000Z'
})
afterEach(() => endSound(office))

const left = async (item: string) => {
  const row = (await office.open('receivable')).get(item) ?? (await office.open('payable')).get(item)
  return row ? { open: minor(row['open']), base: minor(row['openBase']) } : { open: 0, base: 0 }
}
type Targets = { item: string; amount: number; sourceAmount?: number }[]
const give = (bankAccountId: string, amount: number, targets: Targets, more: object = {}) =>
  office.send('register-payment', {
    ...{ id: newId(), bankAccountId, paidOn: '2026-02-10', partyId: office.customerId, amount, charge: 0, rate: '1', targets },
    ...{ contractId: null, remark: '', ...more },
  })
const comeBack = (bankAccountId: string, amount: number, returns: Targets, more: object = {}) =>
  office.send('register-receipt', {
    ...{ id: newId(), bankAccountId, receivedOn: '2026-02-10', amount, charge: 0, rate: '1', payerName: '', customerId: null },
    ...{ vendorId: office.factoryId, contractId: null, remark: '', returns, ...more },
  })
const credit = (partyId: string, amount: number, more: object = {}) =>
  office.run('post-credit-note', {
    ...{ id: newId(), partyId, on: '2026-02-05', currency: 'CNY', rate: '1', amount, dealId: null, reason: 'returned' },
    ...more,
  })
const exchange = (dealId: string | null) =>
  office.one<{ n: number }>(
    "SELECT coalesce(sum(p.base), 0) AS n FROM posting p LEFT JOIN ledger_key k ON k.key = p.deal WHERE p.category = 'exchange-difference' AND k.id IS ?",
    dealId,
  ).n

describe('to a customer', () => {
  it('[PA-11] [PA-12] [T27] invoice 100 paid and wholly returned: 300 back is refused, 100 leaves nothing open, taken back −100 stands again', async () => {
    const item = await office.invoice(100_00)
    const bank = await office.bank('CNY')
    const receipt = await office.receive(bank, 100_00)
    await office.allocate(receipt.item, [{ item, amount: 100_00 }])
    const note = await credit(office.customerId, 100_00)
    expect(await left(note.item)).toEqual({ open: -100_00, base: -100_00 })
    expect(await give(bank, 300_00, [{ item: note.item, amount: 100_00 }])).toMatchObject({
      refused: 'amount-not-zero',
      data: { amount: { minor: 200_00, currency: 'CNY' } },
    })
    expect(await give(bank, 300_00, [{ item: note.item, amount: 300_00 }])).toMatchObject({ refused: 'allocation-exceeds' })
    expect(await give(bank, 100_00, [])).toMatchObject({ refused: 'amount-not-zero' })
    const id = newId()
    expect(await give(bank, 100_00, [{ item: note.item, amount: 100_00 }], { id })).toMatchObject({ ok: true })
    expect(await office.open('receivable')).toEqual(new Map())
    expect(office.balance('1002')).toBe(0)
    expect(await office.query('payment', { id })).toMatchObject({
      isRefund: true,
      open: { minor: 0 },
      allocations: [{ document: note.number, documentKind: 'credit-note', amount: { minor: 100_00 } }],
    })
    await office.run('reverse-payment', { id, on: '2026-02-12', reason: 'bounced' })
    expect(await left(note.item)).toEqual({ open: -100_00, base: -100_00 })
    expect(office.balance('1002')).toBe(100_00)
    expect([...(await office.open('receivable', '2026-02-11')).keys()]).toEqual([])
  })

  it('[T27] the advance of a contract at 7.00 given back at 7.20: the loss and the charge are its deal’s, the payment has its deal and contract', async () => {
    const deal = await office.sold([{ quantity: '100', price: '10' }])
    const usd = await office.bank('USD')
    const { item } = await office.receive(usd, 300_00, { rate: '7', contractId: deal.id })
    const paid = await give(usd, 300_00, [{ item, amount: 300_00 }], { rate: '7.2', charge: 5_00 })
    expect(paid).toMatchObject({ ok: true })
    expect(exchange(deal.dealId)).toBe(60_00)
    expect(
      office.one<{ n: number }>(
        "SELECT sum(p.base) AS n FROM posting p JOIN ledger_key k ON k.key = p.deal WHERE p.category = 'bank-charge' AND k.id = ?",
        deal.dealId,
      ).n,
    ).toBe(36_00)
    expect(await left(item)).toEqual({ open: 0, base: 0 })
    expect(office.balance('2203')).toBe(0)
    // C13. It stands among the documents of the deal whose money it gives back.
    const { documents } = await office.query('deal', { id: deal.dealId })
    expect(documents.map(({ kind }) => kind).toSorted()).toEqual(['payment', 'receipt', 'sales-contract'])
  })

  it('[T27] several items of several deals, partly, across currencies; the result of each is its own deal’s', async () => {
    const [one, two] = [await office.sold([{ quantity: '100', price: '10' }]), await office.sold([{ quantity: '100', price: '10' }])]
    const [usd, cny] = [await office.bank('USD'), await office.bank('CNY')]
    const first = await office.receive(usd, 100_00, { rate: '7', contractId: one.id })
    const second = await office.receive(usd, 100_00, { rate: '6.5', contractId: two.id })
    expect(await give(cny, 710_00, [{ item: first.item, amount: 100_00 }])).toMatchObject({ refused: 'currency-differs' })
    const given = [
      { item: first.item, amount: 100_00, sourceAmount: 710_00 },
      { item: second.item, amount: 50_00, sourceAmount: 355_00 },
    ]
    expect(await give(cny, 1065_00, given)).toMatchObject({ ok: true })
    expect([exchange(one.dealId), exchange(two.dealId), exchange(null)]).toEqual([10_00, 30_00, 0])
    expect(await left(second.item)).toEqual({ open: -50_00, base: -325_00 })
  })

  it('[T27] only what is his and gives money: no invoice, nobody else’s advance, no purchase contract', async () => {
    const bank = await office.bank('CNY')
    const other = office.party('customer', 'Another')
    const theirs = await office.receive(bank, 50_00, { customerId: other })
    const invoice = await office.invoice(50_00)
    expect(await give(bank, 50_00, [{ item: theirs.item, amount: 50_00 }])).toMatchObject({ refused: 'party-differs' })
    expect(await give(bank, 50_00, [{ item: invoice, amount: 50_00 }])).toMatchObject({ refused: 'wrong-state' })
    const own = await office.receive(bank, 50_00)
    expect(await give(bank, 50_00, [{ item: own.item, amount: 50_00 }], { contractId: newId() })).toMatchObject({
      refused: 'invalid-input',
    })
    const clerk = await office.user({ permissions: ['payment.create'], scopes: { customer: 'own', receipt: 'own' } })
    expect(
      await office.send(
        'register-payment',
        {
          ...{ id: newId(), bankAccountId: bank, paidOn: '2026-02-10', partyId: office.customerId, amount: 50_00, charge: 0, rate: '1' },
          ...{ targets: [{ item: own.item, amount: 50_00 }], contractId: null, remark: '' },
        },
        clerk,
      ),
    ).toMatchObject({ refused: 'not-found' })
  })

  it('[T28] what was given back is taken back as a whole: its allocation alone is not, and the receipt it came from waits', async () => {
    const bank = await office.bank('CNY')
    const receipt = await office.receive(bank, 50_00)
    const id = newId()
    await give(bank, 50_00, [{ item: receipt.item, amount: 50_00 }], { id })
    expect(await office.send('reverse-allocation', { id, on: '2026-02-11', reason: 'x' })).toMatchObject({
      refused: 'in-use',
      data: { by: 'payment' },
    })
    expect(await office.send('reverse-receipt', { id: receipt.id, on: '2026-02-11', reason: 'x' })).toMatchObject({
      refused: 'already-allocated',
    })
    await office.run('reverse-payment', { id, on: '2026-02-11', reason: 'x' })
    expect(await office.send('reverse-receipt', { id: receipt.id, on: '2026-02-11', reason: 'x' })).toMatchObject({ ok: true })
  })

  it('[T27] [T19] with payments to be approved it needs a request too, which names what is given back and nothing else', async () => {
    const bank = await office.bank('CNY')
    const { item } = await office.receive(bank, 80_00)
    const request = (lines: { id: string; item: string; amount: number }[], more: object = {}) =>
      office.send('save-payment-request', {
        ...{ id: newId(), partyId: office.customerId, contractId: null, currency: 'CNY', rate: '1', amount: null, payBy: '2026-03-01' },
        ...{ purpose: '', remark: '', ownerId: office.owner.id, lines, ...more },
      })
    expect(await request([], { amount: 80_00 })).toMatchObject({ refused: 'invalid-input' })
    expect(await request([{ id: newId(), item, amount: 90_00 }])).toMatchObject({ refused: 'allocation-exceeds' })
    const invoice = await office.invoice(50_00)
    expect(await request([{ id: newId(), item: invoice, amount: 50_00 }])).toMatchObject({ refused: 'wrong-state' })
    expect((await office.query('bills-to-request', { partyId: office.customerId })).map((b) => [b.item, b.left?.minor])).toEqual([
      [item, 80_00],
    ])
    const id = newId()
    expect(await request([{ id: newId(), item, amount: 80_00 }], { id })).toMatchObject({ ok: true })
    expect(await give(bank, 30_00, [{ item, amount: 30_00 }], { requestId: id })).toMatchObject({ ok: true })
    expect(await office.query('payment-request', { id })).toMatchObject({
      isRefund: true,
      paid: { minor: 30_00 },
      lines: [{ amount: { minor: 80_00 }, toPay: { minor: 50_00 } }],
    })
    expect(await office.query('bills-to-request', { partyId: office.customerId })).toEqual([])
    expect(await give(bank, 60_00, [{ item, amount: 60_00 }], { requestId: id })).toMatchObject({ refused: 'allocation-exceeds' })
  })
})

describe('with payments to be approved', () => {
  it('[T27] [T19] a customer is given nothing back without an approved request', async () => {
    const own = await moneyOffice({ switches: { ...switchesOff, approvePayment: true } })
    own.at = '2026-06-30T02:00:00.000Z'
    const bank = await own.bank('CNY')
    const { item } = await own.receive(bank, 80_00)
    expect(
      await own.send('register-payment', {
        ...{ id: newId(), bankAccountId: bank, paidOn: '2026-02-10', partyId: own.customerId, amount: 80_00, charge: 0, rate: '1' },
        ...{ targets: [{ item, amount: 80_00 }], contractId: null, remark: '' },
      }),
    ).toMatchObject({ refused: 'payment-request-needed', data: { party: 'Buyer' } })
    endSound(own)
  })
})

describe('from a vendor', () => {
  it('[T28] a prepayment at 7.00 comes back at 7.10: a gain, its deal’s; nothing open; the receipt goes back whole', async () => {
    const deal = await office.sold([{ quantity: '100', price: '10', buy: { price: '50' } }])
    const usd = await office.bank('USD', { balance: 1000_00, rate: '7' })
    const prepaid = await office.pay(usd, 100_00, { rate: '7', contractId: deal.purchaseId })
    expect(
      (await office.query('allocation-candidates', { partyId: office.factoryId, side: 'payable', returning: true })).map((c) => c.item),
    ).toEqual([prepaid.item])
    const id = newId()
    expect(await comeBack(usd, 100_00, [{ item: prepaid.item, amount: 100_00 }], { id, rate: '7.1', charge: 2_00 })).toMatchObject({
      ok: true,
    })
    expect(exchange(deal.dealId)).toBe(-10_00)
    expect(await office.open('payable')).toEqual(new Map())
    expect(office.balance('1123')).toBe(0)
    expect(await office.query('receipt', { id })).toMatchObject({ vendorId: office.factoryId, vendorName: 'Factory', open: { minor: 0 } })
    expect((await office.query('receipts', { totals: true, limit: 5 })).rows.map((r) => r['customer'])).toEqual(['Factory'])
    await office.run('reverse-receipt', { id, on: '2026-02-12', reason: 'x' })
    expect(await left(prepaid.item)).toEqual({ open: -100_00, base: -700_00 })
    expect(exchange(deal.dealId)).toBe(0)
    expect(office.one<{ n: number }>("SELECT coalesce(sum(base), 0) AS n FROM posting WHERE category = 'bank-charge'").n).toBe(0)
  })

  it('[T28] his credit note too; never more than is open, never without saying of what, never a bill', async () => {
    const bank = await office.bank('CNY')
    const vendor = office.party('forwarder', 'Carrier')
    const note = await credit(vendor, 70_00)
    const back = (amount: number, returns: Targets) => comeBack(bank, amount, returns, { vendorId: vendor })
    expect(await back(80_00, [{ item: note.item, amount: 80_00 }])).toMatchObject({ refused: 'allocation-exceeds' })
    expect(await back(80_00, [])).toMatchObject({ refused: 'amount-not-zero' })
    const bill = await office.bill({ partyId: vendor, lines: [office.billLine(50_00)] })
    expect(await back(50_00, [{ item: bill.item, amount: 50_00 }])).toMatchObject({ refused: 'wrong-state' })
    expect(
      await comeBack(bank, 70_00, [{ item: note.item, amount: 70_00 }], { vendorId: vendor, customerId: office.customerId }),
    ).toMatchObject({
      refused: 'invalid-input',
    })
    expect(await back(70_00, [{ item: note.item, amount: 70_00 }])).toMatchObject({ ok: true })
    expect(await left(note.item)).toEqual({ open: 0, base: 0 })
    expect(office.balance('1002')).toBe(70_00)
  })
})
