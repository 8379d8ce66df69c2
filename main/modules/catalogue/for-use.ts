// Products as other modules take them into their lines: existing and active, or a refusal.
import type { Selectable } from 'kysely'
import type { ProductTable } from '../../../db/schema/tables.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { CommandContext } from '../../commands/define-command.ts'

export type ProductRow = Selectable<ProductTable>

/** The product with this id. Refuses `not-found`, and `wrong-state` when it is switched off. */
export const productForUse = async (ctx: CommandContext, productId: string): Promise<ProductRow> => {
  const product = ctx.orNotFound(ctx.tx.row('product', productId), 'product')
  if (product.active !== 1) refuse('wrong-state', { kind: 'product', state: 'inactive', needed: 'active' })
  return product
}
