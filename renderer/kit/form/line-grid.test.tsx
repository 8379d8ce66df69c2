// The grid of lines: everything by keyboard, blocks from a spreadsheet, refusals at their cell, five hundred lines.
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useEffect, useState } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../testing/in-tab.tsx'
import type { TypedText } from './draft.ts'
import { SHOW_CELL } from './form-context.ts'
import type { Issues } from './issues.ts'
import type { LineColumn } from './line-columns.ts'
import { LineGrid } from './line-grid.tsx'
import { productColumn } from '../../records/fields/index.ts'

type Line = {
  id: string
  productId: string | null
  productCode: string
  description: string
  quantity: string
  price: string
  amount: number | null
}
const line = (part: Partial<Line> = {}): Line => ({
  id: newId(),
  productId: null,
  productCode: '',
  description: '',
  quantity: '',
  price: '',
  amount: null,
  ...part,
})
const PRODUCT = '01890000-0000-7000-8000-00000000cccc'

const cell = (value: unknown) => (typeof value === 'string' ? value : '')
const columns: LineColumn<Line>[] = [
  productColumn({
    width: 120,
    label: 'product',
    shown: (l) => l.productCode,
    onPick: (row) => ({ productCode: cell(row?.code), description: cell(row?.name) }),
  }),
  { field: 'description', kind: 'text', width: 200, label: 'description' },
  { field: 'quantity', kind: 'decimal', places: 4, width: 100, label: 'quantity' },
  { field: 'price', kind: 'decimal', places: 6, width: 100, label: 'price' },
  {
    field: 'total',
    kind: 'shown',
    width: 100,
    label: 'total',
    money: (l) => (l.quantity === '' ? null : { minor: 123456, currency: 'USD' }),
  },
]

let lines: Line[]
let typed: Record<string, TypedText>
const EURO = { currency: 'EUR' }
const Page = ({ start, issues }: { start: Line[]; issues?: Issues }) => {
  const [value, setValue] = useState(start)
  const [texts, setTexts] = useState<Record<string, TypedText>>({})
  useEffect(() => {
    lines = value
    typed = texts
  })
  return (
    <LineGrid
      name="lines"
      value={value}
      onChange={setValue}
      columns={columns}
      newLine={() => line()}
      currency={EURO.currency}
      issues={issues}
      typed={texts}
      onTyped={(text, below) => setTexts(({ [`lines.${below}`]: _old, ...rest }) => (text ? { ...rest, [`lines.${below}`]: text } : rest))}
      totals={[{ field: 'total', money: { minor: 999999, currency: 'USD' } }]}
    />
  )
}
const show = (start: Line[] = [line()], issues?: Issues) => inTab(<Page start={start} issues={issues} />)
// Not by role, for which jsdom looks through every style on the page.
const cellAt = (row: number, column: number) =>
  document.querySelectorAll('[role="row"]')[row + 1]!.querySelectorAll<HTMLElement>('[role="gridcell"]')[column]!
const enter = (row: number, column: number) => fireEvent.click(cellAt(row, column))
const focused = () => document.activeElement as HTMLInputElement
const where = () => [focused().closest('[data-line]')?.getAttribute('data-line'), focused().getAttribute('aria-label')]
const paste = async (text: string) => {
  await act(async () => {
    fireEvent.paste(focused(), { clipboardData: { getData: () => text } })
    await Promise.resolve()
  })
}

beforeEach(async () => {
  const rows = (input: { search?: string; filters?: { field: string; value: string }[] }) => {
    const code = input.filters?.[0]?.field === 'code' ? input.filters[0].value : undefined
    const all = [{ id: PRODUCT, code: 'P-1', name: 'Bolt', nameZh: '螺栓', unit: 'PCS' }]
    return { rows: code === undefined ? all : all.filter((p) => p.code === code), columns: ['code', 'name'] }
  }
  await fakeOffice({
    queries: { products: rows, reference: { currencies: [], countries: [], units: [], incoterms: [], containerTypes: [] } },
  })
  openTab()
})

test('Enter and Tab go to the next cell, and past the last one to a new line; a blank last line lets Tab leave', async () => {
  show([line({ description: 'a', quantity: '1', price: '2' })])
  enter(0, 2)
  expect(where()).toEqual(['0', 'quantity'])
  await userEvent.keyboard('{Enter}')
  expect(where()).toEqual(['0', 'price'])
  await userEvent.keyboard('{Tab}')
  expect(lines).toHaveLength(2)
  expect(where()).toEqual(['1', 'product'])
  await userEvent.keyboard('{Tab}{Tab}{Tab}')
  expect(where()).toEqual(['1', 'price'])
  await userEvent.keyboard('{Tab}')
  expect(lines).toHaveLength(2)
  expect(focused().closest('[role="grid"]')).toBeNull()
})

test('Shift+Tab goes back, arrows go up and down in the column', async () => {
  show([line({ description: 'a' }), line({ description: 'b' })])
  enter(1, 1)
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
  expect(where()).toEqual(['1', 'product'])
  enter(1, 1)
  await userEvent.keyboard('{ArrowUp}')
  expect(where()).toEqual(['0', 'description'])
  await userEvent.keyboard('{ArrowDown}')
  expect(where()).toEqual(['1', 'description'])
})

test('numbers are typed as people type them; letters are not taken', async () => {
  show()
  enter(0, 2)
  await userEvent.keyboard('１，２x３４．５')
  await userEvent.keyboard('{Enter}')
  expect(lines[0]?.quantity).toBe('1234.5')
  expect(cellAt(0, 2).textContent).toBe('1,234.5')
})

test('text that is no number stays in its cell, marked, and goes with its line', async () => {
  show([line(), line()])
  enter(0, 3)
  await userEvent.keyboard('1,2')
  await userEvent.keyboard('{Enter}')
  expect(cellAt(0, 3).textContent).toBe('1,2')
  expect(cellAt(0, 3).getAttribute('aria-invalid')).toBe('true')
  expect(typed[`lines.#${lines[0]!.id}.price`]).toEqual({ text: '1,2', rule: 'decimal' })
  enter(0, 1)
  await userEvent.keyboard('{Control>}{Delete}{/Control}')
  expect(lines).toHaveLength(1)
  expect(typed).toEqual({})
})

test('[W10] Ctrl+D takes over the cell above, Ctrl+Shift+D duplicates the line under a new id, Alt+arrows move, Ctrl+Delete removes', async () => {
  show([line({ description: 'a' }), line({ description: 'b' })])
  enter(1, 1)
  await userEvent.keyboard('{Control>}d{/Control}')
  await waitFor(() => expect(lines.map((l) => l.description)).toEqual(['a', 'a']))
  expect(where()).toEqual(['1', 'description'])
  await userEvent.keyboard('{Control>}z{/Control}')
  expect(lines.map((l) => l.description)).toEqual(['a', 'b'])
  enter(0, 1)
  await userEvent.keyboard('{Control>}d{/Control}')
  expect(lines.map((l) => l.description)).toEqual(['a', 'b'])
  await userEvent.keyboard('{Control>}{Shift>}d{/Shift}{/Control}')
  expect(lines.map((l) => l.description)).toEqual(['a', 'a', 'b'])
  expect(new Set(lines.map((l) => l.id)).size).toBe(3)
  expect(where()).toEqual(['1', 'description'])
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  expect(lines.map((l) => l.description)).toEqual(['a', 'b', 'a'])
  await userEvent.keyboard('{Control>}{Delete}{/Control}')
  expect(lines.map((l) => l.description)).toEqual(['a', 'b'])
})

test('Esc gives a cell back what stood there', async () => {
  show([line({ description: 'before' })])
  enter(0, 1)
  await userEvent.keyboard('after')
  expect(lines[0]?.description).toBe('after')
  await userEvent.keyboard('{Escape}')
  expect(lines[0]?.description).toBe('before')
})

test('a block from Excel fills cells and adds lines; item numbers are looked up; what is no number is kept and marked', async () => {
  show([line({ description: 'keep', quantity: '9' }), line()])
  enter(1, 0)
  await paste('P-1\t\t1,000\t１２．５\t12500\r\nX-9\t"two\nlines"\tten\t3\t\r\n')
  await screen.findByText(/已粘贴 2 行/)
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatchObject({ description: 'keep', quantity: '9' })
  // The product names the line, as nothing was pasted for its name.
  expect(lines[1]).toMatchObject({ productId: PRODUCT, productCode: 'P-1', description: 'Bolt', quantity: '1000', price: '12.5' })
  expect(lines[2]).toMatchObject({ productId: null, description: 'two lines', quantity: '', price: '3' })
  expect(typed[`lines.#${lines[2]!.id}.quantity`]).toEqual({ text: 'ten', rule: 'decimal' })
  expect(screen.getByText(/没有找到：X-9/)).toBeTruthy()
})

test('one pasted value is the cell’s own affair', async () => {
  show()
  enter(0, 2)
  await userEvent.paste('1,234.50')
  await userEvent.keyboard('{Enter}')
  expect(lines[0]?.quantity).toBe('1234.5')
})

test('an item number typed and left at once is looked up', async () => {
  show()
  enter(0, 0)
  await userEvent.keyboard('P-1{Tab}')
  await waitFor(() => expect(lines[0]).toMatchObject({ productId: PRODUCT, description: 'Bolt' }))
})

test('a refusal marks its cell and the form can ask to see it', async () => {
  show([line({ description: 'a' }), line({ description: 'b' })], { '1.price': 'decimal' })
  expect(cellAt(1, 3).getAttribute('aria-invalid')).toBe('true')
  expect(cellAt(0, 3).getAttribute('aria-invalid')).toBeNull()
  act(() => void document.querySelector('[data-lines="lines"]')!.dispatchEvent(new CustomEvent(SHOW_CELL, { detail: '1.price' })))
  expect(where()).toEqual(['1', 'price'])
})

test('totals stand under their column', () => {
  show([line({ quantity: '1' })])
  expect(document.querySelector('[data-total="total"]')?.textContent).toBe('USD9,999.99')
  expect(cellAt(0, 4).textContent).toBe('1,234.56')
})

test('of five hundred lines only those in sight are drawn, and the last is reached by keyboard', async () => {
  show(Array.from({ length: 500 }, (_, i) => line({ description: `line ${i}` })))
  expect(screen.getAllByRole('row').length).toBeLessThan(60)
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('501')
  expect(within(screen.getByRole('grid')).getByText('line 0')).toBeTruthy()
})

const undo = () => userEvent.keyboard('{Control>}z{/Control}')
const redo = () => userEvent.keyboard('{Control>}y{/Control}')

test('[W10] undo and redo: letters of one cell are one change, a line that was deleted comes back with the text in its cells', async () => {
  show([line({ description: 'a' }), line({ description: 'b' })])
  enter(0, 1)
  await userEvent.keyboard('xyz')
  enter(1, 3)
  await userEvent.keyboard('1,2')
  const [, second] = lines
  await userEvent.keyboard('{Control>}{Delete}{/Control}')
  expect(lines.map((l) => l.description)).toEqual(['xyz'])
  expect(typed).toEqual({})
  await undo()
  expect(lines[1]).toEqual(second)
  expect(typed[`lines.#${second!.id}.price`]).toEqual({ text: '1,2', rule: 'decimal' })
  await undo()
  expect(typed).toEqual({})
  await undo()
  expect(lines.map((l) => l.description)).toEqual(['a', 'b'])
  expect(where()).toEqual(['0', 'description'])
  expect(focused().value).toBe('a')
  await undo()
  expect(lines.map((l) => l.description)).toEqual(['a', 'b'])
  await redo()
  await redo()
  await redo()
  expect(lines.map((l) => l.description)).toEqual(['xyz'])
  await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
  expect(lines.map((l) => l.description)).toEqual(['xyz'])
})

test('[W10] a paste, with everything that was looked up for it, is one change', async () => {
  show([line({ description: 'keep' })])
  enter(0, 0)
  await paste('P-1\tBolt M8\t10\t2\nX-9\tNut\tten\t3\n')
  await screen.findByText(/已粘贴 2 行/)
  expect(lines[0]).toMatchObject({ productCode: 'P-1', description: 'Bolt M8' })
  expect(
    Object.values(typed)
      .map((t) => t.rule)
      .toSorted(),
  ).toEqual(['decimal', 'not-found'])
  await userEvent.click(screen.getByRole('button', { name: '撤销（Ctrl+Z）' }))
  expect(lines.map((l) => [l.description, l.productCode])).toEqual([['keep', '']])
  expect(typed).toEqual({})
  await userEvent.click(screen.getByRole('button', { name: '重做（Ctrl+Y）' }))
  expect(lines.map((l) => l.description)).toEqual(['Bolt M8', 'Nut'])
  expect(Object.keys(typed)).toHaveLength(2)
})

test('[W10] lines that came from elsewhere can be taken back, and a hundred states are kept', async () => {
  show([line({ description: '0' })])
  for (let n = 1; n <= 102; n++) {
    enter(0, 1)
    fireEvent.change(focused(), { target: { value: String(n) } })
    enter(0, 2)
  }
  for (let n = 0; n < 120; n++) fireEvent.keyDown(focused(), { key: 'z', ctrlKey: true })
  expect(lines[0]?.description).toBe('2')
})

test('[W10] an item number that is not there stays in its cell until it is corrected or emptied', async () => {
  show()
  enter(0, 0)
  await userEvent.keyboard('X-9{Tab}')
  await waitFor(() => expect(cellAt(0, 0).textContent).toBe('X-9'))
  expect(cellAt(0, 0).getAttribute('aria-invalid')).toBe('true')
  enter(0, 0)
  expect(focused().value).toBe('X-9')
  await userEvent.clear(focused())
  await userEvent.keyboard('{Tab}')
  await waitFor(() => expect(typed).toEqual({}))
  expect(cellAt(0, 0).getAttribute('aria-invalid')).toBeNull()
})

test('[W10] a currency sign that is not the document’s is told; its own sign and a plain number are taken', async () => {
  show([line()])
  enter(0, 3)
  await paste('$ 12\n€ 12\nEUR 12.50\nUSD 7\n12\n')
  await screen.findByText(/已粘贴 5 行/)
  expect(lines.map((l) => l.price)).toEqual(['', '12', '12.5', '', '12'])
  expect(Object.values(typed)).toEqual([
    { text: '$ 12', rule: 'other-currency' },
    { text: 'USD 7', rule: 'other-currency' },
  ])
})

test('[W10] after a paste only the rows to check are shown, under their own numbers, until all are wanted', async () => {
  show([line({ description: 'first' })])
  enter(0, 2)
  await paste(Array.from({ length: 30 }, (_, n) => (n === 11 || n === 27 ? 'many' : String(n + 1))).join('\n'))
  await screen.findByText(/已粘贴 30 行/)
  await userEvent.click(screen.getByRole('button', { name: '只看要检查的 2 行' }))
  expect(screen.getAllByRole('rowheader').map((head) => head.textContent)).toEqual(['12', '28'])
  enter(0, 2)
  await userEvent.clear(focused())
  await userEvent.keyboard('5{ArrowDown}')
  expect(where()).toEqual(['27', 'quantity'])
  expect(screen.getAllByRole('rowheader')).toHaveLength(2)
  expect(lines[11]?.quantity).toBe('5')
  await userEvent.click(screen.getByRole('button', { name: '显示全部行' }))
  expect(screen.getAllByRole('rowheader').length).toBeGreaterThan(10)
})
