// Whose it is after a hand-over: what is made anew for a customer, or is open again, belongs to whom the customer belongs. Rules T41 and Y10.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { TestUser } from '../../testing/test-office.ts'
import { letters } from '../letters-of-credit/index.ts'
import { parties } from '../parties/index.ts'
import { endSound, moneyOffice, type MoneyOffice } from '../receipts-and-payments/testing/money.ts'

let office: MoneyOffice
let li: TestUser
let bank: string
beforeEach(async () => {
  office = await moneyOffice({}, [parties, letters])
  li = await office.user({ permissions: ['receivable.view'], scopes: { receivable: 'own' }, name: '李' })
  bank = await office.bank('USD')
})
afterEach(() => endSound(office))

/** A deal of 500.00 that is paid in full, so that a hand-over leaves it with whom it was; then the customer goes to Li. */
const settledThenHandedOver = async () => {
  const sale = await office.sold([{ quantity: '100', price: '5' }])
  await office.shipped([[sale.lines[0]!, '100']], { dispatchedOn: '2026-01-20', rate: '7' })
  const money = await office.receive(bank, 500_00, { rate: '7.1', contractId: sale.id })
  const { ref } = office.one<{ ref: string }>(`SELECT ref FROM open_item WHERE account = '1122'`)
  const batch = newId()
  await office.allocate(money.item, [{ item: ref, amount: 500_00 }], '2026-02-01', batch)
  expect(office.one('SELECT stage FROM deal WHERE id = ?', sale.dealId)).toEqual({ stage: 'closed' })
  await office.run('hand-over-customer', { id: office.customerId, revision: 1, newOwnerId: li.id })
  return { sale, money, ref, batch }
}
const ownerOf = (item: string) =>
  office.one<{ id: string }>('SELECT k.id FROM open_item i JOIN ledger_key k ON k.key = i.owner WHERE i.ref = ?', item).id
const openOfLi = async () => (await office.list('open-items', { side: 'receivable' }, li)).map((r) => r.id)

describe('[T41] after a hand-over', () => {
  it('a receipt for a settled deal’s contract is the present salesperson’s, registered or claimed', async () => {
    const { sale } = await settledThenHandedOver()
    const known = await office.receive(bank, 1_00, { contractId: sale.id })
    expect(ownerOf(known.item)).toBe(li.id)
    const free = await office.receive(bank, 2_00, { customerId: null })
    const claimed = await office.run('claim-receipt', { id: free.id, on: '2026-02-02', customerId: office.customerId, contractId: sale.id })
    expect(ownerOf(claimed.item)).toBe(li.id)
    for (const id of [known.id, free.id]) expect(office.one('SELECT ownerId FROM receipt WHERE id = ?', id)).toEqual({ ownerId: li.id })
    expect(await openOfLi()).toEqual([known.item, claimed.item])
  })

  it('a credit note on the settled deal is the present salesperson’s to apply; the deal’s result is corrected where it was earned', async () => {
    const { sale } = await settledThenHandedOver()
    const note = await office.run('post-credit-note', {
      ...{ id: newId(), partyId: office.customerId, on: '2026-02-10', currency: 'USD', rate: '7', amount: 10_00 },
      ...{ dealId: sale.dealId, reason: 'claim' },
    })
    expect(ownerOf(note.item)).toBe(li.id)
    const revenue = office.one(
      `SELECT k.id FROM posting p JOIN journal j ON j.id = p.journalId JOIN ledger_key k ON k.key = p.owner WHERE p.account = '6001' AND j.kind = 'credit-note'`,
    )
    expect(revenue).toEqual({ id: office.owner.id })
  })

  it('what is open again after an allocation is taken back is the present salesperson’s, with its receipt and its exchange difference', async () => {
    const { money, ref, batch } = await settledThenHandedOver()
    expect(ownerOf(ref)).toBe(office.owner.id) // settled: it stays with whom it was
    await office.run('reverse-allocation', { id: batch, on: '2026-02-20', reason: 'wrong invoice' })
    expect([ownerOf(ref), ownerOf(money.item)]).toEqual([li.id, li.id])
    expect(office.one('SELECT ownerId FROM receipt WHERE id = ?', money.id)).toEqual({ ownerId: li.id })
    await office.allocate(money.item, [{ item: ref, amount: 500_00 }], '2026-02-21')
    const difference = office.one(
      `SELECT k.id FROM posting p JOIN ledger_key k ON k.key = p.owner WHERE p.category = 'exchange-difference' ORDER BY p.id DESC LIMIT 1`,
    )
    expect(difference).toEqual({ id: li.id })
  })

  it('[Y10] a letter of credit on the settled deal’s contract is the present salesperson’s', async () => {
    const { sale } = await settledThenHandedOver()
    const id = newId()
    await office.run('save-letter-of-credit', {
      ...{
        id,
        bankNumber: 'LC-1',
        customerId: office.customerId,
        applicant: '',
        issuingBank: 'First Bank',
        advisingBank: '',
        currency: 'USD',
      },
      ...{ amount: 100_00, tolerancePlus: '0', toleranceMinus: '0', issuedOn: '2026-02-10', expiresOn: '2026-04-30', expiryPlace: 'China' },
      ...{
        latestShipment: '2026-04-10',
        presentationDays: 21,
        availability: 'sight',
        tenorDays: 0,
        confirmed: false,
        partialShipment: true,
      },
      ...{
        transhipment: true,
        portOfLoading: '',
        portOfDischarge: '',
        goods: '',
        documents: [],
        contractIds: [sale.id],
        remark: '',
        ownerId: null,
      },
    })
    expect(office.one('SELECT ownerId FROM letter_of_credit WHERE id = ?', id)).toEqual({ ownerId: li.id })
  })
})
