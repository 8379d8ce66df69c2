// The seal over what commands had written before the trail covered it: a hash of each position as it stood then, chained, with the last of them in an entry
// of the trail. Written once, by the migration that brought it. Rule U56 of people, decision 105.
import { hash } from 'node:crypto'
import type { Sql } from '../open.ts'
import { contentsBetween, type Content } from './content.ts'
import { endOfAudit, writeOwnEntry } from './entries.ts'

/** Positions below the first entry are sealed together with it. */
export const LOWEST = Number.MIN_SAFE_INTEGER
/** So many positions are read in one go. */
const STEP = 1000

export const sealHash = (previous: string, pos: number, content: Content): string =>
  hash('sha256', JSON.stringify([previous, pos, content.changes, content.ledger]), 'base64url')

/** Seals everything that stands, and says so in the trail; an empty trail needs none. */
export const sealTrail = (sql: Sql): void => {
  const end = endOfAudit(sql)
  if (end.id === 0) return
  let last = ''
  let positions = 0
  const put = sql.prepare('INSERT INTO audit_seal(pos, changes, ledger, hash) VALUES (?,?,?,?)')
  for (let after = LOWEST; after < end.id; after = after < 0 ? 0 : after + STEP)
    for (const [pos, content] of contentsBetween(sql, after, after < 0 ? 0 : Math.min(after + STEP, end.id))) {
      last = sealHash(last, pos, content)
      put.run(pos, content.changes, content.ledger, last)
      positions += 1
    }
  // The hash stands last: the check compares how the text ends.
  writeOwnEntry(sql, 'seal', 'seal-trail', { through: end.id, positions, hash: last })
}
