// What the goods of a shipment take: cartons, volume and weight as they are packed or as their products say, and how so much is usually loaded. Rule F15 in ../freight/SPEC.md.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { proposeCargo } from '../../../preload/contract/vocabulary/cargo.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { decimalTextOf } from '../../../preload/contract/vocabulary/decimal.ts'
import { packedTogether, packingOf } from '../quotations/index.ts'
import type { PackedTotals } from './packing/pack.ts'

/** Quantities scaled; `typed`: what the shipment's own packing comes to, where somebody has packed. Nothing is proposed while some product does not say what it takes: too small a container is worse than none. */
export const cargoOf = async (
  q: QueryContext,
  lines: readonly { productId: string | null; quantity: number }[],
  typed?: PackedTotals,
): Promise<QueryOutput<'shipment'>['cargo']> => {
  if (typed) {
    const whole = {
      cartons: typed.packages,
      volume: typed.volume && decimalTextOf(typed.volume),
      grossWeight: typed.grossWeight && decimalTextOf(typed.grossWeight),
    }
    const isKnown = whole.volume !== null && whole.grossWeight !== null
    return { ...whole, proposed: isKnown ? proposeCargo(whole.volume, whole.grossWeight) : null }
  }
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
