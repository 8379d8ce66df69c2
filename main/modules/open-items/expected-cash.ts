// What customers owe, by its day, and what they will owe for goods that have not left: both less the money that lies there for it. Rule T62 of bank accounts.
import { sql } from 'kysely'
import { owedSql } from '../../../db/ledger/sides.ts'
import type { ExpectedCash, ExpectedCashSource } from '../../records/expected-cash.ts'
import { metByMoney } from './due.ts'
import { expectedReceipts } from './expected-receipts.ts'

export const openItemsExpected: readonly ExpectedCashSource[] = [
  {
    kind: 'receivable',
    ...{ direction: 'in', certainty: 'sure', mayBeLate: true, scope: 'receivable' },
    needs: ['receivable.view'],
    rows: async (q) => {
      const within = q.scope('receivable', 'ok.id', 'uk.id') ?? sql<boolean>`1`
      const { rows } = await sql<ExpectedCash>`
        select i.documentId as id, i.documentNumber as number, p.name as party, i.dueDate as day, i.currency, i.openForeign - coalesce(e.met, 0) as minor
        from open_item i left join ${metByMoney(q, 'receivable')} e on e.item = i.id join ledger_key pk on pk.key = i.party join party p on p.id = pk.id
          left join ledger_key ok on ok.key = i.owner left join ledger_key uk on uk.key = i.department
        where (i.openForeign <> 0 or i.openBase <> 0) and ${sql.raw(owedSql('receivable', 'i'))} and i.openForeign > coalesce(e.met, 0) and ${within}
        order by i.id`.execute(q.db as never)
      return rows
    },
  },
  {
    kind: 'instalment',
    ...{ direction: 'in', certainty: 'expected', mayBeLate: true, scope: 'sales-contract' },
    needs: ['receivable.view', 'sales-contract.view'],
    rows: async (q) => {
      const within = q.scope('sales-contract', 'c.ownerId', 'c.departmentId') ?? sql<boolean>`1`
      const missing = expectedReceipts(q.sql).filter((one) => one.missing > 0)
      const given = JSON.stringify(missing.map((one) => [one.contractId, one.day, one.missing]))
      const { rows } = await sql<ExpectedCash>`
        select c.id, c.number, p.name as party, j.value ->> 1 as day, c.currency, j.value ->> 2 as minor
        from json_each(${given}) j join sales_contract c on c.id = j.value ->> 0 join party p on p.id = c.customerId
        where ${within} order by j.key`.execute(q.db as never)
      return rows
    },
  },
]
