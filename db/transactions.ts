// Transactions of the writing connection: one that nobody shares, or steps of one that several commands share, each written whole or not at all.
import type { Connection } from './open.ts'

export type Transactions = {
  /** A transaction that nobody else shares. */
  own<T>(work: () => T | Promise<T>): Promise<T>
  /** Work that is written whole or not at all, before the commit: the first step opens the transaction, those that follow have a savepoint each. */
  step<T>(work: () => T | Promise<T>): Promise<T>
  /** Commits what the steps left open. Gives the error where nothing of it was written. */
  commitSteps(): unknown
  /** Takes back what the steps left open. */
  rollback(): void
  /** The number of the open transaction; undefined while none is open. */
  open(): number | undefined
  /** The error on which SQLite itself took back a whole transaction at one of its later steps (a full disk). */
  lostBy(): unknown
}

/** Not to be used by two at once: whoever works in it waits for it in the line. */
export const transactionsOf = (connection: Connection): Transactions => {
  const { sql } = connection
  let number = 0
  let lostBy: unknown
  const begin = (): void => {
    sql.prepare('BEGIN IMMEDIATE').run()
    number += 1
  }
  const commit = (): void => void sql.prepare('COMMIT').run()
  /** SQLite itself rolls back on some errors (disk full): then there is nothing left to undo. */
  const rollback = (): void => {
    if (connection.inTransaction()) sql.prepare('ROLLBACK').run()
  }
  return {
    own: async (work) => {
      begin()
      try {
        const result = await work()
        commit()
        return result
      } catch (error) {
        rollback()
        throw error
      }
    },
    step: async (work) => {
      const isFirst = !connection.inTransaction()
      if (isFirst) begin()
      else sql.prepare('SAVEPOINT one').run()
      try {
        const result = await work()
        if (!isFirst) sql.prepare('RELEASE one').run()
        else if (!connection.inTransaction()) throw new Error('the transaction ended before its commit')
        return result
      } catch (error) {
        if (isFirst) rollback()
        else if (connection.inTransaction()) sql.exec('ROLLBACK TO one; RELEASE one')
        else lostBy = error
        throw error
      }
    },
    commitSteps: () => {
      try {
        if (connection.inTransaction()) commit()
        return undefined
      } catch (error) {
        rollback()
        return error
      }
    },
    rollback,
    open: () => (connection.inTransaction() ? number : undefined),
    lostBy: () => lostBy,
  }
}
