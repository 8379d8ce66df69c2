// Which payment request names a purchase contract, for the module that owns the contract.
import type { ReadableDb } from '../../../db/open.ts'

/** Number of the first request for a contract that was not withdrawn. */
export const requestOf = async (db: ReadableDb, contractId: string): Promise<string | undefined> => {
  const request = await db
    .selectFrom('payment_request')
    .select('number')
    .where('contractId', '=', contractId)
    .where('status', '<>', 'void')
    .orderBy('number')
    .executeTakeFirst()
  return request?.number
}
