// Two windows name who follows a contract: the second is told of the first. Rule U22 of people's SPEC.md.
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { AssignDialog } from './contract-dialogs.tsx'

vi.setConfig({ testTimeout: 60_000 })

test('[U22] a merchandiser that another window names while the question is open is not replaced unseen', async () => {
  const answers = [{ ok: false, refused: 'changed-meanwhile', data: { expected: 3, found: 4 } }, {}]
  const office = await fakeOffice({ commands: { 'assign-merchandiser': () => answers.shift() } })
  openTab()
  const contractId = '01890000-0000-7000-8000-000000000009'
  const Asked = () => {
    const [revision, setRevision] = useState(3)
    return (
      <>
        <button type="button" onClick={() => setRevision(4)}>
          another window
        </button>
        <AssignDialog contracts={[{ contractId, revision }]} onClose={() => undefined} />
      </>
    )
  }
  inTab(<Asked />)
  const confirm = await screen.findByRole('button', { name: '指定跟单员' })
  fireEvent.click(screen.getByText('another window'))
  fireEvent.click(confirm)
  expect(await screen.findByText(/别人已经保存了新版本/)).toBeTruthy()
  fireEvent.click(confirm)
  const sent = () => office.asked.flatMap((one) => (one.kind === 'command' && one.name === 'assign-merchandiser' ? [one.input] : []))
  await waitFor(() => expect(sent()).toHaveLength(2))
  expect(sent()).toMatchObject([{ contracts: [{ revision: 3 }] }, { contracts: [{ revision: 4 }] }])
})
