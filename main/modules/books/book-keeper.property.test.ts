// One book-keeper, everything a trader's money can do, in any order of days: after it every report of every day is what plain books of that day say (T53).
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { minutes, rounds } from '../../../build/soak/rounds.ts'
import * as goods from './testing/book-goods.ts'
import { day, DAYS, step, world, type Step, type World } from './testing/book-keeping.ts'
import * as money from './testing/book-money.ts'
import * as papers from './testing/book-papers.ts'
import { minor } from '../receipts-and-payments/testing/money.ts'
import { plainGoods } from './testing/plain-goods.ts'
import { BUCKETS, plainReports, sumUp, type Figures } from './testing/plain-reports.ts'

const DO: Record<Step['do'], (w: World, s: Step) => Promise<void>> = {
  dispatch: goods.dispatch,
  'take-dispatch-back': goods.takeDispatchBack,
  'factory-bill': goods.factoryBill,
  'credit-goods': goods.creditGoods,
  receive: money.receive,
  claim: money.claim,
  bill: papers.bill,
  pay: money.pay,
  'credit-note': papers.creditNote,
  allocate: papers.allocate,
  'write-off': papers.writeOff,
  'use-up': papers.useUp,
  'give-back': money.giveBack,
  undo: papers.undo,
  reverse: papers.reverse,
  transfer: money.transfer,
  revalue: money.revalue,
  unrevalue: money.unrevalue,
}

type Row = Record<string, unknown>
const figures = (rows: readonly Row[], key: (row: Row) => string, columns: readonly (readonly [column: string, as: string])[]): Figures =>
  sumUp(rows.flatMap((r) => columns.map(([column, as]) => [`${key(r)} ${as}`, minor(r[column])] as const)))

const told = async ({ office }: World, side: 'receivable' | 'payable', asOf: string) => {
  const nameOf = (r: Row) =>
    r['kind'] === 'revaluation' ? `revaluation ${String(r['partyId'])} ${String(r['dueDate'])} ${String(r['currency'])}` : String(r['id'])
  const columns = [
    'total',
    'notDue',
    ...BUCKETS.map((_, at) => `bucket${at + 1}`),
    `bucket${BUCKETS.length + 1}`,
    'overdue',
    'met',
    'advances',
  ]
  const same = (all: readonly string[]) => all.map((c) => [c, c] as const)
  return {
    items: figures(await office.list('open-items', { side, asOf }), nameOf, [
      ['open', 'open'],
      ['openBase', 'base'],
      ['met', 'met'],
    ]),
    ageing: figures(await office.list('ageing', { side, asOf }), (r) => String(r['partyId']), same(columns)),
    parties: figures(
      await office.list('party-balances', { side, asOf }),
      (r) => `${String(r['partyId'])} ${String(r['currency'])}`,
      same(['balance', 'balanceBase', 'invoiced', 'advances', 'met', 'overdue']),
    ),
  }
}

const trialBalance = async ({ office }: World, to: string): Promise<Figures> => {
  const { rows } = await office.query('trial-balance', { params: { to }, totals: true, limit: 100 })
  const cell = (value: unknown) => (value == null ? 0 : minor(value))
  return sumUp(rows.map((r) => [String(r['account']), cell(r['closingDebit']) - cell(r['closingCredit'])] as const))
}
const plainTrialBalance = ({ books, sales }: World, on: number): Figures => {
  const date = day(on)
  const accounts = [...new Set(books.journals.flatMap((j) => j.lines.map((l) => l.account)))].filter((a) => a !== 'goods')
  const stands = sales.flatMap((s) => (s.purchase ? [plainGoods(s.purchase.facts, s.purchase.goods, on)] : []))
  return sumUp([
    ...accounts.map((a) => [a, books.account(a, date)] as const),
    ...stands.flatMap(
      (g) =>
        [
          ['1405', g.stock],
          ['222101', g.input],
          ['1221', g.refund],
          ['6401', g.cost],
        ] as const,
    ),
  ])
}

const banksOf = async (w: World, asOf: string) => {
  const { rows } = await w.office.query('bank-accounts', { params: { asOf }, totals: true, limit: 20 })
  return figures(rows, (r) => String(r['id']), [
    ['balance', 'foreign'],
    ['balanceBase', 'base'],
  ])
}
const plainBanks = ({ books, banks }: World, on: string) =>
  sumUp(banks.flatMap((b) => Object.entries(books.bank(b.id, on)).map(([of, n]) => [`${b.id} ${of}`, n] as const)))

const compare = async (w: World, on: number): Promise<void> => {
  const asOf = day(on)
  for (const side of ['receivable', 'payable'] as const)
    expect({ asOf, side, ...(await told(w, side, asOf)) }).toEqual({ asOf, side, ...plainReports(w.books, side, asOf) })
  expect({ asOf, ...(await banksOf(w, asOf)) }).toEqual({ asOf, ...plainBanks(w, asOf) })
  expect({ asOf, ...(await trialBalance(w, asOf)) }).toEqual({ asOf, ...plainTrialBalance(w, on) })
}

const keepBooks = async (steps: readonly Step[]): Promise<void> => {
  const w = await world()
  try {
    for (const s of steps) {
      await DO[s.do](w, s)
      w.entered += 1
    }
    for (let on = 0; on <= DAYS + 2; on++) await compare(w, on)
    expect(w.office.ledgerFaults()).toEqual([])
    expect(w.office.faults).toEqual([])
  } finally {
    w.office.close()
  }
}

it(
  '[T53] whatever is booked, in whatever order of days, every report of every day is what plain books of that day say',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, size: 'max', maxLength: rounds(40, 90) }), (steps) => keepBooks(steps)),
      // A counterexample is replayed by its seed and path: to shrink thirty commands takes longer than all rounds.
      { numRuns: rounds(10, 600), endOnFailure: true },
    )
  },
  minutes(5),
)
