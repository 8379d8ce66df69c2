// The office as it is shipped (the built bundle, started as the desktop starts it and as a hub), from nothing to its first list, beside a process that does nothing.
import { fork, spawn, type ChildProcess } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openWritable } from '../../db/open.ts'
import { openSession } from '../../main/access/sessions.ts'
import { ensureBuilt } from '../build.mjs'
import { median, type Line } from './measure.ts'
import { idOf } from './seed.ts'

const ROUNDS = 9
const office = path.resolve(import.meta.dirname, '../../out/main/office.cjs')
const firstList = { name: 'sales-contracts', input: { limit: 50 } }

type Started = { child: ChildProcess; end: () => Promise<void> }
/** Processor time of all threads of a living process, where the operating system tells it exactly (Linux). */
const cpuOf = (pid: number): number => {
  try {
    const threads = readdirSync(`/proc/${pid}/task`)
    return threads.reduce((sum, t) => sum + Number(readFileSync(`/proc/${pid}/task/${t}/schedstat`, 'utf8').split(' ')[0]) / 1e6, 0)
  } catch {
    return Number.NaN // another system: the wall clock alone
  }
}
export const timed = async (start: () => Promise<Started>): Promise<{ wall: number; cpu: number }> => {
  const from = performance.now()
  const { child, end } = await start()
  const wall = performance.now() - from
  const cpu = cpuOf(child.pid!)
  await end()
  return { wall, cpu }
}
const ended = (child: ChildProcess) => new Promise<void>((resolve) => child.once('exit', () => resolve()))

/** A process with nothing in it, until it can say so to its parent. */
const emptyProcess = (file: string) => async (): Promise<Started> => {
  const child = fork(file, [], { execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await new Promise<void>((resolve) => child.once('message', () => resolve()))
  return {
    child,
    end: async () => {
      child.disconnect()
      await ended(child)
    },
  }
}

type Message = { ready?: unknown; problem?: string; id?: number; answer?: { ok: boolean } }
/** As the desktop does it: forked, asked when it is ready, answered by message. */
export const desktopOffice = (folder: string, token: string) => async (): Promise<Started> => {
  const child = fork(office, ['--data', folder], { execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await new Promise<void>((resolve, reject) =>
    child.on('message', (m: Message) => {
      if (m.ready) child.send({ id: 1, do: 'ask', token, request: { kind: 'query', ...firstList } })
      else if (m.answer?.ok) resolve()
      else if (m.answer ?? m.problem) reject(new Error(JSON.stringify(m)))
    }),
  )
  return {
    child,
    end: async () => {
      child.send({ do: 'stop' })
      await ended(child)
    },
  }
}
/** As a hub: asked over HTTP as soon as it says where. */
const hub = (folder: string, token: string) => async (): Promise<Started> => {
  const child = spawn(process.execPath, [office, '--serve', '--port', '0', '--data', folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      const found = /http:\/\/\S+/.exec(part.toString())
      if (found) resolve(found[0])
    })
    child.once('exit', () => reject(new Error('the hub ended before it served')))
  })
  const answer = await fetch(`${address}/api/query/${firstList.name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(firstList.input),
  })
  if (!answer.ok) throw new Error(await answer.text())
  await answer.arrayBuffer()
  return {
    child,
    end: async () => {
      child.kill('SIGTERM')
      await ended(child)
    },
  }
}

/** The seeded company in a folder of its own, with somebody signed in. */
export const companyFolder = async (seeded: string): Promise<{ folder: string; token: string }> => {
  const folder = mkdtempSync(path.join(path.dirname(seeded), 'start-'))
  const file = path.join(folder, 'company.sqlite')
  copyFileSync(seeded, file)
  const now = new Date().toISOString()
  const write = openWritable(file)
  const { token } = openSession(write, idOf.user(0), 'bench', now)
  write.pragma('wal_checkpoint(TRUNCATE)')
  write.close()
  return { folder, token }
}

export const startBench = async (seeded: string): Promise<Line[]> => {
  await ensureBuilt()
  const { folder, token } = await companyFolder(seeded)
  try {
    const nothing = path.join(folder, 'empty.cjs')
    writeFileSync(nothing, "process.send('here')")
    const empty = emptyProcess(nothing)
    const kinds = [
      ['the office opens 1M lines, first list (desktop)', desktopOffice(folder, token)],
      ['the same as a hub, by HTTP', hub(folder, token)],
    ] as const
    const lines: Line[] = []
    for (const [what, start] of kinds) {
      await timed(start) // the first start keeps its compiled code for the next
      const a: { wall: number; cpu: number }[] = []
      const b: typeof a = []
      for (let i = 0; i < ROUNDS; i++) {
        a.push(await timed(empty))
        b.push(await timed(start))
      }
      const line = (by: 'cpu' | 'wall'): Line => {
        const ratio = median(b.map((v, i) => v[by] / a[i]![by]))
        return {
          what: `${what}, ${by}`,
          anchor: 'empty Node process',
          anchorMs: median(a.map((v) => v[by])),
          oursMs: median(b.map((v) => v[by])),
          ratio,
          goal: '≤ 2',
          met: ratio <= 2,
        }
      }
      if (!Number.isNaN(a[0]!.cpu)) lines.push(line('cpu'))
      lines.push(line('wall'))
    }
    return lines
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
