// Fields that look records up: what is picked keeps its name, reference data is found in both languages.
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactNode, useEffect, useState } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { tabList } from '../../client/use-tabs.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { PartyField } from './record-fields.tsx'
import { CountryField, CurrencyField, foundIn, PortField } from './reference-fields.tsx'

const A = '01890000-0000-7000-8000-00000000000a'
const B = '01890000-0000-7000-8000-00000000000b'
const names: Record<string, string> = { [A]: 'ACME GmbH', [B]: 'Bolt Ltd' }
let office: FakeOffice
let value: unknown

function Held<T>({ start, children }: { start: T; children: (binding: { name: string; value: T; onChange(v: T): void }) => ReactNode }) {
  const [held, setHeld] = useState<T>(start)
  useEffect(() => {
    value = held
  })
  return children({ name: 'customerId', value: held, onChange: setHeld })
}

beforeEach(async () => {
  office = await fakeOffice({
    queries: {
      customers: (input: { search?: string }) => ({
        rows: Object.entries(names)
          .filter(([, name]) => name.toLowerCase().includes((input.search ?? '').toLowerCase()))
          .map(([id, name]) => ({ id, name, code: `C-${name[0]}`, country: 'DE', currency: 'EUR' })),
        columns: ['code', 'name', 'country'],
      }),
      customer: ({ id }: { id: string }) => ({ id, name: names[id] }),
      reference: {
        currencies: [
          {
            code: 'AED',
            nameZh: '阿联酋迪拉姆',
            nameEn: 'UAE Dirham',
            foundBy: ' 阿联酋迪拉姆 alqdlm alianqiudilamu  uaedirham ',
            minorUnits: 2,
            symbol: 'AED',
          },
          { code: 'USD', nameZh: '美元', nameEn: 'US Dollar', foundBy: ' 美元 my meiyuan  usdollar ', minorUnits: 2, symbol: '$' },
          { code: 'JPY', nameZh: '日元', nameEn: 'Yen', foundBy: ' 日元 ry riyuan  yen ', minorUnits: 0, symbol: '¥' },
        ],
        countries: [{ code: 'DE', nameZh: '德国', nameEn: 'Germany', foundBy: ' 德国 dg deguo  germany ', currency: 'EUR' }],
        units: [],
        incoterms: [],
        containerTypes: [],
      },
      ports: ({ text }: { text: string }) => (text === '宁波' ? [{ code: 'CNNGB', country: 'CN', nameEn: 'Ningbo', nameZh: '宁波' }] : []),
    },
  })
  openTab()
})
const box = () => screen.getByRole<HTMLInputElement>('combobox')

test('a customer is found while typing, Enter picks, the name stays, its record opens', async () => {
  let picked: unknown
  inTab(<Held<string | null> start={null}>{(b) => <PartyField {...b} kind="customer" onPick={(row) => (picked = row?.currency)} />}</Held>)
  await userEvent.click(box())
  await screen.findByText('ACME GmbH')
  // Enter straight after typing, with the list of before still open, picks nothing that was not meant.
  await userEvent.keyboard('zzz{Enter}')
  expect(value).toBeNull()
  await userEvent.clear(box())
  await userEvent.type(box(), 'bolt')
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1))
  await userEvent.keyboard('{Enter}')
  expect(value).toBe(B)
  expect(picked).toBe('EUR')
  expect(box().value).toBe('Bolt Ltd')
  await userEvent.click(screen.getByRole('button', { name: '打开这条记录' }))
  expect(tabList().tabs.map((t) => [t.route, t.params.id])).toContainEqual(['customer', B])
  await userEvent.clear(box())
  expect(value).toBeNull()
})

test('an id that came with a draft is named by its record, not by what the document says', async () => {
  inTab(<Held<string | null> start={B}>{(b) => <PartyField {...b} kind="customer" shown="ACME GmbH" />}</Held>)
  await waitFor(() => expect(box().value).toBe('Bolt Ltd'))
})

test('a factory is looked for among the factories in use', async () => {
  office.queries.vendors = { rows: [{ id: A, name: 'Works', code: 'V-1' }], columns: [] }
  inTab(<Held<string | null> start={null}>{(b) => <PartyField {...b} kind="vendor" vendorKind="factory" />}</Held>)
  await userEvent.click(box())
  await screen.findByText('Works')
  expect(office.asked.find((r) => r.kind === 'query' && r.name === 'vendors')).toMatchObject({
    input: { params: { kind: 'factory' }, filters: [{ field: 'active', op: 'is', value: 'true' }] },
  })
})

test('a currency is found by code and by Chinese name; the usual ones come first', async () => {
  inTab(<Held start="">{(b) => <CurrencyField {...b} />}</Held>)
  await userEvent.click(box())
  await waitFor(() => expect(screen.getAllByRole('option').map((o) => o.textContent?.slice(0, 3))).toEqual(['USD', 'JPY', 'AED']))
  await userEvent.type(box(), '日元')
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1))
  await userEvent.keyboard('{Enter}')
  expect(value).toBe('JPY')
  expect(box().value).toBe('JPY 日元')
})

test('a country may be none', async () => {
  inTab(<Held<string | null> start="DE">{(b) => <CountryField {...b} />}</Held>)
  await waitFor(() => expect(box().value).toBe('DE 德国'))
  await userEvent.clear(box())
  expect(value).toBeNull()
})

test('a port is found by its Chinese name and written in English; another place may be typed', async () => {
  inTab(<Held start="">{(b) => <PortField {...b} />}</Held>)
  await userEvent.type(box(), '宁波')
  await screen.findByText('宁波 · CN')
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(value).toBe('Ningbo')
  await userEvent.clear(box())
  await userEvent.type(box(), 'Some Pier')
  expect(value).toBe('Some Pier')
})

test('reference rows: the code first, then the beginning of a name, then any part', () => {
  const row = (code: string, nameEn: string) => ({ code, nameEn, nameZh: '', foundBy: ` ${nameEn.toLowerCase()} ` })
  const rows = [row('XA', 'Mas'), row('MAX', 'Zzz'), row('BB', 'Masala'), row('MA', 'Yyy')]
  expect(foundIn(rows, 'ma', [], (r) => r.nameEn).map((o) => o.id)).toEqual(['MA', 'MAX', 'XA', 'BB'])
  expect(foundIn(rows, 'sal', [], (r) => r.nameEn).map((o) => o.id)).toEqual(['BB'])
})

test('[Q9] reference rows are found in any width and case, by pinyin and by initials', () => {
  const yen = { code: 'JPY', nameEn: 'Yen', nameZh: '日元', foundBy: ' 日元 ry riyuan  yen ' }
  const coast = { code: 'CI', nameEn: "Côte d'Ivoire", nameZh: '科特迪瓦', foundBy: ' 科特迪瓦 ktdw ketediwa  cotedivoire ' }
  const found = (typed: string) => foundIn([yen, coast], typed, [], (r) => r.nameEn).map((o) => o.id)
  for (const typed of ['ｊｐｙ', 'riy', 'RY', '日', 'yen']) expect([typed, found(typed)]).toEqual([typed, ['JPY']])
  for (const typed of ['cote d ivoire', 'COTE-D', 'ivoire', 'ktd', '迪瓦']) expect([typed, found(typed)]).toEqual([typed, ['CI']])
  expect([found('uan'), found('%'), found('')]).toEqual([[], [], ['JPY', 'CI']])
})

test('[Q9] a currency is picked by its initials, and while one goes on typing only what still fits stays', async () => {
  inTab(<Held start="">{(b) => <CurrencyField {...b} />}</Held>)
  await userEvent.type(box(), 'ri')
  await screen.findByText('JPY 日元')
  await userEvent.type(box(), 'ｙｕ')
  expect(screen.getByText('JPY 日元')).toBeTruthy()
  await userEvent.type(box(), 'x')
  expect(screen.queryByText('JPY 日元')).toBeNull()
  await userEvent.keyboard('{Backspace}')
  await screen.findByText('JPY 日元')
  await userEvent.keyboard('{Enter}')
  expect(value).toBe('JPY')
})
