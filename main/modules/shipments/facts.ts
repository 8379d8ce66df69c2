// What left the house: the revenue of dispatches on the day they are posted, what was taken back negative on its own day (CU5); shipments, and how long it took.
import { sql, type RawBuilder } from 'kysely'
import { contractKeys, ofContract } from '../contracts/index.ts'
import { idByKey, type FactSource } from '../../records/facts.ts'

const ofShipment = sql`s.forwarderId as forwarder, s.carrierId as carrier, s.transportMode as mode, s.portOfLoading, s.portOfDischarge`
const shipmentKeys = ['forwarder', 'carrier', 'mode', 'portOfLoading', 'portOfDischarge']

export const dispatched: FactSource = {
  name: 'dispatched',
  needs: ['shipment.view'],
  scope: 'shipment',
  party: 'customer',
  keys: [...shipmentKeys, 'customer', 'salesperson', 'department', 'deal', 'contract', 'currency', 'shipment', 'incoterm'],
  shared: { by: ['contract'], amounts: ['base', 'own'] },
  rows: () => sql`select p.date as day, ${ofShipment}, s.customerId as customer, ${idByKey('p.owner')} as salesperson, ${idByKey('p.department')} as department,
      s.ownerId as scopeOwner, s.departmentId as scopeDepartment, ${idByKey('p.deal')} as deal, c.id as contract, c.incoterm, p.currency, s.id as shipment,
      s.id as documentId, s.number, -p.base as base, -p."foreign" as own
    from posting p join journal j on j.id = p.journalId join shipment s on s.id = j.documentId
    left join ledger_key ck on ck.key = p.contract left join sales_contract c on c.id = ck.id
    where p.account = '6001' and j.documentKind = 'shipment'`,
  measures: {
    shipped: { kind: 'flow', unit: 'money', value: sql`f.base`, own: sql`f.own`, order: 60 },
  },
}

/** Shipments that have left and were not taken back: so many, and those whose documents are out. */
export const departures: FactSource = {
  name: 'departures',
  needs: ['shipment.view'],
  scope: 'shipment',
  party: 'customer',
  keys: [...shipmentKeys, 'customer', 'salesperson', 'department', 'currency', 'shipment'],
  rows: () => sql`select s.dispatchedOn as day, ${ofShipment}, s.customerId as customer, s.ownerId as salesperson, s.departmentId as department,
      s.ownerId as scopeOwner, s.departmentId as scopeDepartment, s.currency, s.id as shipment, s.id as documentId, s.number
    from shipment s where s.dispatchedOn is not null and s.status not in ('planned', 'booked', 'void')`,
  measures: {
    'shipment-count': { kind: 'distinct', unit: 'count', value: sql`f.shipment`, order: 403 },
    'shipped-customers': { kind: 'distinct', unit: 'count', counts: 'customer', value: sql`f.customer`, order: 414 },
  },
}

/** Goods of a contract that have left, by what stands of the shipments of now. */
const leftOn: RawBuilder<unknown> = sql`select l.contractId, max(s.dispatchedOn) as day from shipment_line l join shipment s on s.id = l.shipmentId
  where s.dispatchedOn is not null and s.status not in ('planned', 'booked', 'void') group by l.contractId`

/** From the day of a contract to the dispatch that completes it, of contracts that are complete; the others are counted beside. */
export const timeToShip: FactSource = {
  name: 'time-to-ship',
  needs: ['shipment.view', 'sales-contract.view'],
  scope: 'sales-contract',
  party: 'customer',
  keys: contractKeys,
  rows: () => sql`select c.contractDate as day, ${ofContract},
      case when n.lines > 0 and n.left = 0 then cast(julianday(t.day) - julianday(c.contractDate) as integer) end as days
    from sales_contract c
    join (select contractId, count(*) as lines, sum(shipped < quantity) as left from sales_line where quantity > 0 group by contractId) n on n.contractId = c.id
    left join (${leftOn}) t on t.contractId = c.id
    where c.status = 'signed'`,
  measures: {
    'days-to-ship': {
      kind: 'ratio',
      unit: 'days',
      places: 2,
      value: sql`f.days`,
      over: sql`case when f.days is not null then 1 end`,
      order: 300,
    },
    'unshipped-contracts': { kind: 'flow', unit: 'count', value: sql`case when f.days is null then 1 end`, order: 301 },
  },
}
