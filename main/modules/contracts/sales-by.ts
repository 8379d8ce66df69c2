// Net sales (销售净额) of signed contracts by one grouping, or by two: each line as it was rounded, summed per currency. Rule C12.
import { sql, type RawBuilder } from 'kysely'
import { countryName } from '../../../db/reference/country-name.ts'
import type { SALES_GROUPINGS } from '../../../preload/contract/modules/contracts/calls.ts'
import type { ListParams } from '../../../preload/contract/queries.ts'
import type { ListSource, QueryContext } from '../../queries/define-query.ts'
import { nameIn } from '../../../db/names-in-language.ts'

type Grouping = (typeof SALES_GROUPINGS)[number]
/** key: what the rows of a group have in common; shown: what the reader sees. Two customers of one name stay two groups. */
type GroupBy = { key: RawBuilder<unknown>; shown: RawBuilder<unknown> }
const ref = (name: string) => sql`${sql.ref(name)}`
const named = (key: string, shown: RawBuilder<unknown>): GroupBy => ({ key: ref(key), shown: sql`max(${shown})` })

const groupings = (q: QueryContext): Record<Grouping, GroupBy> => ({
  salesperson: named('u.id', nameIn(q.viewer.language, 'user', 'u')),
  customer: named('p.id', ref('p.name')),
  country: { key: ref('p.country'), shown: countryName('p.country', q.viewer.language) },
  product: named('g.id', ref('g.name')),
  category: named('t.id', nameIn(q.viewer.language, 'product_category', 't')),
  supplier: named('f.id', ref('f.name')),
  department: named('m.id', nameIn(q.viewer.language, 'department', 'm')),
  deal: named('d.id', ref('d.number')),
  month: { key: sql`substr(${ref('c.contractDate')}, 1, 7)`, shown: sql`substr(${ref('c.contractDate')}, 1, 7)` },
  year: { key: sql`substr(${ref('c.contractDate')}, 1, 4)`, shown: sql`substr(${ref('c.contractDate')}, 1, 4)` },
})

const signedLines = (params: ListParams<'sales-by'>, q: QueryContext) => {
  let lines = q.db
    .selectFrom('sales_line as l')
    .innerJoin('sales_contract as c', 'c.id', 'l.contractId')
    .innerJoin('party as p', 'p.id', 'c.customerId')
    .innerJoin('deal as d', 'd.id', 'c.dealId')
    .innerJoin('user as u', 'u.id', 'c.ownerId')
    .leftJoin('department as m', 'm.id', 'c.departmentId')
    .leftJoin('product as g', 'g.id', 'l.productId')
    .leftJoin('product_category as t', 't.id', 'g.categoryId')
    .leftJoin('party as f', 'f.id', 'g.supplierId')
    .where('c.status', '=', 'signed')
    .where('l.quantity', '>', 0) // C19
  const mine = q.scope('sales-contract', 'c.ownerId', 'c.departmentId')
  if (mine) lines = lines.where(mine)
  if (params.from !== undefined) lines = lines.where('c.contractDate', '>=', params.from)
  if (params.to !== undefined) lines = lines.where('c.contractDate', '<=', params.to)
  if (params.currency !== undefined) lines = lines.where('c.currency', '=', params.currency)
  return lines
}

export const salesBy = (params: ListParams<'sales-by'>, q: QueryContext): ListSource => {
  const all = groupings(q)
  const by = all[params.by]
  const second = params.second === undefined ? { key: sql`''`, shown: sql`null` } : all[params.second]
  const grouped = signedLines(params, q)
    .select([
      sql<string>`coalesce(${by.key}, '') || '|' || coalesce(${second.key}, '') || '|' || c.currency`.as('id'),
      by.key.as('groupId'),
      second.key.as('secondId'),
      by.shown.as('shown'),
      second.shown.as('secondShown'),
      'c.currency',
      sql<number>`count(distinct c.id)`.as('contracts'),
      sql<number>`count(*)`.as('lines'),
      sql<number>`sum(l.quantity)`.as('quantity'),
      sql<number>`sum(l.gross)`.as('gross'),
      sql<number>`sum(l.gross - l.amount)`.as('discount'),
      sql<number>`sum(l.amount)`.as('net'),
      sql<number>`sum(l.amountBase)`.as('netBase'),
    ])
    .groupBy([by.key, second.key, 'c.currency'] as never)
  return {
    from: q.db.selectFrom(grouped.as('t')),
    id: 't.id',
    scope: 'company', // the scope stands inside, before the rows are grouped
    search: ['t.shown', 't.secondShown'],
    fields: {
      group: 't.shown',
      second: 't.secondShown',
      currency: 't.currency',
      contracts: 't.contracts',
      lines: 't.lines',
      quantity: 't.quantity',
      gross: 't.gross',
      discount: 't.discount',
      net: 't.net',
      netBase: 't.netBase',
      groupId: 't.groupId',
      secondId: 't.secondId',
    },
  }
}
