// Statistics of two dimensions beside the best query that somebody would write by hand: over the kept month sums where they hold it, else over the lines themselves.
import { openReadable } from '../../db/open.ts'
import type { Viewer } from '../../main/access/viewer.ts'
import { allModules } from '../../main/modules.ts'
import { runQuery } from '../../main/queries/run-query.ts'
import { questionSchema, type Question } from '../../preload/contract/modules/statistics/calls.ts'
import { compare, type Line } from './measure.ts'
import { on, TODAY } from './seed.ts'

const [FROM, TO] = ['2021-01-01', '2025-12-31']
const key = (column: string) => `(SELECT id FROM ledger_key WHERE key = ${column})`
/** Lines of signed contracts that stand, with who sold them. */
const sold = `sales_contract c JOIN sales_line l ON l.contractId = c.id LEFT JOIN product g ON g.id = l.productId LEFT JOIN party p ON p.id = c.customerId
  WHERE c.status = 'signed' AND l.quantity > 0 AND c.contractDate BETWEEN '${FROM}' AND '${TO}'`
const person = 'coalesce(c.salespersonId, c.ownerId)'
const month = 'substr(c.contractDate, 1, 7)'

const CASES: readonly (readonly [
  what: string,
  question: Partial<Question> & Pick<Question, 'measures'>,
  byHand: string,
  anchor: string,
  goal: number,
])[] = [
  [
    'profit by salesperson and month',
    { measures: ['profit'], rows: ['salesperson'], column: 'month' },
    `SELECT ${key('owner')} AS who, month, -sum(base) FROM sum_month WHERE month BETWEEN '${FROM.slice(0, 7)}' AND '${TO.slice(0, 7)}' GROUP BY 1, 2`,
    'the same of the kept month sums',
    1.3,
  ],
  [
    'revenue by department and quarter',
    { measures: ['revenue'], rows: ['department'], column: 'quarter' },
    `SELECT ${key('department')} AS who, substr(month, 1, 4) || (substr(month, 6, 2) + 2) / 3, -sum(base) FROM sum_month
      WHERE account = '6001' AND month BETWEEN '${FROM.slice(0, 7)}' AND '${TO.slice(0, 7)}' GROUP BY 1, 2`,
    'the same of the kept month sums',
    1.3,
  ],
  [
    'orders by salesperson and month',
    { measures: ['orders'], rows: ['salesperson'], column: 'month' },
    `SELECT ${person}, ${month}, sum(l.amountBase) FROM ${sold} GROUP BY 1, 2`,
    'a scan of the lines',
    2,
  ],
  [
    'orders by country and year',
    { measures: ['orders'], rows: ['customer-country'], column: 'year' },
    `SELECT p.country, substr(c.contractDate, 1, 4), sum(l.amountBase) FROM ${sold} GROUP BY 1, 2`,
    'a scan of the lines',
    2,
  ],
  [
    'orders by product and quarter, the first 50',
    { measures: ['orders'], rows: ['product'], column: 'quarter', top: { count: 50, within: false } },
    `SELECT l.productId, substr(c.contractDate, 1, 4) || (substr(c.contractDate, 6, 2) + 2) / 3, sum(l.amountBase) FROM ${sold} GROUP BY 1, 2`,
    'a scan of the lines',
    2,
  ],
  [
    'profit by customer and year',
    { measures: ['profit'], rows: ['customer'], column: 'year' },
    `SELECT d.customerId, substr(p.date, 1, 4), -sum(p.base) FROM posting p LEFT JOIN ledger_key k ON k.key = p.deal LEFT JOIN deal d ON d.id = k.id
      WHERE p.account >= '6' AND p.account < '7' AND p.date BETWEEN '${FROM}' AND '${TO}' GROUP BY 1, 2`,
    'a scan of the lines',
    2,
  ],
]

export const statisticsBench = async (file: string, viewer: Viewer): Promise<Line[]> => {
  const read = openReadable(file)
  const lines: Line[] = []
  for (const [what, given, byHand, anchor, goal] of CASES) {
    const input = questionSchema().parse({ period: { from: FROM, to: TO }, ...given })
    const ours = async () => {
      const answer = await runQuery(read, allModules, { name: 'statistic', input, viewer, at: TODAY }, on)
      if (!answer.ok) throw new Error(`${what}: ${JSON.stringify(answer)}`)
    }
    lines.push(await compare(what, anchor, () => void read.sql.prepare(byHand).all(), ours, goal, { rounds: 5 }))
  }
  read.close()
  return lines
}
