// A customer picker tells whose a colleague's customer is, and lets nobody pick it.
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { allPermissions } from '../../../preload/contract/access.ts'
import { setOffice } from '../../client/office.ts'
import { aViewer, fakeOffice } from '../../client/testing/fake-office.ts'
import { PartyField } from './record-fields.tsx'

const row = { id: '01890000-0000-7000-8000-00000000dddd', code: 'C-9', name: 'Hanse Parts', nameZh: '', country: '' }
const open = async (own: boolean, permissions: typeof allPermissions = allPermissions) => {
  const onChange = vi.fn<(id: string | null) => void>()
  const theirs = vi.fn<() => { name: string; owner: string }[]>(() => [{ name: 'Hanseatic Tools GmbH', owner: '李明' }])
  await fakeOffice({
    queries: {
      customers: () => ({ rows: own ? [row] : [], columns: ['code', 'name'] }),
      'colleagues-customers': theirs,
      'who-may': { users: [], more: 0 },
    },
  })
  setOffice({ viewer: aViewer({ permissions: [...permissions] }) })
  render(<PartyField name="customerId" label="customer" kind="customer" value={null} onChange={onChange} />)
  await userEvent.click(screen.getByRole('combobox'))
  expect(theirs).not.toHaveBeenCalled()
  await userEvent.type(screen.getByRole('combobox'), 'hanse')
  return { onChange, theirs }
}
const LINE = 'Hanseatic Tools GmbH — 归属李明'

test('[Y15] under no results stands whose it is, and nothing there can be chosen', async () => {
  const { onChange } = await open(false)
  const line = await screen.findByText(LINE)
  expect(screen.queryAllByRole('option')).toEqual([])
  await userEvent.click(line)
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(onChange.mock.calls.filter(([id]) => id)).toEqual([])
})

test('[Y15] it stands under the own results too, and goes when the list closes', async () => {
  const { onChange } = await open(true)
  await screen.findByText(LINE)
  expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual(['C-9Hanse Parts'])
  await userEvent.keyboard('{Enter}')
  expect(onChange).toHaveBeenLastCalledWith(row.id)
  await waitFor(() => expect(screen.queryByText(LINE)).toBeNull())
})

test('[Y15] who may not look at customers does not ask', async () => {
  const { theirs } = await open(
    false,
    allPermissions.filter((p) => p !== 'customer.view'),
  )
  await new Promise((done) => setTimeout(done, 500))
  expect(theirs).not.toHaveBeenCalled()
})
