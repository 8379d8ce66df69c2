// What customs want to know of a product beside its HS code: once for each, taken into every declaration. Rule CD6.
import type { ProductCustomsFields } from '../../../preload/contract/modules/customs/calls.ts'
import { scaledText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import type { CommandHandler } from '../../commands/define-command.ts'
import type { QueryContext, QueryHandler } from '../../queries/define-query.ts'

const nothing: ProductCustomsFields = {
  ...{
    declaredName: '',
    elements: '',
    brandType: '',
    preference: '',
    legalUnit: '',
    legalQuantity: '0',
    secondUnit: '',
    secondQuantity: '0',
  },
  ...{ sourceArea: '', originCountry: '' },
}

/** Of each of these products; those that nobody has said anything of are as nothing. */
export const customsOfProducts = async (
  q: Pick<QueryContext, 'db'>,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => ProductCustomsFields & { revision: number }> => {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  const rows = wanted.length === 0 ? [] : await q.db.selectFrom('product_customs').selectAll().where('id', 'in', wanted).execute()
  const known = new Map(
    rows.map(({ id, legalQuantity, secondQuantity, ...row }) => [
      id,
      { ...row, legalQuantity: scaledText(legalQuantity, 'quantity'), secondQuantity: scaledText(secondQuantity, 'quantity') },
    ]),
  )
  return (id) => (id === null ? undefined : known.get(id)) ?? { ...nothing, revision: 0 }
}

export const productCustomsQuery: QueryHandler<'product-customs'> = async ({ id }, q) => {
  q.orNotFound(await q.db.selectFrom('product').select('id').where('id', '=', id).executeTakeFirst(), 'product')
  return { id, ...(await customsOfProducts(q, [id]))(id) }
}

/** Refuses `not-found`, `changed-meanwhile`. */
export const saveProductCustoms: CommandHandler<'save-product-customs'> = (
  { id, revision, legalQuantity, secondQuantity, ...fields },
  ctx,
) => {
  ctx.orNotFound(ctx.tx.row('product', id), 'product')
  const old = ctx.tx.row('product_customs', id)
  ctx.requireRevision({ revision: old?.revision ?? 0 }, revision)
  const values = {
    ...fields,
    legalQuantity: toScaled(legalQuantity, 'quantity'),
    secondQuantity: toScaled(secondQuantity, 'quantity'),
    revision: revision + 1,
  }
  if (old) ctx.tx.patch('product_customs', id, values)
  else ctx.tx.put('product_customs', { id, ...values })
  return { id, revision: revision + 1 }
}
