// The account that a buyer pays to: chosen on the sales contract among those two persons have confirmed, on its papers, and named when it may not stand there any more.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { PaperKind } from '../../../preload/contract/papers.ts'
import { switchesOff } from '../../../preload/contract/modules/people/calls.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { anInput } from '../../testing/fixtures.ts'
import { pdfTexts } from '../../testing/pdf-text.ts'
import type { TestUser } from '../../testing/test-office.ts'
import { amendments } from '../amendments/index.ts'
import { approvals } from '../approvals/index.ts'
import { audit } from '../audit/index.ts'
import { bankAccounts } from '../bank-accounts/index.ts'
import { deals } from '../deals/index.ts'
import { papers } from '../papers/index.ts'
import { shipments } from '../shipments/index.ts'
import { contracts } from './index.ts'
import { closeSound, salesContract, tradeOffice, type Trade } from './testing/trade.ts'

let office: Trade
let customerId: string
let usual: string
let second: string
let euro: string
let unconfirmed: string
let keeper: TestUser
beforeAll(async () => {
  office = await tradeOffice([amendments, approvals, audit, bankAccounts, deals, contracts, shipments, papers], {
    switches: { ...switchesOff, approveBankDetails: true },
  })
  office.database.write.sql
    .prepare("UPDATE role SET code = 'owner' WHERE id = (SELECT roleId FROM user_role WHERE userId = ?)")
    .run(office.owner.id)
  keeper = await office.user({ permissions: ['bank-account.view', 'bank-account.edit', 'bank-account.submit'] })
  customerId = office.customer({ name: 'Hansa Import GmbH', shortName: 'Hansa' })
  usual = await account('A-USD', 'USD')
  second = await account('B-USD', 'USD')
  euro = await account('C-EUR', 'EUR')
  unconfirmed = await account('D-USD', 'USD', false)
})
afterAll(() => closeSound(office))

const account = async (code: string, currency: string, isConfirmed = true): Promise<string> => {
  const id = newId()
  const fields = { code, name: `户 ${code}`, bankName: `BANK OF ${code}`, accountNumber: `NO-${code}`, currency, openedOn: '2026-01-01' }
  await office.run('create-bank-account', anInput('create-bank-account', { id, ...fields, openingBalance: 0, openingRate: '7' }), keeper)
  if (isConfirmed) await confirm(id, 1)
  return id
}
/** Entered and put before a second person by one, confirmed by another. */
const confirm = async (documentId: string, revision: number) => {
  const id = newId()
  await office.run('submit-for-approval', { id, kind: 'own-bank-details', documentId, revision, note: '' }, keeper)
  const { contentHash, ...asked } = await office.query('approval', { id })
  await office.run('approve', { id, expect: { revision: asked.revision, contentHash }, note: '' })
}
const change = async (id: string, given: Partial<CommandInput<'edit-bank-account'>>) => {
  const { currency: _c, balance: _b, bank: _d, ...seen } = await office.query('bank-account', { id })
  await office.run('edit-bank-account', { ...seen, ...given }, keeper)
}

type Contract = ReturnType<typeof salesContract>
const draft = async (given: Partial<Contract> = {}): Promise<Contract> => {
  const input = salesContract(office, customerId, given)
  await office.run('save-sales-contract', input)
  return input
}
const paper = async (of: PaperKind, recordId: string) => {
  const made = await office.query('paper', { paper: of, recordId })
  return { ...made, text: (await pdfTexts(made.pdf)).join('\n') }
}
const refusedAtField = { refused: 'invalid-input', data: { issues: [{ path: 'bankAccountId', rule: 'choice' }] } }

describe('[C27] the account that a buyer pays to', () => {
  it('is chosen among the confirmed ones of the currency, the usual one first', async () => {
    const offered = await office.query('payable-accounts', { currency: 'USD' })
    expect(offered).toEqual([
      { id: usual, name: '户 A-USD', details: 'BANK OF A-USD\nNO-A-USD' },
      { id: second, name: '户 B-USD', details: 'BANK OF B-USD\nNO-B-USD' },
    ])
    for (const bankAccountId of [euro, unconfirmed, newId()])
      expect(await office.send('save-sales-contract', salesContract(office, customerId, { bankAccountId }))).toMatchObject(refusedAtField)
    const stranger = await office.user({ permissions: ['customer.view'] })
    expect(await office.ask('payable-accounts', { currency: 'USD' }, stranger)).toMatchObject({ refused: 'not-permitted' })
  })

  it('stands on contract and proforma invoice; without a choice the usual one does', async () => {
    const [chosen, open] = [await draft({ bankAccountId: second }), await draft()]
    expect(await office.query('sales-contract', { id: chosen.id })).toMatchObject({ bankAccountId: second, bankAccountName: '户 B-USD' })
    for (const kind of ['sales-contract', 'proforma-invoice'] as const) {
      const made = await paper(kind, chosen.id)
      expect(made.text).toContain('NO-B-USD')
      expect(made.text).not.toContain('NO-A-USD')
      expect(made.problems).toEqual([])
      expect((await paper(kind, open.id)).text).toContain('NO-A-USD')
    }
    const entries = await office.query('audit', { params: { record: chosen.id } })
    const entry = await office.query('audit-entry', { id: Number(entries.rows[0]!.id) })
    expect(JSON.stringify(entry)).toContain('户 B-USD')
  })

  it('is named as a problem once it is out of use or no longer confirmed, and neither another account nor silence takes its place', async () => {
    const gone = await account('E-USD', 'USD')
    const input = await draft({ bankAccountId: gone })
    const problem = { code: 'account-not-payable', what: '户 E-USD' }
    const both = async () => [await paper('sales-contract', input.id), await paper('proforma-invoice', input.id)]
    await change(gone, { active: false })
    for (const made of await both()) {
      expect(made.problems).toContainEqual(problem)
      expect(made.text).not.toMatch(/NO-[A-E]-USD/)
    }
    // What was chosen before stays while other things are changed; it is not chosen anew.
    const kept = await office.run('save-sales-contract', { ...input, revision: 1, remark: 'x' })
    expect(await office.send('save-sales-contract', salesContract(office, customerId, { bankAccountId: gone }))).toMatchObject(
      refusedAtField,
    )
    await change(gone, { active: true })
    for (const made of await both()) expect(made.problems).toEqual([])
    await change(gone, { accountNumber: 'NO-F-USD' })
    for (const made of await both()) expect(made.problems).toContainEqual(problem)
    await office.run('save-sales-contract', { ...input, revision: kept.revision, bankAccountId: null })
    for (const made of await both()) expect(made.problems).toEqual([])
  })

  it('of a signed contract is changed by an amendment, which tells the buyer the bank and not our name for it', async () => {
    const input = await draft({ bankAccountId: usual })
    await office.run('sign-sales-contract', { id: input.id, revision: 1, signedOn: '2026-03-01' })
    const id = newId()
    await office.run('begin-amendment', { id, kind: 'sales-contract', contractId: input.id, revision: 2, reason: 'bank moved' })
    const { dealId: _d, customerId: _c, contractDate: _o, ownerId: _w, id: _i, ...typed } = input
    const amendment = { ...typed, id, revision: 1, reason: 'bank moved', confirmation: '' }
    expect(await office.send('save-sales-amendment', { ...amendment, bankAccountId: unconfirmed })).toMatchObject(refusedAtField)
    await office.run('save-sales-amendment', { ...amendment, bankAccountId: second })
    const made = await paper('sales-amendment', input.id)
    expect(made.text).toContain('NO-B-USD')
    expect(made.text).not.toMatch(/NO-A-USD|户/)
    expect((await paper('proforma-invoice', input.id)).text).toContain('NO-A-USD')
    const compared = await office.query('compare-versions', { kind: 'sales-contract', contractId: input.id, from: 1, to: 2 })
    expect(compared.head).toContainEqual({
      ...{ name: 'field.sales-contract.bankAccountId', kind: 'text', before: '户 A-USD', after: '户 B-USD' },
    })
  })

  it('stands on the commercial invoice of what is shipped for it; contracts of different accounts are told', async () => {
    const sold = async (bankAccountId: string | null) => {
      const input = await draft({ bankAccountId })
      await office.run('sign-sales-contract', { id: input.id, revision: 1, signedOn: '2026-03-01' })
      return input.lines[0]!.id
    }
    const invoice = async (...salesLines: string[]) => {
      const lines = salesLines.map((salesLineId) => ({ id: newId(), salesLineId, quantity: '10' }))
      const input = anInput('save-shipment', { customerId, ownerId: office.owner.id, invoiceNumber: newId().slice(-8), lines })
      await office.run('save-shipment', input)
      return paper('commercial-invoice', input.id)
    }
    const own = await invoice(await sold(second))
    expect(own.text).toContain('NO-B-USD')
    expect(own.problems.map(({ code }) => code)).not.toContain('accounts-differ')
    const differs = await invoice(await sold(second), await sold(null))
    expect(differs.problems).toContainEqual({ code: 'accounts-differ', what: expect.stringMatching(/户 [AB]-USD, 户 [AB]-USD/) })
    expect(differs.text).not.toMatch(/NO-[AB]-USD/)
    // The usual one by choice and by default is one account.
    expect((await invoice(await sold(usual), await sold(null))).text).toContain('NO-A-USD')
  })
})
