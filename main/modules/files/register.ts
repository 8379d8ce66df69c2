// Where the register of contracts gets its rows: sales and purchase contracts side by side, each with its newest signed scan. Rules FI20, FI21.
import { sql, type RawBuilder } from 'kysely'
import { fileTextMatch } from '../../../db/file-text.ts'
import { seesSecret } from '../../../preload/contract/figures.ts'
import { addDays } from '../../../preload/contract/vocabulary/dates.ts'
import { readFileSettings } from '../../access/file-settings.ts'
import { defineLists, type QueryContext } from '../../queries/define-query.ts'

type Contract = {
  id: string
  kind: string
  number: string
  contractDate: string
  partyId: string
  status: string
  currency: string
  sold: number | null
  bought: number | null
  signedOn: string | null
  ownerId: string
}

/** A purchase contract tells what goods cost, and its scan does: both are for who may see costs (FI7). */
const mayRegister = (q: QueryContext) => ({
  sales: q.may('sales-contract.view'),
  purchases: q.may('purchase-contract.view') && seesSecret(q.may, 'cost'),
})

/** The contracts that this person may see, within the scope of each kind. */
const contractsOf = (q: QueryContext): RawBuilder<Contract> => {
  const may = mayRegister(q)
  const within = (resource: 'sales-contract' | 'purchase-contract', allowed: boolean) =>
    allowed ? (q.scope(resource, 'c.ownerId', 'c.departmentId') ?? sql`1`) : sql`0`
  return sql<Contract>`(
    select c.id, 'sales-contract' as kind, c.number, c.contractDate, c.customerId as partyId, c.status, c.currency, c.total as sold, null as bought,
      c.signedOn, c.ownerId from sales_contract c where ${within('sales-contract', may.sales)}
    union all
    select c.id, 'purchase-contract', c.number, c.contractDate, c.supplierId, c.status, c.currency, null, c.total,
      c.signedOn, c.ownerId from purchase_contract c where ${within('purchase-contract', may.purchases)})`
}

/** Of a contract `c`: the newest of its signed scans that is not in the bin. */
const newestScan = sql<string>`(select s.id from attachment s where s.kind = 'signed-contract' and s.recordKind = c.kind and s.recordId = c.id
  and s.binnedAt is null order by s.addedAt desc, s.id desc limit 1)`
/** One of the signed scans of a contract `c` has the word in its text. */
const scanHolds = (word: string): RawBuilder<boolean> => {
  const match = fileTextMatch(word)
  return match === undefined
    ? sql<boolean>`0`
    : sql<boolean>`c.id in (select s.recordId from file_grams g join file_text t on t.key = g.rowid join attachment_version w on w.sha256 = t.content
        join attachment s on s.id = w.attachmentId and s.version = w.version where file_grams match ${match} and s.kind = 'signed-contract' and s.binnedAt is null)`
}
/** A purchase may be for several deals: all their numbers, and all their ids. */
const ofDeals = (column: 'number' | 'id') => sql`case c.kind
  when 'sales-contract' then (select d.${sql.ref(column)} from sales_contract x join deal d on d.id = x.dealId where x.id = c.id)
  else (select group_concat(g.${sql.ref(column)}, ', ') from (select distinct d.id, d.number from purchase_line l join deal d on d.id = l.dealId
    where l.contractId = c.id order by d.id) g) end`
const missing = sql`a.id is null and c.status = 'signed'`

export const registerLists = defineLists({
  'contract-register': (params, q) => {
    const scanned = addDays(q.today, -readFileSettings(q.sql).scanDays)
    let from = q.db
      .selectFrom(contractsOf(q).as('c'))
      .leftJoin('party as p', 'p.id', 'c.partyId')
      .leftJoin('user as u', 'u.id', 'c.ownerId')
      .leftJoin('attachment as a', (join) => join.on('a.id', '=', newestScan))
      .leftJoin('attachment_version as v', (join) => join.onRef('v.attachmentId', '=', 'a.id').onRef('v.version', '=', 'a.version'))
    if (params?.missingOnly === true) from = from.where(sql<boolean>`${missing}`)
    return {
      from,
      id: 'c.id',
      // Deals are looked up for the rows of a page alone.
      chosen: { by: 'c.id' },
      search: ['c.number', 'p.name', 'p.nameZh', 'a.name', { holds: scanHolds }],
      fields: {
        number: 'c.number',
        kind: 'c.kind',
        contractDate: 'c.contractDate',
        party: 'p.name',
        status: 'c.status',
        deal: ofDeals('number'),
        sold: 'c.sold',
        soldIn: sql`case c.kind when 'sales-contract' then c.currency end`,
        bought: 'c.bought',
        boughtIn: sql`case c.kind when 'purchase-contract' then c.currency end`,
        signedOn: 'c.signedOn',
        scanState: sql`case when a.id is not null then 'there' when c.status <> 'signed' then null
          when c.signedOn <= ${scanned} then 'scan-missing' else 'awaited' end`,
        missingSince: sql`case when ${missing} then c.signedOn end`,
        scan: 'a.name',
        owner: 'u.name',
        dealIds: ofDeals('id'),
        dealId: sql`case c.kind when 'sales-contract' then (select x.dealId from sales_contract x where x.id = c.id)
          else (select min(l.dealId) from purchase_line l where l.contractId = c.id) end`,
        scanVersion: 'v.id',
        scanType: 'v.type',
        scanSize: 'v.size',
      },
    }
  },
})
