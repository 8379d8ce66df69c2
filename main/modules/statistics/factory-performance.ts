// Factories by what was bought of them and how punctual and good they were, of the purchase contracts that the viewer may see. Rule CU35.
import { sql } from 'kysely'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { agreedVersions } from '../../records/amendments/index.ts'
import { computedRows } from '../../records/computed-rows.ts'
import type { ListHandlers, QueryContext } from '../../queries/define-query.ts'
import { toShip } from '../purchasing/index.ts'
import { type Delivery, punctualityOf } from './factory-rules.ts'
import { percentOf } from './percent-of.ts'

type Contract = {
  supplier: string
  totalBase: number
  contractDate: IsoDate
  deliveryDate: IsoDate | null
  firstPromise: IsoDate | null
  packed: IsoDate | null
  dispatched: IsoDate | null
  billed: IsoDate | null
  inspections: number
  failed: number
}

/** Signed contracts whose day lies in the period, each with the days on which its goods were packed, all gone, or all billed. */
const contractsOf = async (
  q: QueryContext,
  { from, to }: { from?: IsoDate | undefined; to?: IsoDate | undefined },
): Promise<Contract[]> => {
  const within = q.scope('purchase-contract', 'c.ownerId', 'c.departmentId') ?? sql<boolean>`1`
  const { rows } = await sql<Contract>`
    select c.supplierId as supplier, c.totalBase, c.contractDate, c.deliveryDate,
      (select v.deliveryDate from ${agreedVersions('purchase-contract')} v where v.contractId = c.id and v.version = 1) as firstPromise,
      (select case when min(m.state in ('done', 'skipped')) = 1 then max(m.doneOn) end from milestone m where m.contractId = c.id and m.kind = 'packing') as packed,
      case when not exists (select 1 from purchase_line l where l.contractId = c.id and ${toShip}) then
        (select max(s.dispatchedOn) from purchase_line l join shipment_source o on o.purchaseLineId = l.id join shipment_line t on t.id = o.shipmentLineId
          join shipment s on s.id = t.shipmentId where l.contractId = c.id and s.dispatchedOn is not null) end as dispatched,
      case when not exists (select 1 from purchase_line l where l.contractId = c.id and l.billed < l.quantity) then
        (select max(b.billDate) from purchase_line l join bill_line x on x.purchaseLineId = l.id join bill b on b.id = x.billId
          where l.contractId = c.id and b.status = 'posted') end as billed,
      (select count(*) from milestone m where m.contractId = c.id and m.kind = 'inspection' and m.state in ('done', 'failed')) as inspections,
      (select count(*) from milestone m where m.contractId = c.id and m.kind = 'inspection' and m.state = 'failed') as failed
    from purchase_contract c where c.status = 'signed' and ${within} and c.contractDate between ${from ?? '1990-01-01'} and ${to ?? '9999-12-31'}
    order by c.numberKey`.execute(q.db as never)
  return rows
}

const COLUMNS = [
  ...([
    'key',
    'contracts',
    'purchased',
    'due',
    'onTime',
    'onTimeInForce',
    'daysLate',
    'openLate',
    'inspections',
    'passed',
    'last',
  ] as const),
] as const

const deliveryOf = ({ deliveryDate, firstPromise, packed, dispatched, billed }: Contract): Delivery | undefined =>
  deliveryDate === null ? undefined : { first: firstPromise ?? deliveryDate, inForce: deliveryDate, ready: packed ?? dispatched ?? billed }

export const factoryPerformance: ListHandlers['factory-performance'] = async (params, q) => {
  const contracts = await contractsOf(q, params ?? {})
  const sumOf = (of: readonly Contract[], column: 'inspections' | 'failed' | 'totalBase') => of.reduce((sum, one) => sum + one[column], 0)
  const rows = [...Map.groupBy(contracts, ({ supplier }) => supplier)].map(([key, of]) => {
    const [inspections, failed] = [sumOf(of, 'inspections'), sumOf(of, 'failed')]
    const deliveries = of.flatMap((one) => deliveryOf(one) ?? [])
    return {
      ...{ key, contracts: of.length, purchased: sumOf(of, 'totalBase'), inspections },
      last: of.reduce((last, { contractDate }) => (contractDate > last ? contractDate : last), ''),
      ...punctualityOf(deliveries, q.today),
      passed: percentOf(inspections - failed, inspections),
    }
  })
  return {
    from: q.db.selectFrom(computedRows(rows, COLUMNS).as('t')).innerJoin('party as p', 'p.id', 't.key'),
    id: 't.key',
    scope: 'company', // the scope of purchase contracts stands inside, before factories are compared
    search: ['p.name', 'p.nameZh', 'p.code'],
    fields: {
      factory: 'p.name',
      contracts: 't.contracts',
      purchased: 't.purchased',
      due: 't.due',
      onTime: 't.onTime',
      onTimeInForce: 't.onTimeInForce',
      daysLate: 't.daysLate',
      openLate: 't.openLate',
      inspections: 't.inspections',
      passed: 't.passed',
      lastPurchase: 't.last',
      factoryId: 't.key',
    },
  }
}
