// Milestones that documents prove: ticked by a payment, a booking, a dispatch; open again when it is taken back (production M15).
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { testOffice, type TestOffice } from '../../testing/test-office.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { production } from '../production/index.ts'
import { purchasing } from '../purchasing/index.ts'
import { shipments } from '../shipments/index.ts'
import { aTrade, type Sold, type Trade } from '../shipments/testing/trade.ts'
import { moneyModules } from '../../testing/money-modules.ts'

let office: TestOffice
let trade: Trade
let sold: Sold
let bankAccountId: string
beforeEach(async () => {
  office = await testOffice([deals, contracts, purchasing, production, shipments, ...moneyModules])
  trade = aTrade(office)
  const kinds = ['deposit', 'booking', 'dispatch'] as const
  for (const t of await office.query('milestone-templates', {}))
    if (t.isDefault)
      await office.run('save-milestone-template', { ...t, isDefault: false, lines: t.lines.map(({ person: _p, ...l }) => l) })
  await office.run('save-milestone-template', {
    ...{ id: newId(), name: '三步', nameEn: 'Three', isDefault: true, active: true },
    lines: kinds.map((kind) => ({
      ...{ id: newId(), kind, name: kind, nameEn: '', anchor: 'signing' as const, offsetDays: 1 },
      ...{ responsible: 'merchandiser' as const, userId: null, needsNote: true },
    })),
  })
  bankAccountId = newId()
  await office.run('create-bank-account', {
    ...{ id: bankAccountId, code: 'CNY', name: 'CNY', bankName: '', accountNumber: '', swift: '', currency: 'CNY', active: true },
    ...{ openedOn: '2025-12-31', openingBalance: 0, openingRate: '1' },
  })
  sold = await trade.sold([
    { quantity: '100', price: '10', buy: { price: '100' } },
    { quantity: '10', price: '10', buy: { price: '100' } },
  ])
})
afterEach(() => office.close())

const states = async () => {
  const followed = await office.query('contract-milestones', { contractId: sold.purchaseId! })
  return Object.fromEntries(followed!.milestones.map((m) => [m.kind, m.standing === 'overdue' ? 'open' : m.standing]))
}
const term = (share: string) =>
  office.database.write.sql.prepare('UPDATE purchase_contract SET paymentTerm = ? WHERE id = ?').run(
    JSON.stringify([
      { share, event: 'on-signing', days: 0 },
      { share: String(100 - Number(share)), event: 'before-shipment', days: 0 },
    ]),
    sold.purchaseId!,
  )
const pay = async (amount: number) => {
  const id = newId()
  await office.run('register-payment', {
    ...{ id, bankAccountId, paidOn: '2026-02-01', partyId: trade.factoryId, amount, charge: 0, rate: '1', targets: [], remark: '' },
    contractId: sold.purchaseId,
  })
  return id
}

describe('[M15] a deposit', () => {
  it('is ticked by the payment that completes it, and open again when one of its payments is reversed', async () => {
    term('30') // of 11,000.00
    const first = await pay(200_000)
    expect(await states()).toMatchObject({ deposit: 'open' })
    await pay(130_000)
    expect(await states()).toMatchObject({ deposit: 'done', booking: 'open', dispatch: 'open' })
    const { milestones } = (await office.query('contract-milestones', { contractId: sold.purchaseId! }))!
    expect(milestones[0]).toMatchObject({ doneOn: '2026-02-01', note: 'PY2026-0002' })
    await office.run('reverse-payment', { id: first, on: '2026-02-02', reason: 'twice' })
    expect(await states()).toMatchObject({ deposit: 'open' })
  })

  it('another payment that still proves it keeps it ticked', async () => {
    term('30')
    const first = await pay(330_000)
    await pay(330_000)
    await office.run('reverse-payment', { id: first, on: '2026-02-02', reason: 'twice' })
    expect(await states()).toMatchObject({ deposit: 'done' })
  })

  it('that somebody ticked by hand stays theirs', async () => {
    term('30')
    const { milestones } = (await office.query('contract-milestones', { contractId: sold.purchaseId! }))!
    await office.run('complete-milestone', {
      ...{ id: milestones[0]!.id, revision: milestones[0]!.revision, doneOn: '2026-02-01', note: 'told by phone' },
      ...{ result: null, checked: null, defects: null },
    })
    const paid = await pay(330_000)
    await office.run('reverse-payment', { id: paid, on: '2026-02-02', reason: 'twice' })
    expect(await states()).toMatchObject({ deposit: 'done' })
  })
})

describe('[M15] a shipment', () => {
  const of = async (id: string) => (await office.query('shipment', { id })).revision
  it('ticks the booking when it is booked and unticks it when it is dropped', async () => {
    const input = trade.shipmentOf([[sold.lines[0]!, '100']])
    const saved = await office.run('save-shipment', input)
    expect(await states()).toMatchObject({ booking: 'open' })
    await office.run('book-shipment', { id: input.id, revision: saved.revision, bookingNumber: 'BK' })
    expect(await states()).toMatchObject({ booking: 'done', dispatch: 'open' })
    await office.run('discard-shipment', { id: input.id, revision: await of(input.id) })
    expect(await states()).toMatchObject({ booking: 'open' })
  })

  it('ticks the dispatch when the last of the goods leaves, and unticks it when one of them comes back', async () => {
    const first = await trade.shipped([[sold.lines[0]!, '100']], { dispatchedOn: '2026-02-10' })
    expect(await states()).toMatchObject({ booking: 'done', dispatch: 'open' })
    await trade.shipped([[sold.lines[1]!, '10']], { dispatchedOn: '2026-02-12' })
    expect(await states()).toMatchObject({ dispatch: 'done' })
    await office.run('reverse-dispatch', {
      id: first.input.id,
      revision: await of(first.input.id),
      on: '2026-02-13',
      reason: 'wrong goods',
    })
    // The other shipment is still gone, so space was booked; but not all has left.
    expect(await states()).toMatchObject({ booking: 'done', dispatch: 'open' })
  })
})
