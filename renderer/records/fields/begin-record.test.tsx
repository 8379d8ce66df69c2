// A picker that finds nothing: the record is begun there and comes back chosen; who may not make one is told who can.
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useEffect, useState } from 'react'
import { expect, test } from 'vitest'
import { allPermissions } from '../../../preload/contract/access.ts'
import { setOffice } from '../../client/office.ts'
import { type Route, RoutesContext } from '../../client/routes.ts'
import { aViewer, fakeOffice } from '../../client/testing/fake-office.ts'
import { TabContext, tabList, type Tabs, useTabList, useTabs } from '../../client/use-tabs.ts'
import { OfficeCallsContext } from '../../kit/office-calls.ts'
import { officeCalls } from '../office-calls/index.tsx'
import { PartyField } from './record-fields.tsx'

const NEW = '01890000-0000-7000-8000-00000000dddd'
let value: string | null
let picked: unknown
let made: boolean
let vendorTab: Tabs

const Shipment = () => {
  const [id, setId] = useState<string | null>(null)
  useEffect(() => {
    value = id
  })
  return (
    <PartyField
      name="carrierId"
      label="carrier"
      kind="vendor"
      vendorKind="carrier"
      value={id}
      onChange={setId}
      onPick={(row) => (picked = row?.code)}
    />
  )
}
const Vendor = () => {
  const tabs = useTabs()
  useEffect(() => {
    vendorTab = tabs
  })
  return <p>new vendor</p>
}
const routes: Route[] = [
  { name: 'shipment', page: Shipment },
  { name: 'vendor', page: Vendor },
]
const Desk = () => {
  const { tabs } = useTabList()
  const { open } = useTabs()
  return (
    <>
      <button type="button" onClick={() => open('shipment')}>
        begin
      </button>
      {tabs.map((tab) => (
        <TabContext key={tab.id} value={tab.id}>
          {tab.route === 'shipment' ? <Shipment /> : <Vendor />}
        </TabContext>
      ))}
    </>
  )
}
const open = async (permissions: typeof allPermissions = allPermissions) => {
  value = null
  made = false
  const row = { id: NEW, code: 'V-9', name: 'Sea Line', nameZh: '', country: '' }
  await fakeOffice({
    queries: {
      vendors: () => ({ rows: made ? [row] : [], columns: ['code', 'name'] }),
      vendor: row,
      'who-may': { users: [{ name: '张采购', nameEn: 'Zhang' }], more: 0 },
    },
  })
  setOffice({ viewer: aViewer({ permissions: [...permissions] }) })
  render(
    <RoutesContext value={routes}>
      <OfficeCallsContext value={officeCalls}>
        <Desk />
      </OfficeCallsContext>
    </RoutesContext>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'begin' }))
  await userEvent.click(screen.getByRole('combobox'))
}

test('[W12] an empty picker begins the record, and has it chosen when that is saved', async () => {
  await open()
  await userEvent.click(await screen.findByRole('button', { name: /新建船公司/ }))
  const [first, second] = tabList().tabs
  expect(second).toMatchObject({ route: 'vendor', params: { kind: 'carrier' } })
  expect(tabList().active).toBe(second!.id)
  made = true
  act(() => vendorTab.become('vendor', { id: NEW }))
  expect(tabList()).toMatchObject({ active: first!.id, tabs: [{ route: 'shipment' }] })
  await waitFor(() => expect(value).toBe(NEW))
  expect(picked).toBe('V-9')
  expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('Sea Line')
})

test('[W12] Alt+Enter begins it too; a record that is given up changes nothing', async () => {
  await open()
  await screen.findByRole('button', { name: /新建船公司/ })
  await userEvent.keyboard('{Alt>}{Enter}{/Alt}')
  expect(tabList().tabs).toHaveLength(2)
  act(() => vendorTab.close())
  expect(tabList().tabs).toHaveLength(1)
  expect(value).toBeNull()
})

test('[W12] who may not make one is told who can', async () => {
  await open(allPermissions.filter((p) => p !== 'vendor.create'))
  expect(await screen.findByText(/可以新建的人：张采购/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /新建船公司/ })).toBeNull()
})
