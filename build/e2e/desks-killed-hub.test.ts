// Twenty desks at work over TLS while their hub is killed (SIGKILL) and started again: each desk goes on by itself, sending under its id whatever was not
// answered. Rule D16 of desks: all that was acknowledged is there, once, and is answered again as it was.
import path from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { verifyLedger } from '../../db/ledger/sums.ts'
import { openReadable, openWritable } from '../../db/open.ts'
import { verifyAudit } from '../../main/access/audit.ts'
import { deskDevice } from '../../main/access/devices.ts'
import { openSession } from '../../main/access/sessions.ts'
import { loadViewer } from '../../main/access/viewer.ts'
import type { OfficeLink } from '../../main/shell/office-link.ts'
import { joinOffice, type Membership } from '../../main/shell/remote/joining.ts'
import { remoteOffice } from '../../main/shell/remote/remote-office.ts'
import { UNREACHABLE, type Answer } from '../../preload/contract/envelope.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { minutes, rounds, soaking } from '../soak/rounds.ts'
import { hubOnNetwork, type HubOnNetwork } from './support/hub-on-network.ts'
import { endAll, removeFolders } from './support/office.ts'

const DESKS = 20
const KILLS = rounds(3, 50)
/** Answered between two kills before the next one comes, at a random moment within this many ms. */
const ANSWERED = 60
const MOMENT_MS = 60
/** Before a desk sends again what was not answered. */
const AGAIN_MS = 200

type Sent = { id: string; name: 'register-receipt'; input: { id: string } }
type Acknowledged = Sent & { answer: Answer; times: number; desk: Desk }
type Desk = { office: OfficeLink; token: string }

let hub: HubOnNetwork
let desks: Desk[]
let receipt: () => Sent
const acknowledged: Acknowledged[] = []
/** Whatever a desk heard that no desk should. */
const wrong: string[] = []
let isOver = false
const file = () => path.join(hub.folder, 'company.sqlite')

const joined = async (n: number): Promise<Membership> => {
  const answer = await joinOffice({ code: await hub.invitation(), address: null, name: `工作站 ${n}` }, '')
  if (!('joined' in answer)) throw new Error(JSON.stringify(answer))
  return answer.joined
}
/** A session on each desk, round and round over the people who may register a receipt, written while the hub is ended: signing in costs a third of a second each. */
const sessions = async (memberships: Membership[]): Promise<string[]> => {
  const books = openWritable(file())
  try {
    const users = books.sql.prepare('SELECT id FROM user WHERE active = 1 ORDER BY rowid').all() as { id: string }[]
    const viewers = await Promise.all(users.map(({ id }) => loadViewer(books.kysely, id)))
    const cashiers = viewers.filter((viewer) => viewer?.permissions.has('receipt.create')).map((viewer) => viewer!.userId)
    const now = new Date().toISOString()
    return memberships.map(({ deskId }, n) => openSession(books, cashiers[n % cashiers.length]!, deskDevice(deskId), now).token)
  } finally {
    books.close()
  }
}
const asked = async <T>(name: string, input: unknown): Promise<T> => {
  const answer = await hub.ask(`query/${name}`, input)
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
  return answer.value as T
}

beforeAll(async () => {
  hub = await hubOnNetwork(inject('demonstration'))
  const memberships: Membership[] = []
  for (let n = 1; n <= DESKS; n++) memberships.push(await joined(n))
  expect(await hub.office.interrupt()).toBe(0)
  const tokens = await sessions(memberships)
  await hub.again()
  const { today } = await asked<{ today: string }>('me', {})
  const accounts = await asked<{ rows: { id: string; currency: string }[] }>('bank-accounts', { params: {}, limit: 50 })
  const bankAccountId = accounts.rows.find((row) => row.currency === 'USD')!.id
  receipt = () => ({
    id: newId(),
    name: 'register-receipt',
    input: {
      ...{ id: newId(), bankAccountId, receivedOn: today, amount: 12_345, charge: 0, rate: '7.1', payerName: 'Buyer' },
      ...{ customerId: null, contractId: null, remark: '' },
    },
  })
  desks = memberships.map((membership, n) => ({
    office: remoteOffice(membership, '', { notice: () => undefined, excluded: () => void wrong.push(`desk ${n} was excluded`) }),
    token: tokens[n]!,
  }))
}, minutes(2))
afterAll(async () => {
  isOver = true
  await Promise.all((desks ?? []).map(({ office }) => office.stop()))
  await endAll()
  removeFolders()
})

const isUnanswered = (answer: Answer): boolean => !answer.ok && 'fault' in answer && answer.fault === UNREACHABLE
const send = ({ office, token }: Desk, { id, name, input }: Sent): Promise<Answer> =>
  office.ask({ kind: 'command', id, name, input }, token)
/** One command after the other, each until it is answered. */
const atWork = async (desk: Desk): Promise<void> => {
  while (!isOver) {
    const sent = receipt()
    let answer = await send(desk, sent)
    let times = 1
    for (; isUnanswered(answer); times++) {
      await rest(AGAIN_MS)
      answer = await send(desk, sent)
    }
    acknowledged.push({ ...sent, answer, times, desk })
  }
}

/** What stands in the file, read past the hub. */
const found = () => {
  const books = openReadable(file())
  try {
    const ids = (text: string) => (books.sql.prepare(text).all() as { id: string }[]).map(({ id }) => id)
    return {
      audit: verifyAudit(books.sql),
      ledger: verifyLedger(books.sql),
      receipts: ids('SELECT id FROM receipt ORDER BY id'),
      posted: ids("SELECT documentId AS id FROM journal WHERE kind = 'receipt' ORDER BY documentId"),
      trail: ids("SELECT commandId AS id FROM audit WHERE name = 'register-receipt' AND kind = 'command'"),
    }
  } finally {
    books.close()
  }
}

it(
  `[D16] ${DESKS} desks, ${KILLS} kills: all that was acknowledged is there once, ledger and trail are whole, and each command is answered again as it was`,
  async () => {
    const before = found()
    const working = desks.map(atWork)
    for (let kill = 1; kill <= KILLS; kill++) {
      const sofar = acknowledged.length
      await expect.poll(() => acknowledged.length, { interval: 10 }).toBeGreaterThan(sofar + ANSWERED)
      await rest(Math.random() * MOMENT_MS)
      await hub.office.kill()
      await hub.again()
    }
    isOver = true
    await Promise.all(working)

    expect(wrong).toEqual([])
    expect(acknowledged.filter(({ answer }) => !answer.ok).map(({ answer }) => answer)).toEqual([])
    // The kills met commands on their way indeed.
    const again = acknowledged.filter(({ times }) => times > 1)
    expect(again.length).toBeGreaterThan(KILLS)
    const news = (now: string[], then: string[]) => {
      const old = new Set(then)
      return now.filter((id) => !old.has(id)).toSorted()
    }
    const once = acknowledged.map(({ input }) => input.id).toSorted()
    const after = found()
    expect(news(after.receipts, before.receipts)).toEqual(once)
    expect(news(after.posted, before.posted)).toEqual(once)
    expect(news(after.trail, before.trail)).toEqual(acknowledged.map(({ id }) => id).toSorted())
    expect([after.audit, after.ledger]).toMatchObject([{ broken: null }, []])

    for (const { desk, answer, times: _times, ...sent } of acknowledged) expect(await send(desk, sent)).toEqual(answer)
    expect(found().trail.length).toBe(after.trail.length)
    if (soaking) console.log(`${KILLS} kills: ${acknowledged.length} commands acknowledged, ${again.length} of them sent more than once`)
  },
  minutes(5),
)
