// Money that lies there for a contract is not overdue (T38), stands outside the buckets (T39), and is told alike wherever something is overdue (R17, D6).
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { earmark, type OwedItem, type WaitingItem } from '../../../db/ledger/earmarked.ts'
import { switchesOff } from '../../../preload/contract/modules/people/calls.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import { approvals } from '../approvals/index.ts'
import { credit } from '../credit/index.ts'
import { parties } from '../parties/index.ts'
import { tasks } from '../tasks/index.ts'
import { endSound, minor, moneyOffice, type MoneyOffice } from '../receipts-and-payments/testing/money.ts'
import { minutes, rounds } from '../../../build/soak/rounds.ts'
import { askedToday } from '../tasks/testing/asked.ts'

const thirtySeventy: PaymentTerm = [
  { share: '30', event: 'on-signing', days: 0 },
  { share: '70', event: 'after-bill-of-lading', days: 90 },
]
let office: MoneyOffice
beforeEach(async () => {
  office = await moneyOffice({ switches: { ...switchesOff, customerCredit: true, creditOverdueDays: 0 } }, [
    approvals,
    parties,
    credit,
    tasks,
  ])
})
afterEach(() => endSound(office))

/** 100 × USD 10 in two shipments on terms 30/70; the first has left, so that its 30 % (150.00) was due on the day of signing. */
const halfShipped = async () => {
  const sale = await office.sold([{ quantity: '100', price: '10' }], { term: thirtySeventy })
  await office.shipped([[sale.lines[0]!, '50']], { dispatchedOn: '2026-01-20', rate: '7' })
  return sale
}
const deposit = async (contractId: string | null, amount: number, receivedOn = '2026-01-06') =>
  office.receive(await office.bank('USD'), amount, { contractId, receivedOn, rate: '7.1' })
const position = () => office.query('credit-position', { customerId: office.customerId })
const told = async (side: 'receivable' | 'payable' = 'receivable', asOf?: string) => {
  const params = { side, ...(asOf === undefined ? {} : { asOf }) }
  const [ageing] = await office.list('ageing', params)
  const [balance] = await office.list('party-balances', params)
  const rule = side === 'receivable' ? 'receivable-overdue' : 'payable-due'
  const groups = asOf === undefined ? await askedToday(office) : []
  return {
    ageing: ageing && ['overdue', 'notDue', 'bucket1', 'bucket2', 'met', 'advances', 'total'].map((c) => minor(ageing[c])),
    overdue: balance && minor(balance['overdue']),
    days: (await office.list('open-items', params)).map((r) => r['daysOverdue']),
    asked: groups.filter((g) => g.rule === rule).flatMap((g) => g.items.map((i) => i.amount?.minor)),
  }
}
const leave = async (salesLineId: string) => {
  const shipment = office.shipmentOf([[salesLineId, '50']], {})
  await office.run('save-shipment', shipment)
  return office.send('dispatch-shipment', { id: shipment.id, revision: 1, dispatchedOn: '2026-03-02', rate: '7' })
}

describe('a deposit that lies there', () => {
  it('[T38] [T39] [R17] [D6] without it the 30 % are overdue everywhere, and the second shipment stays', async () => {
    const sale = await halfShipped()
    expect(await told()).toEqual({
      // 150.00 at 7 overdue by 56 days, 350.00 not due
      ageing: [1050_00, 2450_00, 0, 1050_00, 0, 0, 3500_00],
      overdue: 150_00,
      days: [56, null],
      asked: [150_00],
    })
    expect(await position()).toMatchObject({ overdueDays: 56, state: 'overdue' })
    expect(await leave(sale.lines[0]!)).toMatchObject({ refused: 'credit-limit-exceeded', data: { overdueDays: 56 } })
  })

  it('[T38] [T39] [R17] [D6] with it nothing is, and the second shipment leaves; the total is the ledger’s', async () => {
    const sale = await halfShipped()
    await deposit(sale.id, 300_00)
    expect(await told()).toEqual({
      // 300.00 at 7 are met: 150.00 due and 150.00 of what is due later; the deposit itself stands at its own 7.1
      ageing: [0, 1400_00, 0, 0, 2100_00, -2130_00, 1370_00],
      overdue: 0,
      days: [null, null, null],
      asked: [],
    })
    expect(office.balance('1122') + office.balance('2203')).toBe(1370_00)
    expect(await position()).toMatchObject({ overdueDays: 0, state: 'unlimited' })
    expect(await leave(sale.lines[0]!)).toMatchObject({ ok: true })
  })

  it('[T38] what is met in part stays overdue with the rest', async () => {
    const sale = await halfShipped()
    await deposit(sale.id, 149_99)
    expect(await told()).toMatchObject({ overdue: 1, days: [56, null, null], asked: [1] })
    expect(await position()).toMatchObject({ overdueDays: 56 })
  })

  it('[T38] money of another contract, of none, of another currency meets nothing', async () => {
    await halfShipped()
    const other = await office.sold([{ quantity: '1', price: '500' }], { term: thirtySeventy })
    await deposit(other.id, 300_00)
    await deposit(null, 300_00)
    expect((await told()).overdue).toBe(150_00)
    expect((await told()).ageing!.at(-2)).toBe(-4260_00)
  })

  it('[T38] a credit note for the deal meets what its contracts owe, one without a deal does not', async () => {
    const sale = await halfShipped()
    const note = (dealId: string | null) =>
      office.run('post-credit-note', {
        ...{
          id: newId(),
          partyId: office.customerId,
          on: '2026-02-10',
          currency: 'USD',
          rate: '7',
          amount: 100_00,
          dealId,
          reason: 'claim',
        },
      })
    await note(null)
    expect((await told()).overdue).toBe(150_00)
    await note(sale.dealId)
    expect((await told()).overdue).toBe(50_00)
  })

  it('[T38] [L10] as of a day only what lay there on that day counts, and applying it changes no figure of what is overdue', async () => {
    const sale = await halfShipped()
    const money = await deposit(sale.id, 150_00, '2026-02-10')
    expect((await told('receivable', '2026-02-09')).overdue).toBe(150_00)
    expect((await told('receivable', '2026-02-10')).overdue).toBe(0)
    const due = (await office.list('open-items', { side: 'receivable' })).find((r) => r['dueDate'] === '2026-01-05')!
    await office.allocate(money.item, [{ item: due.id, amount: 150_00 }], '2026-02-20')
    expect((await told()).overdue).toBe(0)
    expect((await told('receivable', '2026-02-15')).overdue).toBe(0)
    expect((await told('receivable', '2026-02-09')).overdue).toBe(150_00)
  })

  it('[T38] [D6] a prepayment for a purchase contract counts against its bills, also against a bill over two contracts', async () => {
    const [one, two] = [
      await office.sold([{ quantity: '10', price: '5', buy: { price: '11.3' } }]),
      await office.sold([{ quantity: '10', price: '5', buy: { price: '11.3' } }]),
    ]
    const line = (of: typeof one) =>
      office.billLine(113_00, { purchaseLineId: of!.purchaseLines[0]!, quantity: '10', category: null, vatRate: '13' })
    await office.bill({ kind: 'factory', billDate: '2026-01-20', dueDate: '2026-02-01', lines: [line(one), line(two)] })
    expect(await told('payable')).toMatchObject({ overdue: 226_00, days: [29], asked: [226_00] })
    await office.pay(await office.bank('CNY'), 200_00, { contractId: one!.purchaseId })
    // Of the 200.00 only what the bill has of that contract is met.
    expect(await told('payable')).toMatchObject({ overdue: 113_00, asked: [113_00] })
    expect((await told('payable')).ageing).toEqual([113_00, 0, 113_00, 0, 113_00, -200_00, 26_00])
  })

  it('[T38] what is overdue goes by the due day, also where the company ages by document date', async () => {
    const own = await moneyOffice({ ageingBasis: 'document-date' })
    try {
      await own.invoice(100_00, { on: '2026-01-10', due: '2026-06-30' })
      await own.invoice(7_00, { on: '2026-02-20', due: '2026-02-28' })
      const [row] = await own.list('ageing', { side: 'receivable' })
      expect(['overdue', 'notDue', 'bucket1', 'bucket2'].map((c) => minor(row![c]))).toEqual([7_00, 0, 7_00, 100_00])
      expect(minor((await own.list('party-balances', { side: 'receivable' }))[0]!['overdue'])).toBe(7_00)
    } finally {
      own.close()
    }
  })

  it('[D6] a commission that is due is asked for like a bill', async () => {
    await office.bill({ billDate: '2026-01-20', dueDate: '2026-02-01', lines: [office.billLine(1000_00, { category: 'commission' })] })
    expect((await told('payable')).asked).toEqual([1000_00])
  })
})

describe('[T38] single items', () => {
  it('money that waits is never overdue, what is owed is until it is met in full', async () => {
    const sale = await halfShipped()
    const money = await deposit(sale.id, 149_99)
    const of = async (returning: boolean) =>
      (await office.query('allocation-candidates', { partyId: office.customerId, side: 'receivable', returning })).map((c) => c.overdue)
    expect(await of(true)).toEqual([false])
    expect(await of(false)).toEqual([true, false])
    await office.run('reverse-receipt', { id: money.id, on: '2026-02-01', reason: 'x' })
    await deposit(sale.id, 150_00)
    expect(await of(false)).toEqual([false, false])
    await office.bill({ billDate: '2026-01-20', dueDate: '2026-02-01', lines: [office.billLine(10_00)] })
    expect((await office.query('bills-to-request', { partyId: office.factoryId })).map((b) => b.overdue)).toEqual([true])
    expect((await office.query('bills-to-request', { partyId: office.customerId })).map((b) => b.overdue)).toEqual([false])
  })
})

describe('[T40] one definition', () => {
  it('a commission is payable in the list of vendors as in the ageing; what a list of parties says is what the reports say', async () => {
    await office.bill({ lines: [office.billLine(1000_00, { category: 'commission' })] })
    await office.bill({ lines: [office.billLine(50_00)] })
    await office.pay(await office.bank('CNY'), 20_00)
    await office.invoice(70_00)
    await office.receive(await office.bank('CNY'), 10_00)
    await office.receive(await office.bank('CNY'), 5_00, { customerId: null }) // nobody's yet
    const vendor = (await office.query('vendors', {})).rows.find((r) => r.id === office.factoryId)!
    expect(vendor['payable']).toEqual({ minor: 1030_00, currency: 'CNY' })
    expect((await office.list('ageing', { side: 'payable' }))[0]!['total']).toEqual(vendor['payable'])
    const customer = (await office.query('customers', {})).rows.find((r) => r.id === office.customerId)!
    expect(customer['receivable']).toEqual({ minor: 60_00, currency: 'CNY' })
    const ageing = await office.list('ageing', { side: 'receivable' })
    expect(ageing.find((r) => r['partyId'] === office.customerId)!['total']).toEqual(customer['receivable'])
  })
})

describe('[T39] scope', () => {
  it('says whose items the viewer sees and whether there are more, and nothing of them', async () => {
    const seller = await office.user({ permissions: ['receivable.view'], scopes: { receivable: 'own' } })
    const header = async (as = office.owner) => (await office.query('ageing', { params: { side: 'receivable' }, totals: true }, as)).header
    expect(await header()).not.toHaveProperty('scope') // who sees all is told nothing
    expect(await header(seller)).toMatchObject({ scope: 'own', outside: 'none' })
    await office.invoice(1_00)
    expect(await header(seller)).toMatchObject({ scope: 'own', outside: 'some' })
    expect(await header()).not.toHaveProperty('outside')
  })
})

describe('[T38] properties', () => {
  const item = fc.record({
    party: fc.constantFrom(1, 2),
    currency: fc.constantFrom('USD', 'CNY'),
    contract: fc.constantFrom(null, 10, 11),
    deal: fc.constantFrom(null, 20, 21),
    open: fc.integer({ min: 1, max: 50 }),
    due: fc.integer({ min: 1, max: 9 }),
  })
  it('no item and no money counts twice, meant money does not lie idle beside its own item, and what is due first is met first', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), fc.array(item, { maxLength: 8 }), (a, b) => {
        const owed: OwedItem[] = a.map(({ due, ...o }, n) => ({ ...o, id: n + 1, dueDate: `2026-01-0${due}` }))
        const waiting: WaitingItem[] = b.map((w, n) => ({ ...w, id: n + 100 }))
        const met = earmark(owed, waiting)
        const of = (i: OwedItem) => met.get(i.id) ?? 0
        for (const i of owed) expect(of(i)).toBeLessThanOrEqual(i.open)
        for (const party of [1, 2])
          for (const currency of ['USD', 'CNY']) {
            const own = <T extends { party: number; currency: string }>(all: readonly T[]) =>
              all.filter((x) => x.party === party && x.currency === currency)
            const sum = (all: readonly { open: number }[]) => all.reduce((n, x) => n + x.open, 0)
            const given = sum(own(waiting).filter((w) => w.contract !== null || w.deal !== null))
            expect(own(owed).reduce((n, i) => n + of(i), 0)).toBeLessThanOrEqual(given)
            for (const contract of [10, 11]) {
              const items = own(owed).filter((i) => i.contract === contract)
              const money = sum(own(waiting).filter((w) => w.contract === contract))
              expect(items.reduce((n, i) => n + of(i), 0)).toBeGreaterThanOrEqual(Math.min(money, sum(items)))
            }
          }
      }),
    )
    const row = (id: number, dueDate: string): OwedItem => ({ id, party: 1, currency: 'USD', contract: 10, deal: 20, dueDate, open: 10 })
    const money = { id: 9, party: 1, currency: 'USD', contract: 10, deal: 20, open: 15 }
    expect([...earmark([row(1, '2026-02-01'), row(2, '2026-01-01')], [money])].toSorted()).toEqual([
      [1, 5],
      [2, 10],
    ])
  })

  it(
    'on whatever day, buckets, overdue, met and waiting money add up to the ledger and to each other',
    async () => {
      const day = fc.integer({ min: 0, max: 60 })
      const on = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)
      const step = fc.record({
        do: fc.constantFrom('owe', 'get', 'free', 'apply'),
        day,
        amount: fc.integer({ min: 1, max: 999 }),
        which: fc.nat(1),
        due: fc.integer({ min: 0, max: 40 }),
      })
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 3, maxLength: 14 }),
          fc.array(day, { minLength: 2, maxLength: 3 }),
          async (steps, days) => {
            const own = await moneyOffice()
            try {
              const bank = await own.bank('CNY')
              const contracts = [
                await own.sold([{ quantity: '1', price: '1' }], { currency: 'CNY', rate: '1' }),
                await own.sold([{ quantity: '1', price: '1' }], { currency: 'CNY', rate: '1' }),
              ]
              const items: string[] = []
              const money: string[] = []
              for (const s of steps) {
                const contract = contracts[s.which]!
                if (s.do === 'owe') {
                  const of = {
                    partyId: own.customerId,
                    contractId: contract.id,
                    dealId: contract.dealId,
                    ownerId: own.owner.id,
                    currency: 'CNY',
                  }
                  const id = await own.post(on(s.day), (document) => [
                    {
                      ...of,
                      account: '1122',
                      foreign: s.amount,
                      base: s.amount,
                      opens: { ref: `${document}:1`, kind: 'invoice', dueDate: on(s.day + s.due) },
                    },
                    { ...of, account: '6001', foreign: -s.amount, base: -s.amount },
                  ])
                  items.push(`${id}:1`)
                }
                if (s.do === 'get') money.push((await own.receive(bank, s.amount, { receivedOn: on(s.day), contractId: contract.id })).item)
                if (s.do === 'free')
                  await own.receive(bank, s.amount, { receivedOn: on(s.day), customerId: s.which === 0 ? own.customerId : null })
                if (s.do === 'apply' && items[0] && money[0])
                  await own.send('allocate', {
                    id: newId(),
                    on: on(s.day),
                    source: money[0],
                    targets: [{ item: items[0], amount: s.amount }],
                  })
              }
              for (const asOf of [...days.map(on), '2026-03-02']) {
                const params = { side: 'receivable' as const, asOf }
                const totals = (await own.query('ageing', { params, totals: true })).totals ?? {}
                const cell = (c: string) => minor(totals[c]?.[0] ?? { minor: 0 })
                const buckets = ['bucket1', 'bucket2', 'bucket3', 'bucket4', 'bucket5'].reduce((n, c) => n + cell(c), 0)
                expect(cell('overdue')).toBe(buckets)
                expect(cell('notDue') + buckets + cell('met') + cell('advances')).toBe(cell('total'))
                const balances = await own.list('party-balances', params)
                expect(balances.reduce((n, r) => n + minor(r['overdue']), 0)).toBe(buckets)
                expect(balances.reduce((n, r) => n + minor(r['met']), 0)).toBe(cell('met'))
                const rows = await own.list('open-items', params)
                expect(rows.filter((r) => r['daysOverdue'] !== null).reduce((n, r) => n + minor(r['open']) - minor(r['met']), 0)).toBe(
                  buckets,
                )
              }
              expect(own.faults).toEqual([])
            } finally {
              own.close()
            }
          },
        ),
        { numRuns: rounds(15, 300) },
      )
    },
    minutes(2),
  )
})
