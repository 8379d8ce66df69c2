// Two windows: what somebody decides on is what they saw when they were asked. Rule U22 of people's SPEC.md.
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../testing/in-tab.tsx'
import { ProblemNote } from './problem-note.tsx'

vi.setConfig({ testTimeout: 60_000 })
const MISSING = { ok: false as const, refused: 'rate-missing' as const, data: { currency: 'USD', date: '2026-03-01' } }
const meanwhile = { ok: false, refused: 'changed-meanwhile', data: { expected: 3, found: 4 } }
const sent = (office: FakeOffice, name: string) =>
  office.asked.flatMap((one) => (one.kind === 'command' && one.name === name ? [one.input] : []))

test('[U22] a rate that another window sets while the question is open is not overwritten unseen; what was typed stays, and can then be saved', async () => {
  const answers = [meanwhile, {}]
  const office = await fakeOffice({
    queries: { 'rate-on': { rate: '7.1', date: '2026-03-01', revision: 3, warnings: [] } },
    commands: { 'set-exchange-rate': () => answers.shift() },
  })
  openTab()
  inTab(<ProblemNote problem={MISSING} onAgain={() => undefined} />)
  fireEvent.click(await screen.findByRole('button', { name: '录入 USD 在 2026-03-01 的汇率…' }))
  expect(await screen.findByText('该日已录入 7.1，保存即更正。')).toBeTruthy()
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: '汇率' })
  fireEvent.focus(field)
  fireEvent.change(field, { target: { value: '7.05' } })
  fireEvent.blur(field)
  office.queries['rate-on'] = { rate: '7.3', date: '2026-03-01', revision: 4, warnings: [] }
  office.notify({ kind: 'changed', tables: ['exchange_rate'] })
  await waitFor(() => expect(office.asked.filter((one) => one.kind === 'query' && one.name === 'rate-on').length).toBeGreaterThan(1))
  fireEvent.click(screen.getByRole('button', { name: '保存并继续' }))
  expect(await screen.findByText(/别人已经保存了新版本/)).toBeTruthy()
  expect(field.value).toBe('7.05')
  expect(await screen.findByText('该日已录入 7.3，保存即更正。')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '保存并继续' }))
  await waitFor(() => expect(sent(office, 'set-exchange-rate')).toHaveLength(2))
  expect(sent(office, 'set-exchange-rate')).toMatchObject([
    { rate: '7.05', revision: 3 },
    { rate: '7.05', revision: 4 },
  ])
})
