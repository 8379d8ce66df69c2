// Naming a record by its id alone; one that the viewer may not see is answered like one that does not exist (SEC43).
import type { TableName } from '../../../db/schema/tables.ts'
import type { QueryOutput, QueryParsed } from '../../../preload/contract/queries.ts'
import { isOwned, mayView } from '../../access/searchable-kinds.ts'
import { departmentPaths, inScope } from '../../access/viewer.ts'
import type { QueryContext } from '../../queries/define-query.ts'

type Located = QueryOutput<'locate'>
type Row = { title: string; kind?: string; ownerId?: string | null; departmentId?: string | null }
/** Where each kind stands and what its record is called. Names of tables and columns are written here, never taken from the input. */
const places: readonly { kind: Located['kind']; table: TableName; title: string; owned?: true }[] = [
  { kind: 'product', table: 'product', title: 'name' },
  { kind: 'deal', table: 'deal', title: 'number', owned: true },
  { kind: 'quotation', table: 'quotation', title: 'number', owned: true },
  { kind: 'sales-contract', table: 'sales_contract', title: 'number', owned: true },
  { kind: 'purchase-contract', table: 'purchase_contract', title: 'number', owned: true },
  { kind: 'freight-inquiry', table: 'freight_inquiry', title: 'number', owned: true },
  { kind: 'shipment', table: 'shipment', title: 'number', owned: true },
  { kind: 'letter-of-credit', table: 'letter_of_credit', title: 'number', owned: true },
  { kind: 'bill', table: 'bill', title: 'number' },
  { kind: 'receipt', table: 'receipt', title: 'number', owned: true },
  { kind: 'payment', table: 'payment', title: 'number' },
  { kind: 'payment-request', table: 'payment_request', title: 'number', owned: true },
  { kind: 'profit-estimate', table: 'profit_estimate', title: 'number', owned: true },
  { kind: 'transfer', table: 'transfer', title: 'number' },
  { kind: 'credit-note', table: 'credit_note', title: 'number' },
  { kind: 'tax-refund-receipt', table: 'tax_refund_receipt', title: 'number' },
  { kind: 'revaluation', table: 'revaluation', title: 'number' },
  { kind: 'bank-account', table: 'bank_account', title: 'name' },
]
const UNKNOWN: Located = { kind: 'unknown', title: '' }

const shown = (q: QueryContext, kind: Located['kind'], row: Row): Located => {
  if (kind === 'unknown') return UNKNOWN
  if (kind === 'transfer' || kind === 'bank-account') return q.may('bank-account.view') ? { kind, title: row.title } : UNKNOWN
  if (kind === 'credit-note') return q.may('bill.view') ? { kind, title: row.title } : UNKNOWN
  if (kind === 'revaluation') return q.may('ledger.view') ? { kind, title: row.title } : UNKNOWN
  if (kind === 'tax-refund-receipt') return q.may('payable.view') ? { kind, title: row.title } : UNKNOWN
  if (!mayView(q, kind)) return UNKNOWN
  const pathOf = departmentPaths(q.sql)
  const owner = { ownerId: row.ownerId ?? null, departmentId: row.departmentId ?? null }
  return isOwned(kind) && !inScope(q.viewer, kind, owner, pathOf) ? UNKNOWN : { kind, title: row.title }
}

export const locate = ({ id }: QueryParsed<'locate'>, q: QueryContext): Located => {
  const party = q.sql.prepare('SELECT name AS title, kind, ownerId, departmentId FROM party WHERE id = ?').get(id) as Row | undefined
  if (party) return shown(q, party.kind === 'customer' ? 'customer' : 'vendor', party)
  // A request to ship over the limit is read on its shipment.
  const override = q.sql.prepare('SELECT shipmentId FROM credit_override WHERE id = ?').get(id) as { shipmentId: string } | undefined
  if (override) {
    const shipment = locate({ id: override.shipmentId }, q)
    return shipment.kind === 'unknown' ? UNKNOWN : { ...shipment, id: override.shipmentId }
  }
  // An amendment in preparation, which may wait for approval, is reached by its contract.
  const version = q.sql.prepare('SELECT contractId FROM contract_version WHERE id = ?').get(id) as { contractId: string } | undefined
  if (version) {
    const contract = locate({ id: version.contractId }, q)
    return contract.kind === 'unknown' ? UNKNOWN : { ...contract, id: version.contractId }
  }
  for (const { kind, table, title, owned } of places) {
    const columns = owned ? `"${title}" AS title, ownerId, departmentId` : `"${title}" AS title`
    const row = q.sql.prepare(`SELECT ${columns} FROM "${table}" WHERE id = ?`).get(id) as Row | undefined
    if (row) return shown(q, kind, row)
  }
  return UNKNOWN
}
