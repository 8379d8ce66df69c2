// Commands at an office in which reports and exports are always under way: how long each waits from the moment at which it was due, beside the same commands
// alone, in turns. The parts are the office's: one thread for reports, one for exports, one that copies the write-ahead log.
import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { openWritable } from '../../db/open.ts'
import { takeInEntries } from '../../db/search.ts'
import type { Viewer } from '../../main/access/viewer.ts'
import { commandRunner } from '../../main/commands/run-command.ts'
import { allModules } from '../../main/modules.ts'
import { readerPool } from '../../main/queries/reader-pool.ts'
import { checkpoints, checkpointThread } from '../../main/server/checkpoints.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { desksAtWork, receiptSender, type Waits } from './at-work.ts'
import { median, type Line } from './measure.ts'
import { on, TODAY } from './seed.ts'

/** Twenty-five people, each with a command every second. */
const LOAD = { desks: 25, aSecond: 1, seconds: 20 }
const ROUNDS = 3
/** As the office does. */
const CHECKPOINT_MS = 5000

export const heavyBench = async (file: string, viewer: Viewer): Promise<Line[]> => {
  const write = openWritable(file)
  const main = path.resolve(import.meta.dirname, '../../main')
  const temporary = mkdtempSync(path.join(path.dirname(file), 'exports-'))
  const checkpointing = checkpointThread(path.join(main, 'checkpoint-thread.ts'), file)
  const log = { faultId: newId, fault: (text: string) => console.error(text), slow: () => undefined }
  const readers = readerPool(path.join(main, 'reader.ts'), file, log)
  const runner = commandRunner(write, allModules, { ...on, committed: () => undefined })
  const checkpoint = checkpoints({
    checkpoint: () => checkpointing.checkpoint(),
    quiet: (work) => readers.quiet(work),
    failed: (error) => console.error(error),
  })
  const timer = setInterval(() => void checkpoint(), CHECKPOINT_MS)
  const command = receiptSender(write, runner, viewer)
  const report = { name: 'ageing', input: { params: { side: 'receivable', asOf: '2024-12-31' }, limit: 100, totals: true } }
  const whole = { list: 'postings', input: {}, language: 'zh' } as const
  let over = true
  const made = { reports: 0, exports: 0 }
  for (let n = 0; n < 100; n++) await command() // what is compiled and read for the first time
  const reading = async () => {
    while (!over) {
      const answer = await readers.do({ kind: 'query', ...report, viewer, at: TODAY })
      if (!answer.ok) throw new Error(JSON.stringify(answer))
      made.reports++
    }
  }
  const exporting = async () => {
    const left = new AbortController()
    const leave = setInterval(() => over && left.abort(), 50)
    while (!over) {
      const target = path.join(temporary, `${made.exports++}.xlsx`)
      const answer = await readers.do({ kind: 'export', options: whole, viewer, at: TODAY, target }, left.signal)
      if (!answer.ok && !over) throw new Error(JSON.stringify(answer))
      rmSync(target, { force: true })
    }
    clearInterval(leave)
  }
  const alone: Waits[] = []
  const beside: Waits[] = []
  for (let round = 0; round < ROUNDS; round++) {
    alone.push(await desksAtWork(LOAD, command))
    over = false
    const heavy = [reading(), exporting()]
    beside.push(await desksAtWork(LOAD, command))
    over = true
    await Promise.all(heavy)
    while ((await runner.alone((sql) => takeInEntries(sql, 200))) === 200);
  }
  console.log(`meanwhile ${made.reports} reports and ${made.exports} exports of all postings were under way`)
  const show = ({ p50, p99 }: Waits) => `p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)} ms`
  for (const [n, each] of alone.entries()) console.log(`commands alone: ${show(each)}; beside reports and exports: ${show(beside[n]!)}`)
  clearInterval(timer)
  await readers.close()
  await checkpointing.close()
  write.close()
  const [anchorMs, oursMs] = [median(alone.map((w) => w.p99)), median(beside.map((w) => w.p99))]
  return [
    {
      what: 'p99 of a command beside reports and exports',
      anchor: 'the same commands alone',
      ...{ anchorMs, oursMs, ratio: oursMs / anchorMs, goal: '≤ 50 ms more', met: oursMs - anchorMs <= 50 },
    },
  ]
}
