// A migrated database in a temporary folder, in one call; real SQLite files, because memory databases hide what files do.
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { openReadable, openWritable, type Connection } from '../open.ts'
import { migrate } from '../schema/migrations.ts'
import { spellingReady } from '../spelling.ts'

export type TestDatabase = { folder: string; file: string; write: Connection; read: Connection; close(): void }

const MIGRATED = 'migrated'
const preparedFile = (folder: string, name: string) => path.join(folder, `${name}.sqlite`)

/** Makes the database that tests copy when they ask for no other: migrating anew costs each test a hundred times as much. */
export const makeMigrated = async (folder: string): Promise<void> => {
  const write = openWritable(preparedFile(folder, MIGRATED))
  await migrate(write, async () => undefined)
  write.close()
}

/** Whether a database of this name was kept by `keepPrepared` in this run. */
export const isPrepared = (name: string): boolean => existsSync(preparedFile(inject('prepared'), name))

/** Keeps a copy of this database for the tests that come after. When several test files make it at the same time, the last one stays. */
export const keepPrepared = async (name: string, { write, folder }: TestDatabase): Promise<void> => {
  const made = path.join(folder, 'prepared.sqlite')
  await write.backup(made)
  const unfinished = preparedFile(inject('prepared'), `${name}-${path.basename(folder)}`)
  copyFileSync(made, unfinished)
  renameSync(unfinished, preparedFile(inject('prepared'), name))
}

/** @param prepared the name of a database of `keepPrepared`; otherwise an empty one */
export const testDatabase = async (prepared = MIGRATED): Promise<TestDatabase> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tradewind-'))
  const file = path.join(folder, 'company.sqlite')
  copyFileSync(preparedFile(inject('prepared'), prepared), file)
  const write = openWritable(file)
  // Tests need no power-cut safety: waiting for the disk would only make them slow.
  write.pragma('synchronous = OFF')
  await spellingReady()
  // Rows that a test puts without a command (position 0) leave no trace: the trail would have no entry for them, and its check would tell so.
  write.sql.exec('CREATE TEMP TRIGGER seeds AFTER INSERT ON main.change WHEN NEW.pos = 0 BEGIN DELETE FROM change WHERE id = NEW.id; END')
  const read = openReadable(file)
  return {
    folder,
    file,
    write,
    read,
    close: () => {
      read.close()
      write.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
