// Random dispatches, reversals, receipts, applications and contracts: the position is what a naive recomputation from the documents gives (R1, R6).
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { switchesOff } from '../../../preload/contract/modules/people/calls.ts'
import { moneyOffice } from '../receipts-and-payments/testing/money.ts'
import { credit } from './index.ts'
import { minutes, rounds } from '../../../build/soak/rounds.ts'

const amount = fc.integer({ min: 1, max: 9_999 })
const step = fc.oneof(
  fc.record({ do: fc.constant('ship' as const), amount, part: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ do: fc.constant('receive' as const), amount }),
  fc.record({ do: fc.constant('apply' as const), amount, from: fc.nat(), to: fc.nat() }),
  fc.record({ do: fc.constant('reverse' as const), which: fc.nat() }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const play = async (steps: readonly Step[]): Promise<void> => {
  const office = await moneyOffice({ switches: { ...switchesOff, creditCountsContracts: true } }, [credit])
  const { customerId } = office
  const bankId = await office.bank('USD')
  const sold: number[] = []
  const shipped: { id: string; revision: number; amount: number; items: string[]; gone: boolean; applied: number }[] = []
  const received: { item: string; amount: number; applied: number }[] = []
  const run = async (s: Step): Promise<void> => {
    if (s.do === 'ship') {
      const { lines } = await office.sold([{ quantity: '100', price: String(s.amount) }])
      sold.push(s.amount * 10_000)
      const { id, revision, receivables } = await office.shipped([[lines[0]!, String(s.part)]])
      shipped.push({ id, revision, amount: s.amount * s.part * 100, items: receivables.map((r) => r.item), gone: false, applied: 0 })
    } else if (s.do === 'receive') {
      const { item } = (await office.receive(bankId, s.amount * 1000, { rate: '7' })) as { item: string }
      received.push({ item, amount: s.amount * 1000, applied: 0 })
    } else if (s.do === 'apply') {
      const source = received[s.from % Math.max(1, received.length)]
      const target = shipped[s.to % Math.max(1, shipped.length)]
      if (!source || !target || target.gone) return
      const most = Math.min(s.amount * 1000, source.amount - source.applied, target.amount - target.applied)
      if (most <= 0) return
      const answer = await office.send('allocate', {
        id: newId(),
        on: '2026-03-02',
        source: source.item,
        targets: [{ item: target.items[0]!, amount: most }],
      })
      if (!answer.ok) throw new Error(JSON.stringify(answer))
      source.applied += most
      target.applied += most
    } else {
      const one = shipped[s.which % Math.max(1, shipped.length)]
      if (!one || one.gone || one.applied > 0) return
      await office.run('reverse-dispatch', { id: one.id, revision: one.revision, on: '2026-03-02', reason: 'x' })
      one.gone = true
    }
  }
  try {
    for (const s of steps) {
      await run(s)
      const { parts, exposure } = await office.query('credit-position', { customerId })
      const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
      const left = shipped.filter((one) => !one.gone)
      const receivables = sum(left.map((one) => one.amount - one.applied))
      const advances = sum(received.map((one) => one.amount - one.applied))
      const contracts = sum(sold) - sum(left.map((one) => one.amount))
      expect(parts).toMatchObject({ receivables: { minor: receivables }, advances: { minor: advances }, contracts: { minor: contracts } })
      expect(exposure.minor).toBe(Math.max(0, receivables + contracts - advances))
    }
    expect(office.faults).toEqual([])
  } finally {
    office.close()
  }
}

it(
  '[R1] [R6] exposure equals a naive recomputation from the documents after every one of random commands',
  async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), play), { numRuns: rounds(12, 240) })
  },
  minutes(1),
)
