// What a payment says on a vendor's statement of account: the number by which the bank knows it. Rule PA17 of papers.
import { sql } from 'kysely'
import type { QueryContext } from '../../queries/define-query.ts'
import type { OnStatement } from '../open-items/index.ts'

export const paymentsOnStatement = async (q: QueryContext, ids: readonly string[]): Promise<ReadonlyMap<string, OnStatement>> => {
  const rows = await q.db
    .selectFrom('payment as y')
    .innerJoin('party as p', 'p.id', 'y.partyId')
    .select(['y.id', 'y.bankReference'])
    .where('p.kind', '<>', 'customer')
    .where('y.id', 'in', sql<string>`(select value from json_each(${JSON.stringify(ids)}))`)
    .execute()
  return new Map(rows.map(({ id, bankReference }) => [id, { references: [bankReference] }]))
}
