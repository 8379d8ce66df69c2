// Cases AP-01 to AP-18 of permissions, approvals and inquiries, and bank changes by two persons, through the HTTP API of a real hub with the people of the demonstration company.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { CommandInput, CommandName } from '../../preload/contract/commands.ts'
import { switchesOff } from '../../preload/contract/modules/people/calls.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { signIn, type Client, setSwitches } from './support/client.ts'
import { demoFolder, endAll, removeFolders, startOffice } from './support/office.ts'
import { aDeal } from './support/walked-deal.ts'

const USERS = ['boss', 'manager', 'sales', 'sales2', 'purchaser', 'shipping', 'cashier', 'admin'] as const
let address: string
const people = {} as Record<(typeof USERS)[number], Client>
beforeAll(async () => {
  address = await startOffice('--serve', '--port', '0', '--data', demoFolder(inject('demonstration'))).address
  for (const user of USERS) people[user] = await signIn(address, user)
  await setSwitches(people.boss, { ...switchesOff, approveSalesContract: true })
})
afterAll(async () => {
  await endAll()
  removeFolders()
})

const send = <N extends CommandName>(as: Client, name: N, input: CommandInput<N>) => as.send(`command/${name}`, { id: newId(), input })
const refusal = async <N extends CommandName>(as: Client, name: N, input: CommandInput<N>) => {
  const { answer } = await send(as, name, input)
  return 'refused' in answer ? answer.refused : answer
}
const contracts = (as: Client) => as.query('sales-contracts', { params: {}, limit: 200, totals: true })
/** A contract of the salesperson, put before an approver; its signature waits for the approval (approvals A20). */
const submitted = async (as: Client = people.sales) => {
  const { contract, today } = await aDeal(people)
  const own = { ...contract, ownerId: (await as.query('me', {})).id }
  const saved = await as.command('save-sales-contract', own)
  const approvalId = newId()
  await as.command('submit-for-approval', {
    id: approvalId,
    kind: 'sales-contract',
    documentId: saved.id,
    revision: saved.revision,
    note: '',
  })
  return { contract: saved, approvalId, today }
}
const decision = async (as: Client, id: string) => {
  const { revision, contentHash } = await people.boss.query('approval', { id })
  return { as, input: { id, expect: { revision, contentHash } } }
}

describe('[AP-01] [AP-02] a salesperson with own documents', () => {
  it('[AP-01] lists own contracts only; another’s is neither read nor written', async () => {
    const { sales, sales2 } = people
    const mine = new Set((await contracts(sales)).rows.map((r) => r.id))
    const theirs = (await contracts(sales2)).rows.find((r) => !mine.has(r.id))!
    expect([mine.size > 0, mine.has(theirs.id)]).toEqual([true, false])
    expect(await sales.send('query/sales-contract', { id: theirs.id })).toEqual(await sales.send('query/sales-contract', { id: newId() }))
    expect(await refusal(sales, 'sign-sales-contract', { id: theirs.id, revision: 1, signedOn: '2026-01-01' })).toBe('not-found')
  })
  it('[AP-02] makes none for a colleague, voids nothing, posts no bill, and signs his own', async () => {
    const { sales, sales2 } = people
    const { contract, bill } = await aDeal(people)
    const colleague = (await sales2.query('me', {})).id
    expect(await refusal(sales, 'save-sales-contract', { ...contract, ownerId: colleague })).toBe('not-found')
    const { contract: own, approvalId, today } = await submitted()
    const { id, revision } = own
    expect(await refusal(sales, 'sign-sales-contract', { id, revision, signedOn: today })).toBe('approval-needed')
    await people.boss.command('approve', { ...(await decision(people.boss, approvalId)).input, note: '' })
    const signed = await sales.command('sign-sales-contract', { id, revision, signedOn: today })
    expect(await refusal(sales, 'void-sales-contract', { id, revision: signed.revision, reason: 'x' })).toBe('not-permitted')
    expect(await refusal(sales, 'post-bill', bill)).toBe('not-permitted')
  })
})

it('[AP-03] a manager sees everybody’s and deletes no signed contract; who has nothing of the trade sees nothing at all', async () => {
  const { manager, sales, sales2, admin } = people
  for (const seller of [sales, sales2])
    for (const row of (await contracts(seller)).rows.slice(0, 5))
      expect(await manager.query('sales-contract', { id: row.id })).toMatchObject({ number: row['number'] })
  const signed = (await contracts(sales)).rows.find((r) => r['status'] === 'signed')!
  const { revision } = await manager.query('sales-contract', { id: signed.id })
  expect(await refusal(manager, 'discard-sales-contract', { id: signed.id, revision })).toBe('wrong-state')
  expect((await admin.send('query/sales-contracts', { params: {} })).status).toBe(403)
})

it('[AP-04] without the right to a list 403, to an export 403; without the right to a field it is missing, and what is sent for it is not taken', async () => {
  const { sales, admin, boss } = people
  expect((await admin.send('query/shipments', { params: {} })).status).toBe(403)
  expect((await sales.export('customers')).status).toBe(403)
  const customerId = (await sales.query('customers', { params: {}, limit: 1 })).rows[0]!.id
  const me = (await sales.query('me', {})).id
  const id = newId()
  await sales.command('save-quotation', {
    ...{ id, customerId, inquiryNumber: '', quotedOn: '2026-01-05', validUntil: '2026-02-05', currency: 'USD', rate: '7', incoterm: 'FOB' },
    ...{
      incotermPlace: 'Ningbo',
      portOfLoading: '',
      portOfDischarge: '',
      paymentTerm: [{ share: '100', event: 'before-shipment', days: 0 }],
    },
    ...{ delivery: '', commissionRate: '0', clauses: '', remark: '', ownerId: me, costs: { freight: 1, insurance: 1, domestic: 1 } },
    lines: [
      {
        ...{ id: newId(), productId: null, description: 'x', quantity: '1', unit: 'PCS', price: '2', discount: '0' },
        cost: { cost: '1', vatRate: '13', refundRate: '13' },
      },
    ],
  })
  const shown = await sales.query('quotation', { id })
  expect([shown.lines[0], shown].map((part) => 'cost' in part! || 'costs' in part!)).toEqual([false, false])
  const kept = await boss.query('quotation', { id })
  expect([kept.lines[0]!.cost, kept.costs]).toEqual([null, { freight: 0, insurance: 0, domestic: 0 }])
})

it('[AP-16] a quotation revised twice is -01 and -02; older ones are read, and only the newest is confirmed', async () => {
  const { sales } = people
  const { today, id: me } = await sales.query('me', {})
  const customerId = (await sales.query('customers', { params: {}, limit: 1 })).rows[0]!.id
  const first = await sales.command('save-quotation', {
    ...{ id: newId(), customerId, inquiryNumber: '', quotedOn: today, validUntil: today, currency: 'USD', rate: '7', incoterm: 'FOB' },
    ...{
      incotermPlace: 'Ningbo',
      portOfLoading: '',
      portOfDischarge: '',
      paymentTerm: [{ share: '100', event: 'before-shipment', days: 0 }],
    },
    ...{ delivery: '', commissionRate: '0', clauses: '', remark: '', ownerId: me, costs: { freight: 0, insurance: 0, domestic: 0 } },
    lines: [{ id: newId(), productId: null, description: 'x', quantity: '1', unit: 'PCS', price: '2', discount: '0', cost: null }],
  })
  const sent = ({ id, revision }: { id: string; revision: number }) => sales.command('send-quotation', { id, revision, sentOn: today })
  const revised = async ({ id, revision }: { id: string; revision: number }) =>
    sent(await sales.command('revise-quotation', { id: newId(), from: { id, revision }, quotedOn: today, validUntil: today }))
  const second = await revised(await sent(first))
  const third = await revised(second)
  const { versions } = await sales.query('quotation', { id: third.id })
  expect(versions.map((v) => [v.number.slice(first.number.length), v.status])).toEqual([
    ['', 'superseded'],
    ['-01', 'superseded'],
    ['-02', 'sent'],
  ])
  const confirming = ({ id, revision }: { id: string; revision: number }) => ({
    ...{ id, revision, contractId: newId(), dealId: newId(), contractDate: today, buyerOrderNumber: '' },
  })
  for (const { id } of [first, second]) {
    const { revision } = await sales.query('quotation', { id })
    expect(await refusal(sales, 'confirm-quotation', confirming({ id, revision }))).toBe('wrong-state')
  }
  await sales.command('confirm-quotation', confirming(third))
})

it('[AP-18] three quotes needed: with two and a decline one more is asked for; with three the choice goes to approval', async () => {
  const { boss, shipping } = people
  await setSwitches(boss, { ...switchesOff, freightInquiryRequired: true, approveFreightInquiry: true, freightQuotesNeeded: 3 })
  const deal = await aDeal(people)
  let inquiry = await shipping.command('save-freight-inquiry', { ...deal.inquiry, shipmentId: null })
  const cheapest = deal.quote(0, 1800, inquiry.revision)
  inquiry = await shipping.command('register-freight-quote', cheapest)
  inquiry = await shipping.command('register-freight-quote', deal.quote(1, 1950, inquiry.revision))
  inquiry = await shipping.command('record-freight-decline', {
    ...{ id: inquiry.id, revision: inquiry.revision, forwarderId: deal.forwarders[2]!, reason: 'no space' },
  })
  const choosing = () => ({ id: inquiry.id, revision: inquiry.revision, quoteId: cheapest.id, reason: '' })
  expect((await send(shipping, 'choose-freight-quote', choosing())).answer).toMatchObject({
    refused: 'freight-quotes-needed',
    data: { needed: 3, valid: 2, missing: 1, declined: 1 },
  })
  inquiry = await shipping.command('register-freight-quote', deal.quote(2, 2100, inquiry.revision))
  const chosen = await shipping.command('choose-freight-quote', choosing())
  const approvalId = newId()
  await shipping.command('submit-for-approval', {
    ...{ id: approvalId, kind: 'freight-inquiry', documentId: chosen.id, revision: chosen.revision, note: '' },
  })
  const { input } = await decision(boss, approvalId)
  expect(await boss.command('approve', { ...input, note: '' })).toMatchObject({ state: 'approved' })
  await setSwitches(boss, { ...switchesOff, approveSalesContract: true })
})

it('[SEC47] who entered bank details does not confirm them, from a second desk no more than from the first, nor in an absent one’s place', async () => {
  const { boss, purchaser, shipping, cashier } = people
  await setSwitches(boss, { ...switchesOff, approveBankDetails: true, selfApproval: true })
  const forwarder = (await shipping.query('vendors', { params: { kind: 'forwarder' }, limit: 1 })).rows[0]!.id
  const vendorNow = async () => {
    const { active: _a, createdAt: _c, bank, ...fields } = await purchaser.query('vendor', { id: forwarder })
    return { fields, version: bank!.version }
  }
  const { fields } = await vendorNow()
  await purchaser.command('edit-vendor', { ...fields, bankDetails: 'Offshore Bank 6612' })
  const bankAccountId = (await cashier.query('bank-accounts', { params: {}, search: 'BOC-USD', limit: 1 })).rows[0]!.id
  const { today } = await cashier.query('me', {})
  const payment = {
    ...{ id: newId(), bankAccountId, paidOn: today, partyId: forwarder, amount: 100, charge: 0, rate: '7', targets: [] },
    ...{ contractId: null, remark: '' },
  }
  const unconfirmed = (state: string) => ({ refused: 'bank-details-unconfirmed', data: { party: fields.name, state, who: '陈国强' } })
  expect((await send(cashier, 'register-payment', payment)).answer).toMatchObject(unconfirmed('none'))
  const approvalId = newId()
  const submission = { id: approvalId, kind: 'vendor-bank-details' as const, documentId: forwarder, note: '' }
  await cashier.command('submit-for-approval', { ...submission, revision: (await vendorNow()).version })
  const me = async (as: Client) => (await as.query('me', {})).id
  await boss.command('create-delegation', {
    ...{ id: newId(), fromUserId: await me(boss), toUserId: await me(purchaser), fromDate: today, toDate: today, reason: '' },
  })
  const secondDesk = await signIn(address, 'purchaser')
  const { input } = await decision(boss, approvalId)
  for (const desk of [purchaser, secondDesk]) expect(await refusal(desk, 'approve', { ...input, note: '' })).toBe('self-approval')
  expect(await refusal(await signIn(address, 'cashier'), 'approve', { ...input, note: '' })).toBe('not-permitted')
  expect((await send(cashier, 'register-payment', payment)).answer).toMatchObject(unconfirmed('pending'))
  await boss.command('approve', { ...input, note: '' })
  await cashier.command('register-payment', payment)
  // Our own account likewise: the owner enters its number, leaves it to nobody else, and cannot confirm it himself.
  const account = await boss.query('bank-account', { id: bankAccountId })
  const { currency: _currency, balance: _balance, bank: _bank, ...own } = account
  await boss.command('edit-bank-account', { ...own, accountNumber: '9999' })
  const transfer = {
    id: newId(),
    on: today,
    fromAccountId: bankAccountId,
    toAccountId: bankAccountId,
    amountOut: 1,
    amountIn: 1,
    rateIn: '7',
    remark: '',
  }
  const yuan = (await cashier.query('bank-accounts', { params: {}, search: 'BOC-CNY', limit: 1 })).rows[0]!.id
  expect(await refusal(cashier, 'transfer-funds', { ...transfer, fromAccountId: yuan })).toBe('bank-details-unconfirmed')
  const { bank } = await boss.query('bank-account', { id: bankAccountId })
  const put = { id: newId(), kind: 'own-bank-details' as const, documentId: bankAccountId, revision: bank!.version, note: '' }
  expect(await refusal(boss, 'submit-for-approval', put)).toBe('no-approver')
  await setSwitches(boss, { ...switchesOff, approveSalesContract: true })
})

describe('approvals', () => {
  it('[AP-05] approved is decided: it is not rejected afterwards', async () => {
    const { boss } = people
    const { approvalId } = await submitted()
    const { input } = await decision(boss, approvalId)
    await boss.command('approve', { ...input, note: '' })
    expect(await refusal(boss, 'reject', { ...input, reason: 'x' })).toBe('already-decided')
  })
  it('[AP-06] who is not asked is offered nothing, and his direct call is refused', async () => {
    const { manager } = people
    const { approvalId } = await submitted()
    expect((await manager.query('approvals', { params: { box: 'waiting' } })).rows.map((r) => r.id)).not.toContain(approvalId)
    expect(await manager.query('approval', { id: approvalId })).toMatchObject({ mayDecide: false })
    const { input } = await decision(manager, approvalId)
    expect(await refusal(manager, 'approve', { ...input, note: '' })).toBe('not-your-step')
  })
  it('[AP-07] nobody approves his own, unless the company allows it', async () => {
    const { boss } = people
    const { contract } = await aDeal(people)
    const saved = await boss.command('save-sales-contract', { ...contract, ownerId: (await boss.query('me', {})).id })
    const submit = (id: string) => ({ id, kind: 'sales-contract' as const, documentId: saved.id, revision: saved.revision, note: '' })
    // He is the company's only owner: submitting would go into the void.
    expect(await refusal(boss, 'submit-for-approval', submit(newId()))).toBe('no-approver')
    await setSwitches(boss, { ...switchesOff, approveSalesContract: true, selfApproval: true })
    const approvalId = newId()
    await boss.command('submit-for-approval', submit(approvalId))
    const { input } = await decision(boss, approvalId)
    expect(await boss.command('approve', { ...input, note: '' })).toMatchObject({ state: 'approved' })
    await setSwitches(boss, { ...switchesOff, approveSalesContract: true })
  })
  it('[AP-08] of documents in mixed states only those that may still be decided wait', async () => {
    const { boss } = people
    const [one, other] = [await submitted(), await submitted()]
    const { input } = await decision(boss, one.approvalId)
    await boss.command('approve', { ...input, note: '' })
    const waiting = (await boss.query('approvals', { params: { box: 'waiting' }, limit: 200 })).rows.map((r) => r.id)
    expect([waiting.includes(one.approvalId), waiting.includes(other.approvalId)]).toEqual([false, true])
    expect(
      [await boss.query('approval', { id: one.approvalId }), await boss.query('approval', { id: other.approvalId })].map(
        (a) => a.mayDecide,
      ),
    ).toEqual([false, true])
  })
})
