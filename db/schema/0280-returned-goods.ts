// Migration 280: goods that came back keep the days on which they were away, so that what is entered later for one of these days costs what it cost then
// (purchasing P36); and money that was entered before the search knew bank references is found by them too (treasury T44).
import { plainText } from '../../preload/contract/vocabulary/fold.ts'
import { cutText } from '../../preload/contract/vocabulary/texts.ts'
import type { Sql } from '../open.ts'

export const returnedGoods = `
-- One row for each source of a dispatch that was taken back: away from leftOn until the day before backOn. The shipment and its lines may have changed since.
CREATE TABLE returned_source (
  id TEXT PRIMARY KEY, shipmentId TEXT NOT NULL, position INTEGER NOT NULL, purchaseLineId TEXT NOT NULL,
  quantity INTEGER NOT NULL, leftOn TEXT NOT NULL, backOn TEXT NOT NULL
) STRICT;
CREATE INDEX returned_source_purchase ON returned_source(purchaseLineId);
CREATE INDEX returned_source_shipment ON returned_source(shipmentId);
`

const KEPT = 'id, kind, title, detail, ownerId, departmentId, text, initials'
type Referenced = { id: string; bankReference: string; text: string }

/**
 * Puts the bank's reference into the entries of money that lack it. They wait, and are found at once; the search keeper takes them into the full-text tables
 * in its small batches after the start.
 */
export const findByReference = (sql: Sql): void => {
  // An entry that still waits is newer than what the index holds of it.
  sql.exec(`CREATE TEMP TABLE referenced AS SELECT m.bankReference, e.* FROM
    (SELECT id, bankReference FROM receipt WHERE bankReference <> '' UNION ALL SELECT id, bankReference FROM payment WHERE bankReference <> '') m
    JOIN (SELECT ${KEPT} FROM search_waiting UNION ALL SELECT ${KEPT} FROM search_entry WHERE id NOT IN (SELECT id FROM search_waiting)) e ON e.id = m.id`)
  const wait = sql.prepare(`INSERT OR REPLACE INTO search_waiting(${KEPT})
    SELECT id, kind, title, detail, ownerId, departmentId, text || ' ' || ?, initials FROM temp.referenced WHERE id = ?`)
  for (const { id, bankReference, text } of sql.prepare('SELECT id, bankReference, text FROM temp.referenced').all() as Referenced[]) {
    const word = cutText(plainText(bankReference), 400)
    if (word !== '' && !text.split(' ').includes(word)) wait.run(word, id)
  }
  sql.exec('DROP TABLE temp.referenced')
}
