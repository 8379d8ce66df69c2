// What sales contracts hold: the deal they are in, void ones too, for they keep their history.
import type { Hold } from '../../records/holds.ts'

export const contractsOnDeal: Hold = {
  by: 'sales-contract',
  against: ['discard', 'change'],
  find: async ({ db }, dealId, except = '') =>
    (
      await db
        .selectFrom('sales_contract')
        .select('number')
        .where('dealId', '=', dealId)
        .where('id', '<>', except)
        .orderBy('number')
        .executeTakeFirst()
    )?.number,
}
