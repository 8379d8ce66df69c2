// One of our bank accounts with its balance of today and its details, and one transfer.
import { withoutFoldedKeys } from '../../../db/folded-texts.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
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
  transfer: async ({ id }, q) => {
    const row = await q.db
      .selectFrom('transfer as t')
      .innerJoin('bank_account as f', 'f.id', 't.fromAccountId')
      .innerJoin('bank_account as o', 'o.id', 't.toAccountId')
      .select(['t.id', 't.number', 't.on', 't.status', 't.remark', 't.fromAccountId', 't.toAccountId'])
      .select(['t.amountOut', 't.amountIn', 't.difference', 'f.name as fromAccount', 'o.name as toAccount'])
      .select(['f.currency as currencyOut', 'o.currency as currencyIn'])
      .where('t.id', '=', id)
      .executeTakeFirst()
    const { currencyOut, currencyIn, ...t } = q.orNotFound(row, 'bank-account')
    return {
      ...t,
      status: t.status as QueryOutput<'transfer'>['status'],
      amountOut: money(t.amountOut, currencyOut),
      amountIn: money(t.amountIn, currencyIn),
      difference: money(t.difference, q.company.baseCurrency),
    }
  },
})
