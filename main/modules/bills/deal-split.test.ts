// What settling a bill of several deals gains or loses is theirs: split as the bill is shared, and their profits still add up to the ledger.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { profit } from '../profit/index.ts'
import { endSound, moneyOffice, type MoneyOffice } from '../receipts-and-payments/testing/money.ts'
import { minutes, rounds } from '../../../build/soak/rounds.ts'

const exchangeOf = (trade: MoneyOffice, dealId: string | null): number =>
  trade.one<{ base: number }>(
    `SELECT coalesce(sum(p.base), 0) AS base FROM posting p LEFT JOIN ledger_key k ON k.key = p.deal
     WHERE p.account = '6603' AND p.category IN ('exchange-difference', 'write-off') AND k.id IS ?`,
    dealId,
  ).base

test('[T8] the exchange difference of a shared bill stands in its deals by their shares, with their salesperson', async () => {
  const trade = await moneyOffice({}, [profit])
  const bank = await trade.bank('USD', { balance: 10_000_000, rate: '7' })
  const one = await trade.sold([{ quantity: '100', price: '5' }])
  const two = await trade.sold([{ quantity: '300', price: '5' }])
  const bill = await trade.bill({ currency: 'USD', rate: '7', lines: [trade.billLine(100_000, { dealIds: [one.dealId, two.dealId] })] })
  await trade.pay(bank, 100_000, { rate: '7.1', targets: [{ item: bill.item, amount: 100_000 }] })
  expect([exchangeOf(trade, one.dealId), exchangeOf(trade, two.dealId), exchangeOf(trade, null)]).toEqual([2_500, 7_500, 0])
  const { owners } = trade.one<{ owners: number }>(
    `SELECT count(*) AS owners FROM posting WHERE category = 'exchange-difference' AND owner IS NOT NULL`,
  )
  expect(owners).toBe(2)
  endSound(trade)
})

test('[T11] a rest written off of a shared bill is split too; what no deal bears stays without one', async () => {
  const trade = await moneyOffice()
  const deal = await trade.sold([{ quantity: '100', price: '5' }])
  const bill = await trade.bill({ lines: [trade.billLine(30_000, { dealIds: [deal.dealId] }), trade.billLine(60_000)] })
  await trade.run('write-off', { id: newId(), on: '2026-02-20', item: bill.item, amount: 100, reason: 'rest' })
  expect([exchangeOf(trade, deal.dealId), exchangeOf(trade, null)]).toEqual([-33, -67])
  endSound(trade)
})

test(
  '[T8] for any shares and rates: nothing is lost, and the deals’ profits add up to the ledger’s',
  async () => {
    const trade = await moneyOffice({}, [profit])
    const bank = await trade.bank('USD', { balance: 1_000_000_000, rate: '7' })
    const deals: string[] = []
    for (const quantity of ['100', '37', '1234']) deals.push((await trade.sold([{ quantity, price: '5' }])).dealId)
    const rate = fc.integer({ min: 60_000, max: 80_000 }).map((n) => String(n / 10_000))
    const amount = fc.integer({ min: 1, max: 500_000 })
    const chosen = fc.subarray(deals, { minLength: 1 })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(amount, chosen), { minLength: 1, maxLength: 3 }), rate, rate, async (given, billed, paid) => {
        const before = exchangeOf(trade, null)
        const bill = await trade.bill({ currency: 'USD', rate: billed, lines: given.map(([a, dealIds]) => trade.billLine(a, { dealIds })) })
        const total = given.reduce((sum, [a]) => sum + a, 0)
        await trade.pay(bank, total, { rate: paid, targets: [{ item: bill.item, amount: total }] })
        expect(exchangeOf(trade, null)).toBe(before)
        const { rows } = await trade.query('deals', { params: {} })
        const shown = rows.reduce((sum, row) => sum + ((row['profit'] as { minor: number } | null)?.minor ?? 0), 0)
        const { booked } = trade.one<{ booked: number }>(
          `SELECT -coalesce(sum(p.base), 0) AS booked FROM posting p WHERE p.account IN ('6001', '6401', '6601', '6602', '6603')`,
        )
        expect(shown).toBe(booked)
      }),
      { numRuns: rounds(12, 240) },
    )
    endSound(trade)
  },
  minutes(2),
)
