// The page of updates against a fake office: what stands in the folder, and the owner's word, which is asked before it is given. Rules D27, D29, D30, D34.
import { configure, screen, waitFor, within } from '@testing-library/react'
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { aViewer, type FakeOffice, fakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import type { Release, Releases } from './releases.ts'
import { UpdatesPage } from './updates-page.tsx'

configure({ defaultHidden: true })

const id = (n: number) => `01890000-0000-7000-8000-00000000000${n}`
const release = (version: string, change: Partial<Release> = {}): Release => ({
  ...{ id: id(1), file: `Tradewind-${version}.release`, version, revision: 1, releasedAt: '2026-11-01T02:00:00.000Z' },
  ...{ problem: null, offer: null, ...change },
})
const offered = (status: NonNullable<Release['offer']>['status']) => ({
  ...{ status, deskId: id(7), desk: '财务室', offeredAt: '2026-11-02T02:00:00.000Z', offeredBy: '王老板' },
})
const desks = [
  { id: id(7), name: '财务室', version: '0.1.1', lastSeenAt: '2026-11-02T03:00:00.000Z' },
  { id: id(8), name: '仓库', version: '0.1.0', lastSeenAt: null },
]
let fake: FakeOffice
const page = async (releases: Release[], permissions?: string[]) => {
  const data: Releases = { folder: 'D:\\Tradewind\\company\\releases', version: '0.1.0', releases, desks }
  const commands = Object.fromEntries(
    ['offer-release', 'release-to-all', 'withdraw-release', 'roll-back-release'].map((name) => [name, {}]),
  )
  fake = await fakeOffice({
    ...(permissions && { viewer: aViewer({ permissions: permissions as never }) }),
    queries: { releases: data },
    commands,
  })
  openTab()
  inTab(<UpdatesPage />)
  await screen.findByText('D:\\Tradewind\\company\\releases')
  return userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never, delay: null })
}
const sent = () => fake.asked.flatMap((one) => (one.kind === 'command' && one.name !== 'remember' ? [[one.name, one.input]] : []))
const buttons = () =>
  within(screen.getByRole('region', { name: '程序更新' }))
    .queryAllByRole('button')
    .map((one) => one.textContent)

test('[D27] every file says what it was found to be, and only what is good can be offered', async () => {
  await page([
    release('', { id: null, file: 'copy.release', version: '', releasedAt: null, problem: 'checking' }),
    release('0.1.2', { problem: 'signature', id: null }),
    release('0.2.0', { id: id(2), problem: 'other-series' }),
    release('0.0.9', { id: id(3), problem: 'older' }),
  ])
  for (const said of ['正在核对', '签名不是信风的', '请先更新主机', '比主机旧，只用于退回']) await screen.findByText(said)
  expect(buttons()).toEqual([])
  const versions = within(screen.getByRole('table', { name: '工作站的版本' }))
  expect(versions.getAllByRole('row').map((row) => row.textContent)).toEqual([
    '工作站版本最近联系',
    expect.stringContaining('财务室0.1.1'),
    '仓库0.1.0–',
  ])
})

test('[D29] one desk goes first, the one that is chosen', async () => {
  const person = await page([release('0.1.1')])
  await person.click(screen.getByRole('button', { name: '先给一台工作站' }))
  const dialog = within(await screen.findByRole('dialog'))
  await person.click(dialog.getByRole('combobox'))
  await person.click(await screen.findByRole('option', { name: '仓库' }))
  await person.click(dialog.getByRole('button', { name: '先给一台工作站' }))
  await waitFor(() => expect(sent()).toEqual([['offer-release', { id: id(1), deskId: id(8), revision: 1 }]]))
})

test('[D30] [D34] what the first desk has is offered to all, withdrawn or taken back, as it was seen', async () => {
  const person = await page([release('0.1.1', { revision: 4, offer: offered('pilot') })])
  expect(buttons()).toEqual(['提供给全部工作站', '撤回', '退回上一个版本'])
  for (const [word, name] of [
    ['提供给全部工作站', 'release-to-all'],
    ['撤回', 'withdraw-release'],
    ['退回上一个版本', 'roll-back-release'],
  ] as const) {
    await person.click(screen.getByRole('button', { name: word }))
    await person.click(within(await screen.findByRole('dialog')).getByRole('button', { name: word }))
    await waitFor(() => expect(sent().at(-1)).toEqual([name, { id: id(1), revision: 4 }]))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  }
})

test.each([
  ['all', null, ['撤回', '退回上一个版本']],
  ['withdrawn', null, ['先给一台工作站', '退回上一个版本']],
  ['rolled-back', null, ['先给一台工作站']],
  ['pilot', 'hash', ['撤回', '退回上一个版本']],
] as const)('[D30] of one that is %s (%s) it may be said: %j', async (status, problem, words) => {
  await page([release('0.1.1', { problem, offer: offered(status) })])
  expect(buttons()).toEqual(words)
})

test('[D29] whoever may only look finds no button', async () => {
  await page([release('0.1.1'), release('0.1.2', { id: id(2), offer: offered('all') })], ['release.view'])
  expect(buttons()).toEqual([])
})
