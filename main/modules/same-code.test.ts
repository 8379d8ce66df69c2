// Every typed code, number or name that exists once, through the real commands: the same in another form is refused, and what is kept shows all it holds.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keyOf } from '../../db/folded-keys.ts'
import { foldedTexts } from '../../db/folded-texts.ts'
import type { TableName } from '../../db/schema/tables.ts'
import type { CommandInput } from '../../preload/contract/commands.ts'
import type { Answer } from '../../preload/contract/envelope.ts'
import { withoutInvisible } from '../../preload/contract/vocabulary/fold.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { records } from '../../preload/contract/records.ts'
import { catalogue } from './catalogue/index.ts'
import { aCustomer, aProduct, aVendor } from '../testing/fixtures.ts'
import { lettersOffice } from './letters-of-credit/testing/letters.ts'
import { checks } from './checks/index.ts'
import { people } from './people/index.ts'
import { production } from './production/index.ts'
import { moneyModules } from '../testing/money-modules.ts'

type Started = Awaited<ReturnType<typeof lettersOffice>>
let started: Started
beforeEach(async () => {
  started = await lettersOffice({}, [people, catalogue, production, ...moneyModules, checks])
  started.office.at = '2026-03-02T02:00:00.000Z'
})
afterEach(() => started.office.close())

const TYPED = 'Qx-100'
/** What is told when it is saved a second time: in capitals, full width, with a zero-width blank, with another hyphen, with blanks around. */
const FORMS = ['QX-100', 'Ｑｘ－１００', 'Qx-\u200B100', 'Qx\u2013100', '\uFEFF qx\u2011100 ']

type Saved = Answer<unknown>
type Case = {
  rule: string
  field: string
  /** Where it is kept. */
  at: [table: TableName, column: string]
  /** Saves another record with this code: ids and all else are new. */
  save: (s: Started, code: string) => Promise<Saved>
  /** Takes the first one back; what is freed may be typed again. */
  free?: (s: Started, id: string) => Promise<unknown>
}

const bankAccount = (over: Partial<CommandInput<'create-bank-account'>>): CommandInput<'create-bank-account'> => ({
  ...{ id: newId(), code: newId().slice(-8), name: 'Bank', bankName: '', accountNumber: '', swift: '', currency: 'USD', active: true },
  ...{ openedOn: '2025-12-31', openingBalance: 0, openingRate: '7' },
  ...over,
})
const template = (name: string): CommandInput<'save-milestone-template'> => ({
  ...{ id: newId(), name, nameEn: '', isDefault: false, active: true },
  lines: [
    {
      ...{ id: newId(), kind: 'other', name: 'Check', nameEn: '', anchor: 'signing', offsetDays: 1 },
      ...{ responsible: 'merchandiser', userId: null, needsNote: false },
    },
  ],
})
const contractOf = ({ trade, office }: Started, number: string): CommandInput<'save-sales-contract'> => ({
  ...{ id: newId(), dealId: newId(), number, customerId: trade.customerId, buyerOrderNumber: '', contractDate: '2026-02-01' },
  ...{ currency: 'USD', rate: '7', incoterm: 'FOB', incotermPlace: 'Ningbo', portOfLoading: '', portOfDischarge: '' },
  ...{
    paymentTerm: [{ share: '100', event: 'before-shipment', days: 0 }],
    latestShipment: null,
    partialShipment: true,
    transhipment: true,
  },
  ...{ commissionRate: '0', clauses: '', remark: '', ownerId: office.owner.id },
  lines: [{ id: newId(), productId: null, description: 'Goods', quantity: '1', unit: 'PCS', price: '1', discount: '0' }],
})
const billOf = ({ trade }: Started, invoiceNumber: string, partyId = trade.factoryId): CommandInput<'post-bill'> => ({
  ...{ id: newId(), kind: 'expense', partyId, invoiceNumber, billDate: '2026-02-01', dueDate: '2026-02-01', currency: 'CNY' },
  ...{ rate: '1', remark: '' },
  lines: [
    {
      ...{ id: newId(), purchaseLineId: null, quantity: null, category: 'other', description: '', amount: 100, vatRate: '0' },
      ...{ dealIds: [], sharing: 'amount', shipmentId: null },
    },
  ],
})
const shipmentOf = async ({ trade }: Started, more: Partial<CommandInput<'save-shipment'>>) => {
  const { lines } = await trade.sold([{ quantity: '100', price: '1' }])
  return trade.shipmentOf([[lines[0]!, '1']], more)
}
const discard = ({ office }: Started, id: string) => office.run('discard-shipment', { id, revision: 1 })

const cases: Case[] = [
  {
    ...{ rule: 'Y11', field: 'code', at: ['party', 'code'] },
    save: ({ office }, code) => office.send('create-customer', aCustomer(office.owner.id, { code, name: `Buyer ${newId()}` })),
  },
  {
    // Customers and vendors share their codes.
    ...{ rule: 'Y11', field: 'code', at: ['party', 'code'] },
    save: ({ office }, code) => office.send('create-vendor', aVendor({ code, name: `Factory ${newId()}` })),
  },
  {
    ...{ rule: 'K6', field: 'code', at: ['product', 'code'] },
    save: ({ office }, code) => office.send('create-product', aProduct({ code })),
  },
  {
    ...{ rule: 'K7', field: 'name', at: ['product_category', 'name'] },
    save: ({ office }, name) => office.send('create-category', { id: newId(), name, nameZh: '', parentId: null }),
  },
  {
    ...{ rule: 'T43', field: 'code', at: ['bank_account', 'code'] },
    save: ({ office }, code) => office.send('create-bank-account', bankAccount({ code })),
  },
  {
    ...{ rule: 'T43', field: 'accountNumber', at: ['bank_account', 'accountNumber'] },
    save: ({ office }, accountNumber) => office.send('create-bank-account', bankAccount({ accountNumber })),
  },
  {
    ...{ rule: 'M1', field: 'name', at: ['milestone_template', 'name'] },
    save: ({ office }, name) => office.send('save-milestone-template', template(name)),
  },
  {
    ...{ rule: 'U21', field: 'name', at: ['role', 'name'] },
    save: ({ office }, name) => office.send('create-role', { id: newId(), name, nameEn: '', permissions: [], scopes: {} }),
  },
  {
    ...{ rule: 'U21', field: 'name', at: ['department', 'name'] },
    save: ({ office }, name) => office.send('create-department', { id: newId(), name, nameEn: '', parentId: null }),
  },
  {
    ...{ rule: 'U20', field: 'login', at: ['user', 'login'] },
    save: async ({ office }, login) => {
      const role = { id: newId(), name: `role of ${login} ${newId()}`, nameEn: '', permissions: [], scopes: {} }
      await office.run('create-role', role)
      return office.send('create-user', {
        ...{ id: newId(), login, name: 'Wang', nameEn: '', email: '', phone: '', departmentId: null, roleIds: [role.id], language: 'zh' },
        password: 'a long pass phrase 7',
      })
    },
  },
  {
    ...{ rule: 'C5', field: 'number', at: ['sales_contract', 'number'] },
    save: (s, number) => s.office.send('save-sales-contract', contractOf(s, number)),
  },
  {
    ...{ rule: 'DC1', field: 'bankNumber', at: ['letter_of_credit', 'bankNumber'] },
    save: ({ office, input }, bankNumber) => office.send('save-letter-of-credit', input({ bankNumber })),
    free: ({ office }, id) => office.run('close-letter-of-credit', { id, revision: 1, as: 'cancelled', reason: 'typed twice' }),
  },
  {
    ...{ rule: 'T44', field: 'invoiceNumber', at: ['bill', 'invoiceNumber'] },
    save: (s, number) => s.office.send('post-bill', billOf(s, number)),
    free: ({ office }, id) => office.run('reverse-bill', { id, on: '2026-02-02', reason: 'typed twice' }),
  },
  {
    ...{ rule: 'H30', field: 'invoiceNumber', at: ['shipment', 'invoiceNumber'] },
    save: async (s, invoiceNumber) => s.office.send('save-shipment', await shipmentOf(s, { invoiceNumber })),
    free: discard,
  },
  {
    ...{ rule: 'H30', field: 'declarationNumber', at: ['shipment', 'declarationNumber'] },
    save: async (s, declarationNumber) => s.office.send('save-shipment', await shipmentOf(s, { declarationNumber })),
    free: discard,
  },
]

/** The records that have this code, as it stands there. */
const kept = ([table, column]: Case['at'], code: string) =>
  started.office.database.write.sql
    .prepare(`SELECT id, ${column} AS text FROM ${table} WHERE ${column}Key = ?`)
    .all(keyOf(foldedTexts[table]![column]!, code)) as {
    id: string
    text: string
  }[]

test.each(cases)('[Q7] [$rule] $field, in $at, in another form is not another one', async ({ field, at, save, free }) => {
  const typed = `\u200B${TYPED}\u00AD `
  expect(await save(started, typed)).toMatchObject({ ok: true })
  const first = kept(at, TYPED)
  expect(first.map((row) => withoutInvisible(row.text))).toEqual(first.map((row) => row.text))
  expect(first.map((row) => row.text.toLowerCase())).toEqual([TYPED.toLowerCase()])
  for (const form of FORMS)
    expect([form, await save(started, form)]).toMatchObject([form, { ok: false, refused: 'already-exists', data: { field } }])
  expect(await save(started, 'Qx-1000')).toMatchObject({ ok: true })
  if (!free) return
  await free(started, first[0]!.id)
  expect(await save(started, FORMS[1]!)).toMatchObject({ ok: true })
})

test('[Q7] [T44] another vendor may have the same invoice number', async () => {
  const { office, trade } = started
  const other = newId()
  await office.run('create-vendor', aVendor({ id: other }))
  await office.run('post-bill', billOf(started, TYPED))
  await office.run('post-bill', billOf(started, TYPED, other))
  expect(kept(['bill', 'invoiceNumber'], TYPED)).toHaveLength(2)
  expect(await office.send('post-bill', billOf(started, 'qx-100', trade.factoryId))).toMatchObject({ refused: 'already-exists' })
})

test('[Q7] [T43] an account number with other blanks and hyphens is the same account; in another currency it may be ours too', async () => {
  const { office } = started
  await office.run('create-bank-account', bankAccount({ accountNumber: '6222 0000 1234' }))
  for (const accountNumber of ['622200001234', '6222-0000-1234', '６２２２ 0000 1234'])
    expect([accountNumber, await office.send('create-bank-account', bankAccount({ accountNumber }))]).toMatchObject([
      accountNumber,
      { refused: 'already-exists', data: { field: 'accountNumber' } },
    ])
  await office.run('create-bank-account', bankAccount({ accountNumber: '6222 0000 1234', currency: 'EUR' }))
})

/** Given by the series alone: nobody types them. */
const ofTheSeries = records
  .filter(
    ({ table, series, once = [] }) =>
      series && !once.some(({ column }) => column === 'number') && foldedTexts[table as TableName]?.['number'],
  )
  .map(({ table }) => `${table}.number`)
/** They usually come once: warned of (SC8), but for a policy, which insures several customers. */
const mayComeAgain = [
  ...['sales_contract.buyerOrderNumber', 'quotation.inquiryNumber', 'shipment.billOfLadingNumber', 'shipment.bookingNumber'],
  ...['receipt.bankReference', 'payment.bankReference', 'credit_insurance.policyNumber'],
]
test('[Q7] every kept code is one that exists once, is given by a series, or may come again', () => {
  const codes = Object.entries(foldedTexts).flatMap(([table, columns]) =>
    Object.entries(columns).flatMap(([column, kind]) => (kind === 'code' || kind === 'account' ? [`${table}.${column}`] : [])),
  )
  expect(codes.toSorted()).toEqual([...new Set([...cases.map(({ at }) => at.join('.')), ...ofTheSeries, ...mayComeAgain])].toSorted())
})

test('[Q8] [K6] what was there twice before is edited as it is, and only another code is compared', async () => {
  const { office, seed } = started
  const [first, second, third] = [aProduct({ code: 'A-1' }), aProduct({ code: 'B-1' }), aProduct({ code: 'C-1' })]
  for (const product of [first, second, third]) await office.run('create-product', product)
  seed.patch('product', second.id, { code: 'a\u20131' })
  const edit = (code: string, revision: number) => office.send('edit-product', { ...second, code, remark: 'seen', revision })
  expect(await edit('a\u20131', 1)).toMatchObject({ ok: true })
  expect(await edit('Ａ-1', 2)).toMatchObject({ ok: true })
  expect(await edit('c-1', 3)).toMatchObject({ refused: 'already-exists', data: { field: 'code' } })
  expect(await edit('B-1', 3)).toMatchObject({ ok: true })
  expect(await edit('a-1', 4)).toMatchObject({ refused: 'already-exists' })
})

/** Saves as the case does, with a field that no schema knows beside the code. */
const misspelt = (s: Started): Started => ({
  ...s,
  office: { ...s.office, send: (name, input, as) => s.office.send(name, { ...input, misspelt: 1 } as never, as) },
})
test.each(cases)('[W25] [$rule] $field, in $at: an input that is wrong elsewhere is told at once that the code is taken', async (one) => {
  const { field, save } = one
  await save(started, TYPED)
  const told = async (code: string) => {
    const answer = await save(misspelt(started), code)
    expect(answer).toMatchObject({ ok: false, refused: 'invalid-input' })
    return (answer as unknown as { data: { issues: { path: string; rule: string }[] } }).data.issues.map(
      ({ path, rule }) => `${path}:${rule}`,
    )
  }
  expect(await told(FORMS[1]!)).toEqual([':unrecognized_keys', `${field}:taken`])
  expect(await told('Qx-1000')).toEqual([':unrecognized_keys'])
})

test('[W25] every code that exists once is declared once: the cases above are all that are', () => {
  const declared = records.flatMap(({ table, once = [] }) => once.map(({ column }) => [table, column].join('.')))
  expect([...new Set(declared)].toSorted()).toEqual([...new Set(cases.map(({ at }) => at.join('.')))].toSorted())
})

test('[W25] [H30] two codes that are taken are told together, and so is a day that has not come', async () => {
  const { office } = started
  const first = await shipmentOf(started, { invoiceNumber: 'CI-1', declarationNumber: 'D-1' })
  await office.run('save-shipment', first)
  const again = await shipmentOf(started, { invoiceNumber: 'ci-1', declarationNumber: 'd-1' })
  const taken = ['invoiceNumber', 'declarationNumber'].map((path) => ({ path, rule: 'taken' }))
  expect(await office.send('save-shipment', again)).toMatchObject({ refused: 'invalid-input', data: { issues: taken } })
  await office.run('post-bill', billOf(started, TYPED))
  expect(await office.send('post-bill', { ...billOf(started, 'qx-100'), billDate: '2026-04-01', dueDate: '2026-04-01' })).toMatchObject({
    refused: 'invalid-input',
    data: {
      issues: [
        { path: 'billDate', rule: 'ahead' },
        { path: 'invoiceNumber', rule: 'taken' },
      ],
    },
  })
})

test('[W25] a form that is only looked at is told the same; who may not give the command, or changes a record of others, is told nothing', async () => {
  const { office } = started
  const ask = async (command: string, values: Record<string, string | null>, as = office.owner) =>
    (await office.query('taken-codes', { command, values }, as)).fields
  const customer = aCustomer(office.owner.id, { code: TYPED, name: 'Buyer A' })
  await office.run('create-customer', customer)
  expect(await ask('create-customer', { code: 'QX-100' })).toEqual(['code'])
  expect(await ask('create-customer', { code: 'QX-101' })).toEqual([])
  expect(await ask('edit-customer', { id: customer.id, code: 'qx-100' })).toEqual([])
  expect(await ask('create-product', { code: 'QX-100' })).toEqual([])
  expect(await ask('no-such-command', { code: 'QX-100' })).toEqual([])
  const edits = (scope: 'own' | 'all') => office.user({ permissions: ['customer.edit'], scopes: { customer: scope } })
  const other = aCustomer(office.owner.id, { code: 'Z-1', name: 'Buyer Z' })
  await office.run('create-customer', other)
  const mine = await edits('own')
  expect(await ask('create-customer', { code: 'QX-100' }, mine)).toEqual([])
  expect(await ask('edit-customer', { id: other.id, code: 'QX-100' }, mine)).toEqual([])
  expect(await ask('edit-customer', { id: other.id, code: 'QX-100' }, await edits('all'))).toEqual(['code'])
  const wrong = { ...other, code: TYPED, revision: 1, name: '' }
  const named = { path: 'name', rule: 'required' }
  expect(await office.send('edit-customer', wrong as never, mine)).toMatchObject({ data: { issues: [named] } })
  expect(await office.send('edit-customer', wrong as never)).toMatchObject({ data: { issues: [named, { path: 'code', rule: 'taken' }] } })
})
