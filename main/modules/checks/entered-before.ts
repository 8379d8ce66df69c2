// SC8. A number that usually comes once and was entered before, with the record that has it, within the viewer's scope.
import { sql } from 'kysely'
import { codeSortKey } from '../../../db/folded-keys.ts'
import { spellingReady } from '../../../db/spelling.ts'
import type { OwnedResource, Permission } from '../../../preload/contract/access.ts'
import type { NUMBERS_OF_OTHERS } from '../../../preload/contract/modules/checks/calls.ts'
import { warning } from '../../../preload/contract/warnings.ts'
import { keyIs } from '../../commands/same-code.ts'
import type { QueryHandler } from '../../queries/define-query.ts'

type Place = {
  table: 'sales_contract' | 'quotation' | 'receipt' | 'payment' | 'shipment'
  field: string
  of?: string
  by: string
  view: Permission
  scope?: OwnedResource
  /** States in which the number is free again. */
  free: string
}
const places: Record<(typeof NUMBERS_OF_OTHERS)[number], Place> = {
  'buyer-order': {
    ...{ table: 'sales_contract', field: 'buyerOrderNumber', of: 'customerId', by: 'sales-contract', free: 'void' },
    ...{ view: 'sales-contract.view', scope: 'sales-contract' },
  },
  'customer-inquiry': {
    ...{ table: 'quotation', field: 'inquiryNumber', of: 'customerId', by: 'quotation', free: 'void' },
    ...{ view: 'quotation.view', scope: 'quotation' },
  },
  'receipt-reference': {
    ...{ table: 'receipt', field: 'bankReference', of: 'bankAccountId', by: 'receipt', free: 'reversed' },
    ...{ view: 'receipt.view', scope: 'receipt' },
  },
  'payment-reference': {
    ...{ table: 'payment', field: 'bankReference', of: 'bankAccountId', by: 'payment', free: 'reversed' },
    view: 'payment.view',
  },
  'bill-of-lading': {
    ...{ table: 'shipment', field: 'billOfLadingNumber', by: 'shipment', free: 'void' },
    ...{ view: 'shipment.view', scope: 'shipment' },
  },
  booking: {
    ...{ table: 'shipment', field: 'bookingNumber', by: 'shipment', free: 'void' },
    ...{ view: 'shipment.view', scope: 'shipment' },
  },
}

export const enteredBefore: QueryHandler<'entered-before'> = async ({ what, number, of, exceptId }, q) => {
  const place = places[what]
  await spellingReady() // Of this thread: a number may be Chinese.
  const key = codeSortKey(number)
  if (key === '' || !q.may(place.view) || (place.of !== undefined && of === null)) return { warnings: [] }
  const mine = place.scope && q.scope(place.scope, 'r.ownerId', 'r.departmentId')
  const conditions = [
    keyIs(`r.${place.field}Key`, key),
    sql`r.status <> ${place.free}`,
    ...(place.of === undefined ? [] : [sql`${sql.ref(`r.${place.of}`)} = ${of}`]),
    ...(exceptId === null ? [] : [sql`r.id <> ${exceptId}`]),
    ...(what === 'customer-inquiry' && exceptId !== null
      ? [sql`r.rootId <> coalesce((select x.rootId from quotation x where x.id = ${exceptId}), '')`]
      : []),
    ...(mine ? [mine] : []),
  ]
  const found = await q.db
    .selectFrom(
      sql<{
        number: string
      }>`(select r.number from ${sql.table(place.table)} r where ${sql.join(conditions, sql` and `)} order by r.id desc limit 1)`.as('s'),
    )
    .select('s.number')
    .executeTakeFirst()
  return { warnings: found ? [warning('entered-before', place.field, { by: place.by, number: found.number })] : [] }
}
