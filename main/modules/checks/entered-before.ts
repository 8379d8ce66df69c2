// SC8. A number that usually comes once and was entered before, with the record that has it, within the viewer's scope.
import { sql } from 'kysely'
import { codeSortKey } from '../../../db/folded-keys.ts'
import type { OwnedResource, Permission } from '../../../preload/contract/access.ts'
import type { TableName } from '../../../db/schema/tables.ts'
import type { NUMBERS_OF_OTHERS } from '../../../preload/contract/modules/checks/calls.ts'
import { warning } from '../../../preload/contract/warnings.ts'
import { keyIs } from '../../commands/same-code.ts'
import type { QueryHandler } from '../../queries/define-query.ts'
import { oneForEach } from '../../records/contributions.ts'

/** Where such a number stands. The module that owns the record says so. */
export type NumberPlace = {
  table: TableName
  field: string
  /** The column of whose it is: the customer of an order, our account of a bank reference. */
  of?: string
  by: string
  view: Permission
  scope?: OwnedResource
  /** The state in which the number is free again. */
  free: string
  /** Rows that are the same record in another version have the same value here. */
  versionOf?: string
}
type NumberOfOthers = (typeof NUMBERS_OF_OTHERS)[number]
export const numbersOfOthers = oneForEach<NumberOfOthers, NumberPlace>('numbers of others')

const notAVersionOf = ({ table }: NumberPlace, versionOf: string, id: string) =>
  sql`${sql.ref(`r.${versionOf}`)} <> coalesce((select ${sql.ref(`x.${versionOf}`)} from ${sql.table(table)} x where x.id = ${id}), '')`

export const enteredBefore: QueryHandler<'entered-before'> = async ({ what, number, of, exceptId }, q) => {
  const place = q.contributed(numbersOfOthers)(what)
  if (!place) throw new Error(`no module says where ${what} stands`)
  const key = codeSortKey(number)
  if (key === '' || !q.may(place.view) || (place.of !== undefined && of === null)) return { warnings: [] }
  const mine = place.scope && q.scope(place.scope, 'r.ownerId', 'r.departmentId')
  const conditions = [
    keyIs(`r.${place.field}Key`, key),
    sql`r.status <> ${place.free}`,
    ...(place.of === undefined ? [] : [sql`${sql.ref(`r.${place.of}`)} = ${of}`]),
    ...(exceptId === null ? [] : [sql`r.id <> ${exceptId}`]),
    ...(place.versionOf !== undefined && exceptId !== null ? [notAVersionOf(place, place.versionOf, exceptId)] : []),
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
