// Random amendments, shipments and reversals of one deal in any order: nothing is shipped beyond its line, receivables are what was shipped, no version is lost.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { testOffice } from '../../testing/test-office.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { credit } from '../credit/index.ts'
import { purchasing } from '../purchasing/index.ts'
import { shipments } from '../shipments/index.ts'
import { aTrade } from '../shipments/testing/trade.ts'
import { amendments } from './index.ts'
import { minutes, rounds } from '../../../build/soak/rounds.ts'

const index = fc.nat({ max: 5 })
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('quantity' as const), line: index, to: fc.integer({ min: 1, max: 1200 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('price' as const), line: index, to: fc.integer({ min: 0, max: 99_999 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('discount' as const), line: index, to: fc.nat({ max: 30 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), line: index }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('add' as const), to: fc.integer({ min: 1, max: 1200 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('ship' as const), line: index, part: fc.integer({ min: 1, max: 1200 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('plan' as const), line: index, part: fc.integer({ min: 1, max: 400 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave' as const), which: index }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reverse' as const), which: index }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
type Contract = QueryOutput<'sales-contract'>
const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)]
const tenths = (n: number) => `${Math.floor(n / 10)}.${n % 10}`
const cents = (n: number) => `${Math.floor(n / 1000)}.${String(n % 1000).padStart(3, '0')}`

/** What a version says: everything but how it stands among the others and what has happened since. */
const saidBy = ({ lines, total, totalBase, paymentTerm, remark, currency }: Contract) =>
  JSON.stringify([currency, total, totalBase, paymentTerm, remark, lines.map(({ shipped: _s, purchased: _p, ...line }) => line)])

const life = async (steps: readonly Step[]): Promise<{ amended: number; repriced: number }> => {
  const office = await testOffice([amendments, credit, deals, contracts, purchasing, shipments])
  const trade = aTrade(office)
  const { sql } = office.database.write
  const one = <T>(text: string, ...given: unknown[]) => sql.prepare(text).get(...given) as T
  const { id, dealId } = await trade.sold([
    { quantity: '100', price: '3.333', buy: { price: '9.99' } },
    { quantity: '7.5', price: '0.015' },
  ])
  const contract = (version?: number) => office.query('sales-contract', { id, ...(version ? { version } : {}) })
  const agreed = new Map([[1, saidBy(await contract())]])
  const shipped: { id: string; gone: boolean }[] = []
  let [amended, repriced] = [0, 0]

  const amend = async (
    change: (lines: Contract['lines']) => Pick<Contract['lines'][number], 'id' | 'quantity' | 'price' | 'discount'>[],
  ) => {
    const now = await contract()
    const amendmentId = newId()
    const lines = change(now.lines).map(({ id: lineId, quantity, price, discount }) => ({
      ...{ id: lineId, productId: null, description: 'Goods', unit: 'PCS' },
      ...{ quantity, price, discount },
    }))
    const { buyerOrderNumber, currency, rate, incoterm, incotermPlace, portOfLoading, portOfDischarge, paymentTerm } = now
    const { latestShipment, partialShipment, transhipment, commissionRate, clauses, remark } = now
    const typed = { buyerOrderNumber, currency, rate, incoterm, incotermPlace, portOfLoading, portOfDischarge, paymentTerm, latestShipment }
    const more = { partialShipment, transhipment, commissionRate, clauses, remark, reason: 'x', confirmation: 'y' }
    await office.run('begin-amendment', { id: amendmentId, kind: 'sales-contract', contractId: id, revision: now.revision, reason: 'x' })
    const saved = await office.send('save-sales-amendment', { ...typed, ...more, lines, id: amendmentId, revision: 1 })
    if (!saved.ok) return void (await office.run('discard-amendment', { id: amendmentId, revision: 1 }))
    const put = await office.send('put-amendment-into-force', { id: amendmentId, revision: 2, on: '2026-03-02' })
    if (!put.ok) return void (await office.run('discard-amendment', { id: amendmentId, revision: 2 }))
    const after = await contract()
    agreed.set(after.version, saidBy(after))
    amended++
  }
  const plan = async (line: number, part: number): Promise<string | undefined> => {
    const target = pick((await contract()).lines, line)
    if (!target) return undefined
    const input = trade.shipmentOf([[target.id, tenths(part)]])
    if (!(await office.send('save-shipment', input)).ok) return undefined
    shipped.push({ id: input.id, gone: false })
    return input.id
  }
  const leave = async (shipmentId: string): Promise<void> => {
    const { revision } = await office.query('shipment', { id: shipmentId })
    const answer = await office.send('dispatch-shipment', { id: shipmentId, revision, dispatchedOn: '2026-03-02', rate: '7.1' })
    if (answer.ok) shipped.find((s) => s.id === shipmentId)!.gone = true
  }
  const run = async (s: Step): Promise<void> => {
    if (s.do === 'quantity')
      return amend((lines) => lines.map((l, at) => (at === s.line % lines.length ? { ...l, quantity: tenths(s.to) } : l)))
    if (s.do === 'price') {
      const before = amended
      await amend((lines) => lines.map((l, at) => (at === s.line % lines.length ? { ...l, price: cents(s.to) } : l)))
      if (amended > before && (await contract()).lines.some((l) => l.shipped !== '0')) repriced++
    } else if (s.do === 'discount')
      await amend((lines) => lines.map((l, at) => (at === s.line % lines.length ? { ...l, discount: String(s.to) } : l)))
    else if (s.do === 'remove') await amend((lines) => lines.filter((_, at) => at !== s.line % lines.length))
    else if (s.do === 'add') await amend((lines) => [...lines, { id: newId(), quantity: tenths(s.to), price: '1.005', discount: '0' }])
    else if (s.do === 'plan') await plan(s.line, s.part)
    else if (s.do === 'ship') {
      const shipmentId = await plan(s.line, s.part)
      if (shipmentId) await leave(shipmentId)
    } else if (s.do === 'leave') {
      const open = pick(
        shipped.filter((x) => !x.gone),
        s.which,
      )
      if (open) await leave(open.id)
    } else {
      const gone = pick(
        shipped.filter((x) => x.gone),
        s.which,
      )
      if (!gone) return
      const { revision } = await office.query('shipment', { id: gone.id })
      await office.run('reverse-dispatch', { id: gone.id, revision, on: '2026-03-02', reason: 'x' })
      gone.gone = false
    }
  }

  /** AM9, after every step; the ledger's verifier runs after every command (aTrade). */
  const check = async (): Promise<void> => {
    const now = await contract()
    const away = `SELECT coalesce(sum(l.amount), 0) AS n FROM shipment_line l JOIN shipment s ON s.id = l.shipmentId
      WHERE s.status NOT IN ('planned', 'booked', 'void')`
    expect(one<{ n: number }>('SELECT coalesce(sum("foreign"), 0) AS n FROM posting WHERE account = \'1122\'')).toEqual(one(away))
    expect(one('SELECT count(*) AS n FROM sales_line WHERE shipped > quantity')).toEqual({ n: 0 })
    expect(now.lines.reduce((sum, l) => sum + l.amount.minor, 0)).toBe(now.total.minor)
    expect(one('SELECT contractedBase FROM deal WHERE id = ?', dealId)).toEqual({ contractedBase: now.totalBase.minor })
    for (const line of now.lines)
      if (line.shipped === line.quantity) expect(one(`${away} AND l.salesLineId = ?`, line.id)).toEqual({ n: line.amount.minor })
    for (const [version, said] of agreed) expect(saidBy(await contract(version))).toBe(said)
    expect(now.version).toBe(agreed.size)
  }
  try {
    for (const s of steps) {
      await run(s)
      await check()
    }
    expect(office.faults).toEqual([])
    return { amended, repriced }
  } finally {
    office.close()
  }
}

test(
  '[AM9] [C17] [H2] whatever is amended, shipped and taken back in whatever order',
  async () => {
    const total = { amended: 0, repriced: 0 }
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 14 }), async (steps) => {
        const { amended, repriced } = await life(steps)
        total.amended += amended
        total.repriced += repriced
      }),
      { numRuns: rounds(20, 400) },
    )
    // The lives are no lives if hardly anything was amended in them, or nothing of what had left in part.
    expect(total.amended).toBeGreaterThan(20)
    expect(total.repriced).toBeGreaterThan(2)
  },
  minutes(2),
)
