// The product page and the categories dialog against a fake office.
import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { allPermissions } from '../../../preload/contract/access.ts'
import type { OfficeRequest } from '../../../preload/contract/envelope.ts'
import { aViewer, fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { CategoriesDialog } from './categories-dialog.tsx'
import { belowOf, inTree } from './category-tree.ts'
import { ProductPage } from './product-page.tsx'

vi.setConfig({ testTimeout: 60_000 })

const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const category = (n: number, name: string, parentId: string | null, nameZh = '') => ({
  id: id(n),
  name,
  nameZh,
  foundBy: '',
  parentId,
  revision: n,
})
const categories = [category(3, 'Lamps', null, '灯具'), category(2, 'Table lamps', id(3)), category(1, 'Cables', null)]
const product = {
  id: id(9),
  code: 'P0001',
  name: 'Lamp',
  nameZh: '台灯',
  specification: '',
  unit: 'PCS',
  hsCode: '9405210000',
  vatRate: '13',
  refundRate: '9',
  categoryId: null,
  supplierId: null,
  supplierName: null,
  piecesPerCarton: '24',
  cartonLength: '60',
  cartonWidth: '40',
  cartonHeight: '0',
  grossWeight: '0',
  netWeight: '0',
  minimumQuantity: '0',
  minimumUnit: '',
  remark: '',
  active: true,
  revision: 3,
}
const anOffice = (viewer = aViewer()) =>
  fakeOffice({
    viewer,
    queries: {
      product,
      categories,
      reference: { currencies: [], countries: [], units: [], containerTypes: [], incoterms: [], carriers: [] },
    },
    commands: {
      'create-product': ({ id: own }: { id: string }) => ({ id: own, code: 'P0002', revision: 1 }),
      'edit-product': { id: id(9), revision: 4 },
      'create-category': ({ id: own }: { id: string }) => ({ id: own, revision: 1 }),
      'edit-category': { ok: false, refused: 'changed-meanwhile', data: { expected: 2, found: 5 } },
    },
  })
const sent = (office: FakeOffice, name: string) =>
  office.asked.filter((r): r is Extract<OfficeRequest, { kind: 'command' }> => r.kind === 'command' && r.name === name).map((r) => r.input)
const type = (label: RegExp | string, value: string) => {
  const box = screen.getByLabelText(label)
  fireEvent.focus(box)
  fireEvent.change(box, { target: { value } })
  fireEvent.blur(box)
}

test('a new product: the carton’s volume as it is typed, measures nobody gave sent as 0', async () => {
  const office = await anOffice()
  openTab()
  inTab(<ProductPage params={{}} />)
  type(/^英文品名/, 'Floor lamp')
  type('外箱长 cm', '60.5')
  type('外箱宽 cm', '40')
  expect(screen.getByRole('status').textContent).toBe('–')
  type('外箱高 cm', '35.125')
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('0.085003'))
  fireEvent.keyDown(window, { key: 's', ctrlKey: true })
  await waitFor(() => expect(sent(office, 'create-product')).toHaveLength(1))
  expect(sent(office, 'create-product')[0]).toMatchObject({
    name: 'Floor lamp',
    code: '',
    vatRate: '13',
    cartonLength: '60.5',
    cartonHeight: '35.125',
    grossWeight: '0',
    piecesPerCarton: '0',
    active: true,
  })
})

test('a product is read with its unknown measures empty, and an edit sends the version seen', async () => {
  const office = await anOffice()
  openTab()
  inTab(<ProductPage params={{ id: id(9) }} />)
  expect(((await screen.findByLabelText('外箱高 cm')) as HTMLInputElement).value).toBe('')
  type('外箱高 cm', '35')
  fireEvent.keyDown(window, { key: 's', ctrlKey: true })
  await waitFor(() =>
    expect(sent(office, 'edit-product')[0]).toMatchObject({
      id: id(9),
      revision: 3,
      cartonHeight: '35',
      grossWeight: '0',
      refundRate: '9',
    }),
  )
})

test('categories as a tree: a new one below the chosen one, a refusal said, none for who may only look', async () => {
  const office = await anOffice()
  const person = userEvent.setup()
  openTab()
  const shown = inTab(<CategoriesDialog onClose={() => undefined} />)
  await person.click(await screen.findByText('灯具'))
  await person.click(screen.getByRole('button', { name: '新建类别' }))
  await person.type(screen.getByLabelText(/英文名称/), 'Floor lamps')
  await person.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(sent(office, 'create-category')[0]).toMatchObject({ name: 'Floor lamps', nameZh: '', parentId: id(3) }))
  await person.click(screen.getByText('Table lamps'))
  await person.type(screen.getByLabelText(/英文名称/), ' 2')
  await person.click(screen.getByRole('button', { name: '保存' }))
  expect(await screen.findByText(/别人已经保存了新版本/)).toBeTruthy()
  expect(sent(office, 'edit-category')[0]).toMatchObject({ id: id(2), revision: 2, name: 'Table lamps 2', parentId: id(3) })
  shown.unmount()

  await anOffice(aViewer({ permissions: allPermissions.filter((p) => p !== 'product.edit') }))
  inTab(<CategoriesDialog onClose={() => undefined} />)
  expect(await screen.findByText('灯具')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '新建类别' })).toBeNull()
})

test('the tree puts each category below the one above it; what is below one cannot take it up', () => {
  expect(inTree(categories).map((c) => [c.name, c.depth])).toEqual([
    ['Lamps', 0],
    ['Table lamps', 1],
    ['Cables', 0],
  ])
  expect([...belowOf(categories, id(3))].sort()).toEqual([id(2), id(3)])
  expect([...belowOf(categories, 'new')]).toEqual([])
})
