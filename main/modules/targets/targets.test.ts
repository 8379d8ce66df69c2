// Targets: set within the scope, reached as statistics say, departments with the sum of their people. Rules TG1 to TG6.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writableDb } from '../../../db/tx.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { moneyModules } from '../../testing/money-modules.ts'
import { testOffice, type TestOffice, type TestUser } from '../../testing/test-office.ts'
import { catalogue } from '../catalogue/index.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { profit } from '../profit/index.ts'
import { purchasing } from '../purchasing/index.ts'
import { shipments } from '../shipments/index.ts'
import { aTrade, type Trade } from '../shipments/testing/trade.ts'
import { statistics } from '../statistics/index.ts'
import { targets } from './index.ts'

let office: TestOffice
let trade: Trade
let [sales, east] = ['', '']
let head: TestUser
let anna: TestUser
let ben: TestUser

beforeEach(async () => {
  office = await testOffice([catalogue, deals, contracts, purchasing, shipments, ...moneyModules, profit, statistics, targets])
  office.at = '2026-03-10T02:00:00.000Z'
  trade = aTrade(office)
  const seed = writableDb(office.database.write, 0)
  ;[sales, east] = [newId(), newId()]
  const department = (id: string, name: string, parentId: string | null, path: string) =>
    seed.put('department', { id, name, nameEn: name, parentId, path, headId: null, revision: 1 })
  department(sales, 'Sales', null, `/${sales}/`)
  department(east, 'East', sales, `/${sales}/${east}/`)
  const rights = ['target.view', 'statistic.view', 'sales-contract.view', 'sales-contract.create', 'sales-contract.sign'] as const
  const seller = (name: string, departmentId: string) =>
    office.user({ permissions: [...rights], scopes: { target: 'own', 'sales-contract': 'own' }, departmentId, name })
  anna = await seller('Anna', sales)
  ben = await seller('Ben', east)
  head = await office.user({
    ...{ permissions: [...rights, 'target.edit', 'statistic.people'], name: 'Head', departmentId: sales },
    scopes: { target: 'department-below', 'sales-contract': 'department-below' },
  })
})
afterEach(() => {
  expect(office.faults).toEqual([])
  office.close()
})

const sell = (as: TestUser, price: string, signedOn: string) =>
  trade.sold([{ quantity: '100', price }], { signedOn, ownerId: as.id, currency: 'CNY', rate: '1' })
const set = (cells: readonly { of: TestUser | string; month: string; amount: number | null; revision?: number }[], as: TestUser = head) =>
  office.send(
    'save-targets',
    {
      measure: 'orders',
      cells: cells.map(({ of, revision = 0, ...rest }) => ({
        ...rest,
        revision,
        ...(typeof of === 'string' ? { ownerId: null, departmentId: of } : { ownerId: of.id, departmentId: null }),
      })),
    },
    as,
  )
const year = (as: TestUser = head, measure: 'orders' | 'profit' = 'orders') => office.query('targets', { year: 2026, measure }, as)
/** Of March: 'name target/actual reach'. */
const march = async (as: TestUser = head) =>
  (await year(as)).rows.map(({ name, depth, cells }) => {
    const { target, actual, reach } = cells[2]!
    return `${'·'.repeat(depth)}${name} ${target === null ? '–' : target / 100}/${actual === null ? '–' : actual / 100} ${reach ?? '–'}`
  })

test('[TG1] [TG3] [TG4] a person reaches what statistics say; a department has the sum of its people, or what it was set itself', async () => {
  await sell(anna, '10', '2026-03-02')
  await sell(ben, '30', '2026-03-03')
  expect(
    await set([
      { of: anna, month: '2026-03', amount: 3_000_00 },
      { of: ben, month: '2026-03', amount: 2_000_00 },
    ]),
  ).toMatchObject({ ok: true, value: { saved: 2 } })
  expect(await march()).toEqual([
    'Sales 5000/4000 80.0',
    '·Anna 3000/1000 33.3',
    '·Head –/0 –',
    '·East 2000/3000 150.0',
    '··Ben 2000/3000 150.0',
  ])
  await set([{ of: east, month: '2026-03', amount: 8_000_00 }])
  expect(await march()).toEqual([
    'Sales 11000/4000 36.4',
    '·Anna 3000/1000 33.3',
    '·Head –/0 –',
    '·East 8000/3000 37.5',
    '··Ben 2000/3000 150.0',
  ])
  // Nought is a target that cannot be reached in per cent; none is none.
  await set([
    { of: anna, month: '2026-03', amount: 0, revision: 1 },
    { of: ben, month: '2026-03', amount: null, revision: 1 },
  ])
  expect((await march()).slice(1, 2)).toEqual(['·Anna 0/1000 –'])
  expect((await march()).at(-1)).toBe('··Ben –/3000 –')
})

test('[TG2] [TG6] within the scope: a salesperson sees their own alone and sets none; without the right to profit it is absent', async () => {
  await sell(anna, '10', '2026-03-02')
  await set([{ of: anna, month: '2026-03', amount: 3_000_00 }])
  expect(await march(anna)).toEqual(['Anna 3000/1000 33.3'])
  expect(await march(ben)).toEqual(['Ben –/0 –'])
  expect(await set([{ of: anna, month: '2026-03', amount: 1, revision: 1 }], anna)).toMatchObject({ refused: 'not-permitted' })
  expect((await year(anna)).measures).toEqual(['orders'])
  expect((await year(anna, 'profit')).rows[0]!.cells[2]).toMatchObject({ actual: null, reach: null })
  const elsewhere = await office.user({ permissions: ['target.view', 'target.edit'], scopes: { target: 'own' } })
  expect(await set([{ of: anna, month: '2026-03', amount: 1, revision: 1 }], elsewhere)).toMatchObject({ refused: 'not-found' })
  expect((await year(elsewhere)).rows.map(({ id }) => id)).toEqual([elsewhere.id])
  expect(await set([{ of: anna, month: '2026-03', amount: 5, revision: 0 }])).toMatchObject({ refused: 'changed-meanwhile' })
})

test('[TG5] time gone counts working days of the running month, today included', async () => {
  // 2 to 10 March 2026 are seven of twenty-two working days.
  expect((await year()).timeGone).toEqual({ month: '2026-03', share: '31.8' })
  expect((await office.query('targets', { year: 2025, measure: 'orders' }, head)).timeGone).toBeNull()
})

test('[SC-12] 90,000 of 160,000 on the thirteenth of February 2026', async () => {
  office.at = '2026-02-13T02:00:00.000Z'
  await sell(anna, '900', '2026-02-12')
  await set([{ of: anna, month: '2026-02', amount: 160_000_00 }])
  const { rows, timeGone } = await year(anna)
  expect([rows[0]!.cells[1], timeGone]).toMatchObject([
    { actual: 90_000_00, reach: '56.3' },
    { month: '2026-02', share: '62.5' },
  ])
})
