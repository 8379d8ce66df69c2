// The list engine: filters of every kind, order, paging by key, totals, and what a viewer may not see.
import fc from 'fast-check'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing/database.ts'
import { column, list, type Filter, type ListSpec } from '../../preload/contract/define/index.ts'
import { Refused } from '../../preload/contract/refusals.ts'
import { minorUnits } from '../../preload/contract/vocabulary/currency.ts'
import { Decimal } from '../../preload/contract/vocabulary/decimal.ts'
import { plainText } from '../../preload/contract/vocabulary/fold.ts'
import { officeItself, type Viewer } from '../access/viewer.ts'
import { gathered } from '../records/contributions.ts'
import type { ListRequest, ListSource, QueryContext } from './define-query.ts'
import { listAll, planList, runPlan } from './list-engine.ts'
import { readCursor } from './list-order.ts'
import { queryContext } from './read-moment.ts'
import { rounds } from '../../build/soak/rounds.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  database.write.sql.exec(`CREATE TABLE thing (
    id INTEGER PRIMARY KEY, code TEXT, name TEXT, status TEXT, pieces INTEGER, active INTEGER, day TEXT, at TEXT,
    quantity INTEGER, rate INTEGER, amount INTEGER, currency TEXT, base INTEGER, cost INTEGER, ownerId TEXT, departmentId TEXT) STRICT`)
})
afterAll(() => database.close())

const spec = list({
  permission: 'deal.view',
  scope: 'deal',
  export: 'deal.export',
  columns: {
    code: column.code(),
    name: column.text(),
    status: column.enum('thing-status', ['draft', 'signed']),
    pieces: column.integer({ total: true }),
    active: column.boolean(),
    day: column.date(),
    at: column.datetime(),
    quantity: column.quantity({ total: true }),
    rate: column.rate(),
    amount: column.money('currency', { total: true }),
    currency: column.code(),
    base: column.base({ total: true }),
    cost: column.base({ secret: 'cost.view', total: true }),
    words: column.text({ fixed: true }),
  },
  sort: [{ field: 'code', descending: false }],
  watches: [],
}) as ListSpec

type Thing = {
  code: string | null
  name: string | null
  status: string
  pieces: number | null
  active: number
  day: string | null
  at: string
  quantity: number
  rate: number
  amount: number
  currency: string
  base: number
  cost: number
  ownerId: string | null
  departmentId: string | null
}
const thing = (over: Partial<Thing> = {}): Thing => ({
  code: 'A1',
  name: 'lamp',
  status: 'draft',
  pieces: 1,
  active: 1,
  day: '2026-03-02',
  at: '2026-03-02T02:00:00.000Z',
  quantity: 10_000,
  rate: 100_000_000,
  amount: 100,
  currency: 'USD',
  base: 710,
  cost: 500,
  ownerId: null,
  departmentId: null,
  ...over,
})
const fill = (things: readonly Thing[]) => {
  database.write.sql.exec('DELETE FROM thing')
  const names = Object.keys(thing())
  const insert = database.write.sql.prepare(`INSERT INTO thing(${names.join(',')}) VALUES (${names.map(() => '?').join(',')})`)
  for (const t of things) insert.run(...Object.values(t))
}
const source = (): ListSource => ({
  // biome-ignore lint: the test's own table is not among the schema's types
  from: (database.read.kysely as unknown as Kysely<{ thing: Thing & { id: number } }>).selectFrom('thing as t') as never,
  id: 't.id',
  fields: {
    ...Object.fromEntries(
      Object.keys(spec.columns)
        .filter((n) => n !== 'words')
        .map((n) => [n, `t.${n}`]),
    ),
    words: 't.name',
    opensId: 't.id',
  },
  owned: { owner: 't.ownerId', department: 't.departmentId' },
  search: ['t.code', 't.name'],
})
const context = (viewer: Viewer = officeItself): QueryContext =>
  queryContext(database.read, gathered([]), viewer, '2026-03-02T02:00:00.000Z')
/** As a list is answered: a plan, run from the cursor. */
const listPage = async (spec: ListSpec, source: ListSource, request: ListRequest, q: QueryContext) => {
  const plan = planList(spec, source, request, q)
  return runPlan(plan, request.cursor === undefined ? [] : readCursor(request.cursor, plan.keys.length), q)
}
const page = (request: ListRequest, viewer?: Viewer) => listPage(spec, source(), request, context(viewer))
const ids = async (request: ListRequest, viewer?: Viewer) => (await page(request, viewer)).rows.map((r) => Number(r.id))
const found = (field: string, op: Filter['op'], value?: string | string[]) => ids({ filters: [{ field, op, value }], sort: [] })
const refusal = async (work: Promise<unknown>) => {
  try {
    await work
    return 'answered'
  } catch (error) {
    if (error instanceof Refused) return error.refusal.refused
    throw error
  }
}

// ---- filters ----------------------------------------------------------------------------------------------------------------------------

test('text, codes and enums: is, is-not, in, contains, starts, empty', async () => {
  fill([
    thing({ code: 'A1' }),
    thing({ code: 'A2', name: null, status: 'signed' }),
    thing({ code: null, name: '' }),
    thing({ code: 'B', name: 'Table lamp 台灯' }),
  ])
  expect(await found('code', 'is', 'A1')).toEqual([1])
  expect(await found('code', 'is-not', 'A1')).toEqual([3, 2, 4])
  expect(await found('code', 'starts', 'a')).toEqual([1, 2])
  expect(await found('name', 'contains', '台灯')).toEqual([4])
  expect(await found('name', 'contains', 'LAMP')).toEqual([1, 4])
  expect(await found('status', 'in', ['signed', 'nothing'])).toEqual([2])
  expect(await found('name', 'empty')).toEqual([3, 2])
  expect(await found('name', 'not-empty')).toEqual([1, 4])
})

test('numbers, booleans and decimals, exact at the edge', async () => {
  fill([thing({ pieces: 1 }), thing({ pieces: null, quantity: 10_001, active: 0 }), thing({ pieces: 3, rate: 1 })])
  expect(await found('pieces', 'greater', '1')).toEqual([3])
  expect(await found('pieces', 'empty')).toEqual([2])
  expect(await found('pieces', 'between', ['1', '3'])).toEqual([1, 3])
  expect(await found('active', 'is', 'false')).toEqual([2])
  expect(await found('quantity', 'is', '1.0001')).toEqual([2])
  expect(await found('quantity', 'greater', '1.00005')).toEqual([2])
  expect(await found('quantity', 'is', '1.00005')).toEqual([])
  expect(await found('quantity', 'less-or-equal', '1')).toEqual([1, 3])
  expect(await found('rate', 'less', '0.00000002')).toEqual([3])
  expect(await found('rate', 'less', '999999999999999')).toEqual([1, 2, 3])
})

test('money compares in whole units across yen, dollars, dinars and the finest currencies', async () => {
  fill([
    thing({ amount: 100, currency: 'JPY' }),
    thing({ amount: 10_000, currency: 'USD' }),
    thing({ amount: 100_000, currency: 'KWD' }),
    thing({ amount: 1_000_000, currency: 'CLF' }),
    thing({ amount: 9_999, currency: 'USD' }),
    thing({ amount: 100_001, currency: 'KWD' }),
  ])
  expect((await found('amount', 'is', '100')).sort()).toEqual([1, 2, 3, 4])
  expect(await found('amount', 'less', '100')).toEqual([5])
  expect(await found('amount', 'greater', '100')).toEqual([6])
  expect(await found('amount', 'greater-or-equal', '100.001')).toEqual([6])
  expect((await found('amount', 'between', ['99.99', '100'])).sort()).toEqual([1, 2, 3, 4, 5])
  expect(await found('base', 'is', '7.1')).toHaveLength(6)
  expect(await found('base', 'is', '7.101')).toEqual([])
})

test('[property] a money filter agrees with exact decimals for any amount and currency', async () => {
  const currencies = ['JPY', 'USD', 'KWD', 'CLF', 'CNY'] as const
  const rows = fc.array(fc.record({ amount: fc.integer({ min: -2_000_000, max: 2_000_000 }), currency: fc.constantFrom(...currencies) }), {
    minLength: 1,
    maxLength: 8,
  })
  const typed = fc
    .tuple(fc.integer({ min: -300, max: 300 }), fc.nat(9999))
    .map(([whole, part]) => `${whole}.${String(part).padStart(4, '0')}`)
  await fc.assert(
    fc.asyncProperty(rows, typed, async (things, text) => {
      fill(things.map((t) => thing(t)))
      const value = (t: (typeof things)[number]) => new Decimal(t.amount).div(new Decimal(10).pow(minorUnits(t.currency)))
      const expected = things.flatMap((t, i) => (value(t).lessThan(text) ? [i + 1] : []))
      expect((await found('amount', 'less', text)).sort((a, b) => a - b)).toEqual(expected)
    }),
    { numRuns: rounds(150, 3000) },
  )
})

test('days, and instants by the company’s day', async () => {
  // Shanghai is eight hours ahead: its 2 March begins at 16:00 UTC of the 1st.
  fill(
    ['2026-03-01T15:59:59.999Z', '2026-03-01T16:00:00.000Z', '2026-03-02T15:59:59.999Z', '2026-03-02T16:00:00.000Z'].map((at, i) =>
      thing({ at, day: i === 3 ? null : `2026-03-0${i + 1}` }),
    ),
  )
  expect(await found('at', 'is', '2026-03-02')).toEqual([2, 3])
  expect(await found('at', 'is-not', '2026-03-02')).toEqual([1, 4])
  expect(await found('at', 'in', ['2026-03-01', '2026-03-03'])).toEqual([1, 4])
  expect(await found('at', 'between', ['2026-03-02', '2026-03-02'])).toEqual([2, 3])
  expect(await found('at', 'less', '2026-03-02')).toEqual([1])
  expect(await found('at', 'less-or-equal', '2026-03-02')).toEqual([1, 2, 3])
  expect(await found('at', 'greater', '2026-03-02')).toEqual([4])
  expect(await found('at', 'greater-or-equal', '2026-03-02')).toEqual([2, 3, 4])
  expect(await found('day', 'between', ['2026-03-02', '2026-03-09'])).toEqual([2, 3])
  expect(await found('day', 'empty')).toEqual([4])
})

test('values and comparisons that do not fit the column are refused, never a fault', async () => {
  fill([thing()])
  const cases: Filter[] = [
    { field: 'amount', op: 'is', value: '1e3' },
    { field: 'amount', op: 'contains', value: '1' },
    { field: 'quantity', op: 'less', value: 'x' },
    { field: 'pieces', op: 'is', value: '1.5' },
    { field: 'active', op: 'is', value: 'maybe' },
    { field: 'day', op: 'is', value: '2026-02-30' },
    { field: 'pieces', op: 'starts', value: '1' },
    { field: 'pieces', op: 'between', value: ['1'] },
    { field: 'pieces', op: 'is' },
    { field: 'code', op: 'in', value: [] },
  ]
  for (const filter of cases) expect([filter, await refusal(page({ filters: [filter] }))]).toEqual([filter, 'invalid-input'])
})

// ---- order and paging -------------------------------------------------------------------------------------------------------------------

test('several sort keys, each its own way, nulls first upwards', async () => {
  fill([
    thing({ code: 'B', pieces: 1 }),
    thing({ code: 'A', pieces: 1 }),
    thing({ code: 'A', pieces: 2 }),
    thing({ code: null, pieces: 9 }),
  ])
  expect(
    await ids({
      sort: [
        { field: 'code', descending: false },
        { field: 'pieces', descending: true },
      ],
    }),
  ).toEqual([4, 3, 2, 1])
  expect(
    await ids({
      sort: [
        { field: 'code', descending: true },
        { field: 'pieces', descending: false },
      ],
    }),
  ).toEqual([1, 2, 3, 4])
  expect(await ids({})).toEqual([4, 2, 3, 1])
})

test('[property] pages by key are the pages by offset, for any data, order and page size', async () => {
  const value = <T>(...values: T[]) => fc.constantFrom(...values)
  const rows = fc.array(
    fc.record({
      code: value(null, '', 'a', 'A', 'ä', '中', "o'x"),
      pieces: value(null, -1, 0, 1, 2),
      base: value(0, 1),
      day: value(null, '2026-01-01', '2026-01-02'),
    }),
    { maxLength: 25 },
  )
  const sorts = fc.uniqueArray(fc.record({ field: value('code', 'pieces', 'base', 'day'), descending: fc.boolean() }), {
    maxLength: 3,
    selector: (s) => s.field,
  })
  await fc.assert(
    fc.asyncProperty(rows, sorts, fc.integer({ min: 1, max: 7 }), async (things, sort, limit) => {
      fill(things.map((t) => thing(t)))
      const byOffset = await ids({ sort, limit: 100 })
      expect(byOffset).toHaveLength(things.length)
      const byKey: number[] = []
      let cursor: string | undefined
      do {
        const answer = await page({ sort, limit, cursor })
        byKey.push(...answer.rows.map((r) => Number(r.id)))
        cursor = answer.nextCursor
        expect(answer.rows.length).toBeLessThanOrEqual(limit)
      } while (cursor !== undefined)
      expect(byKey).toEqual(byOffset)
      expect(await ids({ sort, limit: 3, offset: 2 })).toEqual(byOffset.slice(2, 5))
    }),
    { numRuns: rounds(150, 3000) },
  )
})

test('a cursor that is not ours is refused', async () => {
  fill([thing()])
  for (const cursor of [
    'x',
    Buffer.from('[]').toString('base64url'),
    Buffer.from('[{"a":1},2]').toString('base64url'),
    Buffer.from('{}').toString('base64url'),
  ])
    expect(await refusal(page({ cursor }))).toBe('invalid-input')
})

// ---- totals -----------------------------------------------------------------------------------------------------------------------------

test('totals run over all rows that match, money by currency, and count them', async () => {
  fill([thing(), thing({ currency: 'JPY', amount: 5 }), thing({ code: 'B', amount: 1000 }), thing({ amount: 23, pieces: null })])
  const answer = await page({ totals: true, limit: 1, filters: [{ field: 'code', op: 'is', value: 'A1' }] })
  expect(answer.count).toBe(3)
  expect(answer.totals).toEqual({
    pieces: ['2'],
    quantity: ['3'],
    amount: [
      { minor: 5, currency: 'JPY' },
      { minor: 123, currency: 'USD' },
    ],
    base: [{ minor: 2130, currency: 'CNY' }],
    cost: [{ minor: 1500, currency: 'CNY' }],
  })
  expect((await page({})).totals).toBeUndefined()
  expect((await page({ totals: true, search: 'nothing like it' })).totals?.['base']).toEqual([{ minor: 0, currency: 'CNY' }])
})

test('cells in their own form', async () => {
  fill([thing({ quantity: 12_500, rate: 710_000_000, pieces: null })])
  expect((await page({})).rows[0]).toMatchObject({
    id: '1',
    active: true,
    quantity: '1.25',
    rate: '7.1',
    amount: { minor: 100, currency: 'USD' },
    base: { minor: 710, currency: 'CNY' },
    pieces: null,
    opensId: 1,
  })
})

// ---- what a viewer may not see ------------------------------------------------------------------------------------------------------------

const withoutCost: Viewer = { ...officeItself, permissions: new Set([...officeItself.permissions].filter((p) => p !== 'cost.view')) }

test('[SEC44] a secret column is absent: no cell, no column, no total, neither sorted nor filtered by, in the export too', async () => {
  const canary = 987_654_321
  fill([thing({ cost: canary })])
  const answer = await page({ totals: true }, withoutCost)
  expect(answer.columns).not.toContain('cost')
  expect(JSON.stringify(answer)).not.toContain('cost')
  expect(JSON.stringify(answer)).not.toContain(String(canary))
  expect(await refusal(page({ sort: [{ field: 'cost', descending: false }] }, withoutCost))).toBe('unknown-field')
  expect(await refusal(page({ filters: [{ field: 'cost', op: 'greater', value: '1' }] }, withoutCost))).toBe('unknown-field')
  const all = listAll(spec, source(), {}, context(withoutCost))
  expect(JSON.stringify([...database.read.sql.iterate(all.statement.text, all.statement.values)].map(all.read))).not.toContain(
    String(canary),
  )
  expect(JSON.stringify((await page({})).rows)).toContain(String(canary))
})

test('a list ordered by a column the viewer lacks is ordered by what is left', async () => {
  fill([thing({ cost: 2 }), thing({ cost: 1 })])
  const bySecret = { ...spec, sort: [{ field: 'cost', descending: false }] }
  expect((await listPage(bySecret, source(), {}, context(withoutCost))).rows.map((r) => r.id)).toEqual(['1', '2'])
  expect((await listPage(bySecret, source(), {}, context())).rows.map((r) => r.id)).toEqual(['2', '1'])
})

test('unknown and computed fields are neither sorted nor filtered by', async () => {
  for (const field of ['nothing', 'words', 'id', 'opensId', 't.cost', 'constructor', '__proto__'])
    for (const request of [{ sort: [{ field, descending: false }] }, { filters: [{ field, op: 'is' as const, value: 'x' }] }])
      expect([field, await refusal(page(request))]).toEqual([field, 'unknown-field'])
})

test('[SEC43] rows out of scope are absent from rows, count and totals', async () => {
  fill([thing({ ownerId: 'me' }), thing({ ownerId: 'you' }), thing()])
  const mine: Viewer = { ...officeItself, userId: 'me', scopes: { deal: 'own' } }
  const answer = await page({ totals: true }, mine)
  expect([answer.rows.map((r) => r.id), answer.count, answer.totals?.['pieces']]).toEqual([['1'], 1, ['1']])
  const all = listAll(spec, source(), {}, context(mine))
  expect([...database.read.sql.iterate(all.statement.text, all.statement.values)]).toHaveLength(1)
  const { owned: _, ...unowned } = source()
  await expect(listPage(spec, unowned, {}, context(mine))).rejects.toThrow('owner and department')
})

test('[Q20] "mine" leaves what belongs to the viewer in rows, count and totals, whatever the scope; without owners it is refused', async () => {
  fill([thing({ ownerId: 'me' }), thing({ ownerId: 'you' }), thing(), thing({ ownerId: 'me', code: 'B' })])
  for (const scopes of [{}, { deal: 'all' as const }]) {
    const viewer: Viewer = { ...officeItself, userId: 'me', ...(Object.keys(scopes).length > 0 ? { scopes } : {}) }
    const answer = await page({ mine: true, totals: true }, viewer)
    expect([answer.rows.map((r) => r.id), answer.count, answer.totals?.['pieces']]).toEqual([['1', '4'], 2, ['2']])
    const all = listAll(spec, source(), { mine: true }, context(viewer))
    expect([...database.read.sql.iterate(all.statement.text, all.statement.values)]).toHaveLength(2)
    expect((await page({ mine: false }, viewer)).rows).toHaveLength(4)
  }
  const { owned: _, ...unowned } = source()
  const company = { ...spec, scope: 'company' as const }
  expect(await refusal(listPage(company, unowned, { mine: true }, context()))).toBe('unknown-field')
})

test('[Q27] a cell that says nothing yet is null, in pages and exports; order, filters and sums stay those of the figures', async () => {
  fill([thing({ status: 'draft', base: 5 }), thing({ status: 'signed', base: 7 })])
  const unfinished = { ...source(), blank: { base: (raw: Record<string, unknown>) => raw['status'] === 'draft' } }
  const sort = [{ field: 'base', descending: true }]
  const answer = await listPage(spec, unfinished, { totals: true, sort }, context())
  expect(answer.rows.map((r) => r['base'])).toEqual([{ minor: 7, currency: 'CNY' }, null])
  expect(answer.totals?.['base']).toEqual([{ minor: 12, currency: 'CNY' }])
  const all = listAll(spec, unfinished, { sort }, context())
  const rows = [...database.read.sql.iterate(all.statement.text, all.statement.values)].map(all.read)
  expect(rows.map((r) => r['base'])).toEqual([{ minor: 7, currency: 'CNY' }, null])
})

// ---- texts that would be SQL ----------------------------------------------------------------------------------------------------------------

const QUOTES = [
  "'",
  "''",
  '"',
  '`',
  "' OR 1=1 --",
  "'; DROP TABLE thing; --",
  '") OR ("2"="2',
  'a\\',
  '\\%',
  '%',
  '_',
  '%%',
  'x\u0000y',
  '?',
  '$1',
  ':name',
  '/* */',
  '😀',
  '\u202e',
]

test('[SEC46] [Q1] quotes and wildcards are text: each finds itself, and what has the same letters and figures, and nothing else', async () => {
  fill(QUOTES.map((name) => thing({ code: '中', name })))
  for (const [i, text] of QUOTES.entries()) {
    const plain = plainText(text)
    const expected = QUOTES.flatMap((other, j) => ((plain === '' ? other.includes(text) : plainText(other).includes(plain)) ? [j + 1] : []))
    if (!text.includes('\u0000')) expect([text, await found('name', 'contains', text)]).toEqual([text, expected])
    expect([text, await found('name', 'is', text)]).toEqual([text, [i + 1]])
    if (!/\s|\u0000/.test(text)) expect([text, (await ids({ search: text })).sort((a, b) => a - b)]).toEqual([text, expected])
  }
  expect((await ids({})).length).toBe(QUOTES.length)
})

test('[SEC46] quotes as names of fields reach no statement', async () => {
  for (const field of QUOTES)
    for (const request of [{ sort: [{ field, descending: false }] }, { filters: [{ field, op: 'is' as const, value: 'x' }] }])
      expect(await refusal(page(request))).toBe('unknown-field')
})

test('every word of a search must be found, in any of the places', async () => {
  fill([thing({ code: 'A1', name: 'table lamp' }), thing({ code: 'A2', name: 'floor lamp' })])
  expect(await ids({ search: ' lamp  a2 ' })).toEqual([2])
  expect(await ids({ search: 'lamp' })).toEqual([1, 2])
  expect(await ids({ search: '   ' })).toEqual([1, 2])
})
