// A party that is here already is noticed before it is made a second time, by all that it is known by, and shown no further than it may be seen.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Permission } from '../../../preload/contract/access.ts'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { testOffice, type TestOffice, type TestUser } from '../../testing/test-office.ts'
import { people } from '../people/index.ts'
import { audit } from '../audit/index.ts'
import { parties } from './index.ts'
import { aCustomer, aVendor } from '../../testing/fixtures.ts'

const SALES: Permission[] = ['customer.view', 'customer.create', 'customer.edit', 'vendor.view', 'vendor.create']
let office: TestOffice
let wang: TestUser
let li: TestUser
beforeEach(async () => {
  office = await testOffice([people, audit, parties])
  wang = await office.user({ permissions: SALES, scopes: { customer: 'own' }, name: '王' })
  li = await office.user({ permissions: SALES, scopes: { customer: 'own' }, name: '李' })
})
afterEach(() => {
  expect(office.faults).toEqual([])
  office.close()
})

type Customer = CommandInput<'create-customer'>
const contact = (over: Partial<Customer['contacts'][number]>) => ({
  ...{ id: newId(), name: 'Anna', title: '', role: 'user' as const, email: '', phone: '', wechat: '', whatsapp: '' },
  ...over,
})
const known = (): Customer =>
  aCustomer(wang.id, {
    code: 'C-100',
    name: 'Müller & Söhne GmbH',
    nameZh: '穆勒贸易有限公司',
    email: 'mueller.trading@gmail.com',
    website: 'https://www.mueller-soehne.de',
    phone: '+49 40 8765 4321',
    taxNumber: 'DE 811 907 980',
    contacts: [contact({ email: 'Bert.Meyer@Outlook.com; bert@mueller.example', phone: '0049-151-23456789', whatsapp: '+49 160 5551234' })],
  })
/** Another customer that has only what is given in common. */
const other = (over: Partial<Customer>): Customer =>
  aCustomer(li.id, { name: `Other ${newId()}`, ...over, duplicateReason: over.duplicateReason ?? '' })
const make = (over: Partial<Customer>, as = li) => office.send('create-customer', { ...other(over), ownerId: as.id }, as)

test('[Y12] a customer that is here already is refused with what it has in common, however it was typed', async () => {
  await office.run('create-customer', known(), wang)
  const cases: [Partial<Customer>, string[]][] = [
    [{ name: 'MULLER ＆ SOHNE gmbh & Co. KG' }, ['name']],
    [{ name: 'M\u200Büller & So\u0308hne' }, ['name']],
    [{ nameZh: '穆勒贸易股份有限公司' }, ['name']],
    [{ name: '穆勒贸易' }, ['name']],
    [{ email: 'Mueller.Trading@GMAIL.com' }, ['mail']],
    [{ contacts: [contact({ email: 'bert.meyer@outlook.com' })] }, ['mail']],
    [{ email: 'x@y.example, BERT.MEYER@outlook.com' }, ['mail']],
    [{ contacts: [contact({ phone: '(0151) 2345-6789' })] }, ['phone']],
    [{ phone: '0160 555 1234' }, ['phone']],
    [{ phone: '040-87654321' }, ['phone']],
    [{ website: 'mueller-soehne.de/shop' }, ['domain']],
    [{ email: 'info@mueller.example' }, ['domain']],
    [{ taxNumber: 'de811907980' }, ['tax']],
    [{ email: 'info@mueller-soehne.de', phone: '040-87654321' }, ['domain', 'phone']],
  ]
  for (const [over, reasons] of cases) {
    const answer = await make(over)
    expect([over, answer]).toMatchObject([over, { ok: false, refused: 'similar-party', data: { parties: [{ reasons }] } }])
  }
  for (const over of [{}, { email: 'anna@gmail.com' }, { name: 'Müller Lighting' }, { phone: '4321' }, { taxNumber: '12' }])
    expect([over, await make(over)]).toMatchObject([over, { ok: true }])
})

test('[Y12] [SEC43] of a colleague’s customer its name and whose it is are told, and nothing more; an own one can be opened', async () => {
  const input = known()
  await office.run('create-customer', input, wang)
  const told = { name: input.name, owner: '王', reasons: ['name'] }
  expect(await make({ name: input.name })).toEqual({
    ok: false,
    refused: 'similar-party',
    data: { parties: [{ ...told, id: null, code: '' }] },
  })
  expect(await make({ name: input.name }, wang)).toMatchObject({ data: { parties: [{ ...told, id: input.id, code: 'C-100' }] } })
})

test('[Y13] going on takes a reason, which is kept with the customer and told by the trail; where none was needed none is kept', async () => {
  const input = known()
  await office.run('create-customer', input, wang)
  const again = other({ name: input.name, duplicateReason: '香港分公司，另签合同' })
  expect(await office.send('create-customer', again, li)).toMatchObject({ ok: true })
  const reasonOf = (id: string) => office.database.read.sql.prepare('SELECT duplicateReason FROM party WHERE id = ?').get(id)
  expect(reasonOf(again.id)).toEqual({ duplicateReason: '香港分公司，另签合同' })
  const rows = (await office.query('audit', { params: { record: again.id } })).rows
  const entry = await office.query('audit-entry', { id: Number(rows[0]!.id) })
  expect(JSON.stringify(entry)).toContain('香港分公司，另签合同')
  const fresh = other({ duplicateReason: 'because' })
  await office.run('create-customer', fresh, li)
  expect(reasonOf(fresh.id)).toEqual({ duplicateReason: '' })
  // A blank reason is none.
  expect(await make({ name: input.name, duplicateReason: '  ' })).toMatchObject({ refused: 'similar-party' })
})

test('[Y12] vendors as well, among themselves: who buys from us may sell to us too', async () => {
  const vendor = aVendor({ email: 'sales@lamp.example', contacts: [contact({ phone: '138 0013 8000' })] })
  await office.run('create-vendor', vendor)
  const again = (over: Partial<CommandInput<'create-vendor'>>) =>
    office.send('create-vendor', aVendor({ name: 'x', ...over, duplicateReason: '' }), li)
  expect(await again({ name: '宁波东方灯具' })).toMatchObject({
    refused: 'similar-party',
    data: { parties: [{ id: vendor.id, owner: '', reasons: ['name'] }] },
  })
  expect(await again({ phone: '+86 13800138000' })).toMatchObject({ data: { parties: [{ reasons: ['phone'] }] } })
  expect(await make({ name: vendor.name, email: 'sales@lamp.example' })).toMatchObject({ ok: true })
})

test('[Y12] what a party is known by follows its edits', async () => {
  const input = known()
  await office.run('create-customer', input, wang)
  const { contacts: _gone, ...rest } = input
  await office.run('edit-customer', { ...rest, email: 'new@gmail.com', website: '', contacts: [], revision: 1 }, wang)
  for (const over of [{ email: 'mueller.trading@gmail.com' }, { website: 'mueller-soehne.de' }, { phone: '0160 555 1234' }])
    expect([over, await make(over)]).toMatchObject([over, { ok: true }])
  expect(await make({ email: 'new@gmail.com' })).toMatchObject({ data: { parties: [{ reasons: ['mail'] }] } })
})

test('[Y14] a contact is found in the list by name, mail, phone, WeChat and WhatsApp, as Ctrl+K finds it', async () => {
  const input = aCustomer(wang.id, {
    contacts: [
      contact({ name: '张伟', email: 'z.wei@post.example', phone: '0574-8765 4321', wechat: 'wei_zhang88', whatsapp: '+86 138-0013-8000' }),
    ],
  })
  await office.run('create-customer', input, wang)
  await office.run('create-customer', other({ name: 'Somebody else' }), li)
  for (const search of [
    '张伟',
    'zhangwei',
    'zw',
    'z.wei@post',
    'ZWEI',
    '87654321',
    '8765-4321',
    'wei_zhang',
    '13800138000',
    '+86 138 0013',
  ])
    expect([search, (await office.query('customers', { search })).rows.map((r) => r.id)]).toEqual([search, [input.id]])
})

test('[Y15] who looks for a colleague’s customer is told its name and whose it is; too little finds nothing, one’s own are not repeated', async () => {
  const yang = await office.user({ permissions: ['customer.view'], scopes: { customer: 'own' } })
  const all = await office.user({ permissions: ['customer.view'], scopes: { customer: 'all' } })
  const nobody = await office.user({ permissions: ['vendor.view'] })
  const asked = (typed: string, as = li) => office.query('colleagues-customers', { typed }, as)
  await office.run('create-customer', known(), wang)
  await office.run('create-customer', other({ name: 'Mueller Parts', code: 'C-200' }), li)
  await office.run('create-vendor', aVendor({ name: 'Müller Works', code: 'V-100' }))
  const told = [{ name: 'Müller & Söhne GmbH', owner: '王' }]
  for (const typed of [
    'mul',
    'MÜLLER ＆ soh',
    'Müller & Söhne GmbH',
    'Müller & Söhne Gm',
    '穆勒',
    '穆勒贸易有限公司',
    'c-100',
    'Ｃ－１００',
  ])
    expect([typed, await asked(typed), await asked(typed, yang)]).toEqual([typed, told, told])
  for (const typed of [
    '',
    '  ',
    'm',
    'mu',
    'm-u-',
    '%%%',
    '___',
    '穆',
    '穆a',
    'ltd',
    'GmbH',
    'Söhne',
    'C-10',
    'V-100',
    '+49 40 8765 4321',
    'mueller.trading@gmail.com',
  ])
    expect([typed, await asked(typed)]).toEqual([typed, []])
  expect([await asked('mul', wang), await asked('mul', all), await asked('c-200')]).toEqual([[], [], []])
  expect(await asked('Mueller P', wang)).toEqual([{ name: 'Mueller Parts', owner: '李' }])
  expect(await office.ask('colleagues-customers', { typed: 'mul' }, nobody)).toMatchObject({ refused: 'not-permitted' })
  for (const name of ['Mulberry', 'Mulch', 'Multi', 'Mulligan'])
    await office.run('create-customer', other({ name, duplicateReason: 'another' }), li)
  expect(await asked('mul', yang)).toHaveLength(3)
  // The own ones take no place from the others.
  expect(await asked('mul')).toEqual(told)
})
