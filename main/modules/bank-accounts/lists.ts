// Bank accounts with their balances as of any day, every movement with its running balance (收支明细), and transfers.
import { sql } from 'kysely'
import { defineLists, type QueryContext } from '../../queries/define-query.ts'

/**
 * Movements of the accounts with the balance after each: the window runs over the period only and starts from the kept balance before it,
 * and it runs before any search or filter, so a narrowed list still shows true balances.
 */
const movements = (q: QueryContext, p: { accountId?: string | undefined; from?: string | undefined; to?: string | undefined }) => {
  const parts = [sql`p.bank is not null`]
  if (p.accountId !== undefined) parts.push(sql`p.bank = (select key from ledger_key where id = ${p.accountId})`)
  if (p.from !== undefined) parts.push(sql`p.date >= ${p.from}`)
  if (p.to !== undefined) parts.push(sql`p.date <= ${p.to}`)
  const before = p.from === undefined ? sql`where 0` : sql`where date < ${p.from}`
  return sql<{ journalId: number; bank: number; party: number | null }>`(
    select p.id, p.date, p.bank, p.currency, p."foreign" as moved, p.base, p.party, p.journalId,
      coalesce(o.f, 0) + sum(p."foreign") over (partition by p.bank order by p.date, p.id) as balance
    from posting p left join (select bank, sum("foreign") as f from sum_bank ${before} group by bank) o on o.bank = p.bank
    where ${sql.join(parts, sql` and `)})`.as('t')
}

export const bankAccountLists = defineLists({
  'bank-accounts': (params, q) => {
    const asOf = params?.asOf ?? q.today
    const sums = sql<{
      bank: number
      f: number
      b: number
    }>`(select bank, sum("foreign") as f, sum(base) as b from sum_bank where date <= ${asOf} group by bank)`
    return {
      from: q.db.selectFrom('bank_account as a').leftJoin('ledger_key as k', 'k.id', 'a.id').leftJoin(sums.as('s'), 's.bank', 'k.key'),
      id: 'a.id',
      fields: {
        code: 'a.code',
        name: 'a.name',
        bankName: 'a.bankName',
        accountNumber: 'a.accountNumber',
        currency: 'a.currency',
        balance: sql`coalesce(s.f, 0)`,
        balanceBase: sql`coalesce(s.b, 0)`,
        active: 'a.active',
      },
      search: ['a.code', 'a.name', 'a.bankName', 'a.accountNumber'],
      header: { asOf },
    }
  },

  'bank-movements': (params, q) => ({
    from: q.db
      .selectFrom(movements(q, params))
      .innerJoin('journal as j', 'j.id', 't.journalId')
      .innerJoin('ledger_key as bk', 'bk.key', 't.bank')
      .innerJoin('bank_account as a', 'a.id', 'bk.id')
      .leftJoin('ledger_key as pk', 'pk.key', 't.party')
      .leftJoin('party as p', 'p.id', 'pk.id'),
    id: 't.id',
    fields: {
      date: 't.date',
      account: 'a.name',
      document: 'j.documentNumber',
      kind: 'j.kind',
      party: 'p.name',
      memo: 'j.memo',
      currency: 't.currency',
      moneyIn: sql`case when t.moved > 0 then t.moved end`,
      moneyOut: sql`case when t.moved < 0 then -t.moved end`,
      balance: 't.balance',
      amountBase: 't.base',
      documentId: 'j.documentId',
      accountId: 'a.id',
      partyId: 'pk.id',
    },
    search: ['j.documentNumber', 'j.memo', 'p.name', 'p.nameZh', 'a.name'],
    header: { ...(params.from === undefined ? {} : { from: params.from }), ...(params.to === undefined ? {} : { to: params.to }) },
  }),

  transfers: (_params, q) => ({
    from: q.db
      .selectFrom('transfer as t')
      .innerJoin('bank_account as f', 'f.id', 't.fromAccountId')
      .innerJoin('bank_account as o', 'o.id', 't.toAccountId'),
    id: 't.id',
    fields: {
      number: 't.number',
      on: 't.on',
      status: 't.status',
      fromAccount: 'f.name',
      amountOut: 't.amountOut',
      toAccount: 'o.name',
      amountIn: 't.amountIn',
      difference: 't.difference',
      currencyOut: 'f.currency',
      currencyIn: 'o.currency',
      remark: 't.remark',
    },
    search: ['t.number', 'f.name', 'o.name', 't.remark'],
  }),
})
