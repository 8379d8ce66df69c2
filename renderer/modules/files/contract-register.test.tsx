// The register of contracts against a fake office: a scan added from a row, and all files of the deals of chosen contracts. Rule FI20 of files.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { ContractRegisterPage } from './contract-register-page.tsx'
import { dealsOf } from './use-deal-archives.ts'

const row = (number: string, part: object = {}) => ({
  ...{ id: `id ${number}`, number, kind: 'sales-contract', party: 'Acme', scanState: 'scan-missing', scan: null, scanVersion: null },
  ...{ deal: 'D1', dealIds: 'd1', dealId: 'd1' },
  ...part,
})
const shown = async (mayAdd: boolean) => {
  const attached: unknown[] = []
  const office = await fakeOffice({
    queries: {
      'contract-register': {
        rows: [row('SC1'), row('PC1', { kind: 'purchase-contract', deal: 'D1, D2', dealIds: 'd1, d2' })],
        count: 2,
        columns: ['number', 'kind', 'party', 'scanState', 'scan', 'deal'],
      },
      'files-of': { withheld: false, mayAdd, files: [], binned: [], mostBytes: 1000 },
    },
    commands: { 'attach-files': (input: unknown) => (attached.push(input), { files: [] }) },
  })
  openTab()
  inTab(<ContractRegisterPage />)
  const person = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never, delay: null })
  const choose = async (number: string) =>
    person.click(within((await screen.findByText(number)).closest('[role=row]')!).getByRole('checkbox'))
  return { office, attached, person, choose }
}

test('[FI20] a scan that is chosen in the dialog of a row hangs on that contract, as a signed contract whatever its name', async () => {
  const { attached, person, choose } = await shown(true)
  await choose('SC1')
  await person.click(screen.getByRole('button', { name: '上传扫描件' }))
  await screen.findByText(/选择文件，或把它拖到窗口里/)
  const chooser = document.querySelector('input[data-files="signed-contract"]')!
  fireEvent.change(chooser, { target: { files: [new File(['x'], '发票 IMG_2031.pdf')] } })
  await waitFor(() => expect(attached).toHaveLength(1))
  expect(attached[0]).toMatchObject({
    recordKind: 'sales-contract',
    recordId: 'id SC1',
    files: [{ name: '发票 IMG_2031.pdf', kind: 'signed-contract' }],
  })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('[FI20] who may not edit the contract is told whom to ask', async () => {
  const { choose, person } = await shown(false)
  await choose('SC1')
  await person.click(screen.getByRole('button', { name: '上传扫描件' }))
  expect(await screen.findByText(/请有权修改它的同事上传/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '选择文件' })).toBeNull()
})

test('[FI20] each deal of the chosen contracts is saved once', async () => {
  const rows = [row('SC1'), row('PC1', { deal: 'D1, D2', dealIds: 'd1, d2' }), row('SC9', { deal: null, dealIds: null })]
  expect([...dealsOf(rows as never)]).toEqual([
    ['d1', 'D1'],
    ['d2', 'D2'],
  ])
})
