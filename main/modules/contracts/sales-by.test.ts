// Net sales by every grouping, held against a naive sum over the contracts as they were typed.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writableDb } from '../../../db/tx.ts'
import { SALES_GROUPINGS } from '../../../preload/contract/modules/contracts/calls.ts'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { TestUser } from '../../testing/test-office.ts'
import { contracts } from './index.ts'
import { deals } from '../deals/index.ts'
import { salesContract, salesLine, signedSale, tradeOffice, type Trade } from './testing/trade.ts'

type Grouping = (typeof SALES_GROUPINGS)[number]
/** A line as the naive sum sees it: its groups by name, its amounts. */
type Line = Record<Grouping, string | null> & { contract: string; currency: string; gross: number; net: number; date: string }

let office: Trade
let anna: TestUser
const lines: Line[] = []

const round = (value: Decimal) => value.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber()
const typed = fc.record({
  customer: fc.nat(3),
  owner: fc.nat(1),
  currency: fc.constantFrom('USD', 'EUR'),
  month: fc.integer({ min: 1, max: 12 }),
  year: fc.constantFrom(2024, 2025),
  signed: fc.boolean(),
  lines: fc.array(fc.record({ product: fc.nat(4), quantity: fc.integer({ min: 1, max: 500 }), cents: fc.nat(9999), off: fc.nat(25) }), {
    minLength: 1,
    maxLength: 5,
  }),
})

beforeAll(async () => {
  office = await tradeOffice([deals, contracts])
  const seed = writableDb(office.database.write, 0)
  const departments = ['华东部', '华南部'].map((name) => ({
    id: newId(),
    name,
    nameEn: '',
    parentId: null,
    path: `/${name}/`,
    revision: 1,
  }))
  for (const d of departments) seed.put('department', d)
  anna = await office.user({
    permissions: ['sales-contract.view', 'sales-contract.create', 'sales-figures.view'],
    departmentId: departments[0]!.id,
    name: 'Anna',
  })
  const bert = await office.user({ permissions: [], departmentId: departments[1]!.id, name: 'Bert' })
  const categories = ['Beverages', 'Seafood'].map((name) => ({ id: newId(), name, nameZh: '', parentId: null, revision: 1 }))
  for (const c of categories) seed.put('product_category', c)
  const suppliers = ['Factory one', 'Factory two'].map((name) => ({ id: office.vendor({ name }), name }))
  // Two customers of one name stay two groups.
  const customers = ['Alfreds', 'Bolido', 'Bolido', 'Chop'].map((name, i) => {
    const country = i === 3 ? 'CH' : 'DE'
    return { id: office.customer({ name, country }), name, country }
  })
  const products = ['Chai', 'Chang', 'Tofu', 'Ikura'].map((name, i) => {
    const [supplier, category] = [suppliers[i % 2]!, i === 3 ? undefined : categories[i % 2]!]
    return { id: office.product({ name, supplierId: supplier.id, categoryId: category?.id ?? null }), name, supplier, category }
  })
  for (const t of fc.sample(typed, { numRuns: 40, seed: 7 })) {
    const owner = [anna, bert][t.owner]!
    const [customer, date] = [customers[t.customer]!, `${t.year}-${String(t.month).padStart(2, '0')}-15`]
    const input = {
      currency: t.currency,
      contractDate: date,
      ownerId: owner.id,
      lines: t.lines.map((l) =>
        salesLine({
          productId: products[l.product]?.id ?? null,
          quantity: String(l.quantity),
          price: new Decimal(l.cents).div(100).toFixed(),
          discount: String(l.off),
        }),
      ),
    }
    const sale = salesContract(office, customer.id, input)
    if (!t.signed) {
      await office.run('save-sales-contract', sale) // drafts do not count
      continue
    }
    const { id } = await signedSale(office, customer.id, sale)
    const { dealNumber } = await office.query('sales-contract', { id })
    for (const l of t.lines) {
      const product = products[l.product]
      lines.push({
        contract: id,
        currency: t.currency,
        date,
        salesperson: owner.viewer.name,
        customer: customer.name,
        country: customer.country === 'CH' ? '瑞士' : '德国', // the office itself reads Chinese
        product: product?.name ?? null,
        category: product?.category?.name ?? null,
        supplier: product?.supplier.name ?? null,
        department: departments[t.owner]!.name,
        deal: dealNumber,
        month: date.slice(0, 7),
        year: date.slice(0, 4),
        gross: l.quantity * l.cents,
        net: round(
          new Decimal(l.quantity)
            .times(l.cents)
            .times(100 - l.off)
            .div(100),
        ),
      })
    }
  }
})
afterAll(() => office.close())

/** Rows as text, sorted: group, second group, currency, contracts, lines, gross, net. Customers of one name count apart. */
const naive = (of: readonly Line[], by: Grouping, then?: Grouping): string[] => {
  const groups = new Map<string, Line[]>()
  for (const l of of) {
    const key = JSON.stringify([l[by], then ? l[then] : null, l.currency])
    groups.set(key, [...(groups.get(key) ?? []), l])
  }
  const sum = (all: readonly Line[], pick: (l: Line) => number) => all.reduce((total, l) => total + pick(l), 0)
  return [...groups]
    .map(([key, all]) =>
      JSON.stringify([key, new Set(all.map((l) => l.contract)).size, all.length, sum(all, (l) => l.gross), sum(all, (l) => l.net)]),
    )
    .toSorted()
}
const shown = async (params: Parameters<typeof ask>[0], as?: TestUser): Promise<string[]> =>
  (await ask(params, as)).map((r) => {
    const minor = (name: string) => (r[name] as { minor: number }).minor
    const key = JSON.stringify([r.group, r.second, r.currency])
    expect(minor('gross') - minor('discount')).toBe(minor('net'))
    return JSON.stringify([key, r.contracts, r.lines, minor('gross'), minor('net')])
  })
const ask = async (params: { by: Grouping; second?: Grouping; from?: string; to?: string; currency?: string }, as?: TestUser) =>
  (await office.query('sales-by', { params, limit: 200 }, as)).rows

describe('[C12] sales-by equals a naive sum', () => {
  it.each(SALES_GROUPINGS.filter((g) => g !== 'customer'))('by %s', async (by) => {
    expect(lines.length).toBeGreaterThan(40)
    expect((await shown({ by })).toSorted()).toEqual(naive(lines, by))
  })

  it('by customer, those of one name apart', async () => {
    const rows = await ask({ by: 'customer', currency: 'USD' })
    expect(rows.filter((r) => r.group === 'Bolido')).toHaveLength(2)
    const net = rows.reduce((sum, r) => sum + (r.net as { minor: number }).minor, 0)
    expect(net).toBe(lines.filter((l) => l.currency === 'USD').reduce((sum, l) => sum + l.net, 0))
  })

  it('by two groupings, in a period, in one currency', async () => {
    expect((await shown({ by: 'salesperson', second: 'category' })).toSorted()).toEqual(naive(lines, 'salesperson', 'category'))
    const some = lines.filter((l) => l.date >= '2024-06-01' && l.date <= '2025-03-31' && l.currency === 'EUR')
    expect(some.length).toBeGreaterThan(0)
    expect((await shown({ by: 'month', second: 'supplier', from: '2024-06-01', to: '2025-03-31', currency: 'EUR' })).toSorted()).toEqual(
      naive(some, 'month', 'supplier'),
    )
  })

  it('only of what is in scope', async () => {
    const own = lines.filter((l) => l.salesperson === 'Anna')
    expect(own.length).toBeGreaterThan(0)
    expect((await shown({ by: 'product' }, anna)).toSorted()).toEqual(naive(own, 'product'))
  })

  it('[C3] base amounts add up to the contracts’ own totals, whatever the grouping', async () => {
    const { totals } = await office.query('sales-contracts', { filters: [{ field: 'status', op: 'is', value: 'signed' }], totals: true })
    for (const by of SALES_GROUPINGS) {
      const answer = await office.query('sales-by', { params: { by }, totals: true })
      expect(answer.totals?.netBase).toEqual(totals?.totalBase)
    }
  })

  it('pages and sorts by key like every list', async () => {
    const all = (await office.query('sales-by', { params: { by: 'month' } })).rows.map((r) => r.id)
    const first = await office.query('sales-by', { params: { by: 'month' }, limit: 5 })
    const next = await office.query('sales-by', { params: { by: 'month' }, limit: 200, cursor: first.nextCursor! })
    expect([...first.rows, ...next.rows].map((r) => r.id)).toEqual(all)
    expect(new Set(all).size).toBe(all.length)
  })
})
