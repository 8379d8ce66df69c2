// Nothing is taken back before the last day of what touched it, and nothing is left in base of an item at zero: on every day, not only by what stands today.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { endSound, moneyOffice, type MoneyOffice } from '../receipts-and-payments/testing/money.ts'

let office: MoneyOffice
beforeEach(async () => {
  office = await moneyOffice()
  office.at = '2026-12-31T02:00:00.000Z' // after every day that is told here
})
afterEach(() => endSound(office))

const revisionOf = (id: string) => office.one<{ revision: number }>('SELECT revision FROM shipment WHERE id = ?', id).revision
const takeBack = (id: string, on: string) => office.send('reverse-dispatch', { id, revision: revisionOf(id), on, reason: 'x' })
const again = (id: string, dispatchedOn: string) =>
  office.send('dispatch-shipment', { id, revision: revisionOf(id), dispatchedOn, rate: '7' })
const undo = (id: string, on: string) => office.send('reverse-allocation', { id, on, reason: 'x' })
const outOfOrder = (earlier: string, later: string) => ({ refused: 'date-out-of-order', data: { earlier, later } })
/** Open amounts of an item at the end of a day. */
const stood = (ref: string, on: string) =>
  office.one<{ foreign: number; base: number }>(
    `SELECT coalesce(sum(p."foreign"), 0) AS "foreign", coalesce(sum(p.base), 0) AS base FROM posting p JOIN open_item i ON i.id = p.item
     WHERE i.ref = ? AND p.date <= ?`,
    ref,
    on,
  )

/** Goods for USD 100.00 that left on 1 March at 7, bought for 50 incl. 13 % VAT. */
const left = async (refundRate = '13') => {
  const sold = await office.sold([{ quantity: '1', price: '100', buy: { price: '50', refundRate } }])
  const shipped = await office.shipped([[sold.lines[0]!, '1']], { dispatchedOn: '2026-03-01', rate: '7' })
  return { sold, id: shipped.id, invoice: shipped.receivables[0]!.item }
}

describe('[H17] a dispatch is not taken back', () => {
  it('before the day on which money was last applied to its receivable or given back', async () => {
    const { id, invoice } = await left()
    const receipt = await office.receive(await office.bank('USD'), 10_000, { receivedOn: '2026-03-01', rate: '7' })
    const batch = newId()
    await office.allocate(receipt.item, [{ item: invoice, amount: 5000 }], '2026-03-20', batch)
    expect(await takeBack(id, '2026-03-30')).toMatchObject({ refused: 'already-allocated' })
    await undo(batch, '2026-03-25')
    expect(await takeBack(id, '2026-03-22')).toMatchObject(outOfOrder('2026-03-25', '2026-03-22'))
    expect(await takeBack(id, '2026-03-25')).toMatchObject({ ok: true })
    for (const day of ['2026-03-20', '2026-03-25', '2026-12-31']) expect(stood(invoice, day).foreign).toBeGreaterThanOrEqual(0)
    expect(await again(id, '2026-03-24')).toMatchObject(outOfOrder('2026-03-25', '2026-03-24'))
    expect(await again(id, '2026-03-25')).toMatchObject({ ok: true })
  })

  it.each(['13', '0'])('before the day of a later cost of its goods (refund %s %%)', async (refundRate) => {
    const { id, sold } = await left(refundRate)
    const line = office.billLine(6000, { purchaseLineId: sold.purchaseLines[0]!, quantity: '1', category: null, vatRate: '13' })
    const bill = await office.bill({ kind: 'factory', billDate: '2026-03-25', lines: [line] })
    expect(await takeBack(id, '2026-03-24')).toMatchObject(outOfOrder('2026-03-25', '2026-03-24'))
    await office.run('reverse-bill', { id: bill.id, on: '2026-03-28', reason: 'x' })
    expect(await takeBack(id, '2026-03-27')).toMatchObject(outOfOrder('2026-03-28', '2026-03-27'))
    expect(await takeBack(id, '2026-03-28')).toMatchObject({ ok: true })
    expect(office.balance('6401')).toBe(0)
  })

  it('before the day on which its tax refund was received or given back', async () => {
    const { id } = await left()
    const refund = office.one<{ ref: string; openForeign: number }>("SELECT ref, openForeign FROM open_item WHERE kind = 'tax-refund'")
    const receipt = newId()
    await office.run('receive-tax-refund', {
      id: receipt,
      bankAccountId: await office.bank('CNY'),
      receivedOn: '2026-03-10',
      amount: refund.openForeign,
      remark: '',
      lines: [{ item: refund.ref, amount: refund.openForeign, close: false }],
    })
    await office.run('reverse-tax-refund', { id: receipt, on: '2026-03-12', reason: 'x' })
    expect(await takeBack(id, '2026-03-11')).toMatchObject(outOfOrder('2026-03-12', '2026-03-11'))
    expect(await takeBack(id, '2026-03-12')).toMatchObject({ ok: true })
  })
})

describe('[L9] an item at zero in its own currency is at zero in base', () => {
  it('on its day, when a part is dated before one that was given back', async () => {
    const invoice = await office.invoice(10_000, { currency: 'USD', rate: '7.0001', on: '2026-03-01' }) // 700.01
    const receipt = await office.receive(await office.bank('USD'), 20_000, { receivedOn: '2026-03-01', rate: '7' })
    const batch = newId()
    await office.allocate(receipt.item, [{ item: invoice, amount: 5000 }], '2026-03-20', batch)
    await undo(batch, '2026-03-25')
    await office.allocate(receipt.item, [{ item: invoice, amount: 5000 }], '2026-03-10')
    expect(stood(invoice, '2026-03-20')).toEqual({ foreign: 0, base: 0 })
    expect(stood(invoice, '2026-03-25').foreign).toBe(5000)
    await office.run('write-off', { id: newId(), on: '2026-03-26', item: invoice, amount: 5000, reason: 'x' })
    expect(stood(invoice, '2026-03-26')).toEqual({ foreign: 0, base: 0 })
  })

  it('on several days with different rests: the later ones are taken off on their day, and given back with the part', async () => {
    const invoice = await office.invoice(10_000, { currency: 'USD', rate: '7.0001', on: '2026-03-01' })
    const receipt = await office.receive(await office.bank('USD'), 50_000, { receivedOn: '2026-03-01', rate: '7' })
    const once = async (amounts: number[], on: string, back: string) => {
      const batch = newId()
      await office.allocate(
        receipt.item,
        amounts.map((amount) => ({ item: invoice, amount })),
        on,
        batch,
      )
      await undo(batch, back)
    }
    await once([2000, 3000], '2026-03-20', '2026-03-22') // 140.00 + 210.00
    await once([5000], '2026-03-24', '2026-03-26') // 350.01
    const batch = newId()
    await office.allocate(receipt.item, [{ item: invoice, amount: 5000 }], '2026-03-10', batch)
    for (const day of ['2026-03-20', '2026-03-24']) expect(stood(invoice, day)).toEqual({ foreign: 0, base: 0 })
    await undo(batch, '2026-03-12')
    expect(stood(invoice, '2026-03-20')).toEqual({ foreign: 5000, base: 35_001 })
    expect(stood(invoice, '2026-03-30')).toEqual({ foreign: 10_000, base: 70_001 })
    expect(stood(receipt.item, '2026-03-30')).toEqual({ foreign: -50_000, base: -350_000 })
  })
})
