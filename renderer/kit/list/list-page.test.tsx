// The list page against a fake office: what it asks, what it shows, and what it keeps.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import type { OfficeRequest } from '../../../preload/contract/envelope.ts'
import { nameOf } from '../../../preload/contract/names/index.ts'
import { aViewer, fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab, TAB } from '../testing/in-tab.tsx'
import { tabList } from '../../client/use-tabs.ts'
import { ListPage } from './list-page.tsx'

const ROWS = 250
const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const row = (n: number): ListRow => ({
  id: id(n),
  number: `XS-${String(n).padStart(4, '0')}`,
  contractDate: '2026-02-01',
  customer: `Customer ${n}`,
  customerId: id(9000 + n),
  status: n % 2 === 0 ? 'signed' : 'draft',
  currency: 'USD',
  total: { minor: 123450, currency: 'USD' },
  totalBase: { minor: 800000, currency: 'CNY' },
})
type Input = {
  search?: string
  filters?: unknown[]
  sort?: unknown[]
  limit: number
  offset?: number
  cursor?: string
  totals?: boolean
  params?: unknown
}
const COLUMNS = ['number', 'contractDate', 'customer', 'status', 'currency', 'total', 'totalBase', 'owner']

const answer = (input: Input) => {
  const from = input.cursor === undefined ? (input.offset ?? 0) : Number(input.cursor)
  // Two rows stand for the page: what a page holds is the office's affair.
  const rows = [row(from), row(from + 1)]
  const end = from + 100
  return {
    rows: input.search === 'nothing' ? [] : rows,
    columns: COLUMNS,
    ...(end < ROWS && { nextCursor: String(end) }),
    ...(input.totals && {
      count: ROWS,
      totals: {
        total: [
          { minor: 30862500, currency: 'USD' },
          { minor: 99, currency: 'JPY' },
        ],
        totalBase: [{ minor: 200000000, currency: 'CNY' }],
      },
    }),
  }
}
let office: FakeOffice
const asked = () =>
  office.asked.flatMap((r: OfficeRequest) => (r.kind === 'query' && r.name === 'sales-contracts' ? [r.input as Input] : []))
const pages = () => asked().filter((i) => !i.totals)

beforeEach(async () => {
  office = await fakeOffice({ queries: { 'sales-contracts': answer } })
  openTab()
})
const show = async () => {
  const shown = inTab(<ListPage list="sales-contracts" params={{ customerId: id(1) }} />)
  await screen.findByText('XS-0000')
  return shown
}

test('asks for one page, and for the totals of all rows apart', async () => {
  await show()
  expect(pages()).toEqual([{ limit: 100, params: { customerId: id(1) } }])
  expect(asked().filter((i) => i.totals)).toEqual([{ limit: 1, totals: true, params: { customerId: id(1) } }])
  expect(await screen.findByText('共 250 行')).toBeTruthy()
  const sums = (field: string) => document.querySelector(`[data-total="${field}"]`)?.textContent
  // [Q25] One line, which unfolds.
  await waitFor(() => expect(sums('total')).toBe('USD308,625.00+1'))
  await userEvent.click(screen.getByRole('button', { name: '展开各币种合计' }))
  expect(sums('total')).toBe('USD308,625.00JPY99')
  expect(sums('totalBase')).toBe('2,000,000.00')
})

test('money has its places and separators, enums their names, secret columns are not there', async () => {
  office = await fakeOffice({
    viewer: aViewer({ permissions: ['purchase-contract.view'] }),
    queries: {
      'purchase-contracts': {
        rows: [{ id: id(1), number: 'CG-1', status: 'signed', total: { minor: 1, currency: 'USD' } }],
        columns: ['number', 'status', 'total'],
        count: 1,
      },
    },
  })
  openTab()
  inTab(<ListPage list="purchase-contracts" />)
  await screen.findByText('CG-1')
  expect(screen.getByText(nameOf('purchase-contract-status.signed', 'zh'))).toBeTruthy()
  expect(document.querySelector('[data-field="total"]')).toBeNull()
})

test('the next page is asked by key, a jump by number', async () => {
  await show()
  await screen.findByText('共 250 行')
  await userEvent.click(screen.getByRole('button', { name: '最后一页' }))
  await screen.findByText('XS-0200')
  expect(pages().at(-1)).toMatchObject({ offset: 200 })
  expect(screen.getByText('201–202')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '第一页' }))
  await screen.findByText('XS-0000')
  await userEvent.click(screen.getByRole('button', { name: '下一页' }))
  await screen.findByText('XS-0100')
  expect(pages().at(-1)).toEqual({ cursor: '100', limit: 100, params: { customerId: id(1) } })
})

test('a header sorts, with Shift it sorts further, and a third click ends it', async () => {
  await show()
  const header = (name: string) => screen.getByRole('columnheader', { name: new RegExp(name) })
  fireEvent.click(header('客户'))
  await waitFor(() => expect(pages().at(-1)?.sort).toEqual([{ field: 'customer', descending: false }]))
  fireEvent.click(header('状态'), { shiftKey: true })
  fireEvent.click(header('状态'), { shiftKey: true })
  await waitFor(() =>
    expect(pages().at(-1)?.sort).toEqual([
      { field: 'customer', descending: false },
      { field: 'status', descending: true },
    ]),
  )
  fireEvent.click(header('状态'), { shiftKey: true })
  await waitFor(() => expect(pages().at(-1)?.sort).toEqual([{ field: 'customer', descending: false }]))
  // Sums do not depend on the order: they are not asked for again.
  expect(asked().filter((i) => i.totals)).toHaveLength(1)
})

test('searching waits for a pause, asks from the first page, and says when nothing matches', async () => {
  await show()
  await userEvent.click(screen.getByRole('button', { name: '下一页' }))
  await screen.findByText('XS-0100')
  const before = pages().length
  await userEvent.type(screen.getByRole('textbox', { name: /搜索/ }), 'nothing')
  expect(await screen.findByText('没有符合条件的内容')).toBeTruthy()
  expect(pages().length).toBe(before + 1)
  expect(pages().at(-1)).toEqual({ search: 'nothing', limit: 100, params: { customerId: id(1) } })
  // Clearing it goes back to where one was.
  await userEvent.keyboard('{Escape}')
  await screen.findByText('XS-0100')
})

test('[Q21] a period is a filter of the list’s date by the company’s day; "mine" asks the office for what is one’s own', async () => {
  await show()
  await userEvent.click(screen.getByRole('button', { name: /期间/ }))
  await userEvent.click(screen.getByRole('menuitem', { name: '上月' }))
  const february = { field: 'contractDate', op: 'between', value: ['2026-02-01', '2026-02-28'] }
  await waitFor(() => expect(pages().at(-1)?.filters).toEqual([february]))
  await userEvent.click(screen.getByRole('button', { name: /期间/ }))
  await userEvent.click(screen.getByRole('menuitem', { name: '最迟装运日' }))
  await waitFor(() => expect(pages().at(-1)?.filters).toEqual([{ ...february, field: 'latestShipment' }]))
  await userEvent.click(screen.getByRole('button', { name: '只看我的' }))
  await waitFor(() => expect(pages().at(-1)).toMatchObject({ mine: true }))
  expect(asked().findLast((i) => i.totals)).toMatchObject({ mine: true })
  fireEvent.keyDown(window, { key: 'E', ctrlKey: true, shiftKey: true })
  await waitFor(() => expect(office.exported).toHaveLength(1))
  expect(office.exported[0]).toMatchObject({ input: { mine: true, filters: [{ field: 'latestShipment' }] } })
})

test('[Q20] who sees only their own is not asked whether they want only their own', async () => {
  office = await fakeOffice({ viewer: aViewer({ scopes: { 'sales-contract': 'own' } }), queries: { 'sales-contracts': answer } })
  openTab()
  await show()
  expect(screen.queryByRole('button', { name: '只看我的' })).toBeNull()
})

test('[Q25] a column is filtered by from its own head, by the funnel or Alt+↓, and the filter is changed and taken away there', async () => {
  await show()
  const head = screen.getByRole('columnheader', { name: /客户/ })
  const panel = () => within(document.querySelector<HTMLElement>('[data-filter-editor]')!)
  await userEvent.click(within(head).getByRole('button', { name: /按“客户”筛选/, hidden: true }))
  expect(pages().at(-1)?.sort).toBeUndefined()
  await userEvent.type(panel().getByRole('textbox', { name: '值' }), 'ACME{Enter}')
  await waitFor(() => expect(pages().at(-1)?.filters).toEqual([{ field: 'customer', op: 'contains', value: 'ACME' }]))
  fireEvent.keyDown(screen.getByRole('columnheader', { name: /客户/ }), { key: 'ArrowDown', altKey: true })
  expect((panel().getByRole('textbox', { name: '值' }) as HTMLInputElement).value).toBe('ACME')
  await userEvent.click(panel().getByRole('button', { name: '去掉此筛选' }))
  await waitFor(() => expect(pages().at(-1)?.filters).toBeUndefined())
})

test('[Q26] one choice of row height serves all lists of the user', async () => {
  const first = await show()
  await userEvent.click(screen.getByRole('button', { name: '行高' }))
  await userEvent.click(screen.getByRole('menuitem', { name: '最紧凑' }))
  const height = () => document.querySelector<HTMLElement>('.MuiDataGrid-row')?.style.getPropertyValue('--height')
  await waitFor(() => expect(height()).toBe('26px'))
  first.unmount()
  inTab(<ListPage list="sales-contracts" look="another" params={{ customerId: id(1) }} />)
  await screen.findByText('XS-0000')
  expect(height()).toBe('26px')
})

test('several filters hold at once and can be taken away', async () => {
  await show()
  const panel = () => within(document.querySelector<HTMLElement>('[data-filter-editor]')!)
  const add = async (field: string, value: string) => {
    await userEvent.click(screen.getByRole('button', { name: '筛选' }))
    const column = panel().getByRole('combobox', { name: '列' })
    await userEvent.clear(column)
    await userEvent.type(column, `${field}{ArrowDown}{Enter}`)
    await userEvent.type(panel().getByRole('textbox', { name: '值' }), `${value}{Enter}`)
  }
  await add('客户', 'ACME')
  await add('合计', '１，０００')
  const customer = { field: 'customer', op: 'contains', value: 'ACME' }
  const total = { field: 'total', op: 'greater-or-equal', value: '1000' }
  await waitFor(() => expect(pages().at(-1)?.filters).toEqual([customer, total]))
  expect(asked().findLast((i) => i.totals)?.filters).toEqual([customer, total])
  await userEvent.click(screen.getByText('客户 包含 ACME'))
  await userEvent.type(panel().getByRole('textbox', { name: '值' }), ' GmbH{Enter}')
  await waitFor(() => expect(pages().at(-1)?.filters?.[0]).toEqual({ ...customer, value: 'ACME GmbH' }))
  await userEvent.click(screen.getAllByTestId('CancelIcon')[0]!)
  await waitFor(() => expect(pages().at(-1)?.filters).toEqual([total]))
})

test('a notice on a watched table asks again and keeps the rows meanwhile', async () => {
  await show()
  const before = pages().length
  office.notify({ kind: 'changed', tables: ['sales_contract'] })
  await waitFor(() => expect(pages().length).toBe(before + 1))
  expect(screen.getByText('XS-0000')).toBeTruthy()
  office.notify({ kind: 'changed', tables: ['bill'] })
  expect(pages().length).toBe(before + 1)
})

test('Excel gets the question and the visible columns in their order', async () => {
  await show()
  fireEvent.keyDown(window, { key: 'E', ctrlKey: true, shiftKey: true })
  await waitFor(() => expect(office.exported).toHaveLength(1))
  expect(office.exported[0]).toMatchObject({ list: 'sales-contracts', input: { params: { customerId: id(1) } }, language: 'zh' })
  expect((office.exported[0] as { columns: string[] }).columns.slice(0, 3)).toEqual(['number', 'contractDate', 'customer'])
  expect(await screen.findByText(/已导出 1 行/)).toBeTruthy()
})

test('columns that are hidden or moved stay so for the user', async () => {
  const first = await show()
  await userEvent.click(screen.getByRole('button', { name: '显示的列' }))
  await userEvent.click(screen.getByRole('checkbox', { name: '客户' }))
  fireEvent.keyDown(screen.getByRole('checkbox', { name: '状态' }), { key: 'ArrowUp', altKey: true })
  await userEvent.click(screen.getByRole('button', { name: '完成' }))
  await waitFor(() => expect(screen.queryByRole('columnheader', { name: /客户/ })).toBeNull())
  first.unmount()
  await show()
  expect(screen.queryByRole('columnheader', { name: /客户/ })).toBeNull()
  fireEvent.keyDown(window, { key: 'E', ctrlKey: true, shiftKey: true })
  await waitFor(() => expect(office.exported).toHaveLength(1))
  expect((office.exported[0] as { columns: string[] }).columns).not.toContain('customer')
})

test('page and search are the tab’s: they are there again after it was away', async () => {
  const first = await show()
  await userEvent.click(screen.getByRole('button', { name: '下一页' }))
  await screen.findByText('XS-0100')
  first.unmount()
  inTab(<ListPage list="sales-contracts" params={{ customerId: id(1) }} />)
  await screen.findByText('XS-0100')
  expect(pages().at(-1)).toMatchObject({ offset: 100 })
})

test('a link in a cell opens its own record, Enter on a row the row’s', async () => {
  await show()
  await userEvent.click(screen.getByRole('button', { name: 'Customer 0' }))
  expect(tabList().tabs.map((tab) => [tab.route, tab.params.id])).toContainEqual(['customer', id(9000)])
  const cell = screen.getByText('XS-0001').closest<HTMLElement>('[role="gridcell"]')!
  cell.focus()
  fireEvent.keyDown(cell, { key: 'Enter' })
  expect(tabList().tabs.map((tab) => [tab.route, tab.params.id])).toContainEqual(['sales-contract', id(1)])
  expect(tabList().tabs[0]?.id).toBe(TAB)
})

test('a refusal is said above the rows that are there', async () => {
  await show()
  office.queries['sales-contracts'] = { ok: false, fault: 'F-17' }
  office.notify({ kind: 'changed', tables: ['sales_contract'] })
  expect(await screen.findByText(/F-17/)).toBeTruthy()
  expect(screen.getByText('XS-0000')).toBeTruthy()
})

test('what is chosen stays while the same rows are read again, such as after a refused action; neither on another page nor what has gone', async () => {
  const actions = [{ label: 'Void', needs: 'some' as const, onClick: () => undefined }]
  inTab(<ListPage list="sales-contracts" actions={actions} />)
  const box = async (number: string) => {
    const cell = (await screen.findByText(number)).closest<HTMLElement>('[role=row]')
    return within(cell!).getByRole<HTMLInputElement>('checkbox')
  }
  const waits = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Void' }).disabled
  const readAgain = async () => {
    const before = pages().length
    office.notify({ kind: 'changed', tables: ['sales_contract'] })
    await waitFor(() => expect(pages().length).toBeGreaterThan(before))
  }
  fireEvent.click(await box('XS-0000'))
  await waitFor(() => expect(waits()).toBe(false))
  office.queries['sales-contracts'] = (input: Input) => ({ ...answer(input), rows: [{ ...row(0), customer: 'Renamed' }, row(1)] })
  await readAgain()
  await screen.findByText('Renamed')
  expect((await box('XS-0000')).checked).toBe(true)
  expect(waits()).toBe(false)
  office.queries['sales-contracts'] = (input: Input) => ({ ...answer(input), rows: answer(input).rows.slice(1) })
  await readAgain()
  await waitFor(() => expect(screen.queryByText('XS-0000')).toBeNull())
  expect(waits()).toBe(true)
  fireEvent.click(await box('XS-0001'))
  await waitFor(() => expect(waits()).toBe(false))
  await userEvent.click(screen.getByRole('button', { name: '下一页' }))
  await screen.findByText('XS-0101')
  expect(waits()).toBe(true)
})
