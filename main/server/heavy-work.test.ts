// Heavy work is bounded: a few reports and exports for each person, turns by person, an end to what takes too long or nobody waits for, and a rest for the
// log of writes. A real hub, asked over HTTP; the threads' work lasts as long as each case wants. Rules U47 and U48.
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { allPermissions, ownedResources } from '../../preload/contract/access.ts'
import { openReadable } from '../../db/open.ts'
import { checkpoints, checkpointThread } from './checkpoints.ts'
import { testHub, type HubAnswer, type TestHub } from './testing/test-hub.ts'

const slow = path.resolve(import.meta.dirname, '../queries/testing/slow-reader.ts')
const limits = { most: { query: 10, export: 3 }, longestMs: 60_000, graceMs: 100 }
let hub: TestHub
afterEach(() => hub.close())
const open = async (own: Partial<typeof limits> = {}) => {
  hub = await testHub({ reader: { entry: slow, limits: { ...limits, ...own } } })
}
const someone = () =>
  hub.user({ permissions: allPermissions, scopes: Object.fromEntries(ownedResources.map((r) => [r, 'all' as const])) }).token
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** `lasts`: so many milliseconds, or until there is a file of this name. */
const report = (token: string, lasts: number | string) => hub.post('/api/query/trial-balance', { search: String(lasts), params: {} }, token)
const exported = (token: string, lasts: number | string) => {
  const q = Buffer.from(JSON.stringify({ input: { search: String(lasts), params: {} } })).toString('base64url')
  return hub.request('GET', `/api/export/trial-balance?q=${q}`, { token })
}
const outcome = ({ status, body }: HubAnswer) => (body && !body.ok && 'refused' in body ? [status, body.refused, body.data] : status)
/** Asks and shuts the line after a while. */
const leave = (address: string, body: unknown, token: string, after: number) =>
  new Promise<void>((resolve) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const asking = http.request({ host: '127.0.0.1', port: hub.port, method: body === undefined ? 'GET' : 'POST', path: address, headers })
    asking.on('error', () => resolve())
    asking.end(body === undefined ? undefined : JSON.stringify(body))
    setTimeout(() => asking.destroy(), after)
  })

it('[U47] of 210 reports and exports a few wait, the rest is refused at once, and somebody else’s come in their turn', async () => {
  await open()
  const [greedy, other] = [someone(), someone()]
  await Promise.all([report(other, 0), exported(other, 0)])
  // The first of each kind lasts until all the others have come.
  const refused: unknown[] = []
  const ask = async (asked: Promise<HubAnswer>) => {
    const answer = await asked
    if (answer.status !== 200) refused.push(outcome(answer))
    return answer.status
  }
  const allHaveCome = path.join(hub.database.folder, 'all-have-come')
  const flood = [ask(report(greedy, allHaveCome)), ask(exported(greedy, allHaveCome))]
  for (let n = 1; n < 105; n++) flood.push(ask(report(greedy, 0)), ask(exported(greedy, 0)))
  await expect.poll(() => refused.length).toBe(197)
  const theirs = Promise.all([report(other, 0), exported(other, 0)])
  expect(outcome(await hub.post('/api/query/me', {}, other))).toBe(200)
  writeFileSync(allHaveCome, '')
  const [theirReport, theirExport] = await theirs
  // Theirs, the long one, one that had its turn already: not the hundred that had come before.
  expect((theirReport.body as { value?: { turn: number } }).value?.turn).toBeLessThanOrEqual(4)
  expect(Number(theirExport.headers['x-row-count'])).toBeLessThanOrEqual(4)
  expect((await Promise.all(flood)).filter((status) => status === 200).length).toBe(10 + 3)
  const reasons = Map.groupBy(refused, (one) => JSON.stringify(one))
  expect([...reasons].map(([reason, all]) => [JSON.parse(reason), all.length])).toEqual(
    expect.arrayContaining([
      [[429, 'too-many-at-once', { kind: 'report', most: 10 }], 95],
      [[429, 'too-many-at-once', { kind: 'export', most: 3 }], 102],
    ]),
  )
  // Those are done: there is room again.
  expect(outcome(await report(greedy, 0))).toBe(200)
  expect(hub.faults).toEqual([])
}, 60_000)

it('[U48] what waits for somebody who has gone is dropped, and what is under way for them is stopped', async () => {
  const never = path.join(tmpdir(), 'never-made')
  await open({ longestMs: 600_000 })
  const token = someone()
  await report(token, 0)
  const input = { search: never, params: {} }
  // One under way and nine waiting, all of whose askers leave: the thread is free for the next one, though none of them would ever have been done.
  await Promise.all(Array.from({ length: 10 }, () => leave('/api/query/trial-balance', input, token, 200)))
  expect(outcome(await report(token, 0))).toBe(200)
  const q = Buffer.from(JSON.stringify({ input })).toString('base64url')
  await leave(`/api/export/trial-balance?q=${q}`, undefined, token, 200)
  expect(outcome(await exported(token, 0))).toBe(200)
  const left = () => readdirSync(path.join(hub.database.folder, 'temporary/exports'))
  await expect.poll(left).toEqual([])
  // That an export was begun and given up stands in the trail.
  const trail = hub.database.write.sql.prepare("SELECT outcome FROM audit WHERE kind = 'export' ORDER BY id").all() as { outcome: string }[]
  expect(trail.map((t) => (JSON.parse(t.outcome) as { refused?: string }).refused)).toEqual(['given-up', undefined])
  expect(hub.faults).toEqual([])
}, 60_000)

it('[U48] what takes longer than a few minutes is stopped in words, its half file goes, and the next is answered', async () => {
  await open({ longestMs: 8000 })
  const token = someone()
  const both = [report(token, 30_000), exported(token, 30_000)]
  expect((await Promise.all(both)).map(outcome)).toEqual([
    [503, 'took-too-long', { minutes: 1 }],
    [503, 'took-too-long', { minutes: 1 }],
  ])
  expect(readdirSync(path.join(hub.database.folder, 'temporary/exports'))).toEqual([])
  expect([outcome(await report(token, 0)), outcome(await exported(token, 0))]).toEqual([200, 200])
  expect(hub.faults).toEqual([])
}, 60_000)

it('a thread that dies answers its own work with a fault and goes on with what waits', async () => {
  await open()
  const [one, two] = [someone(), someone()]
  const answers = await Promise.all([report(one, -1), report(two, 0), report(one, 0)])
  expect(answers.map((a) => a.status)).toEqual([500, 200, 200])
  expect(hub.faults).toEqual([expect.stringContaining('ended with code 3')])
}, 60_000)

it('[U48] what was committed while a thread copies the log is in the log or in the database, and a thread that died is started anew', async () => {
  await open()
  const { write, file } = hub.database
  const thread = checkpointThread(path.resolve(import.meta.dirname, '../checkpoint-thread.ts'), file)
  const put = write.sql.prepare('INSERT INTO setting(key, value) VALUES (?, ?)')
  const written: string[] = []
  let copying: Promise<unknown> = Promise.resolve()
  for (let n = 0; n < 60; n++) {
    await hub.runner.alone(() => void put.run(`long-${n}`, 'x'.repeat(60_000)))
    written.push(`long-${n}`)
    if (n % 7 === 0) copying = copying.then(() => thread.checkpoint())
  }
  await copying
  expect((await thread.checkpoint()).log).toBeGreaterThan(0)
  await thread.close()
  const there = openReadable(file)
  const kept = there.sql.prepare("SELECT key FROM setting WHERE key LIKE 'long-%'").all() as { key: string }[]
  expect(kept.map(({ key }) => key).toSorted()).toEqual(written.toSorted())
  there.close()
  await expect(thread.checkpoint()).rejects.toThrow('closed')
  const dying = checkpointThread('nowhere.ts', file)
  for (let n = 0; n < 2; n++) await expect(dying.checkpoint()).rejects.toThrow('nowhere')
}, 60_000)

it('[U48] the log of writes stays short though reports are always under way', async () => {
  await open()
  const { write, file } = hub.database
  write.pragma('wal_autocheckpoint = 0')
  const long = 300
  const readers = hub.readers
  const thread = checkpointThread(path.resolve(import.meta.dirname, '../checkpoint-thread.ts'), file)
  const look = checkpoints(
    {
      checkpoint: () => thread.checkpoint(),
      quiet: (work) => readers.quiet(work),
      failed: (error) => hub.faults.push(String(error)),
    },
    long,
  )
  let over = false
  const token = someone()
  await Promise.all([report(token, 0), exported(token, 0)])
  // Both threads always have work, so that there is always somebody with a moment of before.
  const reading = [report, exported].flatMap((ask) =>
    Array.from({ length: 3 }, async (_, n) => {
      await rest(n * 40)
      while (!over) await ask(token, 80)
    }),
  )
  await rest(200)
  const put = write.sql.prepare("INSERT INTO setting(key, value) VALUES ('long', ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value")
  const logs: number[] = []
  while (logs.length < 150) {
    await hub.runner.alone(() => void put.run('xy'[logs.length % 2]!.repeat(60_000)))
    await look()
    logs.push((await thread.checkpoint()).log)
    await rest(5)
  }
  over = true
  await Promise.all(reading)
  await thread.close()
  expect(existsSync(`${file}-wal`)).toBe(true)
  // 15 pages each time: without a rest it hardly ever begins again, and holds most of the 2,250.
  expect(logs.filter((log, n) => n > 0 && log < logs[n - 1]!).length).toBeGreaterThan(3)
  expect(Math.max(...logs)).toBeLessThan(1200)
  expect(hub.faults).toEqual([])
}, 60_000)
