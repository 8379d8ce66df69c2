// A year of a British exporter (Online Retail, 2,405 invoices and cancellations) against answers that two other programs worked out of the files: to the penny.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { minorText } from '../../../preload/contract/vocabulary/money.ts'
import { Decimal, fixedText } from '../../../preload/contract/vocabulary/decimal.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import retail from '../../demonstration/data/online-retail.json' with { type: 'json' }
import { salesLine, signedSale, tradeOffice, type Trade } from '../contracts/testing/trade.ts'
import { tradeModules } from './testing/northwind-office.ts'

type Invoice = readonly [number: string, day: string, customer: string, country: string, minor: number]
const invoices = retail.invoices as unknown as readonly Invoice[]
const NOBODY = ''
let office: Trade
/** A customer who was invoiced to two countries is two customers here. */
const parties = new Map<string, string>()
const partyOf = (customer: string, country: string): string => {
  const key = `${customer} ${country}`
  const known = parties.get(key) ?? office.customer({ name: customer, country })
  parties.set(key, known)
  return known
}
const RATE = 9
const creditNote = (partyId: string, [number, date, , , minor]: Invoice) =>
  office.inside(async (ctx) => {
    const of = { currency: 'GBP', partyId, ownerId: office.owner.id }
    return ctx.post({
      ...{ date, kind: 'credit-note', documentKind: 'credit-note', documentId: newId(), documentNumber: number, memo: '' },
      lines: [
        { ...of, account: '6001', foreign: -minor, base: -minor * RATE },
        { ...of, account: '4001', foreign: minor, base: minor * RATE },
      ],
    })
  })
beforeAll(async () => {
  office = await tradeOffice(tradeModules)
  office.at = '2012-01-31T02:00:00.000Z'
  for (const invoice of invoices) {
    const [, contractDate, customer, country, minor] = invoice
    // What was sold over the counter has no customer, and is no contract.
    if (customer === NOBODY) continue
    if (minor < 0) await creditNote(partyOf(customer, country), invoice)
    else
      await signedSale(office, partyOf(customer, country), {
        ...{ currency: 'GBP', rate: String(RATE), contractDate, latestShipment: null },
        lines: [salesLine({ quantity: '1', price: minorText(minor, 'GBP') })],
      })
  }
}, 300_000)
afterAll(() => {
  expect(office.faults).toEqual([])
  office.close()
})

const COUNTRIES: Readonly<Record<string, string>> = { Netherlands: 'NL', EIRE: 'IE', Germany: 'DE', France: 'FR', Australia: 'AU' }
const text = (cell: unknown) => (cell === null ? null : minorText((cell as { minor: number }).minor, 'GBP'))
const asks = (question: object) => office.query('statistic', { money: 'own', ...question } as never)

it('[ST-15] country × month, four countries and the rest', async () => {
  const { rows, total } = retail.answers['ST-15']
  const named = rows.filter(({ key }) => key !== '(rest)')
  const question = { measures: ['orders', 'contract-count'], column: 'month', period: { from: '2011-07-01', to: '2011-09-30' } }
  const members = named.map(({ key }) => COUNTRIES[key]!)
  const of = async (not: boolean) =>
    asks({ ...question, rows: not ? [] : ['customer-country'], filters: [{ dimension: 'customer-country', members, not }] })
  const figures = (all: Awaited<ReturnType<typeof asks>>['total']) => [...all.map(([orders]) => text(orders!.value)), all.at(-1)![1]!.value]
  const expected = (row: Record<string, unknown>) => [row['2011-07'], row['2011-08'], row['2011-09'], row['total'], row['contracts']]
  const found = await of(false)
  const lines = new Map(found.lines.map((line) => [line.members[0]!.key, figures(line.figures)]))
  for (const row of named) expect([row.key, lines.get(COUNTRIES[row.key]!)]).toEqual([row.key, expected(row)])
  expect(figures((await of(true)).total)).toEqual(expected(rows.find(({ key }) => key === '(rest)')!))
  expect(figures((await asks({ ...question, rows: [] })).total)).toEqual(expected(total))
})

it('[ST-16] orders, credit notes and what came back, by country: the first five and the rest', async () => {
  const { rows, total } = retail.answers['ST-16']
  const found = await asks({
    ...{ measures: ['orders', 'credit-notes'], rows: ['customer-country'], top: { count: 5, within: false } },
    period: { from: '2011-04-01', to: '2011-06-30' },
  })
  const figures = (at: (typeof found.total)[number]) => {
    const [orders = 0, credits = 0] = at.map(({ value }) => (value as { minor: number } | null)?.minor ?? 0)
    const [sales, credit_notes, net] = [orders, credits, orders + credits].map((minor) => minorText(minor, 'GBP'))
    return { sales, credit_notes, net, return_rate_percent: fixedText(new Decimal(-credits).times(100).div(orders), 2) }
  }
  const lines = new Map(found.lines.map((line) => [line.kind === 'rest' ? '(rest)' : line.members[0]!.key, line]))
  for (const { key, ...expected } of rows) {
    const line = lines.get(COUNTRIES[key] ?? key)!
    const members = line.count === undefined ? {} : { members: line.count }
    expect({ key, ...members, ...figures(line.figures.at(-1)!) }).toEqual({ key, ...expected })
  }
  expect(figures(found.total.at(-1)!)).toEqual(total)
})

it('every customer: orders less credit notes', async () => {
  const found = await asks({ measures: ['orders', 'credit-notes'], rows: ['customer'], period: { from: '2010-12-01', to: '2011-12-31' } })
  const codes = new Map([...parties].map(([key, id]) => [id, key.split(' ')[0]!]))
  const net = new Map<string, number>()
  for (const { members, figures } of found.lines) {
    const code = codes.get(members[0]!.key)!
    const minor = figures.at(-1)!.reduce((sum, { value }) => sum + ((value as { minor: number } | null)?.minor ?? 0), 0)
    net.set(code, (net.get(code) ?? 0) + minor)
  }
  const { '(none)': _none, ...expected } = retail.netByCustomer
  expect(Object.fromEntries([...net].map(([code, minor]) => [code, minorText(minor, 'GBP')]))).toEqual(expected)
})

it('[ST-18] customers of France that drift away', async () => {
  const { customers, states, value, largest } = retail.answers['ST-18']
  const { rows } = await office.query('customer-analysis', {
    params: { asOf: '2011-12-09', currency: 'GBP' },
    filters: [{ field: 'country', op: 'is', value: 'FR' }],
    limit: 200,
  })
  expect(rows).toHaveLength(customers)
  const of = (state: string) => rows.filter((row) => row['rhythm'] === state)
  expect(Object.fromEntries(Object.keys(states).map((state) => [state, of(state).length]))).toEqual(states)
  const atRisk = (state: string) =>
    minorText(
      of(state).reduce((sum, row) => sum + (row['atRisk'] as { minor: number }).minor, 0),
      'GBP',
    )
  expect(Object.fromEntries(Object.keys(value).map((state) => [state, atRisk(state)]))).toEqual(value)
  for (const one of largest) {
    const row = rows.find(({ customer }) => customer === one.key)!
    expect([row['orderDays'], row['lastOrder'], row['silent'], row['rhythm'], text(row['atRisk'])]).toEqual([
      ...[one.order_days, one.last, one.silent, one.state, one.value],
    ])
  }
})

it('[ST-17] [CU36] the seasons of Germany', async () => {
  const { index, years_used } = retail.answers['ST-17']
  const { rows } = await office.query('seasonality', { params: { by: 'customer-country', asOf: '2011-12-09' }, limit: 200 })
  const germany = rows.find(({ id }) => id === 'DE')!
  const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))
  expect(Object.fromEntries(months.map((month) => [month, Number(germany[`m${month}`]).toFixed(1)]))).toEqual(index)
  expect(germany['years']).toBe(years_used)
})
