// Fifty clients of all roles at one hub, seconds in the suite, a minute under soak, where the figures are printed. Nothing here depends on how quick it is. U60.
import { readFileSync, readdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, inject, it } from 'vitest'
import { verifyLedger } from '../../db/ledger/sums.ts'
import { openReadable, openWritable } from '../../db/open.ts'
import { openSession } from '../../main/access/sessions.ts'
import { loadViewer } from '../../main/access/viewer.ts'
import { minutes, rounds, soaking } from '../soak/rounds.ts'
import { clientAtWork, KINDS, nothingDone, type AtWork } from './support/clients-at-work.ts'
import { post } from './support/client.ts'
import { demoFolder, endAll, removeFolders, root, start } from './support/office.ts'

const CLIENTS = 50
const SECONDS = rounds(5, 60)
/** Between two things that a client does, on average. */
const PAUSE_MS = 300
/** The hub with everything that fifty people ask of it at once, workbooks in their threads included. */
const MOST_MB = 600
/** What it may gain from the middle third of a minute to the last one: a leak of every request gains more. */
const GAIN_MB = 60

afterAll(async () => {
  await endAll()
  removeFolders()
})

/** A session for each client, round and round over the people there are: signing in costs a third of a second of one core each, and is measured elsewhere. */
const employees = async (file: string) => {
  const connection = openWritable(file)
  const users = connection.sql.prepare('SELECT id, login FROM user WHERE active = 1 ORDER BY rowid').all() as {
    id: string
    login: string
  }[]
  const of = async ({ id, login }: { id: string; login: string }) => {
    const { token } = openSession(connection, id, 'client', new Date().toISOString())
    return { login, userId: id, token, may: (await loadViewer(connection.kysely, id))!.permissions as ReadonlySet<string> }
  }
  const hired = await Promise.all(Array.from({ length: CLIENTS }, (_, n) => of(users[n % users.length]!)))
  connection.close()
  return hired
}
const megabytes = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024
const handles = (pid: number) => readdirSync(`/proc/${pid}/fd`).length
/** A count that has been the same for five seconds. */
const settled = async (count: () => number): Promise<number> => {
  let last = count()
  for (let same = 0; same < 5; ) {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    same = count() === last ? same + 1 : 0
    last = count()
  }
  return last
}
/** The median of the first, second or last third. */
const third = (values: number[], n: number): number => {
  const part = values.slice(Math.floor((values.length * n) / 3), Math.ceil((values.length * (n + 1)) / 3)).toSorted((a, b) => a - b)
  return part[Math.floor(part.length / 2)]!
}
const at = (sorted: number[], q: number) => (sorted[Math.floor(sorted.length * q)] ?? 0).toFixed(0)
const figures = ({ took, notices, refused }: AtWork, seconds: number): string =>
  [
    ...KINDS.map((kind) => {
      const ms = took[kind].toSorted((a, b) => a - b)
      return `${kind.padEnd(8)} ${String(ms.length).padStart(6)}  ${(ms.length / seconds).toFixed(1).padStart(6)}/s  p50 ${at(ms, 0.5)}  p95 ${at(ms, 0.95)}  p99 ${at(ms, 0.99)} ms`
    }),
    `notices ${notices}; refused ${JSON.stringify([...refused])}`,
  ].join('\n')

it(
  `[U60] [SEC38] ${CLIENTS} clients: no fault, all that was confirmed is there, ledger and trail are whole, memory is bounded and every handle given back`,
  async () => {
    const folder = demoFolder(inject('demonstration'))
    const file = path.join(folder, 'company.sqlite')
    const people = await employees(file)
    const probe = soaking ? ['--import', path.join(root, 'build/e2e/support/event-loop-delay.mjs')] : []
    const office = start([...probe, path.join(root, 'out/main/office.cjs'), '--serve', '--port', '0', '--data', folder])
    const address = await office.address
    const pid = office.process.pid!
    const boss = people.find((p) => p.login === 'boss')!
    const asked = async <T>(name: string, input: unknown): Promise<T> => {
      const { answer } = await post(address, `query/${name}`, input, boss.token)
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
      return answer.value as T
    }
    const { today } = await asked<{ today: string }>('me', {})
    const accounts = await asked<{ rows: { id: string; currency: string }[] }>('bank-accounts', { params: {}, limit: 50 })
    const bankAccountId = accounts.rows.find((row) => row.currency === 'USD')!.id
    // The threads for reports and exports are there from their first use on: they are no handles of the clients.
    await Promise.all(Array.from({ length: 4 }, () => asked('ageing', { params: { side: 'receivable' }, limit: 10 })))
    // So are those for lists, which the office starts once it has been quiet for a moment.
    const before = await settled(() => handles(pid))

    const all = nothingDone()
    const memory = [megabytes(pid)]
    const watch = setInterval(() => memory.push(megabytes(pid)), 250)
    const until = performance.now() + SECONDS * 1000
    await Promise.all(people.map((me, n) => clientAtWork({ address, today, bankAccountId }, me, 7919 * (n + 1), until, PAUSE_MS, all)))
    clearInterval(watch)

    expect(all.wrong).toEqual([])
    expect([...all.refused]).toEqual([])
    for (const kind of KINDS) expect([kind, all.took[kind].length > 0]).toEqual([kind, true])
    expect(all.notices).toBeGreaterThan(all.done.length)
    expect(Math.max(...memory)).toBeLessThan(MOST_MB)
    if (soaking) expect(third(memory, 2) - third(memory, 1)).toBeLessThan(GAIN_MB)
    // Sockets are gone with their clients; what the office opened for itself meanwhile (a thread, a workbook) may be a few more.
    await expect.poll(() => handles(pid), { interval: 250 }).toBeLessThanOrEqual(before + 8)
    expect(await asked('audit-verification', {})).toMatchObject({ broken: null })
    expect(await office.interrupt()).toBe(0)
    expect(office.said().err).not.toMatch(/fault|Error/)

    const kept = openReadable(file)
    const missing = all.done.filter(({ query, id }) => {
      const table = query === 'receipt' ? 'receipt' : 'party'
      return kept.sql.prepare(`SELECT 1 FROM "${table}" WHERE id = ?`).get(id) === undefined
    })
    const faults = verifyLedger(kept.sql)
    kept.close()
    expect([missing, faults]).toEqual([[], []])
    if (soaking)
      console.log(
        `${figures(all, SECONDS)}\nmemory: ${memory[0]!.toFixed(0)} MB at first, by thirds ${[0, 1, 2].map((n) => third(memory, n).toFixed(0)).join(', ')}, ${Math.max(...memory).toFixed(0)} MB at most; handles ${before}\n${office.said().err}load of the machine ${os
          .loadavg()
          .map((l) => l.toFixed(1))
          .join(' ')}`,
      )
  },
  minutes(3),
)
