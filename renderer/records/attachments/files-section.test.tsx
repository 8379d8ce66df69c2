// The files of a record on its page: shown, added with what each is, refused in words, binned and back. Rules FI7 to FI9 of files.
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { FilesSection } from './files-section.tsx'

const file = {
  ...{
    id: 'f1',
    revision: 1,
    name: '提单.pdf',
    kind: 'bill-of-lading',
    note: '正本',
    version: 2,
    versionId: 'v2',
    size: 2048,
    type: 'pdf',
  },
  ...{ width: null, height: null, hasPicture: false, isMain: false, addedAt: '2026-03-01T02:00:00Z', addedBy: '王芳' },
  ...{ changedAt: '2026-03-02T02:00:00Z', changedBy: '李雷' },
}
const answer = (given: object = {}) => ({ withheld: false, mayAdd: true, files: [], binned: [], mostBytes: 1000, ...given })
const shown = (queries: object, commands: object = {}) =>
  fakeOffice({ queries: { 'files-of': queries }, commands: { ...commands } }).then((office) => {
    render(<FilesSection recordKind="customer" recordId="01920000-0000-7000-8000-000000000002" />)
    return office
  })

test('[FI7] without the right to add there is nothing to add with, and what is withheld is said', async () => {
  await shown(answer({ mayAdd: false, withheld: true }))
  expect(await screen.findByText(/您无权查看的金额/)).toBeTruthy()
  expect(screen.queryByText('添加附件')).toBeNull()
})

test('[FI8] files dropped on the page are sent and hung on the record, each as what its name says', async () => {
  const sent: unknown[] = []
  const office = await shown(answer(), { 'attach-files': (input: unknown) => (sent.push(input), { files: [] }) })
  await screen.findByText(/拖到这个页面/)
  const files = [new File(['a'], '报关单 2026.pdf'), new File(['b'], 'note.txt')]
  const dataTransfer = { types: ['Files'], files }
  fireEvent.dragEnter(window, { dataTransfer })
  expect(await screen.findByText(/松开鼠标/)).toBeTruthy()
  fireEvent.drop(window, { dataTransfer })
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(office.sent).toEqual(['报关单 2026.pdf', 'note.txt'])
  expect(sent[0]).toMatchObject({
    files: [
      { name: '报关单 2026.pdf', kind: 'customs-sheet' },
      { name: 'note.txt', kind: 'other' },
    ],
  })
})

test('[FI9] one that is moved to the bin comes back by undo', async () => {
  const done: unknown[] = []
  await shown(answer({ files: [file] }), {
    'bin-file': (input: unknown) => (done.push(input), { id: 'f1', revision: 2 }),
    'restore-file': (input: unknown) => (done.push(input), { id: 'f1', revision: 3 }),
  })
  expect(await screen.findByText(/正本 · 2 KB · 第 2 版 · 李雷/)).toBeTruthy()
  await userEvent.click(screen.getByLabelText(/提单.pdf”的更多操作/))
  await userEvent.click(await screen.findByText('移到回收站'))
  await userEvent.click(await screen.findByText('撤销'))
  await waitFor(() =>
    expect(done).toEqual([
      { id: 'f1', revision: 1 },
      { id: 'f1', revision: 2 },
    ]),
  )
})
