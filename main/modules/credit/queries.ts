// What screens ask about credit: one customer's position with its documents, and the report on all limits.
import { sql } from 'kysely'
import type { CREDIT_PARTS } from '../../../preload/contract/modules/credit/calls.ts'
import { Refused } from '../../../preload/contract/refusals.ts'
import { daysBetween } from '../../../preload/contract/vocabulary/dates.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { defineLists, defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { approvalState } from '../../records/approvals/index.ts'
import { insurancesOf } from './insurance.ts'
import { newestOverride } from './overrides.ts'
import { metInFull } from '../../../db/ledger/earmarked.ts'
import { ACCOUNTS, dayRates, positionFrom, readOwed, readPosition, type CreditCustomer } from './position.ts'
import { readCover, type CoveredBy } from './read-cover.ts'
import { shareUsed } from './rules.ts'

const MOST_ITEMS = 200

/** Open items and undelivered contracts of a customer, the oldest due first. */
const itemsOf = async (q: QueryContext, customerId: string) => {
  const open = await q.db
    .selectFrom('open_item as i')
    .innerJoin('ledger_key as k', 'k.key', 'i.party')
    .select(['i.id', 'i.documentId', 'i.documentNumber as number', 'i.dueDate', 'i.currency', 'i.openForeign'])
    .where('k.id', '=', customerId)
    .where('i.account', 'in', ACCOUNTS)
    .where('i.openForeign', '<>', 0)
    .orderBy('i.dueDate')
    .orderBy('i.id')
    .limit(MOST_ITEMS)
    .execute()
  const met = new Set(JSON.parse(metInFull(q.sql, { side: 'receivable', party: customerId })) as number[])
  const rest = sql<number>`sum(max(0, l.amount - coalesce((select sum(d.amount) from shipment_line d join shipment s on s.id = d.shipmentId
    where d.salesLineId = l.id and s.status not in ('planned', 'booked', 'void')), 0)))`
  const contracts = await q.db
    .selectFrom('sales_contract as c')
    .innerJoin('sales_line as l', 'l.contractId', 'c.id')
    .select(['c.id', 'c.number', 'c.currency', rest.as('rest')])
    .where('c.customerId', '=', customerId)
    .where('c.status', '=', 'signed')
    .groupBy('c.id')
    .having(rest, '>', 0)
    .orderBy('c.contractDate')
    .orderBy('c.id')
    .limit(MOST_ITEMS)
    .execute()
  type Part = (typeof CREDIT_PARTS)[number]
  return [
    ...open.map((i) => ({
      part: (i.openForeign > 0 ? 'receivables' : 'advances') as Part,
      documentId: i.documentId,
      number: i.number,
      dueDate: i.openForeign > 0 ? i.dueDate : null,
      overdueDays: i.openForeign > 0 && !met.has(i.id) ? Math.max(0, daysBetween(i.dueDate, q.today)) : 0,
      open: money(Math.abs(i.openForeign), i.currency),
    })),
    ...contracts.map((c) => ({
      part: 'contracts' as Part,
      documentId: c.id,
      number: c.number,
      dueDate: null,
      overdueDays: 0,
      open: money(c.rest, c.currency),
    })),
  ]
}

/** What a document covers now, beside the items it covers. */
const coveredItem = ({ id, number, receivables, addition, currency }: CoveredBy) => ({
  part: 'covered' as const,
  documentId: id,
  number,
  dueDate: null,
  overdueDays: 0,
  open: money(receivables + addition, currency),
})

const overrideOf = async (q: QueryContext, shipmentId: string | undefined) => {
  const row = shipmentId === undefined ? undefined : await newestOverride(q.db, shipmentId)
  if (!row) return null
  return {
    id: row.id,
    amount: money(row.amount, row.currency),
    expiresOn: row.expiresOn,
    expired: row.expiresOn < q.today,
    standing: await approvalState(q.db, 'credit-override', row.id, row.revision),
    revision: row.revision,
  }
}

/** The shipment asked about must be one of this customer's that the viewer may see: else it is not found. */
const requireShipment = async (q: QueryContext, customerId: string, shipmentId: string): Promise<void> => {
  q.require('shipment.view')
  const row = await q.db
    .selectFrom('shipment')
    .select(['ownerId', 'departmentId'])
    .where('id', '=', shipmentId)
    .where('customerId', '=', customerId)
    .executeTakeFirst()
  q.requireScope('shipment', q.orNotFound(row, 'shipment'))
}

export const creditQueries = defineQueries({
  'credit-position': async ({ customerId, addition, shipmentId }, q) => {
    const row = await q.db.selectFrom('party').selectAll().where('id', '=', customerId).where('kind', '=', 'customer').executeTakeFirst()
    const customer = q.orNotFound(row, 'customer')
    q.requireScope('customer', customer)
    if (shipmentId !== undefined) await requireShipment(q, customerId, shipmentId)
    const { parts, exposure, free, excess, state, overdueDays, coveredBy } = await readPosition(q, customer, { addition, shipmentId })
    const { switches } = q.company
    const of = (minor: number) => money(minor, customer.creditCurrency)
    return {
      on: switches.customerCredit,
      currency: customer.creditCurrency,
      limit: customer.creditLimit === null ? null : of(customer.creditLimit),
      exposure: of(exposure),
      free: free === null ? null : of(free),
      excess: of(excess),
      parts: {
        receivables: of(parts.receivables),
        addition: of(parts.addition),
        advances: of(parts.advances),
        contracts: of(parts.contracts),
        covered: of(parts.covered),
        insured: of(parts.insured),
      },
      countsContracts: switches.creditCountsContracts,
      overdueDays,
      overdueAllowed: switches.creditOverdueDays,
      state,
      items: [...(await itemsOf(q, customerId)), ...coveredBy.map(coveredItem)],
      insurances: await insurancesOf(q, customerId),
      override: await overrideOf(q, shipmentId),
    }
  },
})

type UseRow = {
  id: string
  exposure: number | null
  free: number | null
  excess: number | null
  use: number | null
  receivables: number | null
  advances: number | null
  covered: number | null
  contracts: number | null
  overdueDays: number | null
  state: string
}
const unknown = {
  exposure: null,
  free: null,
  excess: null,
  use: null,
  receivables: null,
  advances: null,
  covered: null,
  contracts: null,
  overdueDays: null,
}

/** Every customer with a limit, calculated here: SQL has no exact decimals. A customer whose currency has no rate says so and hides nobody else. */
const reportRows = async (q: QueryContext): Promise<UseRow[]> => {
  const customers = await q.db
    .selectFrom('party')
    .select(['id', 'creditLimit', 'creditCurrency'])
    .where('kind', '=', 'customer')
    .where('creditLimit', 'is not', null)
    .execute()
  const owed = await readOwed(q)
  const cover = await readCover(q, q.today)
  const rates = await dayRates(q.db, q.company, q.today)
  return customers.map((customer: CreditCustomer) => {
    try {
      const { parts, exposure, free, excess, overdueDays, state } = positionFrom(
        customer,
        owed.get(customer.id),
        q.company,
        rates,
        cover.get(customer.id),
      )
      const { receivables, advances, contracts } = parts
      return {
        ...{ id: customer.id, exposure, free, excess, use: shareUsed(exposure, customer.creditLimit ?? 0) },
        ...{ receivables, advances, covered: parts.covered + parts.insured, contracts, overdueDays, state },
      }
    } catch (error) {
      if (error instanceof Refused && error.refusal.refused === 'rate-missing')
        return { id: customer.id, ...unknown, state: 'rate-missing' }
      throw error
    }
  })
}

const cell = (name: keyof UseRow) => sql`value ->> ${sql.lit(`$.${name}`)} as ${sql.ref(name)}`

export const creditLists = defineLists({
  'credit-use': async (_, q) => {
    const names = [
      'id',
      'exposure',
      'free',
      'excess',
      'use',
      'receivables',
      'advances',
      'covered',
      'contracts',
      'overdueDays',
      'state',
    ] as const
    const rows = sql<UseRow>`(select ${sql.join(names.map(cell))} from json_each(${JSON.stringify(await reportRows(q))}))`
    return {
      from: q.db.selectFrom(rows.as('t')).innerJoin('party as p', 'p.id', 't.id').leftJoin('user as u', 'u.id', 'p.ownerId'),
      id: 't.id',
      fields: {
        code: 'p.code',
        customer: 'p.name',
        customerId: 'p.id',
        owner: 'u.name',
        currency: 'p.creditCurrency',
        creditLimit: 'p.creditLimit',
        exposure: 't.exposure',
        free: 't.free',
        excess: 't.excess',
        use: 't.use',
        receivables: 't.receivables',
        advances: 't.advances',
        covered: 't.covered',
        contracts: 't.contracts',
        overdueDays: 't.overdueDays',
        state: 't.state',
      },
      owned: { owner: 'p.ownerId', department: 'p.departmentId' },
      search: ['p.code', 'p.name', 'p.nameZh', 'p.shortName'],
    }
  },
})
