// Customers and vendors end to end: made, changed, found twice, handed over, seen only in scope.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { post } from '../../../db/ledger/post.ts'
import { writableDb } from '../../../db/tx.ts'
import type { Permission } from '../../../preload/contract/access.ts'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { defineCommands } from '../../commands/define-command.ts'
import { testOffice, type TestOffice, type TestUser } from '../../testing/test-office.ts'
import { contracts } from '../contracts/index.ts'
import { credit } from '../credit/index.ts'
import { estimates } from '../estimates/index.ts'
import { freight } from '../freight/index.ts'
import { letters } from '../letters-of-credit/index.ts'
import { people } from '../people/index.ts'
import { quotations } from '../quotations/index.ts'
import { receiptsAndPayments } from '../receipts-and-payments/index.ts'
import { shipments } from '../shipments/index.ts'
import { customerForUse, parties, vendorForUse } from './index.ts'
import { aCustomer, aVendor } from '../../testing/fixtures.ts'

const SALES: Permission[] = ['customer.view', 'customer.create', 'customer.edit']
let office: TestOffice
let wang: TestUser
let li: TestUser
let departments: { top: string; east: string; west: string }

beforeEach(async () => {
  // What goes along with a customer is for later modules to say.
  office = await testOffice([people, parties, contracts, quotations, shipments, letters, credit, freight, receiptsAndPayments, estimates])
  departments = { top: newId(), east: newId(), west: newId() }
  const department = (id: string, name: string, parentId: string | null) =>
    office.run('create-department', { id, name, nameEn: '', parentId })
  await department(departments.top, '业务部', null)
  await department(departments.east, '东', departments.top)
  await department(departments.west, '西', departments.top)
  wang = await office.user({ permissions: SALES, scopes: { customer: 'own' }, departmentId: departments.east, name: '王' })
  li = await office.user({ permissions: SALES, scopes: { customer: 'own' }, departmentId: departments.west, name: '李' })
})
afterEach(() => {
  expect(office.faults).toEqual([])
  office.close()
})

const seed = () => writableDb(office.database.write, 0)
const contact = (over = {}) => ({
  id: newId(),
  name: 'Anna',
  title: '',
  role: 'user' as const,
  email: '',
  phone: '',
  wechat: '',
  whatsapp: '',
  ...over,
})
const editOf = (
  input: CommandInput<'create-customer'>,
  over: Partial<CommandInput<'edit-customer'>> = {},
): CommandInput<'edit-customer'> => ({ ...input, revision: 1, ...over })
const notFound = (resource: string) => ({ ok: false, refused: 'not-found', data: { resource } })
const partyRow = (id: string) => office.database.read.sql.prepare('SELECT * FROM party WHERE id = ?').get(id) as Record<string, unknown>

// ---- customers --------------------------------------------------------------------------------------------------------------------------

test('[Y1] [Y2] a customer is made with the next code, its owner’s department, and read back as typed', async () => {
  const input = aCustomer(wang.id, { contacts: [contact({ name: 'Bert' }), contact({ name: 'Anna' })], creditLimit: 0 })
  expect(await office.run('create-customer', input, wang)).toEqual({ id: input.id, code: 'C0001', revision: 1 })
  expect(await office.query('customer', { id: input.id }, wang)).toEqual({
    ...input,
    code: 'C0001',
    revision: 1,
    ownerName: '王',
    createdAt: office.at,
  })
  expect(partyRow(input.id)).toMatchObject({ kind: 'customer', departmentId: departments.east, active: 1, normalName: 'sunrisetrading' })
  expect((await office.run('create-customer', aCustomer(wang.id), wang)).code).toBe('C0002')
})

test('[Y1] a typed code is kept, one that somebody has is refused, and the series steps over typed ones', async () => {
  await office.run('create-customer', aCustomer(wang.id, { code: 'C0001' }), wang)
  expect(await office.send('create-customer', aCustomer(wang.id, { code: 'C0001' }), wang)).toEqual({
    ok: false,
    refused: 'already-exists',
    data: { field: 'code', value: 'C0001' },
  })
  expect((await office.run('create-customer', aCustomer(wang.id), wang)).code).toBe('C0002')
  // Codes of customers and vendors are one series of names.
  expect(await office.send('create-vendor', aVendor({ code: 'C0001' }))).toMatchObject({ refused: 'already-exists' })
})

test('[Y1] [Y2] an edit changes what was typed, keeps an empty code, and is refused over a newer version', async () => {
  const input = aCustomer(wang.id)
  await office.run('create-customer', input, wang)
  const changed = editOf(input, {
    name: 'Sunset GmbH',
    nameZh: '日落有限公司',
    website: 'www.sunset.de',
    phone: '+49 40 1234567',
    level: null,
  })
  expect(await office.run('edit-customer', changed, wang)).toEqual({ id: input.id, revision: 2 })
  expect(await office.query('customer', { id: input.id }, wang)).toMatchObject({
    name: 'Sunset GmbH',
    code: 'C0001',
    revision: 2,
    level: null,
  })
  expect(partyRow(input.id)).toMatchObject({ normalName: 'sunset', normalNameZh: '日落', domain: 'sunset.de', phoneDigits: '01234567' })
  expect(await office.send('edit-customer', changed, wang)).toEqual({
    ok: false,
    refused: 'changed-meanwhile',
    data: { expected: 1, found: 2 },
  })
})

test('[Y2] contacts are kept by their ids: added, changed, reordered, removed', async () => {
  const [anna, bert] = [contact({ name: 'Anna' }), contact({ name: 'Bert' })]
  const input = aCustomer(wang.id, { contacts: [anna, bert] })
  await office.run('create-customer', input, wang)
  const carl = contact({ name: 'Carl' })
  await office.run('edit-customer', editOf(input, { contacts: [carl, { ...bert, name: 'Berta' }] }), wang)
  expect((await office.query('customer', { id: input.id }, wang)).contacts).toEqual([carl, { ...bert, name: 'Berta' }])
  const changes = office.database.read.sql
    .prepare("SELECT kind FROM change WHERE tableName = 'contact' AND pos = (SELECT max(pos) FROM change) ORDER BY id")
    .all()
  expect(changes).toEqual([{ kind: 'remove' }, { kind: 'put' }, { kind: 'patch' }])
  const twice = { ok: false, refused: 'invalid-input', data: { issues: [{ path: 'contacts', rule: 'duplicate' }] } }
  expect(await office.send('edit-customer', editOf(input, { revision: 2, contacts: [carl, carl] }), wang)).toEqual(twice)
  // A contact of another party cannot be drawn over.
  expect(await office.send('create-customer', aCustomer(wang.id, { contacts: [carl] }), wang)).toMatchObject({ refused: 'already-exists' })
})

test('[Y3] [SEC43] a customer out of scope is answered like one that does not exist, everywhere', async () => {
  const input = aCustomer(wang.id)
  await office.run('create-customer', input, wang)
  const foreign = async (id: string) => [
    await office.ask('customer', { id }, li),
    await office.send('edit-customer', { ...editOf(input), id }, li),
    await office.send(
      'hand-over-customer',
      { id, revision: 1, newOwnerId: li.id },
      await office.user({ permissions: ['customer.handover'] }),
    ),
  ]
  const [real, random] = [await foreign(input.id), await foreign(newId())]
  expect(real).toEqual(random)
  expect(real).toEqual([notFound('customer'), notFound('customer'), notFound('customer')])
  expect((await office.query('customers', {}, li)).rows).toEqual([])
  expect(await office.ask('customer', { id: (await office.run('create-vendor', aVendor())).id })).toEqual(notFound('customer'))
})

test('[Y3] scopes: own, department, department and below, all', async () => {
  const input = aCustomer(wang.id)
  await office.run('create-customer', input, wang)
  const sees = async (scope: 'own' | 'department' | 'department-below' | 'all', departmentId: string | null) => {
    const user = await office.user({ permissions: ['customer.view'], scopes: { customer: scope }, departmentId })
    const listed = (await office.query('customers', {}, user)).rows.length === 1
    expect((await office.ask('customer', { id: input.id }, user)).ok).toBe(listed)
    return listed
  }
  expect(await sees('own', departments.east)).toBe(false)
  expect(await sees('department', departments.east)).toBe(true)
  expect(await sees('department', departments.top)).toBe(false)
  expect(await sees('department-below', departments.top)).toBe(true)
  expect(await sees('department-below', departments.west)).toBe(false)
  expect(await sees('all', null)).toBe(true)
})

test('[Y3] a customer may be made for a colleague in scope; further away only with the right to hand over', async () => {
  const head = await office.user({ permissions: SALES, scopes: { customer: 'department' }, departmentId: departments.east })
  expect(await office.send('create-customer', aCustomer(wang.id), head)).toMatchObject({ ok: true })
  const away = { ok: false, refused: 'not-permitted', data: { permission: 'customer.handover' } }
  expect(await office.send('create-customer', aCustomer(li.id), head)).toEqual(away)
  expect(await office.send('create-customer', aCustomer(newId()), head)).toEqual(notFound('user'))
  office.database.write.sql.prepare('UPDATE user SET active = 0 WHERE id = ?').run(li.id)
  expect(await office.send('create-customer', aCustomer(li.id))).toEqual({
    ok: false,
    refused: 'wrong-state',
    data: { kind: 'user', state: 'inactive', needed: 'active' },
  })
})

test('every command and query needs its permission', async () => {
  const nobody = await office.user({ permissions: [] })
  const missing = async (answer: Promise<unknown>) => ((await answer) as { data?: { permission?: string } }).data?.permission
  const id = newId()
  expect([
    await missing(office.send('create-customer', aCustomer(nobody.id), nobody)),
    await missing(office.send('edit-customer', editOf(aCustomer(nobody.id)), nobody)),
    await missing(office.send('hand-over-customer', { id, revision: 1, newOwnerId: nobody.id }, nobody)),
    await missing(office.send('create-vendor', aVendor(), nobody)),
    await missing(office.send('edit-vendor', { ...aVendor(), revision: 1 }, nobody)),
    await missing(office.send('set-vendor-active', { id, revision: 1, active: false }, nobody)),
    await missing(office.ask('customers', {}, nobody)),
    await missing(office.ask('customer', { id }, nobody)),
    await missing(office.ask('vendors', {}, nobody)),
    await missing(office.ask('vendor', { id }, nobody)),
  ]).toEqual([
    'customer.create',
    'customer.edit',
    'customer.handover',
    'vendor.create',
    'vendor.edit',
    'vendor.edit',
    'customer.view',
    'customer.view',
    'vendor.view',
    'vendor.view',
  ])
})

// ---- handing over -----------------------------------------------------------------------------------------------------------------------

/** Two deals of the customer, one finished and one not, each with a contract, a shipment and a receipt, and the open one with an open item. */
const aBusiness = (customerId: string) => {
  const tx = seed()
  const own = { ownerId: wang.id, departmentId: departments.east }
  const one = (stage: string, at: string, done: boolean) => {
    const [deal, contract, shipment, receipt, bank] = [newId(), newId(), newId(), newId(), newId()]
    tx.put('deal', { id: deal, number: `D${at}`, customerId, openedOn: at, stage, createdAt: at, revision: 1, ...own })
    tx.put('sales_contract', {
      ...{
        id: contract,
        number: `SC${at}`,
        dealId: deal,
        customerId,
        buyerOrderNumber: '',
        contractDate: at,
        signedOn: at,
        currency: 'USD',
        rate: 710_000_000,
      },
      ...{
        incoterm: null,
        incotermPlace: '',
        portOfLoading: '',
        portOfDischarge: '',
        paymentTerm: '[]',
        latestShipment: null,
        partialShipment: 1,
        transhipment: 1,
      },
      ...{
        commissionRate: 0,
        clauses: '',
        remark: '',
        status: 'signed',
        voidReason: null,
        total: 100,
        totalBase: 710,
        createdAt: at,
        revision: 1,
        ...own,
      },
    })
    tx.put('shipment', {
      ...{
        id: shipment,
        number: `SH${at}`,
        customerId,
        currency: 'USD',
        forwarderId: null,
        carrierId: null,
        vessel: '',
        voyage: '',
        bookingNumber: '',
        billOfLadingNumber: '',
      },
      ...{
        invoiceNumber: '',
        declarationNumber: '',
        portOfLoading: '',
        portOfDischarge: '',
        etd: null,
        eta: null,
        containers: '[]',
        remark: '',
      },
      ...{
        status: done ? 'done' : 'dispatched',
        dispatchedOn: at,
        onBoardOn: null,
        arrivedOn: null,
        documentsDeliveredOn: null,
        doneOn: null,
        rate: 710_000_000,
      },
      ...{ total: 100, totalBase: 710, journalId: null, createdAt: at, revision: 1, ...own },
    })
    const item = (account: string, ref: string, kind: 'invoice' | 'advance', sign: 1 | -1, documentId: string) => ({
      date: at,
      kind: 'dispatch' as const,
      documentKind: 'shipment',
      documentId,
      documentNumber: ref,
      memo: '',
      lines: [
        {
          account,
          currency: 'USD',
          foreign: sign * 100,
          base: sign * 710,
          partyId: customerId,
          ownerId: wang.id,
          departmentId: departments.east,
          opens: { ref, kind, dueDate: at },
        },
        { account: '6001', currency: 'USD', foreign: sign * -100, base: sign * -710, ownerId: wang.id },
      ],
    })
    if (!done) post(tx, item('1122', `${shipment}:1`, 'invoice', 1, shipment))
    tx.put('bank_account', {
      id: bank,
      code: bank,
      name: '',
      bankName: '',
      accountNumber: '',
      swift: '',
      currency: 'USD',
      openedOn: at,
      active: 1,
      revision: 1,
    })
    if (!done) post(tx, item('2203', `${receipt}:1`, 'advance', -1, receipt))
    tx.put('receipt', {
      ...{
        id: receipt,
        number: `RC${at}`,
        bankAccountId: bank,
        receivedOn: at,
        currency: 'USD',
        amount: 100,
        charge: 0,
        rate: 710_000_000,
        amountBase: 710,
        payerName: '',
      },
      ...{
        customerId,
        contractId: null,
        dealId: deal,
        remark: '',
        status: 'claimed',
        item: `${receipt}:1`,
        journalId: 1,
        claimJournalId: null,
        createdAt: at,
        ...own,
      },
    })
    return { deal, sales_contract: contract, shipment, receipt }
  }
  return { open: one('shipped', '2026-02-01', false), finished: one('settled', '2026-01-01', true) }
}
const ownersOf = (business: Record<'deal' | 'sales_contract' | 'shipment' | 'receipt', string>) =>
  Object.entries(business).map(
    ([table, id]) =>
      office.database.read.sql.prepare(`SELECT ownerId, departmentId FROM ${table} WHERE id = ?`).get(id) as {
        ownerId: string
        departmentId: string
      },
  )

test('[Y4] handing over moves the customer and all that is unfinished in one step, and leaves what is finished', async () => {
  const input = aCustomer(wang.id)
  await office.run('create-customer', input, wang)
  const business = aBusiness(input.id)
  expect(office.ledgerFaults()).toEqual([])
  await office.run('hand-over-customer', { id: input.id, revision: 1, newOwnerId: li.id })
  const to = { ownerId: li.id, departmentId: departments.west }
  expect(partyRow(input.id)).toMatchObject({ ...to, revision: 2 })
  expect(ownersOf(business.open)).toEqual([to, to, to, to])
  expect(ownersOf(business.finished)).toEqual(Array(4).fill({ ownerId: wang.id, departmentId: departments.east }))
  const items = office.database.read.sql
    .prepare(
      'SELECT o.id AS ownerId, d.id AS departmentId FROM open_item i JOIN ledger_key o ON o.key = i.owner JOIN ledger_key d ON d.key = i.department',
    )
    .all()
  expect(items).toEqual([to, to])
  // What was posted stays as it was posted.
  expect(office.ledgerFaults()).toEqual([])
  expect(office.database.read.sql.prepare('SELECT DISTINCT owner FROM posting').all()).toHaveLength(1)
  expect((await office.query('customers', {}, wang)).rows).toEqual([])
  expect((await office.query('customers', {}, li)).rows).toMatchObject([{ id: input.id, owner: '李' }])
  expect(office.database.read.sql.prepare('SELECT ownerId FROM search_waiting WHERE id = ?').get(input.id)).toEqual({ ownerId: li.id })
})

test('[Y6] handing over is refused to oneself again, over a newer version, and to who does not exist', async () => {
  const input = aCustomer(wang.id)
  await office.run('create-customer', input, wang)
  const give = (over: object) => office.send('hand-over-customer', { id: input.id, revision: 1, newOwnerId: li.id, ...over })
  expect(await give({ newOwnerId: wang.id })).toEqual({ ok: false, refused: 'nothing-to-do', data: {} })
  expect(await give({ newOwnerId: newId() })).toEqual(notFound('user'))
  expect(await give({ revision: 7 })).toMatchObject({ refused: 'changed-meanwhile' })
})

test('[Y6] another owner in the form is a hand-over: it needs that right and moves the same', async () => {
  const input = aCustomer(wang.id)
  await office.run('create-customer', input, wang)
  const business = aBusiness(input.id)
  expect(await office.send('edit-customer', editOf(input, { ownerId: li.id }), wang)).toEqual({
    ok: false,
    refused: 'not-permitted',
    data: { permission: 'customer.handover' },
  })
  expect(await office.run('edit-customer', editOf(input, { ownerId: li.id }))).toEqual({ id: input.id, revision: 2 })
  expect(ownersOf(business.open).every((o) => o.ownerId === li.id)).toBe(true)
})

// ---- vendors ----------------------------------------------------------------------------------------------------------------------------

test('a vendor is made, changed, switched off and on', async () => {
  const input = aVendor({ contacts: [contact()] })
  expect(await office.run('create-vendor', input)).toEqual({ id: input.id, code: 'V0001', revision: 1 })
  expect(await office.query('vendor', { id: input.id })).toEqual({
    ...input,
    code: 'V0001',
    revision: 1,
    active: true,
    createdAt: office.at,
    bank: null,
  })
  await office.run('edit-vendor', { ...input, kind: 'other', city: '宁波', revision: 1 })
  expect(await office.send('edit-vendor', { ...input, revision: 1 })).toMatchObject({ refused: 'changed-meanwhile' })
  expect(await office.run('set-vendor-active', { id: input.id, revision: 2, active: false })).toEqual({ id: input.id, revision: 3 })
  expect(await office.send('set-vendor-active', { id: input.id, revision: 3, active: false })).toMatchObject({ refused: 'nothing-to-do' })
  expect(await office.query('vendor', { id: input.id })).toMatchObject({ active: false, city: '宁波', kind: 'other' })
  expect((await office.query('vendors', { params: { kind: 'factory' } })).rows).toEqual([])
  expect((await office.query('vendors', { params: { kind: 'other' } })).rows).toMatchObject([{ code: 'V0001', active: false }])
  const customer = (await office.run('create-customer', aCustomer(wang.id))).id
  expect(await office.send('edit-vendor', { ...input, id: customer, revision: 1 })).toEqual(notFound('vendor'))
  expect(await office.ask('vendor', { id: customer })).toEqual(notFound('vendor'))
})

// ---- lists and likenesses -----------------------------------------------------------------------------------------------------------------

test('[Y7] lists show what customers owe and vendors are owed, for who may see it', async () => {
  const customer = aCustomer(wang.id)
  const vendor = aVendor()
  await office.run('create-customer', customer)
  await office.run('create-customer', aCustomer(wang.id))
  await office.run('create-vendor', vendor)
  aBusiness(customer.id)
  const tx = seed()
  post(tx, {
    date: '2026-02-02',
    kind: 'bill',
    documentKind: 'bill',
    documentId: newId(),
    documentNumber: 'B1',
    memo: '',
    lines: [
      { account: '1405', currency: 'CNY', foreign: 900, base: 900 },
      {
        account: '2202',
        currency: 'CNY',
        foreign: -900,
        base: -900,
        partyId: vendor.id,
        opens: { ref: 'b:1', kind: 'bill', dueDate: '2026-03-01' },
      },
      {
        account: '1123',
        currency: 'CNY',
        foreign: 200,
        base: 200,
        partyId: vendor.id,
        opens: { ref: 'p:1', kind: 'prepayment', dueDate: '2026-03-01' },
      },
      { account: '1002', currency: 'CNY', foreign: -200, base: -200 },
    ],
  })
  const customers = await office.query('customers', { totals: true })
  // 7.10 owed less the advance of 7.10.
  expect(customers.rows.map((r) => r['receivable'])).toEqual([
    { minor: 0, currency: 'CNY' },
    { minor: 0, currency: 'CNY' },
  ])
  tx.sql.exec("UPDATE sum_party SET base = base - 10 WHERE account = '2203'")
  expect((await office.query('customers', { totals: true, sort: [{ field: 'receivable', descending: false }] })).totals).toMatchObject({
    receivable: [{ minor: -10, currency: 'CNY' }],
  })
  expect((await office.query('vendors', { totals: true })).totals).toEqual({ payable: [{ minor: 700, currency: 'CNY' }] })
  expect((await office.query('customers', {}, wang)).columns).not.toContain('receivable')
  expect((await office.query('vendors', {}, await office.user({ permissions: ['vendor.view'] }))).columns).not.toContain('payable')
})

test('[Y8] parties that look the same are named while typing, other people’s too, but nothing more of them', async () => {
  const input = aCustomer(wang.id, { nameZh: '日出贸易有限公司', website: 'https://www.sunrise.cn', phone: '+86 574 87654321' })
  await office.run('create-customer', input, wang)
  await office.run('create-vendor', aVendor({ email: 'sales@dongfang-lamp.cn' }))
  const like = (over: object, as = li) =>
    office.query('similar-parties', { name: '', email: '', website: '', phone: '', exceptId: null, ...over }, as)
  const sunrise = (reason: string) => [{ kind: 'customer', name: input.name, reason }]
  expect(await like({ name: 'SUNRISE TRADING' })).toEqual(sunrise('name'))
  expect(await like({ name: 'Sunrise Tra' })).toEqual(sunrise('name'))
  expect(await like({ name: 'Sunrise' })).toEqual([])
  expect(await like({ name: '日出贸易' })).toEqual(sunrise('name'))
  expect(await like({ email: 'bob@sunrise.cn' })).toEqual(sunrise('domain'))
  expect(await like({ phone: '0574-8765 4321' })).toEqual(sunrise('phone'))
  expect(await like({ website: 'dongfang-lamp.cn' })).toMatchObject([{ kind: 'factory', reason: 'domain' }])
  expect(await like({ name: 'Sunrise Trading', exceptId: input.id }, office.owner)).toEqual([])
  // Leaving out one that Li may not see would tell him which it is.
  expect(await like({ name: 'Sunrise Trading', exceptId: input.id })).toEqual(sunrise('name'))
  expect(await like({ email: 'bob@qq.com', phone: '123' })).toEqual([])
  expect(await like({ name: 'Sunrise Trading' }, await office.user({ permissions: ['customer.view'] }))).toEqual([])
})

// ---- the door ---------------------------------------------------------------------------------------------------------------------------

test('[Y9] other modules take only parties that exist, are visible, of the kind and active', async () => {
  const asks: { customer?: string; vendor?: string; kinds?: string[] } = {}
  const probe = defineCommands({
    'choose-language': async (_, ctx) => {
      if (asks.customer !== undefined) await customerForUse(ctx, asks.customer)
      if (asks.vendor !== undefined) await vendorForUse(ctx, asks.vendor, asks.kinds)
      return {}
    },
  })
  office.close()
  office = await testOffice([people, parties, { commands: probe }])
  wang = await office.user({ permissions: SALES, scopes: { customer: 'own' } })
  const use = (given: typeof asks, as?: TestUser) => {
    Object.assign(asks, { customer: undefined, vendor: undefined, kinds: undefined }, given)
    return office.send('choose-language', { language: 'zh' }, as)
  }
  const customer = aCustomer(office.owner.id)
  const vendor = aVendor()
  await office.run('create-customer', customer)
  await office.run('create-vendor', vendor)
  expect(await use({ customer: customer.id })).toMatchObject({ ok: true })
  expect(await use({ customer: customer.id }, wang)).toEqual(notFound('customer'))
  expect(await use({ customer: vendor.id })).toEqual(notFound('customer'))
  expect(await use({ customer: newId() })).toEqual(notFound('customer'))
  expect(await use({ vendor: vendor.id, kinds: ['factory'] })).toMatchObject({ ok: true })
  expect(await use({ vendor: vendor.id, kinds: ['forwarder', 'carrier'] })).toEqual(notFound('vendor'))
  expect(await use({ vendor: customer.id })).toEqual(notFound('vendor'))
  await office.run('set-vendor-active', { id: vendor.id, revision: 1, active: false })
  expect(await use({ vendor: vendor.id })).toEqual({ ok: false, refused: 'inactive-party', data: { party: vendor.name } })
  await office.run('edit-customer', editOf(customer, { status: 'blacklisted' }))
  expect(await use({ customer: customer.id })).toEqual({ ok: false, refused: 'inactive-party', data: { party: customer.name } })
})
