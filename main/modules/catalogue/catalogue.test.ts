// Products and categories end to end.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { matchesSearchable } from '../../../preload/contract/vocabulary/fold.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { defineCommands } from '../../commands/define-command.ts'
import { testOffice, type TestOffice } from '../../testing/test-office.ts'
import { parties } from '../parties/index.ts'
import { aCustomer, aProduct, aVendor } from '../../testing/fixtures.ts'
import { people } from '../people/index.ts'
import { catalogue, productForUse } from './index.ts'

let office: TestOffice
let used = ''
const probe = defineCommands({
  'choose-language': async (_, ctx) => {
    await productForUse(ctx, used)
    return {}
  },
})
beforeEach(async () => {
  office = await testOffice([people, parties, catalogue, { commands: probe }])
})
afterEach(() => {
  expect(office.faults).toEqual([])
  office.close()
})
const notFound = (resource: string) => ({ ok: false, refused: 'not-found', data: { resource } })
const category = (name: string, parentId: string | null = null) => ({ id: newId(), name, nameZh: '', parentId })

test('[K1] a product is made with the next code and read back exactly as typed', async () => {
  const vendor = aVendor()
  await office.run('create-vendor', vendor)
  const lamps = category('Lamps')
  await office.run('create-category', lamps)
  const input = aProduct({
    supplierId: vendor.id,
    categoryId: lamps.id,
    refundRate: '9.5',
    grossWeight: '0.001',
    piecesPerCarton: '0',
    minimumQuantity: '20',
    minimumUnit: 'CTN',
  })
  expect(await office.run('create-product', input)).toEqual({ id: input.id, code: 'P0001', revision: 1 })
  expect(await office.query('product', { id: input.id })).toEqual({ ...input, code: 'P0001', revision: 1, supplierName: vendor.name })
  expect((await office.query('products', { search: '台灯 9405' })).rows).toMatchObject([
    { code: 'P0001', category: 'Lamps', supplier: vendor.name, vatRate: '13', refundRate: '9.5', piecesPerCarton: '0', active: true },
  ])
})

test('[K8] a minimum order is counted in the unit of the product where none is typed, in one of the table where one is, and in nothing where there is none', async () => {
  const minimum = async (given: { minimumQuantity?: string; minimumUnit?: string }) => {
    const input = aProduct(given)
    await office.run('create-product', input)
    const { minimumQuantity, minimumUnit } = await office.query('product', { id: input.id })
    return `${minimumQuantity} ${minimumUnit}`
  }
  expect(await minimum({ minimumQuantity: '500' })).toBe('500 PCS')
  expect(await minimum({ minimumQuantity: '20', minimumUnit: 'ctn' })).toBe('20 CTN')
  expect(await minimum({ minimumUnit: 'CTN' })).toBe('0 ')
  const wrong = { refused: 'invalid-input', data: { issues: [{ path: 'minimumUnit', rule: 'unit' }] } }
  expect(await office.send('create-product', aProduct({ minimumQuantity: '1', minimumUnit: 'HEAPS' }))).toMatchObject(wrong)
  const input = aProduct()
  await office.run('create-product', input)
  expect(await office.send('edit-product', { ...input, minimumQuantity: '1', minimumUnit: 'HEAPS', revision: 1 })).toMatchObject(wrong)
})

test('[K1] a code that another product has is refused, typed or from the series', async () => {
  await office.run('create-product', aProduct({ code: 'P0001' }))
  const taken = { ok: false, refused: 'already-exists', data: { field: 'code', value: 'P0001' } }
  expect(await office.send('create-product', aProduct({ code: 'P0001' }))).toEqual(taken)
  const second = aProduct()
  expect((await office.run('create-product', second)).code).toBe('P0002')
  expect(await office.send('edit-product', { ...second, code: 'P0001', revision: 1 })).toEqual(taken)
  expect(await office.send('create-product', second)).toMatchObject({ refused: 'already-exists', data: { field: 'id' } })
})

test('[K1] an edit changes the product, keeps an empty code, and is refused over a newer version', async () => {
  const input = aProduct()
  await office.run('create-product', input)
  expect(await office.run('edit-product', { ...input, name: 'Floor lamp', active: false, revision: 1 })).toEqual({
    id: input.id,
    revision: 2,
  })
  expect(await office.query('product', { id: input.id })).toMatchObject({ name: 'Floor lamp', code: 'P0001', active: false, revision: 2 })
  expect(await office.send('edit-product', { ...input, revision: 1 })).toEqual({
    ok: false,
    refused: 'changed-meanwhile',
    data: { expected: 1, found: 2 },
  })
  expect(await office.send('edit-product', { ...input, id: newId(), revision: 1 })).toEqual(notFound('product'))
})

test('[K3] suppliers must be vendors in use, but one switched off later may stay', async () => {
  const vendor = aVendor()
  const customer = aCustomer(office.owner.id)
  await office.run('create-vendor', vendor)
  await office.run('create-customer', customer)
  expect(await office.send('create-product', aProduct({ supplierId: newId() }))).toEqual(notFound('vendor'))
  expect(await office.send('create-product', aProduct({ supplierId: customer.id }))).toEqual(notFound('vendor'))
  expect(await office.send('create-product', aProduct({ categoryId: newId() }))).toEqual(notFound('category'))
  const input = aProduct({ supplierId: vendor.id })
  await office.run('create-product', input)
  await office.run('set-vendor-active', { id: vendor.id, revision: 1, active: false })
  expect(await office.send('edit-product', { ...input, name: 'y', revision: 1 })).toMatchObject({ ok: true })
  expect(await office.send('create-product', aProduct({ supplierId: vendor.id }))).toMatchObject({ refused: 'inactive-party' })
})

test('[K2] numbers that are none, or too fine, are refused with their field', async () => {
  for (const [field, value] of [
    ['vatRate', '13%'],
    ['refundRate', '-1'],
    ['cartonLength', '1.2345'],
    ['piecesPerCarton', '1e3'],
    ['hsCode', '12a4'],
    ['unit', ' '],
    ['name', ''],
  ] as const) {
    const answer = await office.send('create-product', aProduct({ [field]: value }))
    expect([field, answer]).toMatchObject([field, { refused: 'invalid-input', data: { issues: [{ path: field }] } }])
  }
})

test('[K4] categories form a tree without loops', async () => {
  const [a, b, c] = [category('A'), category('B'), category('C')]
  await office.run('create-category', a)
  await office.run('create-category', { ...b, parentId: a.id })
  await office.run('create-category', { ...c, parentId: b.id })
  const loop = { ok: false, refused: 'invalid-input', data: { issues: [{ path: 'parentId', rule: 'cycle' }] } }
  for (const parentId of [a.id, b.id, c.id]) expect(await office.send('edit-category', { ...a, revision: 1, parentId })).toEqual(loop)
  expect(await office.run('edit-category', { ...c, revision: 1, name: 'C2', nameZh: '丙', parentId: a.id })).toEqual({
    id: c.id,
    revision: 2,
  })
  expect(await office.send('edit-category', { ...c, revision: 1 })).toMatchObject({ refused: 'changed-meanwhile' })
  expect(await office.send('edit-category', { ...category('X'), revision: 1 })).toEqual(notFound('category'))
  expect(await office.send('create-category', category('X', newId()))).toEqual(notFound('category'))
  expect(await office.send('create-category', a)).toMatchObject({ refused: 'already-exists' })
  const foundBy = (name: string) => ` ${name.toLowerCase()} `
  expect(await office.query('categories', {})).toEqual([
    { ...a, foundBy: foundBy(a.name), revision: 1 },
    { ...b, parentId: a.id, foundBy: foundBy(b.name), revision: 1 },
    { ...c, name: 'C2', nameZh: '丙', parentId: a.id, foundBy: ' c2  丙 b bing ', revision: 2 },
  ])
})

test('[Q4] [Q9] categories stand by the name that is shown, figures by value, and are found by pinyin', async () => {
  for (const [name, nameZh] of [
    ['Size 10', '重物'],
    ['size 9', '安全'],
    ['Àrmoire', ''],
    ['zip', '长凳'],
  ] as const)
    await office.run('create-category', { id: newId(), name, nameZh, parentId: null })
  const shown = await office.query('categories', {})
  expect(shown.map((c) => c.nameZh || c.name)).toEqual(['Àrmoire', '安全', '长凳', '重物'])
  expect(shown.map((c) => matchesSearchable('changd', [c.name, c.nameZh], c.foundBy))).toEqual([false, false, true, false])
  const english = { ...office.owner, viewer: { ...office.owner.viewer, language: 'en' as const } }
  expect((await office.query('categories', {}, english)).map((c) => c.name)).toEqual(['Àrmoire', 'size 9', 'Size 10', 'zip'])
})

test('[K5] every command and query needs its permission', async () => {
  const nobody = await office.user({ permissions: [] })
  const missing = async (answer: Promise<unknown>) => ((await answer) as { data?: { permission?: string } }).data?.permission
  expect([
    await missing(office.send('create-product', aProduct(), nobody)),
    await missing(office.send('edit-product', { ...aProduct(), revision: 1 }, nobody)),
    await missing(office.send('create-category', category('A'), nobody)),
    await missing(office.send('edit-category', { ...category('A'), revision: 1 }, nobody)),
    await missing(office.ask('products', {}, nobody)),
    await missing(office.ask('product', { id: newId() }, nobody)),
    await missing(office.ask('categories', {}, nobody)),
  ]).toEqual(['product.create', 'product.edit', 'product.edit', 'product.edit', 'product.view', 'product.view', 'product.view'])
})

test('[K5] other modules take only products that exist and are in use', async () => {
  const input = aProduct()
  await office.run('create-product', input)
  const use = async (id: string) => {
    used = id
    return office.send('choose-language', { language: 'zh' })
  }
  expect(await use(input.id)).toMatchObject({ ok: true })
  expect(await use(newId())).toEqual(notFound('product'))
  await office.run('edit-product', { ...input, active: false, revision: 1 })
  expect(await use(input.id)).toEqual({ ok: false, refused: 'wrong-state', data: { kind: 'product', state: 'inactive', needed: 'active' } })
})
