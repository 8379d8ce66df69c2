// A bank's charge is a cost of the deals its money was for: it follows claims and allocations, in shares that add up, and comes back with them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { shareOut } from '../../../preload/contract/vocabulary/money.ts'
import { amendments } from '../amendments/index.ts'
import { profit } from '../profit/index.ts'
import { endSound, moneyOffice, type MoneyOffice } from './testing/money.ts'
import { minutes, rounds } from '../../../build/soak/rounds.ts'

/** Charges in base currency that a deal bears as of a day; null for what no deal does. */
const chargesOf = (office: MoneyOffice, dealId: string | null, asOf = '2099-12-31', documentId?: string): number =>
  office.one<{ base: number }>(
    `SELECT coalesce(sum(p.base), 0) AS base FROM posting p JOIN journal j ON j.id = p.journalId LEFT JOIN ledger_key k ON k.key = p.deal
     WHERE p.account = '6603' AND p.category = 'bank-charge' AND k.id IS ? AND p.date <= ? AND (? IS NULL OR j.documentId = ?)`,
    dealId,
    asOf,
    documentId ?? null,
    documentId ?? null,
  ).base

test('[T24] a charge of unclaimed money is the deal’s from the day it is claimed for its contract, and nobody’s again when the receipt goes', async () => {
  const office = await moneyOffice({}, [profit])
  const deal = await office.sold([{ quantity: '100', price: '10' }])
  const bank = await office.bank('USD')
  const receipt = await office.receive(bank, 1000_00, { charge: 25_00, rate: '7', customerId: null, receivedOn: '2026-02-01' })
  expect([chargesOf(office, deal.dealId), chargesOf(office, null)]).toEqual([0, 175_00])
  await office.run('claim-receipt', { id: receipt.id, on: '2026-02-05', customerId: office.customerId, contractId: deal.id })
  expect([chargesOf(office, deal.dealId), chargesOf(office, null)]).toEqual([175_00, 0])
  expect([chargesOf(office, deal.dealId, '2026-02-04'), chargesOf(office, null, '2026-02-04')]).toEqual([0, 175_00])
  const shown = await office.query('deal-profit', { dealId: deal.dealId })
  expect(shown.lines.find((l) => l.line === 'bank-charge')?.actual).toEqual({ minor: -175_00, currency: 'CNY' })
  await office.run('reverse-receipt', { id: receipt.id, on: '2026-02-10', reason: 'bounced' })
  expect([chargesOf(office, deal.dealId), chargesOf(office, null)]).toEqual([0, 0])
  expect(chargesOf(office, deal.dealId, '2026-02-09')).toBe(175_00)
  endSound(office)
})

test('[T24] a charge is shared over the deals the money is applied to; the rest stays where the money stands; taken back, it comes back', async () => {
  const office = await moneyOffice()
  office.at = '2026-12-31T02:00:00.000Z' // after every day that is told here
  const [one, two] = [await office.sold([{ quantity: '100', price: '10' }]), await office.sold([{ quantity: '100', price: '20' }])]
  await office.shipped([[one.lines[0]!, '100']], { dispatchedOn: '2026-02-01' })
  await office.shipped([[two.lines[0]!, '100']], { dispatchedOn: '2026-02-01' })
  const items = [...(await office.open('receivable')).values()]
  const [first, second] = [one, two].map((d) => items.find((i) => i['dealId'] === d.dealId)!.id)
  const receipt = await office.receive(await office.bank('USD'), 3000_00, { charge: 10_00, rate: '7.01', receivedOn: '2026-02-10' })
  const all = () => [one.dealId, two.dealId, null].map((id) => chargesOf(office, id))
  expect(all()).toEqual([0, 0, 70_10])
  const batch = newId()
  await office.allocate(receipt.item, [{ item: first!, amount: 1000_00 }], '2026-02-11', batch)
  // 70.10 by 1,000 and 2,000 of 3,000: 23.37 and 46.73.
  expect(all()).toEqual([23_37, 0, 46_73])
  await office.allocate(receipt.item, [{ item: second!, amount: 2000_00 }], '2026-02-12')
  expect(all()).toEqual([23_37, 46_73, 0])
  await office.run('reverse-allocation', { id: batch, on: '2026-02-13', reason: 'wrong invoice' })
  expect(all()).toEqual([0, 46_73, 23_37])
  expect([one.dealId, two.dealId, null].map((id) => chargesOf(office, id, '2026-02-11'))).toEqual([23_37, 0, 46_73])
  endSound(office)
})

test('[T24] the charge of a payment is shared over its bills and their deals, that of a prepayment over its contract’s, and moves when applied', async () => {
  const office = await moneyOffice()
  office.at = '2026-12-31T02:00:00.000Z' // after every day that is told here
  const [one, two] = [await office.sold([{ quantity: '100', price: '10' }]), await office.sold([{ quantity: '100', price: '20' }])]
  const both = await office.bill({ lines: [office.billLine(300_00, { dealIds: [one.dealId, two.dealId] })] })
  const alone = await office.bill({ lines: [office.billLine(100_00, { dealIds: [two.dealId] })] })
  const bank = await office.bank('CNY')
  const all = () => [one.dealId, two.dealId, null].map((id) => chargesOf(office, id))
  const paid = await office.pay(bank, 400_00, {
    charge: 10_00,
    targets: [
      { item: both.item, amount: 300_00 },
      { item: alone.item, amount: 100_00 },
    ],
  })
  // The shared bill of 300.00 is 100.00 and 200.00, by amounts of the contracts.
  expect(all()).toEqual([2_50, 7_50, 0])
  await office.run('reverse-payment', { id: paid.id, on: '2026-02-02', reason: 'x' })
  expect(all()).toEqual([0, 0, 0])
  const prepaid = await office.pay(bank, 400_00, { charge: 9_00 })
  expect(all()).toEqual([0, 0, 9_00])
  await office.allocate(prepaid.item, [{ item: alone.item, amount: 100_00 }], '2026-02-03')
  expect(all()).toEqual([0, 2_25, 6_75])
  endSound(office)
})

test('[T52] the charge of money sent for a purchase contract follows its lines when the contract is amended, on the day of the version', async () => {
  const office = await moneyOffice({}, [amendments])
  office.at = '2026-12-31T02:00:00.000Z' // after every day that is told here
  const one = await office.sold([{ quantity: '100', price: '10', buy: { price: '5' } }])
  const two = await office.sold([{ quantity: '100', price: '20' }])
  const contractId = one.purchaseId!
  await office.pay(await office.bank('CNY'), 400_00, { charge: 9_00, contractId })
  const all = (asOf?: string) => [one.dealId, two.dealId, null].map((id) => chargesOf(office, id, asOf))
  expect(all()).toEqual([9_00, 0, 0])
  const c = await office.query('purchase-contract', { id: contractId })
  const { currency, rate, deliveryDate, paymentTerm, clauses, remark } = c
  const amendment = newId()
  await office.run('begin-amendment', { id: amendment, kind: 'purchase-contract', contractId, revision: c.revision, reason: 'x' })
  const goods = { productId: null, description: 'Goods', unit: 'PCS', quantity: '100', vatRate: '13', refundRate: '13' }
  await office.run('save-purchase-amendment', {
    ...{ id: amendment, revision: 1, reason: 'x', confirmation: 'mail', currency, rate, deliveryDate, paymentTerm, clauses, remark },
    lines: [
      { ...goods, id: one.purchaseLines[0]!, salesLineId: one.lines[0]!, dealId: one.dealId, price: '5' },
      { ...goods, id: newId(), salesLineId: two.lines[0]!, dealId: two.dealId, price: '10' },
    ],
  })
  await office.run('put-amendment-into-force', { id: amendment, revision: 2, on: '2026-03-01' })
  expect(all()).toEqual([3_00, 6_00, 0])
  expect(all('2026-02-28')).toEqual([9_00, 0, 0])
  endSound(office)
})

const step = fc.oneof(
  fc.record({ do: fc.constant('receive' as const), amount: fc.integer({ min: 10_000, max: 90_000 }), charge: fc.nat(99_99), a: fc.nat(3) }),
  fc.record({ do: fc.constant('pay' as const), amount: fc.integer({ min: 10_000, max: 90_000 }), charge: fc.nat(99_99), a: fc.nat(3) }),
  fc.record({ do: fc.constant('claim' as const), a: fc.nat(), b: fc.nat(3) }),
  fc.record({ do: fc.constant('allocate' as const), a: fc.nat(), b: fc.nat(), part: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ do: fc.constant('allocate' as const), a: fc.nat(), b: fc.nat(), part: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ do: fc.constant('undo' as const), a: fc.nat() }),
  fc.record({ do: fc.constant('reverse' as const), a: fc.nat() }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
const DAY = '2026-04-01'

type World = { office: MoneyOffice; deals: { id: string; dealId: string }[]; targets: string[]; batches: string[]; money: string[] }
const world = async (): Promise<World & { bank: string }> => {
  const office = await moneyOffice()
  office.at = '2026-12-31T02:00:00.000Z' // after every day that is told here
  const deals = []
  const targets: string[] = []
  for (const price of ['10', '20', '7']) {
    const deal = await office.sold([{ quantity: '100', price }])
    await office.shipped([[deal.lines[0]!, '100']], { dispatchedOn: '2026-02-01' })
    deals.push(deal)
  }
  targets.push(...[...(await office.open('receivable')).keys()])
  const ids = deals.map((d) => d.dealId)
  for (const dealIds of [ids, ids.slice(0, 2), ids.slice(2), []])
    targets.push((await office.bill({ currency: 'USD', rate: '7', lines: [office.billLine(50_000, { dealIds })] })).item)
  return { office, deals, targets, batches: [], money: [], bank: await office.bank('USD') }
}
const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(from.length, 1)]

const take = async (w: World & { bank: string }, s: Step): Promise<void> => {
  const { office } = w
  const contractId = 'a' in s ? (w.deals[s.a]?.id ?? null) : null
  const id = newId()
  const known = { receivedOn: DAY, charge: 'charge' in s ? s.charge : 0, rate: '7.013', id }
  if (s.do === 'receive')
    await office.receive(w.bank, s.amount, { ...known, customerId: contractId === null ? null : office.customerId, contractId })
  if (s.do === 'pay') await office.pay(w.bank, s.amount, { id, paidOn: DAY, charge: s.charge, rate: '7.013' })
  if (s.do === 'receive' || s.do === 'pay') w.money.push(id)
  const money = 'a' in s ? pick(w.money, s.a) : undefined
  if (money === undefined) return
  const of = office.one<{ item: string; kind: 'receipt' | 'payment' }>(
    "SELECT item, 'receipt' AS kind FROM receipt WHERE id = @id UNION ALL SELECT item, 'payment' FROM payment WHERE id = @id",
    { id: money },
  )
  if (s.do === 'claim')
    await office.send('claim-receipt', { id: money, on: DAY, customerId: office.customerId, contractId: w.deals[s.b]?.id ?? null })
  if (s.do === 'allocate') {
    const target = pick(w.targets, s.b)!
    const open = (ref: string) => office.one<{ n: number }>('SELECT abs(openForeign) AS n FROM open_item WHERE ref = ?', ref).n
    const amount = Math.max(1, Math.floor((Math.min(open(target), open(of.item)) * s.part) / 100))
    if ((await office.send('allocate', { id, on: DAY, source: of.item, targets: [{ item: target, amount }] })).ok) w.batches.push(id)
  }
  const batch = pick(w.batches, s.a)
  if (s.do === 'undo' && batch !== undefined) await office.send('reverse-allocation', { id: batch, on: DAY, reason: 'x' })
  if (s.do === 'reverse') await office.send(`reverse-${of.kind}`, { id: money, on: DAY, reason: 'x' })
}

/** Charges by deal from nothing but what stands: documents, allocations, bills. */
const recomputed = (office: MoneyOffice, id: string): Map<string | null, number> => {
  const rows = <T>(text: string, ...values: unknown[]) => office.database.write.sql.prepare(text).all(...values) as T[]
  const [document] = rows<{ amount: number; charge: number; rate: number; item: string; status: string }>(
    `SELECT amount, charge, rate, item, status FROM receipt WHERE id = @id
     UNION ALL SELECT amount, charge, rate, item, status FROM payment WHERE id = @id`,
    { id },
  )
  if (!document || document.status === 'reversed') return new Map()
  const dealOf = (ref: string) =>
    rows<{ deal: string | null; documentId: string }>(
      'SELECT k.id AS deal, i.documentId FROM open_item i LEFT JOIN ledger_key k ON k.key = i.deal WHERE ref = ?',
      ref,
    )[0]!
  const by = new Map<string | null, number>()
  const add = (deal: string | null, n: number) => by.set(deal, (by.get(deal) ?? 0) + n)
  let rest = document.amount
  for (const a of rows<{ target: string; sourceAmount: number }>(
    "SELECT target, sourceAmount FROM allocation WHERE source = ? AND status = 'posted' ORDER BY id",
    document.item,
  )) {
    rest -= a.sourceAmount
    const { deal, documentId } = dealOf(a.target)
    const shares = rows<{ dealId: string; amountBase: number }>(
      'SELECT s.dealId, s.amountBase FROM bill_share s JOIN bill_line l ON l.id = s.billLineId WHERE l.billId = ? ORDER BY s.dealId',
      documentId,
    )
    const parts = shareOut(
      a.sourceAmount,
      shares.map((s) => new Decimal(s.amountBase)),
    )
    if (deal !== null || shares.length === 0) add(deal, a.sourceAmount)
    else for (const [at, share] of shares.entries()) add(share.dealId, parts[at]!)
  }
  if (rest > 0) add(dealOf(document.item).deal, rest)
  const number = (deal: string | null) =>
    deal === null ? '~' : rows<{ number: string }>('SELECT number FROM deal WHERE id = ?', deal)[0]!.number
  const deals = [...by.keys()].sort((a, b) => (number(a) < number(b) ? -1 : 1))
  const base = Math.floor((document.charge * document.rate) / 1e8 + 0.5)
  const parts = shareOut(
    base,
    deals.map((d) => new Decimal(by.get(d)!)),
  )
  return new Map(deals.flatMap((d, at) => (parts[at] === 0 ? [] : [[d, parts[at]!]])))
}

test(
  '[T24] whatever is received, claimed, applied and taken back: charges add up to what was booked, and stand where a recomputation puts them',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 40 }), async (steps) => {
        const w = await world()
        try {
          for (const s of steps) await take(w, s)
          for (const id of w.money) {
            const wanted = recomputed(w.office, id)
            const stands = new Map(
              [...w.deals.map((d) => d.dealId), null].map((deal) => [deal, chargesOf(w.office, deal, '2099-12-31', id)] as const),
            )
            expect(new Map([...stands].filter(([, n]) => n !== 0))).toEqual(wanted)
          }
          const booked = w.office.one<{ n: number }>(
            "SELECT coalesce(sum(p.base), 0) AS n FROM posting p JOIN journal j ON j.id = p.journalId WHERE p.category = 'bank-charge' AND j.kind IN ('receipt', 'payment') AND NOT EXISTS (SELECT 1 FROM journal r WHERE r.reverses = j.id)",
          ).n
          expect([...w.deals.map((d) => d.dealId), null].reduce((sum, deal) => sum + chargesOf(w.office, deal), 0)).toBe(booked)
          // Nothing is left under a name that bears nothing any more: sums by salesperson agree with the deals.
          expect(w.office.ledgerFaults()).toEqual([])
        } finally {
          w.office.close()
        }
      }),
      { numRuns: rounds(20, 400) },
    )
  },
  minutes(3),
)
