// Names in the reader's language: lists, their order, filters and searches, pages of records. Rule Q32.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Language } from '../../preload/contract/names/define.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { catalogue } from '../modules/catalogue/index.ts'
import { aCustomer, aProduct } from '../testing/fixtures.ts'
import { parties } from '../modules/parties/index.ts'
import { people } from '../modules/people/index.ts'
import { testOffice, type TestOffice, type TestUser } from '../testing/test-office.ts'

let office: TestOffice
beforeEach(async () => {
  office = await testOffice([people, parties, catalogue])
})
afterEach(() => {
  expect(office.faults).toEqual([])
  office.close()
})
const reading = (language: Language, as: TestUser = office.owner): TestUser => ({ ...as, viewer: { ...as.viewer, language } })

/** By pinyin Chen, Sun, Wang; in English Adam, Sun, Zoe: the two orders differ. */
const PEOPLE = [
  ['陈国强', 'Zoe Chen'],
  ['孙伟', ''],
  ['王芳', 'Adam Wang'],
] as const
const customersOfThree = async () => {
  const [departmentId, roleId] = [newId(), newId()]
  await office.run('create-department', { id: departmentId, name: '业务部', nameEn: 'Sales', parentId: null })
  await office.run('create-role', { id: roleId, name: '业务员', nameEn: 'Salesperson', permissions: [], scopes: {} })
  for (const [at, [name, nameEn]] of PEOPLE.entries()) {
    const user = { id: newId() }
    await office.run('create-user', {
      ...{ id: user.id, login: `user-${at}`, name, nameEn, email: '', phone: '', departmentId, roleIds: [roleId] },
      ...{ language: 'zh' as const, password: 'a quiet harbour 7' },
    })
    await office.run('create-customer', aCustomer(user.id, { name: `Buyer of ${nameEn === '' ? 'Sun' : nameEn}` }))
  }
}

test('[Q32] people have their English name on English screens, where they have one: shown, ordered and paged by it', async () => {
  await customersOfThree()
  const sort = [{ field: 'owner', descending: false }]
  const owners = async (language: Language) => {
    const whole = (await office.query('customers', { sort }, reading(language))).rows
    const first = await office.query('customers', { sort, limit: 1 }, reading(language))
    const rest = await office.query('customers', { sort, limit: 9, cursor: first.nextCursor! }, reading(language))
    expect([...first.rows, ...rest.rows]).toEqual(whole)
    return whole.map((r) => r['owner'])
  }
  expect(await owners('zh')).toEqual(['陈国强', '孙伟', '王芳'])
  expect(await owners('en')).toEqual(['Adam Wang', 'Zoe Chen', '孙伟'])
})

test('[Q32] a name is found by both its languages, whichever is read', async () => {
  await customersOfThree()
  for (const language of ['zh', 'en'] as const)
    for (const typed of ['王芳', 'wangfang', 'Adam Wang', 'adam'])
      for (const request of [
        { filters: [{ field: 'owner', op: 'contains' as const, value: typed }] },
        ...(typed.length > 4 || typed === '王芳' ? [{ filters: [{ field: 'owner', op: 'is' as const, value: typed }] }] : []),
      ])
        expect([language, typed, (await office.query('customers', request, reading(language))).rows.map((r) => r['name'])]).toEqual([
          ...[language, typed],
          ['Buyer of Adam Wang'],
        ])
})

test('[Q32] a record’s page, roles, departments and categories speak the reader’s language too; a party is called as on its papers', async () => {
  const [departmentId, roleId] = [newId(), newId()]
  await office.run('create-department', { id: departmentId, name: '业务部', nameEn: 'Sales', parentId: null })
  await office.run('create-role', { id: roleId, name: '出纳', nameEn: 'Cashier', permissions: [], scopes: {} })
  const userId = newId()
  await office.run('create-user', {
    ...{ id: userId, login: 'zhou', name: '周洁', nameEn: 'Zhou Jie', email: '', phone: '', departmentId, roleIds: [roleId] },
    ...{ language: 'zh', password: 'a quiet harbour 7' },
  })
  const lamps = newId()
  await office.run('create-category', { id: lamps, name: 'Lamps', nameZh: '灯具', parentId: null })
  await office.run('create-product', aProduct({ categoryId: lamps }))
  const customer = aCustomer(userId, { name: 'Hamburg Trading GmbH', nameZh: '汉堡贸易' })
  await office.run('create-customer', customer)
  const seen = async (language: Language) => {
    const as = reading(language)
    const user = (await office.query('users', { search: 'zhou' }, as)).rows[0]!
    return [
      ...['name', 'department', 'roles'].map((field) => user[field]),
      (await office.query('products', {}, as)).rows[0]!['category'],
      (await office.query('customer', { id: customer.id }, as)).ownerName,
      (await office.query('customers', {}, as)).rows[0]!['name'],
    ]
  }
  expect(await seen('en')).toEqual(['Zhou Jie', 'Sales', 'Cashier', 'Lamps', 'Zhou Jie', 'Hamburg Trading GmbH'])
  expect(await seen('zh')).toEqual(['周洁', '业务部', '出纳', '灯具', '周洁', 'Hamburg Trading GmbH'])
})
