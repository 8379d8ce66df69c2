// A missing rate is entered where it is missed, and what was refused is done again with all that was typed; others are told who can.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { allPermissions } from '../../../preload/contract/access.ts'
import type { Answer } from '../../../preload/contract/envelope.ts'
import { aViewer, fakeOffice } from '../../client/testing/fake-office.ts'
import { DecimalField } from '../../kit/fields/index.ts'
import { DocumentForm, useForm } from '../../kit/form/index.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { ConfirmDialog, type Confirmed } from '../../kit/show/confirm-dialog.tsx'
import { ProblemNote } from '../../kit/show/problem-note.tsx'

vi.setConfig({ testTimeout: 60_000 })
const MISSING = { ok: false as const, refused: 'rate-missing' as const, data: { currency: 'USD', date: '2026-03-01' } }
const rateOn = { rate: null, date: null, revision: 3, warnings: [] }
const sent = (office: Awaited<ReturnType<typeof fakeOffice>>) =>
  office.asked.flatMap((one) => (one.kind === 'command' && one.name === 'set-exchange-rate' ? [one.input] : []))
const enterRate = async (rate: string) => {
  fireEvent.click(await screen.findByRole('button', { name: '录入 USD 在 2026-03-01 的汇率…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'USD 在 2026-03-01 的汇率' }))
  expect(dialog.getByText(/1 USD 折合多少 CNY/)).toBeTruthy()
  const field = dialog.getByRole('textbox', { name: '汇率' })
  fireEvent.focus(field)
  fireEvent.change(field, { target: { value: rate } })
  fireEvent.blur(field)
  fireEvent.click(dialog.getByRole('button', { name: '保存并继续' }))
}

const Shipment = ({ save }: { save: (value: { quantity: string }) => void }) => {
  const form = useForm<{ quantity: string }>({
    empty: () => ({ quantity: '' }),
    save: (value) => {
      save(value)
      return Promise.resolve(MISSING)
    },
  })
  return (
    <DocumentForm form={form} title="x">
      <DecimalField {...form.field('quantity')} label="quantity" places={4} />
    </DocumentForm>
  )
}

test('[T55] a form refused for want of a rate asks for it, then is sent again with what was typed', async () => {
  const office = await fakeOffice({ queries: { 'rate-on': rateOn }, commands: { 'set-exchange-rate': {} } })
  openTab()
  const saved: string[] = []
  inTab(<Shipment save={({ quantity }) => saved.push(quantity)} />)
  const quantity = screen.getByRole('textbox', { name: 'quantity' })
  fireEvent.focus(quantity)
  fireEvent.change(quantity, { target: { value: '1200' } })
  fireEvent.blur(quantity)
  fireEvent.click(screen.getByRole('button', { name: '保存' }))
  await enterRate('7.05')
  await waitFor(() => expect(saved).toEqual(['1200', '1200']))
  // Over the rate that was seen: with its revision.
  expect(sent(office)).toEqual([{ currency: 'USD', on: '2026-03-01', rate: '7.05', revision: 3 }])
})

test('[T55] a dialog likewise; a rate that is refused is said there and stays typed', async () => {
  const answers = [{ ok: false, refused: 'changed-meanwhile', data: { expected: 1, found: 2 } }, {}]
  const office = await fakeOffice({ queries: { 'rate-on': rateOn }, commands: { 'set-exchange-rate': () => answers.shift() } })
  openTab()
  const run = vi
    .fn<(given: Confirmed) => Promise<Answer<unknown>>>()
    .mockResolvedValueOnce(MISSING)
    .mockResolvedValue({ ok: true, value: null })
  const close = vi.fn<() => void>()
  inTab(<ConfirmDialog open title="ship" confirm="go" reason="required" onConfirm={run} onClose={close} />)
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '客户催货' } })
  fireEvent.click(screen.getByRole('button', { name: 'go' }))
  await enterRate('7.05')
  expect(await screen.findByText(/别人已经保存了新版本/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '保存并继续' }))
  await waitFor(() => expect(close).toHaveBeenCalled())
  expect(run.mock.calls.map(([given]) => given.reason)).toEqual(['客户催货', '客户催货'])
  expect(sent(office)).toHaveLength(2)
})

test('[T55] who may not enter rates is told who can', async () => {
  await fakeOffice({
    viewer: aViewer({ permissions: allPermissions.filter((one) => one !== 'rate.edit') }),
    queries: { 'who-may': { users: [{ name: '刘会计', nameEn: 'Liu' }], more: 1 } },
  })
  inTab(<ProblemNote problem={MISSING} />)
  expect(await screen.findByText(/可以录入汇率的人：刘会计 等。/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /录入/ })).toBeNull()
})
