// The demonstration company through the HTTP API of a real hub: Northwind's figures to the cent, the worked deal, accounts that sign in, sound books.
import Excel from 'exceljs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { verifyLedger } from '../../db/ledger/sums.ts'
import { openReadable } from '../../db/open.ts'
import { countries } from '../../db/reference/index.ts'
import { accounts } from '../../main/demonstration/accounts.ts'
import answers from '../../main/demonstration/data/northwind-answers.json' with { type: 'json' }
import northwind from '../../main/demonstration/data/northwind.json' with { type: 'json' }
import type { ListRow } from '../../preload/contract/define/index.ts'
import type { SALES_GROUPINGS } from '../../preload/contract/modules/contracts/calls.ts'
import { Decimal } from '../../preload/contract/vocabulary/decimal.ts'
import { signIn, type Client } from './support/client.ts'
import { demoFolder, endAll, removeFolders, startOffice } from './support/office.ts'

let folder: string
let address: string
let boss: Client
beforeAll(async () => {
  folder = demoFolder(inject('demonstration'))
  address = await startOffice('--serve', '--port', '0', '--data', folder).address
  boss = await signIn(address, 'boss')
})
afterAll(async () => {
  await endAll()
  removeFolders()
})

type Grouping = (typeof SALES_GROUPINGS)[number]
const cents = (text: string) => new Decimal(text).times(100).toNumber()
const minor = (row: ListRow, field: string) => (row[field] as { minor: number }).minor

/** Northwind's part of net sales: dollars of its own years. */
const sales = async (by: Grouping, second?: Grouping) => {
  const rows: ListRow[] = []
  let cursor: string | undefined
  do {
    const page = await boss.query('sales-by', {
      params: { by, second, currency: 'USD', to: '1999-12-31' },
      limit: 200,
      cursor,
      totals: true,
    })
    rows.push(...page.rows)
    if (cursor === undefined) expect(page.totals!['net']).toEqual([{ minor: cents(answers.totals.net_line_rounded), currency: 'USD' }])
    cursor = page.nextCursor
  } while (cursor !== undefined)
  return rows
}
const byGroup = (rows: ListRow[]) =>
  Object.fromEntries(rows.map((r) => [[r['group'], r['second']].filter((g) => g !== null).join('|'), minor(r, 'net')]))

describe('Northwind', () => {
  it('net sales by employee are the answers to the cent, 1,265,793.29 in all', async () => {
    const rows = await sales('salesperson')
    expect(byGroup(rows)).toEqual(Object.fromEntries(answers.by_employee.map((a) => [a.name, cents(a.net_line_rounded)])))
    expect(rows.reduce((sum, r) => sum + minor(r, 'net'), 0)).toBe(126_579_329)
    const counted = rows.map((r) => [r['group'], r['contracts'], r['lines'], r['quantity'], minor(r, 'gross')])
    expect(counted).toEqual(
      expect.arrayContaining(answers.by_employee.map((a) => [a.name, a.orders, a.lines, String(a.quantity), cents(a.gross)])),
    )
  })

  it('net sales by customer are the answers to the cent', async () => {
    expect(byGroup(await sales('customer'))).toEqual(
      Object.fromEntries(answers.by_customer.map((a) => [a.name, cents(a.net_line_rounded)])),
    )
  })

  it('so are those by employee and year, and by customer and year', async () => {
    const names = new Map(answers.by_customer.map((a) => [a.key, a.name]))
    const year = (key: string) => key.split('|')[1]!
    expect(byGroup(await sales('salesperson', 'year'))).toEqual(
      Object.fromEntries(answers.by_employee_year.map((a) => [`${a.name}|${year(a.key)}`, cents(a.net_line_rounded)])),
    )
    expect(byGroup(await sales('customer', 'year'))).toEqual(
      Object.fromEntries(
        answers.by_customer_year.map((a) => [`${names.get(a.key.split('|')[0]!)}|${year(a.key)}`, cents(a.net_line_rounded)]),
      ),
    )
  })

  /** From the data as it lies: each line price × quantity × (1 − discount), rounded half-up to the cent. */
  const naive = (keyOf: (order: (typeof northwind.orders)[number], product: (typeof northwind.products)[number]) => string) => {
    const sums: Record<string, number> = {}
    for (const order of northwind.orders)
      for (const line of order.lines) {
        const product = northwind.products.find((p) => p.id === line.product)!
        const net = new Decimal(line.unitPrice).times(line.quantity).times(new Decimal(1).minus(line.discount)).times(100)
        const key = keyOf(order, product)
        sums[key] = (sums[key] ?? 0) + net.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber()
      }
    return sums
  }
  const customer = new Map(northwind.customers.map((c) => [c.id, c]))
  const supplier = new Map(northwind.suppliers.map((s) => [s.id, s.name]))
  const category = new Map(northwind.categories.map((c) => [c.id, c.name]))
  const groupings: [Grouping, Parameters<typeof naive>[0]][] = [
    ['country', (o) => countries.find((c) => c.alpha2 === customer.get(o.customer)!.countryCode)!.nameZh],
    ['product', (_, p) => p.name],
    ['category', (_, p) => category.get(p.category)!],
    ['supplier', (_, p) => supplier.get(p.supplier)!],
    ['month', (o) => o.orderDate.slice(0, 7)],
    ['year', (o) => o.orderDate.slice(0, 4)],
    ['department', () => '北风部'],
  ]
  for (const [by, keyOf] of groupings)
    it(`net sales by ${by} equal a sum over the raw data, and add up to the same total`, async () => {
      expect(byGroup(await sales(by))).toEqual(naive(keyOf))
    })

  it('every order is a contract of its own number, shipped ones are dispatched on their day and due 30 days later', async () => {
    const shipped = northwind.orders.filter((o) => o.shippedDate !== null)
    const { count } = await boss.query('deals', {
      params: {},
      filters: [{ field: 'openedOn', op: 'less', value: '1999-01-01' }],
      totals: true,
      limit: 1,
    })
    expect(count).toBe(830)
    const [order] = shipped
    const { rows } = await boss.query('open-items', {
      params: { side: 'receivable', asOf: '1998-06-29', includeCleared: true },
      search: customer.get(order!.customer)!.name,
      limit: 200,
    })
    const due = new Date(Date.parse(order!.shippedDate!) + 30 * 86_400_000).toISOString().slice(0, 10)
    expect(rows.map((r) => r['dueDate'])).toContain(due)
  })

  it('all that was shipped was owed until it was received: receivables as of that day are the sum of what was shipped', async () => {
    const shipped = naive((o) => (o.shippedDate === null ? 'open' : 'shipped'))
    const asOf = async (day: string) => {
      const { totals } = await boss.query('open-items', { params: { side: 'receivable', asOf: day }, totals: true, limit: 1 })
      return totals!['open']
    }
    expect(await asOf('1998-06-29')).toEqual([{ minor: shipped['shipped'], currency: 'USD' }])
    expect(await asOf('1998-06-30')).toEqual([])
  })
})

describe('the worked deal', () => {
  it('gives profit 71,173.50, exchange −1,450.00, refund 32,500.00, and a dollar for 5.5250', async () => {
    const { rows } = await boss.query('sales-contracts', { params: {}, search: 'PO-EXAMPLE', limit: 5 })
    expect(rows.length).toBe(1)
    const profit = await boss.query('deal-profit', { dealId: String(rows[0]!['dealId']) })
    const actual = Object.fromEntries(profit.lines.map((l) => [l.line, l.actual.minor]).filter(([, amount]) => amount !== 0))
    expect(actual).toEqual({
      revenue: 35_500_000,
      purchase: -28_250_000,
      'tax-refund': 3_250_000,
      freight: -1_420_000,
      insurance: -117_150,
      commission: -1_065_000,
      'bank-charge': -35_500,
      'inland-freight': -600_000,
      'exchange-difference': -145_000,
    })
    expect(profit.actualProfit).toEqual({ minor: 7_117_350, currency: 'CNY' })
    expect(profit.exchangeCost).toBe('5.5250')
    expect(profit.netFobIncome).toEqual({ minor: 4_633_500, currency: 'USD' })
    const { rows: details } = await boss.query('deal-profit-details', { params: { dealId: profit.dealId }, limit: 200 })
    expect(details.reduce((sum, r) => sum + minor(r, 'amount'), 0)).toBe(7_117_350)
    const listed = await boss.query('deal-profits', {
      params: {},
      filters: [{ field: 'number', op: 'is', value: profit.number }],
      limit: 5,
    })
    expect(listed.rows.map((r) => [minor(r, 'profit'), r['exchangeCost']])).toEqual([[7_117_350, '5.5250']])
  })
})

describe('people', () => {
  for (const account of accounts)
    it(`${account.user} signs in as ${account.role}`, async () => {
      const client = await signIn(address, account.user)
      const me = await client.query('me', {})
      expect(me).toMatchObject({ login: account.user, name: account.name, company: { baseCurrency: 'CNY' } })
      expect(me.permissions.length).toBeGreaterThan(0)
    })
})

describe('books and trail', () => {
  it('[L7] the verifier finds nothing, the audit chain is whole, no fault was logged', async () => {
    const connection = openReadable(path.join(folder, 'company.sqlite'))
    try {
      expect(verifyLedger(connection.sql)).toEqual([])
      const counts = connection.sql
        .prepare('SELECT (SELECT count(*) FROM sales_contract) AS contracts, (SELECT count(*) FROM posting) AS postings')
        .get()
      expect(counts).toMatchObject({
        contracts: expect.toSatisfy((n: number) => n > 850),
        postings: expect.toSatisfy((n: number) => n > 3000),
      })
    } finally {
      connection.close()
    }
    expect(await boss.query('audit-verification', {})).toMatchObject({ broken: null })
  })

  it('recent deals stand at every stage, in several currencies, so that every screen shows something', async () => {
    const recent = [{ field: 'openedOn', op: 'greater' as const, value: '2000-01-01' }]
    const { rows } = await boss.query('deals', { params: {}, filters: recent, limit: 200 })
    expect(new Set(rows.map((r) => r['stage'])).size).toBeGreaterThanOrEqual(5)
    const contracts = await boss.query('sales-contracts', {
      params: {},
      filters: [{ field: 'contractDate', op: 'greater', value: '2000-01-01' }],
      limit: 200,
    })
    expect(new Set(contracts.rows.map((r) => r['currency'])).size).toBeGreaterThanOrEqual(4)
    for (const list of [
      'shipments',
      'bills',
      'receipts',
      'payments',
      'bank-movements',
      'purchase-contracts',
      'bank-accounts',
      'exchange-rates',
      'transfers',
      'quotations',
      'freight-inquiries',
      'letters-of-credit',
      'payment-requests',
      'profit-estimates',
      'tax-refunds',
    ] as const) {
      const page = await boss.query(list, { params: {}, limit: 10 } as never)
      expect([list, page.rows.length > 0]).toEqual([list, true])
    }
    for (const side of ['receivable', 'payable'] as const) {
      const ageing = await boss.query('ageing', { params: { side }, limit: 50 })
      expect([side, ageing.rows.length > 3]).toEqual([side, true])
    }
  })

  it('an export of all Northwind sales reads back with the same total', async () => {
    const { status, rows, bytes } = await boss.export('sales-by', {
      input: { params: { by: 'salesperson', currency: 'USD', to: '1999-12-31' } },
      columns: ['group', 'net'],
      language: 'en',
    })
    expect([status, rows]).toEqual([200, 9])
    const workbook = new Excel.Workbook()
    await workbook.xlsx.load(bytes)
    const cells: unknown[][] = []
    workbook.worksheets[0]!.eachRow((row) => cells.push((row.values as unknown[]).slice(1)))
    const peacock = cells.find((c) => c[0] === 'Margaret Peacock')!
    expect(peacock[1]).toBe(232_890.89)
    expect(cells.at(-1)![1]).toBe(1_265_793.29)
  })
})
