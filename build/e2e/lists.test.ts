// Every list and query of the contract over the demonstration company, for every role: no fault, the same rows however they are asked for,
// nothing outside the asker's scope, no secret column.
import { seesSecret } from '../../preload/contract/figures.ts'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { accounts } from '../../main/demonstration/accounts.ts'
import type { ListAnswer, ListRow, ListSpec } from '../../preload/contract/define/index.ts'
import { queries, type ListName } from '../../preload/contract/queries.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { signIn, type Client } from './support/client.ts'
import { demoFolder, endAll, removeFolders, startOffice } from './support/office.ts'

let address: string
let said: () => { out: string; err: string }
const clients = new Map<string, Client>()
const client = async (user: string): Promise<Client> => {
  const known = clients.get(user) ?? (await signIn(address, user))
  clients.set(user, known)
  return known
}
beforeAll(async () => {
  const office = startOffice('--serve', '--port', '0', '--data', demoFolder(inject('demonstration')))
  address = await office.address
  said = office.said
  ids = await someIds(await client('boss'))
})
afterAll(async () => {
  await endAll()
  removeFolders()
})

type Ids = Record<'deal' | 'customer' | 'vendor' | 'bank', string>
let ids: Ids
const someIds = async (boss: Client): Promise<Ids> => {
  const first = async (list: 'customers' | 'vendors' | 'bank-accounts') =>
    String((await boss.query(list, { params: {}, limit: 1 })).rows[0]!.id)
  const { rows } = await boss.query('sales-contracts', { params: {}, search: 'PO-EXAMPLE', limit: 1 })
  return {
    deal: String(rows[0]!['dealId']),
    customer: await first('customers'),
    vendor: await first('vendors'),
    bank: await first('bank-accounts'),
  }
}

const lists = Object.entries(queries).flatMap(([name, spec]) =>
  spec.kind === 'list' ? [[name as ListName, spec as ListSpec] as const] : [],
)
/** Parameters that a list cannot do without, more than one set where it shows different things. */
const paramsOf = (name: ListName): object[] => {
  const sides = [{ side: 'receivable' }, { side: 'payable' }]
  switch (name) {
    case 'sales-by':
      return [{ by: 'customer' }, { by: 'product', second: 'month' }]
    case 'open-items':
    case 'ageing':
    case 'party-balances':
      return [...sides, { side: 'receivable', asOf: '1998-01-31' }, { side: 'payable', asOf: '2026-01-31', partyKind: 'logistics' }]
    case 'allocations':
      return sides
    case 'deal-profit-details':
      return [{ dealId: ids.deal }]
    case 'milestones':
      return [{ box: 'running' }, { box: 'overdue' }, { box: 'week' }, { box: 'all' }]
    case 'approvals':
      return [{ box: 'waiting' }, { box: 'all' }]
    case 'statistic-facts':
      return ['orders', 'profit', 'receivable'].map((measure) => ({
        question: { measures: [measure], period: { from: '1996-01-01', to: '2030-12-31' } },
        measure,
        place: [],
      }))
    default:
      return [{}]
  }
}
const ask = async (as: Client, name: ListName, input: object) => {
  const { status, answer } = await as.send(`query/${name}`, input)
  if (!answer.ok) throw new Error(`${name} ${JSON.stringify(input)}: ${status} ${JSON.stringify(answer)}`)
  return answer.value as ListAnswer
}
const keys = (rows: ListRow[]) => rows.map((r) => r.id)

/** Pages, orders, filters and searches of a list, each against all of it. */
const paged = async (boss: Client, name: ListName, spec: ListSpec, params: unknown): Promise<void> => {
  const all = await ask(boss, name, { params, limit: 200, totals: true })
  const rows = [...all.rows]
  for (let cursor = all.nextCursor; cursor !== undefined && rows.length < 1000; ) {
    const next = await ask(boss, name, { params, limit: 200, cursor })
    rows.push(...next.rows)
    cursor = next.nextCursor
  }
  expect(new Set(keys(rows)).size).toBe(rows.length)
  if (rows.length < 1000) expect(all.count).toBe(rows.length)
  const second = await ask(boss, name, { params, limit: 7, offset: 7 })
  expect(keys(second.rows)).toEqual(keys(rows.slice(7, 14)))
  for (const [field, column] of Object.entries(spec.columns)) {
    if (!all.columns.includes(field) || column.fixed) continue
    for (const descending of [false, true]) {
      const sort = [{ field, descending }]
      const page = await ask(boss, name, { params, sort, limit: 9 })
      const rest = page.nextCursor === undefined ? undefined : await ask(boss, name, { params, sort, limit: 9, cursor: page.nextCursor })
      const both = await ask(boss, name, { params, sort, limit: 18 })
      expect([field, descending, keys([...page.rows, ...(rest?.rows ?? [])])]).toEqual([field, descending, keys(both.rows)])
    }
    const empty = await ask(boss, name, { params, filters: [{ field, op: 'empty' }], totals: true, limit: 1 })
    const filled = await ask(boss, name, { params, filters: [{ field, op: 'not-empty' }], totals: true, limit: 1 })
    expect([field, empty.count! + filled.count!]).toEqual([field, all.count])
  }
  for (const search of ['a', '北', "' OR 1=1 --", '%', 'COSCO']) await ask(boss, name, { params, search, limit: 5, totals: true })
}

describe('every list', () => {
  for (const [name, spec] of lists)
    it(`${name}: pages by key and by offset give each row once, in every order; totals count them; filters and searches answer`, async () => {
      const boss = await client('boss')
      for (const params of paramsOf(name)) {
        const counted = async () => (await ask(boss, name, { params, limit: 1, totals: true })).count
        // The office writes its own work into the trail, whenever it has some: what was read over that is read again.
        for (let left = name === 'audit' ? 3 : 1; left > 0; left--) {
          const before = await counted()
          const failed = await paged(boss, name, spec, params).then(
            () => undefined,
            (error: unknown) => error,
          )
          if (failed === undefined) break
          if (left === 1 || (await counted()) === before) throw failed
        }
      }
    })

  it('exports as many rows as it counts', async () => {
    const boss = await client('boss')
    for (const [name] of lists) {
      const [params] = paramsOf(name)
      const { count } = await ask(boss, name, { params, limit: 1, totals: true })
      // The export itself is written into the trail, after it was counted.
      const exported = await boss.export(name, { input: { params } })
      expect([name, exported.status, exported.rows - (name === 'audit' ? exported.rows - count! : 0)]).toEqual([name, 200, count])
    }
  })
})

describe('every role', () => {
  for (const account of accounts)
    it(`${account.user} (${account.role}) gets an answer or a refusal from every list, never a fault, and no secret column`, async () => {
      const me = await client(account.user)
      const { permissions } = await me.query('me', {})
      for (const [name, spec] of lists)
        for (const params of paramsOf(name)) {
          const { status, answer } = await me.send(`query/${name}`, { params, limit: 30, totals: true })
          expect([name, params, status, [200, 403, 404].includes(status)]).toEqual([name, params, status, true])
          if (!answer.ok) continue
          const { rows, columns, totals } = answer.value as ListAnswer
          const secret = Object.entries(spec.columns).filter(
            ([, c]) => c.secret !== undefined && !seesSecret((p) => permissions.includes(p), c.secret),
          )
          const shown = new Set([...columns, ...rows.flatMap((r) => Object.keys(r)), ...Object.keys(totals ?? {})])
          expect([name, secret.filter(([field]) => shown.has(field))]).toEqual([name, []]) // SEC44
        }
      expect(said().err).toBe('')
    })
})

describe('[SEC43] what is outside my scope', () => {
  const records = [
    ['customers', 'customer'],
    ['deals', 'deal'],
    ['sales-contracts', 'sales-contract'],
    ['shipments', 'shipment'],
    ['receipts', 'receipt'],
  ] as const

  it('is in no list, and asked for by its id it is answered like an id that nobody ever had', async () => {
    const [one, other] = [await client('sales'), await client('sales2')]
    for (const [list, record] of records) {
      const mine = new Set(keys((await ask(one, list, { params: {}, limit: 200 })).rows))
      const all = (await ask(other, list, { params: {}, limit: 200 })).rows
      // Money that nobody has claimed yet is shown to all who might.
      const theirs = keys(all.filter((r) => r['status'] !== 'unclaimed'))
      expect([list, mine.size > 0, theirs.length > 0, theirs.filter((id) => mine.has(id))]).toEqual([list, true, true, []])
      const foreign = await one.send(`query/${record}`, { id: theirs[0] })
      const nobody = await one.send(`query/${record}`, { id: newId() })
      expect([record, foreign]).toEqual([record, nobody])
      expect([record, foreign.status]).toEqual([record, 404])
    }
  })

  it('cannot be reached through filters, searches or totals either', async () => {
    const [one, other] = [await client('sales'), await client('sales2')]
    const [theirs] = (await ask(other, 'customers', { params: {}, limit: 1 })).rows
    const name = String(theirs!['name'])
    expect(await ask(one, 'customers', { params: {}, search: name, totals: true })).toMatchObject({ rows: [], count: 0 })
    expect(await ask(one, 'customers', { params: {}, filters: [{ field: 'name', op: 'is', value: name }], totals: true })).toMatchObject({
      rows: [],
      count: 0,
    })
    expect(await ask(one, 'sales-contracts', { params: { customerId: theirs!.id }, totals: true })).toMatchObject({ rows: [], count: 0 })
    const found = await one.query('find', { text: name, limit: 20 })
    expect(JSON.stringify(found)).not.toContain(theirs!.id)
    expect(await one.send('query/locate', { id: theirs!.id })).toEqual(await one.send('query/locate', { id: newId() }))
  })

  it('cannot be written to: a command on it is answered like one on an id that nobody ever had', async () => {
    const [one, other] = [await client('sales'), await client('sales2')]
    const [contract] = (await ask(other, 'sales-contracts', { params: {}, limit: 1 })).rows
    const sign = (id: string) =>
      one.send('command/sign-sales-contract', { id: newId(), input: { id, revision: 1, signedOn: '2026-01-01' } })
    expect(await sign(contract!.id)).toEqual(await sign(newId()))
  })
})
