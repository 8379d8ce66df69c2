// Targets of the running month on a desk: who has one, the furthest first; nobody has one is said.
import { screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { aViewer, fakeOffice } from '../../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../../kit/testing/in-tab.tsx'
import { TargetsTile } from './targets-tile.tsx'

vi.setConfig({ testTimeout: 60_000 })
const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`)
const row = (kind: 'person' | 'department', name: string, march: { target: number; actual: number; reach: string } | null) => ({
  ...{ kind, id: `01890000-0000-7000-8000-${name.padStart(12, '0')}`, name, departmentId: null, depth: 0, mayEdit: false },
  cells: months.map((_, at) => ({ ...(at === 2 && march ? march : { target: null, actual: 0, reach: null }), own: true, revision: 0 })),
  total: { target: null, actual: 0, reach: null },
})
const begin = async (...rows: ReturnType<typeof row>[]) => {
  await fakeOffice({
    viewer: aViewer({ permissions: ['target.view'], today: '2026-03-10' }),
    queries: { targets: { measures: ['orders'], months, timeGone: { month: '2026-03', share: '31.8' }, rows } },
  })
  openTab()
  inTab(<TargetsTile id="a" w={6} h={6} settings={{ measure: 'orders' }} />)
}

test('[TG1] people with a target of this month stand by how far they are, in exact amounts; departments and others do not', async () => {
  await begin(
    row('department', '1', { target: 300_00, actual: 10_00, reach: '3.3' }),
    row('person', '2', { target: 100_00, actual: 9_50, reach: '9.5' }),
    row('person', '3', { target: 200_00, actual: 25_00, reach: '12.5' }),
    row('person', '4', null),
  )
  const card = within(await screen.findByRole('region', { name: /本月目标 · 签约额/ }))
  expect((await card.findAllByRole('row')).map((one) => one.textContent)).toEqual(['312.5 %25.00 / 200.00', '29.5 %9.50 / 100.00'])
  expect(card.getByText(/31.8/)).toBeTruthy()
})
test('[TG1] nobody has one', async () => {
  await begin(row('person', '4', null))
  expect(await screen.findByText('本月没有设定目标。')).toBeTruthy()
})
