// Northwind asked by every side, against answers that two other programs worked out of the files: to the cent.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nameOf } from '../../../preload/contract/names/index.ts'
import { minorText } from '../../../preload/contract/vocabulary/money.ts'
import type { StatisticAnswer } from '../../../preload/contract/modules/statistics/calls.ts'
import known from './testing/northwind-answers.json' with { type: 'json' }
import { northwindOffice, type NorthwindOffice } from './testing/northwind-office.ts'

let office: NorthwindOffice
beforeAll(async () => {
  office = await northwindOffice()
}, 300_000) // three thousand commands, and more than one suite on the machine
afterAll(() => office.close())

type Known = { rows: ({ key?: string } & Record<string, unknown>)[]; total: Record<string, unknown> }
const answer = (id: string): Known => known.answers.find((a) => a.id === id)!.expected as unknown as Known
const text = (cell: unknown): string | null =>
  cell === null
    ? null
    : typeof cell === 'object'
      ? minorText((cell as { minor: number }).minor, (cell as { currency: string }).currency)
      : String(cell)
/** A row without what names it. */
const figuresOf = (row: object) => Object.fromEntries(Object.entries(row).filter(([name]) => !['key', 'name', 'members'].includes(name)))
/** Northwind's number of a salesperson by the id of the office. */
const employee = (id: string): string => String([...office.people].find(([, user]) => user.id === id)![0])
const customer = (id: string): string => [...office.customers].find(([, one]) => one === id)![0]

/** Rows of an answer by their keys: columns by name, the total as 'total'. */
const table = (found: StatisticAnswer, keyOf: (id: string) => string, measure = 0) =>
  Object.fromEntries(
    found.lines.map((line) => [
      line.kind === 'rest' ? '(rest)' : keyOf(line.members[0]!.key),
      Object.fromEntries([...found.columns.map((c) => c.label), 'total'].map((name, i) => [name, text(line.figures[i]![measure]!.value)])),
    ]),
  )
const totals = (found: StatisticAnswer, measure = 0) =>
  Object.fromEntries([...found.columns.map((c) => c.label), 'total'].map((name, i) => [name, text(found.total[i]![measure]!.value)]))

const usd = { money: 'own' } as const
const year = (y: number) => ({ from: `${y}-01-01`, to: `${y}-12-31` })

describe('Northwind', () => {
  it('[ST-01] salesperson × quarter in Seafood 1997', async () => {
    const found = await office.asks({
      ...{ ...usd, measures: ['orders'], rows: ['salesperson'], column: 'quarter', period: year(1997) },
      filters: [{ dimension: 'category', members: [office.categories.get(8)!] }],
    })
    const { rows, total } = answer('ST-01')
    expect(table(found, employee)).toEqual(Object.fromEntries(rows.map((row) => [row.key, figuresOf(row)])))
    expect(totals(found)).toEqual(total)
  })

  it('[ST-02] country × category, the first five and the rest', async () => {
    const found = await office.asks({
      ...{ ...usd, measures: ['orders'], rows: ['customer-country'], column: 'category', top: { count: 5 } },
      period: { from: '1998-01-01', to: '1998-05-06' },
    })
    const { rows, total } = answer('ST-02')
    const codes: Record<string, string> = { USA: 'US', Germany: 'DE', Austria: 'AT', Brazil: 'BR', UK: 'GB' }
    const expected = rows.map((row) => [codes[row.key!] ?? row.key, figuresOf(row)])
    const zeros = (row: Record<string, unknown>) =>
      Object.fromEntries([...found.columns.map((c) => c.label), 'total'].map((c) => [c, row[c] ?? '0.00']))
    expect(found.lines.map((l) => (l.kind === 'rest' ? '(rest)' : l.members[0]!.key))).toEqual(expected.map(([key]) => key))
    expect(table(found, String)).toEqual(Object.fromEntries(expected.map(([key, row]) => [key, zeros(row as Record<string, unknown>)])))
    expect(totals(found)).toEqual(total)
    expect(found.lines.at(-1)!.count).toBe((rows.at(-1) as { members?: number }).members)
  })
})

describe('Northwind over time', () => {
  it('[ST-03] distinct customers are a union, in rows, columns and totals', async () => {
    const found = await office.asks({
      ...{ measures: ['ordering-customers', 'contract-count'], rows: ['salesperson'], column: 'year' },
      period: { from: '1996-01-01', to: '1998-12-31' },
    })
    const { rows, total } = answer('ST-03') as unknown as {
      rows: { key: string; [year: string]: unknown }[]
      total: Record<string, { customers: number; contracts: number }>
    }
    const both = (figures: StatisticAnswer['total']) =>
      Object.fromEntries(
        ['1996', '1997', '1998', 'all'].map((y, i) => [y, { customers: figures[i]![0]!.value, contracts: figures[i]![1]!.value }]),
      )
    expect(both(found.total)).toEqual(total)
    expect(Object.fromEntries(found.lines.map((l) => [employee(l.members[0]!.key), both(l.figures)]))).toEqual(
      Object.fromEntries(rows.map((row) => [row.key, figuresOf(row)])),
    )
  })

  it('[ST-04] this year up to its 6 May against the same days of last year', async () => {
    office.at = '1998-05-06T02:00:00.000Z'
    const found = await office.asks({
      ...{ ...usd, measures: ['orders'], rows: ['salesperson'], period: 'this-year', upToToday: true, compare: 'year-before' },
    })
    office.at = '2026-03-02T02:00:00.000Z'
    expect(found.head).toMatchObject({
      range: { from: '1998-01-01', to: '1998-05-06' },
      compared: { from: '1997-01-01', to: '1997-05-06' },
    })
    const { rows, total } = answer('ST-04')
    const compared = ([of]: StatisticAnswer['total'], figure = of![0]) => ({
      ...{
        this: text(figure!.value),
        earlier: text(figure!.earlier),
        difference: text(figure!.difference),
        growth_percent: figure!.growth,
      },
    })
    expect(Object.fromEntries(found.lines.map((l) => [employee(l.members[0]!.key), compared(l.figures)]))).toEqual(
      Object.fromEntries(rows.map((row) => [row.key, figuresOf(row)])),
    )
    expect(compared(found.total)).toEqual(total)
  })

  it('[ST-05] the sum of the year so far', async () => {
    const question = { ...usd, measures: ['orders'], period: year(1997), running: 'within-year' as const }
    const filters = [{ dimension: 'salesperson', members: [office.people.get(3)!.id] }]
    const { rows } = answer('ST-05')
    const across = await office.asks({ ...question, filters, column: 'month' })
    expect(
      across.columns.map((c, i) => ({
        month: c.key,
        value: text(across.total[i]![0]!.value),
        running: text(across.total[i]![0]!.running),
      })),
    ).toEqual(rows)
    const down = await office.asks({ ...question, filters, rows: ['month'] })
    expect(
      down.lines.map((l) => ({ month: l.members[0]!.key, value: text(l.figures[0]![0]!.value), running: text(l.figures[0]![0]!.running) })),
    ).toEqual(rows)
  })

  it('[ST-06] rank and share: the total is 100.00 although the rounded shares make 100.02', async () => {
    const found = await office.asks({
      ...{
        ...usd,
        measures: ['orders'],
        rows: ['customer'],
        share: 'column',
        rank: true,
        period: { from: '1996-01-01', to: '1998-12-31' },
      },
      filters: [{ dimension: 'customer-country', members: ['FR'] }],
    })
    const { rows } = answer('ST-06') as unknown as { rows: { key: string; rank: number; value: string; share_percent: string }[] }
    expect(
      found.lines.map(({ members, figures }) => {
        const { rank, value, share } = figures[0]![0]!
        return { key: customer(members[0]!.key), rank, value: text(value), share }
      }),
    ).toEqual(rows.map((r) => ({ key: r.key, rank: r.rank, value: r.value, share: r.share_percent })))
    expect(found.total[0]![0]!.share).toBe('100.00')
    const sum = found.lines.reduce((all, l) => all + Math.round(Number(l.figures[0]![0]!.share) * 100), 0)
    expect(sum).toBe(10002)
  })

  it('[ST-07] days from signing to shipping: the mean of all, not the mean of the means', async () => {
    const found = await office.asks({
      ...{ measures: ['days-to-ship', 'unshipped-contracts', 'contract-count'], rows: ['salesperson'] },
      period: { from: '1998-01-01', to: '1998-05-06' },
    })
    const { rows, total } = answer('ST-07') as unknown as Record<
      'rows',
      { key: string; mean_days: string; not_dispatched: number; dispatched: number }[]
    > & {
      total: { mean_days: string; not_dispatched: number }
    }
    expect(
      Object.fromEntries(found.lines.map((l) => [employee(l.members[0]!.key), [l.figures[0]![0]!.value, l.figures[0]![1]!.value]])),
    ).toEqual(Object.fromEntries(rows.map((r) => [r.key, [r.mean_days, r.not_dispatched]])))
    expect([found.total[0]![0]!.value, found.total[0]![1]!.value]).toEqual([total.mean_days, total.not_dispatched])
  })

  it('[ST-08] the first five products by quantity, the rest with all its members', async () => {
    const found = await office.asks({
      ...{
        ...usd,
        measures: ['ordered-quantity', 'orders'],
        rows: ['product'],
        top: { count: 5 },
        share: 'column',
        rank: true,
        period: year(1997),
      },
    })
    const { rows, rest, total } = answer('ST-08') as unknown as {
      rows: { key: string; rank: number; quantity: number; share_percent: string; net: string }[]
      rest: { members: number; quantity: number; share_percent: string; net: string }
      total: { quantity: number; net: string }
    }
    const product = (id: string) => String([...office.products].find(([, one]) => one === id)![0])
    const shown = ([figures]: StatisticAnswer['total']) => [figures![0]!.value, figures![0]!.share, text(figures![1]!.value)]
    expect(found.lines.slice(0, 5).map((l) => [product(l.members[0]!.key), l.figures[0]![0]!.rank, ...shown(l.figures)])).toEqual(
      rows.map((r) => [r.key, r.rank, String(r.quantity), r.share_percent, r.net]),
    )
    const last = found.lines.at(-1)!
    expect([last.kind, last.count, ...shown(last.figures)]).toEqual([
      'rest',
      rest.members,
      String(rest.quantity),
      rest.share_percent,
      rest.net,
    ])
    expect(shown(found.total)).toEqual([String(total.quantity), '100.00', total.net])
  })

  it('[ST-13] ISO weeks at the ends of years belong to one year whole', async () => {
    const found = await office.asks({
      ...usd,
      measures: ['contract-count', 'orders'],
      rows: ['week'],
      period: { from: '1996-12-20', to: '1998-01-18' },
    })
    const { rows } = answer('ST-13') as unknown as { rows: { week: string; contracts: number; net: string }[] }
    const byWeek = new Map(found.lines.map((l) => [l.members[0]!.key, [l.figures[0]![0]!.value, text(l.figures[0]![1]!.value)]]))
    for (const r of rows) expect([r.week, byWeek.get(r.week)]).toEqual([r.week, [r.contracts, r.net]])
  })

  it('[ST-14] fiscal years that begin in July', async () => {
    const found = await office.asks({
      ...{
        ...usd,
        measures: ['orders'],
        rows: ['salesperson'],
        column: 'fiscal-year',
        yearBegins: 7,
        period: { from: '1996-07-01', to: '1998-06-30' },
      },
    })
    const { rows, total } = answer('ST-14')
    expect(table(found, employee)).toEqual(Object.fromEntries(rows.map((row) => [row.key, figuresOf(row)])))
    expect(totals(found)).toEqual(total)
  })

  it('[ST-19] receivable and overdue at month ends: the quarter shows its last day', async () => {
    const found = await office.asks({
      ...{
        ...usd,
        measures: ['receivable', 'overdue'],
        rows: ['salesperson'],
        column: 'month',
        period: { from: '1996-10-01', to: '1996-12-31' },
      },
    })
    const { rows, total } = answer('ST-19') as unknown as {
      rows: { key: string; [day: string]: unknown }[]
      total: Record<string, unknown>
    }
    const ends = (figures: StatisticAnswer['total']) =>
      Object.fromEntries(
        ['1996-10-31', '1996-11-30', '1996-12-31'].map((day, i) => [
          day,
          { receivable: text(figures[i]![0]!.value), overdue: text(figures[i]![1]!.value) },
        ]),
      )
    expect(Object.fromEntries(found.lines.map((l) => [employee(l.members[0]!.key), ends(l.figures)]))).toEqual(
      Object.fromEntries(rows.map((row) => [row.key, figuresOf(row)])),
    )
    expect(ends(found.total)).toEqual(total)
    for (const line of [...found.lines, { figures: found.total }]) expect(line.figures[3]).toEqual(line.figures[2])
  })

  /** Customers as they are analysed in dollars, by Northwind's keys. */
  const analysed = async (params: { asOf: string; from?: string }) => {
    const { rows } = await office.query('customer-analysis', { params: { ...params, currency: 'USD' }, limit: 200 })
    return new Map(rows.map((row) => [customer(row.id), row]))
  }
  const sumOf = (rows: readonly Record<string, unknown>[], field: string): string =>
    minorText(
      rows.reduce((sum, row) => sum + (row[field] as { minor: number }).minor, 0),
      'USD',
    )

  it('[ST-09] [CU30] classes of customers by their orders of 1997', async () => {
    const { classes, last_of_A, first_of_B, last_of_B, first_of_C } = answer('ST-09') as unknown as {
      classes: Record<string, { members: number; value: string }>
    } & Record<'last_of_A' | 'first_of_B' | 'last_of_B' | 'first_of_C', string>
    const found = await analysed({ from: '1997-01-01', asOf: '1997-12-31' })
    const of = (name: string) => [...found.values()].filter((row) => row['class'] === name)
    expect(
      Object.fromEntries(['A', 'B', 'C'].map((name) => [name, { members: of(name).length, value: sumOf(of(name), 'orders') }])),
    ).toEqual(classes)
    expect([last_of_A, first_of_B, last_of_B, first_of_C].map((key) => found.get(key)!['class'])).toEqual(['A', 'B', 'B', 'C'])
  })

  it('[ST-10] [CU31] recency, frequency and money of customers', async () => {
    const { distribution, segments, examples } = answer('ST-10') as unknown as {
      distribution: Record<'R' | 'F' | 'M', Record<string, number>>
      segments: Record<string, number>
      examples: { key: string; days_since: number; order_days: number; money: string; score: string; segment: string }[]
    }
    const found = await analysed({ asOf: '1998-05-06' })
    const counts = (field: string) =>
      Object.fromEntries(
        ['1', '2', '3', '4', '5'].map((score) => [score, [...found.values()].filter((row) => String(row[field]) === score).length]),
      )
    expect({ R: counts('recency'), F: counts('frequency'), M: counts('money') }).toEqual(distribution)
    const named = (group: unknown) => `${nameOf(`rfm-group.${String(group)}`, 'zh')}客户`
    expect(
      Object.fromEntries(
        Object.keys(segments).map((name) => [name, [...found.values()].filter((row) => named(row['group']) === name).length]),
      ),
    ).toEqual(segments)
    for (const { key, days_since, order_days, money, score, segment } of examples) {
      const row = found.get(key)!
      expect([
        row['silent'],
        row['orderDays'],
        text(row['orders']),
        ['recency', 'frequency', 'money'].map((part) => String(row[part])).join(''),
        named(row['group']),
      ]).toEqual([...[days_since, order_days, money, score, segment]])
    }
  })

  it('[ST-11] [CU32] [CU33] the cycle of each customer, and who drifts away', async () => {
    type Example = {
      key: string
      order_days: number
      last: string
      silent: number
      cycle: string | null
      mean_gap: string | null
      state: string
      value: string
    }
    const { states, value, examples, largest } = answer('ST-11') as unknown as {
      states: Record<string, number>
      value: Record<string, string>
      examples: Example[]
      largest: Example[]
    }
    const found = await analysed({ asOf: '1998-05-06' })
    const of = (state: string) => [...found.values()].filter((row) => row['rhythm'] === state)
    expect(Object.fromEntries(Object.keys(states).map((state) => [state, of(state).length]))).toEqual(states)
    expect(Object.fromEntries(Object.keys(value).map((state) => [state, sumOf(of(state), 'atRisk')]))).toEqual(value)
    const days = (cell: unknown, places: number) => (cell === null ? null : Number(cell).toFixed(places))
    for (const one of [...examples, ...largest]) {
      const row = found.get(one.key)!
      expect([row['orderDays'], row['lastOrder'], row['silent'], row['rhythm'], text(row['atRisk'])]).toEqual([
        ...[one.order_days, one.last, one.silent, one.state, one.value],
      ])
      expect([row['cycle'] === null ? null : String(Number(row['cycle'])), days(row['meanGap'], 2)]).toEqual([one.cycle, one.mean_gap])
    }
  })

  it('[ST-12] [CU34] new, repeat and reactivated customers by quarter', async () => {
    type Part = { customers: number; value: string }
    const { rows } = answer('ST-12') as unknown as { rows: ({ period: string } & Record<'new' | 'repeat' | 'reactivated', Part> & Part)[] }
    const { periods } = await office.query('customer-flow', {
      ...{ by: 'quarter', from: '1996-07-01', to: '1998-05-06', countries: ['BR', 'DE', 'US'], currency: 'USD' },
    })
    const part = ({ customers, minor }: { customers: number; minor: number }) => ({ customers, value: minorText(minor, 'USD') })
    expect(
      periods.map(({ key, all, ...parts }) => ({
        period: key,
        new: part(parts.new),
        repeat: part(parts.repeat),
        reactivated: part(parts.reactivated),
        ...part(all),
      })),
    ).toEqual(rows)
  })
})
