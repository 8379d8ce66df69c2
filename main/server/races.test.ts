// Two to four people want the same thing at the same moment: one gets it, the others are told why not, nothing is lost and nothing is done twice. Every round ends
// with the ledger's verifier, the trail's check and the numbers of all documents. Rule U63 of people.
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { minutes, rounds } from '../../build/soak/rounds.ts'
import { verifyLedger } from '../../db/ledger/sums.ts'
import { allPermissions, ownedResources } from '../../preload/contract/access.ts'
import type { CommandInput, CommandName } from '../../preload/contract/commands.ts'
import type { CommandHandlers } from '../commands/define-command.ts'
import type { Answer } from '../../preload/contract/envelope.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { verifyAudit } from '../access/audit.ts'
import { aCustomer, aProduct, aVendor } from '../testing/fixtures.ts'
import { aBill, aPayment, aPaymentRequest, aReceipt, DAY } from './testing/money-inputs.ts'
import { testHub, type HubUser, type TestHub } from './testing/test-hub.ts'

const ROUNDS = rounds(15, 100)
const MOST = 4

let hub: TestHub
let clients: HubUser[]
let owners: HubUser[]
let salespeople: HubUser[]
let bank: string
let vendor: string

const send = async <N extends CommandName>(user: HubUser, name: N, input: CommandInput<N>, id = newId()): Promise<Answer> =>
  (await hub.post(`/api/command/${name}`, { id, input }, user.token)).body
const done = async <N extends CommandName>(user: HubUser, name: N, input: CommandInput<N>): Promise<unknown> => {
  const answer = await send(user, name, input)
  if (answer.ok) return answer.value
  throw new Error(`${name}: ${JSON.stringify(answer)} ${hub.faults.join('\n')}`)
}
const ask = async <T>(user: HubUser, name: string, input: unknown): Promise<T> => {
  const { body, text } = await hub.post(`/api/query/${name}`, input, user.token)
  if (!body.ok) throw new Error(`${name}: ${text}`)
  return body.value as T
}
const all = <T>(text: string, ...values: (string | number)[]): T[] => hub.database.read.sql.prepare(text).all(...values) as T[]
const one = <T>(text: string, ...values: (string | number)[]): T => all<T>(text, ...values)[0]!

/** What a command does is done in one breath unless it waits for a disk or a hash; here each of them waits, so that others come in between where they can. */
const slowly = (handlers: CommandHandlers): CommandHandlers =>
  Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [
      name,
      async (input: never, ctx: never) => {
        await setImmediate()
        const outcome: unknown = await (handle as (input: never, ctx: never) => unknown)(input, ctx)
        await setImmediate()
        return outcome
      },
    ]),
  ) as unknown as CommandHandlers

beforeAll(async () => {
  hub = await testHub({ around: slowly })
  const scopes = Object.fromEntries(ownedResources.map((r) => [r, 'all' as const]))
  const four = <T>(make: () => T): T[] => Array.from({ length: MOST }, make)
  clients = four(() => hub.user({ permissions: allPermissions, scopes }))
  owners = four(() => hub.user({ role: 'owner' }))
  salespeople = four(() => hub.user({ role: 'salesperson' }))
  bank = newId()
  await done(clients[0]!, 'create-bank-account', {
    ...{ id: bank, code: 'B1', name: 'Bank', bankName: '', accountNumber: '', swift: '', currency: 'CNY', active: true },
    ...{ openedOn: '2025-12-31', openingBalance: 0, openingRate: '1' },
  })
  const made = aVendor()
  vendor = made.id
  await done(clients[0]!, 'create-vendor', made)
}, minutes(1))
afterAll(() => hub.close())

/** Two, three or four of them, and each time another one sends first. */
const some = <T>(people: readonly T[], round: number): T[] => {
  const first = round % people.length
  return [...people.slice(first), ...people.slice(0, first)].slice(0, 2 + (round % 3))
}
const accepted = (answers: readonly Answer[]) => answers.filter((a) => a.ok)
/** What was not done, each told as a refusal: a fault among them is seen as one. */
const refused = (answers: readonly Answer[]) => answers.flatMap((a) => (a.ok ? [] : ['refused' in a ? a.refused : JSON.stringify(a)]))
const times = (count: number, code: string): string[] => Array.from({ length: count }, () => code)

const NUMBERED = ['receipt', 'payment', 'bill', 'payment_request']
/** A refused command takes no number, and no number is given twice. */
const expectNumbers = () => {
  for (const table of NUMBERED) {
    const numbers = all<{ number: string }>(`SELECT number FROM "${table}"`).map((row) => Number(row.number.split('-')[1]))
    expect([table, numbers.toSorted((a, b) => a - b)]).toEqual([table, numbers.map((_, n) => n + 1)])
  }
}
const expectWhole = () => {
  const { sql } = hub.database.write
  expect(hub.faults).toEqual([])
  expect(verifyLedger(sql)).toEqual([])
  expect(verifyAudit(sql)).toMatchObject({ broken: null })
  expectNumbers()
}

const receipt = () => aReceipt(bank)
const payment = (amount: number, over: Partial<CommandInput<'register-payment'>> = {}) => aPayment(bank, vendor, { amount, ...over })
const bill = (amount: number, invoiceNumber = '') => aBill(vendor, amount, invoiceNumber)
const request = (amount: number, ownerId: string) => aPaymentRequest(vendor, amount, ownerId)
/** A customer whose name nobody else's is like. */
const newCustomer = async (ownerId: string): Promise<string> => {
  const made = aCustomer(ownerId, { name: newId() })
  await done(clients[0]!, 'create-customer', { ...made, duplicateReason: 'of a test' })
  return made.id
}

/** Each writes a mark into the remark they see; who comes too late looks again, until every mark is there. */
const sameRecord = async (round: number): Promise<void> => {
  type Seen = CommandInput<'edit-customer'> & { ownerName?: string; createdAt?: string }
  const id = await newCustomer(hub.ownerId)
  let waiting = some(clients, round)
  const marks = waiting.map((user) => user.id)
  for (let revision = 1; waiting.length > 0; revision += 1) {
    const edits = waiting.map(async (user) => {
      const { ownerName: _, createdAt: __, ...seen } = await ask<Seen>(user, 'customer', { id })
      return { user, input: { ...seen, remark: `${seen.remark} ${user.id}` } }
    })
    const given = await Promise.all(edits)
    const answers = await Promise.all(given.map(({ user, input }) => send(user, 'edit-customer', input)))
    expect(accepted(answers)).toHaveLength(1)
    for (const answer of answers)
      if (!answer.ok) expect(answer).toEqual({ ok: false, refused: 'changed-meanwhile', data: { expected: revision, found: revision + 1 } })
    const winner = given[answers.findIndex((a) => a.ok)]!
    expect(one('SELECT remark, revision FROM party WHERE id = ?', id)).toEqual({ remark: winner.input.remark, revision: revision + 1 })
    waiting = waiting.filter((user) => user !== winner.user)
  }
  const { remark } = one<{ remark: string }>('SELECT remark FROM party WHERE id = ?', id)
  expect(remark.trim().split(' ').toSorted()).toEqual(marks.toSorted())
}

const claimedTwice = async (round: number): Promise<void> => {
  const racers = some(salespeople, round)
  const customers = await Promise.all(racers.map((user) => newCustomer(user.id)))
  const money = receipt()
  await done(clients[0]!, 'register-receipt', money)
  const answers = await Promise.all(
    racers.map((user, n) => send(user, 'claim-receipt', { id: money.id, on: DAY, customerId: customers[n]!, contractId: null })),
  )
  expect(accepted(answers)).toHaveLength(1)
  // Once it is a colleague's customer's, a salesperson does not see it any more.
  expect(refused(answers)).toEqual(times(racers.length - 1, 'not-found'))
  const winner = answers.findIndex((a) => a.ok)
  const { customerId, ownerId, item } = one<{ customerId: string; ownerId: string; item: string }>(
    'SELECT customerId, ownerId, item FROM receipt WHERE id = ?',
    money.id,
  )
  expect([customerId, ownerId]).toEqual([customers[winner], racers[winner]!.id])
  const open = all<{ ref: string; openForeign: number }>(
    'SELECT ref, openForeign FROM open_item WHERE documentId = ? ORDER BY ref',
    money.id,
  )
  expect(open).toEqual([
    { ref: `${money.id}:1`, openForeign: 0 },
    { ref: item, openForeign: -money.amount },
  ])
}

const openOf = (item: string) => Math.abs(one<{ openForeign: number }>('SELECT openForeign FROM open_item WHERE ref = ?', item).openForeign)
/** One prepayment and a bill that all want, some by applying the prepayment, one by paying; nobody gets what somebody else has. */
const sameMoney = async (round: number): Promise<void> => {
  const racers = some(clients, round)
  const [billed, ahead] = [1000 + 37 * (round % 11), 900 + 53 * (round % 7)]
  const { item: target } = (await done(racers[0]!, 'post-bill', bill(billed))) as { item: string }
  const { item: source } = (await done(racers[1]!, 'register-payment', payment(ahead))) as { item: string }
  const amounts = racers.map((_, n) => 300 + ((round * 131 + n * 217) % 500))
  const answers = await Promise.all(
    racers.map((user, n) =>
      n === 1
        ? send(user, 'register-payment', payment(amounts[n]!, { targets: [{ item: target, amount: amounts[n]! }] }))
        : send(user, 'allocate', { id: newId(), on: DAY, source, targets: [{ item: target, amount: amounts[n]! }] }),
    ),
  )
  const taken = (among: (n: number) => boolean) => amounts.filter((_, n) => answers[n]!.ok && among(n)).reduce((sum, a) => sum + a, 0)
  const [left, rest] = [openOf(target), openOf(source)]
  expect(left).toBe(billed - taken(() => true))
  expect(rest).toBe(ahead - taken((n) => n !== 1))
  expect(Math.min(billed - taken(() => true), ahead - taken((n) => n !== 1))).toBeGreaterThanOrEqual(0)
  answers.forEach((answer, n) => {
    if (answer.ok) return
    expect(answer).toMatchObject({ refused: 'allocation-exceeds' })
    expect(amounts[n]).toBeGreaterThan(n === 1 ? left : Math.min(left, rest))
  })
}

/** A bill, and a request for a prepayment: each is paid whole by all of them. */
const paidOnce = async (round: number): Promise<void> => {
  const racers = some(clients, round)
  const { item } = (await done(racers[0]!, 'post-bill', bill(5000))) as { item: string }
  const paper = request(4000, racers[0]!.id)
  await done(racers[0]!, 'save-payment-request', paper)
  const ofBill = racers.map((user) => send(user, 'register-payment', payment(5000, { targets: [{ item, amount: 5000 }] })))
  const onRequest = racers.map((user) => send(user, 'register-payment', payment(4000, { requestId: paper.id })))
  for (const answers of [await Promise.all(ofBill), await Promise.all(onRequest)])
    expect([accepted(answers).length, refused(answers)]).toEqual([1, times(racers.length - 1, 'allocation-exceeds')])
  expect(openOf(item)).toBe(0)
}

const DECISIONS = { approve: 'approved', reject: 'rejected', 'return-for-change': 'returned' } as const
const decideOnce = async (round: number): Promise<void> => {
  const racers = some(owners, round)
  const clerk = clients[round % MOST]!
  const paper = request(7000, clerk.id)
  await done(clerk, 'save-payment-request', paper)
  const id = newId()
  await done(clerk, 'submit-for-approval', { id, kind: 'payment-request', documentId: paper.id, revision: 1, note: '' })
  const { revision, contentHash } = await ask<{ revision: number; contentHash: string }>(racers[0]!, 'approval', { id })
  const expected = { id, expect: { revision, contentHash } }
  // The first of them has clicked twice; the last agrees with the first where there are more than two.
  const names = Object.keys(DECISIONS) as (keyof typeof DECISIONS)[]
  const given = [racers[0]!, ...racers].map((user, n) => ({ user, name: names[(round + (n < 2 ? 0 : n - 1)) % names.length]! }))
  const answers = await Promise.all(
    given.map(({ user, name }) =>
      name === 'approve' ? send(user, name, { ...expected, note: '' }) : send(user, name, { ...expected, reason: 'of a test' }),
    ),
  )
  const { state } = one<{ state: string }>('SELECT state FROM approval WHERE id = ?', id)
  expect(Object.values(DECISIONS)).toContain(state)
  answers.forEach((answer, n) =>
    expect(answer).toMatchObject(
      DECISIONS[given[n]!.name] === state ? { ok: true, value: { id, state } } : { ok: false, refused: 'already-decided', data: { state } },
    ),
  )
  expect(all('SELECT act FROM approval_event WHERE approvalId = ? AND position > 0', id)).toEqual([{ act: state }])
}

const newNumbers = async (round: number): Promise<void> => {
  const racers = some(clients, round)
  const { item } = (await done(racers[0]!, 'post-bill', bill(99))) as { item: string }
  const answers = await Promise.all(
    racers.flatMap((user, n) => [
      send(user, 'register-receipt', receipt()),
      send(user, 'post-bill', bill(100 + n)),
      // Refused when it has its number already: the bill is not open for so much.
      send(user, 'register-payment', payment(100, { targets: [{ item, amount: 100 }] })),
      send(user, 'create-product', aProduct({ name: newId() })),
    ]),
  )
  expect(refused(answers)).toEqual(times(racers.length, 'allocation-exceeds'))
  const told = accepted(answers).map((a) => a.value as { number?: string; code?: string })
  expect(new Set(told.map(({ number, code }) => number ?? code)).size).toBe(3 * racers.length)
}

const sameCode = async (round: number): Promise<void> => {
  const racers = some(clients, round)
  const code = `Race-${newId().slice(-12)}`
  const typed = (n: number) => [code, code.toUpperCase(), ` ${code.toLowerCase()}`, code][n]!
  const products = racers.map((user, n) => send(user, 'create-product', aProduct({ name: newId(), code: typed(n) })))
  const bills = racers.map((user, n) => send(user, 'post-bill', bill(1, typed(n))))
  for (const answers of [await Promise.all(products), await Promise.all(bills)])
    expect([accepted(answers).length, refused(answers)]).toEqual([1, times(racers.length - 1, 'already-exists')])
}

/** One command is sent by a line that stutters; another one comes under its id, from the same person and from a colleague. */
const sameCommand = async (round: number): Promise<void> => {
  const [me, other] = some(clients, round) as [HubUser, HubUser]
  const [id, input] = [newId(), receipt()]
  const stutter = await Promise.all(Array.from({ length: 2 + (round % 3) }, () => send(me, 'register-receipt', input, id)))
  expect(new Set(stutter.map((a) => JSON.stringify(a))).size).toBe(1)
  expect(stutter[0]).toMatchObject({ ok: true, value: { id: input.id } })
  expect(one('SELECT count(*) AS n FROM audit WHERE commandId = ?', id)).toEqual({ n: 1 })
  expect(one("SELECT count(*) AS n FROM journal WHERE kind = 'receipt' AND documentId = ?", input.id)).toEqual({ n: 1 })
  const again = newId()
  const [first, second] = [receipt(), receipt()]
  const two = await Promise.all([
    send(me, 'register-receipt', first, again),
    send(round % 2 ? me : other, 'register-receipt', second, again),
  ])
  expect([accepted(two).length, refused(two)]).toEqual([1, ['command-id-reused']])
}

const RACES = {
  'edited by several, a record keeps what each of them wrote': sameRecord,
  'a receipt is one salesperson’s': claimedTwice,
  'money is applied once, by allocation and by payment': sameMoney,
  'a bill is paid once, and so is a request': paidOnce,
  'an approval is decided once': decideOnce,
  'no number is given twice, and a refusal takes none': newNumbers,
  'a code is one record’s': sameCode,
  'a command is done once by its id': sameCommand,
}

it.each(Object.entries(RACES))('[U63] %s', { timeout: minutes(1) }, async (_, race) => {
  for (let round = 0; round < ROUNDS; round += 1) {
    await race(round)
    expectWhole()
  }
})

it('[U63] so it is when all of this happens at once', { timeout: minutes(1) }, async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all(Object.values(RACES).map((race) => race(round)))
    expectWhole()
  }
})
