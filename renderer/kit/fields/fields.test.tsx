// Fields on their own: terms add up, an amount takes no letters, a day is read and moved.
import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactNode, useEffect, useState } from 'react'
import { beforeEach, expect, test } from 'vitest'
import type { PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import { wordsIn } from '../../words/index.ts'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../testing/in-tab.tsx'
import { DateInput } from './date-input.tsx'
import { MoneyField } from './money-field.tsx'
import { presetNames, presets, shareLeft, shareSum } from './payment-term.ts'
import { PaymentTermField, termText } from './payment-term-field.tsx'
import { inPhrase } from '../format/shown.ts'

let value: unknown

function Held<T>({ start, children }: { start: T; children: (binding: { name: string; value: T; onChange(v: T): void }) => ReactNode }) {
  const [held, setHeld] = useState<T>(start)
  useEffect(() => {
    value = held
  })
  return children({ name: 'field', value: held, onChange: setHeld })
}

beforeEach(async () => {
  await fakeOffice()
  openTab()
})

test('every preset of payment terms is 100 %', () => {
  for (const name of presetNames) expect([name, shareSum(presets[name])]).toEqual([name, '100'])
  expect(
    shareSum([
      { share: '33.3333', event: 'on-signing', days: 0 },
      { share: '66.6667', event: 'before-shipment', days: 0 },
    ]),
  ).toBe('100')
  expect(shareSum([{ share: '', event: 'on-signing', days: 0 }])).toBeNull()
  expect(shareLeft([{ share: '30', event: 'on-signing', days: 0 }])).toBe('70')
})

test('a term is said in a line, taken from a preset, and says at once when it is not whole', async () => {
  inTab(<Held<PaymentTerm> start={[...presets['30-70']]}>{(b) => <PaymentTermField {...b} name="paymentTerm" />}</Held>)
  const line = screen.getByRole<HTMLInputElement>('textbox')
  expect(line.value).toBe(termText([...presets['30-70']], wordsIn.zh))
  await userEvent.click(line)
  await userEvent.click(screen.getByText('赊销 O/A 60 天'))
  expect(value).toEqual([{ share: '100', event: 'after-bill-of-lading', days: 60 }])
  const share = screen.getAllByRole('textbox').find((one) => (one as HTMLInputElement).value === '100')!
  await userEvent.clear(share)
  await userEvent.type(share, '４０')
  expect(screen.getByRole('status').textContent).toContain('40')
  await userEvent.click(screen.getByRole('button', { name: '加一期' }))
  expect(value).toMatchObject([{ share: '40' }, { share: '60' }])
  expect(screen.getByRole('status').textContent).toContain('100')
})

test('an amount takes no letters, has its currency’s places, and shows thousands when left', async () => {
  inTab(<Held<number | null> start={null}>{(b) => <MoneyField {...b} name="amount" currency="JPY" />}</Held>)
  const amount = screen.getByRole<HTMLInputElement>('textbox')
  await userEvent.type(amount, '12x34５6')
  expect(amount.value).toBe('123456')
  expect(value).toBe(123456)
  await userEvent.tab()
  expect(amount.value).toBe('123,456')
})

test('arrows move a day, Page Up a month back, Enter reads what is typed', async () => {
  function Day() {
    const [day, setDay] = useState<string | null>('2026-03-31')
    useEffect(() => {
      value = day
    })
    return <DateInput label="day" value={day} today="2026-03-02" onChange={setDay} />
  }
  inTab(<Day />)
  const day = screen.getByRole<HTMLInputElement>('textbox')
  await userEvent.click(day)
  await userEvent.keyboard('{ArrowUp}')
  expect(value).toBe('2026-04-01')
  await userEvent.keyboard('{ArrowDown}{PageUp}')
  expect(value).toBe('2026-02-28')
  await userEvent.clear(day)
  await userEvent.type(day, '5-1{Enter}')
  expect(value).toBe('2026-05-01')
})

test('[W8] a day that is being composed keeps its text: Enter belongs to the input method', async () => {
  function Day() {
    const [day, setDay] = useState<string | null>('2026-03-31')
    useEffect(() => {
      value = day
    })
    return <DateInput label="day" value={day} today="2026-03-02" onChange={setDay} />
  }
  inTab(<Day />)
  const day = screen.getByRole<HTMLInputElement>('textbox')
  await userEvent.clear(day)
  fireEvent.compositionStart(day)
  fireEvent.change(day, { target: { value: '５-１' } })
  fireEvent.keyDown(day, { key: 'Enter', isComposing: true, keyCode: 229 })
  expect(day.value).toBe('５-１')
  fireEvent.keyDown(day, { key: 'PageUp', isComposing: true, keyCode: 229 })
  expect(day.value).toBe('５-１')
  fireEvent.compositionEnd(day)
  fireEvent.keyDown(day, { key: 'Enter' })
  await waitFor(() => expect(value).toBe('2026-05-01'))
})

test('a payment term reads as a phrase, abbreviations as they are', () => {
  const term = (event: 'after-bill-of-lading' | 'letter-of-credit', days: number) => termText([{ share: '70', event, days }], wordsIn.en)
  expect(term('after-bill-of-lading', 30)).toBe('70 % 30 days after bill of lading')
  expect(term('letter-of-credit', 0)).toBe('70 % letter of credit')
  expect(['Shipment', 'D/A', 'L/C at sight'].map(inPhrase)).toEqual(['shipment', 'D/A', 'L/C at sight'])
})
