// Products as papers name them.
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import type { QueryContext } from '../../queries/define-query.ts'

export type ProductOnPaper = {
  code: string
  nameZh: string
  specification: string
  hsCode: string
  unit: string
  /** '' where the product does not say: pieces a carton, centimetres, kilograms a carton. */
  piecesPerCarton: string
  carton: { length: string; width: string; height: string }
  grossWeight: string
  netWeight: string
}
const known = (scaled: number | null, kind: 'quantity' | 'measure'): string =>
  scaled === null || scaled === 0 ? '' : scaledText(scaled, kind)

/** By id; of those that are gone nothing. */
export const productsOnPaper = async (q: QueryContext, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, ProductOnPaper>> => {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await q.db.selectFrom('product').selectAll().where('id', 'in', wanted).execute()
  return new Map(
    rows.map((p) => [
      p.id,
      {
        ...{ code: p.code, nameZh: p.nameZh, specification: p.specification, hsCode: p.hsCode, unit: p.unit },
        piecesPerCarton: known(p.piecesPerCarton, 'quantity'),
        carton: {
          length: known(p.cartonLength, 'measure'),
          width: known(p.cartonWidth, 'measure'),
          height: known(p.cartonHeight, 'measure'),
        },
        grossWeight: known(p.grossWeight, 'measure'),
        netWeight: known(p.netWeight, 'measure'),
      },
    ]),
  )
}
