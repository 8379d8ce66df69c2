// Every table that the audit trail tells of, gathered; what stands nowhere here is told by no more than that something else was written.
import { auditedControl } from './control.ts'
import type { AuditedTable } from './define.ts'
import { auditedMoney } from './money.ts'
import { auditedPeople } from './people.ts'
import { auditedTrade } from './trade.ts'

export type { AuditedColumn, AuditedTable } from './define.ts'

const tables: Record<string, AuditedTable> = { ...auditedPeople, ...auditedTrade, ...auditedControl, ...auditedMoney }

/** Names of the tables that are told. */
export const auditedTables = Object.keys(tables)
/** How a table's rows are told, with what rows of this kind have otherwise; undefined for a table of the office's own. */
export const auditedTable = (table: string, kind?: unknown): AuditedTable | undefined => {
  const found = Object.hasOwn(tables, table) ? tables[table] : undefined
  const special = typeof kind === 'string' ? found?.kinds?.[kind] : undefined
  return found && special ? { ...found, ...special } : found
}
/** `record.<name>` of a table's rows. */
export const auditedRecord = (table: string, kind?: unknown): string => auditedTable(table, kind)?.record ?? table.replaceAll('_', '-')
