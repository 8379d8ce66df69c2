// The note on a document about its customer's credit: quiet within the limit, an alarm above it, and its parts one click away.
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { QueryOutput } from '../../../../preload/contract/queries.ts'
import { fakeOffice } from '../../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../../kit/testing/in-tab.tsx'
import { CreditNote } from './credit-note.tsx'

const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const usd = (minor: number) => ({ minor, currency: 'USD' })
const position = (part: Partial<QueryOutput<'credit-position'>> = {}): Partial<QueryOutput<'credit-position'>> => ({
  ...{ on: true, currency: 'USD', limit: usd(20_000), exposure: usd(15_000), free: usd(5_000), excess: usd(0), countsContracts: false },
  parts: { receivables: usd(10_000), addition: usd(5_000), advances: usd(0), covered: usd(0), insured: usd(0), contracts: usd(0) },
  ...{ overdueDays: 0, overdueAllowed: null, state: 'within', insurances: [] },
  items: [{ part: 'receivables', documentId: id(1), number: 'SH2026-0007', dueDate: '2026-03-01', overdueDays: 0, open: usd(10_000) }],
  ...part,
})
const start = async (given: Partial<QueryOutput<'credit-position'>>) => {
  await fakeOffice({ queries: { 'credit-position': given } })
  openTab()
  inTab(<CreditNote customerId={id(2)} addition={usd(5_000)} />)
}

test('within the limit it is a note; its parts open there, and each opens its documents', async () => {
  await start(position())
  await screen.findByRole('note')
  expect(screen.queryByText('本单')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '明细' }))
  expect(screen.getByText('本单').parentElement?.textContent).toContain('50.00')
  fireEvent.click(screen.getByText('100.00'))
  expect(screen.getByText('SH2026-0007')).toBeTruthy()
})
test('over the limit it is an alarm', async () => {
  await start(position({ state: 'over-limit', excess: usd(1_000), exposure: usd(21_000), free: usd(0) }))
  expect((await screen.findByRole('alert')).textContent).toContain('10.00')
})
