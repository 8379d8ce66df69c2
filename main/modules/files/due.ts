// Contracts on Today that are in force and whose signed scan nobody has handed in by its day. Rule FI22.
import { sql } from 'kysely'
import { seesSecret } from '../../../preload/contract/figures.ts'
import { addDays } from '../../../preload/contract/vocabulary/dates.ts'
import { readFileSettings } from '../../access/file-settings.ts'
import type { DueRule } from '../../records/due.ts'

/** What was signed longer ago is in the register alone: whoever brings ten years of contracts is not asked for all of them at once. */
const ASKED_FOR_DAYS = 365

const scanMissing = (
  kind: 'sales-contract' | 'purchase-contract',
  contracts: { table: string; party: string; total: string },
): Pick<DueRule, 'route' | 'permission' | 'owned' | 'ahead' | 'rows'> => ({
  route: kind,
  permission: `${kind}.view`,
  owned: { resource: kind, owner: 'c.ownerId', department: 'c.departmentId' },
  ahead: 0,
  rows: (q, until, mine) => {
    const days = readFileSettings(q.sql).scanDays
    const sees = kind === 'sales-contract' || seesSecret(q.may, 'cost')
    return sql`
      select c.id, c.number, p.name as party, date(c.signedOn, ${`+${days} days`}) as date, ${sql.ref(contracts.total)} as minor, c.currency
      from ${sql.table(contracts.table)} c join party p on p.id = ${sql.ref(contracts.party)}
      where ${sees ? sql`1` : sql`0`} and c.status = 'signed' and c.signedOn <= ${addDays(until, -days)} and c.signedOn >= ${addDays(q.today, -ASKED_FOR_DAYS)}
        and ${mine} and not exists (select 1 from attachment a where a.kind = 'signed-contract' and a.recordKind = ${kind} and a.recordId = c.id
          and a.binnedAt is null)`
  },
})

export const scansDue: readonly DueRule[] = [
  {
    rule: 'sales-scan-missing',
    order: 75,
    ...scanMissing('sales-contract', { table: 'sales_contract', party: 'c.customerId', total: 'c.total' }),
  },
  {
    rule: 'purchase-scan-missing',
    order: 125,
    ...scanMissing('purchase-contract', { table: 'purchase_contract', party: 'c.supplierId', total: 'c.total' }),
  },
]
