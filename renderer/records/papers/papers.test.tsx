// The papers of a record over a fake office: opened by its button or by Ctrl+P, in the language of its reader or another, with what must be put right before it is issued.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { OfficeRequest } from '../../../preload/contract/envelope.ts'
import { fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { remember } from '../../client/remembered.ts'
import { inTab, openTab, TAB } from '../../kit/testing/in-tab.tsx'
import { announcements } from '../../client/announcements.ts'
import { FramePapers, usePapers } from './index.ts'

const ID = '01890000-0000-7000-8000-000000000001'
const Page = ({ of, isTyped = false }: { of?: string; isTyped?: boolean }) => {
  const { button, dialog } = usePapers('sales-contract', { of, isTyped })
  return (
    <>
      {button.map(({ label, onClick }) => (
        <button key={label} type="button" onClick={onClick}>
          {label}
        </button>
      ))}
      {dialog}
    </>
  )
}
const made = {
  ...{ language: 'en', fileName: 'SC-SC2026-0001-DRAFT-Hansa', content: 'x', pages: 1, pdf: btoa('%PDF-') },
  problems: [{ code: 'no-confirmed-account', what: 'USD' }],
  warnings: [{ code: 'no-chinese-name', what: 'Bolts' }],
}
const start = async (page: { of?: string; isTyped?: boolean }) => {
  const queries = {
    'papers-of': [
      { paper: 'sales-contract', recordId: ID, number: '', ofParty: true },
      { paper: 'proforma-invoice', recordId: ID, number: '', ofParty: true },
    ],
    paper: made,
  }
  const fake = await fakeOffice({ queries })
  openTab()
  inTab(<Page {...page} />)
  return fake
}
const askedFor = (fake: FakeOffice) =>
  fake.asked
    .filter((one): one is Extract<OfficeRequest, { kind: 'query' }> => one.kind === 'query' && one.name === 'paper')
    .map(({ input }) => input)

test('Ctrl+P opens the first paper of the record, in the language of who it is for', async () => {
  const fake = await start({ of: ID, isTyped: true })
  fireEvent.keyDown(window, { key: 'p', ctrlKey: true })
  const dialog = await screen.findByRole('dialog', { name: '打印单据' })
  await within(dialog).findByText('没有经两人确认的收款账户: USD')
  expect(askedFor(fake)).toEqual([{ paper: 'sales-contract', recordId: ID }])
  expect(within(dialog).getByText('没有中文品名: Bolts')).toBeTruthy()
  expect(within(dialog).getByText('页面上还有没保存的修改，单据按已保存的内容生成。')).toBeTruthy()
})

test('another paper and another language are asked for as they are chosen', async () => {
  const fake = await start({ of: ID })
  fireEvent.click(screen.getByRole('button', { name: '单据' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(await within(dialog).findByText('形式发票'))
  await waitFor(() => expect(askedFor(fake).at(-1)).toEqual({ paper: 'proforma-invoice', recordId: ID }))
  fireEvent.mouseDown(await within(dialog).findByRole('combobox', { name: '单据语言' }))
  fireEvent.click(await screen.findByRole('option', { name: '中英文' }))
  await waitFor(() => expect(askedFor(fake).at(-1)).toEqual({ paper: 'proforma-invoice', recordId: ID, language: 'en-zh' }))
})

test('a record that is not saved yet has no papers', async () => {
  await start({})
  expect(screen.queryByRole('button', { name: '单据' })).toBeNull()
  fireEvent.keyDown(window, { key: 'p', ctrlKey: true })
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('in a list Ctrl+P opens the papers of the row with the focus; elsewhere it says how to get one, and never prints the screen', async () => {
  await fakeOffice({ queries: { 'papers-of': [{ paper: 'sales-contract', recordId: ID, number: '', ofParty: true }], paper: made } })
  openTab()
  remember('tabs', { tabs: [{ id: TAB, route: 'sales-contracts', params: {}, title: null, pinned: false, dirty: false }], active: TAB })
  inTab(
    <>
      <div role="row" data-id={ID}>
        <button type="button">cell</button>
      </div>
      <FramePapers />
    </>,
  )
  const press = () => fireEvent.keyDown(document.activeElement ?? window, { key: 'p', ctrlKey: true })
  // False: the browser's own way was taken away.
  expect(press()).toBe(false)
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(announcements.getState().current).toMatchObject({ words: 'papers.nowhere' })
  screen.getByRole('button', { name: 'cell' }).focus()
  expect(press()).toBe(false)
  await screen.findByRole('dialog', { name: '打印单据' })
})
