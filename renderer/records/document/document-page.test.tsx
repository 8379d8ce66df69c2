// The document page over a fake office: one record read, typed and saved; what may be done with it, with the question that is asked first.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { OfficeRequest } from '../../../preload/contract/envelope.ts'
import { useCommand } from '../../client/index.ts'
import { aViewer, fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { TextField } from '../../kit/fields/index.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { asks, discards, DocumentPage, useRecord } from './index.ts'

const ID = '01890000-0000-7000-8000-000000000001'
const letter = { id: ID, number: 'LC-1', revision: 3, issuingBank: 'A bank', status: 'draft' }
type FormValues = { issuingBank: string }
const formValuesOf = ({ issuingBank }: FormValues): FormValues => ({ issuingBank })

const Page = ({ id }: { id?: string }) => {
  const saving = useCommand('save-letter-of-credit')
  const record = useRecord('letter-of-credit', id === undefined ? {} : { id }, {
    formValuesOf,
    empty: () => ({ issuingBank: '' }),
    // A letter has more fields; the fake office takes one.
    save: (value, at) => saving.run({ ...value, id: at.id, revision: at.revision } as CommandInput<'save-letter-of-credit'>),
  })
  const draft = record.data?.status === 'draft'
  return (
    <DocumentPage
      record={record}
      number={record.data?.number}
      actions={[
        asks('accept-letter-of-credit', { shown: draft, date: 'acceptedOn', input: (at, { date }) => ({ ...at, acceptedOn: date }) }),
        discards('discard-letter-of-credit', { text: 'gone?', shown: draft, revision: record.data?.revision }),
      ]}
    >
      <TextField {...record.form.field('issuingBank')} label="bank" />
    </DocumentPage>
  )
}
const start = async (given: Parameters<typeof fakeOffice>[0] = {}) => {
  const fake = await fakeOffice({ ...given, queries: { 'letter-of-credit': letter, ...given.queries } })
  openTab()
  inTab(<Page id={ID} />)
  await screen.findByText('LC-1')
  return fake
}
const sent = (fake: FakeOffice) =>
  fake.asked
    .filter((one): one is Extract<OfficeRequest, { kind: 'command' }> => one.kind === 'command' && one.name.includes('letter'))
    .map(({ name, input }) => ({ name, input }))
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

test('an action asks first, saves what is typed, then runs on the version that was saved', async () => {
  const fake = await start({
    commands: { 'save-letter-of-credit': { id: ID, revision: 4 }, 'accept-letter-of-credit': { id: ID, revision: 5 } },
  })
  fireEvent.change(screen.getByRole('textbox', { name: 'bank' }), { target: { value: 'B bank' } })
  press('接受信用证')
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(within(dialog).getByRole('button', { name: '接受信用证' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(sent(fake)).toEqual([
    { name: 'save-letter-of-credit', input: { issuingBank: 'B bank', id: ID, revision: 3 } },
    { name: 'accept-letter-of-credit', input: { id: ID, revision: 4, acceptedOn: '2026-03-02' } },
  ])
})

test('a refusal stays in the dialog that asked, also when its button has gone meanwhile', async () => {
  const refused = { ok: false, refused: 'wrong-state', data: { kind: 'letter-of-credit', state: 'accepted', needed: 'draft' } }
  const fake = await start({ commands: { 'accept-letter-of-credit': refused } })
  press('接受信用证')
  const dialog = await screen.findByRole('dialog')
  fake.queries['letter-of-credit'] = { ...letter, status: 'accepted', revision: 4 }
  fireEvent.click(within(dialog).getByRole('button', { name: '接受信用证' }))
  await within(dialog).findByRole('alert')
  fake.notify({ kind: 'changed', tables: ['letter_of_credit'] })
  await waitFor(() => expect(screen.queryByRole('button', { name: '删除信用证草稿', hidden: true })).toBeNull())
  expect(within(screen.getByRole('dialog')).getByRole('alert')).toBeTruthy()
})

test('the right to the command is the right to its action', async () => {
  await start({ viewer: aViewer({ permissions: ['letter-of-credit.view', 'letter-of-credit.accept'] }) })
  expect(screen.getByRole('button', { name: '接受信用证' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '删除信用证草稿' })).toBeNull()
})

test('a discarded draft goes with what was typed over it, as it was seen', async () => {
  const fake = await start({ commands: { 'discard-letter-of-credit': {} } })
  fireEvent.change(screen.getByRole('textbox', { name: 'bank' }), { target: { value: 'B bank' } })
  press('删除信用证草稿')
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '删除信用证草稿' }))
  await waitFor(() => expect(sent(fake)).toEqual([{ name: 'discard-letter-of-credit', input: { id: ID, revision: 3 } }]))
})
