// The form mechanism against a fake office: drafts, refusals at their field, newer versions, keys.
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useEffect } from 'react'
import { beforeEach, expect, test } from 'vitest'
import type { Answer } from '../../../preload/contract/envelope.ts'
import { useCommand, useTabs } from '../../client/index.ts'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { tabList } from '../../client/use-tabs.ts'
import { DateField } from '../fields/date-field.tsx'
import { MoneyField } from '../fields/money-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { inTab, openTab } from '../testing/in-tab.tsx'
import { DocumentForm, FormSection } from './document-form.tsx'
import type { At } from './use-form.ts'
import { useForm } from './use-form.ts'

type Value = { name: string; city: string; amount: number | null; on: string | null }
const blank: Value = { name: '', city: '', amount: null, on: null }
const saved: Value = { name: 'ACME', city: 'Hamburg', amount: 500000, on: '2026-01-05' }
const ID = '01890000-0000-7000-8000-00000000bbbb'

type Seen = { id: string; revision: number; value: Value } | undefined
let sent: { value: Value; at: At }[]
let answer: () => Promise<Answer<{ revision: number }>>
let seen: Seen
let rerender: () => void

/** Makes the form's first values known a moment late, as the office's rate of the day is. */
let late: ((part: Partial<Value>) => void) | undefined

const Page = ({ readOnly = false }: { readOnly?: boolean }) => {
  const form = useForm<Value, { revision: number }>({
    empty: () => blank,
    seen,
    save: (value, at) => {
      if (!at.looking) sent.push({ value, at })
      return answer()
    },
  })
  const { begin } = form
  useEffect(() => {
    late = begin
  }, [begin])
  return (
    <DocumentForm form={form} title="Customer" number={seen && 'C-1'} readOnly={readOnly}>
      <FormSection>
        <TextField {...form.field('name')} label="name" />
        <TextField {...form.field('city')} label="city" />
        <MoneyField {...form.field('amount')} label="amount" currency="USD" />
        <DateField {...form.field('on')} label="on" />
      </FormSection>
    </DocumentForm>
  )
}
const show = (readOnly = false) => {
  const shown = inTab(<Page readOnly={readOnly} />)
  rerender = () => {
    shown.unmount()
    inTab(<Page readOnly={readOnly} />)
  }
  return shown
}
const box = (label: string) => screen.getByRole<HTMLInputElement>('textbox', { name: label })
const save = () => userEvent.click(screen.getByRole('button', { name: '保存' }))

beforeEach(async () => {
  await fakeOffice()
  openTab()
  sent = []
  seen = { id: ID, revision: 3, value: saved }
  answer = () => Promise.resolve({ ok: true, value: { revision: 4 } })
})

test('what is typed outlives the page, marks the tab, and is sent over the version it was typed on', async () => {
  show()
  await userEvent.clear(box('name'))
  await userEvent.type(box('name'), '新名称')
  expect(tabList().tabs[0]?.dirty).toBe(true)
  rerender()
  expect(box('name').value).toBe('新名称')
  fireEvent.keyDown(window, { key: 's', ctrlKey: true })
  await waitFor(() => expect(sent).toEqual([{ value: { ...saved, name: '新名称' }, at: { id: ID, revision: 3, isNew: false } }]))
  await waitFor(() => expect(tabList().tabs[0]?.dirty).toBe(false))
  // The office's own answer has not been read again yet: what was saved stays on screen.
  expect(box('name').value).toBe('新名称')
})

test('typing it back to what it was leaves nothing unsaved', async () => {
  show()
  await userEvent.type(box('city'), 'x')
  expect(tabList().tabs[0]?.dirty).toBe(true)
  await userEvent.type(box('city'), '{Backspace}')
  await waitFor(() => expect(tabList().tabs[0]?.dirty).toBe(false))
})

test('a new record keeps its id from one try to the next, also over a restart', async () => {
  seen = undefined
  answer = () => Promise.resolve({ ok: false, fault: 'F-1' })
  show()
  await userEvent.type(box('name'), 'Neu')
  await save()
  expect(await screen.findByText(/F-1/)).toBeTruthy()
  rerender()
  expect(box('name').value).toBe('Neu')
  await save()
  await waitFor(() => expect(sent).toHaveLength(2))
  expect(sent[0]?.at).toMatchObject({ isNew: true, revision: undefined })
  expect(sent[1]?.at.id).toBe(sent[0]?.at.id)
})

test('a refusal finds its field, is said near the actions, and goes when the field is touched', async () => {
  answer = () => Promise.resolve({ ok: false, refused: 'invalid-input', data: { issues: [{ path: 'city', rule: 'required' }] } })
  show()
  await userEvent.type(box('name'), '!')
  await save()
  await waitFor(() => expect(box('city').getAttribute('aria-invalid')).toBe('true'))
  expect(screen.getByText('必填')).toBeTruthy()
  expect(screen.getByRole('alert').textContent).toContain('city')
  expect(document.activeElement).toBe(box('city'))
  await userEvent.type(box('city'), 'B')
  expect(box('city').getAttribute('aria-invalid')).toBe('false')
  // Nothing typed is lost by a refusal.
  expect(box('name').value).toBe('ACME!')
})

test('any other refusal is said in words and keeps what was typed', async () => {
  answer = () => Promise.resolve({ ok: false, refused: 'already-exists', data: { field: 'code', value: 'C-1' } })
  show()
  await userEvent.type(box('name'), '!')
  await save()
  expect((await screen.findByRole('alert')).textContent).toContain('C-1')
  expect(box('name').value).toBe('ACME!')
})

test('a newer version at the office: it can be looked at, and mine laid over it', async () => {
  show()
  await userEvent.type(box('name'), ' GmbH')
  seen = { id: ID, revision: 4, value: { ...saved, city: 'Bremen' } }
  rerender()
  expect(screen.getByRole('alert').textContent).toContain('city')
  await userEvent.click(screen.getByRole('button', { name: '看新版本' }))
  expect(screen.queryByRole('textbox', { name: 'name' })).toBeNull()
  expect(screen.getByText('Bremen')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '回到我输入的' }))
  expect(box('name').value).toBe('ACME GmbH')
  await userEvent.click(screen.getByRole('button', { name: '在新版本上保留我的修改' }))
  expect(box('name').value).toBe('ACME GmbH')
  expect(box('city').value).toBe('Bremen')
  await save()
  await waitFor(() =>
    expect(sent[0]).toEqual({ value: { ...saved, name: 'ACME GmbH', city: 'Bremen' }, at: { id: ID, revision: 4, isNew: false } }),
  )
})

test('text that is no amount is kept, said, and stops the saving', async () => {
  show()
  await userEvent.clear(box('amount'))
  await userEvent.click(box('amount'))
  await userEvent.paste('1,2,3')
  await save()
  expect(sent).toEqual([])
  rerender()
  expect(box('amount').value).toBe('1,2,3')
  await userEvent.clear(box('amount'))
  await userEvent.type(box('amount'), '１，２００．５')
  await save()
  await waitFor(() => expect(sent[0]?.value.amount).toBe(120050))
  await userEvent.tab()
  expect(box('amount').value).toBe('1,200.50')
})

test('a day that is still being typed is read before it is saved', async () => {
  show()
  await userEvent.clear(box('on'))
  await userEvent.type(box('on'), '11-23')
  fireEvent.keyDown(window, { key: 's', ctrlKey: true })
  await waitFor(() => expect(sent[0]?.value.on).toBe('2025-11-23'))
})

test('what is typed while the office saves is not lost', async () => {
  let go: (given: Answer<{ revision: number }>) => void = () => undefined
  answer = () => new Promise((resolve) => (go = resolve))
  show()
  await userEvent.type(box('name'), '1')
  fireEvent.keyDown(window, { key: 's', ctrlKey: true })
  await waitFor(() => expect(sent).toHaveLength(1))
  await userEvent.type(box('name'), '2')
  await act(async () => go({ ok: true, value: { revision: 4 } }))
  expect(box('name').value).toBe('ACME12')
  expect(tabList().tabs[0]?.dirty).toBe(true)
  answer = () => Promise.resolve({ ok: true, value: { revision: 5 } })
  await save()
  await waitFor(() => expect(sent[1]).toEqual({ value: { ...saved, name: 'ACME12' }, at: { id: ID, revision: 4, isNew: false } }))
})

test('a signed document is only read', () => {
  show(true)
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.queryByRole('button', { name: '保存' })).toBeNull()
  expect(screen.getByText('5,000.00', { exact: false })).toBeTruthy()
})

test('first values that come a moment late are not unsaved, and keep what is typed already', async () => {
  seen = undefined
  show()
  act(() => late?.({ city: 'Hamburg' }))
  expect(box('city').value).toBe('Hamburg')
  expect(tabList().tabs[0]?.dirty).toBe(false)
  await userEvent.type(box('name'), 'ACME')
  act(() => late?.({ city: 'Bremen' }))
  expect([box('name').value, box('city').value]).toEqual(['ACME', 'Bremen'])
  await waitFor(() => expect(tabList().tabs[0]?.dirty).toBe(true))
})

test('[W10] what is no value here and what is missing there are told together, the command is not sent', async () => {
  seen = undefined
  const asked: string[] = []
  const Two = () => {
    const creating = useCommand('create-category')
    const form = useForm<Value, { id: string; revision: number }>({
      empty: () => blank,
      save: ({ name: given, amount }, { id }) => {
        asked.push(given)
        return creating.run({ id, name: '', nameZh: given, parentId: amount as never })
      },
    })
    return (
      <DocumentForm form={form} title="Category">
        <TextField {...form.field('name')} label="name" />
        <MoneyField {...form.field('amount')} label="amount" currency="USD" />
      </DocumentForm>
    )
  }
  const office = await fakeOffice()
  openTab()
  inTab(<Two />)
  await userEvent.click(box('amount'))
  await userEvent.paste('$1,2')
  await save()
  const said = (await screen.findByRole('alert')).textContent
  expect(said).toContain('amount')
  expect(said).toContain('必填')
  expect(box('name').getAttribute('aria-invalid')).toBe('true')
  expect(box('amount').value).toBe('$1,2')
  expect(asked).toEqual([''])
  expect(office.asked.filter((one) => one.kind === 'command' && one.name === 'create-category')).toEqual([])
})

test('[W25] a form in which a text is no value is told with it that a code is taken', async () => {
  seen = undefined
  const Coded = () => {
    const creating = useCommand('create-category')
    const form = useForm<Value, { id: string; revision: number }>({
      empty: () => blank,
      save: ({ name: given, amount }, { id }) => creating.run({ id, name: given, nameZh: '', parentId: amount as never }),
    })
    return (
      <DocumentForm form={form} title="Category">
        <TextField {...form.field('name')} label="name" />
        <MoneyField {...form.field('amount')} label="amount" currency="USD" />
      </DocumentForm>
    )
  }
  const office = await fakeOffice({ queries: { 'taken-codes': { fields: ['name'] } } })
  openTab()
  inTab(<Coded />)
  await userEvent.type(box('name'), 'Toys')
  await userEvent.click(box('amount'))
  await userEvent.paste('$1,2')
  await save()
  await waitFor(() => expect(box('name').getAttribute('aria-invalid')).toBe('true'))
  expect(box('amount').getAttribute('aria-invalid')).toBe('true')
  const [asked] = office.asked.flatMap((one) => (one.kind === 'query' && one.name === 'taken-codes' ? [one.input] : []))
  expect(asked).toMatchObject({ command: 'create-category', values: { name: 'Toys' } })
  expect(office.asked.filter((one) => one.kind === 'command' && one.name === 'create-category')).toEqual([])
})

test('[W16] what is refused after a new record was saved is said on the page that takes its place, at its field', async () => {
  let refuse: (answer: Answer<unknown>) => void = () => undefined
  let made = ''
  const sending = new Promise<Answer<unknown>>((resolve) => {
    refuse = resolve
  })
  const RecordPage = ({ saved: there }: { saved: boolean }) => {
    const tabs = useTabs()
    const form = useForm<Value, { id: string; revision: number }>({
      empty: () => saved,
      seen: there ? { id: made, revision: 1, value: saved } : undefined,
      save: (_, { id }) => Promise.resolve({ ok: true, value: { id, revision: 1 } }),
      onSaved: ({ id }) => {
        made = id
        tabs.become('customer', { id })
      },
    })
    const send = () => void form.perform(() => sending)
    return (
      <DocumentForm form={form} title="Customer" actions={[{ label: 'send', primary: true, onClick: send }]}>
        <TextField {...form.field('city')} label="city" />
      </DocumentForm>
    )
  }
  const first = inTab(<RecordPage saved={false} />)
  await userEvent.click(screen.getByRole('button', { name: 'send' }))
  await waitFor(() => expect(tabList().tabs[0]?.params).toEqual({ id: made }))
  first.unmount()
  inTab(<RecordPage saved />)
  expect(screen.queryByRole('alert')).toBeNull()
  await act(async () => {
    refuse({ ok: false, refused: 'invalid-input', data: { issues: [{ path: 'city', rule: 'required' }] } })
    await sending
  })
  expect((await screen.findByRole('alert')).textContent).toContain('city')
  expect(box('city').getAttribute('aria-invalid')).toBe('true')
})

test('[W17] what is said near the actions is what is still wrong: it goes with the last field that is corrected', async () => {
  const issues = ['name', 'city'].map((path) => ({ path, rule: 'required' }))
  answer = () => Promise.resolve({ ok: false, refused: 'invalid-input', data: { issues } })
  show()
  await userEvent.type(box('name'), '!')
  await save()
  const said = () => screen.queryByRole('alert')?.textContent ?? ''
  await waitFor(() => expect(said()).toContain('city'))
  expect(said()).toContain('name')
  await userEvent.type(box('name'), '?')
  expect(said()).not.toContain('name')
  expect(said()).toContain('city')
  await userEvent.type(box('city'), 'B')
  expect(screen.queryByRole('alert')).toBeNull()
})

test('[W23] the keyboard is put to the first wrong field once: it stays where one corrects', async () => {
  const issues = ['name', 'city'].map((path) => ({ path, rule: 'required' }))
  answer = () => Promise.resolve({ ok: false, refused: 'invalid-input', data: { issues } })
  show()
  await userEvent.type(box('city'), '!')
  await save()
  await waitFor(() => expect(document.activeElement).toBe(box('name')))
  await userEvent.keyboard('ab')
  expect(document.activeElement).toBe(box('name'))
  expect(box('name').value).toContain('ab')
  expect(box('city').value).toBe('Hamburg!')
})

test('[W23] refused for what no field says, the keyboard goes back to the button that was pressed', async () => {
  answer = () => Promise.resolve({ ok: false, refused: 'not-found', data: { resource: 'customer' } })
  show()
  await userEvent.type(box('city'), '!')
  await save()
  await screen.findByRole('alert')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: '保存' })))
})
