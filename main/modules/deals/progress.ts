// How far a document has come, as a share of its lines by their amounts, in whole numbers of SQL: for the rows of a page, not for sorting. Rule C31.
import { sql, type RawBuilder } from 'kysely'

/** Per cents are kept with four places; a share is told to two, rounded down: 100 means all of it. */
const HUNDREDTHS = 100
const WHOLE = 10_000

/**
 * Per cent (scaled) of a document's lines that are done: each line by its amount and by done ÷ quantity, at most all of it; null of a document without
 * amounts. `lines`: the lines' table; `document`: the column that names the document, e.g. 'c.id'.
 */
export const shareOfLines = (lines: 'sales_line' | 'purchase_line', done: string, document: string): RawBuilder<number | null> =>
  sql<
    number | null
  >`(select sum(l.amount * (min(l.${sql.ref(done)}, l.quantity) * ${sql.lit(WHOLE)} / l.quantity)) / nullif(sum(l.amount), 0) * ${sql.lit(HUNDREDTHS)}
    from ${sql.table(lines)} l where l.contractId = ${sql.ref(document)} and l.quantity > 0)`

/** Per cent (scaled) of a total in minor units, from none to all of it; null of a total of nothing. */
export const shareOfTotal = (part: RawBuilder<unknown>, total: string): RawBuilder<number | null> =>
  sql<number | null>`max(0, min(${part}, ${sql.ref(total)})) * ${sql.lit(WHOLE)} / nullif(${sql.ref(total)}, 0) * ${sql.lit(HUNDREDTHS)}`
