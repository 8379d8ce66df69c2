// Columns of a grid of lines that look something up at the office: a product by its item number, a unit.
import type { ListRow } from '../../../preload/contract/define/index.ts'
import { readOffice } from '../../client/index.ts'
import type { Option } from '../../kit/fields/index.ts'
import type { LineColumn } from '../../kit/form/index.ts'
import { ProductPicture } from '../attachments/product-picture.tsx'
import { productByCode, productOf, searchProducts } from './record-sources.ts'
import { foundIn } from './reference-fields.tsx'

type Line = { id: string }
type ProductLine = Line & { productId: string | null }
type ProductColumn<L> = {
  width: number
  label?: string
  locked?: (line: L) => boolean
  /** The item number that stands in the cell. */
  shown: (line: L) => string | null | undefined
  /** What else of the line comes with the product. */
  onPick: (product: ListRow | null, line: L) => Partial<L>
}

const byNumber = (product: ListRow | null): Option | null =>
  product && { id: product.id, label: typeof product.code === 'string' ? product.code : '', row: product }

/** A product is found by number and name, and picked by its number. */
export const productColumn = <L extends ProductLine>({ onPick, ...column }: ProductColumn<L>): LineColumn<L> => ({
  ...column,
  field: 'productId',
  kind: 'pick',
  opens: 'product',
  begins: { route: 'product', permission: 'product.create', name: 'record.product' },
  search: async (text) =>
    (await searchProducts(text)).map((found) => ({
      ...found,
      detail: [found.label, found.detail].filter(Boolean).join(' · '),
      label: found.code ?? found.label,
      code: undefined,
      picture: <ProductPicture productId={found.id} />,
    })),
  byText: async (text) => byNumber(await productByCode(text)),
  byId: async (id) => byNumber(await productOf(id)),
  onPick: (picked, line) => ({ productId: picked?.id ?? null, ...onPick((picked?.row ?? null) as ListRow | null, line) }) as Partial<L>,
})

/** The picture of each line's product. */
export const pictureColumn = <L extends ProductLine>(): LineColumn<L> => ({
  field: 'picture',
  kind: 'shown',
  width: 46,
  node: ({ productId }) => <ProductPicture productId={productId} size={24} />,
})

/** A usual unit, or a word of one's own. */
export const unitColumn = <L extends Line>(width: number, field = 'unit'): LineColumn<L> => ({
  field,
  kind: 'word',
  width,
  search: async (text, language) => {
    const { units } = (await readOffice('reference', {})) ?? { units: [] }
    return foundIn(units, text, [], (unit) => (language === 'zh' ? unit.nameZh : unit.nameEn)).map((found) => ({
      ...found,
      code: undefined,
    }))
  },
})
