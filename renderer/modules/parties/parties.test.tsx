// The customer and vendor pages against a fake office: what is sent, the warning while typing, handing over, what who may see.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { allPermissions } from '../../../preload/contract/access.ts'
import type { OfficeRequest } from '../../../preload/contract/envelope.ts'
import { aViewer, fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { tabList } from '../../client/use-tabs.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { CustomerPage } from './customer-page.tsx'
import { customerInput, emptyCustomer, emptyVendor, newContact, vendorInput } from './party-form-values.ts'
import { VendorPage } from './vendor-page.tsx'

vi.setConfig({ testTimeout: 60_000 })

const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const anna = { id: id(10), name: 'Anna', title: 'Buyer', role: 'user', email: 'anna@sunrise.cn', phone: '', wechat: '', whatsapp: '' }
const customer = {
  ...customerInput(emptyCustomer(id(3))),
  id: id(1),
  code: 'C0001',
  name: 'Sunrise Trading',
  status: 'active',
  creditLimit: 5_000_000,
  contacts: [anna],
  revision: 4,
  ownerName: '王芳',
  createdAt: '2026-01-01T00:00:00.000Z',
}
const vendor = {
  ...vendorInput(emptyVendor('forwarder', 'CNY')),
  id: id(2),
  code: 'V0001',
  name: 'Ocean Freight',
  revision: 2,
  active: true,
  createdAt: '',
  bank: null,
}
const without = (...missing: string[]) => aViewer({ permissions: allPermissions.filter((p) => !missing.includes(p)) })

const anOffice = (viewer = aViewer()) =>
  fakeOffice({
    viewer,
    queries: {
      customer,
      vendor,
      customers: { rows: [{ id: id(1), code: 'C0001', receivable: { minor: 123_456, currency: 'CNY' } }], columns: [] },
      vendors: { rows: [{ id: id(2), code: 'V0001', payable: { minor: 7_700, currency: 'CNY' } }], columns: [] },
      users: { rows: [{ id: id(5), login: 'li', name: '李明' }], columns: [] },
      user: ({ id: asked }: { id: string }) => ({ id: asked, name: '王芳' }),
      reference: { currencies: [], countries: [], units: [], containerTypes: [], incoterms: [], carriers: [] },
      'similar-parties': ({ name }: { name: string }) =>
        name.startsWith('Sunrise') ? [{ kind: 'factory', name: 'Sunrise Lamps', reason: 'name' }] : [],
    },
    commands: {
      'create-customer': ({ id: own }: { id: string }) => ({ id: own, code: 'C0002', revision: 1 }),
      'edit-customer': { id: id(1), revision: 5 },
      'hand-over-customer': ({ newOwnerId }: { newOwnerId: string }) =>
        newOwnerId === id(5) ? { id: id(1), revision: 5 } : { ok: false, refused: 'nothing-to-do', data: {} },
      'create-vendor': ({ id: own }: { id: string }) => ({ id: own, code: 'V0002', revision: 1 }),
      'set-vendor-active': { id: id(2), revision: 3 },
    },
  })
const sent = (office: FakeOffice, name: string) =>
  office.asked.filter((r): r is Extract<OfficeRequest, { kind: 'command' }> => r.kind === 'command' && r.name === name).map((r) => r.input)
const type = (label: RegExp | string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

test('a new customer: the warning while typing, what is sent, and the tab becomes the record', async () => {
  const office = await anOffice()
  openTab()
  inTab(<CustomerPage params={{}} />)
  type(/^名称/, 'Sunrise Lighting')
  expect(await screen.findByText('Sunrise Lamps（工厂）：名称相同')).toBeTruthy()
  type('邮箱', 'info@sunrise.cn')
  const limit = screen.getByLabelText('授信额度')
  fireEvent.focus(limit)
  fireEvent.change(limit, { target: { value: '10000' } })
  fireEvent.blur(limit)
  fireEvent.keyDown(window, { key: 's', ctrlKey: true })
  await waitFor(() => expect(sent(office, 'create-customer')).toHaveLength(1))
  expect(sent(office, 'create-customer')[0]).toMatchObject({
    name: 'Sunrise Lighting',
    email: 'info@sunrise.cn',
    creditLimit: 1_000_000,
    creditCurrency: 'USD',
    ownerId: aViewer().id,
    code: '',
    contacts: [],
  })
  const { id: made } = sent(office, 'create-customer')[0] as { id: string }
  await waitFor(() => expect(tabList().tabs[0]).toMatchObject({ route: 'customer', params: { id: made } }))
})

test('[Y12] [Y13] a customer that is here already stops once: a colleague’s is told by name alone, one’s own opens, and going on takes a reason', async () => {
  const office = await anOffice()
  const parties = [
    { id: null, name: 'Sunrise Trading', code: '', owner: '李明', reasons: ['name', 'mail'] },
    { id: id(1), name: 'Sunrise Lighting', code: 'C0001', owner: '', reasons: ['phone'] },
  ]
  office.commands['create-customer'] = (input: { id: string; duplicateReason?: string }) =>
    input.duplicateReason ? { id: input.id, code: 'C0002', revision: 1 } : { ok: false, refused: 'similar-party', data: { parties } }
  const person = userEvent.setup()
  openTab()
  inTab(<CustomerPage params={{}} />)
  type(/^名称/, 'Sunrise Trading')
  fireEvent.keyDown(window, { key: 's', ctrlKey: true })
  const dialog = await screen.findByRole('dialog', { name: '是不是已经有了？' })
  expect(within(dialog).getByText('归属李明，名称相同，邮箱相同')).toBeTruthy()
  expect(
    within(dialog)
      .getAllByRole('button')
      .map((one) => one.textContent),
  ).toEqual(['C0001 Sunrise Lighting', '取消', '仍然新建'])
  // Without a reason there is no going on.
  const goOn = within(dialog).getByRole<HTMLButtonElement>('button', { name: '仍然新建' })
  expect(goOn.disabled).toBe(true)
  await person.type(within(dialog).getByLabelText(/原因/), '另一家公司')
  await person.click(goOn)
  await waitFor(() => expect(sent(office, 'create-customer')).toHaveLength(2))
  expect(sent(office, 'create-customer')).toMatchObject([
    { name: 'Sunrise Trading' },
    { name: 'Sunrise Trading', duplicateReason: '另一家公司' },
  ])
  expect(sent(office, 'create-customer')[0]).not.toHaveProperty('duplicateReason')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('[Y12] the duplicate that is one’s own is opened from where it is told, and what was typed stays', async () => {
  const office = await anOffice()
  const parties = [{ id: id(1), name: 'Sunrise Lighting', code: 'C0001', owner: '', reasons: ['phone'] }]
  office.commands['create-customer'] = { ok: false, refused: 'similar-party', data: { parties } }
  const person = userEvent.setup()
  openTab()
  inTab(<CustomerPage params={{}} />)
  type(/^名称/, 'Sunrise Trading')
  fireEvent.keyDown(window, { key: 's', ctrlKey: true })
  await person.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'C0001 Sunrise Lighting' }))
  await waitFor(() => expect(tabList().tabs.some((tab) => tab.route === 'customer' && tab.params.id === id(1))).toBe(true))
  expect((screen.getByLabelText(/^名称/) as HTMLInputElement).value).toBe('Sunrise Trading')
})

test('a customer is shown with what it owes and its limit, and an edit sends the version seen', async () => {
  const office = await anOffice()
  openTab()
  inTab(<CustomerPage params={{ id: id(1) }} />)
  expect(await screen.findByText('1,234.56')).toBeTruthy()
  expect(screen.getByText('50,000.00')).toBeTruthy()
  expect(screen.getByText('Anna')).toBeTruthy()
  type('城市', 'Hamburg')
  fireEvent.keyDown(window, { key: 's', ctrlKey: true })
  await waitFor(() => expect(sent(office, 'edit-customer')[0]).toMatchObject({ id: id(1), revision: 4, city: 'Hamburg', contacts: [anna] }))
})

test('who may not see receivables is not asked to look at them, and who may not edit only reads', async () => {
  const office = await anOffice(without('receivable.view', 'customer.edit', 'customer.handover'))
  openTab()
  inTab(<CustomerPage params={{ id: id(1) }} />)
  expect(await screen.findByText('Sunrise Trading')).toBeTruthy()
  expect(screen.queryByText('应收余额')).toBeNull()
  expect(office.asked.some((r) => r.kind === 'query' && r.name === 'customers')).toBe(false)
  expect(screen.queryByRole('button', { name: '保存' })).toBeNull()
  expect(screen.queryByRole('button', { name: '移交客户' })).toBeNull()
})

test('handing over asks for the new owner and sends the version seen; without one it stays open', async () => {
  const office = await anOffice()
  const person = userEvent.setup()
  openTab()
  inTab(<CustomerPage params={{ id: id(1) }} />)
  await person.click(await screen.findByRole('button', { name: '移交客户' }))
  const dialog = await screen.findByRole('dialog')
  await person.click(within(dialog).getByRole('button', { name: '移交客户' }))
  expect((await within(dialog).findByRole('alert')).textContent).toMatch(/新归属人.*必填/)
  expect(sent(office, 'hand-over-customer')).toEqual([])
  const owner = within(dialog).getByLabelText(/新归属人/)
  fireEvent.mouseDown(owner)
  fireEvent.change(owner, { target: { value: '李' } })
  fireEvent.click(await screen.findByText('李明'))
  await person.click(within(dialog).getByRole('button', { name: '移交客户' }))
  await waitFor(() => expect(sent(office, 'hand-over-customer')).toEqual([{ id: id(1), revision: 4, newOwnerId: id(5) }]))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('a new vendor of the kind the list stood at, with a contact and without blank ones', async () => {
  const office = await anOffice()
  openTab()
  inTab(<VendorPage params={{ kind: 'forwarder' }} />)
  type(/^名称/, 'Ocean Two')
  fireEvent.keyDown(window, { key: 's', ctrlKey: true })
  await waitFor(() =>
    expect(sent(office, 'create-vendor')[0]).toMatchObject({ name: 'Ocean Two', kind: 'forwarder', currency: 'CNY', contacts: [] }),
  )
})

test('a vendor is switched off after asking', async () => {
  const office = await anOffice()
  const person = userEvent.setup()
  openTab()
  inTab(<VendorPage params={{ id: id(2) }} />)
  expect(await screen.findByText('77.00')).toBeTruthy()
  await person.click(screen.getByRole('button', { name: '停用' }))
  const dialog = await screen.findByRole('dialog')
  await person.click(within(dialog).getByRole('button', { name: '停用' }))
  await waitFor(() => expect(sent(office, 'set-vendor-active')).toEqual([{ id: id(2), revision: 2, active: false }]))
})

test('blank contacts at the end are not sent, those between are', () => {
  const [blank, typed] = [newContact(), { ...newContact(), name: 'Bert' }]
  expect(customerInput({ ...emptyCustomer(id(3)), contacts: [blank, typed, newContact()] }).contacts).toEqual([blank, typed])
})
