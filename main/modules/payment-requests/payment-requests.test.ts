// Payment requests and the gates of the trade, switch by switch, with real contracts, bills, shipments and payments. Rules C15, P15, P16, H11, H12, T17 to T19.
import type { ApprovalKind } from '../../../preload/contract/records.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { switchesOff, type Switches } from '../../../preload/contract/modules/people/calls.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { approvable, type Approvable } from '../../records/approvals/index.ts'
import { approvals } from '../approvals/index.ts'
import { tasks } from '../tasks/index.ts'
import { askedOn } from '../tasks/testing/asked.ts'
import { moneyOffice, type MoneyOffice } from '../receipts-and-payments/testing/money.ts'

// The profit estimate belongs to a later module: here a stand-in that says which one counts for a deal.
const estimates = new Map<string, { documentId: string; revision: number; number: string }>()
const estimated: Approvable = {
  submit: 'sales-contract.submit',
  ofDeal: async (_, dealId) => estimates.get(dealId),
  read: async (_, documentId) => {
    const [dealId, found] = [...estimates].find(([, e]) => e.documentId === documentId) ?? []
    if (!found || dealId === undefined) return undefined
    const rest = { title: 'Buyer', amount: null, amountBase: null, margin: '9.5', customerLevel: null, departmentId: null }
    return { ...found, ...rest, ownerId: office.owner.id }
  },
}

let office: MoneyOffice
const start = async (switches: Partial<Switches>) => {
  office = await moneyOffice({ switches: { ...switchesOff, selfApproval: true, ...switches } }, [
    approvals,
    tasks,
    { contributes: [approvable.of({ 'profit-estimate': estimated })] },
  ])
  office.database.write.sql
    .prepare("UPDATE role SET code = 'owner' WHERE id = (SELECT roleId FROM user_role WHERE userId = ?)")
    .run(office.owner.id)
}
beforeEach(() => estimates.clear())
afterEach(() => {
  expect(office.faults).toEqual([])
  expect(office.ledgerFaults()).toEqual([])
  office.close()
})

const refused = (code: string, data: unknown) => ({ ok: false, refused: code, data })
const revisionOf = (table: string, id: string) =>
  office.one<{ revision: number }>(`SELECT revision FROM ${table} WHERE id = ?`, id).revision
const approve = async (kind: ApprovalKind, documentId: string, table: string | null) => {
  const id = newId()
  const revision = table === null ? 1 : revisionOf(table, documentId)
  await office.run('submit-for-approval', { id, kind, documentId, revision, note: '' })
  const view = await office.query('approval', { id })
  await office.run('approve', { id, expect: { revision: view.revision, contentHash: view.contentHash }, note: '' })
}
const line = (salesLineId: string | null, dealId: string | null = null) => ({
  ...{ id: newId(), salesLineId, dealId, productId: null, description: 'Goods', quantity: '10', unit: 'PCS' },
  ...{ price: '50', vatRate: '13', refundRate: '13' },
})
const purchase = (lines: CommandInput<'save-purchase-contract'>['lines'], given: Partial<CommandInput<'save-purchase-contract'>> = {}) => ({
  ...{ id: newId(), supplierId: office.factoryId, contractDate: '2026-01-06', currency: 'CNY', rate: '1', deliveryDate: null },
  ...{ paymentTerm: [{ share: '100', event: 'on-signing' as const, days: 0 }], clauses: '', remark: '', ownerId: office.owner.id, lines },
  ...given,
})
const shipment = (salesLineId: string, quantity = '10'): CommandInput<'save-shipment'> => ({
  ...{ id: newId(), customerId: office.customerId, currency: 'USD', forwarderId: null, carrierId: null, vessel: '', voyage: '' },
  ...{ bookingNumber: '', billOfLadingNumber: '', invoiceNumber: '', declarationNumber: '', portOfLoading: '', portOfDischarge: '' },
  ...{ etd: null, eta: null, containers: [], remark: '', ownerId: office.owner.id, lines: [{ id: newId(), salesLineId, quantity }] },
})
const dispatch = (id: string, revision = 1) => office.send('dispatch-shipment', { id, revision, dispatchedOn: '2026-02-01', rate: '7.1' })
const needed = (kind: ApprovalKind, number: unknown, state = 'none') => refused('approval-needed', { kind, number, state })
const any = expect.any(String)

describe('the sales contract', () => {
  beforeEach(() => start({ approveSalesContract: true, signBeforeApproval: true }))

  test('[AP-20] nothing is bought or shipped before it is approved, and its change closes the way again', async () => {
    const deal = await office.sold([{ quantity: '10', price: '100' }])
    const { number } = office.one<{ number: string }>('SELECT number FROM sales_contract WHERE id = ?', deal.id)
    const wanted = purchase([line(deal.lines[0]!)])
    expect(await office.send('save-purchase-contract', wanted)).toEqual(needed('sales-contract', number))
    expect(await office.send('save-shipment', shipment(deal.lines[0]!))).toEqual(needed('sales-contract', number))
    await approve('sales-contract', deal.id, 'sales_contract')
    const bought = await office.run('save-purchase-contract', wanted)
    await office.run('sign-purchase-contract', { id: bought.id, revision: 1, signedOn: '2026-01-06' })
    const planned = await office.run('save-shipment', shipment(deal.lines[0]!))
    // The contract is counted on by something else than signing: what was approved is no more.
    office.database.write.sql.prepare('UPDATE sales_contract SET revision = revision + 1 WHERE id = ?').run(deal.id)
    expect(await dispatch(planned.id)).toEqual(needed('sales-contract', number, 'ended'))
    expect(await office.send('save-purchase-contract', purchase([line(deal.lines[0]!)]))).toEqual(needed('sales-contract', number, 'ended'))
    await approve('sales-contract', deal.id, 'sales_contract')
    expect(await dispatch(planned.id)).toMatchObject({ ok: true })
  })

  test('[AP-20] a draft raised by 0.01 loses its approval; signing alone keeps it', async () => {
    const deal = await office.sold([{ quantity: '1', price: '100' }], { sign: false })
    await approve('sales-contract', deal.id, 'sales_contract')
    const standing = async () => {
      const revision = revisionOf('sales_contract', deal.id)
      return (await office.query('document-approval', { kind: 'sales-contract', documentId: deal.id, revision })).standing
    }
    expect(await standing()).toBe('approved')
    const {
      shipments: _s,
      purchases: _p,
      advances: _a,
      total: _t,
      totalBase: _b,
      status: _st,
      signedOn: _on,
      version: _v,
      inForce: _f,
      amendment: _am,
      ...read
    } = await office.query('sales-contract', { id: deal.id })
    const { dealNumber: _d, customerName: _c, ownerName: _o, bankAccountName: _account, ...fields } = read
    const lines = (price: string) =>
      fields.lines.map(({ productCode: _1, amount: _2, shipped: _3, purchased: _4, ...l }) => ({ ...l, price }))
    await office.run('save-sales-contract', { ...fields, lines: lines('100.01') })
    expect(await standing()).toBe('ended')
    await approve('sales-contract', deal.id, 'sales_contract')
    await office.run('sign-sales-contract', { id: deal.id, revision: revisionOf('sales_contract', deal.id), signedOn: '2026-01-05' })
    expect(await standing()).toBe('approved')
    await office.run('void-sales-contract', { id: deal.id, revision: revisionOf('sales_contract', deal.id), reason: 'x' })
    expect(await standing()).toBe('ended')
  })

  test('[C15] goods for the deal without a line wait too; stock of no deal does not', async () => {
    const deal = await office.sold([{ quantity: '10', price: '100' }])
    expect(await office.send('save-purchase-contract', purchase([line(null, deal.dealId)]))).toEqual(needed('sales-contract', any))
    expect(await office.send('save-purchase-contract', purchase([line(null)]))).toMatchObject({ ok: true })
  })
})

test('[C15] with profit estimates approved, the one that counts for the deal must be', async () => {
  await start({ approveProfitEstimate: true })
  const deal = await office.sold([{ quantity: '10', price: '100' }])
  const { number } = office.one<{ number: string }>('SELECT number FROM deal WHERE id = ?', deal.dealId)
  const wanted = purchase([line(deal.lines[0]!)])
  expect(await office.send('save-purchase-contract', wanted)).toEqual(needed('profit-estimate', number))
  estimates.set(deal.dealId, { documentId: newId(), revision: 1, number: 'PE-1' })
  expect(await office.send('save-purchase-contract', wanted)).toEqual(needed('profit-estimate', 'PE-1'))
  await approve('profit-estimate', estimates.get(deal.dealId)!.documentId, null)
  expect(await office.send('save-purchase-contract', wanted)).toMatchObject({ ok: true })
  estimates.set(deal.dealId, { documentId: newId(), revision: 1, number: 'PE-2' })
  expect(await office.send('save-shipment', shipment(deal.lines[0]!))).toEqual(needed('profit-estimate', 'PE-2'))
})

test('[A7] the margin of the profit estimate chooses the route of the sales contract', async () => {
  await start({ approveSalesContract: true, signBeforeApproval: true })
  const deal = await office.sold([{ quantity: '10', price: '100' }])
  estimates.set(deal.dealId, { documentId: newId(), revision: 1, number: 'PE-1' })
  const route = (name: string, marginBelow: string | null) =>
    office.run('save-approval-route', {
      ...{ id: newId(), kind: 'sales-contract', name, active: true, amountFrom: null, marginBelow, levels: [], departmentIds: [] },
      steps: [{ by: 'owner', roleId: null, userId: null, mode: 'any' }],
    })
  await route('thin', '9.5')
  await route('usual', null)
  const id = newId()
  await office.run('submit-for-approval', { id, kind: 'sales-contract', documentId: deal.id, revision: 2, note: '' })
  expect(await office.query('approval', { id })).toMatchObject({ routeName: 'usual', margin: '9.5' })
})

describe('the purchase contract', () => {
  beforeEach(() => start({ approvePurchaseContract: true, signBeforeApproval: true }))

  test('[P16] [H12] its goods are not billed, paid or shipped before it is approved', async () => {
    const deal = await office.sold([{ quantity: '10', price: '100', buy: { price: '50' } }])
    const { number } = office.one<{ number: string }>('SELECT number FROM purchase_contract WHERE id = ?', deal.purchaseId)
    const bill = {
      kind: 'factory' as const,
      lines: [office.billLine(56_500, { purchaseLineId: deal.purchaseLines[0]!, quantity: '10', category: null, vatRate: '13' })],
    }
    await expect(office.bill(bill)).rejects.toThrow(`approval-needed {"kind":"purchase-contract","number":"${number}","state":"none"}`)
    const bank = await office.bank('CNY')
    await expect(office.pay(bank, 10_000, { contractId: deal.purchaseId! })).rejects.toThrow('approval-needed')
    const planned = await office.run('save-shipment', shipment(deal.lines[0]!))
    expect(await dispatch(planned.id)).toEqual(needed('purchase-contract', number))
    await approve('purchase-contract', deal.purchaseId!, 'purchase_contract')
    const { item } = await office.bill(bill)
    await office.pay(bank, 10_000, { contractId: deal.purchaseId! })
    expect(await dispatch(planned.id)).toMatchObject({ ok: true })
    office.database.write.sql.prepare('UPDATE purchase_contract SET revision = revision + 1 WHERE id = ?').run(deal.purchaseId)
    await expect(office.pay(bank, 5_000, { targets: [{ item, amount: 5_000 }] })).rejects.toThrow('"state":"ended"')
    // Without a contract behind them, payments and bills go their way.
    await office.bill({ lines: [office.billLine(1_000)] })
    await office.pay(bank, 1_000)
  })
})

describe('the purchase contract, signed in the usual order', () => {
  test('[A20] its signature waits for approval and stays approved after it', async () => {
    await start({ approvePurchaseContract: true })
    const deal = await office.sold([{ quantity: '10', price: '100' }])
    const made = await office.run('save-purchase-contract', purchase([line(deal.lines[0]!)]))
    const sign = () => office.send('sign-purchase-contract', { id: made.id, revision: 1, signedOn: '2026-01-06' })
    expect(await sign()).toEqual(needed('purchase-contract', made.number))
    const approvalId = newId()
    await office.run('submit-for-approval', { id: approvalId, kind: 'purchase-contract', documentId: made.id, revision: 1, note: '' })
    expect(await sign()).toEqual(needed('purchase-contract', made.number, 'pending'))
    const { revision, contentHash } = await office.query('approval', { id: approvalId })
    await office.run('approve', { id: approvalId, expect: { revision, contentHash }, note: '' })
    const signed = await sign()
    expect(signed).toMatchObject({ ok: true })
    // What was approved is what was signed: it counts for what follows.
    expect(
      await office.query('document-approval', {
        kind: 'purchase-contract',
        documentId: made.id,
        revision: signed.ok ? signed.value.revision : 0,
      }),
    ).toMatchObject({ standing: 'approved' })
  })
})

describe('the payment request', () => {
  let bank: string
  const request = (given: Partial<CommandInput<'save-payment-request'>> = {}): CommandInput<'save-payment-request'> => ({
    ...{ id: newId(), partyId: office.factoryId, contractId: null, currency: 'CNY', rate: '1', amount: null, payBy: '2026-02-20' },
    ...{ purpose: 'goods', remark: '', ownerId: office.owner.id, lines: [] },
    ...given,
  })
  const of = (item: string, amount: number) => ({ id: newId(), item, amount })
  beforeEach(async () => {
    await start({ approvePayment: true })
    bank = await office.bank('CNY')
  })

  test('[T60] a bill asks five days before its day until it is requested in full, or paid', async () => {
    const { item } = await office.bill({ lines: [office.billLine(80_000)] })
    const asked = async (day: string) => (await askedOn(office, day, 'payable-due')).length
    expect(await askedOn(office, '2026-02-10', 'payable-due')).toEqual([])
    expect(await asked('2026-02-15')).toBe(1)
    await office.run('save-payment-request', request({ lines: [of(item, 50_000)] }))
    expect(await asked('2026-02-16')).toBe(1)
    const amounts = (await office.query('today', { whose: 'team' })).tasks.map(({ rule, amount }) => [rule, amount?.minor])
    expect(amounts).toContainEqual(['payable-due', 30_000])
    const rest = await office.run('save-payment-request', request({ lines: [of(item, 30_000)] }))
    expect(await asked('2026-02-17')).toBe(0)
    await office.run('void-payment-request', { id: rest.id, revision: 1, reason: 'x' })
    expect(await asked('2026-02-18')).toBe(1)
  })

  test('[T19] the cashier pays an approved request, and nothing else', async () => {
    const { item } = await office.bill({ lines: [office.billLine(80_000)] })
    await expect(office.pay(bank, 80_000, { targets: [{ item, amount: 80_000 }] })).rejects.toThrow(
      'payment-request-needed {"party":"Factory"}',
    )
    const made = await office.run('save-payment-request', request({ lines: [of(item, 50_000)] }))
    expect(made.number).toBe('PR2026-0001')
    const paying = (amount: number, target = amount, given: Partial<CommandInput<'register-payment'>> = {}) =>
      office.send('register-payment', {
        ...{ id: newId(), bankAccountId: bank, paidOn: '2026-02-01', partyId: office.factoryId, amount, charge: 0, rate: '1' },
        ...{ targets: [{ item, amount: target }], contractId: null, remark: '', requestId: made.id, ...given },
      })
    expect(await paying(50_000)).toEqual(needed('payment-request', 'PR2026-0001'))
    await approve('payment-request', made.id, 'payment_request')
    const open = (left: number, asked: number) =>
      refused('allocation-exceeds', {
        of: 'payable',
        asked: { minor: asked, currency: 'CNY' },
        open: { minor: left, currency: 'CNY' },
        document: 'PR2026-0001',
      })
    expect(await paying(50_001, 50_000)).toEqual(open(50_000, 50_001))
    expect(await paying(20_000)).toMatchObject({ ok: true })
    expect(await paying(30_001, 30_000)).toEqual(open(30_000, 30_001))
    expect(await office.query('payment-request', { id: made.id })).toMatchObject({
      status: 'open',
      paid: { minor: 20_000 },
      left: { minor: 30_000 },
      lines: [{ amount: { minor: 50_000 }, toPay: { minor: 30_000 } }],
    })
    expect(await paying(30_000, 30_000, { partyId: office.party('factory', 'Other') })).toMatchObject({ refused: 'party-differs' })
    const usd = await office.bank('USD')
    expect(await paying(30_000, 30_000, { bankAccountId: usd, rate: '7' })).toEqual(
      refused('currency-differs', { expected: 'CNY', found: 'USD' }),
    )
    const last = await paying(30_000)
    expect(last).toMatchObject({ ok: true })
    expect((await office.query('payment-request', { id: made.id })).status).toBe('paid')
    expect(await paying(1, 1)).toEqual(open(0, 1))
    await office.run('reverse-payment', { id: last.ok ? last.value.id : '', on: '2026-02-02', reason: 'wrong account' })
    expect(await paying(30_000, 30_000, { paidOn: '2026-02-02' })).toMatchObject({ ok: true })
    const [row] = (await office.query('payment-requests', { params: {} })).rows
    expect(row).toMatchObject({ approval: 'approved', status: 'paid', paid: { minor: 50_000, currency: 'CNY' } })
    expect((await office.query('payment-requests', { params: { payableOnly: true } })).rows).toEqual([])
  })

  test('[T45] [C25] nothing is asked or approved ahead for a vendor switched off; his bills are', async () => {
    const { item } = await office.bill({ lines: [office.billLine(80_000)] })
    const ahead = await office.run('save-payment-request', request({ amount: 10_000 }))
    const active = (value: number) =>
      office.database.write.sql.prepare('UPDATE party SET active = ? WHERE id = ?').run(value, office.factoryId)
    active(0)
    const inactive = refused('inactive-party', { party: 'Factory' })
    expect(await office.send('save-payment-request', request({ amount: 10_000 }))).toEqual(inactive)
    await expect(approve('payment-request', ahead.id, 'payment_request')).rejects.toThrow('inactive-party')
    const billed = await office.run('save-payment-request', request({ lines: [of(item, 50_000)] }))
    await approve('payment-request', billed.id, 'payment_request')
    expect(await office.query('document-approval', { kind: 'payment-request', documentId: billed.id, revision: 1 })).toMatchObject({
      standing: 'approved',
    })
  })

  test('[T19] a payment over two bills leaves of each what it did not take', async () => {
    const [first, second] = [
      await office.bill({ lines: [office.billLine(80_000)] }),
      await office.bill({ lines: [office.billLine(9_000)] }),
    ]
    const made = await office.run('save-payment-request', request({ lines: [of(first.item, 80_000), of(second.item, 9_000)] }))
    await approve('payment-request', made.id, 'payment_request')
    const targets = [
      { item: first.item, amount: 50_000 },
      { item: second.item, amount: 6_000 },
    ]
    await office.pay(bank, 56_000, { targets, requestId: made.id })
    const { lines } = await office.query('payment-request', { id: made.id })
    expect(lines.map(({ toPay }) => toPay?.minor)).toEqual([30_000, 3_000])
  })

  test('[T19] two payments of one request at the same moment: together never more than it', async () => {
    const made = await office.run('save-payment-request', request({ amount: 10_000 }))
    await approve('payment-request', made.id, 'payment_request')
    const pay = () =>
      office.send('register-payment', {
        ...{ id: newId(), bankAccountId: bank, paidOn: '2026-02-01', partyId: office.factoryId, amount: 6_000, charge: 0, rate: '1' },
        ...{ targets: [], contractId: null, remark: '', requestId: made.id },
      })
    expect(await Promise.all([pay(), pay()])).toMatchObject([{ ok: true }, { refused: 'allocation-exceeds' }])
  })

  test('[T17] asks for no more than is open and not asked for elsewhere', async () => {
    const { item } = await office.bill({ lines: [office.billLine(80_000)] })
    await office.run('save-payment-request', request({ lines: [of(item, 50_000)] }))
    const left = async () => (await office.query('bills-to-request', { partyId: office.factoryId })).map((b) => b.left?.minor)
    expect(await left()).toEqual([30_000])
    expect(await office.send('save-payment-request', request({ lines: [of(item, 30_001)] }))).toMatchObject({
      refused: 'allocation-exceeds',
      data: { open: { minor: 30_000 } },
    })
    const other = await office.run('save-payment-request', request({ lines: [of(item, 30_000)] }))
    expect(await left()).toEqual([])
    await office.run('void-payment-request', { id: other.id, revision: 1, reason: 'later' })
    expect(await left()).toEqual([30_000])
    expect(await office.send('save-payment-request', request({ lines: [of(item, 1), of(item, 1)] }))).toMatchObject({
      refused: 'invalid-input',
    })
    expect(await office.send('save-payment-request', request({ currency: 'USD', rate: '7', lines: [of(item, 1)] }))).toMatchObject({
      refused: 'currency-differs',
    })
    expect(
      await office.send('save-payment-request', request({ partyId: office.party('factory', 'F2'), lines: [of(item, 1)] })),
    ).toMatchObject({ refused: 'party-differs' })
    const [invoice] = await office.invoices({ on: '2026-01-10', parts: [{ amount: 100, due: '2026-02-10' }] })
    expect(await office.send('save-payment-request', request({ lines: [of(invoice!, 1)] }))).toMatchObject({ refused: 'wrong-state' })
    expect(await office.send('save-payment-request', request())).toMatchObject({ refused: 'invalid-input' })
    expect(await office.send('save-payment-request', request({ amount: 2, lines: [of(item, 1)] }))).toMatchObject({
      refused: 'invalid-input',
    })
  })

  test('[T18] a change ends its approval; paid, it is neither changed nor voided', async () => {
    const first = request({ amount: 10_000 })
    await office.run('save-payment-request', first)
    await approve('payment-request', first.id, 'payment_request')
    await office.run('save-payment-request', { ...first, revision: 1, amount: 10_001 })
    const pay = (amount: number) =>
      office.send('register-payment', {
        ...{ id: newId(), bankAccountId: bank, paidOn: '2026-02-01', partyId: office.factoryId, amount, charge: 0, rate: '1' },
        ...{ targets: [], contractId: null, remark: '', requestId: first.id },
      })
    expect(await pay(10_000)).toEqual(needed('payment-request', any, 'ended'))
    await approve('payment-request', first.id, 'payment_request')
    const paid = await pay(5_000)
    expect(paid).toMatchObject({ ok: true })
    expect(await office.send('save-payment-request', { ...first, revision: 2 })).toMatchObject({ refused: 'in-use' })
    expect(await office.send('void-payment-request', { id: first.id, revision: 2, reason: 'x' })).toMatchObject({ refused: 'in-use' })
    expect(await pay(5_001)).toMatchObject({ ok: true })
  })

  test('a request out of scope does not exist', async () => {
    const made = await office.run('save-payment-request', request({ amount: 10_000 }))
    const colleague = await office.user({
      permissions: ['payment-request.view', 'payment-request.edit', 'payment-request.create'],
      scopes: { 'payment-request': 'own' },
    })
    expect(await office.ask('payment-request', { id: made.id }, colleague)).toMatchObject({ refused: 'not-found' })
    expect((await office.query('payment-requests', {}, colleague)).rows).toEqual([])
    expect(await office.send('save-payment-request', { ...request({ amount: 1 }), id: made.id, revision: 1 }, colleague)).toMatchObject({
      refused: 'not-found',
    })
    expect(await office.send('save-payment-request', request({ amount: 1 }), colleague)).toMatchObject({ refused: 'not-found' })
  })
})

test('with the switches off nothing of it stands in the way', async () => {
  await start({})
  const deal = await office.sold([{ quantity: '10', price: '100', buy: { price: '50' } }])
  const planned = await office.run('save-shipment', shipment(deal.lines[0]!))
  expect(await dispatch(planned.id)).toMatchObject({ ok: true })
  const bank = await office.bank('CNY')
  const { item } = await office.bill({ lines: [office.billLine(80_000)] })
  await office.pay(bank, 80_000, { targets: [{ item, amount: 80_000 }] })
})
