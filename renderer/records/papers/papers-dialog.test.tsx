// The papers of a record over a fake office: a statement is asked for with its days, and again with others.
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { OfficeRequest } from '../../../preload/contract/envelope.ts'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { PapersDialog } from './papers-dialog.tsx'

const ID = '01890000-0000-7000-8000-000000000001'
const made = {
  ...{ language: 'en', fileName: 'SOA-C1', problems: [], warnings: [], content: 'x', pages: 1, pdf: '' },
}
const opened = async (period: boolean) => {
  const paper = period ? 'customer-statement' : 'quotation'
  const fake = await fakeOffice({ queries: { 'papers-of': [{ paper, ofParty: true, period }], paper: made } })
  openTab()
  inTab(<PapersDialog recordKind="customer" recordId={ID} isTyped={false} onClose={() => undefined} />)
  const asked = () =>
    fake.asked
      .filter((one): one is Extract<OfficeRequest, { kind: 'query' }> => one.kind === 'query' && one.name === 'paper')
      .map(({ input }) => input as { from?: string; to?: string })
  await waitFor(() => expect(asked().length).toBeGreaterThan(0))
  return asked
}

test('[PA17] a statement is of this month up to today, and of other days when they are typed', async () => {
  const asked = await opened(true)
  const [first] = asked()
  expect(first?.from).toMatch(/^\d{4}-\d{2}-01$/)
  expect(first?.to?.slice(0, 7)).toBe(first?.from?.slice(0, 7))
  const from = await screen.findByRole('textbox', { name: '自' })
  fireEvent.change(from, { target: { value: '2025-01-01' } })
  fireEvent.blur(from)
  await waitFor(() => expect(asked().at(-1)).toMatchObject({ from: '2025-01-01', to: first?.to }))
})

test('other papers ask for no days', async () => {
  const asked = await opened(false)
  expect(asked()[0]).not.toHaveProperty('from')
  expect(screen.queryByRole('textbox', { name: '自' })).toBeNull()
})
