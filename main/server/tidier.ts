// Keeps the office's memory flat under requests that leave much behind: V8 would let it lie until it needs the room itself (SEC38).
import { collectGarbage } from '../access/collect-garbage.ts'

/** A body of more room than any document has is garbage at once. */
const ROOM_OF_DOCUMENTS = 512 * 1024
/** Grown by so much since the last time, there is something to collect. */
const GROWN_BYTES = 32 * 1024 * 1024
/** Answers within so many milliseconds are tidied up after together. */
const TOGETHER_MS = 50

/** Called after every answer, with the room that its request's body took beyond a small one, in bytes. */
export const tidier = (): ((room: number) => void) => {
  let timer: NodeJS.Timeout | undefined
  let large = false
  let after = process.memoryUsage.rss()
  const tidyUp = () => {
    timer = undefined
    if (large || process.memoryUsage.rss() > after + GROWN_BYTES) {
      collectGarbage()
      after = process.memoryUsage.rss()
    }
    large = false
  }
  return (room) => {
    large ||= room > ROOM_OF_DOCUMENTS
    timer ??= setTimeout(tidyUp, TOGETHER_MS).unref()
  }
}
