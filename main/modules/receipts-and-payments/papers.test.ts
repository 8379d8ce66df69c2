// Money on paper: the request to pay, the voucher of a payment, the slip of a receipt. Sums are those of the screens, and nothing later changes them.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { switchesOff } from '../../../preload/contract/modules/people/calls.ts'
import type { PaperKind } from '../../../preload/contract/papers.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { pdfTexts } from '../../testing/pdf-text.ts'
import { approvals } from '../approvals/index.ts'
import { papers } from '../papers/index.ts'
import { parties } from '../parties/index.ts'
import { endSound, moneyOffice, type MoneyOffice } from './testing/money.ts'

let office: MoneyOffice
beforeEach(async () => {
  office = await moneyOffice({ switches: { ...switchesOff, selfApproval: true, approvePayment: true } }, [approvals, papers, parties])
  office.database.write.sql
    .prepare("UPDATE role SET code = 'owner' WHERE id = (SELECT roleId FROM user_role WHERE userId = ?)")
    .run(office.owner.id)
})
afterEach(() => endSound(office))

const printed = async (paper: PaperKind, recordId: string) => {
  const made = await office.query('paper', { paper, recordId })
  return { ...made, text: (await pdfTexts(made.pdf)).join('\n') }
}
/** Cells of the line that names a document. */
const lineOf = (text: string, document: string) => text.split('\n').find((line) => line.includes(document)) ?? ''
const request = (given: Partial<CommandInput<'save-payment-request'>>): CommandInput<'save-payment-request'> => ({
  ...{ id: newId(), partyId: office.factoryId, contractId: null, currency: 'CNY', rate: '1', amount: null, payBy: '2026-03-10' },
  ...{ purpose: '三月货款', remark: '', ownerId: office.owner.id, lines: [] },
  ...given,
})
const approve = async (documentId: string) => {
  const id = newId()
  await office.run('submit-for-approval', { id, kind: 'payment-request', documentId, revision: 1, note: '请批' })
  const view = await office.query('approval', { id })
  await office.run('approve', { id, expect: { revision: view.revision, contentHash: view.contentHash }, note: '同意付款' })
}
const asked = async () => {
  const first = await office.bill({ lines: [office.billLine(43_173_14)] })
  const second = await office.bill({ lines: [office.billLine(1_000_00)] })
  const bank = await office.bank('CNY', { balance: 100_000_00 })
  // 13,173.14 of the first bill are settled before.
  const earlier = request({ lines: [{ id: newId(), item: first.item, amount: 13_173_14 }] })
  await office.run('save-payment-request', earlier)
  await approve(earlier.id)
  const before = { requestId: earlier.id, targets: [{ item: first.item, amount: 13_173_14 }] }
  await office.run('register-payment', { ...payment(bank, 13_173_14), ...before })
  const made = request({
    lines: [
      { id: newId(), item: first.item, amount: 20_000_05 },
      { id: newId(), item: second.item, amount: null },
    ],
  })
  const { number } = await office.run('save-payment-request', made)
  return { id: made.id, number, bank, first, second }
}
const payment = (bankAccountId: string, amount: number): CommandInput<'register-payment'> => ({
  ...{ id: newId(), bankAccountId, paidOn: '2026-03-01', partyId: office.factoryId, amount, charge: 0, rate: '1' },
  ...{ targets: [], contractId: null, remark: '' },
})

test('[PA1] [PA4] [PA9] a payment request says what of each bill was settled before, now, and is left; DRAFT until it is approved', async () => {
  const { id, number, first, second } = await asked()
  const draft = await printed('payment-request', id)
  expect(draft.text).toContain('across: 草稿')
  expect(draft.fileName).toBe(`PR-${number}-DRAFT-Factory`)
  expect(draft.warnings).toEqual([{ code: 'payee-bank-unconfirmed', what: 'Factory' }])
  await approve(id)
  const { text, problems, language } = await printed('payment-request', id)
  expect(lineOf(text, first.number)).toContain('43,173.14 13,173.14 20,000.05 9,999.95')
  expect(lineOf(text, second.number)).toContain('1,000.00 0.00 1,000.00 0.00')
  expect(text).toContain('CNY 21,000.05')
  expect(text.replaceAll(/\s/g, '')).toContain('人民币贰万壹仟元零伍分')
  expect(text).toContain('同意付款')
  expect(text).toContain('三月货款')
  expect(text).not.toContain('草稿')
  expect({ problems, language }).toEqual({ problems: [], language: 'zh' })
})

test('[PA1] a payment on it changes nothing of what it says, and its voucher says the same sums', async () => {
  const { id, number, bank, first, second } = await asked()
  await approve(id)
  const targets = [
    { item: first.item, amount: 20_000_05 },
    { item: second.item, amount: 1_000_00 },
  ]
  const before = await printed('payment-request', id)
  const paid = await office.run('register-payment', { ...payment(bank, 21_000_05), requestId: id, targets, bankReference: 'ICBC-77' })
  expect((await printed('payment-request', id)).content).toBe(before.content)
  const slip = await printed('payment-slip', paid.id)
  expect(slip.fileName).toBe(`PV-${paid.number}-Factory`)
  expect(lineOf(slip.text, first.number)).toContain('43,173.14 13,173.14 20,000.05 9,999.95')
  for (const said of ['付款凭单', number, 'ICBC-77', 'CNY 21,000.05']) expect(slip.text).toContain(said)
  for (const said of ['人民币贰万壹仟元零伍分', '2026年3月1日']) expect(slip.text.replaceAll(/\s/g, '')).toContain(said)
  await office.run('reverse-payment', { id: paid.id, on: '2026-03-02', reason: '退票' })
  expect((await printed('payment-slip', paid.id)).text).toContain('across: 作废')
})

test('[PA1] what is paid ahead is a line of its own, and stays one when it is applied later', async () => {
  const bank = await office.bank('CNY', { balance: 100_000_00 })
  const ahead = request({ amount: 500_00 })
  await office.run('save-payment-request', ahead)
  await approve(ahead.id)
  expect(lineOf((await printed('payment-request', ahead.id)).text, '预付款')).toContain('500.00')
  const paid = await office.run('register-payment', { ...payment(bank, 500_00), requestId: ahead.id })
  const before = (await printed('payment-slip', paid.id)).content
  const bill = await office.bill({ lines: [office.billLine(400_00)] })
  await office.allocate(paid.item, [{ item: bill.item, amount: 400_00 }], '2026-03-02')
  expect((await printed('payment-slip', paid.id)).content).toBe(before)
})

test('[PA16] neither exists for who may not see what is owed', async () => {
  const { id } = await asked()
  const clerk = await office.user({ permissions: ['payment-request.view', 'payment.view'], scopes: { 'payment-request': 'all' } })
  expect(await office.ask('paper', { paper: 'payment-request', recordId: id }, clerk)).toEqual({
    ...{ ok: false, refused: 'not-permitted', data: { permission: 'payable.view' } },
  })
  expect(await office.query('papers-of', { recordKind: 'payment-request', recordId: id }, clerk)).toEqual([])
  expect(await office.query('papers-of', { recordKind: 'payment', recordId: id }, clerk)).toEqual([])
  const cashier = await office.user({
    permissions: [...clerk.viewer.permissions, 'payable.view'],
    scopes: { 'payment-request': 'all' },
  })
  expect(await office.query('papers-of', { recordKind: 'payment-request', recordId: id }, cashier)).toHaveLength(1)
})

test('[PA1] [PA9] a receipt slip says what was sent, what the bank kept, and what is applied; for our own eyes', async () => {
  const invoice = await office.invoice(9_000_00, { currency: 'USD', rate: '7.1' })
  const bank = await office.bank('USD')
  const receipt = await office.receive(bank, 10_000_00, {
    charge: 25_00,
    rate: '7.1234',
    bankReference: 'SWIFT-1',
    payerName: 'HANSA 汉莎',
  })
  await office.allocate(receipt.item, [{ item: invoice, amount: 9_000_00 }])
  const { text, fileName } = await printed('receipt-slip', receipt.id)
  for (const said of ['收汇单', 'USD 10,000.00', 'USD 25.00', 'USD 9,975.00', '7.1234', 'CNY 71,055.91', 'USD 9,000.00', 'USD 1,000.00'])
    expect(text).toContain(said)
  for (const said of ['HANSA 汉莎', 'SWIFT-1', 'across: 内部']) expect(text).toContain(said)
  expect(text).not.toContain('人民币')
  expect(fileName).toBe(`RV-${receipt.number}-Buyer`)
  const yuan = await office.receive(await office.bank('CNY'), 100_000_10)
  expect((await printed('receipt-slip', yuan.id)).text.replaceAll(/\s/g, '')).toContain('人民币壹拾万元零壹角')
})
