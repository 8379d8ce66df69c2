// The verifier must be able to find what it is there for: each kind of fault is planted once, past all guards, and has to be named.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../testing/database.ts'
import { writableDb } from '../tx.ts'
import { post, reverse } from './post.ts'
import { verifyLedger } from './sums.ts'

describe('[L7] the verifier', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await testDatabase()
    const tx = writableDb(database.write, 1)
    tx.put('setting', { key: 'company', value: JSON.stringify({ baseCurrency: 'CNY' }) })
    const document = { kind: 'dispatch', documentKind: 'shipment', documentId: 's1', documentNumber: 'SH1', memo: '' } as const
    const sale = (ref: string) =>
      post(tx, {
        ...document,
        date: '2026-03-10',
        lines: [
          {
            account: '1122',
            currency: 'USD',
            foreign: 10_000,
            base: 71_000,
            partyId: 'c1',
            dealId: 'd1',
            opens: { ref, kind: 'invoice', dueDate: '2026-04-09' },
          },
          { account: '6001', currency: 'USD', foreign: -10_000, base: -71_000, dealId: 'd1', ownerId: 'u1', departmentId: 'p1' },
        ],
      })
    sale('s1:1')
    const second = sale('s1:2')
    post(tx, {
      ...document,
      date: '2026-03-20',
      lines: [
        { account: '1002', currency: 'CNY', foreign: 71_000, base: 71_000, bankAccountId: 'b1' },
        { account: '1122', currency: 'USD', foreign: -10_000, base: -71_000, partyId: 'c1', dealId: 'd1', item: 's1:1' },
      ],
    })
    reverse(tx, second, '2026-03-21', '')
    for (const trigger of ['journal_keep_update', 'journal_keep_delete', 'posting_keep_update', 'posting_keep_delete'])
      database.write.sql.exec(`DROP TRIGGER ${trigger}`)
    database.write.pragma('foreign_keys = OFF')
  })
  afterEach(() => database.close())

  it('finds nothing in sound books', () => {
    expect(verifyLedger(database.write.sql)).toEqual([])
  })

  const faults: Record<string, { plant: string; named: string[] }> = {
    'a posting changed by a cent': {
      plant: 'UPDATE posting SET base = base + 1 WHERE id = 2',
      named: ['journal balances', 'sum_account', 'sum_month'],
    },
    'both sides of a journal changed alike': {
      plant: 'UPDATE posting SET base = base * 2, "foreign" = "foreign" * 2 WHERE journalId = 1',
      named: ['open_item', 'sum_account', 'sum_party', 'sum_deal', 'sum_month'],
    },
    'an amount in its own currency changed': {
      plant: 'UPDATE posting SET "foreign" = 9999 WHERE id = 1',
      named: ['open_item', 'sum_account foreign'],
    },
    'a journal removed': { plant: 'DELETE FROM posting WHERE journalId = 3', named: ['open_item', 'sum_bank', 'sum_account'] },
    'a posting moved to another month': {
      plant: "UPDATE posting SET date = '2026-04-10' WHERE journalId = 1",
      named: ['sum_account', 'sum_month'],
    },
    'a posting moved to another party': { plant: 'UPDATE posting SET party = 99 WHERE id = 1', named: ['sum_party'] },
    'a posting moved to another deal': { plant: 'UPDATE posting SET deal = 99 WHERE id = 2', named: ['sum_deal'] },
    'a posting moved to another salesperson': { plant: 'UPDATE posting SET owner = 99 WHERE id = 2', named: ['sum_month'] },
    'a posting moved to another department': { plant: 'UPDATE posting SET department = 99 WHERE id = 2', named: ['sum_month'] },
    'a posting moved to another category': { plant: "UPDATE posting SET category = 'freight' WHERE id = 2", named: ['sum_deal'] },
    'a posting moved to another bank': { plant: 'UPDATE posting SET bank = 99 WHERE bank IS NOT NULL', named: ['sum_bank'] },
    'a posting moved to another item': { plant: 'UPDATE posting SET item = 2 WHERE journalId = 3 AND item = 1', named: ['open_item'] },
    'a posting of an itemised account without its item': {
      plant: 'UPDATE posting SET item = NULL WHERE id = 1',
      named: ['open_item', 'itemised accounts'],
    },
    'a base amount that differs in the base currency': {
      plant: 'UPDATE posting SET "foreign" = 70000 WHERE currency = \'CNY\'',
      named: ['base currency'],
    },
    'a reversal that does not mirror': {
      plant: 'UPDATE posting SET base = base * 2 WHERE journalId = (SELECT id FROM journal WHERE reverses IS NOT NULL)',
      named: ['reversal mirrors'],
    },
    'a reversal that mirrors other accounts': {
      plant:
        "UPDATE posting SET account = '6401' WHERE account = '6001' AND journalId = (SELECT id FROM journal WHERE reverses IS NOT NULL)",
      named: ['reversal mirrors'],
    },
    'a posting of another date than its journal': { plant: "UPDATE posting SET date = '2026-03-11' WHERE id = 1", named: ['dates'] },
    'an open item changed': { plant: 'UPDATE open_item SET openBase = openBase + 5 WHERE id = 2', named: ['open_item'] },
    'an account sum changed': {
      plant: "UPDATE sum_account SET debit = debit + 5, credit = credit + 5 WHERE account = '1122'",
      named: ['sum_account'],
    },
    'a party sum removed': { plant: "INSERT INTO sum_party VALUES ('1122', 55, 'USD', 1, 1)", named: ['sum_party'] },
    'a bank sum changed': { plant: 'UPDATE sum_bank SET base = 1', named: ['sum_bank'] },
    'a deal sum changed': { plant: 'UPDATE sum_deal SET "foreign" = 1', named: ['sum_deal'] },
    'a month sum changed': { plant: 'UPDATE sum_month SET base = 1', named: ['sum_month'] },
  }
  for (const [what, { plant, named }] of Object.entries(faults))
    it(`finds ${what}`, () => {
      database.write.sql.exec(plant)
      const found = [...new Set(verifyLedger(database.write.sql).map((f) => f.check.split(':')[0]!))]
      expect(found).toEqual(expect.arrayContaining(named))
    })
})
