// The passwords of a command, hashed before it takes its place in the line of writes. One hash takes a third of a second: other commands go on meanwhile, and a
// handler that is given the hash does the same each time it runs (rule U64 of people).
import type { Sql } from '../../db/open.ts'
import type { CommandSpec } from '../../preload/contract/define/index.ts'
import { hashPassword, verifyPassword } from '../access/password.ts'
import { valueAt } from './value-at.ts'

export type HashedPasswords = {
  /** Of the new password. */
  hash: string
  /** The stored hash that the user's current password matched; null when it was wrong or none is asked for. The handler compares it with what is stored by then. */
  matched: string | null
}

const matchedHash = async (sql: Sql, userId: string, current: string): Promise<string | null> => {
  const stored = sql.prepare('SELECT hash FROM credential WHERE userId = ?').get(userId) as { hash: string } | undefined
  return stored && (await verifyPassword(current, stored.hash)) ? stored.hash : null
}

/** The hashes of a parsed input, or undefined for a command that sets no password. */
export const hashedPasswords = async (
  sql: Sql,
  spec: CommandSpec,
  input: unknown,
  userId: string,
): Promise<HashedPasswords | undefined> => {
  if (spec.newPassword === undefined) return undefined
  const matched = spec.proof === undefined ? null : await matchedHash(sql, userId, String(valueAt(input, spec.proof)))
  return { hash: await hashPassword(String(valueAt(input, spec.newPassword))), matched }
}
