// One of our bank accounts, with its balance of today and its details.
import { withoutFoldedKeys } from '../../../db/folded-texts.ts'
import { defineQueries } from '../../queries/define-query.ts'
import { bankDetailsView } from '../parties/index.ts'

export const bankAccountQueries = defineQueries({
  'bank-account': async ({ id }, q) => {
    const a = q.orNotFound(await q.db.selectFrom('bank_account').selectAll().where('id', '=', id).executeTakeFirst(), 'bank-account')
    const sum = await q.db
      .selectFrom('sum_bank as s')
      .innerJoin('ledger_key as k', 'k.key', 's.bank')
      .select((e) => e.fn.sum<number | null>('s.foreign').as('balance'))
      .where('k.id', '=', id)
      .where('s.date', '<=', q.today)
      .executeTakeFirst()
    const { openedOn: _, active, ...fields } = withoutFoldedKeys('bank_account', a)
    return {
      ...fields,
      active: active === 1,
      balance: { minor: Number(sum?.balance ?? 0), currency: a.currency },
      bank: await bankDetailsView(q, 'bank-account', id),
    }
  },
})
