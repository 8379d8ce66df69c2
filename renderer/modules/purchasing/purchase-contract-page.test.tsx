// The purchase contract page against a fake office: begun from what is left to buy, warned of too much, read without prices by who may not see them.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { allPermissions } from '../../../preload/contract/access.ts'
import type { OfficeRequest } from '../../../preload/contract/envelope.ts'
import { aViewer, fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { tabList } from '../../client/use-tabs.ts'
import type { Form } from '../../kit/form/index.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { PurchaseContractPage } from './purchase-contract-page.tsx'
import {
  calledFor,
  excessOf,
  inputOf,
  lineFrom,
  type LineToPurchase,
  newLine,
  pickedProduct,
  type Purchase,
  type LineFormValues,
  type PurchaseFormValues,
  formValuesOf,
  withChosen,
  withConversions,
} from './purchase-form-values.ts'
import { useReadsChinese } from './use-reads-chinese.ts'

vi.setConfig({ testTimeout: 60_000 })
const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const cny = (minor: number) => ({ minor, currency: 'CNY' })

const purchase = (part: Partial<Purchase> = {}): Purchase => ({
  id: id(1),
  number: 'PC2026-0001',
  revision: 1,
  version: 1,
  inForce: 1,
  amendment: null,
  status: 'draft',
  signedOn: null,
  supplierId: id(2),
  supplierName: 'Ningbo Bolts',
  contractDate: '2026-03-01',
  currency: 'CNY',
  rate: '1',
  deliveryDate: null,
  paymentTerm: [{ share: '100', event: 'before-shipment', days: 0 }],
  clauses: '',
  remark: '',
  ownerId: id(3),
  ownerName: 'Purchaser',
  lines: [
    {
      id: id(10),
      salesLineId: id(11),
      dealId: id(12),
      dealNumber: 'D2026-0001',
      productId: null,
      productCode: null,
      description: 'Bolts',
      quantity: '100',
      unit: 'PCS',
      price: '22.6',
      vatRate: '13',
      refundRate: '13',
      amount: cny(226_000),
      billed: '30',
      shipped: '20',
    },
  ],
  total: cny(226_000),
  totalBase: cny(226_000),
  bills: [],
  ...part,
})
const left = (part: Partial<LineToPurchase> = {}): LineToPurchase => ({
  salesLineId: id(11),
  contractNumber: 'SC2026-0001',
  dealId: id(12),
  dealNumber: 'D2026-0001',
  productId: id(20),
  productCode: 'P0001',
  description: 'Bolts',
  unit: 'PCS',
  quantity: '100',
  purchased: '40',
  left: '60',
  supplierId: id(2),
  vatRate: '13',
  refundRate: '9',
  lastPrice: '22.6',
  price: null,
  priceFrom: null,
  ...part,
})
const preview = ({ lines }: { lines: { id: string }[] }) => ({
  lines: lines.map((l) => ({ id: l.id, amount: cny(135_600), net: cny(120_000), vat: cny(15_600), refund: cny(10_800) })),
  total: cny(135_600),
  net: cny(120_000),
  vat: cny(15_600),
  refund: cny(10_800),
  totalBase: cny(135_600),
})
const anOffice = (data: Purchase = purchase(), viewer = aViewer()) =>
  fakeOffice({
    viewer,
    queries: {
      'purchase-contract': data,
      'preview-purchase-contract': preview,
      'lines-to-purchase': [left()],
      'rate-on': { rate: '1', date: null },
      vendor: {
        id: id(2),
        name: 'Ningbo Bolts',
        country: 'CN',
        currency: 'CNY',
        paymentTerm: [{ share: '100', event: 'on-signing', days: 0 }],
      },
      reference: { currencies: [], countries: [], units: [], containerTypes: [], incoterms: [], carriers: [] },
      user: { id: id(3), name: 'Purchaser' },
    },
    commands: {
      'save-purchase-contract': ({ id: own }: { id: string }) => ({ id: own, number: 'PC2026-0002', revision: 1 }),
      'sign-purchase-contract': { id: id(1), number: 'PC2026-0001', revision: 2 },
    },
  })
const sent = (office: FakeOffice, name: string) =>
  office.asked.filter((r): r is Extract<OfficeRequest, { kind: 'command' }> => r.kind === 'command' && r.name === name).map((r) => r.input)

describe('a purchase contract', () => {
  test('[P30] begun from a contract: all its lines come with what is left, the last price, the supplier and its terms', async () => {
    const office = await anOffice()
    openTab()
    inTab(<PurchaseContractPage params={{ contractId: id(7) }} />)
    await waitFor(() => expect(screen.getAllByText('1,356.00').length).toBeGreaterThan(0))
    expect(office.asked).toContainEqual(expect.objectContaining({ name: 'lines-to-purchase', input: { contractId: id(7) } }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getAllByText('108.00').length).toBeGreaterThan(0)
    fireEvent.click(screen.getByText('保存'))
    await waitFor(() => expect(sent(office, 'save-purchase-contract')).toHaveLength(1))
    expect(sent(office, 'save-purchase-contract')[0]).toMatchObject({
      supplierId: id(2),
      currency: 'CNY',
      rate: '1',
      paymentTerm: [{ share: '100', event: 'on-signing', days: 0 }],
      lines: [{ salesLineId: id(11), dealId: id(12), productId: id(20), quantity: '60', price: '22.6', vatRate: '13', refundRate: '9' }],
    })
    await waitFor(() => expect(tabList().tabs[0]).toMatchObject({ route: 'purchase-contract' }))
  })

  test('[P11] more than is left is said, not forbidden', async () => {
    await anOffice()
    openTab()
    inTab(<PurchaseContractPage params={{ id: id(1) }} />)
    expect(await screen.findByText(/第 1 行多 40 PCS/)).toBeTruthy()
  })

  test('signed, it is read only with what was billed and shipped', async () => {
    await anOffice(purchase({ status: 'signed', bills: [{ id: id(9), number: 'BL2026-0001', total: cny(1) }] }))
    openTab()
    inTab(<PurchaseContractPage params={{ id: id(1) }} />)
    const cells = within(await screen.findByRole('grid')).getAllByRole('gridcell')
    expect(cells.map((c) => c.textContent)).toEqual(expect.arrayContaining(['30', '20']))
    expect(screen.queryByText(/保存|签订合同|从外销合同选取/, { selector: 'button' })).toBeNull()
    fireEvent.click(screen.getByText('BL2026-0001'))
    expect(tabList().tabs.at(-1)).toMatchObject({ route: 'bill', params: { id: id(9) } })
  })

  test('signed and not wholly billed, it begins the factory’s bill with its supplier and itself', async () => {
    await anOffice(purchase({ status: 'signed' }))
    openTab()
    inTab(<PurchaseContractPage params={{ id: id(1) }} />)
    fireEvent.click(await screen.findByText('登记工厂账单'))
    expect(tabList().tabs.at(-1)).toMatchObject({ route: 'bill', params: { kind: 'factory', partyId: id(2), contractId: id(1) } })
  })

  test('wholly billed, or not for who posts no bills, there is nothing to bill', async () => {
    const { lines, ...rest } = purchase({ status: 'signed' })
    await anOffice({ ...rest, lines: lines.map((l) => ({ ...l, billed: '100' })) })
    openTab()
    inTab(<PurchaseContractPage params={{ id: id(1) }} />)
    await screen.findByRole('grid')
    expect(screen.queryByText('登记工厂账单')).toBeNull()
  })

  test('[P14] without cost.view there is no price, no amount, no preview, and nothing can be typed', async () => {
    const { total: _t, totalBase: _b, lines, ...rest } = purchase()
    const blind = { ...rest, lines: lines.map(({ price: _p, amount: _a, ...line }) => line) }
    const office = await anOffice(blind, aViewer({ permissions: allPermissions.filter((p) => p !== 'cost.view') }))
    openTab()
    inTab(<PurchaseContractPage params={{ id: id(1) }} />)
    await screen.findByRole('grid')
    expect(screen.queryByText('含税单价')).toBeNull()
    expect(screen.queryByText('含税合计')).toBeNull()
    expect(screen.queryByText('保存')).toBeNull()
    expect(office.asked.some((r) => r.kind === 'query' && r.name === 'preview-purchase-contract')).toBe(false)
  })
})

test('[P29] a product picked before the supplier is known is called in Chinese once a Chinese factory stands there', async () => {
  const rakes = {
    ...newLine(),
    ...pickedProduct({ id: id(20), code: 'R-1', name: 'Rakes', nameZh: '耙子', specification: '' }, newLine(), false),
  }
  await anOffice()
  openTab()
  const Page = ({ supplierId }: { supplierId: string | null }) => {
    const [value, setValue] = useState<PurchaseFormValues>({ ...formValuesOf(purchase()), supplierId, lines: [rakes] })
    const set = (part: Partial<PurchaseFormValues>) => setValue((old) => ({ ...old, ...part }))
    useReadsChinese({ value, set } as Form<PurchaseFormValues>, true)
    return (
      <>
        <button onClick={() => set({ supplierId: id(2) })}>supplier</button>
        {value.lines[0]!.description}
      </>
    )
  }
  inTab(<Page supplierId={null} />)
  await screen.findByText('Rakes')
  fireEvent.click(screen.getByText('supplier'))
  await screen.findByText('耙子')
})

describe('typed and sent', () => {
  test('the office’s version goes there and back unchanged', () => {
    const data = purchase()
    const { lines, ...sentBack } = inputOf(formValuesOf(data))
    expect(data).toMatchObject(sentBack)
    const shown = data.lines.map(({ productCode: _p, dealNumber: _d, amount: _a, billed: _b, shipped: _s, ...line }) => line)
    expect(lines).toEqual(shown)
  })

  test('[P11] excess counts lines of one sales line together; one with nothing left has no room', () => {
    const line = (quantity: string, salesLineId: string | null = id(11)) => ({ ...newLine(), quantity, salesLineId })
    const room = new Map([[id(11), '60']])
    expect(excessOf([line('40'), line('20')], room)).toEqual([])
    expect(excessOf([line('40'), line('20.5')], room)).toEqual([{ line: 2, quantity: '0.5', unit: 'PCS' }])
    expect(excessOf([line('7', id(99)), line('9', null), line('')], room)).toEqual([{ line: 1, quantity: '7', unit: 'PCS' }])
    expect(excessOf([line('7', id(99))], room, false)).toEqual([])
  })

  test('[P22] a line in another unit carries its conversion: proposed for cartons, read from 1:10 or 10, counted in what is sold', () => {
    const chosen = lineFrom(left({ piecesPerCarton: '10', left: '100' }))
    const [boxed] = withConversions([chosen], [{ ...chosen, unit: 'CTN' }])
    expect(boxed).toMatchObject({ unit: 'CTN', salesUnit: 'PCS', conversion: '1:10' })
    const sent = (line: LineFormValues) => inputOf({ ...formValuesOf(purchase()), lines: [line] }).lines[0]!
    expect(sent(boxed!)).toMatchObject({ unit: 'CTN', conversion: { bought: '1', sold: '10' } })
    expect(sent({ ...boxed!, conversion: '12' })).toMatchObject({ conversion: { bought: '1', sold: '12' } })
    expect(sent({ ...boxed!, conversion: '12 ： 1' })).toMatchObject({ conversion: { bought: '12', sold: '1' } })
    for (const conversion of ['', 'x', '1:0', '1:2:3']) expect(sent({ ...boxed!, conversion })).not.toHaveProperty('conversion')
    expect(sent({ ...boxed!, unit: 'PCS' })).not.toHaveProperty('conversion')
    expect(excessOf([{ ...boxed!, quantity: '10' }], new Map([[chosen.salesLineId!, '100']]))).toEqual([])
    expect(excessOf([{ ...boxed!, quantity: '11' }], new Map([[chosen.salesLineId!, '100']]))).toEqual([
      { line: 1, quantity: '10', unit: 'PCS' },
    ])
  })

  test('[P29] a product picked by hand is called as its supplier reads it, and again when another is picked; a typed description stays', () => {
    const rakes = {
      id: id(20),
      code: 'R-1',
      name: 'Rakes',
      nameZh: '耙子',
      specification: '14 齿',
      unit: 'SET',
      vatRate: '13',
      refundRate: '9',
    }
    const picked = (inChinese: boolean, product = rakes): LineFormValues => ({
      ...newLine(),
      ...pickedProduct(product, newLine(), inChinese),
    })
    expect(picked(true)).toMatchObject({ productCode: 'R-1', description: '耙子 14 齿', unit: 'SET', refundRate: '9' })
    expect(picked(false).description).toBe('Rakes')
    expect(picked(true, { ...rakes, nameZh: '' }).description).toBe('Rakes')
    const typed = { ...picked(false), description: 'Rakes, green' }
    expect(calledFor([picked(false), typed], true).map((l) => l.description)).toEqual(['耙子 14 齿', 'Rakes, green'])
    expect(calledFor([picked(true), typed], false).map((l) => l.description)).toEqual(['Rakes', 'Rakes, green'])
    expect(inputOf({ ...formValuesOf(purchase()), lines: [picked(true)] }).lines[0]).not.toHaveProperty('called')
  })

  test('chosen lines take the place of the blank one', () => {
    const typed = { ...newLine(), description: 'sample' }
    expect(withChosen([newLine()], [left()])).toMatchObject([{ salesLineId: id(11) }])
    expect(withChosen([typed, newLine()], [left()]).map((l) => l.description)).toEqual(['sample', 'Bolts'])
    expect(lineFrom(left({ lastPrice: null })).price).toBe('')
  })
})
