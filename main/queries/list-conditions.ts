// A list's filters as SQL conditions: each column kind compares in its own exact form.
import { sql, type RawBuilder } from 'kysely'
import type { Column, Filter } from '../../preload/contract/define/index.ts'
import { refuse } from '../../preload/contract/refusals.ts'
import { FINEST_PLACES, minorUnits, oddMinorUnits } from '../../preload/contract/vocabulary/currency.ts'
import { addDays, dateSchema, dayStart } from '../../preload/contract/vocabulary/dates.ts'
import { Decimal, PLACES, type DecimalKind } from '../../preload/contract/vocabulary/decimal.ts'
import type { Expression, ListSource, QueryContext } from './define-query.ts'
import { contains, isCode, isSameText, isText, starts, textsOf } from './list-texts.ts'

/** In brackets: `a is not null` beside another operator would be read as something else. */
export const asSql = (e: Expression): RawBuilder<unknown> => (typeof e === 'string' ? sql`${sql.ref(e)}` : sql`(${e})`)
export const fieldOf = (source: ListSource, name: string): RawBuilder<unknown> => {
  const e = source.fields[name]
  if (e === undefined) throw new Error(`the list has no source for column ${name}`)
  return asSql(e)
}
export const isDecimal = (kind: string): kind is DecimalKind => kind in PLACES

/** Minor units × this = the finest units there are, so that one typed number compares with yen, dollars and dinars alike. */
const finer = (places: number): number => 10 ** (FINEST_PLACES - places)
const currenciesBy = new Map<number, string[]>()
for (const [code, places] of oddMinorUnits) currenciesBy.set(places, [...(currenciesBy.get(places) ?? []), code])

const comparableMoney = (source: ListSource, name: string, column: Column, q: QueryContext): RawBuilder<unknown> => {
  const minor = fieldOf(source, name)
  if (column.currency === 'base') return sql`(${minor}) * ${sql.lit(finer(minorUnits(q.company.baseCurrency)))}`
  const currency = fieldOf(source, column.currency!)
  const odd = [...currenciesBy].map(
    ([places, codes]) => sql`when ${currency} in (${sql.join(codes.map((c) => sql.lit(c)))}) then ${sql.lit(finer(places))}`,
  )
  return sql`(${minor}) * (case ${sql.join(odd, sql` `)} else ${sql.lit(finer(2))} end)`
}

const wrong = (field: string, rule: string) => refuse('invalid-input', { issues: [{ path: `filters.${field}`, rule }] })

/** A typed value in the form its column is kept in. Numbers stay exact and are not rounded: "less than 0.005" is not "less than 0.01". */
const operand = (column: Column, text: string, field: string): string | number => {
  if (column.kind === 'money' || isDecimal(column.kind)) {
    if (!/^-?\d{1,15}(\.\d{1,10})?$/.test(text)) return wrong(field, 'decimal')
    return new Decimal(text).times(10 ** (column.kind === 'money' ? FINEST_PLACES : PLACES[column.kind])).toNumber()
  }
  if (column.kind === 'integer') return /^-?\d{1,15}$/.test(text) ? Number(text) : wrong(field, 'integer')
  if (column.kind === 'boolean') return text === 'true' ? 1 : text === 'false' ? 0 : wrong(field, 'choice')
  if (column.kind === 'date') return dateSchema.safeParse(text).success ? text : wrong(field, 'date')
  return text
}

type Comparison = { field: RawBuilder<unknown>; values: (string | number)[] }
type Compared = Exclude<Filter['op'], 'contains' | 'starts'>
const compared = (op: Compared, { field, values }: Comparison): RawBuilder<boolean> => {
  const [first, second] = values
  switch (op) {
    case 'is':
      return sql<boolean>`${field} = ${first}`
    case 'is-not':
      return sql<boolean>`(${field} <> ${first} or ${field} is null)`
    case 'in':
      return sql<boolean>`${field} in (${sql.join(values)})`
    case 'less':
      return sql<boolean>`${field} < ${first}`
    case 'less-or-equal':
      return sql<boolean>`${field} <= ${first}`
    case 'greater':
      return sql<boolean>`${field} > ${first}`
    case 'greater-or-equal':
      return sql<boolean>`${field} >= ${first}`
    case 'between':
      return sql<boolean>`${field} between ${first} and ${second}`
    case 'empty':
      return sql<boolean>`(${field} is null or ${field} = '')`
    case 'not-empty':
      return sql<boolean>`(${field} is not null and ${field} <> '')`
  }
}

/** A day typed against an instant means the whole day in the company's time zone: instants are kept in UTC. */
const comparedDays = (op: Filter['op'], field: RawBuilder<unknown>, days: string[], timeZone: string): RawBuilder<boolean> => {
  const begins = (day: string) => dayStart(timeZone, day)
  const ends = (day: string) => dayStart(timeZone, addDays(day, 1))
  const during = (from: string, to: string) => sql<boolean>`(${field} >= ${begins(from)} and ${field} < ${ends(to)})`
  const [first = '', second = ''] = days
  switch (op) {
    case 'is':
      return during(first, first)
    case 'is-not':
      return sql<boolean>`(${field} is null or not ${during(first, first)})`
    case 'in':
      return sql<boolean>`(${sql.join(
        days.map((d) => during(d, d)),
        sql` or `,
      )})`
    case 'between':
      return during(first, second)
    case 'less':
      return sql<boolean>`${field} < ${begins(first)}`
    case 'less-or-equal':
      return sql<boolean>`${field} < ${ends(first)}`
    case 'greater':
      return sql<boolean>`${field} >= ${ends(first)}`
    default:
      return sql<boolean>`${field} >= ${begins(first)}`
  }
}

const asFolded = (field: RawBuilder<unknown>) => ({ field, fold: sql`text_fold('words', ${field})` })

/** Texts compare as people read them (SPEC Q1 to Q3): by their letters and figures where they are searched, by their order where they are compared. */
const comparedTexts = (source: ListSource, column: Column, op: Filter['op'], name: string, given: string[]): RawBuilder<boolean> => {
  const expression = source.fields[name]
  if (expression === undefined) throw new Error(`the list has no source for column ${name}`)
  const texts = textsOf(source, expression)
  const same = (text: string) => {
    if (texts.isCode) return sql<boolean>`${texts.key} = ${texts.keyOf(text)}`
    return column.kind === 'code' && !texts.isFolded ? isCode(texts.field, text) : isSameText(texts, text)
  }
  const [first = ''] = given
  switch (op) {
    case 'contains':
      return contains(texts, first)
    case 'starts':
      return starts(texts, first)
    case 'is':
      return same(first)
    case 'is-not':
      return sql<boolean>`(${texts.field} is null or not ${same(first)})`
    case 'in':
      return sql<boolean>`(${sql.join(given.map(same), sql` or `)})`
    default:
      return compared(op, { field: texts.key, values: given.map(texts.keyOf) })
  }
}

/** One filter as a condition. Refuses `invalid-input` for a value or comparison that does not fit the column. */
export const condition = (source: ListSource, f: Filter, column: Column, q: QueryContext): RawBuilder<boolean> => {
  const field = column.kind === 'money' ? comparableMoney(source, f.field, column, q) : fieldOf(source, f.field)
  if (f.op === 'empty' || f.op === 'not-empty') return compared(f.op, { field, values: [] })
  const given = Array.isArray(f.value) ? f.value : f.value === undefined ? [] : [f.value]
  if (given.length < (f.op === 'between' ? 2 : 1)) return wrong(f.field, 'required')
  if (isText(column)) return comparedTexts(source, column, f.op, f.field, given)
  if (f.op === 'contains' || f.op === 'starts') {
    if (column.kind !== 'enum') return wrong(f.field, 'operator')
    return f.op === 'contains' ? contains(asFolded(field), String(given[0])) : starts(asFolded(field), String(given[0]))
  }
  if (column.kind === 'datetime' && given.every((v) => dateSchema.safeParse(v).success))
    return comparedDays(f.op, field, given, q.company.timeZone)
  return compared(f.op, { field, values: given.map((v) => operand(column, v, f.field)) })
}
