// Commands at an office in which reports and exports are always under way: how long each waits from the moment at which it was due, beside the same commands
// alone, in turns. The parts are the office's: one thread for reports, one for exports, one that copies the write-ahead log.
import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { openWritable } from '../../db/open.ts'
import { takeInEntries } from '../../db/search.ts'
import type { Viewer } from '../../main/access/viewer.ts'
import { commandRunner } from '../../main/commands/run-command.ts'
import { allModules } from '../../main/modules.ts'
import { readerPool } from '../../main/queries/reader-pool.ts'
import { checkpoints, checkpointThread } from '../../main/server/checkpoints.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { median, type Line } from './measure.ts'
import { on, SIZE, TODAY } from './seed.ts'

/** A busy office of fifty: two commands a second for each would be typing without a pause; this is one in two seconds. */
const A_SECOND = 25
const SECONDS = 20
const ROUNDS = 3
/** As the office does. */
const CHECKPOINT_MS = 5000

const quantile = (values: readonly number[], q: number) => values.toSorted((a, b) => a - b)[Math.floor(values.length * q)]!
type Waits = { p50: number; p99: number; worst: number }

/** Sends each command when it is due, whether or not those before are answered; ms from then to each answer. */
const commandsAtWork = async (send: () => Promise<void>): Promise<Waits> => {
  const began = performance.now()
  const took: number[] = []
  const answers: Promise<void>[] = []
  for (let n = 0; n < A_SECOND * SECONDS; n++) {
    const due = began + (n * 1000) / A_SECOND
    await rest(Math.max(0, due - performance.now()))
    answers.push(send().then(() => void took.push(performance.now() - due)))
  }
  await Promise.all(answers)
  return { p50: quantile(took, 0.5), p99: quantile(took, 0.99), worst: Math.max(...took) }
}

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
  const bank = write.sql.prepare("SELECT id FROM bank_account WHERE currency = 'USD' LIMIT 1").get() as { id: string }
  const command = async () => {
    const input = {
      ...{ id: newId(), bankAccountId: bank.id, receivedOn: SIZE.lastDay, amount: 12_345, charge: 0, rate: '7.1', payerName: 'Buyer' },
      ...{ customerId: null, contractId: null, remark: '' },
    }
    const answer = await runner.run({ id: newId(), name: 'register-receipt', input, viewer, device: 'bench', at: TODAY })
    if (!answer.ok) throw new Error(JSON.stringify(answer))
  }
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
    alone.push(await commandsAtWork(command))
    over = false
    const heavy = [reading(), exporting()]
    beside.push(await commandsAtWork(command))
    over = true
    await Promise.all(heavy)
    while ((await runner.alone((sql) => takeInEntries(sql, 200))) === 200);
  }
  console.log(`meanwhile ${made.reports} reports and ${made.exports} exports of all postings were under way`)
  const show = ({ p50, p99, worst }: Waits) => `p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)}, worst ${worst.toFixed(1)} ms`
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
