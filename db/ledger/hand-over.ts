// Open items follow their customer to another salesperson, so that who chases the money sees it. Postings stay as they were (L2).
import type { WritableDb } from '../tx.ts'
import { ledgerKey } from './post.ts'

/** Gives every item of the party that is still open to this owner and department. */
export const handOverItems = (tx: WritableDb, partyId: string, to: { ownerId: string; departmentId: string | null }): void => {
  const { changes } = tx.sql
    .prepare(
      'UPDATE open_item SET owner = ?, department = ? WHERE party = (SELECT key FROM ledger_key WHERE id = ?) AND (openForeign <> 0 OR openBase <> 0)',
    )
    .run(ledgerKey(tx, to.ownerId), ledgerKey(tx, to.departmentId), partyId)
  if (changes > 0) tx.touched.add('posting')
}
