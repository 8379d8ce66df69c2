// The books themselves: trial balance (科目余额表) from the kept month sums, and every posting below it.
import { sql, type RawBuilder } from 'kysely'
import { addDays, monthOf } from '../../../preload/contract/vocabulary/dates.ts'
import { defineLists, type QueryContext } from '../../queries/define-query.ts'

/** Debit and credit of every account before a day: whole months from the kept sums, a broken month from its postings. */
const turnoverBefore = (day: string): RawBuilder<unknown> => {
  const month = monthOf(day)
  const months = sql`select account, debit, credit from sum_account where month < ${month}`
  if (day === `${month}-01`) return sql`select account, sum(debit) as debit, sum(credit) as credit from (${months}) group by account`
  return sql`select account, sum(debit) as debit, sum(credit) as credit from (
    ${months}
    union all
    select p.account, max(p.base, 0), max(-p.base, 0) from account a cross join posting p on p.account = a.code
    where p.date >= ${`${month}-01`} and p.date < ${day}
  ) group by account`
}
/** A balance on the side it stands on, as a trial balance shows it: never negative, and nothing on the other side. */
const side = (balance: string, sign: 1 | -1) => sql<number | null>`nullif(max(${sql.lit(sign)} * ${sql.ref(balance)}, 0), 0)`
const nameColumn = (q: QueryContext, alias: string) => `${alias}.${q.viewer.language === 'en' ? 'nameEn' : 'nameZh'}`

export const ledgerLists = defineLists({
  'trial-balance': (params, q) => {
    const to = params.to ?? q.today
    const closing = turnoverBefore(addDays(to, 1))
    const moved =
      params.from === undefined
        ? sql`select account, debit, credit, 0 as debit0, 0 as credit0 from (${closing})`
        : sql`select c.account, c.debit, c.credit, coalesce(o.debit, 0) as debit0, coalesce(o.credit, 0) as credit0
            from (${closing}) c left join (${turnoverBefore(params.from)}) o on o.account = c.account`
    // Before the first day is never more than before the last: an account without closing turnover has none at all.
    const rows = sql<Record<string, never>>`(
      select a.code, a."nameZh", a."nameEn", m.debit0 - m.credit0 as opening, m.debit - m.debit0 as debit, m.credit - m.credit0 as credit,
        m.debit - m.credit as closing
      from (${moved}) m cross join account a on a.code = m.account)`
    return {
      from: q.db.selectFrom(rows.as('t')).where(sql<boolean>`(t.opening <> 0 or t.debit <> 0 or t.credit <> 0)`),
      id: 't.code',
      fields: {
        account: 't.code',
        name: nameColumn(q, 't'),
        openingDebit: side('t.opening', 1),
        openingCredit: side('t.opening', -1),
        debit: 't.debit',
        credit: 't.credit',
        closingDebit: side('t.closing', 1),
        closingCredit: side('t.closing', -1),
      },
      search: ['t.code', 't.nameZh', 't.nameEn'],
      header: { ...(params.from === undefined ? {} : { from: params.from }), to },
      agrees: { field: 'closingDebit', equals: 'closingCredit', with: `all accounts on ${to}` }, // L1
    }
  },

  postings: (params, q) => {
    const key = (id: string) => sql<number>`(select key from ledger_key where id = ${id})`
    let from = q.db
      .selectFrom('posting as p')
      .innerJoin('journal as j', 'j.id', 'p.journalId')
      .innerJoin('account as a', 'a.code', 'p.account')
      .leftJoin('ledger_key as pk', 'pk.key', 'p.party')
      .leftJoin('party as y', 'y.id', 'pk.id')
      .leftJoin('ledger_key as dk', 'dk.key', 'p.deal')
      .leftJoin('deal as d', 'd.id', 'dk.id')
    if (params?.account !== undefined) from = from.where('p.account', '=', params.account)
    if (params?.from !== undefined) from = from.where('p.date', '>=', params.from)
    if (params?.to !== undefined) from = from.where('p.date', '<=', params.to)
    if (params?.dealId !== undefined) from = from.where('p.deal', '=', key(params.dealId))
    if (params?.partyId !== undefined) from = from.where('p.party', '=', key(params.partyId))
    if (params?.documentId !== undefined) from = from.where('j.documentId', '=', params.documentId)
    return {
      from,
      id: 'p.id',
      fields: {
        // The same day either way; within an account its index gives the order, else that of the journals.
        date: params?.account === undefined ? 'j.date' : 'p.date',
        journal: 'p.journalId',
        account: 'p.account',
        accountName: nameColumn(q, 'a'),
        memo: 'j.memo',
        party: 'y.name',
        document: 'j.documentNumber',
        currency: 'p.currency',
        foreign: 'p.foreign',
        debit: sql`case when p.base > 0 then p.base end`,
        credit: sql`case when p.base < 0 then -p.base end`,
        deal: 'd.number',
        documentId: 'j.documentId',
        partyId: 'pk.id',
        dealId: 'dk.id',
      },
      search: ['j.documentNumber', 'j.memo', 'y.name', 'y.nameZh', 'p.account', 'd.number'],
    }
  },
})
