// Thin desks at the built hub over TLS on the seeded company: commands and queries at their own moments while every desk hears what changes over its socket,
// and what the hub's memory does meanwhile. Sixty seconds for each crowd; --desks=50 --minutes=10 for one of them, longer.
import { spawn, type ChildProcess } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { availableParallelism, loadavg } from 'node:os'
import path from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { openReadable, openWritable } from '../../db/open.ts'
import { deskDevice } from '../../main/access/devices.ts'
import { NETWORK_SETTING } from '../../main/access/network-settings.ts'
import { deskSecretHash } from '../../main/access/pairing-secret.ts'
import { openSession } from '../../main/access/sessions.ts'
import type { OfficeLink } from '../../main/shell/office-link.ts'
import { remoteOffice } from '../../main/shell/remote/remote-office.ts'
import { UNREACHABLE, type Answer } from '../../preload/contract/envelope.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { ensureBuilt } from '../build.mjs'
import { desksAtWork, waitsOf, type Waits } from './at-work.ts'
import { median, type Line } from './measure.ts'
import { idOf, SIZE } from './seed.ts'

/** Commands and queries a second of all desks together, and the ms in which 95 of 100 of each are to be answered. */
const CROWDS = [
  { desks: 50, commands: 25, queries: 100, goalMs: 100 },
  { desks: 200, commands: 100, queries: 200, goalMs: 300 },
]
const WARM_SECONDS = 5
/** The hub's memory at the end beside the middle: a leak of every request gains more. */
const MOST_GAIN = 1.15
const office = path.resolve(import.meta.dirname, '../../out/main/office.cjs')
const LOOPBACK = '127.0.0.1'

type Desk = { link: OfficeLink; token: string }
type Joined = { id: string; secret: string; token: string }

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, LOOPBACK)
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/** The books as an office has them that is open to its network, with desks that have joined and somebody signed in on each. */
const joinedDesks = (file: string, port: number, count: number): Joined[] => {
  const books = openWritable(file)
  const now = new Date().toISOString()
  const pairingId = newId()
  const settings = JSON.stringify({ open: true, interface: 'none', networkPort: port })
  books.sql.prepare('INSERT INTO setting(key, value, revision) VALUES (?, ?, 1)').run(NETWORK_SETTING, settings)
  books.sql
    .prepare("INSERT INTO pairing(id, secretHash, openedBy, openedAt, expiresAt, state) VALUES (?, '', ?, ?, ?, 'used')")
    .run(pairingId, idOf.user(0), now, now)
  const enter = books.sql.prepare(
    "INSERT INTO desk(id, name, secretHash, status, joinedAt, letInBy, pairingId, revision) VALUES (?, ?, ?, 'joined', ?, ?, ?, 1)",
  )
  const desks = Array.from({ length: count }, (_, n) => {
    const [id, secret] = [newId(), `secret-${n}`]
    enter.run(id, `工作站 ${n}`, deskSecretHash(secret), now, idOf.user(0), pairingId)
    return { id, secret, token: openSession(books, idOf.user(n % SIZE.salespeople), deskDevice(id), now).token }
  })
  books.pragma('wal_checkpoint(TRUNCATE)')
  books.close()
  return desks
}

/** Starts the hub; gives it and the certificate that its desks trust, once it is served. */
const startHub = async (folder: string): Promise<{ child: ChildProcess; certificate: string }> => {
  const child = spawn(process.execPath, [office, '--serve', '--port', '0', '--data', folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => /https?:\/\/\S+/.test(part.toString()) && resolve())
    child.once('exit', () => reject(new Error('the hub ended before it served')))
  })
  const books = openReadable(path.join(folder, 'company.sqlite'))
  const { certificate } = books.sql.prepare('SELECT certificate FROM company_key').get() as { certificate: string }
  books.close()
  return { child, certificate }
}

/** NaN where the operating system does not tell it this way. */
const told = (file: string, find: (text: string) => number): number => {
  try {
    return find(readFileSync(file, 'utf8'))
  } catch {
    return Number.NaN
  }
}
/** Its own memory: pages of the books that it has mapped belong to the file. */
const megabytes = (pid: number) => told(`/proc/${pid}/status`, (text) => Number(/RssAnon:\s+(\d+)/.exec(text)![1]) / 1024)
/** Seconds of a core that it has used. */
const cpuSeconds = (pid: number) =>
  told(`/proc/${pid}/stat`, (text) => {
    const cells = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return (Number(cells[11]) + Number(cells[12])) / 100
  })

const isTooBusy = (answer: Answer) => !answer.ok && ('fault' in answer ? answer.fault === UNREACHABLE : answer.refused === 'office-busy')
/** Whether it was done; false where the office is too busy to take it, or so slow that the desk takes it for away. */
const done = (what: string, answer: Answer): boolean => {
  if (!answer.ok && !isTooBusy(answer)) throw new Error(`${what}: ${JSON.stringify(answer)}`)
  return answer.ok
}

/** What a desk asks for in turn: lists, records and searches as often as people do (build/e2e/support/clients-at-work.ts). */
const LISTS = ['sales-contracts', 'customers', 'shipments', 'receipts', 'deals', 'quotations', 'purchase-contracts']
const TEXTS = ['宁波', 'han', 'SC2025', 'tools']
const queries = (n: number): { name: string; input: unknown } => {
  const turn = n % 15
  if (turn % 2 === 0 && turn < 14) return { name: LISTS[turn / 2]!, input: { params: {}, limit: 50 } }
  if (turn % 5 === 4) return { name: 'find', input: { text: TEXTS[n % TEXTS.length], limit: 20 } }
  return turn % 4 === 1
    ? { name: 'customer', input: { id: idOf.customer((n * 37) % SIZE.customers) } }
    : { name: 'sales-contract', input: { id: idOf.contract((n * 37) % SIZE.deals) } }
}

const show = (what: string, { perSecond, busy, p50, p95, p99 }: Waits) =>
  console.log(
    `${what.padEnd(30)} ${perSecond.toFixed(1).padStart(6)}/s  p50 ${p50.toFixed(1)}  p95 ${p95.toFixed(1)}  p99 ${p99.toFixed(1)} ms${busy > 0 ? `, ${busy} sent back` : ''}`,
  )

export const networkBench = async (seeded: string): Promise<Line[]> => {
  await ensureBuilt()
  const given = (option: string) => process.argv.find((a) => a.startsWith(`--${option}=`))?.slice(option.length + 3)
  const seconds = Math.round(Number(given('minutes') ?? 1) * 60)
  const crowds = CROWDS.filter(({ desks }) => desks === Number(given('desks') ?? desks))
  const folder = mkdtempSync(path.join(path.dirname(seeded), 'network-'))
  const file = path.join(folder, 'company.sqlite')
  let child: ChildProcess | undefined
  try {
    copyFileSync(seeded, file)
    const port = await freePort()
    const joined = joinedDesks(file, port, Math.max(...crowds.map(({ desks }) => desks)))
    const hub = await startHub(folder)
    child = hub.child
    const lines: Line[] = []
    for (const crowd of crowds) lines.push(...(await crowdAtWork(hub, `${LOOPBACK}:${port}`, joined.slice(0, crowd.desks), crowd, seconds)))
    return lines
  } finally {
    if (child && child.exitCode === null) {
      child.kill('SIGTERM')
      await new Promise((resolve) => child!.once('exit', resolve))
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

const backupMade = async ({ link, token }: Desk): Promise<void> => {
  for (;;) {
    const answer = await link.ask({ kind: 'query', name: 'backup-state', input: {} }, token)
    if (answer.ok && (answer.value as { lastGoodAt: string | null }).lastGoodAt !== null) return
    await rest(500)
  }
}

const crowdAtWork = async (
  { child, certificate }: { child: ChildProcess; certificate: string },
  address: string,
  joined: Joined[],
  crowd: (typeof CROWDS)[number],
  seconds: number,
): Promise<Line[]> => {
  const heard = { notices: 0, away: 0 }
  const desks: Desk[] = joined.map(({ id, secret, token }) => ({
    link: remoteOffice({ address, certificate, deskId: id, secret, company: '' }, 'bench', {
      notice: ({ kind, ...rest }) => void (kind === 'office' ? 'state' in rest && rest.state === 'down' && heard.away++ : heard.notices++),
      excluded: () => console.error('a desk was excluded'),
    }),
    token,
  }))
  const byKind = { list: [] as number[], record: [] as number[], search: [] as number[] }
  let asked = 0
  const query = async (n: number): Promise<boolean> => {
    const { name, input } = queries(asked++)
    const { link, token } = desks[n]!
    const from = performance.now()
    const answer = await link.ask({ kind: 'query', name, input }, token)
    byKind[name === 'find' ? 'search' : LISTS.includes(name) ? 'list' : 'record'].push(performance.now() - from)
    return done(name, answer)
  }
  // One after the other at first: each makes its connections, and opens its socket.
  for (const n of desks.keys()) await query(n)
  const { link, token } = desks[0]!
  const accounts = await link.ask({ kind: 'query', name: 'bank-accounts', input: { params: {}, limit: 50 } }, token)
  if (!accounts.ok) throw new Error(JSON.stringify(accounts))
  const bank = (accounts.value as { rows: { id: string; currency: string }[] }).rows.find((row) => row.currency === 'USD')!
  const command = async (n: number): Promise<boolean> => {
    const input = {
      ...{ id: newId(), bankAccountId: bank.id, receivedOn: SIZE.lastDay, amount: 12_345, charge: 0, rate: '7.1', payerName: 'Buyer' },
      ...{ customerId: null, contractId: null, remark: '' },
    }
    const { link, token } = desks[n]!
    return done('register-receipt', await link.ask({ kind: 'command', id: newId(), name: 'register-receipt', input }, token))
  }
  // A hub makes the day's backup at its first start of the day and looks through it, on a core of its own: not while its waits are measured.
  await backupMade(desks[0]!)
  const count = desks.length
  const atWork = (during: number) =>
    Promise.all([
      desksAtWork({ desks: count, aSecond: crowd.commands / count, seconds: during }, command),
      desksAtWork({ desks: count, aSecond: crowd.queries / count, seconds: during }, query),
    ])
  await atWork(WARM_SECONDS)
  for (const took of Object.values(byKind)) took.splice(0)
  Object.assign(heard, { notices: 0, away: 0 })

  const pid = child.pid!
  const memory = [megabytes(pid)]
  const watch = setInterval(() => memory.push(megabytes(pid)), 500)
  const used = cpuSeconds(pid)
  const [commands, asks] = await atWork(seconds)
  const cores = (cpuSeconds(pid) - used) / seconds
  clearInterval(watch)
  const third = (n: number) => median(memory.slice(Math.floor((memory.length * n) / 3), Math.ceil((memory.length * (n + 1)) / 3)))
  const [start, middle, end] = [memory[0]!, third(1), third(2)]
  await Promise.all(desks.map((desk) => desk.link.stop()))
  await rest(500) // their sockets are gone at the hub too

  console.log(`${count} desks over TLS for ${seconds} s at a hub on ${availableParallelism()} cores:`)
  show('  commands', commands)
  show('  queries', asks)
  for (const [kind, took] of Object.entries(byKind)) show(`  of them ${kind}, as asked`, waitsOf(took, seconds))
  console.log(
    `  notices heard ${heard.notices}, office away ${heard.away} times; hub: ${cores.toFixed(2)} cores, memory ${start.toFixed(0)} MB at the start, ${middle.toFixed(0)} in the middle, ${end.toFixed(0)} at the end; load of the machine ${loadavg()
      .map((l) => l.toFixed(1))
      .join(' ')}`,
  )
  const within = (what: string, { perSecond, busy, p95 }: Waits, goal: number): Line => ({
    what: `${count} desks over TLS: p95 of ${what} (${perSecond.toFixed(0)}/s)`,
    anchor: 'the goal',
    ...{ anchorMs: crowd.goalMs, oursMs: p95, ratio: p95 / crowd.goalMs },
    goal: `${goal}/s, p95 ≤ ${crowd.goalMs} ms`,
    met: busy === 0 && perSecond >= goal * 0.97 && p95 <= crowd.goalMs,
  })
  return [
    within('commands', commands, crowd.commands),
    within('queries', asks, crowd.queries),
    {
      what: `${count} desks over TLS: MB of the hub at the end`,
      anchor: 'MB in the middle',
      ...{ anchorMs: middle, oursMs: end, ratio: end / middle, goal: `≤ ${MOST_GAIN}`, met: end / middle <= MOST_GAIN },
    },
  ]
}
