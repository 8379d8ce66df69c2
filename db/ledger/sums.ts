// The sums kept beside the postings in the same transaction (L6), and the verifier that recomputes every one of them from scratch (L7).
import type { Sql } from '../open.ts'
import type { TableName } from '../schema/tables.ts'
import type { WritableDb } from '../tx.ts'

export type Summed = {
  account: string
  currency: string
  foreign: number
  base: number
  party: number | null
  deal: number | null
  owner: number | null
  department: number | null
  bank: number | null
  category: string | null
}

/** A table of sums: what a line adds, and to which row. Null where the line has no such dimension. */
type MaintainedSum = {
  sql: string
  key: (line: Summed, month: string, date: string) => readonly (string | number)[] | null
  adds: (line: Summed) => readonly number[]
  /** The unit it is in (officeSync): its root table, and of the key what makes its id. */
  root: TableName
  unit: (key: readonly (string | number)[]) => readonly (string | number)[]
}
const both = ({ base, foreign }: Summed) => [base, foreign]
const upsert = (table: string, keys: readonly string[], sums: readonly string[]): string =>
  `INSERT INTO ${table}(${[...keys, ...sums].join(', ')}) VALUES (${[...keys, ...sums].map(() => '?').join(',')})
   ON CONFLICT DO UPDATE SET ${sums.map((s) => `${s} = ${s} + excluded.${s}`).join(', ')}`

const maintainedSums: readonly MaintainedSum[] = [
  {
    sql: upsert('sum_account', ['account', 'month', 'currency'], ['debit', 'credit', '"foreign"']),
    root: 'sum_account',
    unit: ([, month]) => [month!],
    key: (l, month) => [l.account, month, l.currency],
    adds: (l) => [Math.max(l.base, 0), Math.max(-l.base, 0), l.foreign],
  },
  {
    sql: upsert('sum_party', ['account', 'party', 'currency'], ['base', '"foreign"']),
    root: 'sum_party',
    unit: ([, party]) => [party!],
    key: (l) => (l.party === null ? null : [l.account, l.party, l.currency]),
    adds: both,
  },
  {
    sql: upsert('sum_bank', ['bank', 'date'], ['base', '"foreign"']),
    root: 'sum_bank',
    unit: (key) => key,
    key: (l, _, date) => (l.bank === null ? null : [l.bank, date]),
    adds: both,
  },
  {
    sql: upsert('sum_deal', ['deal', 'account', 'category', 'currency'], ['base', '"foreign"']),
    root: 'sum_result',
    unit: ([deal]) => [deal!],
    key: (l) => (l.deal === null ? null : [l.deal, l.account, l.category ?? '', l.currency]),
    adds: both,
  },
  {
    sql: upsert('sum_month', ['month', 'account', 'owner', 'department'], ['base']),
    root: 'sum_month',
    unit: ([month, , owner, department]) => [month!, owner!, department!],
    key: (l, month) => (l.account.startsWith('6') ? [month, l.account, l.owner ?? 0, l.department ?? 0] : null),
    adds: (l) => [l.base],
  },
  {
    sql: upsert('sum_result', ['deal'], ['revenue', 'cost', 'expenses', 'exchange', 'profit']),
    root: 'sum_result',
    unit: (key) => key,
    key: (l) => (l.deal !== null && l.account.startsWith('6') ? [l.deal] : null),
    adds: (l) => resultOf(l),
  },
]

/** What a line is in the result of its deal (L11). */
const isExchange = ({ account, category }: Summed): boolean => account === '6603' && category === 'exchange-difference'
const isExpense = (l: Summed): boolean => (l.account === '6601' || l.account === '6602' || l.account === '6603') && !isExchange(l)
const resultOf = (l: Summed): readonly number[] => [
  l.account === '6001' ? -l.base : 0,
  l.account === '6401' ? l.base : 0,
  isExpense(l) ? l.base : 0,
  isExchange(l) ? -l.base : 0,
  -l.base,
]

/** Adds a journal's lines to the sums (L6). Lines that go to one row are added up first: a row is written once a journal. */
export const keepSums = (tx: WritableDb, date: string, lines: readonly Summed[]): void => {
  const month = date.slice(0, 7)
  for (const kept of maintainedSums) {
    const rows = new Map<string, { key: readonly (string | number)[]; sums: number[] }>()
    for (const line of lines) {
      const key = kept.key(line, month, date)
      if (key === null) continue
      const row = rows.get(key.join('\n'))
      if (row) kept.adds(line).forEach((n, i) => (row.sums[i]! += n))
      else rows.set(key.join('\n'), { key, sums: [...kept.adds(line)] })
    }
    for (const { key, sums } of rows.values()) {
      tx.sql.prepare(kept.sql).run(...key, ...sums)
      tx.report(kept.root, kept.unit(key))
    }
  }
}

/** Each kept sum beside its computation from the postings. A row where they differ is a defect of the ledger. */
const checks: { name: string; kept: string; computed: string }[] = [
  {
    name: 'open_item',
    kept: 'SELECT id AS a, 0 AS b, 0 AS c, openBase AS x, openForeign AS y FROM open_item WHERE openBase <> 0 OR openForeign <> 0',
    computed:
      'SELECT item AS a, 0 AS b, 0 AS c, sum(base) AS x, sum("foreign") AS y FROM posting WHERE item IS NOT NULL GROUP BY item HAVING x <> 0 OR y <> 0',
  },
  {
    name: 'sum_account',
    kept: 'SELECT account AS a, month AS b, currency AS c, debit - credit AS x, debit AS y FROM sum_account WHERE debit <> 0 OR credit <> 0',
    computed:
      'SELECT account AS a, substr(date,1,7) AS b, currency AS c, sum(base) AS x, sum(max(base,0)) AS y FROM posting GROUP BY 1,2,3 HAVING y <> 0 OR x <> 0',
  },
  {
    name: 'sum_account foreign',
    kept: 'SELECT account AS a, month AS b, currency AS c, "foreign" AS x, 0 AS y FROM sum_account WHERE "foreign" <> 0',
    computed:
      'SELECT account AS a, substr(date,1,7) AS b, currency AS c, sum("foreign") AS x, 0 AS y FROM posting GROUP BY 1,2,3 HAVING x <> 0',
  },
  {
    name: 'sum_party',
    kept: 'SELECT account AS a, party AS b, currency AS c, base AS x, "foreign" AS y FROM sum_party WHERE base <> 0 OR "foreign" <> 0',
    computed:
      'SELECT account AS a, party AS b, currency AS c, sum(base) AS x, sum("foreign") AS y FROM posting WHERE party IS NOT NULL GROUP BY 1,2,3 HAVING x <> 0 OR y <> 0',
  },
  {
    name: 'sum_bank',
    kept: 'SELECT bank AS a, date AS b, 0 AS c, base AS x, "foreign" AS y FROM sum_bank WHERE base <> 0 OR "foreign" <> 0',
    computed:
      'SELECT bank AS a, date AS b, 0 AS c, sum(base) AS x, sum("foreign") AS y FROM posting WHERE bank IS NOT NULL GROUP BY 1,2 HAVING x <> 0 OR y <> 0',
  },
  {
    name: 'sum_deal',
    kept: `SELECT deal AS a, account || ' ' || currency AS b, category AS c, base AS x, "foreign" AS y FROM sum_deal WHERE base <> 0 OR "foreign" <> 0`,
    computed: `SELECT deal AS a, account || ' ' || currency AS b, coalesce(category,'') AS c, sum(base) AS x, sum("foreign") AS y FROM posting WHERE deal IS NOT NULL GROUP BY 1,2,3 HAVING x <> 0 OR y <> 0`,
  },
  {
    name: 'sum_month',
    kept: 'SELECT month || account AS a, owner AS b, department AS c, base AS x, 0 AS y FROM sum_month WHERE base <> 0',
    computed:
      "SELECT substr(date,1,7) || account AS a, coalesce(owner,0) AS b, coalesce(department,0) AS c, sum(base) AS x, 0 AS y FROM posting WHERE account LIKE '6%' GROUP BY 1,2,3 HAVING x <> 0",
  },
]

const RESULT = {
  revenue: "-sum(CASE WHEN account = '6001' THEN base ELSE 0 END)",
  cost: "sum(CASE WHEN account = '6401' THEN base ELSE 0 END)",
  expenses:
    "sum(CASE WHEN account IN ('6601', '6602', '6603') AND NOT (account = '6603' AND coalesce(category, '') = 'exchange-difference') THEN base ELSE 0 END)",
  exchange: "-sum(CASE WHEN account = '6603' AND category = 'exchange-difference' THEN base ELSE 0 END)",
  profit: '-sum(base)',
}
for (const [name, computed] of Object.entries(RESULT))
  checks.push({
    name: `sum_result ${name}`,
    kept: `SELECT deal AS a, 0 AS b, 0 AS c, ${name} AS x, 0 AS y FROM sum_result WHERE ${name} <> 0`,
    computed: `SELECT deal AS a, 0 AS b, 0 AS c, ${computed} AS x, 0 AS y FROM posting WHERE deal IS NOT NULL AND account >= '6' AND account < '7' GROUP BY deal HAVING x <> 0`,
  })

export type LedgerFault = { check: string; key: string }

/** Recomputes everything from the postings (L7). An empty list means the ledger is sound. */
export const verifyLedger = (sql: Sql): LedgerFault[] => {
  const faults: LedgerFault[] = []
  const add = (check: string, rows: unknown[]) => faults.push(...rows.map((r) => ({ check, key: JSON.stringify(r) })))
  add(
    'journal balances',
    sql.prepare('SELECT journalId, sum(base) AS difference FROM posting GROUP BY journalId HAVING difference <> 0').all(),
  )
  add(
    'reversal mirrors',
    sql
      .prepare(
        `SELECT id, reverses FROM journal r WHERE reverses IS NOT NULL AND EXISTS (
           SELECT 1 FROM posting p WHERE p.journalId IN (r.id, r.reverses)
           GROUP BY account, currency, item, party, deal, bank HAVING sum(base) <> 0 OR sum("foreign") <> 0)`,
      )
      .all(),
  )
  add('dates', sql.prepare('SELECT p.id FROM posting p JOIN journal j ON j.id = p.journalId WHERE p.date <> j.date').all())
  add(
    'itemised accounts', // L4
    sql
      .prepare(
        `SELECT p.id FROM posting p JOIN account a ON a.code = p.account LEFT JOIN open_item i ON i.id = p.item
         WHERE (a.itemised = 1) <> (p.item IS NOT NULL) OR i.account <> p.account OR i.currency <> p.currency`,
      )
      .all(),
  )
  add(
    'base currency',
    sql
      .prepare(
        `SELECT id FROM posting WHERE currency = (SELECT json_extract(value,'$.baseCurrency') FROM setting WHERE key = 'company') AND base <> "foreign"`,
      )
      .all(),
  )
  for (const { name, kept, computed } of checks) {
    add(`${name}: kept, not computed`, sql.prepare(`SELECT * FROM (${kept} EXCEPT ${computed}) LIMIT 20`).all())
    add(`${name}: computed, not kept`, sql.prepare(`SELECT * FROM (${computed} EXCEPT ${kept}) LIMIT 20`).all())
  }
  return faults
}
