// The rules of posting, one by one (SPEC.md), and the plans by which screens find postings and open items.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Refused } from '../../preload/contract/refusals.ts'
import { testDatabase, type TestDatabase } from '../testing/database.ts'
import { writableDb, type WritableDb } from '../tx.ts'
import { itemByRef, ledgerKey, post, rememberKeys, reverse, type JournalInput, type PostingLine } from './post.ts'
import { verifyLedger } from './sums.ts'

const refusalOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
  return undefined
}

describe('the ledger', () => {
  let database: TestDatabase
  let tx: WritableDb
  beforeEach(async () => {
    database = await testDatabase()
    tx = writableDb(database.write, 1)
    tx.put('setting', { key: 'company', value: JSON.stringify({ baseCurrency: 'CNY' }) })
  })
  afterEach(() => database.close())

  const journal = (lines: PostingLine[], more: Partial<JournalInput> = {}): JournalInput => ({
    date: '2026-03-10',
    kind: 'dispatch',
    documentKind: 'shipment',
    documentId: 's1',
    documentNumber: 'SH2026-0001',
    memo: '',
    lines,
    ...more,
  })
  /** USD 100.00 at 7.10 sold on credit: the item s1:1. */
  const sale = (ref = 's1:1') =>
    journal([
      {
        account: '1122',
        currency: 'USD',
        foreign: 10_000,
        base: 71_000,
        partyId: 'c1',
        opens: { ref, kind: 'invoice', dueDate: '2026-04-09' },
      },
      { account: '6001', currency: 'USD', foreign: -10_000, base: -71_000, dealId: 'd1', ownerId: 'u1' },
    ])
  const rows = (table: string) => database.write.sql.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]
  const counts = () => ['journal', 'posting', 'open_item', 'sum_account', 'sum_party', 'sum_deal', 'sum_month'].map((t) => rows(t).length)

  it('[L1] a balanced journal is posted with its dimensions', () => {
    const id = post(tx, sale())
    expect(rows('posting').map((p) => [p['journalId'], p['account'], p['base'], p['foreign']])).toEqual([
      [id, '1122', 71_000, 10_000],
      [id, '6001', -71_000, -10_000],
    ])
    expect(rows('journal')[0]).toMatchObject({ id, date: '2026-03-10', kind: 'dispatch', documentNumber: 'SH2026-0001', pos: 1 })
    expect(ledgerKey(tx, 'c1')).toBe(ledgerKey(tx, 'c1'))
    expect(rows('posting')[0]!['party']).toBe(ledgerKey(tx, 'c1'))
    expect(verifyLedger(tx.sql)).toEqual([])
  })

  it('[L1] an unbalanced journal is refused and writes nothing', () => {
    const lines = sale().lines.map((l, i) => (i === 0 ? { ...l, base: l.base + 1 } : l))
    expect(refusalOf(() => post(tx, journal([...lines])))).toEqual({ refused: 'ledger-unbalanced', data: { difference: 1 } })
    expect(counts()).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  it('[L1] a journal of zeros posts nothing and has the number 0; single zero lines are left out', () => {
    expect(post(tx, journal([{ account: '6001', currency: 'CNY', foreign: 0, base: 0 }]))).toBe(0)
    expect(counts()).toEqual([0, 0, 0, 0, 0, 0, 0])
    post(tx, journal([...sale().lines, { account: '6603', currency: 'CNY', foreign: 0, base: 0 }]))
    expect(rows('posting').length).toBe(2)
  })

  it('[L2] journals and postings cannot be changed or removed', () => {
    post(tx, sale())
    for (const text of ["UPDATE journal SET memo = 'x'", 'DELETE FROM journal', 'UPDATE posting SET base = 0', 'DELETE FROM posting'])
      expect(() => database.write.sql.exec(text)).toThrow(/never/)
    expect(rows('posting').length).toBe(2)
  })

  it('[L3] a reversal mirrors every posting, names what it takes back, and empties the item', () => {
    const id = post(tx, sale())
    const taken = reverse(tx, id, '2026-03-12', '错录')
    const [first, second] = [id, taken].map((j) =>
      database.write.sql.prepare('SELECT account, base, "foreign", party, deal, owner, item FROM posting WHERE journalId = ?').all(j),
    )
    expect(second).toEqual((first as { base: number; foreign: number }[]).map((p) => ({ ...p, base: -p.base, foreign: -p.foreign })))
    expect(rows('journal').at(-1)).toMatchObject({
      id: taken,
      kind: 'reversal',
      reverses: id,
      date: '2026-03-12',
      memo: '错录',
      documentNumber: 'SH2026-0001',
    })
    expect(itemByRef(tx, 's1:1')).toMatchObject({ openForeign: 0, openBase: 0, foreign: 10_000, base: 71_000 })
    expect(verifyLedger(tx.sql)).toEqual([])
  })

  it('[L3] a journal is reversed once at most, and not before its own date', () => {
    const id = post(tx, sale())
    expect(refusalOf(() => reverse(tx, id, '2026-03-09', ''))).toEqual({
      refused: 'date-out-of-order',
      data: { earlier: '2026-03-10', later: '2026-03-09' },
    })
    reverse(tx, id, '2026-03-10', '')
    expect(refusalOf(() => reverse(tx, id, '2026-03-11', ''))).toMatchObject({ refused: 'already-reversed' })
    expect(rows('journal').length).toBe(2)
    expect(() => reverse(tx, 99, '2026-03-11', '')).toThrow('no journal 99')
  })

  it('[L4] an account kept by items takes no posting without one', () => {
    for (const account of ['1122', '1123', '1221', '2202', '2203', '2241']) {
      const bare = journal([
        { account, currency: 'CNY', foreign: 100, base: 100 },
        { account: '6001', currency: 'CNY', foreign: -100, base: -100 },
      ])
      expect(() => post(tx, bare)).toThrow(`account ${account} is kept by items`)
    }
    expect(() =>
      post(
        tx,
        journal([
          { account: '9999', currency: 'CNY', foreign: 0, base: 1 },
          { account: '6001', currency: 'CNY', foreign: 0, base: -1 },
        ]),
      ),
    ).toThrow('no account 9999')
  })

  it('[L4] an item moves only on its own account and in its own currency', () => {
    post(tx, sale())
    const against = (line: Partial<PostingLine>) =>
      journal([
        { account: '1122', currency: 'USD', foreign: -10_000, base: -71_000, item: 's1:1', ...line },
        { account: '1002', currency: 'USD', foreign: 10_000, base: 71_000 },
      ])
    expect(() => post(tx, against({ currency: 'EUR' }))).toThrow('item s1:1 is on 1122 in USD')
    expect(() => post(tx, against({ account: '2203' }))).toThrow('item s1:1 is on 1122 in USD')
    expect(() => post(tx, against({ item: 'nobody:1' }))).toThrow('no open item nobody:1')
    expect(() => post(tx, sale())).toThrow('id-taken') // one reference, one item
  })

  it('[L4] an item’s open amounts are the sums of its postings', () => {
    post(tx, sale())
    const receive = (foreign: number, base: number) =>
      post(
        tx,
        journal(
          [
            { account: '1122', currency: 'USD', foreign: -foreign, base: -base, partyId: 'c1', item: 's1:1' },
            { account: '1002', currency: 'USD', foreign, base, bankAccountId: 'b1' },
          ],
          { date: '2026-03-20', kind: 'receipt' },
        ),
      )
    receive(4_000, 28_400)
    expect(itemByRef(tx, 's1:1')).toMatchObject({ openForeign: 6_000, openBase: 42_600 })
    receive(6_000, 42_600)
    expect(itemByRef(tx, 's1:1')).toMatchObject({ openForeign: 0, openBase: 0 })
    expect(verifyLedger(tx.sql)).toEqual([])
  })

  it('[L5] nothing is posted or reversed on or before the closed day', () => {
    const id = post(tx, sale())
    tx.put('setting', { key: 'closedThrough', value: '"2026-03-31"' })
    const closed = { refused: 'period-closed', data: { closedThrough: '2026-03-31', date: '2026-03-31' } }
    expect(refusalOf(() => post(tx, { ...sale('s2:1'), date: '2026-03-31' }))).toEqual(closed)
    expect(refusalOf(() => reverse(tx, id, '2026-03-31', ''))).toEqual(closed)
    expect(rows('journal').length).toBe(1)
    post(tx, { ...sale('s2:1'), date: '2026-04-01' })
    reverse(tx, id, '2026-04-01', '')
    expect(rows('journal').length).toBe(3)
  })

  it('[L6] sums by account and month, party, bank and day, deal, salesperson and month stand beside the postings', () => {
    post(tx, sale())
    post(
      tx,
      journal(
        [
          { account: '1002', currency: 'USD', foreign: 10_000, base: 70_500, bankAccountId: 'b1' },
          { account: '6603', currency: 'CNY', foreign: 500, base: 500, dealId: 'd1', ownerId: 'u1', category: 'exchange' },
          { account: '1122', currency: 'USD', foreign: -10_000, base: -71_000, partyId: 'c1', item: 's1:1' },
        ],
        { date: '2026-04-02', kind: 'receipt' },
      ),
    )
    const key = (id: string) => ledgerKey(tx, id)
    expect(rows('sum_account')).toContainEqual({
      account: '1122',
      month: '2026-04',
      currency: 'USD',
      debit: 0,
      credit: 71_000,
      foreign: -10_000,
    })
    expect(rows('sum_party')).toEqual([{ account: '1122', party: key('c1'), currency: 'USD', base: 0, foreign: 0 }])
    expect(rows('sum_bank')).toEqual([{ bank: key('b1'), date: '2026-04-02', base: 70_500, foreign: 10_000 }])
    expect(rows('sum_deal')).toContainEqual({
      deal: key('d1'),
      account: '6603',
      category: 'exchange',
      currency: 'CNY',
      base: 500,
      foreign: 500,
    })
    expect(rows('sum_month')).toContainEqual({ month: '2026-03', account: '6001', owner: key('u1'), department: 0, base: -71_000 })
    expect(verifyLedger(tx.sql)).toEqual([])
  })

  it('a key that went with its transaction is not remembered; one that was committed is, and is the same', () => {
    const { sql } = database.write
    const key = (id: string, by = writableDb(database.write, 1)) => {
      const found = ledgerKey(by, id)
      rememberKeys(by)
      return found
    }
    sql.exec('BEGIN')
    const gone = writableDb(database.write, 1)
    const first = ledgerKey(gone, 'n1')
    expect(ledgerKey(gone, 'n1')).toBe(first)
    sql.exec('ROLLBACK')
    expect(key('n2')).toBe(first)
    expect(key('n1')).not.toBe(first)
    expect([key('n2'), key('n1')]).toEqual(
      ['n2', 'n1'].map((id) => (sql.prepare('SELECT key FROM ledger_key WHERE id = ?').get(id) as { key: number }).key),
    )
    // From memory: the row is not asked for any more.
    const known = key('n1')
    const prepare = vi.spyOn(sql, 'prepare')
    expect([ledgerKey(writableDb(database.write, 2), 'n1'), prepare.mock.calls]).toEqual([known, []])
    prepare.mockRestore()
  })

  const plan = (text: string, ...values: unknown[]) =>
    (database.write.sql.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values) as { detail: string }[]).map((r) => r.detail).join(' | ')

  it('finds the open items of an account by their own index, without touching those that are closed', () => {
    expect(
      plan(`SELECT sum(openBase) FROM open_item WHERE account = ? AND (openForeign <> 0 OR openBase <> 0) GROUP BY party`, '1122'),
    ).toMatch(/USING (COVERING )?INDEX open_item_open/)
    expect(plan('SELECT * FROM open_item WHERE ref = ?', 's1:1')).toMatch(/INDEX sqlite_autoindex_open_item/)
    expect(plan('SELECT * FROM open_item WHERE documentId = ?', 's1')).toMatch(/INDEX open_item_document/)
  })

  it('finds postings by journal, item, deal, bank and account without reading the whole ledger', () => {
    const lookups: Record<string, string> = {
      posting_journal: 'journalId = 1',
      posting_item: 'item = 1 AND date <= ?',
      posting_deal: 'deal = 1',
      posting_bank: 'bank = 1 AND date <= ?',
      posting_account_date: "account = '1122' AND date <= ?",
      posting_party: 'party = 1',
    }
    for (const [index, where] of Object.entries(lookups))
      expect(plan(`SELECT sum(base) FROM posting WHERE ${where}`, ...(where.includes('?') ? ['2026-03-31'] : []))).toMatch(
        new RegExp(`INDEX ${index}`),
      )
  })
})
