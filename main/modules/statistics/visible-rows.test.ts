// [CU23] An answer is a function of the rows its viewer may see: asked of the whole company with any rights it is, to the byte, what somebody who sees
// everything is answered in a company that has no other rows.
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openReadable, openWritable, type Connection } from '../../../db/open.ts'
import { writableDb } from '../../../db/tx.ts'
import { allPermissions, ownedResources, type Scope } from '../../../preload/contract/access.ts'
import { questionSchema, type StatisticAnswer } from '../../../preload/contract/modules/statistics/calls.ts'
import type { QueryInput } from '../../../preload/contract/queries.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { anInput } from '../../testing/fixtures.ts'
import type { TestUser } from '../../testing/test-office.ts'
import { gathered } from '../../records/contributions.ts'
import { readMoment } from '../../queries/read-moment.ts'
import { salesLine, signedSale, tradeOffice, type Trade } from '../contracts/testing/trade.ts'
import { askedOf } from './asked.ts'
import { answerStatistic } from './statistic.ts'
import { tradeModules } from './testing/northwind-office.ts'

const contributed = gathered(tradeModules.flatMap((m) => [...m.contributes]))
let office: Trade
const sellers: TestUser[] = []
const departments = [newId(), newId(), newId()]

/** Which rows of which tables a scope hides, for each resource whose scope stands before a measure. */
const HIDDEN: Readonly<Record<string, readonly string[]>> = {
  'sales-contract': ['DELETE FROM sales_contract WHERE NOT @mine'],
  quotation: ['DELETE FROM quotation WHERE NOT @mine'],
  'purchase-contract': ['DELETE FROM purchase_contract WHERE NOT @mine'],
  shipment: ['DELETE FROM shipment WHERE NOT @mine'],
  receipt: [
    'DELETE FROM receipt WHERE NOT @mine',
    "DELETE FROM payment WHERE partyId IN (SELECT id FROM party WHERE kind = 'customer' AND NOT @mine)",
  ],
  receivable: [
    'DELETE FROM open_item WHERE NOT @mineItem',
    "DELETE FROM posting WHERE account = '6001' AND NOT @mineItem AND journalId IN (SELECT id FROM journal WHERE documentKind = 'credit-note')",
  ],
  deal: [
    "DELETE FROM posting WHERE account >= '6' AND account < '7' AND deal IN (SELECT k.key FROM ledger_key k JOIN deal d ON d.id = k.id WHERE NOT @mineDeal)",
    "DELETE FROM posting WHERE account >= '6' AND account < '7' AND deal IS NULL AND NOT @mineItem",
    'DELETE FROM deal WHERE NOT @mine',
    'DELETE FROM sum_month',
    `INSERT INTO sum_month(month, account, owner, department, base)
       SELECT substr(date, 1, 7), account, coalesce(owner, 0), coalesce(department, 0), sum(base) FROM posting WHERE account >= '6' AND account < '7' GROUP BY 1, 2, 3, 4`,
  ],
}

beforeAll(async () => {
  office = await tradeOffice(tradeModules)
  office.at = '2026-12-31T02:00:00.000Z'
  const seed = writableDb(office.database.write, 0)
  const paths = ['/a/', '/a/b/', '/c/']
  for (const [i, id] of departments.entries())
    seed.put('department', { id, name: `部${i}`, nameEn: '', parentId: i === 1 ? departments[0]! : null, path: paths[i]!, revision: 1 })
  for (const [i, name] of ['甲', '乙', '丙', '丁'].entries())
    sellers.push(await office.user({ permissions: [], name, departmentId: departments[i % 3]! }))
  const customers = sellers.flatMap((owner, i) =>
    ['DE', 'FR', null].map((country) => office.customer({ owner, country, name: `客户${i}${country}` })),
  )
  const products = [office.product({ name: 'A' }), office.product({ name: 'B' }), null]
  const sample = fc.record({
    seller: fc.nat(3),
    customer: fc.nat(customers.length - 1),
    product: fc.nat(2),
    price: fc.integer({ min: 1, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    ships: fc.boolean(),
    pays: fc.boolean(),
  })
  const bank = newId()
  await office.run('create-bank-account', {
    ...{ id: bank, code: 'CNY', name: 'Yuan', bankName: '', accountNumber: '', swift: '', currency: 'CNY', active: true },
    ...{ openedOn: '2025-12-01', openingBalance: 0, openingRate: '1' },
  })
  for (const s of fc.sample(sample, { numRuns: 36, seed: 11 })) {
    const day = `2026-${String(s.month).padStart(2, '0')}-${String((s.price % 27) + 1).padStart(2, '0')}`
    const customerId = customers[s.customer]!
    const ownerId = sellers[s.seller]!.id
    const lines = [salesLine({ productId: products[s.product] ?? null, quantity: '3', price: String(s.price) })]
    const { id } = await signedSale(office, customerId, {
      ...{ currency: 'CNY', rate: '1', contractDate: day, latestShipment: null, ownerId, lines },
    })
    const sale = await office.query('sales-contract', { id })
    const carried = { dealId: sale.dealId, ownerId: s.month % 4 === 0 ? null : ownerId, currency: 'CNY', foreign: s.price, base: s.price }
    await office.inside(async (ctx) =>
      ctx.post({
        ...{ date: day, kind: 'opening', documentKind: 'bank-account', documentId: newId(), documentNumber: 'X', memo: '' },
        lines: [
          { ...carried, dealId: s.month % 2 === 0 ? null : carried.dealId, account: '6601', category: 'freight' },
          { account: '4001', currency: 'CNY', foreign: -s.price, base: -s.price },
        ],
      }),
    )
    if (s.ships) {
      const shipment = anInput('save-shipment', {
        customerId,
        currency: 'CNY',
        ownerId,
        lines: [{ id: newId(), salesLineId: sale.lines[0]!.id, quantity: '2' }],
      } as never)
      const { revision } = await office.run('save-shipment', shipment)
      await office.run('dispatch-shipment', { id: shipment.id, revision, dispatchedOn: day, rate: '1' })
    }
    if (s.pays)
      await office.run('register-receipt', {
        ...{ id: newId(), bankAccountId: bank, receivedOn: day, amount: s.price, charge: 0, rate: '1', payerName: 'x', remark: '' },
        ...{ customerId: s.month % 3 === 0 ? null : customerId, contractId: null },
      })
  }
}, 60_000)
afterAll(() => office.close())

const MEASURES: Readonly<Record<string, readonly string[]>> = {
  'sales-contract': ['orders', 'contract-count', 'ordering-customers', 'bookings', 'ordered-quantity', 'days-to-ship'],
  shipment: ['shipped', 'shipment-count'],
  receipt: ['received', 'receipt-count'],
  receivable: ['receivable', 'advances'],
  deal: ['revenue', 'costs', 'freight', 'profit', 'margin', 'deal-count'],
}
const DIMENSIONS = ['customer', 'customer-country', 'salesperson', 'department', 'month', 'quarter', 'product', 'currency', 'owner-now']

const question = fc.constantFrom(...Object.keys(MEASURES)).chain((resource) =>
  fc.record({
    resource: fc.constant(resource),
    measures: fc.subarray([...MEASURES[resource]!], { minLength: 1 }),
    axes: fc.shuffledSubarray(DIMENSIONS, { minLength: 1, maxLength: 3 }),
    share: fc.constantFrom('none' as const, 'row' as const, 'column' as const, 'all' as const),
    rank: fc.boolean(),
    top: fc.option(fc.record({ count: fc.integer({ min: 1, max: 3 }), within: fc.boolean() }), { nil: null }),
    compare: fc.constantFrom('none' as const, 'year-before' as const, 'period-before' as const),
    running: fc.constantFrom('none' as const, 'from-first' as const),
    half: fc.boolean(),
  }),
)
const viewerOf = (scope: Scope, at: number, claims: boolean): TestUser => {
  const { id, viewer } = sellers[at]!
  const permissions = new Set(allPermissions.filter((p) => claims || p !== 'receipt.claim'))
  const scopes = { ...Object.fromEntries(ownedResources.map((r) => [r, scope])), customer: 'all' as const }
  return { id, viewer: { ...viewer, permissions, scopes, departmentPath: ['/a/', '/a/b/', '/c/'][at % 3]! } }
}

/** The company without what this viewer does not see of a resource. */
const without = async (resource: string, { viewer }: TestUser, scope: Scope, claims: boolean, file: string): Promise<Connection> => {
  await office.database.write.backup(file)
  const write = openWritable(file)
  const within = {
    own: '0',
    department: `departmentId = '${viewer.departmentId}'`,
    'department-below': `departmentId IN (SELECT id FROM department WHERE path LIKE '${viewer.departmentPath}%')`,
    all: '1',
  }[scope]
  const mine = `(coalesce(ownerId = '${viewer.userId}', 0) OR coalesce(${within}, 0)${resource === 'receipt' && claims ? " OR coalesce(status = 'unclaimed', 0)" : ''})`
  const ofKeys = (owner: string, department: string) =>
    `(coalesce((SELECT id FROM ledger_key WHERE key = ${owner}) = '${viewer.userId}', 0) OR coalesce((SELECT ${within.replace('departmentId', 'k.id')} FROM ledger_key k WHERE k.key = ${department}), ${within === '1' ? 1 : 0}))`
  for (const { name } of write.sql.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all() as { name: string }[])
    write.sql.exec(`DROP TRIGGER "${name}"`)
  write.sql.exec('PRAGMA foreign_keys = OFF')
  for (const statement of HIDDEN[resource]!)
    write.sql.exec(
      statement
        .replace('@mineItem', ofKeys('owner', 'department'))
        .replace('@mineDeal', mine.replaceAll('ownerId', 'd.ownerId').replaceAll('departmentId', 'd.departmentId'))
        .replace(
          '@mine',
          mine.replace(
            " OR coalesce(status = 'unclaimed', 0)",
            statement.includes('FROM party') ? '' : " OR coalesce(status = 'unclaimed', 0)",
          ),
        ),
    )
  write.close()
  return openReadable(file)
}

it('[CU23] random rights × random questions', async () => {
  let asked = 0
  let n = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Scope>('own', 'department', 'department-below'),
      fc.nat(3),
      fc.boolean(),
      fc.array(question, { minLength: 6, maxLength: 6 }),
      async (scope, at, claims, questions) => {
        const viewer = viewerOf(scope, at, claims)
        const everything = { ...viewer.viewer, scopes: Object.fromEntries(ownedResources.map((r) => [r, 'all' as const])) }
        const reduced = new Map<string, Connection>()
        for (const { resource, measures, axes, half, ...rest } of questions) {
          const [column = null, ...rows] = axes
          const input: QueryInput<'statistic'> = {
            ...{
              ...rest,
              measures: [...measures],
              rows,
              column,
              period: half ? { from: '2026-04-01', to: '2026-09-30' } : { from: '2026-01-01', to: '2026-12-31' },
            },
            // Sums of the ledger still hold what was taken out of this company: a filter that lets all through spares the comparison with them.
            filters: [{ dimension: 'month', members: ['1900-01'], not: true }],
          }
          const known =
            reduced.get(resource) ??
            (await without(resource, viewer, scope, claims, path.join(office.database.folder, `reduced-${n++}.sqlite`)))
          reduced.set(resource, known)
          const ask = (connection: Connection, as: TestUser['viewer']) =>
            readMoment(connection, contributed, { viewer: as, at: office.at }, (q) =>
              answerStatistic(q, askedOf(q, questionSchema().parse(input))),
            )
          let seen: StatisticAnswer
          try {
            seen = await ask(office.database.read, viewer.viewer)
          } catch (error) {
            // A pair that does not fit is refused whoever asks.
            await expect(ask(known, everything)).rejects.toMatchObject({ refusal: (error as { refusal: unknown }).refusal })
            continue
          }
          asked += 1
          const whole = await ask(known, everything)
          const { scopes: _mine, ...head } = seen.head
          const { scopes: _all, ...headOfAll } = whole.head
          expect({ ...seen, head }).toEqual({ ...whole, head: headOfAll })
        }
        for (const connection of reduced.values()) connection.close()
      },
    ),
    { numRuns: 8, seed: 5 },
  )
  expect(asked).toBeGreaterThan(10)
}, 120_000)
