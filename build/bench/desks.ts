// Fifty desks at one office, each with five commands a second at its own moments: how many are done and how long each waits from the moment at which it was due,
// on a disk that is flushed for every commit as in an office. In turns with one flush a command.
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { openWritable } from '../../db/open.ts'
import { takeInEntries } from '../../db/search.ts'
import type { Viewer } from '../../main/access/viewer.ts'
import { commandRunner } from '../../main/commands/run-command.ts'
import { checkpointThread } from '../../main/server/checkpoints.ts'
import { allModules } from '../../main/modules.ts'
import { desksAtWork, receiptSender, waitsOf, type Waits } from './at-work.ts'
import { median, type Line } from './measure.ts'
import { on } from './seed.ts'

const LOAD = { desks: 50, aSecond: 5, seconds: 5 }
const ROUNDS = 3

/** What the disk takes to put 16 KB down for good, in ms. */
const flushOf = (folder: string): Waits => {
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
  return waitsOf(took, 1)
}

const line = (what: string, anchor: string, [theirs, ours]: [number[], number[]], goal: string, met: boolean): Line => {
  const [anchorMs, oursMs] = [median(theirs), median(ours)]
  return { what, anchor, anchorMs, oursMs, ratio: oursMs / anchorMs, goal, met }
}
const print = (what: string, f: Waits) =>
  console.log(
    `${what.padEnd(44)} ${f.perSecond.toFixed(0).padStart(4)}/s  p50 ${f.p50.toFixed(1)}  p95 ${f.p95.toFixed(1)}  p99 ${f.p99.toFixed(1)} ms${f.busy > 0 ? `, ${f.busy} sent back` : ''}`,
  )

export const desksBench = async (file: string, viewer: Viewer): Promise<Line[]> => {
  const write = openWritable(file)
  const checkpointing = checkpointThread(path.resolve(import.meta.dirname, '../../main/checkpoint-thread.ts'), file)
  const runner = commandRunner(write, allModules, { ...on, committed: () => undefined })
  const command = receiptSender(write, runner, viewer)
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
  print('the disk: a flush of 16 KB', flushOf(path.dirname(file)))

  const one: Waits[] = []
  const grouped: Waits[] = []
  for (let round = 0; round < ROUNDS; round++) {
    one.push(await desksAtWork(LOAD, alone))
    print('one flush a command', one.at(-1)!)
    await tidied()
    grouped.push(await desksAtWork(LOAD, command))
    print('commands in line share a commit', grouped.at(-1)!)
    await tidied()
  }
  const p95 = (all: Waits[]) => all.map((f) => f.p95)
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
