// Copies the write-ahead log into the database, on a connection of its own that does nothing else.
import Sqlite from 'better-sqlite3'

export type Checkpointer = {
  /** Copies as much as no reader of an older moment still needs; the pages in the log. Waits for nobody, and commits go on meanwhile. */
  checkpoint(): { log: number }
  close(): void
}

export const openCheckpointer = (file: string): Checkpointer => {
  const db = new Sqlite(file, { fileMustExist: true })
  return {
    checkpoint: () => (db.pragma('wal_checkpoint(PASSIVE)') as [{ log: number }])[0],
    close: () => void db.close(),
  }
}
