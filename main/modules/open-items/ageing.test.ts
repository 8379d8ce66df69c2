// Receivables and payables as of any day: the AG cases, scope, and the agreement with the ledger.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { endSound, minor, moneyOffice, type MoneyOffice } from '../receipts-and-payments/testing/money.ts'

let office: MoneyOffice
beforeEach(async () => {
  office = await moneyOffice()
  office.at = '2026-12-31T02:00:00.000Z'
})
// One test breaks a report on purpose: that is a fault.
afterEach(() => endSound(office, true))

const opens = async (asOf?: string) => [...(await office.open('receivable', asOf)).values()].map((r) => minor(r['open']))
const credit = (amount: number, on = '2026-02-10') =>
  office.run('post-credit-note', {
    id: newId(),
    partyId: office.customerId,
    on,
    currency: 'CNY',
    rate: '1',
    amount,
    dealId: null,
    reason: 'returned',
  })
const thirds = (amounts: readonly number[]) =>
  office.invoices({ on: '2026-01-10', parts: amounts.map((amount, i) => ({ amount, due: `2026-0${i + 2}-09` })) })

describe('items', () => {
  it('[AG-01] an invoice in three instalments is three rows, all open', async () => {
    await thirds([30, 50, 20])
    const rows = await office.list('open-items', { side: 'receivable' })
    expect(rows.map((r) => [r['dueDate'], minor(r['amount']), minor(r['open'])])).toEqual([
      ['2026-02-09', 30, 30],
      ['2026-03-09', 50, 50],
      ['2026-04-09', 20, 20],
    ])
  })

  it('[AG-02] 40 received: the first row closes, the second keeps 40 of 50', async () => {
    const items = await thirds([30, 50, 20])
    const receipt = await office.receive(await office.bank('CNY'), 40)
    const candidates = await office.query('allocation-candidates', { item: receipt.item, side: 'receivable' })
    expect(candidates.map((c) => c.item)).toEqual(items) // by due date: first in, first out
    await office.allocate(receipt.item, [
      { item: items[0]!, amount: 30 },
      { item: items[1]!, amount: 10 },
    ])
    expect(await opens()).toEqual([40, 20])
    const all = await office.list('open-items', { side: 'receivable', includeCleared: true })
    expect(all.filter((r) => r['kind'] === 'invoice').map((r) => minor(r['open']))).toEqual([0, 40, 20])
    // [L10] a week before, nothing of it had happened
    expect(await opens('2026-01-25')).toEqual([30, 50, 20])
  })

  it('[AG-03] a full credit note afterwards is a row of its own', async () => {
    const items = await thirds([30, 50, 20])
    const receipt = await office.receive(await office.bank('CNY'), 40)
    await office.allocate(receipt.item, [
      { item: items[0]!, amount: 30 },
      { item: items[1]!, amount: 10 },
    ])
    const note = await credit(100)
    expect(minor((await office.open('receivable')).get(note.item)!['open'])).toBe(-100)
    expect((await opens()).reduce((a, b) => a + b, 0)).toBe(-40)
  })

  it('[AG-04] an invoice and its full credit note leave no rows once applied', async () => {
    const item = await office.invoice(100)
    const note = await credit(100)
    expect((await opens()).toSorted((a, b) => a - b)).toEqual([-100, 100])
    await office.allocate(note.item, [{ item, amount: 100 }], '2026-02-10')
    expect(await opens()).toEqual([])
    expect(await office.list('ageing', { side: 'receivable' })).toEqual([])
  })

  it('[AG-05] [AG-06] 200 in 60/100/40, 40 received, then a credit note of 100 first in, first out', async () => {
    const items = await thirds([60, 100, 40])
    const receipt = await office.receive(await office.bank('CNY'), 40)
    await office.allocate(receipt.item, [{ item: items[0]!, amount: 40 }])
    expect(await opens()).toEqual([20, 100, 40])
    const note = await credit(100)
    await office.allocate(
      note.item,
      [
        { item: items[0]!, amount: 20 },
        { item: items[1]!, amount: 80 },
      ],
      '2026-02-10',
    )
    const rows = await office.list('open-items', { side: 'receivable' })
    expect(rows.map((r) => [minor(r['amount']), minor(r['open'])])).toEqual([
      [100, 20],
      [40, 40],
    ])
  })

  it('[AG-07] USD 100 at 80 is 8,000 in company currency and 100 in the party`s', async () => {
    await office.invoice(100_00, { currency: 'USD', rate: '80' })
    const [row] = await office.list('party-balances', { side: 'receivable' })
    expect(row).toMatchObject({ party: 'Buyer', currency: 'USD', balance: { minor: 100_00, currency: 'USD' } })
    expect(row!['balanceBase']).toEqual({ minor: 8000_00, currency: 'CNY' })
  })

  it('[AG-08] 100 with 40 paid and a credit note of its own: rows 60 and −100', async () => {
    const item = await office.invoice(100)
    const receipt = await office.receive(await office.bank('CNY'), 40)
    await office.allocate(receipt.item, [{ item, amount: 40 }])
    await credit(100)
    expect((await opens()).toSorted((a, b) => b - a)).toEqual([60, -100])
    const [row] = await office.list('party-balances', { side: 'receivable' })
    expect([row!['invoiced'], row!['advances'], row!['balance']].map(minor)).toEqual([60, -100, -40])
  })

  it('0.01 stays visible', async () => {
    const item = await office.invoice(100_00)
    const receipt = await office.receive(await office.bank('CNY'), 99_99)
    await office.allocate(receipt.item, [{ item, amount: 99_99 }])
    expect(await opens()).toEqual([1])
    expect(minor((await office.list('ageing', { side: 'receivable' }))[0]!['total'])).toBe(1)
  })
})

describe('ageing', () => {
  const ages = [30, 31, 60, 61, 90, 91, 120, 121] as const
  const day = (age: number) => new Date(Date.UTC(2026, 11, 31 - age)).toISOString().slice(0, 10)
  const cells = ['notDue', 'bucket1', 'bucket2', 'bucket3', 'bucket4', 'bucket5']

  it('[AG-26] [AG-27] every age in its bucket, future dates not due; the header says the day and the basis', async () => {
    for (const [i, age] of ages.entries()) await office.invoice(10 ** i, { on: '2026-07-01', due: day(age) })
    await office.invoice(700_000_000, { on: '2026-07-01', due: '2027-01-15' })
    const answer = await office.query('ageing', { params: { side: 'receivable' }, totals: true })
    const [row] = answer.rows
    expect(cells.map((c) => minor(row![c]))).toEqual([700_000_000, 1, 110, 11_000, 1_100_000, 10_000_000])
    expect(answer.header).toMatchObject({ asOf: '2026-12-31', ageingBasis: 'due-date', bucket1: '1–30', bucket5: '>120' })
    expect(answer.columns).not.toContain('bucket6')
    expect(minor(row!['total'])).toBe(711_111_111)
  })

  it('by document date when the company says so, with its own boundaries', async () => {
    office.close()
    office = await moneyOffice({ ageingBasis: 'document-date', ageingBuckets: [7, 14] })
    office.at = '2026-12-31T02:00:00.000Z'
    await office.invoice(1, { on: day(7), due: '2027-03-01' })
    await office.invoice(10, { on: day(8), due: '2027-03-01' })
    await office.invoice(100, { on: day(15), due: '2027-03-01' })
    const answer = await office.query('ageing', { params: { side: 'receivable' }, totals: true })
    expect(['notDue', 'bucket1', 'bucket2', 'bucket3'].map((c) => minor(answer.rows[0]![c]))).toEqual([0, 1, 10, 100])
    expect(answer.header).toMatchObject({ ageingBasis: 'document-date', bucket3: '>14' })
    expect(answer.columns).not.toContain('bucket4')
  })

  it('[T12] the report refuses to be shown when it does not add up to the ledger', async () => {
    const item = await office.invoice(100_00)
    office.database.write.sql.prepare('UPDATE open_item SET openBase = openBase + 1 WHERE ref = ?').run(item)
    for (const name of ['ageing', 'open-items', 'party-balances'] as const) {
      const answer = await office.ask(name, { params: { side: 'receivable' }, totals: true })
      expect(answer).toHaveProperty('fault')
    }
    expect(office.faults[0]).toContain('the list adds up to 10001, the ledger to 10000')
    office.database.write.sql.prepare('UPDATE open_item SET openBase = openBase - 1 WHERE ref = ?').run(item)
    expect(await office.ask('ageing', { params: { side: 'receivable' }, totals: true })).toMatchObject({ ok: true })
  })

  it('[T12] payables: what we owe is positive, prepayments negative, commissions beside bills; by kind of vendor', async () => {
    const forwarder = office.party('forwarder', 'Ship Co')
    const agent = office.party('sales-agent', 'Agent')
    await office.bill({ lines: [office.billLine(100_00)] })
    await office.bill({ partyId: forwarder, lines: [office.billLine(30_00, { category: 'freight' })] })
    await office.bill({ partyId: agent, lines: [office.billLine(7_00, { category: 'commission' })] })
    await office.pay(await office.bank('CNY'), 40_00)
    await office.receive(await office.bank('CNY'), 5_00, { customerId: null }) // unclaimed money shares the account of commissions
    const total = async (partyKind?: string) =>
      (await office.list('party-balances', { side: 'payable', ...(partyKind ? { partyKind } : {}) })).map((r) => [
        r['party'],
        minor(r['balance']),
      ])
    expect(await total()).toEqual([
      ['Factory', 60_00],
      ['Ship Co', 30_00],
      ['Agent', 7_00],
    ])
    expect(await total('factory')).toEqual([['Factory', 60_00]])
    expect(await total('logistics')).toEqual([['Ship Co', 30_00]])
    expect(await total('other')).toEqual([['Agent', 7_00]])
    const answer = await office.query('ageing', { params: { side: 'payable', asOf: '2026-01-31' }, totals: true })
    expect(answer.totals!['total']).toEqual([{ minor: 137_00, currency: 'CNY' }])
  })
})

describe('rows made once', () => {
  it('a page with its totals is the same whether rows are made once or joined first, by cursor and by offset', async () => {
    for (let n = 0; n < 7; n++) {
      const customerId = office.party('customer', `Buyer ${n}`)
      await office.invoice(100 + n, { customerId, due: `2026-1${n % 3}-05`, currency: n % 2 ? 'USD' : 'CNY', rate: n % 2 ? '7' : '1' })
      await office.invoice(50, { customerId, due: '2027-01-05' })
    }
    for (const name of ['open-items', 'ageing', 'party-balances'] as const) {
      const sort = [{ field: name === 'open-items' ? 'openBase' : name === 'ageing' ? 'total' : 'balance', descending: true }]
      const ask = (more: object) => office.query(name, { params: { side: 'receivable' }, sort, totals: true, limit: 3, ...more })
      // A filter on a joined column takes the way by joins; it keeps everybody.
      const joined = { filters: [{ field: 'party', op: 'not-empty' as const }] }
      const made = await ask({})
      expect(made).toEqual(await ask(joined))
      expect(made.count).toBeGreaterThan(6)
      const next = await ask({ cursor: made.nextCursor })
      expect(next).toEqual(await ask({ ...joined, cursor: made.nextCursor }))
      expect(next.rows).toEqual((await ask({ offset: 3 })).rows)
      expect((await ask({ offset: 1000 })).totals).toEqual(made.totals)
      const filters = [
        { field: name === 'open-items' ? 'open' : name === 'ageing' ? 'notDue' : 'balance', op: 'greater' as const, value: '0.6' },
      ]
      expect(await ask({ filters })).toEqual(await ask({ filters: [...filters, ...joined.filters] }))
    }
  })
})

describe('who may see it', () => {
  it('a salesperson sees the receivables of his own customers, and none of the payables', async () => {
    const seller = await office.user({ permissions: ['receivable.view'], scopes: { receivable: 'own' } })
    const mine = office.party('customer', 'Mine', { ownerId: seller.id })
    await office.invoices({ customerId: mine, on: '2026-01-10', parts: [{ amount: 5, due: '2026-02-01' }], owner: seller })
    await office.invoice(100)
    await office.receive(await office.bank('CNY'), 9, { customerId: null })
    for (const asOf of ['2026-12-31', '2026-01-20']) {
      expect((await office.list('ageing', { side: 'receivable', asOf }, seller)).map((r) => minor(r['total']))).toEqual([5])
      expect((await office.list('open-items', { side: 'receivable', asOf }, seller)).map((r) => r['party'])).toEqual(['Mine'])
      expect((await office.list('party-balances', { side: 'receivable', asOf }, seller)).map((r) => r['party'])).toEqual(['Mine'])
    }
    expect(await office.ask('ageing', { params: { side: 'payable' } }, seller)).toMatchObject({
      refused: 'not-permitted',
      data: { permission: 'payable.view' },
    })
    const nobody = await office.user({ permissions: [] })
    expect(await office.ask('open-items', { params: { side: 'receivable' } }, nobody)).toMatchObject({ refused: 'not-permitted' })
  })

  it('[T6] unclaimed money is shown to who may claim it, other people`s receipts are not', async () => {
    const bank = await office.bank('CNY')
    const theirs = await office.receive(bank, 1_00)
    const free = await office.receive(bank, 2_00, { customerId: null })
    const seller = await office.user({ permissions: ['receipt.view', 'receipt.claim'], scopes: { receipt: 'own', customer: 'own' } })
    const viewer = await office.user({ permissions: ['receipt.view'], scopes: { receipt: 'own' } })
    const seen = async (as: typeof seller) => (await office.query('receipts', {}, as)).rows.map((r) => r.id)
    expect(await seen(seller)).toEqual([free.id])
    expect(await seen(viewer)).toEqual([])
    expect(await office.ask('receipt', { id: free.id }, seller)).toMatchObject({ ok: true })
    expect(await office.ask('receipt', { id: free.id }, viewer)).toMatchObject({ refused: 'not-found' })
    expect(await office.ask('receipt', { id: theirs.id }, seller)).toMatchObject({ refused: 'not-found' })
    // He may claim it for his own customer only: another's is answered like one that does not exist.
    const claim = (customerId: string) =>
      office.send('claim-receipt', { id: free.id, on: '2026-02-03', customerId, contractId: null }, seller)
    expect(await claim(office.customerId)).toMatchObject({ refused: 'not-found' })
    expect(await claim(office.party('customer', 'Mine', { ownerId: seller.id }))).toMatchObject({ ok: true })
  })

  it('[T7] money out of scope cannot be applied, seen as a candidate, or written off', async () => {
    const item = await office.invoice(1_00)
    const receipt = await office.receive(await office.bank('CNY'), 1_00)
    const clerk = await office.user({ permissions: ['receipt.allocate', 'receivable.view'], scopes: { receipt: 'own', receivable: 'own' } })
    expect(
      await office.send('allocate', { id: newId(), on: '2026-02-01', source: receipt.item, targets: [{ item, amount: 1 }] }, clerk),
    ).toMatchObject({ refused: 'not-found' })
    expect(await office.send('write-off', { id: newId(), on: '2026-02-01', item, amount: 1, reason: 'x' }, clerk)).toMatchObject({
      refused: 'not-found',
    })
    expect(await office.ask('allocation-candidates', { item, side: 'receivable' }, clerk)).toMatchObject({ refused: 'not-found' })
    expect(await office.query('allocation-candidates', { partyId: office.customerId, side: 'receivable' }, clerk)).toEqual([])
    const payable = await office.bill({ lines: [office.billLine(1_00)] })
    expect(
      await office.send('write-off', { id: newId(), on: '2026-02-01', item: payable.item, amount: 1, reason: 'x' }, clerk),
    ).toMatchObject({ refused: 'not-found' })
  })
})
