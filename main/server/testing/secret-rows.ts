// Where secret figures stand in the company's rows, and how a test makes each of them a number that nothing else in the company has.
import type { Permission } from '../../../preload/contract/access.ts'
import type { Sql } from '../../../db/open.ts'

/** `above`: so much more than the others, so that what is paid is paid whatever the figures are. */
type Rows = { table: string; columns: string[]; where?: string; above?: number }
/** `seenBy`: any of these rights is enough. */
export type Secret = { name: string; seenBy: readonly Permission[]; rows: readonly Rows[] }

const PAYABLE = "account IN ('2202', '1123')"
/** Rows that hold a secret, and its columns. */
export const SECRETS: readonly Secret[] = [
  {
    name: 'costs',
    seenBy: ['cost.view'],
    rows: [
      {
        table: 'purchase_line',
        columns: ['price', 'amount', 'netBase', 'vatBase', 'billedNetBase', 'billedVatBase', 'costBase', 'costVatBase', 'costRefundBase'],
      },
      { table: 'purchase_contract', columns: ['total', 'totalBase'] },
      { table: 'bill', columns: ['total', 'totalBase'] },
      { table: 'bill_line', columns: ['amount', 'netBase', 'vatBase'] },
      { table: 'bill_share', columns: ['amount', 'amountBase'] },
      { table: 'shipment_source', columns: ['costBase', 'vatBase', 'refundBase'] },
      { table: 'approval', columns: ['amount', 'amountBase'], where: "kind IN ('purchase-contract', 'profit-estimate')" },
      { table: 'profit_estimate', columns: ['purchaseBase', 'refundBase', 'expensesBase'] },
      { table: 'profit_estimate_line', columns: ['price', 'amount', 'amountBase', 'refundBase'] },
    ],
  },
  {
    name: 'what is owed to vendors',
    seenBy: ['cost.view', 'payable.view'],
    rows: [
      { table: 'open_item', columns: ['foreign', 'base', 'openForeign', 'openBase'], where: PAYABLE },
      { table: 'sum_party', columns: ['base', 'foreign'], where: PAYABLE },
      { table: 'payment_request', columns: ['amount', 'amountBase'] },
      { table: 'payment_request_line', columns: ['amount'] },
      { table: 'credit_note', columns: ['amount'], where: "partyId IN (SELECT id FROM party WHERE kind <> 'customer')" },
      { table: 'approval', columns: ['amount', 'amountBase'], where: "kind = 'payment-request'" },
    ],
  },
  {
    name: 'what was paid',
    seenBy: ['cost.view', 'payable.view', 'payment.view'],
    rows: [{ table: 'payment', columns: ['amount', 'amountBase'], above: 1_000_000_000_000 }],
  },
  {
    name: 'profits',
    seenBy: ['profit.view'],
    rows: [
      { table: 'sum_deal', columns: ['base'], where: "account <> '6001'" },
      { table: 'approval', columns: ['margin'] },
      { table: 'profit_estimate', columns: ['profitBase', 'margin'] },
    ],
  },
]
export const hiddenFrom = (permissions: readonly Permission[]): Secret[] =>
  SECRETS.filter(({ seenBy }) => !seenBy.some((p) => permissions.includes(p)))

type Values = Record<string, number | string>
/** The same in what the change log says was written to the row: the audit trail tells it. */
const poisonChanges = (sql: Sql, table: string, id: string, column: string, canary: number): (() => void) => {
  const put = sql.prepare('UPDATE change SET before = ?, after = ? WHERE id = ?')
  const changes = sql.prepare('SELECT id, before, after FROM change WHERE tableName = ? AND rowId = ?').all(table, id) as {
    id: number
    before: string | null
    after: string | null
  }[]
  const poisoned = (text: string | null) => {
    const row = text === null ? null : (JSON.parse(text) as Record<string, unknown>)
    return row && row[column] != null ? JSON.stringify({ ...row, [column]: canary }) : text
  }
  for (const { id: change, before, after } of changes) put.run(poisoned(before), poisoned(after), change)
  return () => changes.forEach(({ id: change, before, after }) => void put.run(before, after, change))
}

/** The least of all canaries: thirteen figures. */
export const CANARY = 7_310_000_000_000
/** Gives every secret figure a value of its own from `first` on, by steps; signs and nothing stay as they are. Gives what restores them. */
export const poison = (sql: Sql, secrets: readonly Secret[], first = CANARY, step = 1_000_003): (() => void) => {
  const kept: (() => void)[] = []
  let canary = first
  for (const { table, columns, where, above = 0 } of secrets.flatMap((s) => s.rows)) {
    const keys = (sql.prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0').all(table) as { name: string }[]).map((k) => k.name)
    for (const column of columns) {
      const rows = sql.prepare(`SELECT * FROM "${table}" WHERE "${column}" IS NOT NULL ${where ? `AND ${where}` : ''}`).all() as Values[]
      const put = sql.prepare(`UPDATE "${table}" SET "${column}" = ? WHERE ${keys.map((k) => `"${k}" = ?`).join(' AND ')}`)
      for (const row of rows) {
        canary += step
        const told = canary + above
        const [was, at] = [row[column]!, keys.map((k) => row[k]!)]
        if (was === 0 && table !== 'purchase_line') continue
        kept.push(poisonChanges(sql, table, String(at[0]), column, told))
        put.run(typeof was === 'string' ? String(told) : was < 0 ? -told : told, ...at)
        kept.push(() => void put.run(was, ...at))
      }
    }
  }
  return () => kept.toReversed().forEach((restore) => restore())
}

/** Any number as great as a canary in an answer; identifiers, fingerprints, cursors and `but` are no numbers. */
export const canaryIn = (text: string, but: readonly string[] = []): string | undefined => {
  const plain = text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '')
    .replaceAll(/"(contentHash|nextCursor|fault)":"[^"]*"/g, '')
    // Instants in a workbook are days with a fraction; the greatest integer stands in the API's schemas.
    .replaceAll(/\b\d{5}\.\d{7,}/g, '')
    .replaceAll(String(Number.MAX_SAFE_INTEGER), '')
    .replaceAll(/\b\d{18}\b/g, (number) => (but.includes(number) ? '' : number))
    .replaceAll(/(\d)[.,](?=\d)/g, '$1')
  return /\d{13,}/.exec(plain)?.[0]
}
