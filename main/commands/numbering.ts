// Document numbers (编号规则): one series a kind of document, counted by year of the document; a number once given is never given again.
import type { Sql } from '../../db/open.ts'
import { records, type With } from '../../preload/contract/records.ts'

type Rule = { prefix: string; yearly: boolean }
type NameOf<D> = D extends { series: { name: infer N extends string } } ? N : D extends { kind: infer K extends string } ? K : never
/** Every series, by its record's kind or, where that has one, by a name of its own. */
export type Series = NameOf<With<'series'>>
const series = new Map<string, Rule>(records.flatMap(({ kind, series: rule }) => (rule ? [[rule.name ?? kind, rule]] : [])))
const DIGITS = 4

/** The next number, e.g. SC2026-0042. Runs inside the command's transaction, so a refused command takes no number. */
export const nextNumber = (sql: Sql, name: Series, date: string): string => {
  const rule = series.get(name)!
  const period = rule.yearly ? date.slice(0, 4) : ''
  const { last } = sql
    .prepare('INSERT INTO number_series(series, period, last) VALUES (?,?,1) ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last')
    .get(name, period) as { last: number }
  return `${rule.prefix}${period}${period ? '-' : ''}${String(last).padStart(DIGITS, '0')}`
}
