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
  const fake = await fakeOffice({ queries: { 'papers-of': [{ paper, recordId: ID, number: '', ofParty: true, period }], paper: made } })
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

test('[CD14] papers of other records bear the numbers of those, so that two contracts are told apart', async () => {
  const other = (n: number, number: string) => ({
    paper: 'sales-contract',
    recordId: ID.replace(/1$/, String(n)),
    number,
    ofParty: true,
    period: false,
  })
  const own = { paper: 'customs-declaration', recordId: ID, number: 'BG2026-0001', ofParty: false, period: false }
  await fakeOffice({ queries: { 'papers-of': [own, other(2, 'SC2026-0007'), other(3, 'SC2026-0009')], paper: made } })
  openTab()
  inTab(<PapersDialog recordKind="customs-declaration" recordId={ID} isTyped={false} onClose={() => undefined} />)
  await waitFor(() =>
    expect(screen.getAllByRole('button').flatMap(({ textContent }) => (/报关单|外销合同/.test(textContent) ? [textContent] : []))).toEqual([
      '报关单',
      '外销合同SC2026-0007',
      '外销合同SC2026-0009',
    ]),
  )
})

test('[PA28] the set is one file, says what it holds and what is not in it', async () => {
  const own = { paper: 'customs-declaration', recordId: ID, number: 'BG2026-0001', ofParty: false, period: false }
  const part = { recordId: ID, pages: 1, problems: [] }
  await fakeOffice({
    queries: {
      'papers-of': [own, { ...own, paper: 'packing-list', recordId: ID.replace(/1$/, '2'), number: 'SH2026-0001' }],
      paper: made,
      'paper-set': {
        ...{ fileName: 'CD-SET-BG2026-0001', leftOut: ['sales-contract'], pdf: '' },
        parts: [
          { ...part, paper: 'customs-declaration', number: 'BG2026-0001', page: 1, issue: 2 },
          {
            ...part,
            paper: 'packing-list',
            number: 'SH2026-0001',
            page: 3,
            issue: null,
            problems: [{ code: 'packing-unknown', what: 'Bolts' }],
          },
        ],
      },
    },
  })
  openTab()
  inTab(<PapersDialog recordKind="customs-declaration" recordId={ID} isTyped={false} onClose={() => undefined} />)
  fireEvent.click(await screen.findByRole('button', { name: '全套（一个文件）' }))
  expect(await screen.findByText('没有查看权限，未包括：外销合同')).toBeTruthy()
  expect(screen.getByText('自第 1 页 · 第 2 次签发的原件')).toBeTruthy()
  expect(screen.getByText('自第 3 页 · 按现在的内容')).toBeTruthy()
  expect(screen.getByText(/Bolts/)).toBeTruthy()
  // One file is printed and saved, not issued and not a workbook.
  expect(screen.queryByRole('button', { name: '签发存档…' })).toBeNull()
})

test('other papers ask for no days', async () => {
  const asked = await opened(false)
  expect(asked()[0]).not.toHaveProperty('from')
  expect(screen.queryByRole('textbox', { name: '自' })).toBeNull()
})

test('[PA24] a paper with something against it is issued with a reason, and then shown as it was kept', async () => {
  const issuedId: string[] = []
  const fake = await fakeOffice({
    queries: {
      'papers-of': [{ paper: 'sales-contract', recordId: ID, number: '', ofParty: true, period: false }],
      paper: { ...made, problems: [{ code: 'no-confirmed-account', what: 'USD' }], draft: false, sealable: true },
      'usable-paper-pictures': [{ id: ID, use: 'seal', name: '合同专用章' }],
      'issued-papers': [],
      'changed-papers': [],
      'issued-paper': { fileName: 'SC-1', sha256: '', pdf: '' },
    },
    commands: {
      'issue-paper': (input: { id: string }) => {
        issuedId.push(input.id)
        return { id: input.id, issue: 1, fileName: 'SC-1' }
      },
    },
  })
  openTab()
  inTab(<PapersDialog recordKind="sales-contract" recordId={ID} isTyped={false} onClose={() => undefined} />)
  const open = await screen.findByRole<HTMLButtonElement>('button', { name: '签发存档…' })
  await waitFor(() => expect(open.disabled).toBe(false))
  fireEvent.click(open)
  const confirm = await screen.findByRole<HTMLButtonElement>('button', { name: '签发' })
  expect(confirm.disabled).toBe(true)
  fireEvent.mouseDown(await screen.findByRole('combobox', { name: '印章' }))
  fireEvent.click(await screen.findByRole('option', { name: '合同专用章' }))
  fireEvent.change(screen.getByRole('textbox', { name: /原因/ }), { target: { value: '客户急用' } })
  fireEvent.click(confirm)
  await waitFor(() => expect(issuedId).toHaveLength(1))
  const sent = fake.asked.find((one) => one.kind === 'command' && one.name === 'issue-paper')
  expect(sent).toMatchObject({ input: { paper: 'sales-contract', seenContent: 'x', reason: '客户急用', sealId: ID, signId: null } })
  await waitFor(() => expect(fake.asked.some((one) => one.kind === 'query' && one.name === 'issued-paper')).toBe(true))
})
