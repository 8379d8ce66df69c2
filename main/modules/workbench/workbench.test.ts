// Finding and naming records through the office, and the reference tables.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writableDb } from '../../../db/tx.ts'
import type { Permission } from '../../../preload/contract/access.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { testOffice, type TestOffice, type TestUser } from '../../testing/test-office.ts'
import { aCustomer, aProduct, aVendor } from '../../testing/fixtures.ts'
import { catalogue } from '../catalogue/index.ts'
import { parties } from '../parties/index.ts'
import { people } from '../people/index.ts'
import { workbench } from './index.ts'

let office: TestOffice
let east: string
let west: string
let wang: TestUser
const EVERYTHING: Permission[] = ['customer.view', 'vendor.view', 'product.view', 'deal.view']

beforeEach(async () => {
  office = await testOffice([people, parties, catalogue, workbench])
  const top = newId()
  ;[east, west] = [newId(), newId()]
  const department = (id: string, parentId: string | null) => office.run('create-department', { id, name: id, nameEn: '', parentId })
  await department(top, null)
  await department(east, top)
  await department(west, east)
  wang = await office.user({ permissions: EVERYTHING, departmentId: east })
})
afterEach(() => {
  expect(office.faults).toEqual([])
  office.close()
})
const find = async (text: string, as?: TestUser) => (await office.query('find', { text, limit: 20 }, as)).map((f) => f.title)

test('[W20] [W21] everybody keeps their own views; with a role only who may share, and others’ views do not exist', async () => {
  const li = await office.user({ permissions: EVERYTHING, departmentId: east })
  const view = { id: newId(), list: 'customers', name: '我的重点客户', look: '{"filters":[]}', roleId: null, preset: false }
  expect(await office.send('save-list-view', { ...view, list: 'nothing' }, wang)).toMatchObject({ refused: 'invalid-input' })
  await office.run('save-list-view', view, wang)
  const seen = async (as: TestUser) => (await office.query('list-views', { list: 'customers' }, as)).views
  expect(await seen(wang)).toMatchObject([{ name: '我的重点客户', mine: true, preset: false, role: null }])
  expect(await seen(li)).toEqual([])
  expect(await office.send('save-list-view', { ...view, revision: 1, name: 'x' }, li)).toMatchObject({ refused: 'not-found' })
  expect(await office.send('remove-list-view', { id: view.id, revision: 1 }, li)).toMatchObject({ refused: 'not-found' })
  const roleId = (office.database.write.sql.prepare('SELECT roleId FROM user_role WHERE userId = ?').get(li.id) as { roleId: string })
    .roleId
  const shared = { ...view, revision: 1, roleId, preset: true }
  expect(await office.send('save-list-view', shared, wang)).toMatchObject({ refused: 'not-permitted' })
  expect((await office.query('list-views', { list: 'customers' }, wang)).roles).toEqual([])
  const boss = await office.user({ permissions: [...EVERYTHING, 'list-view.share'], departmentId: east })
  const ours = { ...shared, id: newId(), revision: undefined, name: '全组' }
  await office.run('save-list-view', ours, boss)
  expect(await seen(li)).toMatchObject([{ name: '全组', mine: false, preset: true, roleId }])
  expect(await seen(wang)).toMatchObject([{ name: '我的重点客户' }])
  // Who has it shared with them does not change it.
  expect(await office.send('remove-list-view', { id: ours.id, revision: 1 }, li)).toMatchObject({ refused: 'not-found' })
  expect(await office.send('save-list-view', { ...ours, revision: 7 }, boss)).toMatchObject({ refused: 'changed-meanwhile' })
  await office.run('remove-list-view', { id: ours.id, revision: 1 }, boss)
  expect(await seen(li)).toEqual([])
})

test('[W22] a list has one default for each user and one for each role: a new one takes the place of the old', async () => {
  const own = (name: string) => ({ id: newId(), list: 'customers', name, look: '{}', roleId: null, preset: true })
  const [first, second] = [own('a'), own('b')]
  await office.run('save-list-view', first, wang)
  await office.run('save-list-view', { ...own('other list'), list: 'vendors' }, wang)
  await office.run('save-list-view', second, wang)
  const presets = async (list: string) =>
    (await office.query('list-views', { list }, wang)).views.map((v) => [v.name, v.preset, v.revision])
  expect(await presets('customers')).toEqual([
    ['a', false, 2],
    ['b', true, 1],
  ])
  expect(await presets('vendors')).toEqual([['other list', true, 1]])
})

test('[W1] finds customers, vendors and products by name, Chinese, pinyin, initials, code and HS code', async () => {
  await office.run(
    'create-customer',
    aCustomer(wang.id, {
      name: 'Hansa Import GmbH',
      nameZh: '汉萨进口',
      contacts: [{ id: newId(), name: 'Greta Thun', title: '', role: 'user', email: '', phone: '', wechat: '', whatsapp: '' }],
    }),
  )
  await office.run('create-vendor', aVendor({ name: '中山明灯厂' }))
  const product = aProduct()
  await office.run('create-product', product)
  const table: [text: string, titles: string[]][] = [
    ['hansa', ['Hansa Import GmbH']],
    ['greta', ['Hansa Import GmbH']],
    ['汉萨', ['Hansa Import GmbH']],
    ['hsjk', ['Hansa Import GmbH']],
    ['hansajinkou', ['Hansa Import GmbH']],
    ['C0001', ['Hansa Import GmbH']],
    ['明灯', ['中山明灯厂']],
    ['zsmdc', ['中山明灯厂']],
    ['zhongshan', ['中山明灯厂']],
    ['taideng', ['LED table lamp']],
    ['940521', ['LED table lamp']],
    ['0001', ['LED table lamp', '中山明灯厂', 'Hansa Import GmbH']],
    ['nothing', []],
  ]
  for (const [text, titles] of table) expect([text, await find(text)]).toEqual([text, titles])
  await office.run('edit-product', { ...product, name: 'Candle', nameZh: '蜡烛', revision: 1 })
  expect([await find('taideng'), await find('lazhu')]).toEqual([[], ['Candle']])
  expect(await office.query('find', { text: 'candle', limit: 1 })).toEqual([
    { kind: 'product', id: product.id, title: 'Candle', detail: 'P0001 蜡烛' },
  ])
})

test('[W2] [SEC43] finds and names only what the viewer may see, as their list does', async () => {
  const mine = aCustomer(wang.id, { name: 'Lamp of mine' })
  const below = await office.user({ permissions: [], departmentId: west })
  const theirs = aCustomer(below.id, { name: 'Lamp below' })
  const owners = aCustomer(office.owner.id, { name: 'Lamp of the owner' })
  for (const input of [mine, theirs, owners]) await office.run('create-customer', input)
  const product = aProduct()
  await office.run('create-product', product)
  for (const [scope, customers] of [
    ['own', ['Lamp of mine']],
    ['department', ['Lamp of mine']],
    ['department-below', ['Lamp below', 'Lamp of mine']],
    ['all', ['Lamp below', 'Lamp of mine', 'Lamp of the owner']],
  ] as const) {
    const viewer: TestUser = { ...wang, viewer: { ...wang.viewer, scopes: { customer: scope } } }
    expect([scope, (await find('lamp', viewer)).filter((t) => t !== product.name).sort()]).toEqual([scope, customers])
    expect(
      (await office.query('customers', { search: 'lamp', sort: [{ field: 'name', descending: false }] }, viewer)).rows.map(
        (r) => r['name'],
      ),
    ).toEqual(customers)
    const named = await Promise.all([mine, theirs, owners].map(({ id }) => office.query('locate', { id }, viewer)))
    expect(
      named
        .filter((n) => n.kind !== 'unknown')
        .map((n) => n.title)
        .sort(),
    ).toEqual(customers)
    expect(await find('lamp', { ...viewer, viewer: { ...viewer.viewer, permissions: new Set(['product.view']) } })).toEqual([product.name])
  }
  const nobody = await office.user({ permissions: [] })
  expect(await find('lamp', nobody)).toEqual([])
  for (const id of [mine.id, product.id, newId()])
    expect(await office.query('locate', { id }, nobody)).toEqual({ kind: 'unknown', title: '' })
})

test('[W3] names a record of any kind by its id', async () => {
  const vendor = aVendor()
  const customer = aCustomer(wang.id)
  await office.run('create-vendor', vendor)
  await office.run('create-customer', customer)
  const tx = writableDb(office.database.write, 0)
  const [deal, bank, bill, payment, transfer, purchase] = [newId(), newId(), newId(), newId(), newId(), newId()]
  const at = '2026-01-01'
  const own = { ownerId: wang.id, departmentId: east }
  tx.put('deal', { id: deal, number: 'D1', customerId: customer.id, openedOn: at, stage: 'draft', createdAt: at, revision: 1, ...own })
  const account = {
    code: 'B1',
    name: '中行美元',
    bankName: '',
    accountNumber: '',
    swift: '',
    currency: 'USD',
    openedOn: at,
    active: 1,
    revision: 1,
  }
  tx.put('bank_account', { id: bank, ...account })
  const money = { currency: 'CNY', rate: 100_000_000, remark: '', status: 'posted', journalId: 1, createdAt: at }
  tx.put('bill', {
    id: bill,
    number: 'BL1',
    kind: 'goods',
    partyId: vendor.id,
    invoiceNumber: '',
    billDate: at,
    dueDate: at,
    total: 1,
    totalBase: 1,
    ...money,
  })
  tx.put('payment', {
    id: payment,
    number: 'PY1',
    bankAccountId: bank,
    paidOn: at,
    partyId: vendor.id,
    amount: 1,
    charge: 0,
    amountBase: 1,
    contractId: null,
    item: 'x',
    ...money,
  })
  tx.put('transfer', {
    id: transfer,
    number: 'TR1',
    on: at,
    fromAccountId: bank,
    toAccountId: bank,
    amountOut: 1,
    amountIn: 1,
    difference: 0,
    remark: '',
    status: 'posted',
    journalId: 1,
    createdAt: at,
  })
  tx.put('purchase_contract', {
    ...{
      id: purchase,
      number: 'PC1',
      supplierId: vendor.id,
      contractDate: at,
      signedOn: null,
      currency: 'CNY',
      rate: 1,
      deliveryDate: null,
      paymentTerm: '[]',
    },
    ...{ clauses: '', remark: '', status: 'draft', voidReason: null, total: 0, totalBase: 0, createdAt: at, revision: 1, ...own },
  })
  const locate = (id: string, as?: TestUser) => office.query('locate', { id }, as)
  expect(await Promise.all([vendor.id, customer.id, deal, bank, bill, payment, transfer, purchase].map((id) => locate(id)))).toEqual([
    { kind: 'vendor', title: vendor.name },
    { kind: 'customer', title: customer.name },
    { kind: 'deal', title: 'D1' },
    { kind: 'bank-account', title: '中行美元' },
    { kind: 'bill', title: 'BL1' },
    { kind: 'payment', title: 'PY1' },
    { kind: 'transfer', title: 'TR1' },
    { kind: 'purchase-contract', title: 'PC1' },
  ])
  const unknown = { kind: 'unknown', title: '' }
  for (const id of [bank, bill, payment, transfer, purchase]) expect(await locate(id, wang)).toEqual(unknown)
  expect(await locate(deal, wang)).toEqual({ kind: 'deal', title: 'D1' })
  expect(await locate(deal, await office.user({ permissions: EVERYTHING, departmentId: east }))).toEqual(unknown)
})

test('[W4] reference tables whole, ports by what is typed of them', async () => {
  const tables = await office.query('reference', {})
  expect(tables.currencies.find((c) => c.code === 'JPY')).toMatchObject({ minorUnits: 0, nameZh: '日元' })
  expect(tables.incoterms).toHaveLength(11)
  expect(tables.countries.find((c) => c.code === 'DE')).toMatchObject({ nameEn: 'Germany', currency: 'EUR' })
  expect(tables.units.map((u) => u.code)).toContain('PCS')
  expect(tables.containerTypes.map((c) => c.code)).toContain('40HQ')
  const ports = async (text: string, limit = 5) => (await office.query('ports', { text, limit })).map((p) => p.code)
  expect((await ports('ningbo'))[0]).toBe('CNNGB')
  expect((await ports('宁波'))[0]).toBe('CNNGB')
  expect(await ports('deham')).toEqual(['DEHAM'])
  expect((await ports('hambur'))[0]).toBe('DEHAM')
  expect((await ports('rotterdam'))[0]).toBe('NLRTM')
  expect(await ports('no such port')).toEqual([])
  expect(await ports('', 3)).toHaveLength(3)
  // Q9. As lists compare: pinyin, initials, width, signs and blanks.
  for (const typed of ['ning bo', 'ＮＩＮＧＢＯ', 'nb', 'NING-BO']) expect([typed, (await ports(typed))[0]]).toEqual([typed, 'CNNGB'])
  for (const typed of ['鹿特丹', 'lutedan', 'ltd', 'rot­terdam']) expect([typed, (await ports(typed))[0]]).toEqual([typed, 'NLRTM'])
  expect(await ports('%')).toEqual([])
  const currency = (code: string) => tables.currencies.find((c) => c.code === code)?.foundBy
  expect([currency('JPY'), currency('EUR')]).toEqual([' 日元 ry riyuan  yen ', ' 欧元 oy ouyuan  euro '])
  expect((await ports('', 50)).every((c) => c.startsWith('CN'))).toBe(true)
})

test('[W15] the first steps are told to who may take them, and tick themselves with the first record of each', async () => {
  const told = async (as?: TestUser) =>
    Object.fromEntries((await office.query('first-steps', {}, as)).map(({ step, done }) => [step, done]))
  const seller = await office.user({ permissions: ['customer.create', 'product.create'], departmentId: east })
  expect(await told(seller)).toEqual({ products: false, customers: false })
  expect(await told(wang)).toEqual({})
  await office.run('create-vendor', aVendor({ name: '中山明灯厂' }))
  expect(await told(seller)).toEqual({ products: false, customers: false })
  await office.run('create-product', aProduct())
  expect(await told(seller)).toEqual({ products: true, customers: false })
  await office.run('create-customer', aCustomer(wang.id))
  expect(await told(seller)).toEqual({ products: true, customers: true })
  const owner = await told()
  expect(owner).toMatchObject({ vendors: true, people: true, 'exchange-rates': false, 'bank-accounts': false, 'first-quotation': false })
})

test('[Q32] departments, roles and saved views stand in the order of the names that are read', async () => {
  const root = newId()
  await office.run('create-department', { id: root, name: 'Office', nameEn: '', parentId: null })
  const names: [string, string][] = [
    ['安全部', 'Zeal 10'],
    ['保障部', 'alpha'],
    ['船务部', 'Zeal 9'],
    ['丁部', ''],
  ]
  for (const [name, nameEn] of names) {
    await office.run('create-department', { id: newId(), name, nameEn, parentId: root })
    await office.run('create-role', { id: newId(), name, nameEn, permissions: [], scopes: {} })
  }
  for (const name of ['乙', '甲', 'b 10', 'B 9', 'a'])
    await office.run('save-list-view', { id: newId(), list: 'customers', name, look: '{}', roleId: null, preset: false })
  const told = async () => {
    const departments = (await office.query('departments', {})).filter((d) => d.parentId === root)
    const { views, roles } = await office.query('list-views', { list: 'customers' })
    return { departments: departments.map((d) => d.nameEn || d.name), roles: roles.map((r) => r.name), views: views.map((v) => v.name) }
  }
  const inChinese = await told()
  expect(inChinese.departments).toEqual(['Zeal 10', 'alpha', 'Zeal 9', '丁部'])
  expect(inChinese.roles.filter((r) => names.some(([n]) => n === r))).toEqual(['安全部', '保障部', '船务部', '丁部'])
  expect(inChinese.views).toEqual(['a', 'B 9', 'b 10', '甲', '乙'])
  await office.run('choose-language', { language: 'en' })
  office.owner.viewer = { ...office.owner.viewer, language: 'en' }
  const inEnglish = await told()
  expect(inEnglish.departments).toEqual(['alpha', 'Zeal 9', 'Zeal 10', '丁部'])
  expect(inEnglish.roles.filter((r) => names.some(([n, e]) => n === r || e === r))).toEqual(['alpha', 'Zeal 9', 'Zeal 10', '丁部'])
})
