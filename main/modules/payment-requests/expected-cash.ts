// What we have to pay: requests that may be paid on the day they name, bills as far as none of these asks for them. Rule T62 of bank accounts.
import { sql } from 'kysely'
import { owedSql } from '../../../db/ledger/sides.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { approvalStatusOf, isSwitchedOn } from '../../records/approvals/index.ts'
import type { ExpectedCash, ExpectedCashSource } from '../../records/expected-cash.ts'
import { metByMoney } from '../open-items/index.ts'
import { askedOfItem, requestPayments } from './sums.ts'

/** Requests `r` that may be paid and that the viewer sees. */
const payable = (q: QueryContext) => {
  if (!q.may('payment-request.view')) return sql<boolean>`0`
  const within = q.scope('payment-request', 'r.ownerId', 'r.departmentId') ?? sql<boolean>`1`
  const approved = isSwitchedOn(q.company.switches, 'payment-request')
    ? sql`${approvalStatusOf('payment-request', 'r.id', 'r.revision')} = 'approved'`
    : sql`1`
  return sql<boolean>`(r.status = 'open' and ${within} and ${approved})`
}

const leftToPay = (q: QueryContext) => sql<number>`(r.amount - (select coalesce(sum(y.amount), 0) from ${q.contributed(requestPayments)} y
          where y.requestId = r.id and y.status = 'posted'))`

/** For purchasing: money asked for in advance of a contract, which no bill stands for yet. */
export const askedInAdvance = async (q: QueryContext, contractIds: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ contractId: string; minor: number }>`
    select r.contractId, sum(max(${leftToPay(q)}, 0)) as minor from json_each(${JSON.stringify(contractIds)}) j
      join payment_request r on r.contractId = j.value
    where ${payable(q)} and not exists (select 1 from payment_request_line l where l.requestId = r.id) group by r.contractId`.execute(
    q.db as never,
  )
  return new Map(rows.map(({ contractId, minor }) => [contractId, Number(minor)]))
}

export const paymentRequestsExpected: readonly ExpectedCashSource[] = [
  {
    kind: 'payable',
    ...{ direction: 'out', certainty: 'sure', scope: null },
    needs: ['payable.view'],
    rows: async (q) => {
      const left = sql`(-i.openForeign - coalesce(e.met, 0) - ${askedOfItem(q, sql.ref('i.ref'), payable(q))})`
      const { rows } = await sql<ExpectedCash>`
        select i.documentId as id, i.documentNumber as number, p.name as party, i.dueDate as day, i.currency, ${left} as minor
        from open_item i left join ${metByMoney(q, 'payable')} e on e.item = i.id join ledger_key pk on pk.key = i.party join party p on p.id = pk.id
        where (i.openForeign <> 0 or i.openBase <> 0) and ${sql.raw(owedSql('payable', 'i'))} and i.openForeign < 0 and ${left} > 0
        order by i.id`.execute(q.db as never)
      return rows
    },
  },
  {
    kind: 'payment-request',
    ...{ direction: 'out', certainty: 'sure', scope: 'payment-request' },
    needs: ['payable.view', 'payment-request.view'],
    rows: async (q) => {
      const { rows } = await sql<ExpectedCash>`
        select r.id, r.number, p.name as party, r.payBy as day, r.currency, ${leftToPay(q)} as minor
        from payment_request r join party p on p.id = r.partyId where ${payable(q)} order by r.id`.execute(q.db as never)
      return rows.filter(({ minor }) => minor > 0)
    },
  },
]
