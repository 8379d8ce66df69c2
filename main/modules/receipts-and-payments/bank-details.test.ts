// Bank details confirmed by a second person: kept by version, asked for by payments, payment requests and transfers. Rules B1 to B7 of parties, T23, A18.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Permission } from '../../../preload/contract/access.ts'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { switchesOff, type Switches } from '../../../preload/contract/modules/people/calls.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { TestUser } from '../../testing/test-office.ts'
import { approvals } from '../approvals/index.ts'
import { parties } from '../parties/index.ts'
import { aVendor } from '../../testing/fixtures.ts'
import { people } from '../people/index.ts'
import { moneyOffice, type MoneyOffice } from './testing/money.ts'

const KEEPS: readonly Permission[] = ['vendor.view', 'vendor.create', 'vendor.edit', 'vendor.submit', 'approval.decide']
let office: MoneyOffice
let keeper: TestUser
let cashier: TestUser
let bank: string
const start = async (switches: Partial<Switches>) => {
  office = await moneyOffice({ switches: { ...switchesOff, ...switches } }, [approvals, parties, people])
  office.database.write.sql
    .prepare("UPDATE role SET code = 'owner' WHERE id = (SELECT roleId FROM user_role WHERE userId = ?)")
    .run(office.owner.id)
  keeper = await office.user({ permissions: KEEPS, name: '孙伟' })
  cashier = await office.user({
    permissions: ['vendor.view', 'vendor.submit', 'payment.create', 'bank-account.transfer', 'bank-account.view'],
    name: '郑丽',
  })
  bank = await office.bank('CNY', { balance: 100_000_000 })
}
beforeEach(() => start({ approveBankDetails: true }))
afterEach(() => {
  expect(office.faults).toEqual([])
  expect(office.ledgerFaults()).toEqual([])
  office.close()
})

const refused = (code: string, data: unknown) => ({ ok: false, refused: code, data })
const NAME = '宁波东方灯具有限公司'
const vendor = async (bankDetails: string, as = keeper) => (await office.run('create-vendor', aVendor({ bankDetails }), as)).id
const edit = async (id: string, change: Partial<CommandInput<'edit-vendor'>>, as = keeper) => {
  const { kind, contacts, paymentTerm, revision, ...seen } = await office.query('vendor', { id })
  const { active: _a, createdAt: _c, bank: _b, ...fields } = seen
  await office.run('edit-vendor', { ...fields, kind, contacts, paymentTerm, revision, ...change }, as)
}
const bankOf = async (id: string) => (await office.query('vendor', { id })).bank
const versionOf = async (id: string) => (await bankOf(id))!.version
const payment = (partyId: string, given: Partial<CommandInput<'register-payment'>> = {}): CommandInput<'register-payment'> => ({
  ...{ id: newId(), bankAccountId: bank, paidOn: '2026-02-01', partyId, amount: 1000, charge: 0, rate: '1', targets: [] },
  ...{ contractId: null, remark: '' },
  ...given,
})
const pay = (partyId: string, as = cashier) => office.send('register-payment', payment(partyId), as)
const submit = async (documentId: string, as: TestUser, kind: 'vendor-bank-details' | 'own-bank-details' = 'vendor-bank-details') => {
  const id = newId()
  const revision = kind === 'vendor-bank-details' ? await versionOf(documentId) : 1
  return { id, answer: await office.send('submit-for-approval', { id, kind, documentId, revision, note: '' }, as) }
}
const decide = async (id: string, as: TestUser) => {
  const { revision, contentHash } = await office.query('approval', { id }, as)
  return office.send('approve', { id, expect: { revision, contentHash }, note: '' }, as)
}
const confirm = async (documentId: string, by = office.owner, from = cashier) => {
  const { id, answer } = await submit(documentId, from)
  expect(answer).toMatchObject({ ok: true })
  return decide(id, by)
}
const unconfirmed = (state: string, who = '老板') => refused('bank-details-unconfirmed', { party: NAME, state, who })

describe('a payment', () => {
  test('[B4] [T23] waits for details, then for a second person; then it goes', async () => {
    const id = await vendor('')
    expect(await pay(id)).toEqual(refused('bank-details-needed', { party: NAME }))
    await edit(id, { bankDetails: 'ICBC Ningbo 1203' })
    expect(await pay(id)).toEqual(unconfirmed('none'))
    const { id: approval } = await submit(id, cashier)
    expect(await pay(id)).toEqual(unconfirmed('pending'))
    expect(await decide(approval, office.owner)).toMatchObject({ ok: true })
    expect(await pay(id)).toMatchObject({ ok: true })
    expect(await bankOf(id)).toMatchObject({ state: 'approved', confirmed: `${NAME}\nICBC Ningbo 1203`, changedBy: '孙伟' })
  })

  test('[B1] a changed digit, a changed name and a way back to the old account each end the confirmation; a telephone does not', async () => {
    const id = await vendor('ICBC 1203')
    await confirm(id)
    await edit(id, { phone: '0574 1' })
    expect(await pay(id)).toMatchObject({ ok: true })
    for (const change of [{ bankDetails: 'ICBC 1204' }, { nameZh: 'Dongfang' }, { nameZh: '', bankDetails: 'ICBC 1203' }]) {
      await edit(id, change)
      expect(await pay(id)).toEqual(unconfirmed('ended'))
      await confirm(id)
      expect(await pay(id)).toMatchObject({ ok: true })
    }
    // Emptied, they are no way around it.
    await edit(id, { bankDetails: ' ' })
    expect(await pay(id)).toEqual(refused('bank-details-needed', { party: NAME }))
    expect(await bankOf(id)).toMatchObject({ state: 'missing', version: 5, confirmed: `${NAME}\nICBC 1203` })
    expect((await submit(id, cashier)).answer).toEqual(refused('wrong-state', { kind: 'bank-details', state: 'missing', needed: 'none' }))
  })

  test('[B2] what was submitted is confirmed, not what was written over it meanwhile', async () => {
    const id = await vendor('ICBC 1203')
    await confirm(id)
    await edit(id, { bankDetails: 'Bank of Fraud 6666' })
    const { id: approval } = await submit(id, cashier)
    const seen = await office.query('approval', { id: approval })
    expect(seen.facts).toEqual({ newDetails: `${NAME}\nBank of Fraud 6666`, confirmedDetails: `${NAME}\nICBC 1203` })
    await edit(id, { bankDetails: 'Bank of Fraud 7777' })
    expect(await bankOf(id)).toMatchObject({ before: `${NAME}\nBank of Fraud 6666`, confirmed: `${NAME}\nICBC 1203` })
    // Nobody is asked about what is no more.
    expect(await office.query('approval', { id: approval })).toMatchObject({ state: 'ended' })
    const { revision, contentHash } = seen
    expect(await office.send('approve', { id: approval, expect: { revision, contentHash }, note: '' })).toMatchObject({
      refused: 'changed-meanwhile',
    })
    expect(await pay(id)).toEqual(unconfirmed('ended'))
  })

  test('[A19] what two persons must see never passes by a route without steps', async () => {
    const route = {
      id: newId(),
      name: 'nobody',
      active: true,
      amountFrom: null,
      marginBelow: null,
      levels: [],
      departmentIds: [],
      steps: [],
    }
    for (const kind of ['vendor-bank-details', 'own-bank-details'] as const)
      expect(await office.send('save-approval-route', { ...route, kind })).toMatchObject({ refused: 'invalid-input' })
    expect(await office.send('save-approval-route', { ...route, kind: 'payment-request' })).toMatchObject({ ok: true })
  })

  test('[T23] on a request is refused like any other, and the request is not approved before the details are', async () => {
    await office.switches({ ...switchesOff, approveBankDetails: true, approvePayment: true })
    const id = await vendor('ICBC 1203')
    const asker = await office.user({
      permissions: ['payment-request.view', 'payment-request.create', 'payment-request.submit'],
      scopes: { 'payment-request': 'own' },
    })
    const request = await office.run(
      'save-payment-request',
      {
        ...{ id: newId(), partyId: id, contractId: null, currency: 'CNY', rate: '1', amount: 1000, payBy: '2026-03-02', purpose: 'x' },
        ...{ remark: '', ownerId: asker.id, lines: [] },
      },
      asker,
    )
    const approval = newId()
    await office.run('submit-for-approval', { id: approval, kind: 'payment-request', documentId: request.id, revision: 1, note: '' }, asker)
    expect(await decide(approval, office.owner)).toEqual(unconfirmed('none'))
    expect(await office.query('approval', { id: approval })).toMatchObject({ state: 'pending' })
    await confirm(id)
    expect(await decide(approval, office.owner)).toMatchObject({ ok: true })
    const paying = payment(id, { requestId: request.id })
    await edit(id, { bankDetails: 'ICBC 9999' })
    expect(await office.send('register-payment', paying)).toEqual(unconfirmed('ended'))
    await confirm(id)
    expect(await office.send('register-payment', paying)).toMatchObject({ ok: true })
  })
})

describe('two persons', () => {
  test('[SEC47] [B3] who entered the details does not confirm them, whoever submits them and however he comes', async () => {
    const second = await office.user({ permissions: KEEPS, name: '吴静' })
    const roleOf = (user: TestUser) => office.one<{ roleId: string }>('SELECT roleId FROM user_role WHERE userId = ?', user.id).roleId
    const step = (user: TestUser) => ({ by: 'role' as const, roleId: roleOf(user), userId: null, mode: 'any' as const })
    const route = { id: newId(), kind: 'vendor-bank-details' as const, name: 'keepers', active: true, amountFrom: null, marginBelow: null }
    await office.run('save-approval-route', { ...route, levels: [], departmentIds: [], steps: [step(keeper)] })
    const id = await vendor('ICBC 1203')
    // He alone is asked, and he has entered them: nobody can decide.
    expect((await submit(id, cashier)).answer).toEqual(refused('no-approver', { step: 1 }))
    expect(await pay(id)).toEqual(unconfirmed('none', ''))
    office.database.write.sql.prepare('INSERT INTO user_role(id, userId, roleId) VALUES (?, ?, ?)').run(newId(), second.id, roleOf(keeper))
    const { id: approval } = await submit(id, cashier)
    expect(await decide(approval, keeper)).toEqual(refused('self-approval', {}))
    expect(await office.query('approval', { id: approval }, keeper)).toMatchObject({ mayDecide: false, enteredBy: { name: '孙伟' } })
    // Nor in the other's place while he is away.
    await office.run(
      'create-delegation',
      { id: newId(), fromUserId: second.id, toUserId: keeper.id, fromDate: '2026-03-01', toDate: '2026-03-09', reason: '' },
      second,
    )
    expect(await decide(approval, keeper)).toEqual(refused('self-approval', {}))
    expect(await pay(id, office.owner)).toEqual(unconfirmed('pending', '吴静'))
    expect(await decide(approval, second)).toMatchObject({ ok: true })
  })

  test('[A18] [B3] leave to approve one’s own does not reach bank details', async () => {
    await office.switches({ ...switchesOff, approveBankDetails: true, selfApproval: true })
    const id = await vendor('ICBC 1203', office.owner)
    expect((await submit(id, office.owner)).answer).toEqual(refused('no-approver', { step: 1 }))
    const other = await vendor('ICBC 1204')
    // Whoever submits is one of the two, though another has entered them.
    expect((await submit(other, office.owner)).answer).toEqual(refused('no-approver', { step: 1 }))
    await confirm(other)
    expect(await pay(other)).toMatchObject({ ok: true })
  })

  test('[B7] who may not submit or see does not', async () => {
    const id = await vendor('ICBC 1203')
    const clerk = await office.user({ permissions: ['vendor.view'] })
    expect((await submit(id, clerk)).answer).toEqual(refused('not-permitted', { permission: 'vendor.submit' }))
    const asked = { kind: 'vendor-bank-details' as const, documentId: id, revision: 1 }
    await submit(id, cashier)
    expect(await office.query('document-approval', asked, clerk)).toMatchObject({ standing: 'pending', maySubmit: false })
    const stranger = await office.user({ permissions: [] })
    expect(await office.query('document-approval', asked, stranger)).toMatchObject({ standing: 'none', submissions: [] })
    const { rows } = await office.query('vendors', { params: {}, filters: [{ field: 'bankDetails', op: 'in', value: ['pending'] }] }, clerk)
    expect(rows.map((r) => [r.id, r['bankDetails']])).toEqual([[id, 'pending']])
  })
})

describe('our own account', () => {
  const transfer = (toAccountId: string): CommandInput<'transfer-funds'> => ({
    ...{ id: newId(), on: '2026-02-01', fromAccountId: bank, toAccountId, amountOut: 100, amountIn: 100, rateIn: '1', remark: '' },
  })
  const account = (accountNumber: string) => ({
    ...{ code: `A${accountNumber}`, name: '美元户', bankName: 'BOC', accountNumber, swift: '', active: true },
  })
  test('[B4] [T23] gets no money before its details are confirmed; a receipt is booked all the same', async () => {
    const id = newId()
    const fields = { ...account('3300'), id, currency: 'CNY', openedOn: '2026-01-01', openingBalance: 0, openingRate: '1' }
    const bookkeeper = await office.user({ permissions: ['bank-account.view', 'bank-account.edit', 'bank-account.submit'] })
    await office.run('create-bank-account', fields, bookkeeper)
    const needed = (state: string) => refused('bank-details-unconfirmed', { party: '美元户', state, who: '老板' })
    expect(await office.send('transfer-funds', transfer(id), cashier)).toEqual(needed('none'))
    await office.receive(id, 500)
    const { id: approval } = await submit(id, bookkeeper, 'own-bank-details')
    expect(await decide(approval, office.owner)).toMatchObject({ ok: true })
    expect(await office.send('transfer-funds', transfer(id), cashier)).toMatchObject({ ok: true })
    await office.run('edit-bank-account', { ...account('3300'), name: 'USD', id, revision: 1 }, bookkeeper)
    expect(await office.send('transfer-funds', transfer(id), cashier)).toMatchObject({ ok: true })
    await office.run('edit-bank-account', { ...account('3301'), id, revision: 2 }, bookkeeper)
    expect(await office.send('transfer-funds', transfer(id), cashier)).toEqual(needed('ended'))
    expect(await office.query('bank-account', { id })).toMatchObject({ bank: { state: 'ended', version: 2, confirmed: 'BOC\n3300' } })
    // An account without a number has nothing to be paid to.
    const empty = await office.bank('CNY')
    expect(await office.send('transfer-funds', transfer(empty), cashier)).toMatchObject({ refused: 'bank-details-needed' })
  })
})

test('[B5] [B6] with the switch off changes are kept and nothing is refused; switched on, what stood there before has to be confirmed', async () => {
  await office.switches(switchesOff)
  const id = await vendor('ICBC 1203')
  await edit(id, { bankDetails: 'ICBC 1204' })
  expect(await pay(id)).toMatchObject({ ok: true })
  // Never confirmed, the approver compares with what stood there before.
  const { id: asked } = await submit(id, cashier)
  expect((await office.query('approval', { id: asked })).facts).toEqual({
    newDetails: `${NAME}\nICBC 1204`,
    detailsBefore: `${NAME}\nICBC 1203`,
  })
  await office.run('withdraw-submission', { id: asked, reason: '' }, cashier)
  expect(await bankOf(id)).toMatchObject({ version: 2, state: 'none' })
  await office.switches({ ...switchesOff, approveBankDetails: true })
  expect(await pay(id)).toEqual(unconfirmed('none'))
})
