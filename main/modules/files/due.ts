// Contracts on Today that are in force and whose signed scan nobody has handed in by its day. Rule FI22.
import { sql } from 'kysely'
import { addDays } from '../../../preload/contract/vocabulary/dates.ts'
import { readFileSettings } from '../../access/file-settings.ts'
import { asked, type DueRule } from '../../records/due.ts'

/** What was signed longer ago is in the register alone: whoever brings ten years of contracts is not asked for all of them at once. */
const ASKED_FOR_DAYS = 365

const scanMissing = (
  kind: 'sales-contract' | 'purchase-contract',
  contracts: { table: string; party: string; total: string },
): Omit<DueRule, 'rule' | 'order'> => ({
  route: kind,
  permission: kind === 'sales-contract' ? 'sales-contract.view' : ['purchase-contract.view', 'cost.view'],
  owned: { resource: kind, owner: 'c.ownerId', department: 'c.departmentId' },
  settings: asked({ first: 0, every: 7, atMost: null, whom: ['owner'], escalateAfter: 10 }),
  move: 'forward',
  untilGone: true,
  rows: (q, until, within) => {
    const days = readFileSettings(q.sql).scanDays
    return sql`
      select c.id, c.number, p.name as party, date(c.signedOn, ${`+${days} days`}) as date, ${sql.ref(contracts.total)} as minor, c.currency, c.ownerId as owner,
        c.departmentId as department, '' as part, null as stopOn
      from ${sql.table(contracts.table)} c join party p on p.id = ${sql.ref(contracts.party)}
      where c.status = 'signed' and c.signedOn <= ${addDays(until, -days)} and c.signedOn >= ${addDays(q.today, -ASKED_FOR_DAYS)}
        and ${within} and not exists (select 1 from attachment a where a.kind = 'signed-contract' and a.recordKind = ${kind} and a.recordId = c.id
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
