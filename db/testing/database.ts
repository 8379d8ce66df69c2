// A migrated database in a temporary folder, in one call; real SQLite files, because memory databases hide what files do.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openReadable, openWritable, type Connection } from '../open.ts'
import { migrate } from '../schema/migrations.ts'

export type TestDatabase = { folder: string; file: string; write: Connection; read: Connection; close(): void }

export const testDatabase = async (): Promise<TestDatabase> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tradewind-'))
  const file = path.join(folder, 'company.sqlite')
  const write = openWritable(file)
  // Tests need no power-cut safety: waiting for the disk would only make them slow.
  write.pragma('synchronous = OFF')
  await migrate(write, async () => undefined)
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
