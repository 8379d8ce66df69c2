// Texts of files are read after they came, one after another, and again at the next start for what was left. Rule FI23 of files.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing/database.ts'
import type { FileType } from '../../preload/contract/vocabulary/file-types.ts'
import { textReader } from './text-reader.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await testDatabase()
})
afterEach(() => database.close())

const texts = () => database.read.sql.prepare('SELECT content, text FROM file_text ORDER BY content').all()
const known = (sha256: string) => database.read.sql.prepare('SELECT 1 FROM file_text WHERE content = ?').get(sha256) !== undefined
const readerOf = (given: Record<string, string | undefined>, absent: readonly string[] = []) => {
  const failures: unknown[] = []
  const asked: string[] = []
  const reader = textReader({
    store: { has: (sha256) => !absent.includes(sha256), placeOf: (sha256) => sha256 },
    reader: {
      do: (job) => {
        asked.push(job.file)
        return Promise.resolve(given[job.file]) as never
      },
    },
    next: (most) =>
      Object.keys(given)
        .filter((sha256) => !known(sha256))
        .slice(0, most)
        .map((sha256) => ({ sha256, type: 'pdf' as FileType })),
    write: async (work) => work(database.write.sql),
    read: () => undefined,
    failed: (error) => failures.push(error),
    delayMs: 0,
  })
  return { reader, failures, asked }
}

test('[FI23] every text is read once, one that cannot be read is empty and stays so, and what is not here waits', async () => {
  const given: Record<string, string | undefined> = { a: '提单', b: undefined, lost: 'never read' }
  const { reader, failures, asked } = readerOf(given, ['lost'])
  reader.soon()
  reader.soon()
  await vi.waitFor(() => expect(texts()).toHaveLength(2), 30_000)
  given['c'] = 'packing list'
  reader.soon()
  await vi.waitFor(() => expect(texts()).toHaveLength(3), 30_000)
  reader.stop()
  expect(texts()).toEqual([
    { content: 'a', text: '提单' },
    { content: 'b', text: '' },
    { content: 'c', text: 'packing list' },
  ])
  expect([asked, failures]).toEqual([['a', 'b', 'c'], []])
  // The next start finds it.
  const later = readerOf({ lost: 'found again' })
  later.reader.soon()
  await vi.waitFor(() => expect(texts()).toHaveLength(4), 30_000)
  later.reader.stop()
})

test('[FI23] what fails is told, and read another time', async () => {
  const { reader, failures } = readerOf({ a: 'text' })
  database.write.sql.exec("CREATE TEMP TRIGGER full BEFORE INSERT ON file_text BEGIN SELECT RAISE(ABORT, 'full'); END")
  reader.soon()
  await vi.waitFor(() => expect(failures).toHaveLength(1), 30_000)
  database.write.sql.exec('DROP TRIGGER full')
  reader.soon()
  await vi.waitFor(() => expect(texts()).toHaveLength(1), 30_000)
  reader.stop()
})
