// Fifty desks at one office, each with five commands a second at its own moments: how many are done and how long each waits from the moment at which it was due,
// on a disk that is flushed for every commit as in an office. In turns with one flush a command.
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { openWritable } from '../../db/open.ts'
import { takeInEntries } from '../../db/search.ts'
import type { Viewer } from '../../main/access/viewer.ts'
import { commandRunner } from '../../main/commands/run-command.ts'
import { checkpointThread } from '../../main/server/checkpoints.ts'
import { allModules } from '../../main/modules.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { median, type Line } from './measure.ts'
import { on, SIZE, TODAY } from './seed.ts'

const DESKS = 50
const A_SECOND = 5
const SECONDS = 5
const ROUNDS = 3

/** `busy`: how many were sent back because too many waited (U44). */
type Figures = { perSecond: number; busy: number; p50: number; p95: number; p99: number }
const figuresOf = (took: number[], seconds: number, busy = 0): Figures => {
  const sorted = took.toSorted((a, b) => a - b)
  const at = (q: number) => sorted[Math.floor(sorted.length * q)]!
  return { perSecond: took.length / seconds, busy, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** Sends each command when it is due, whether or not those before are answered; ms from then to each answer. */
const desksAtWork = async (send: () => Promise<boolean>): Promise<Figures> => {
  const took: number[] = []
  let busy = 0
  const began = performance.now()
  const gap = 1000 / A_SECOND
  const desk = async (n: number) => {
    const answers: Promise<void>[] = []
    for (let turn = 0; turn < A_SECOND * SECONDS; turn++) {
      const due = began + (n / DESKS) * gap + turn * gap
      await rest(Math.max(0, due - performance.now()))
      answers.push(send().then((done) => void (done ? took.push(performance.now() - due) : busy++)))
    }
    await Promise.all(answers)
  }
  await Promise.all(Array.from({ length: DESKS }, (_, n) => desk(n)))
  return figuresOf(took, Math.max(SECONDS, (performance.now() - began) / 1000), busy)
}

/** What the disk takes to put 16 KB down for good, in ms. */
const flushOf = (folder: string): Figures => {
  const file = path.join(folder, 'flush')
  const handle = openSync(file, 'w')
  const page = Buffer.alloc(16_384, 1)
  const took = Array.from({ length: 300 }, (_, n) => {
    writeSync(handle, page, 0, page.length, n * page.length)
    const from = performance.now()
    fdatasyncSync(handle)
    return performance.now() - from
  })
  closeSync(handle)
  rmSync(file)
  return figuresOf(took, 1)
}

const line = (what: string, anchor: string, [theirs, ours]: [number[], number[]], goal: string, met: boolean): Line => {
  const [anchorMs, oursMs] = [median(theirs), median(ours)]
  return { what, anchor, anchorMs, oursMs, ratio: oursMs / anchorMs, goal, met }
}
const told = (what: string, f: Figures) =>
  console.log(
    `${what.padEnd(44)} ${f.perSecond.toFixed(0).padStart(4)}/s  p50 ${f.p50.toFixed(1)}  p95 ${f.p95.toFixed(1)}  p99 ${f.p99.toFixed(1)} ms${f.busy > 0 ? `, ${f.busy} sent back` : ''}`,
  )

export const desksBench = async (file: string, viewer: Viewer): Promise<Line[]> => {
  const write = openWritable(file)
  const checkpointing = checkpointThread(path.resolve(import.meta.dirname, '../../main/checkpoint-thread.ts'), file)
  const runner = commandRunner(write, allModules, { ...on, committed: () => undefined })
  const bank = write.sql.prepare("SELECT id FROM bank_account WHERE currency = 'USD' LIMIT 1").get() as { id: string }
  const receipt = () => ({
    ...{ id: newId(), bankAccountId: bank.id, receivedOn: SIZE.lastDay, amount: 12_345, charge: 0, rate: '7.1', payerName: 'Buyer' },
    ...{ customerId: null, contractId: null, remark: '' },
  })
  /** Whether it was done; false where the office is too busy to take it. */
  const command = async (): Promise<boolean> => {
    const answer = await runner.run({ id: newId(), name: 'register-receipt', input: receipt(), viewer, device: 'bench', at: TODAY })
    if (!answer.ok && !('refused' in answer && answer.refused === 'office-busy')) throw new Error(JSON.stringify(answer))
    return answer.ok
  }
  /** Whatever has its own turn behind a command keeps the next one out of its commit. */
  const alone = () => {
    const done = command()
    void runner.between(() => undefined)
    return done
  }
  /** As the office does between commands. */
  const tidied = async () => {
    while ((await runner.alone((sql) => takeInEntries(sql, 200))) === 200);
    await checkpointing.checkpoint()
  }
  const lines: Line[] = []
  told('the disk: a flush of 16 KB', flushOf(path.dirname(file)))

  const one: Figures[] = []
  const grouped: Figures[] = []
  for (let round = 0; round < ROUNDS; round++) {
    one.push(await desksAtWork(alone))
    told('one flush a command', one.at(-1)!)
    await tidied()
    grouped.push(await desksAtWork(command))
    told('commands in line share a commit', grouped.at(-1)!)
    await tidied()
  }
  const p95 = (all: Figures[]) => all.map((f) => f.p95)
  const reached = median(grouped.map((f) => f.perSecond))
  lines.push(
    line(
      `50 desks × 5/s: p95 of a command (${reached.toFixed(0)}/s)`,
      'one flush a command',
      [p95(one), p95(grouped)],
      '250/s, p95 ≤ 100 ms',
      reached >= 245 && median(p95(grouped)) <= 100,
    ),
  )

  await checkpointing.close()
  write.close()
  return lines
}
