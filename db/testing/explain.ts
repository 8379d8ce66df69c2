// How SQLite would go about a statement, for tests that hold a plan: an index that is not used shows only on a company of years.
import type { Sql } from '../open.ts'

/** The steps of the plan, such as 'SEARCH l USING INDEX sales_line_contract (contractId=?)'. */
export const explain = (sql: Sql, text: string, ...values: unknown[]): string[] =>
  (sql.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values) as { detail: string }[]).map((step) => step.detail)

/** Steps that read a whole table or sort by themselves. A row that was made on the way (one constant row, a co-routine) costs nothing. */
export const costlySteps = (sql: Sql, text: string, ...values: unknown[]): string[] =>
  explain(sql, text, ...values).filter((s) => /^SCAN (?!CONSTANT ROW|c$)|TEMP B-TREE|AUTOMATIC/.test(s))
