// While receipts are registered, every report, list with totals and export agrees with itself: it is read in one moment (U46). A real hub, asked over HTTP.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { minutes, rounds } from '../../build/soak/rounds.ts'
import { allPermissions, ownedResources, type Permission } from '../../preload/contract/access.ts'
import type { ListAnswer } from '../../preload/contract/define/index.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { amountsOf } from '../export/xlsx/testing/workbook-amounts.ts'
import { testHub, type TestHub } from './testing/test-hub.ts'

const SECONDS = rounds(6, 120)
const WRITERS = 3
/** Questions of each reader, however slow the machine is. */
const LEAST = 8
let hub: TestHub
let bank: string
const day = '2026-03-02'
beforeAll(async () => {
  hub = await testHub({ lists: 2 })
  hub.clock.at = `${day}T02:00:00.000Z`
  bank = newId()
  const owner = await hub.signIn()
  const account = { code: '1', name: 'CNY', bankName: '', accountNumber: '', swift: '', currency: 'CNY', active: true }
  const opened = await hub.post(
    '/api/command/create-bank-account',
    { id: newId(), input: { id: bank, ...account, openedOn: day, openingBalance: 0, openingRate: '1' } },
    owner,
  )
  expect(opened.status, opened.text).toBe(200)
}, 60_000)
afterAll(() => hub.close())

const everything = { permissions: allPermissions, scopes: Object.fromEntries(ownedResources.map((r) => [r, 'all' as const])) }
const someone = () =>
  hub.user({ permissions: everything.permissions.filter((p): p is Permission => p !== 'company.edit'), scopes: everything.scopes })

let sent = 0
const receive = async (token: string): Promise<void> => {
  const input = { id: newId(), bankAccountId: bank, receivedOn: day, amount: 100 + (sent++ % 900), charge: 1, rate: '1', payerName: '' }
  const answer = await hub.post(
    '/api/command/register-receipt',
    { id: newId(), input: { ...input, customerId: null, contractId: null, remark: '' } },
    token,
  )
  expect(answer.status, answer.text).toBe(200)
}

type Asked = { list: string; params: unknown; column: string }
const REPORTS: Asked[] = [
  { list: 'trial-balance', params: {}, column: 'closingDebit' },
  { list: 'bank-movements', params: { accountId: '' }, column: 'moneyIn' },
  { list: 'postings', params: {}, column: 'debit' },
]
const LISTS: Asked[] = [
  { list: 'receipts', params: {}, column: 'amountBase' },
  { list: 'bank-accounts', params: undefined, column: 'balanceBase' },
]
const minorOf = (cell: unknown): number => (cell as { minor: number } | null)?.minor ?? 0
const paramsOf = ({ list, params }: Asked) => (list === 'bank-movements' ? { accountId: bank } : params)

/** What in a page of a list, or of several asked one after the other, disagrees with itself. */
const faultsOfList = async (asked: Asked, token: string): Promise<string[]> => {
  const answer = await hub.post(`/api/query/${asked.list}`, { params: paramsOf(asked), limit: 200, totals: true }, token)
  if (answer.status !== 200) return [`${asked.list}: ${answer.status} ${answer.text.slice(0, 200)}`]
  const { rows, count, totals, nextCursor } = (answer.body as unknown as { value: ListAnswer }).value
  const found: string[] = []
  const whole = nextCursor === undefined
  if (whole ? count !== rows.length : count! <= rows.length) found.push(`${asked.list}: ${rows.length} rows, count ${count}`)
  const sum = rows.reduce((n, row) => n + minorOf(row[asked.column]), 0)
  const told = (totals?.[asked.column] ?? []).reduce((n, t) => n + minorOf(t), 0)
  if (whole && sum !== told) found.push(`${asked.list}: rows ${sum}, total ${told}`)
  return found
}
const faultsOfExport = async (asked: Asked, token: string): Promise<string[]> => {
  // With a column that is never empty: a row without any cell is not written.
  const options = {
    input: { params: paramsOf(asked) },
    columns: [asked.column, asked.list === 'receipts' ? 'currency' : 'account'],
  }
  const answer = await hub.request('GET', `/api/export/${asked.list}?q=${Buffer.from(JSON.stringify(options)).toString('base64url')}`, {
    token,
  })
  if (answer.status !== 200) return [`export ${asked.list}: ${answer.status} ${answer.text.slice(0, 200)}`]
  const { amounts, total, told } = amountsOf(answer.bytes)
  const counts = new Set([amounts.length, told, Number(answer.headers['x-row-count'])])
  const sum = amounts.reduce((n, a) => n + Math.round(a * 100), 0)
  return [
    ...(counts.size > 1 ? [`export ${asked.list}: rows, subtitle and header ${[...counts].join(' ')}`] : []),
    ...(sum !== Math.round(total * 100) ? [`export ${asked.list}: rows ${sum}, total ${total}`] : []),
  ]
}

it(
  '[U46] every report, list and export asked while money comes in agrees with itself',
  async () => {
    const until = performance.now() + SECONDS * 1000
    const wrong: string[] = []
    let over = false
    const read = async (all: Asked[], ask: (a: Asked, token: string) => Promise<string[]>): Promise<void> => {
      const { token } = someone()
      for (let n = 0; n < LEAST || performance.now() < until; n++) wrong.push(...(await ask(all[n % all.length]!, token)))
    }
    const writing = Array.from({ length: WRITERS }, () => someone()).map(async ({ token }) => {
      while (!over) await receive(token)
    })
    await Promise.all([
      ...Array.from({ length: 2 }, () => read(REPORTS, faultsOfList)),
      ...Array.from({ length: 2 }, () => read(LISTS, faultsOfList)),
      ...Array.from({ length: 2 }, () => read([...REPORTS, LISTS[0]!], faultsOfExport)),
    ]).finally(() => (over = true))
    await Promise.all(writing)
    expect([...new Set(wrong)].slice(0, 20)).toEqual([])
    expect(hub.faults).toEqual([])
  },
  minutes(3),
)
