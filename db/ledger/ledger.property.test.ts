// Random books: whatever is posted, settled and reversed, in any order, the kept sums equal what the postings add up to.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../testing/database.ts'
import { writableDb, type WritableDb } from '../tx.ts'
import { itemByRef, post, reverse, type PostingLine } from './post.ts'
import { baseCleared } from './clearing.ts'
import { verifyLedger } from './sums.ts'
import { rounds } from '../../build/soak/rounds.ts'

const day = fc.integer({ min: 0, max: 120 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
const one = <T extends string>(...values: T[]) => fc.constantFrom(...values)
type Step =
  | { do: 'invoice'; date: string; foreign: number; rate: number; party: string; currency: string; deal: string | null; owner: string }
  | { do: 'settle'; date: string; item: number; share: number; rate: number; bank: string }
  | { do: 'reverse'; date: string; journal: number }
const invoice: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('invoice' as const),
  date: day,
  foreign: fc.integer({ min: 1, max: 10_000_000 }),
  rate: fc.integer({ min: 1, max: 120_000 }),
  party: one('c1', 'c2', 'c3'),
  currency: one('USD', 'EUR', 'JPY'),
  deal: fc.option(one('d1', 'd2'), { nil: null }),
  owner: one('u1', 'u2'),
})
const settle: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('settle' as const),
  date: day,
  item: fc.nat(20),
  share: fc.integer({ min: 1, max: 100 }),
  rate: fc.integer({ min: 1, max: 120_000 }),
  bank: one('b1', 'b2'),
})
const taken: fc.Arbitrary<Step> = fc.record({ do: fc.constant('reverse' as const), date: day, journal: fc.nat(40) })
const steps = fc.array(fc.oneof({ arbitrary: invoice, weight: 3 }, { arbitrary: settle, weight: 4 }, { arbitrary: taken, weight: 2 }), {
  minLength: 1,
  maxLength: 40,
})
const atRate = (foreign: number, rate: number) => Math.round((foreign * rate) / 10_000)

/** Carries the steps out as far as they make sense; gives the journals. */
const carryOut = (tx: WritableDb, all: readonly Step[]): void => {
  const refs: string[] = []
  const journals: { id: number; date: string; reversed: boolean }[] = []
  const add = (date: string, lines: PostingLine[]) => {
    const id = post(tx, {
      date,
      kind: 'dispatch',
      documentKind: 'test',
      documentId: `doc${journals.length}`,
      documentNumber: '',
      memo: '',
      lines,
    })
    if (id !== 0) journals.push({ id, date, reversed: false })
  }
  for (const step of all) {
    if (step.do === 'invoice') {
      const ref = `i:${refs.length}`
      refs.push(ref)
      const base = atRate(step.foreign, step.rate)
      add(step.date, [
        {
          account: '1122',
          currency: step.currency,
          foreign: step.foreign,
          base,
          partyId: step.party,
          dealId: step.deal,
          opens: { ref, kind: 'invoice', dueDate: step.date },
        },
        { account: '6001', currency: step.currency, foreign: -step.foreign, base: -base, dealId: step.deal, ownerId: step.owner },
      ])
    } else if (step.do === 'settle' && refs.length > 0) {
      const item = itemByRef(tx, refs[step.item % refs.length]!)!
      if (item.openForeign <= 0) continue
      const foreign = Math.max(1, Math.floor((item.openForeign * step.share) / 100))
      const leaves = baseCleared(item, foreign)
      const received = atRate(foreign, step.rate)
      add(step.date, [
        { account: '1002', currency: item.currency, foreign, base: received, bankAccountId: step.bank },
        { account: '1122', currency: item.currency, foreign: -foreign, base: -leaves, item: item.ref },
        { account: '6603', currency: 'CNY', foreign: leaves - received, base: leaves - received, category: 'exchange', ownerId: 'u1' },
      ])
    } else if (step.do === 'reverse' && journals.length > 0) {
      const journal = journals[step.journal % journals.length]!
      if (journal.reversed || step.date < journal.date) continue
      reverse(tx, journal.id, step.date, '')
      journal.reversed = true
    }
  }
}

describe('random books', () => {
  it('[L7] [L4] [L9] [L10] stay sound: sums equal postings, settled items end at zero in both currencies, items add up to their account on every day', async () => {
    const database = await testDatabase()
    const { sql } = database.write
    sql.prepare('INSERT INTO setting(key, value) VALUES (?, ?)').run('company', JSON.stringify({ baseCurrency: 'CNY' }))
    try {
      fc.assert(
        fc.property(steps, (all) => {
          sql.exec('BEGIN IMMEDIATE')
          try {
            carryOut(writableDb(database.write, 1), all)
            expect(verifyLedger(sql)).toEqual([])
            // L9: what was settled to the last cent of its own currency has nothing left in base, unless a settlement was taken back.
            expect(
              sql
                .prepare(
                  `SELECT ref, openBase FROM open_item o WHERE openForeign = 0 AND openBase <> 0 AND NOT EXISTS
                   (SELECT 1 FROM posting p JOIN journal j ON j.id = p.journalId WHERE p.item = o.id AND j.reverses IS NOT NULL)`,
                )
                .all(),
            ).toEqual([])
            // L10: on any day, what the items had open then is the balance of their account then.
            for (const on of ['2026-01-15', '2026-02-28', '2026-04-30']) {
              const items = sql.prepare('SELECT coalesce(sum(base),0) AS base FROM posting WHERE item IS NOT NULL AND date <= ?').get(on)
              const account = sql.prepare("SELECT coalesce(sum(base),0) AS base FROM posting WHERE account = '1122' AND date <= ?").get(on)
              expect(items).toEqual(account)
            }
          } finally {
            sql.exec('ROLLBACK')
          }
        }),
        { numRuns: rounds(150, 3000) },
      )
    } finally {
      database.close()
    }
  })
})
