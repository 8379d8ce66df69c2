// Credit notes of vendors: what they take off cost, input VAT and expected refund, and that taking them back leaves nothing of them (T14, T30). Free goods (T31).
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { endSound, moneyOffice, type MoneyOffice } from '../receipts-and-payments/testing/money.ts'
import { minutes, rounds } from '../../../build/soak/rounds.ts'

let office: MoneyOffice
beforeEach(async () => {
  office = await moneyOffice()
  office.at = '2026-12-31T02:00:00.000Z'
})
afterEach(() => endSound(office))

const noteInput = (given: Partial<CommandInput<'post-credit-note'>> = {}): CommandInput<'post-credit-note'> => ({
  id: newId(),
  partyId: office.factoryId,
  on: '2026-03-20',
  currency: 'CNY',
  rate: '1',
  amount: 113_000,
  dealId: null,
  reason: 'price reduced',
  ...given,
})
const note = (given: Partial<CommandInput<'post-credit-note'>> = {}) => office.run('post-credit-note', noteInput(given))
const refused = (given: Partial<CommandInput<'post-credit-note'>>) => office.send('post-credit-note', noteInput(given))
const profitOf = (dealId: string) =>
  office.one<{ profit: number }>('SELECT r.profit FROM sum_result r JOIN ledger_key k ON k.key = r.deal WHERE k.id = ?', dealId).profit
const stageOf = (dealId: string) => office.one<{ stage: string }>('SELECT stage FROM deal WHERE id = ?', dealId).stage
const accounts = () => ['1405', '222101', '1221', '6401', '2202'].map((a) => office.balance(a))

/** 100 pieces at 113.00 incl. 13 % VAT: bought, billed, and shipped unless it is said otherwise. */
const bought = async (given: { shipped?: string; lines?: number } = {}) => {
  const sold = await office.sold(
    Array.from({ length: given.lines ?? 1 }, () => ({ quantity: '100', price: '20', buy: { price: '113' } })),
    { signedOn: '2026-01-05' },
  )
  const lines = sold.purchaseLines.map((purchaseLineId) =>
    office.billLine(1_130_000, { purchaseLineId, quantity: '100', category: null, vatRate: '13' }),
  )
  const bill = await office.bill({ kind: 'factory', billDate: '2026-03-02', lines })
  const quantity = given.shipped ?? '100'
  if (quantity !== '0')
    await office.shipped(
      sold.lines.map((l) => [l, quantity]),
      { dispatchedOn: '2026-03-10', rate: '7' },
    )
  return { ...sold, bill }
}

describe('[T30] a factory`s credit note', () => {
  it.each([
    ['names the lines', 'lines'],
    ['names only the deal', 'deal'],
  ])('%s: net off the cost, VAT off the input VAT, refund and profit follow', async (_, how) => {
    const { dealId, purchaseLines } = await bought()
    const before = profitOf(dealId)
    expect(office.balance('1221')).toBe(130_000)
    const posted = await note(how === 'lines' ? { lines: [{ purchaseLineId: purchaseLines[0]!, amount: 113_000 }] } : { dealId })
    expect(office.balance('6401')).toBe(900_000)
    expect(office.balance('1221')).toBe(117_000)
    expect([office.balance('1405'), office.balance('222101')]).toEqual([0, 0])
    expect(profitOf(dealId) - before).toBe(100_000)
    expect(office.one('SELECT "foreign" AS f, openForeign AS o FROM open_item WHERE ref = ?', posted.item)).toEqual({
      f: 113_000,
      o: 113_000,
    })
    expect(await office.query('credit-note', { id: posted.id })).toMatchObject({
      side: 'payable',
      amount: { minor: 113_000, currency: 'CNY' },
      lines: [{ vatRate: '13', amount: { minor: 113_000, currency: 'CNY' } }],
    })
  })

  it('before the goods leave lowers the stock, and their cost when they leave', async () => {
    const { purchaseLines, lines } = await bought({ shipped: '0' })
    await note({ lines: [{ purchaseLineId: purchaseLines[0]!, amount: 113_000 }] })
    expect([office.balance('1405'), office.balance('222101'), office.balance('6401')]).toEqual([900_000, 117_000, 0])
    await office.shipped([[lines[0]!, '50']], { dispatchedOn: '2026-03-25', rate: '7' })
    expect([office.balance('1405'), office.balance('6401'), office.balance('1221')]).toEqual([450_000, 450_000, 58_500])
  })

  it('is shared over the goods of its deal by what was billed of them and is not credited yet', async () => {
    const { dealId, purchaseLines } = await bought({ lines: 2 })
    await note({ amount: 1_130_000, lines: [{ purchaseLineId: purchaseLines[0]!, amount: 1_130_000 }] })
    const second = await note({ dealId })
    expect((await office.query('credit-note', { id: second.id })).lines).toHaveLength(1)
    const left = await office.query('lines-to-credit', { partyId: office.factoryId, currency: 'CNY' })
    expect(left.map((l) => [l.purchaseLineId, l.open?.minor])).toEqual([[purchaseLines[1]!, 1_017_000]])
    // More than the goods: the deal as a whole.
    const whole = await note({ dealId, amount: 2_000_000 })
    expect((await office.query('credit-note', { id: whole.id })).lines).toEqual([])
  })

  it('taken back puts everything as it was, not before its day nor while it is allocated', async () => {
    const { dealId, bill } = await bought({ shipped: '70' })
    const before = [...accounts(), profitOf(dealId)]
    const posted = await note({ dealId })
    const undo = (on: string) => office.send('reverse-credit-note', { id: posted.id, on, reason: 'x' })
    const batch = newId()
    await office.allocate(posted.item, [{ item: bill.item, amount: 113_000 }], '2026-03-21', batch)
    expect(await undo('2026-03-22')).toMatchObject({ refused: 'already-allocated' })
    await office.run('reverse-allocation', { id: batch, on: '2026-03-24', reason: 'x' })
    expect(await undo('2026-03-23')).toMatchObject({ refused: 'date-out-of-order', data: { earlier: '2026-03-24' } })
    expect(await undo('2026-03-24')).toMatchObject({ ok: true })
    expect([...accounts(), profitOf(dealId)]).toEqual(before)
    expect(await undo('2026-03-25')).toMatchObject({ refused: 'already-reversed' })
    expect(await office.query('lines-to-credit', { partyId: office.factoryId, currency: 'CNY' })).toMatchObject([
      { open: { minor: 1_130_000 } },
    ])
  })

  it('refuses goods of others, more than was billed, lines that do not add up, and VAT of a customer', async () => {
    const { purchaseLines } = await bought()
    const line = (amount: number) => [{ purchaseLineId: purchaseLines[0]!, amount }]
    expect(await refused({ amount: 1_130_001, lines: line(1_130_001) })).toMatchObject({ refused: 'allocation-exceeds' })
    expect(await refused({ lines: line(112_999) })).toMatchObject({ refused: 'amount-not-zero', data: { amount: { minor: 1 } } })
    expect(await refused({ currency: 'USD', rate: '7', lines: line(113_000) })).toMatchObject({ refused: 'currency-differs' })
    expect(await refused({ partyId: office.party('factory', 'Other'), lines: line(113_000) })).toMatchObject({ refused: 'party-differs' })
    expect(await refused({ partyId: office.party('forwarder', 'Fast'), lines: line(113_000) })).toMatchObject({ refused: 'invalid-input' })
    expect(await refused({ partyId: office.customerId, vatRate: '13' })).toMatchObject({ refused: 'invalid-input' })
  })

  it(
    'of whatever amounts and lines and then taken back, in any order, leaves nothing',
    async () => {
      const { purchaseLines, dealId } = await bought({ lines: 2, shipped: '33' })
      const before = [...accounts(), profitOf(dealId)]
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(1), fc.integer({ min: 1, max: 150_000 })), { minLength: 1, maxLength: 4 }),
          fc.boolean(),
          async (credits, forwards) => {
            const ids: string[] = []
            for (const [which, amount] of credits)
              ids.push((await note({ amount, lines: [{ purchaseLineId: purchaseLines[which]!, amount }] })).id)
            const net = (account: string) => office.balance(account)
            expect(net('6401') + net('1405')).toBeLessThanOrEqual(before[0]! + before[3]!)
            for (const id of forwards ? ids : ids.toReversed())
              await office.run('reverse-credit-note', { id, on: '2026-03-20', reason: 'x' })
            expect([...accounts(), profitOf(dealId)]).toEqual(before)
          },
        ),
        { numRuns: rounds(12, 240) },
      )
    },
    minutes(1),
  )
})

describe('[T14] other credit notes', () => {
  it('of a vendor of services: net off the expense, VAT off the input VAT, and back', async () => {
    const forwarder = office.party('forwarder', 'Fast')
    const { dealId } = await office.sold([{ quantity: '1', price: '100' }])
    const posted = await note({ partyId: forwarder, amount: 10_600, vatRate: '6', dealId })
    expect([office.balance('6601'), office.balance('222101'), office.balance('2202')]).toEqual([-10_000, -600, 10_600])
    await office.run('reverse-credit-note', { id: posted.id, on: '2026-03-20', reason: 'x' })
    expect([office.balance('6601'), office.balance('222101'), office.balance('2202')]).toEqual([0, 0, 0])
  })

  it('to a customer: revenue, without VAT, and back', async () => {
    const { dealId } = await office.sold([{ quantity: '1', price: '100' }])
    const posted = await note({ partyId: office.customerId, currency: 'USD', rate: '7', amount: 1000, dealId })
    expect([office.balance('6001'), office.balance('1122')]).toEqual([7000, -7000])
    await office.run('reverse-credit-note', { id: posted.id, on: '2026-03-21', reason: 'x' })
    expect([office.balance('6001'), office.balance('1122')]).toEqual([0, 0])
  })
})

describe('[T31] free goods', () => {
  it('are bought, shipped and never billed, and the deal closes', async () => {
    const sold = await office.sold([
      { quantity: '10', price: '100', buy: { price: '50', refundRate: '0' } },
      { quantity: '1', price: '0', buy: { price: '0' } },
    ])
    const shipped = await office.shipped(
      [
        [sold.lines[0]!, '10'],
        [sold.lines[1]!, '1'],
      ],
      { dispatchedOn: '2026-03-01', rate: '7' },
    )
    const unbilled = await office.query('purchase-lines', { params: { unbilledOnly: true } })
    expect(unbilled.rows.map((r) => r.id)).toEqual([sold.purchaseLines[0]])
    const bill = await office.bill({
      kind: 'factory',
      billDate: '2026-03-02',
      lines: [office.billLine(50_000, { purchaseLineId: sold.purchaseLines[0]!, quantity: '10', category: null })],
    })
    await office.pay(await office.bank('CNY'), 50_000, { paidOn: '2026-03-03', targets: [{ item: bill.item, amount: 50_000 }] })
    expect(stageOf(sold.dealId)).toBe('shipped')
    const receipt = await office.receive(await office.bank('USD'), 100_000, { receivedOn: '2026-03-04', rate: '7' })
    await office.allocate(receipt.item, [{ item: shipped.receivables[0]!.item, amount: 100_000 }], '2026-03-04')
    expect(stageOf(sold.dealId)).toBe('closed')
  })

  it('may stand in the bill of the goods they came with, but a bill is of something', async () => {
    const sold = await office.sold([
      { quantity: '10', price: '100', buy: { price: '50' } },
      { quantity: '1', price: '0', buy: { price: '0' } },
    ])
    const [paid, free] = sold.purchaseLines.map((purchaseLineId, i) =>
      office.billLine(i === 0 ? 50_000 : 0, { purchaseLineId, quantity: i === 0 ? '10' : '1', category: null }),
    )
    const send = (lines: CommandInput<'post-bill'>['lines'], kind: 'factory' | 'expense' = 'factory') =>
      office.send('post-bill', {
        ...{ id: newId(), kind, partyId: office.factoryId, invoiceNumber: '', billDate: '2026-03-02', dueDate: '2026-03-02' },
        ...{ currency: 'CNY', rate: '1', remark: '', lines },
      })
    expect(await send([free!])).toMatchObject({ refused: 'invalid-input' })
    expect(await send([office.billLine(0)], 'expense')).toMatchObject({ refused: 'invalid-input' })
    expect(await send([paid!, free!])).toMatchObject({ ok: true })
    expect(office.one('SELECT billed FROM purchase_line WHERE id = ?', sold.purchaseLines[1]!)).toEqual({ billed: 10_000 })
  })
})
