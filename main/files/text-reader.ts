// Reads the texts of files that were added, one after another and with rests between, so that nobody waits for it; again at each start for what was left. What cannot
// be read has no text and is not tried again. Rule FI23 of files.
import { putFileText } from '../../db/file-text.ts'
import type { Sql } from '../../db/open.ts'
import type { FileType } from '../../preload/contract/vocabulary/file-types.ts'
import type { ContentReader } from './content-reader.ts'
import type { FileStore } from './store.ts'

/** Long enough that what is sent together is read together. */
const DELAY_MS = 1000
/** Half a second of work is followed by as much rest: an office has other things to do. */
const REST_MS = 50
const AT_ONCE = 20

export type TextReader = { soon(): void; stop(): void }
type Parts = {
  store: Pick<FileStore, 'has' | 'placeOf'>
  reader: Pick<ContentReader, 'do'>
  next(most: number): { sha256: string; type: FileType }[]
  write(work: (sql: Sql) => void): Promise<unknown>
  /** Texts have come. */
  read(): void
  failed(error: unknown): void
  delayMs?: number
}

export const textReader = ({ store, reader, next, write, read, failed, delayMs = DELAY_MS }: Parts): TextReader => {
  let timer: NodeJS.Timeout | undefined
  let isReading = false
  let isStopped = false
  let isAskedAgain = false
  /** Contents that are not here: another start may find them. */
  const absent = new Set<string>()
  const rest = () => new Promise<void>((resolve) => setTimeout(resolve, REST_MS).unref())

  const readAll = async (): Promise<void> => {
    for (;;) {
      const batch = next(AT_ONCE + absent.size).filter(({ sha256 }) => !absent.has(sha256))
      if (batch.length === 0) return
      for (const { sha256, type } of batch) {
        if (isStopped) return
        if (!store.has(sha256)) absent.add(sha256)
        else {
          const text = (await reader.do({ kind: 'text', file: store.placeOf(sha256), type })) ?? ''
          if (isStopped) return
          await write((sql) => putFileText(sql, sha256, text))
        }
        await rest()
      }
      read()
    }
  }
  const begin = async (): Promise<void> => {
    timer = undefined
    if (isReading) {
      isAskedAgain = true
      return
    }
    isReading = true
    try {
      do {
        isAskedAgain = false
        await readAll()
      } while (isAskedAgain && !isStopped)
    } catch (error) {
      failed(error)
    } finally {
      isReading = false
    }
  }
  return {
    soon: () => {
      if (!isStopped) timer ??= setTimeout(() => void begin(), delayMs).unref()
    },
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
