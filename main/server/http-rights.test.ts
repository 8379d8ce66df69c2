// Rights, held at the hub for every command, query and export there is: without a session 401, without the right 403, for each ready-made role (SEC42, 51).
import Excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allPermissions, ownedResources, READY_MADE_ROLES, type Permission, type Scopes } from '../../preload/contract/access.ts'
import { commands } from '../../preload/contract/commands.ts'
import { isForPeople, type Access, type CommandSpec, type ListSpec, type QuerySpec } from '../../preload/contract/define/index.ts'
import { queries } from '../../preload/contract/queries.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { aCustomer } from '../testing/fixtures.ts'
import { testHub, type HubUser, type TestHub } from './testing/test-hub.ts'

const allCommands = Object.entries(commands) as [string, CommandSpec][]
const allQueries = Object.entries(queries) as [string, QuerySpec | ListSpec][]
const lists = allQueries.flatMap(([name, spec]) => (spec.kind === 'list' ? [[name, spec] as const] : []))
const everything: Scopes = Object.fromEntries(ownedResources.map((r) => [r, 'all']))

let hub: TestHub
beforeAll(async () => {
  hub = await testHub()
})
afterAll(() => hub.close())

/** Every call there is, with an input that no schema takes: what may not be called must be said before the input is looked at. */
const calls = (): { call: string; needs: Access; send(token: string | null): Promise<number> }[] => [
  ...allCommands.map(([name, spec]) => ({
    call: `command ${name}`,
    needs: spec.permission,
    send: async (token: string | null) =>
      (await hub.post(`/api/command/${name}`, { id: newId(), input: { 'no such key': 1 } }, token)).status,
  })),
  ...allQueries.map(([name, spec]) => ({
    call: `query ${name}`,
    needs: spec.permission,
    send: async (token: string | null) => (await hub.post(`/api/query/${name}`, { 'no such key': 1 }, token)).status,
  })),
]
const exportOf = async (name: string, token: string | null, options?: object) => {
  const q = options ? `?q=${Buffer.from(JSON.stringify(options)).toString('base64url')}` : ''
  return hub.request('GET', `/api/export/${name}${q}`, { token })
}

describe('[SEC42] rights', () => {
  it('without a session every command, query and export is 401', async () => {
    for (const c of calls()) expect([c.call, await c.send(null)]).toEqual([c.call, 401])
    for (const [name] of lists) expect([name, (await exportOf(name, null)).status]).toEqual([name, 401])
  })

  it('without any right every one is 403, but for what everybody may do', async () => {
    const { token } = hub.user({ permissions: [] })
    for (const c of calls()) {
      const expected = c.needs === 'signed-in' ? 400 : c.needs === 'founding' ? 409 : 403
      expect([c.call, await c.send(token)]).toEqual([c.call, expected])
    }
    for (const [name] of lists) expect([name, (await exportOf(name, token)).status]).toEqual([name, 403])
  })

  it('with all rights but the one it needs every one is 403, and with that one alone it is not', async () => {
    const tokens = new Map<Permission, { without: string; only: string }>()
    const of = (p: Permission) => {
      const known = tokens.get(p) ?? {
        without: hub.user({ permissions: allPermissions.filter((other) => other !== p), scopes: everything }).token,
        only: hub.user({ permissions: [p], scopes: everything }).token,
      }
      tokens.set(p, known)
      return known
    }
    for (const c of calls()) {
      if (c.needs === 'signed-in' || !isForPeople(c.needs)) continue
      const { without, only } = of(c.needs)
      expect([c.call, await c.send(without), await c.send(only)]).toEqual([c.call, 403, 400])
    }
  })

  for (const role of READY_MADE_ROLES)
    it(`${role}: exactly what its permissions say`, async () => {
      const { token } = hub.user({ role })
      const me = (await hub.post('/api/query/me', {}, token)).body as { value: { permissions: Permission[] } }
      const has = new Set<Access>(['signed-in', ...me.value.permissions])
      for (const c of calls()) {
        const expected = c.needs === 'founding' ? 409 : isForPeople(c.needs) && has.has(c.needs) ? 400 : 403
        expect([c.call, await c.send(token)]).toEqual([c.call, expected])
      }
    })
})

describe('[SEC51] exports', () => {
  let seller: HubUser
  const create = async (name: string, token: string) => {
    const input = aCustomer(seller.id, { name, country: 'DE', currency: 'EUR', creditCurrency: 'EUR' })
    const answer = await hub.post('/api/command/create-customer', { id: newId(), input }, token)
    expect(answer.text).toContain('"ok":true')
  }
  const FORMULA = '=HYPERLINK("http://evil.example","x")'
  beforeAll(async () => {
    seller = hub.user({ permissions: ['customer.view', 'customer.create', 'customer.export'], scopes: { customer: 'own' } })
    for (const name of ['Hanse Tools', FORMULA, '北风 Nordwind']) await create(name, seller.token)
    const owner = await hub.signIn()
    await hub.post('/api/query/customers', { params: {} }, owner)
  })
  const rowsOf = async (bytes: Buffer) => {
    const workbook = new Excel.Workbook()
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer)
    const rows: unknown[][] = []
    workbook.worksheets[0]!.eachRow((row) => rows.push((row.values as unknown[]).slice(1)))
    return rows
  }

  it('hold all rows of the asker’s scope, in the asked language, and read back as they were', async () => {
    const answer = await exportOf('customers', seller.token, { language: 'en', columns: ['code', 'name', 'country'] })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    expect(answer.headers['x-row-count']).toBe('3')
    const rows = await rowsOf(answer.bytes)
    const head = rows.findIndex((r) => r[0] === 'Code' || r.includes('Name'))
    expect(head).toBeGreaterThan(0)
    expect(new Set(rows.slice(head + 1, head + 4).map((r) => r[1]))).toEqual(new Set([FORMULA, 'Hanse Tools', '北风 Nordwind']))
    const chinese = await rowsOf((await exportOf('customers', seller.token, { language: 'zh', columns: ['code', 'name'] })).bytes)
    expect(JSON.stringify(chinese.slice(0, 4))).toContain('名称')
  })

  it('hold only what was filtered, and nothing of others', async () => {
    const filtered = await exportOf('customers', seller.token, {
      input: { filters: [{ field: 'name', op: 'contains', value: 'Hanse' }], params: {} },
    })
    expect([filtered.status, filtered.headers['x-row-count']]).toEqual([200, '1'])
    const other = hub.user({ permissions: ['customer.view', 'customer.export'], scopes: { customer: 'own' } })
    expect((await exportOf('customers', other.token)).headers['x-row-count']).toBe('0')
  })

  it('need the export permission, beyond that to see', async () => {
    const viewer = hub.user({ permissions: ['customer.view'], scopes: { customer: 'all' } })
    const answer = await exportOf('customers', viewer.token)
    expect([answer.status, answer.body]).toEqual([403, { ok: false, refused: 'not-permitted', data: { permission: 'customer.export' } }])
    const exporter = hub.user({ permissions: ['customer.export'], scopes: { customer: 'all' } })
    expect((await exportOf('customers', exporter.token)).status).toBe(403)
    for (const [name, spec] of lists) {
      if (spec.permission === 'signed-in') continue
      const { token } = hub.user({ permissions: allPermissions.filter((p) => p !== spec.export), scopes: everything })
      expect([name, (await exportOf(name, token)).status]).toEqual([name, 403])
    }
  })

  it('are written into the audit trail with their row count, refused ones too', async () => {
    const rows = hub.database.read.sql
      .prepare("SELECT name, outcome, userId FROM audit WHERE kind = 'export' AND userId = ? ORDER BY id")
      .all(seller.id) as { name: string; outcome: string }[]
    expect(rows[0]).toEqual({ name: 'customers', outcome: '{"rows":3}', userId: seller.id })
    const refused = hub.database.read.sql
      .prepare("SELECT count(*) AS n FROM audit WHERE kind = 'export' AND outcome LIKE '%not-permitted%'")
      .get()
    expect((refused as { n: number }).n).toBeGreaterThan(2)
  })

  it('leave no file behind, and refuse what cannot be read or does not exist', async () => {
    expect((await hub.request('GET', '/api/export/customers?q=%%%', { token: seller.token })).status).toBe(400)
    expect((await hub.request('GET', '/api/export/customers?q=bm90IGpzb24', { token: seller.token })).status).toBe(400)
    expect((await exportOf('customers', seller.token, { target: '/etc/passwd' })).status).toBe(400)
    expect((await exportOf('no-such-list', seller.token)).status).toBe(404)
    expect((await exportOf('me', seller.token)).status).toBe(404)
    const { readdirSync } = await import('node:fs')
    expect(readdirSync(`${hub.database.folder}/temporary/exports`)).toEqual([])
  })
})
