// The page that tells how the hub is, against a fake office: every figure in words, what is wrong in red, and where each leads. Rules D40, D45.
import { act, configure, render, screen } from '@testing-library/react'
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { Permission } from '../../../preload/contract/access.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { tabList } from '../../client/use-tabs.ts'
import { aViewer, fakeOffice } from '../../client/testing/fake-office.ts'
import { App } from '../../shell/app.tsx'
import { deskOf } from '../../shell/desk.tsx'
import { backups } from '../backups/index.tsx'
import { desks } from './index.tsx'

configure({ defaultHidden: true })

type Status = QueryOutput<'office-status'>
const well: Status = {
  ...{ version: '1.4.0', startedAt: '2026-03-01T00:30:00.000Z' },
  network: { open: true, interface: '以太网', addresses: ['https://192.168.1.20:5180'], problem: null },
  desks: { joined: 6, connected: 4, browsers: 1, otherVersions: [] },
  people: { signedIn: 5, active: 3 },
  load: {
    commands: { perMinute: 12, p95Ms: 18, slowest: { name: 'submit-for-approval', ms: 140 } },
    queries: { perMinute: 240, p95Ms: 9, slowest: { name: 'customers', ms: 610 } },
    ...{ processorPercent: 7, busyPercent: 11, memoryBytes: 300 * 1024 * 1024 },
  },
  disk: { booksBytes: 23 * 1024 * 1024, freeBytes: 50 * 1024 ** 3, short: false, writing: 'ok' },
  backups: { lastGoodAt: '2026-03-02T00:00:00.000Z', folder: '/srv/company/backups' },
  trail: { checkedAt: '2026-03-02T01:00:00.000Z', brokenAt: null },
  faults: { count: 0, last: null },
  log: { file: '/srv/company/office.log', bytes: 20_480 },
}
const home = { name: 'home', page: () => null, single: true, titleKey: 'record.home' }
const page = async (first: Status, permissions?: Permission[]) => {
  const tab = { id: 't', route: 'office-status', params: {}, title: null, pinned: false, dirty: false }
  const told = { status: first }
  const fake = await fakeOffice({
    ...(permissions && { viewer: aViewer({ permissions: permissions as never }) }),
    kept: { tabs: JSON.stringify({ tabs: [tab], active: 't' }) },
    queries: { 'office-status': () => told.status },
  })
  render(<App desk={deskOf([{ routes: [home] }, desks, backups])} />)
  return { fake, told, person: userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never, delay: null }) }
}
const text = () => document.body.textContent ?? ''

test('[D40] a healthy office: each figure in words, those of other pages open them', async () => {
  const { person } = await page(well)
  await screen.findByText('1.4.0')
  for (const said of [
    '2026-03-01 08:30',
    'https://192.168.1.20:5180',
    '工作站 4 台，浏览器 1 个',
    '5 人，其中 3 人五分钟内用过',
    '每分钟 240 次',
  ])
    expect(text()).toContain(said)
  for (const said of [
    '95% 在 9 毫秒内；最慢 610 毫秒：客户',
    '整机的 7%',
    '23 MB',
    '50 GB',
    '完整（2026-03-02 09:00）',
    '（20 KB，最多 10 MB）',
  ])
    expect(text()).toContain(said)
  await person.click(screen.getByRole('button', { name: '2026-03-02 08:00' }))
  expect(tabList().tabs.map((tab) => tab.route)).toContain('backups')
})

test('[D40] [D43] what is wrong stands out: other versions, a full disk, no good backup, a broken trail, a fault', async () => {
  await page({
    ...well,
    network: { ...well.network, addresses: [], problem: 'no-address' },
    desks: { ...well.desks, otherVersions: [{ version: '1.3.0', desks: 2 }] },
    disk: { ...well.disk, writing: 'disk-full' },
    backups: { lastGoodAt: null, folder: '/srv/company/backups' },
    trail: { checkedAt: null, brokenAt: 57 },
    faults: { count: 3, last: { id: '0190-b', at: '2026-03-02T02:00:00.000Z', what: 'customers' } },
  })
  await screen.findByText('1.3.0：2 台')
  for (const said of ['这个网络没有接通', '磁盘已满', '还没有', '第 57 条对不上', '2026-03-02 10:00 客户', '0190-b'])
    expect(text()).toContain(said)
})

test('[D40] who may not see backups, people or the trail finds neither, and no way to them', async () => {
  await page({ ...well, backups: null, trail: null }, ['desk.view'])
  await screen.findByText('1.4.0')
  expect(text()).not.toContain('备份')
  expect(screen.queryByRole('button', { name: '23 MB' })).toBeNull()
  expect(await screen.findByRole('button', { name: '6' })).toBeTruthy()
})

test('[D45] it is asked again when the office says that figures have changed', async () => {
  const { fake, told } = await page(well)
  await screen.findByText('每分钟 240 次')
  told.status = { ...well, load: { ...well.load, queries: { ...well.load.queries, perMinute: 33 } } }
  act(() => fake.notify({ kind: 'changed', tables: ['office-status'] }))
  expect(await screen.findByText('每分钟 33 次')).toBeTruthy()
})
