// Control, end to end through a real hub: a manager, a salesperson, a shipping clerk and an accountant carry one deal through every switch turned on, each
// refusal saying what is missing; then the same road with the switches off, where nothing of it stands in the way. Purchaser and cashier lend their hands.
import type { ApprovalKind } from '../../preload/contract/records.ts'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { CommandInput, CommandName } from '../../preload/contract/commands.ts'
import { switchesOff } from '../../preload/contract/modules/people/calls.ts'
import { addDays } from '../../preload/contract/vocabulary/dates.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { signIn, type Client, setSwitches } from './support/client.ts'
import { demoFolder, endAll, removeFolders, startOffice } from './support/office.ts'
import { aDeal, estimateOf, everySwitch, managerDecides, payableOf, requestFor, type WalkedDeal } from './support/walked-deal.ts'

const USERS = ['boss', 'manager', 'sales', 'purchaser', 'shipping', 'accountant', 'cashier'] as const

let said: () => { out: string; err: string }
const people = {} as Record<(typeof USERS)[number], Client>
beforeAll(async () => {
  const office = startOffice('--serve', '--port', '0', '--data', demoFolder(inject('demonstration')))
  const address = await office.address
  said = office.said
  for (const user of USERS) people[user] = await signIn(address, user)
  await managerDecides(people.boss)
})
afterAll(async () => {
  await endAll()
  removeFolders()
})

/** What a refused command answers: its code and figures. */
const refusal = async <N extends CommandName>(as: Client, name: N, input: CommandInput<N>) => {
  const { answer } = await as.send(`command/${name}`, { id: newId(), input })
  return 'refused' in answer ? { refused: answer.refused, data: answer.data } : answer
}
const needed = (kind: ApprovalKind, number: unknown, state = 'none') => ({ refused: 'approval-needed', data: { kind, number, state } })

type Document = { id: string; revision: number }
const submit = async (as: Client, kind: ApprovalKind, { id, revision }: Document): Promise<string> => {
  const approvalId = newId()
  await as.command('submit-for-approval', { id: approvalId, kind, documentId: id, revision, note: '' })
  return approvalId
}
/** As the manager does it from the list of what waits for him. */
const approve = async (id: string): Promise<void> => {
  const { rows } = await people.manager.query('approvals', { params: { box: 'waiting' } })
  expect(rows.map((r) => r.id)).toContain(id)
  const { revision, contentHash } = await people.manager.query('approval', { id })
  await people.manager.command('approve', { id, expect: { revision, contentHash }, note: '' })
}
const approved = async (as: Client, kind: ApprovalKind, document: Document): Promise<void> => approve(await submit(as, kind, document))

const bankInYuan = async (): Promise<string> =>
  (await people.cashier.query('bank-accounts', { params: {}, search: 'BOC-CNY', limit: 1 })).rows[0]!.id

describe('every switch on', () => {
  let deal: WalkedDeal
  let contract: Document & { number: string }
  let purchase: Document & { number: string }
  let shipment: Document & { number: string }
  let inquiry: Document & { number: string }
  let paying: CommandInput<'register-payment'>
  let requested: string
  beforeAll(async () => {
    await setSwitches(people.boss, everySwitch)
    deal = await aDeal(people)
  })

  it('the salesperson signs; nothing is bought before the contract is approved, and only his manager can', async () => {
    const { sales, purchaser } = people
    const saved = await sales.command('save-sales-contract', deal.contract)
    contract = await sales.command('sign-sales-contract', { id: saved.id, revision: saved.revision, signedOn: deal.today })
    expect(await refusal(purchaser, 'save-purchase-contract', deal.purchase)).toEqual(needed('sales-contract', contract.number))
    const approvalId = await submit(sales, 'sales-contract', contract)
    expect(await refusal(purchaser, 'save-purchase-contract', deal.purchase)).toEqual(needed('sales-contract', contract.number, 'pending'))
    const { revision, contentHash } = await sales.query('approval', { id: approvalId })
    expect(await refusal(sales, 'approve', { id: approvalId, expect: { revision, contentHash }, note: '' })).toMatchObject({
      refused: 'not-permitted',
    })
    await approve(approvalId)
  })

  it('then the profit estimate: the salesperson asks for it without a figure, the accountant prepares it, the manager approves', async () => {
    const { sales, accountant, purchaser } = people
    const { dealNumber } = await sales.query('deal-estimate', { dealId: deal.ids.deal })
    expect(await refusal(purchaser, 'save-purchase-contract', deal.purchase)).toEqual(needed('profit-estimate', dealNumber))
    await sales.command('ask-for-profit-estimate', { id: newId(), dealId: deal.ids.deal, note: 'please' })
    const estimate = await accountant.command('save-profit-estimate', await estimateOf(accountant, deal))
    expect(await refusal(purchaser, 'save-purchase-contract', deal.purchase)).toEqual(needed('profit-estimate', estimate.number))
    await approved(accountant, 'profit-estimate', estimate)
    expect(await sales.query('deal-estimate', { dealId: deal.ids.deal })).toMatchObject({ standing: 'approved', mayOpen: false })
    const saved = await purchaser.command('save-purchase-contract', deal.purchase)
    purchase = await purchaser.command('sign-purchase-contract', { id: saved.id, revision: saved.revision, signedOn: deal.today })
  })

  it('[AP-18] no booking before three different forwarders’ valid quotes, a choice, and its approval', async () => {
    const { shipping } = people
    shipment = await shipping.command('save-shipment', deal.shipment)
    const book = () => refusal(shipping, 'book-shipment', { id: shipment.id, revision: shipment.revision, bookingNumber: 'BK-WALK' })
    expect(await book()).toEqual({ refused: 'freight-inquiry-needed', data: { shipment: shipment.number, needed: 3 } })
    inquiry = await shipping.command('save-freight-inquiry', deal.inquiry)
    const cheapest = deal.quote(0, 1800, inquiry.revision)
    inquiry = await shipping.command('register-freight-quote', cheapest)
    inquiry = await shipping.command('register-freight-quote', deal.quote(1, 1950, inquiry.revision))
    inquiry = await shipping.command('record-freight-decline', {
      id: inquiry.id,
      revision: inquiry.revision,
      forwarderId: deal.forwarders[2]!,
      reason: 'no space',
    })
    const choosing = () => ({ id: inquiry.id, revision: inquiry.revision, quoteId: cheapest.id, reason: '' })
    expect(await refusal(shipping, 'choose-freight-quote', choosing())).toMatchObject({
      refused: 'freight-quotes-needed',
      data: { needed: 3, valid: 2, missing: 1, declined: 1, expired: 0 },
    })
    inquiry = await shipping.command('register-freight-quote', deal.quote(2, 2100, inquiry.revision))
    inquiry = await shipping.command('choose-freight-quote', choosing())
    expect(await book()).toEqual(needed('freight-inquiry', inquiry.number))
    await approved(shipping, 'freight-inquiry', inquiry)
    shipment = await shipping.command('book-shipment', { id: shipment.id, revision: shipment.revision, bookingNumber: 'BK-WALK' })
  })

  it('no goods leave over the credit limit without leave for it, nor before the purchase is approved', async () => {
    const { shipping, purchaser, accountant } = people
    const leaving = () => ({ id: shipment.id, revision: shipment.revision, dispatchedOn: deal.today, rate: deal.rate })
    expect(await refusal(shipping, 'dispatch-shipment', leaving())).toMatchObject({
      refused: 'credit-limit-exceeded',
      data: { limit: { minor: 6_000_000, currency: 'EUR' }, parts: { addition: { minor: 10_000_000, currency: 'EUR' } } },
    })
    const { approvalId } = await shipping.command('request-credit-override', {
      ...{
        id: newId(),
        shipmentId: shipment.id,
        shipmentRevision: shipment.revision,
        reason: 'insured buyer',
        expiresOn: addDays(deal.today, 7),
      },
    })
    await approve(approvalId)
    expect(await refusal(shipping, 'dispatch-shipment', leaving())).toEqual(needed('purchase-contract', purchase.number))
    expect(await refusal(accountant, 'post-bill', deal.bill)).toEqual(needed('purchase-contract', purchase.number))
    await approved(purchaser, 'purchase-contract', purchase)
    shipment = await shipping.command('dispatch-shipment', leaving())
  })

  it('the cashier pays nothing without an approved request', async () => {
    const { accountant, cashier } = people
    await accountant.command('post-bill', deal.bill)
    const item = await payableOf(accountant, deal)
    paying = {
      ...{
        id: newId(),
        bankAccountId: await bankInYuan(),
        paidOn: deal.today,
        partyId: deal.supplierId,
        amount: deal.accountantPays,
        charge: 0,
      },
      ...{ rate: '1', targets: [{ item, amount: deal.accountantPays }], contractId: null, remark: '' },
    }
    expect(await refusal(cashier, 'register-payment', paying)).toMatchObject({ refused: 'payment-request-needed' })
    const request = await accountant.command('save-payment-request', await requestFor(accountant, deal, item))
    expect(await refusal(cashier, 'register-payment', { ...paying, requestId: request.id })).toEqual(
      needed('payment-request', request.number),
    )
    paying.requestId = request.id
    requested = await submit(accountant, 'payment-request', request)
  })

  it('nor to an account that no second person has confirmed: neither is the request approved, nor paid after a change', async () => {
    const { manager, accountant, cashier, purchaser } = people
    const bank = async () => {
      const { name, bank: stands } = await purchaser.query('vendor', { id: deal.supplierId })
      return { party: name, version: stands!.version }
    }
    const { party } = await bank()
    const unconfirmed = (state: string) => ({ refused: 'bank-details-unconfirmed', data: { party, state, who: '林慧' } })
    const details = async () => ({ id: deal.supplierId, revision: (await bank()).version })
    const { revision, contentHash } = await manager.query('approval', { id: requested })
    const approving = { id: requested, expect: { revision, contentHash }, note: '' }
    expect(await refusal(manager, 'approve', approving)).toEqual(unconfirmed('none'))
    const first = await submit(cashier, 'vendor-bank-details', await details())
    expect(await refusal(manager, 'approve', approving)).toEqual(unconfirmed('pending'))
    await approve(first)
    await manager.command('approve', approving)
    // The mail with the "new account" comes after everybody has agreed to pay.
    const { active: _a, createdAt: _c, bank: _b, ...vendor } = await purchaser.query('vendor', { id: deal.supplierId })
    await purchaser.command('edit-vendor', { ...vendor, bankDetails: `${vendor.bankDetails} 6` })
    expect(await refusal(cashier, 'register-payment', paying)).toEqual(unconfirmed('ended'))
    await approved(accountant, 'vendor-bank-details', await details())
    await cashier.command('register-payment', paying)
  })

  it('[AP-20] what was approved is bound to what was seen: an amendment by 0.01 closes the way again', async () => {
    const { sales, purchaser } = people
    const next = await aDeal(people)
    const saved = await sales.command('save-sales-contract', next.contract)
    const signed = await sales.command('sign-sales-contract', { id: saved.id, revision: saved.revision, signedOn: next.today })
    await approved(sales, 'sales-contract', signed)
    const standing = async (revision: number) =>
      (await sales.query('document-approval', { kind: 'sales-contract', documentId: signed.id, revision })).standing
    expect(await standing(signed.revision)).toBe('approved')
    const begun = await sales.command('begin-amendment', {
      ...{ id: newId(), kind: 'sales-contract', contractId: signed.id, revision: signed.revision, reason: 'a cent more' },
    })
    const { customerId: _customer, dealId: _deal, contractDate: _date, ownerId: _owner, id: _id, ...fields } = next.contract
    const changed = await sales.command('save-sales-amendment', {
      ...fields,
      ...{ id: begun.id, revision: begun.revision, reason: 'a cent more', confirmation: 'mail of today' },
      lines: fields.lines.map((line) => ({ ...line, price: '10.000001' })),
    })
    const inForce = await sales.command('put-amendment-into-force', { id: begun.id, revision: changed.revision, on: next.today })
    expect(await sales.query('sales-contract', { id: signed.id })).toMatchObject({ total: { minor: 10_000_001, currency: 'EUR' } })
    expect(await standing(inForce.revision)).toBe('ended')
    expect(await refusal(purchaser, 'save-purchase-contract', next.purchase)).toEqual(needed('sales-contract', signed.number, 'ended'))
    expect(said().err).toBe('')
  })
})

it('with every switch off nothing of it stands in their way', async () => {
  await setSwitches(people.boss, switchesOff)
  const deal = await aDeal(people)
  const { sales, purchaser, shipping, accountant, cashier } = people
  const contract = await sales.command('save-sales-contract', deal.contract)
  await sales.command('sign-sales-contract', { id: contract.id, revision: contract.revision, signedOn: deal.today })
  const purchase = await purchaser.command('save-purchase-contract', deal.purchase)
  await purchaser.command('sign-purchase-contract', { id: purchase.id, revision: purchase.revision, signedOn: deal.today })
  const shipment = await shipping.command('save-shipment', deal.shipment)
  const booked = await shipping.command('book-shipment', { id: shipment.id, revision: shipment.revision, bookingNumber: 'BK-FREE' })
  await shipping.command('dispatch-shipment', { id: shipment.id, revision: booked.revision, dispatchedOn: deal.today, rate: deal.rate })
  await accountant.command('post-bill', { ...deal.bill, invoiceNumber: 'VAT-FREE' })
  await cashier.command('register-payment', {
    ...{
      id: newId(),
      bankAccountId: await bankInYuan(),
      paidOn: deal.today,
      partyId: deal.supplierId,
      amount: 100_000,
      charge: 0,
      rate: '1',
    },
    ...{ targets: [], contractId: null, remark: '' },
  })
})
