// The carried Northwind data is whole: counts, references, and totals to the cent against the independent answers, in integer arithmetic only.
import { describe, expect, it } from 'vitest'
import { countries } from '../../../db/reference/index.ts'
import answers from './northwind-answers.json' with { type: 'json' }
import northwind from './northwind.json' with { type: 'json' }

/** '9.8' → 980n at two places; more places than that are a fault in the data. */
const hundredths = (text: string): bigint => {
  const [whole = '', part = ''] = text.split('.')
  if (!/^\d+$/.test(whole) || !/^\d{0,2}$/.test(part)) throw new Error(`not a decimal of two places: ${text}`)
  return BigInt(whole + part.padEnd(2, '0'))
}
type Line = (typeof northwind.orders)[number]['lines'][number]
/** Ten-thousandths of a dollar: price × quantity × (1 − discount). */
const exactNet = (line: Line): bigint => hundredths(line.unitPrice) * BigInt(line.quantity) * (100n - hundredths(line.discount))
const roundedCents = (exact: bigint): bigint => (exact + 50n) / 100n
const dollars = (cents: bigint): string => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`

const sums = (keyOf: (order: (typeof northwind.orders)[number]) => string) => {
  const byKey = new Map<string, { orders: number; lines: number; quantity: number; net: bigint; exact: bigint; freight: bigint }>()
  for (const order of northwind.orders) {
    const key = keyOf(order)
    const sum = byKey.get(key) ?? { orders: 0, lines: 0, quantity: 0, net: 0n, exact: 0n, freight: 0n }
    sum.orders += 1
    sum.freight += hundredths(order.freight)
    for (const line of order.lines) {
      sum.lines += 1
      sum.quantity += line.quantity
      sum.exact += exactNet(line)
      sum.net += roundedCents(exactNet(line))
    }
    byKey.set(key, sum)
  }
  return byKey
}
const grouped = (keyOf: (order: (typeof northwind.orders)[number]) => string) =>
  Object.fromEntries(
    [...sums(keyOf)].map(([key, s]) => [key, [s.orders, s.lines, s.quantity, dollars(s.net), dollars(roundedCents(s.exact))]]),
  )
const answered = (rows: { key: string; orders: number; lines: number; quantity: number; net_line_rounded: string; net: string }[]) =>
  Object.fromEntries(rows.map((r) => [r.key, [r.orders, r.lines, r.quantity, r.net_line_rounded, r.net]]))

describe('Northwind', () => {
  it('has all its rows', () => {
    expect(Object.fromEntries(Object.entries(northwind).map(([name, rows]) => [name, rows.length]))).toEqual({
      categories: 8,
      customers: 91,
      suppliers: 29,
      employees: 9,
      shippers: 3,
      products: 77,
      orders: 830,
    })
  })

  it('sums to 1,265,793.29 with every line rounded half-up, 1,265,793.04 rounded once', () => {
    const all = sums(() => 'all').get('all')
    expect(all).toEqual({ orders: 830, lines: 2155, quantity: 51317, net: 126579329n, exact: 12657930395n, freight: 6494269n })
    expect(dollars(126579329n)).toBe(answers.totals.net_line_rounded)
    expect(northwind.orders.filter((o) => o.shippedDate === null).length).toBe(answers.totals.orders_not_shipped)
  })

  it('agrees with the answers by employee, by customer and by year of each', () => {
    expect(grouped((o) => String(o.employee))).toEqual(answered(answers.by_employee))
    expect(grouped((o) => o.customer)).toEqual(answered(answers.by_customer))
    expect(grouped((o) => `${o.employee}|${o.orderDate.slice(0, 4)}`)).toEqual(answered(answers.by_employee_year))
    expect(grouped((o) => `${o.customer}|${o.orderDate.slice(0, 4)}`)).toEqual(answered(answers.by_customer_year))
  })

  it('points only to rows that exist', () => {
    const ids = (rows: readonly { id: string | number }[]) => new Set(rows.map((r) => r.id))
    const [customers, employees, shippers, products] = [
      northwind.customers,
      northwind.employees,
      northwind.shippers,
      northwind.products,
    ].map(ids)
    const [suppliers, categories] = [northwind.suppliers, northwind.categories].map(ids)
    expect(northwind.orders.filter((o) => !customers?.has(o.customer) || !employees?.has(o.employee) || !shippers?.has(o.shipper))).toEqual(
      [],
    )
    expect(northwind.orders.flatMap((o) => o.lines).filter((l) => !products?.has(l.product) || l.quantity <= 0)).toEqual([])
    expect(northwind.products.filter((p) => !suppliers?.has(p.supplier) || !categories?.has(p.category))).toEqual([])
    const codes = new Set(countries.map((c) => c.alpha2))
    expect([...northwind.customers, ...northwind.suppliers].filter((p) => !codes.has(p.countryCode))).toEqual([])
    const day = /^\d{4}-\d{2}-\d{2}$/
    expect(
      northwind.orders.filter(
        (o) => !day.test(o.orderDate) || !day.test(o.requiredDate) || !(o.shippedDate === null || day.test(o.shippedDate)),
      ),
    ).toEqual([])
  })
})
