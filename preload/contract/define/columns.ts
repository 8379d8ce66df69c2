// What a column holds, of a list as of a record, and the usual ones by a word each, so that a declaration reads as a table of contents.

/**
 * What a column holds. Cells travel as: text/code/enum string; integer number; boolean; date 'YYYY-MM-DD'; datetime ISO;
 * quantity/price/percent/rate/measure decimal text; money { minor, currency }.
 */
export type ColumnKind =
  | 'text'
  | 'code'
  | 'enum'
  | 'integer'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'quantity'
  | 'price'
  | 'percent'
  | 'rate'
  | 'measure'
  | 'money'

/** `Secret`: what may be said of who sees the column. Records know figures alone; lists also name a right. */
export type ColumnOf<Secret extends string> = {
  kind: ColumnKind
  /** Name group of an enum's values in names/: title of value v is `${values}.${v}`. */
  values?: { group: string; all: readonly string[] }
  /** Values that stand for something with a name (a command, a list), by its name groups: shown by that name, or as they are where there is none. */
  named?: readonly string[]
  /** money: the sibling column that holds the currency, or 'base' for the company's. */
  currency?: string
  /** The cell opens this route with the id in the sibling field (`field` is returned in the row though it is no column). */
  opens?: { route: string; id: string }
  /** Absent (not hidden) for who may not see it: in rows, sort, filters, totals, exports. */
  secret?: Secret
  /** Summed over all rows that match, per currency. */
  total?: boolean
  /** Not shown until the user chooses it. */
  hidden?: boolean
  /** Not sortable / filterable (computed cells). */
  fixed?: boolean
  width?: number
}

/** Makers of columns, one a kind. */
export const columnsOf = <Secret extends string>() => {
  type Made = ColumnOf<Secret>
  type Extra = Omit<Made, 'kind'>
  const of =
    (kind: ColumnKind) =>
    (extra: Extra = {}): Made => ({ kind, ...extra })
  return {
    text: of('text'),
    code: of('code'),
    integer: of('integer'),
    boolean: of('boolean'),
    date: of('date'),
    datetime: of('datetime'),
    quantity: of('quantity'),
    price: of('price'),
    percent: of('percent'),
    rate: of('rate'),
    measure: of('measure'),
    money: (currency: string, extra: Extra = {}): Made => ({ kind: 'money', currency, ...extra }),
    /** An amount in the company's base currency. */
    base: (extra: Extra = {}): Made => ({ kind: 'money', currency: 'base', ...extra }),
    enum: (group: string, all: readonly string[], extra: Extra = {}): Made => ({ kind: 'enum', values: { group, all }, ...extra }),
  }
}
