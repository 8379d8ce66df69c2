// Clients that work at one hub as people do: lists, records, searches, reports, commands, an export now and then, and a socket for notices each.
import http from 'node:http'
import { aCustomer } from '../../../main/testing/fixtures.ts'
import type { Answer } from '../../../preload/contract/envelope.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'

export const KINDS = ['list', 'record', 'search', 'report', 'command', 'export'] as const
export type Kind = (typeof KINDS)[number]
export type AtWork = {
  took: Record<Kind, number[]>
  /** Commands that were answered with success, by the record they made and who can read it. */
  done: { query: 'customer' | 'receipt' | 'vendor'; id: string; by: string }[]
  /** Whatever was neither done nor refused for a reason of the business. */
  wrong: string[]
  /** Refusals by their name. */
  refused: Map<string, number>
  notices: number
}
type Employee = { login: string; userId: string; token: string; may: ReadonlySet<string> }
type Office = { address: string; today: string; bankAccountId: string }

export const nothingDone = (): AtWork => ({
  took: { list: [], record: [], search: [], report: [], command: [], export: [] },
  done: [],
  wrong: [],
  refused: new Map(),
  notices: 0,
})

/** Numbers from 0 to 1, the same for the same seed. */
const chances = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}
const LISTS = [
  ['sales-contracts', 'sales-contract', 'sales-contract.view'],
  ['customers', 'customer', 'customer.view'],
  ['quotations', 'quotation', 'quotation.view'],
  ['purchase-contracts', 'purchase-contract', 'purchase-contract.view'],
  ['shipments', 'shipment', 'shipment.view'],
  ['deals', 'deal', 'deal.view'],
  ['receipts', 'receipt', 'receipt.view'],
] as const
const TEXTS = ['宁波', 'han', 'SC2026', 'tools', 'yc', '2026-0']

/** One client until `until` (ms of `performance.now()`), with a pause of `pause` ms on average between two things it does. */
export const clientAtWork = async (
  office: Office,
  me: Employee,
  seed: number,
  until: number,
  pause: number,
  all: AtWork,
): Promise<void> => {
  const chance = chances(seed)
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  const pick = <T>(among: readonly T[]): T => among[Math.floor(chance() * among.length)]!
  const ask = (kind: Kind, method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const started = performance.now()
      const payload = body === undefined ? undefined : JSON.stringify(body)
      const headers = { authorization: `Bearer ${me.token}`, ...(payload ? { 'content-type': 'application/json' } : {}) }
      const request = http.request(`${office.address}/api/${path}`, { method, headers, agent }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('end', () => {
          all.took[kind].push(performance.now() - started)
          resolve({ status: response.statusCode!, text: kind === 'export' ? '' : Buffer.concat(parts).toString() })
        })
      })
      request.on('error', reject)
      request.end(payload)
    })
  const answer = async (kind: Kind, path: string, body: unknown): Promise<unknown> => {
    const { status, text } = await ask(kind, 'POST', path, body)
    const told = JSON.parse(text) as Answer
    if (told.ok) return told.value
    if (status >= 500 || !('refused' in told)) all.wrong.push(`${me.login} ${path}: ${status} ${text.slice(0, 200)}`)
    else all.refused.set(`${path} ${told.refused}`, (all.refused.get(`${path} ${told.refused}`) ?? 0) + 1)
    return undefined
  }
  const lists = LISTS.filter(([, , permission]) => me.may.has(permission))
  const seen = new Map<string, string[]>()
  const list = async () => {
    const [name, query] = pick(lists)
    const value = await answer('list', `query/${name}`, { params: {}, limit: 50, totals: chance() < 0.3 })
    if (value)
      seen.set(
        query,
        (value as { rows: { id: string }[] }).rows.map((row) => row.id),
      )
  }
  const record = async () => {
    const known = [...seen].filter(([, ids]) => ids.length > 0)
    if (known.length === 0) return list()
    const [query, ids] = pick(known)
    await answer('record', `query/${query}`, { id: pick(ids) })
  }
  const search = () => answer('search', 'query/find', { text: pick(TEXTS), limit: 20 })
  const report = () =>
    me.may.has('receivable.view') && chance() < 0.4
      ? answer('report', 'query/ageing', { params: { side: 'receivable' }, limit: 100, totals: true })
      : answer('report', 'query/today', { whose: 'mine' })
  const command = async () => {
    const id = newId()
    const n = all.took.command.length
    if (me.may.has('receipt.create') && chance() < 0.6) {
      const input = {
        id,
        bankAccountId: office.bankAccountId,
        receivedOn: office.today,
        amount: 1000 + n,
        charge: 0,
        rate: '7.1',
        remark: '',
      }
      const made = await answer('command', 'command/register-receipt', {
        id: newId(),
        input: { ...input, payerName: `Payer ${n}`, customerId: null, contractId: null },
      })
      if (made) all.done.push({ query: 'receipt', id, by: 'boss' })
    } else if (me.may.has('customer.create')) {
      const made = await answer('command', 'command/create-customer', {
        id: newId(),
        input: aCustomer(me.userId, { id, name: `Customer ${id.slice(-10)} ${n}` }),
      })
      if (made) all.done.push({ query: 'customer', id, by: 'boss' })
    } else await answer('command', 'command/remember', { id: newId(), input: { key: 'tabs', value: String(n) } })
  }
  const exported = async () => {
    const name = ['sales-contracts', 'customers', 'receipts'].find((l) => me.may.has(`${l.slice(0, -1)}.export`))
    if (name === undefined) return list()
    const { status } = await ask('export', 'GET', `export/${name}`)
    if (status !== 200) all.wrong.push(`${me.login} export/${name}: ${status}`)
  }
  const socket = new WebSocket(`${office.address.replace('http', 'ws')}/api/live`)
  let closing = false
  socket.onmessage = () => void all.notices++
  socket.onclose = ({ code }) => {
    if (!closing) all.wrong.push(`${me.login}: the socket was closed (${code})`)
  }
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = reject
  })
  socket.send(me.token)
  while (performance.now() < until) {
    const dice = chance()
    if (lists.length === 0) await (dice < 0.5 ? search() : report())
    else if (dice < 0.35) await list()
    else if (dice < 0.6) await record()
    else if (dice < 0.75) await search()
    else if (dice < 0.82) await report()
    else if (dice < 0.99) await command()
    else await exported()
    await new Promise((resolve) => setTimeout(resolve, chance() * 2 * pause))
  }
  closing = true
  socket.close()
  agent.destroy()
}
