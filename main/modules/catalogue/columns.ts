// The columns of a product from what was typed.
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import { toScaled } from '../../../preload/contract/vocabulary/decimal.ts'

type MinimumOrder = { minimumQuantity: string; minimumUnit: string }
/** K8. A minimum order as columns: counted in `unit` where nothing else was typed, and in nothing where there is none. */
export const minimumOrderColumns = ({ minimumQuantity, minimumUnit }: MinimumOrder, unit: string) => {
  const scaled = toScaled(minimumQuantity, 'quantity')
  return { minimumQuantity: scaled, minimumUnit: scaled === 0 ? '' : minimumUnit || unit }
}

type ProductInput = Omit<CommandParsed<'edit-product'>, 'id' | 'revision'>

/** What was typed as columns, without its code: figures scaled, switches 0 or 1. */
export const productColumns = (input: ProductInput) => {
  const { name, nameZh, specification, unit, hsCode, categoryId, supplierId, remark } = input
  const texts = { name, nameZh, specification, unit, hsCode, categoryId, supplierId, remark }
  return {
    ...texts,
    vatRate: toScaled(input.vatRate, 'percent'),
    refundRate: toScaled(input.refundRate, 'percent'),
    piecesPerCarton: toScaled(input.piecesPerCarton, 'quantity'),
    cartonLength: toScaled(input.cartonLength, 'measure'),
    cartonWidth: toScaled(input.cartonWidth, 'measure'),
    cartonHeight: toScaled(input.cartonHeight, 'measure'),
    grossWeight: toScaled(input.grossWeight, 'measure'),
    netWeight: toScaled(input.netWeight, 'measure'),
    ...minimumOrderColumns(input, unit),
    active: input.active ? 1 : 0,
  }
}
