// The page of targets: actual, target and reach by month; a row's targets are set at once, and what was typed stays after a refusal.
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { TargetsPage } from './targets-page.tsx'

const id = '01890000-0000-7000-8000-000000000077'
const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`)
const none = { target: null, actual: 0, reach: null, own: false, revision: 0 }
const data = {
  ...{ measures: ['orders', 'shipped'], months, timeGone: { month: '2026-03', share: '31.8' } },
  rows: [
    {
      ...{ kind: 'person', id, name: '王芳', departmentId: null, depth: 0, mayEdit: true },
      cells: months.map((_, at) => (at === 2 ? { target: 300_000, actual: 100_000, reach: '33.3', own: true, revision: 4 } : none)),
      total: { target: 300_000, actual: 100_000, reach: '33.3' },
    },
  ],
}

test('a month shows what was reached of its target; setting sends what was changed alone, with what was seen', async () => {
  const fake = await fakeOffice({ queries: { targets: data }, commands: { 'save-targets': { saved: 2 } } })
  openTab()
  inTab(<TargetsPage />)
  const table = await screen.findByRole('grid')
  expect(within(table).getAllByRole('gridcell')[2]!.textContent).toBe('1,000.00目标 3,000.0033.3 %')
  const user = userEvent.setup()
  await user.click(within(table).getByRole('button', { name: /王芳/ }))
  const dialog = await screen.findByRole('dialog')
  const field = (month: string) => within(dialog).getByRole('textbox', { name: month })
  await user.clear(field('2026-03'))
  await user.type(field('2026-11'), '5000')
  await user.tab()
  await user.click(within(dialog).getByRole('button', { name: '填到以后各月' }))
  await user.click(within(dialog).getByRole('button', { name: '保存目标' }))
  const sent = fake.asked.find((one) => one.kind === 'command' && one.name === 'save-targets')
  const cell = (month: string, amount: number | null, revision = 0) => ({ ownerId: id, departmentId: null, month, amount, revision })
  expect(sent).toMatchObject({
    input: { measure: 'orders', cells: [cell('2026-03', null, 4), cell('2026-11', 500_000), cell('2026-12', 500_000)] },
  })
})
