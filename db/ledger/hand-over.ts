// Open items follow their customer to another salesperson, so that who chases the money sees it. Postings stay as they were (L2).
import type { WritableDb } from '../tx.ts'
import { ledgerKey } from './post.ts'

/**
 * An item of a customer that is open again belongs to whom the customer belongs now: while it was settled a hand-over passed it by. Gives that owner, or
 * undefined where there is nobody or nothing to change.
 */
export const followCustomer = (tx: WritableDb, ref: string): { ownerId: string; departmentId: string | null } | undefined => {
  const now = tx.sql
    .prepare(
      `SELECT p.ownerId, p.departmentId FROM open_item i JOIN ledger_key k ON k.key = i.party JOIN party p ON p.id = k.id
       LEFT JOIN ledger_key o ON o.key = i.owner WHERE i.ref = ? AND p.kind = 'customer' AND p.ownerId IS NOT NULL AND o.id IS NOT p.ownerId`,
    )
    .get(ref) as { ownerId: string; departmentId: string | null } | undefined
  if (!now) return undefined
  const { id } = tx.sql
    .prepare('UPDATE open_item SET owner = ?, department = ? WHERE ref = ? RETURNING id')
    .get(ledgerKey(tx, now.ownerId), ledgerKey(tx, now.departmentId), ref) as { id: number }
  tx.report('open_item', [id], 'reassigned')
  return now
}

/** Gives every item of the party that is still open to this owner and department. */
export const handOverItems = (tx: WritableDb, partyId: string, to: { ownerId: string; departmentId: string | null }): void => {
  const items = tx.sql
    .prepare(
      `UPDATE open_item SET owner = ?, department = ? WHERE party = (SELECT key FROM ledger_key WHERE id = ?) AND (openForeign <> 0 OR openBase <> 0)
       RETURNING id`,
    )
    .all(ledgerKey(tx, to.ownerId), ledgerKey(tx, to.departmentId), partyId) as { id: number }[]
  for (const { id } of items) tx.report('open_item', [id], 'reassigned')
  if (items.length > 0) tx.touched.add('posting')
}
