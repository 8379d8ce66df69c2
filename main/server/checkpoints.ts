// Keeps the write-ahead log short. It can only begin again from its start at a moment when nobody reads an older one, and with reports and exports always
// under way there would be none: once the log is long, the reader threads are given a rest (U48).

/** Of what SQLite says after a checkpoint: the pages in the log. */
type Log = { log: number }
export type CheckpointParts = {
  /** Copies what it can into the database, waiting for nobody; between two commands. */
  checkpoint(): Promise<Log>
  /** Runs it while no thread reads. */
  quiet(work: () => Promise<Log>): Promise<Log>
  failed(error: unknown): void
}

/** 64 MB, in pages of 4 KB: more than a busy day's writing between two quiet moments. */
const LONG = 16_384

/** What a timer calls. A rest that is still waited for is not asked for again. */
export const checkpoints = (parts: CheckpointParts, long = LONG): (() => Promise<void>) => {
  let resting = false
  /** How long the log was after the last rest: while nothing is written it stays so. */
  let rested = 0
  return async () => {
    if (resting) return
    resting = true
    try {
      const { log } = await parts.checkpoint()
      if (log > long && log !== rested) rested = (await parts.quiet(parts.checkpoint)).log
    } catch (error) {
      parts.failed(error)
    } finally {
      resting = false
    }
  }
}
