// What a refusal leaves behind in a dialog: the keyboard where something is wrong, the fields marked, the note in the dialog's own words. Several dialogs,
// made in different rooms, by the one mechanism.
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import type { Answer } from '../preload/contract/envelope.ts'
import { fakeOffice } from './client/testing/fake-office.ts'
import { inTab, openTab } from './kit/testing/in-tab.tsx'
import { AddMilestoneDialog } from './modules/production/contract-dialogs.tsx'
import { ConfirmDialog } from './kit/show/index.ts'
import { CopyToDialog } from './modules/backups/copy-to-dialog.tsx'
import { CategoriesDialog } from './modules/catalogue/categories-dialog.tsx'
import { DepartmentDialog } from './modules/people/department-dialog.tsx'
import { BookDialog, DispatchDialog } from './modules/shipments/step-dialogs.tsx'
import { ExchangeRatesPage } from './modules/books/exchange-rates-page.tsx'

vi.setConfig({ testTimeout: 60_000 })
const ID = '01890000-0000-7000-8000-00000000aaaa'
const wrong = (...paths: string[]): Answer => ({
  ok: false,
  refused: 'invalid-input',
  data: { issues: paths.map((path) => ({ path, rule: 'positive' })) },
})
const taken = (field: string): Answer => ({ ok: false, refused: 'already-exists', data: { field, value: 'X' } })

type Case = {
  what: string
  command: string
  refused: Answer
  dialog: () => ReactNode
  /** Pressed before, where a page opens the dialog. */
  opens?: string
  press: string
  /** What is wrong, by the labels of the dialog. */
  fields: string[]
  type?: [label: string, text: string]
}
const nothing = () => {}
const cases: Case[] = [
  {
    what: 'set an exchange rate',
    command: 'set-exchange-rate',
    refused: wrong('rate', 'on'),
    dialog: () => <ExchangeRatesPage />,
    opens: '设置汇率',
    press: '设置汇率',
    fields: ['汇率', '日期'],
  },
  {
    what: 'a department',
    command: 'create-department',
    refused: taken('name'),
    dialog: () => <DepartmentDialog wanted={{ parentId: null }} departments={[]} onClose={nothing} />,
    press: '完成',
    fields: ['名称'],
    type: ['名称', 'X'],
  },
  {
    what: 'a category: its English name is its name',
    command: 'create-category',
    refused: taken('name'),
    dialog: () => <CategoriesDialog onClose={nothing} onMade={nothing} />,
    press: '保存',
    fields: ['英文名称'],
    type: ['英文名称', 'X'],
  },
  {
    what: 'the second folder of backups',
    command: 'set-backup-folder',
    refused: { ok: false, refused: 'invalid-input', data: { issues: [{ path: 'folder', rule: 'folder' }] } },
    dialog: () => <CopyToDialog onClose={nothing} />,
    press: '保存',
    fields: ['文件夹'],
  },
  {
    what: 'a milestone more',
    command: 'add-milestone',
    refused: wrong('plannedOn', 'name'),
    dialog: () => <AddMilestoneDialog contractId={ID} onClose={nothing} />,
    press: '增加节点',
    fields: ['计划日期', '名称'],
  },
  {
    what: 'what the dialog itself asks for',
    command: 'book-shipment',
    refused: wrong('bookingNumber'),
    dialog: () => (
      <BookDialog shipmentId={ID} typed={{ bookingNumber: '' }} act={() => Promise.resolve(wrong('bookingNumber'))} onClose={nothing} />
    ),
    press: '订舱',
    fields: ['订舱号（S/O）'],
  },
]
const box = (label: string) => within(screen.getByRole('dialog')).getByRole<HTMLInputElement>('textbox', { name: label })
const pressed = () => screen.getByRole('alert').textContent ?? ''

test.each(cases)('[W23] [W24] $what: refused, the first wrong field has the keyboard and all are marked and named', async (one) => {
  await fakeOffice({
    queries: { categories: [], 'backup-state': {}, list: { rows: [], next: null } },
    commands: { [one.command]: one.refused },
  })
  openTab()
  inTab(<>{one.dialog()}</>)
  if (one.opens) fireEvent.click(await screen.findByRole('button', { name: one.opens }))
  const dialog = within(await screen.findByRole('dialog'))
  if (one.type) fireEvent.change(box(one.type[0]), { target: { value: one.type[1] } })
  const button = dialog.getByRole('button', { name: one.press })
  button.focus()
  fireEvent.click(button)
  await screen.findByRole('alert')
  for (const field of one.fields) {
    await waitFor(() => expect(box(field).getAttribute('aria-invalid')).toBe('true'))
    expect(pressed()).toContain(field)
  }
  await waitFor(() => expect(document.activeElement).toBe(box(one.fields[0]!)))
})

test('[W24] a field is marked until it is changed, and the note speaks of what is left', async () => {
  await fakeOffice({ commands: { 'add-milestone': wrong('plannedOn', 'name') } })
  render(<AddMilestoneDialog contractId={ID} onClose={nothing} />)
  fireEvent.click(screen.getByRole('button', { name: '增加节点' }))
  await waitFor(() => expect(box('名称').getAttribute('aria-invalid')).toBe('true'))
  fireEvent.change(box('名称'), { target: { value: 'Dyeing' } })
  await waitFor(() => expect(box('名称').getAttribute('aria-invalid')).toBe('false'))
  expect(pressed()).not.toContain('名称')
  expect(pressed()).toContain('计划日期')
})

test('[W23] refused for what no field says, the keyboard goes back to the button; while the office answers the dialog has it', async () => {
  await fakeOffice({})
  let answer: (given: Answer) => void = nothing
  const asked = new Promise<Answer>((done) => {
    answer = done
  })
  const closed = vi.fn<() => void>()
  render(<ConfirmDialog open title="t" confirm="go" onConfirm={() => asked} onClose={closed} />)
  const button = screen.getByRole('button', { name: 'go' })
  button.focus()
  fireEvent.click(button)
  expect(document.activeElement).toBe(screen.getByRole('dialog'))
  answer({ ok: false, refused: 'period-closed', data: { closedThrough: '2026-01-31', date: '2026-01-01' } })
  await screen.findByRole('alert')
  await waitFor(() => expect(document.activeElement).toBe(button))
  fireEvent.keyDown(document.activeElement!, { key: 'Escape' })
  expect(closed).toHaveBeenCalledTimes(1)
})

test('[W24] text that is no value is told and nothing is sent in its place', async () => {
  const sent = vi.fn<Parameters<typeof DispatchDialog>[0]['act']>(() => Promise.resolve({ ok: true, value: null }))
  await fakeOffice({ queries: { 'rate-on': { rate: '7.1', date: '2026-03-02', revision: 1, warnings: [] } } })
  const shipment = { currency: 'USD', lines: [] } as unknown as Parameters<typeof DispatchDialog>[0]['typed']
  render(<DispatchDialog shipmentId={ID} revision={1} typed={shipment} act={sent} onClose={nothing} />)
  const rate = await screen.findByRole<HTMLInputElement>('textbox', { name: /汇率/ })
  await waitFor(() => expect(rate.value).toBe('7.1'))
  fireEvent.focus(rate)
  fireEvent.change(rate, { target: { value: '7.1.2' } })
  fireEvent.blur(rate)
  fireEvent.click(screen.getByRole('button', { name: '发货' }))
  expect((await screen.findByRole('alert')).textContent).toContain('汇率')
  expect(sent).not.toHaveBeenCalled()
})

test('[W24] Ctrl+Enter sends the day that has just been typed, not the one before it', async () => {
  await fakeOffice({})
  const sent = vi.fn<(given: { date: string }) => Promise<Answer>>(() => Promise.resolve({ ok: true, value: null }))
  render(<ConfirmDialog open title="t" confirm="go" date="day" onConfirm={sent} onClose={nothing} />)
  const day = box('day')
  fireEvent.focus(day)
  fireEvent.change(day, { target: { value: '2-28' } })
  fireEvent.keyDown(day, { key: 'Enter', ctrlKey: true })
  await waitFor(() => expect(sent).toHaveBeenCalledTimes(1))
  expect(sent.mock.calls[0]?.[0].date).toBe('2026-02-28')
})
