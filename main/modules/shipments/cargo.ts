// What the goods of a shipment take: cartons, volume and weight as their products say, and how so much is usually loaded. Rule F15 in ../freight/SPEC.md.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { proposeCargo } from '../../../preload/contract/vocabulary/cargo.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { packedTogether, packingOf } from '../quotations/index.ts'

/** Quantities scaled. Nothing is proposed while some product does not say what it takes: too small a container is worse than none. */
export const cargoOf = async (
  q: QueryContext,
  lines: readonly { productId: string | null; quantity: number }[],
): Promise<QueryOutput<'shipment'>['cargo']> => {
  const ids = [...new Set(lines.flatMap((l) => (l.productId === null ? [] : [l.productId])))]
  const rows =
    ids.length === 0
      ? []
      : await q.db
          .selectFrom('product')
          .select(['id', 'piecesPerCarton', 'cartonLength as length', 'cartonWidth as width', 'cartonHeight as height', 'grossWeight'])
          .where('id', 'in', ids)
          .execute()
  const products = new Map(rows.map((r) => [r.id, r]))
  const packed = lines.map((l) => packingOf(l.quantity, products.get(l.productId ?? '')))
  const whole = packedTogether(packed)
  const known = packed.length > 0 && packed.every((p) => p.volume !== null && p.grossWeight !== null)
  return { ...whole, proposed: known ? proposeCargo(whole.volume, whole.grossWeight) : null }
}
