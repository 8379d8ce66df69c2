// Kill −9 under load: several senders register receipts at once, the office is killed at named and at random points, and between a commit and its answers,
// and started again. Rules U62 and U65 of people: nothing acknowledged is lost, ledger and trail are whole after each, and a command's id gives its stored
// answer again.
import path from 'node:path'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyLedger } from '../../db/ledger/sums.ts'
import { openReadable } from '../../db/open.ts'
import { verifyAudit } from '../../main/access/audit.ts'
import { unfounded } from '../../main/access/company.ts'
import type { Answer } from '../../preload/contract/envelope.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { minutes, rounds, soaking } from '../soak/rounds.ts'
import { post, signIn } from './support/client.ts'
import type { KillAtCommit } from './support/kill-at-commit.ts'
import { firstStartCode } from './support/founded.ts'
import { endAll, newFolder, removeFolders, startOffice, type Office } from './support/office.ts'

const PASSWORD = 'harbour-crane-77'
const SENDERS = 6
/** ms after the load begins: before anything is answered, within the first commits, while they follow each other. */
const NAMED = [0, 5, 40]
/** Under soak up to the first checkpoint (20 s) and beyond. */
const RANDOM = Array.from({ length: rounds(4, 130) }, () => Math.floor(Math.random() * rounds(500, 25_000)))

/** How often the office is killed at a commit before it answers what that carried: on a busy machine the kill may come late, and more are needed until one does not. */
const AT_COMMITS = rounds(3, 200)
const MOST_AT_COMMITS = rounds(30, 200)

let folder: string
let token: string
let bank: string
type Sent = { id: string; input: object }
const acknowledged = new Map<string, Sent & { answer: Answer }>()
/** Sent, and the office was killed before it answered: done or not, but never by half. */
let open: Sent[] = []
afterAll(async () => {
  await endAll()
  removeFolders()
})

const file = () => path.join(folder, 'company.sqlite')
const serve = (): Office => startOffice('--serve', '--port', '0', '--data', folder)
const send = async (address: string, { id, input }: Sent): Promise<Answer> =>
  (await post(address, 'command/register-receipt', { id, input }, token)).answer
const receipt = (): Sent => ({
  id: newId(),
  input: {
    ...{ id: newId(), bankAccountId: bank, receivedOn: '2026-01-15', amount: 12_345, charge: 0, rate: '1', payerName: 'Buyer' },
    ...{ customerId: null, contractId: null, remark: '' },
  },
})

beforeAll(async () => {
  folder = newFolder()
  const office = serve()
  const address = await office.address
  const code = await firstStartCode(office)
  const owner = { id: newId(), login: 'owner', name: 'Owner', password: PASSWORD, language: 'en' }
  const company = { ...unfounded, name: '测试公司', nameEn: 'Test' }
  expect((await post(address, 'found', { code, input: { company, owner } })).answer).toMatchObject({ ok: true })
  const client = await signIn(address, 'owner', PASSWORD)
  token = client.token
  bank = newId()
  await client.command('create-bank-account', {
    ...{ id: bank, code: 'B1', name: 'Bank', bankName: '', accountNumber: '', swift: '', currency: 'CNY', active: true },
    ...{ openedOn: '2025-12-31', openingBalance: 0, openingRate: '1' },
  })
  expect(await office.interrupt()).toBe(0)
}, minutes(1))

/** One sender after its last answer sends the next, until the office is gone. */
const load = async (address: string): Promise<void> => {
  for (;;) {
    const sent = receipt()
    open.push(sent)
    let answer: Answer
    try {
      answer = await send(address, sent)
    } catch {
      return
    }
    open = open.filter((other) => other !== sent)
    acknowledged.set(sent.id, { ...sent, answer })
  }
}

/** Read past the office: what stands in the file as the next one left it open. */
const isWhole = (): Set<string> => {
  const books = openReadable(file())
  try {
    expect(verifyAudit(books.sql)).toMatchObject({ broken: null })
    expect(verifyLedger(books.sql)).toEqual([])
    const ids = books.sql.prepare('SELECT id FROM receipt').all() as { id: string }[]
    const posted = books.sql.prepare("SELECT count(*) AS n FROM journal WHERE kind = 'receipt'").get()
    expect(posted).toEqual({ n: ids.length })
    return new Set(ids.map((row) => row.id))
  } finally {
    books.close()
  }
}
const idOf = ({ input }: Sent) => (input as { id: string }).id

/** Puts the office under load, has it killed, and starts it again: what was acknowledged is there, and what was not is done now. Gives how much was there unanswered. */
const killed = async (when: string, kill: (office: Office) => Promise<unknown>): Promise<number> => {
  const office = serve()
  const address = await office.address
  const before = acknowledged.size
  const killing = kill(office)
  const senders = Array.from({ length: SENDERS }, () => load(address))
  await killing
  await office.ended
  await Promise.all(senders)

  const again = serve()
  const back = await again.address
  const there = isWhole()
  const news = [...acknowledged.values()].slice(before)
  expect([when, news.filter((sent) => !there.has(idOf(sent)))]).toEqual([when, []])
  for (const sent of news.slice(-10)) expect(await send(back, sent)).toEqual(sent.answer)
  const unanswered = open.filter((sent) => there.has(idOf(sent))).length
  // What was not answered is done now, once, whether it was done or not.
  for (const sent of open) {
    const answer = await send(back, sent)
    expect(answer).toMatchObject({ ok: true })
    expect(await send(back, sent)).toEqual(answer)
    acknowledged.set(sent.id, { ...sent, answer })
  }
  open = []
  expect(isWhole().size).toBe(acknowledged.size)
  expect(await again.interrupt()).toBe(0)
  return unanswered
}

it(
  '[U62] nothing acknowledged is lost, all is whole, and what was sent is answered again as it was',
  async () => {
    for (const ms of [...NAMED, ...RANDOM])
      await killed(`after ${ms} ms`, async (office) => {
        await new Promise((resolve) => setTimeout(resolve, ms))
        await office.kill()
      })
    expect(acknowledged.size).toBeGreaterThan(SENDERS)
  },
  minutes(5),
)

it(
  '[U62] [U65] killed between a commit and its answers, the office has all of the group and answers each when it is sent again',
  async () => {
    let unanswered = 0
    let kills = 0
    for (; kills < AT_COMMITS || (unanswered === 0 && kills < MOST_AT_COMMITS); kills++) {
      const commit = 1 + Math.floor(Math.random() * 12)
      unanswered += await killed(`at commit ${commit}`, async (office) => {
        const workerData: KillAtCommit = { file: file(), pid: office.process.pid!, commit }
        const thread = new Worker(path.join(import.meta.dirname, 'support/kill-at-commit.ts'), { workerData, execArgv: [] })
        await once(thread, 'exit')
      })
    }
    // It was between them indeed.
    expect(unanswered).toBeGreaterThan(0)
    if (soaking) console.log(`${kills} kills at a commit: ${unanswered} commands were written and not answered`)
  },
  minutes(5),
)
