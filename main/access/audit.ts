// The check of the audit trail (操作日志): that its entries form one chain, that what their commands wrote stands as it was written, and that the chain
// leads to every end that was once seen (SEC49). One check for the button, the office's own looks and the tests. Rules U15, U18, U55 to U57 of people.
import type { Sql } from '../../db/open.ts'
import { contentsBetween, NOTHING, strayAfter, type Content } from '../../db/trail/content.ts'
import { digestOf, isCovered, type AuditEnd, type AuditRow, type TrailEntry } from '../../db/trail/entries.ts'
import { LOWEST, sealHash } from '../../db/trail/seal.ts'
import { recordedWitnesses } from '../../db/trail/witness.ts'
import type { BreakPart } from '../../preload/contract/modules/audit/calls.ts'

/** The first entry that does not fit. */
export type Break = {
  entry: number
  part: BreakPart
  /** When it was written, as far as that can still be read: an instant or a day; '' where nothing stands. */
  at: string
}
export type ChainSlice = {
  /** The last entry that fits, with what it wrote. */
  end: AuditEnd
  broken: Break | null
  /** Nothing comes after it. */
  isEnd: boolean
}

type Seals = Map<number, Content & { hash: string }>
type Walk = {
  content: Map<number, Content>
  seals: Seals
  /** The last seal before the entry that is looked at. */
  lastSeal: string
  /** Whether the entry before has hashes of what it wrote; the first may begin either way. */
  covered: boolean
}

const lastSealAt = (sql: Sql, pos: number): string =>
  (sql.prepare('SELECT hash FROM audit_seal WHERE pos <= ? ORDER BY pos DESC LIMIT 1').get(pos) as { hash: string } | undefined)?.hash ?? ''

/** What stands at a position must be what was sealed there, and the seals must follow each other. */
const sealFits = (walk: Walk, pos: number): boolean => {
  const seal = walk.seals.get(pos)
  if (!seal) return true
  const fits = seal.hash === sealHash(walk.lastSeal, pos, seal)
  walk.lastSeal = seal.hash
  return fits
}

/** What does not fit in one entry that is chained well; null when all does. */
const misfit = (row: AuditRow, walk: Walk): BreakPart | null => {
  const stands = walk.content.get(row.id) ?? NOTHING
  if (!isCovered(row)) {
    // Entries without hashes of what they wrote come first, and nowhere else.
    if (walk.covered || row.kind === 'seal') return 'entry'
    if (!sealFits(walk, row.id)) return 'seal'
  } else {
    const opens = row.id > 1 && !walk.covered
    if (opens !== (row.kind === 'seal')) return 'entry'
    if (walk.seals.has(row.id) || (opens && !row.outcome.endsWith(`"hash":"${walk.lastSeal}"}`))) return 'seal'
    walk.covered = true
  }
  const written = walk.covered ? { changes: row.changes, ledger: row.ledger } : (walk.seals.get(row.id) ?? NOTHING)
  if (written.changes !== stands.changes) return 'changes'
  return written.ledger === stands.ledger ? null : 'ledger'
}

/** Positions below the first entry hold what was sealed there, and nothing else. */
const beginningFits = (walk: Walk): boolean =>
  [...new Set([...walk.content.keys(), ...walk.seals.keys()])]
    .filter((pos) => pos < 1)
    .toSorted((a, b) => a - b)
    .every((pos) => {
      const stands = walk.content.get(pos) ?? NOTHING
      const sealed = walk.seals.get(pos)
      return sealed?.changes === stands.changes && sealed.ledger === stands.ledger && sealFits(walk, pos)
    })

const atOf = (sql: Sql, id: number): string =>
  (sql.prepare('SELECT at FROM audit WHERE id = ?').get(id) as { at: string } | undefined)?.at ?? ''

/** At the end of the chain: nothing stands beyond it, the end that was once seen is still on it, and so is what backups witness (U61). */
const brokenEnd = (sql: Sql, end: AuditEnd, seen: AuditEnd | null): Break | null => {
  const stray = strayAfter(sql, end.id)
  if (stray) return { entry: end.id + 1, part: 'cut', at: stray.at }
  if (seen && seen.id > end.id) return { entry: end.id + 1, part: 'cut', at: '' }
  if (seen && seen.id > 0 && hashOf(sql, seen.id) !== seen.hash) return { entry: seen.id, part: 'end', at: atOf(sql, seen.id) }
  const other = recordedWitnesses(sql).findLast(({ state }) => state === 'differs')
  return other ? { entry: other.witness.count, part: 'witness', at: other.witness.day } : null
}
const hashOf = (sql: Sql, id: number): string | undefined =>
  (sql.prepare('SELECT hash FROM audit WHERE id = ?').get(id) as { hash: string } | undefined)?.hash

/**
 * Walks at most `limit` entries after one that was found to fit, and must still be there as it was. `seen` is the end that the office once reached:
 * a trail that was cut off, or forged and chained anew, does not lead there. To be asked at one moment: what is committed meanwhile is no stray.
 */
export const verifySlice = (sql: Sql, from: AuditEnd, limit: number, seen: AuditEnd | null): ChainSlice => {
  const broken = (end: AuditEnd, entry: number, part: BreakPart, at: string): ChainSlice => ({
    end,
    broken: { entry, part, at },
    isEnd: false,
  })
  const known = sql.prepare('SELECT hash, changes, ledger FROM audit WHERE id = ?').get(from.id) as
    | (TrailEntry & { hash: string })
    | undefined
  if (from.id > 0 && known?.hash !== from.hash) return broken(from, from.id, known ? 'end' : 'cut', atOf(sql, from.id))
  const rows = sql.prepare('SELECT * FROM audit WHERE id > ? ORDER BY id LIMIT ?').all(from.id, limit) as AuditRow[]
  const [after, through] = [from.id === 0 ? LOWEST : from.id, rows.at(-1)?.id ?? from.id]
  const sealed = sql.prepare('SELECT * FROM audit_seal WHERE pos > ? AND pos <= ?').all(after, through) as (Content & {
    pos: number
    hash: string
  })[]
  const walk: Walk = {
    content: contentsBetween(sql, after, through),
    seals: new Map(sealed.map((s) => [s.pos, s])),
    lastSeal: from.id === 0 ? '' : lastSealAt(sql, from.id),
    covered: known !== undefined && isCovered(known),
  }
  if (from.id === 0 && !beginningFits(walk)) return broken(from, 1, 'changes', rows[0]?.at ?? '')
  let end = from
  for (const row of rows) {
    const fits = row.id === end.id + 1 && row.previous === end.hash
    if (!fits || row.hash !== digestOf(row.id, row, end.hash, row)) return broken(end, end.id + 1, 'entry', row.at)
    const part = misfit(row, walk)
    if (part) return broken(end, row.id, part, row.at)
    end = { id: row.id, hash: row.hash }
  }
  const isEnd = rows.length < limit
  return { end, broken: isEnd ? brokenEnd(sql, end, seen) : null, isEnd }
}

/** So many entries are looked at in one go. */
const SLICE = 500

/** Walks the whole trail. `seen`: the end that the office once reached, or null where it never looked. */
export const verifyAudit = (sql: Sql, seen: AuditEnd | null = null): { rows: number; broken: Break | null } => {
  let end: AuditEnd = { id: 0, hash: '' }
  for (;;) {
    const found = verifySlice(sql, end, SLICE, seen)
    if (found.broken || found.isEnd) return { rows: found.end.id, broken: found.broken }
    end = found.end
  }
}

/** Input as the trail may keep it: secrets named by dotted path are replaced. */
export const withoutSecrets = (input: unknown, secrets: readonly string[]): string => {
  if (secrets.length === 0) return JSON.stringify(input)
  const copy = structuredClone(input) as Record<string, unknown>
  for (const path of secrets) {
    const keys = path.split('.')
    let at: Record<string, unknown> | undefined = copy
    for (const key of keys.slice(0, -1)) at = at?.[key] as Record<string, unknown> | undefined
    if (at && keys.at(-1)! in at) at[keys.at(-1)!] = '…'
  }
  return JSON.stringify(copy)
}
