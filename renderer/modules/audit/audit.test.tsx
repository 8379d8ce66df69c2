// The page of the audit trail against a fake office: what an entry says, and how the chain is checked.
import { act, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { App } from '../../shell/app.tsx'
import { deskOf } from '../../shell/desk.tsx'
import { wordsIn } from '../../words/index.ts'
import { operationOf, outcomeOf } from './audit-entry.tsx'
import { audit } from './index.tsx'

// One tab is open and nothing is hidden: looking at the styles of every ancestor would only take time.
configure({ defaultHidden: true })

const id = (n: number) => `01890000-0000-7000-8000-00000000000${n}`
const home = { name: 'home', page: () => null, single: true, titleKey: 'record.home' }
const rows = (list: object[]) => ({ rows: list, count: list.length, columns: list[0] ? Object.keys(list[0]) : [] })
const atTrail = async (queries: Record<string, unknown>) => {
  const tab = { id: 't', route: 'audit', params: {}, title: null, pinned: false, dirty: false }
  const fake = await fakeOffice({ kept: { tabs: JSON.stringify({ tabs: [tab], active: 't' }) }, queries })
  render(<App desk={deskOf([{ routes: [home] }, audit])} />)
  return { fake, person: userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never, delay: null }) }
}

test('an entry of the audit trail reads in names and words', () => {
  const row = { id: '1', kind: 'refusal', name: 'edit-user', outcome: '{"refused":"last-owner","data":{}}' }
  expect(operationOf(row, wordsIn.zh)).toBe('修改用户')
  expect(outcomeOf(row, wordsIn.zh)).toContain('至少要有一个在用的老板账号')
  expect(operationOf({ id: '2', kind: 'export', name: 'users' }, wordsIn.en)).toBe('Users')
  expect(operationOf({ id: '3', kind: 'sign-in', name: 'boss' }, wordsIn.en)).toBe('boss')
  expect(outcomeOf({ id: '4', outcome: 'not json' }, wordsIn.en)).toBe('not json')
})
test('the audit trail is checked on demand, and a break is said', async () => {
  const { fake, person } = await atTrail({ audit: rows([]), 'audit-verification': { rows: 7, broken: null } })
  await person.click(await screen.findByRole('button', { name: '校验日志' }))
  expect(await screen.findByText(/7 条日志首尾相连/)).toBeTruthy()
  const broken = { entry: 5, part: 'ledger', at: '2026-03-02T02:00:00.000Z' }
  fake.queries['audit-verification'] = { rows: 7, broken }
  await person.click(screen.getByRole('button', { name: '校验日志' }))
  expect(await screen.findByText(/第 5 条（2026-03-02 10:00）本身完好，但它记入的凭证/)).toBeTruthy()
})
const entry = {
  ...{
    id: 12,
    at: '2026-03-02T02:00:00.000Z',
    user: '陈',
    device: 'desk',
    kind: 'command',
    name: 'edit-customer',
    subject: id(9),
    outcome: '{}',
  },
  records: [
    {
      ...{ record: 'customer', table: 'party', id: id(9), title: 'Acme', kind: 'changed', opens: { route: 'customer', id: id(9) } },
      fields: [
        { field: 'creditLimit', part: null, before: { minor: 1_000_000, currency: 'USD' }, after: { minor: 2_500_050, currency: 'USD' } },
        { field: 'status', part: null, before: 'potential', after: 'active' },
        { field: 'remark', part: null, before: '', after: '老客户' },
        { field: 'paymentTerm', part: null, before: null, after: '[{"share":"100","event":"on-signing","days":0}]' },
      ],
      count: { added: 1, changed: 0, removed: 120 },
      lines: [
        {
          record: 'contact',
          table: 'contact',
          title: 'Maria',
          kind: 'added',
          fields: [{ field: 'email', part: null, before: null, after: 'm@x.example' }],
        },
      ],
    },
    {
      ...{ record: 'role', table: 'role', id: id(1), title: '业务员', kind: 'changed', opens: null },
      fields: [
        { field: 'permissions', part: 'customer', before: 'view', after: 'view edit' },
        { field: 'scopes', part: 'customer', before: 'own', after: 'all' },
      ],
      count: { added: 0, changed: 0, removed: 0 },
      lines: [],
    },
  ],
  withheld: 2,
  more: 0,
}
const auditRow = { id: '12', at: entry.at, user: '陈', kind: 'command', name: 'edit-customer', subject: id(9) }
const watching = { state: 'whole', checkedAt: entry.at, rows: 11, brokenAt: null, part: null, brokenOn: '', since: null }

test('[U16] an entry is opened with the keyboard and tells before and after in words; the rest of its record’s entries is one click away', async () => {
  const queries = { audit: rows([auditRow]), 'audit-entry': entry, 'audit-watch': watching }
  const { fake, person } = await atTrail(queries)
  await person.click(await screen.findByText('修改客户'))
  await person.keyboard('{Enter}')
  const dialog = within(await screen.findByRole('dialog'))
  const said = async (term: string) => (await dialog.findByText(term)).nextElementSibling?.textContent
  expect(await said('授信额度')).toBe('USD 10,000.00→USD 25,000.50')
  expect(await said('状态')).toBe('潜在→合作中')
  expect(await said('备注')).toBe('（空）→老客户')
  expect(await said('付款方式')).toContain('100 %')
  expect(await said('权限 · 客户')).toBe('查看→查看、修改')
  expect(await said('数据范围 · 客户')).toBe('本人→全公司')
  expect(dialog.getByText('新增 1 · 删除 120')).toBeTruthy()
  expect(dialog.getByText('另有 120 行没有列出。')).toBeTruthy()
  expect(dialog.getByText('另有 2 处改动属于您无权查看的单据。')).toBeTruthy()
  await person.click(dialog.getAllByRole('button', { name: '它的全部日志' })[0]!)
  expect(await screen.findByText('只看：客户 Acme')).toBeTruthy()
  await waitFor(() => expect(JSON.stringify(fake.asked)).toContain(`"params":{"record":"${id(9)}"}`))
})

test('[U19] a broken chain stands above the trail with its entry, which opens; a whole one is a quiet line', async () => {
  const queries: Record<string, unknown> = { audit: rows([auditRow]), 'audit-entry': entry, 'audit-watch': watching }
  const { fake } = await atTrail(queries)
  expect(await screen.findByText(/11 条日志完好/)).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
  fake.queries['audit-watch'] = { ...watching, state: 'broken', brokenAt: 12, part: 'changes', brokenOn: entry.at, since: entry.at }
  act(() => fake.notify({ kind: 'changed', tables: ['audit-chain'] }))
  const alarm = await screen.findByRole('alert')
  expect(alarm.textContent).toContain('在第 12 条处断开')
  await userEvent.click(within(alarm).getByRole('button', { name: '查看第 12 条' }))
  expect(await screen.findByRole('dialog')).toBeTruthy()
})
