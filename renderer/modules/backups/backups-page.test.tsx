// The Backups page against a fake office: what it tells, what it sends, and what stands before a restore. Rules U51, U52 of backups.
import { configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { bytesShown } from '../../kit/format/bytes.ts'
import { App } from '../../shell/app.tsx'
import { deskOf } from '../../shell/desk.tsx'
import { backups } from './index.tsx'

configure({ defaultHidden: true })

const home = { name: 'home', page: () => null, single: true, titleKey: 'record.home' }
const state = {
  ...{ folder: '/srv/company/backups', copyTo: null, copyRevision: 1, freeBytes: 5 * 1024 ** 3, lastGoodAt: null },
  ...{ running: [], finished: [] },
}
const well = { writing: 'ok', shortOfSpace: null, backupFailed: null, copyFailed: null, damaged: null }
const page = async (queries: Record<string, unknown> = {}) => {
  const tab = { id: 't', route: 'backups', params: {}, title: null, pinned: false, dirty: false }
  const fake = await fakeOffice({
    kept: { tabs: JSON.stringify({ tabs: [tab], active: 't' }) },
    queries: {
      backups: { rows: [], count: 0, columns: ['madeAt', 'kind', 'result', 'name'] },
      'backup-state': state,
      'machine-state': well,
      ...queries,
    },
  })
  render(<App desk={deskOf([{ routes: [home] }, backups])} />)
  return { fake, person: userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never, delay: null }) }
}

test('[U51] an empty folder says so, and one press makes the first backup', async () => {
  const { fake, person } = await page()
  expect(await screen.findByText('还没有')).toBeTruthy()
  const [make] = await screen.findAllByRole('button', { name: /立即备份/ })
  await person.click(make!)
  await waitFor(() => expect(fake.asked.some((one) => one.kind === 'command' && one.name === 'make-backup')).toBe(true))
})

test('[U52] [U53] what is wrong with backups and disk stands above the list with what to do', async () => {
  await page({
    'machine-state': {
      ...well,
      writing: 'disk-full',
      backupFailed: { finding: 'disk-full', since: '2026-03-02T02:00:00.000Z' },
    },
    'backup-state': {
      ...state,
      finished: [
        { id: 'x', kind: 'drill', backup: 'daily-2026-03-01', askedBy: '老板', finishedAt: '2026-03-02T02:00:00.000Z', finding: 'changed' },
      ],
    },
  })
  const alerts = await screen.findAllByRole('alert')
  expect(alerts.map((one) => one.textContent)).toEqual([
    expect.stringContaining('磁盘已满'),
    expect.stringContaining('备份没有成功（磁盘已满'),
  ])
  expect((await screen.findByText(/恢复演练没有成功/)).textContent).toContain('文件内容被改动')
})

test('[U52] the second folder is chosen, or left empty for none', async () => {
  const { fake, person } = await page()
  await person.click(await screen.findByRole('button', { name: '设定…' }))
  const dialog = await screen.findByRole('dialog')
  await person.type(within(dialog).getByRole('textbox'), '/mnt/second')
  await person.click(within(dialog).getByRole('button', { name: '保存' }))
  await waitFor(() =>
    expect(fake.asked.find((one) => one.kind === 'command' && one.name === 'set-backup-folder')).toMatchObject({
      input: { folder: '/mnt/second', revision: 1 },
    }),
  )
})

test('sizes are read by people', () => {
  expect([0, 900, 23_003_136, 5 * 1024 ** 3].map((bytes) => bytesShown(bytes, 'zh'))).toEqual(['0 B', '900 B', '21.9 MB', '5 GB'])
})
