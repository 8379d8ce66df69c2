// The order of a list and its paging by key: where a page begins is told by the last row of the page before, so page 600 costs what page 1 does.
import { sql, type RawBuilder } from 'kysely'
import type { ListSpec, Sort } from '../../preload/contract/define/index.ts'
import { refuse } from '../../preload/contract/refusals.ts'
import type { ListSource } from './define-query.ts'
import type { Visible } from './list-cells.ts'
import { asSql, fieldOf } from './list-conditions.ts'
import { isText, textsOf } from './list-texts.ts'

/** `name`: the raw field of a row that holds the key; `copied`: selected for the cursor alone, because the row shows something else. */
export type Key = { name: string; field: RawBuilder<unknown>; descending: boolean; copied: boolean }

export const keysOf = (spec: ListSpec, source: ListSource, sort: readonly Sort[] | undefined, visible: Visible): Key[] => {
  const wanted = sort && sort.length > 0 ? sort : spec.sort.filter((s) => visible.some(([n]) => n === s.field))
  const keys = wanted.map((s) => {
    const column = visible.find(([name]) => name === s.field)?.[1]
    if (!column || column.fixed) return refuse('unknown-field', { field: s.field })
    // Q4: texts stand in the order of a telephone book, by the keys kept beside them.
    const field = isText(column) ? textsOf(source, source.fields[s.field] ?? '').key : fieldOf(source, s.field)
    const copied = isText(column) || source.computed?.[s.field] !== undefined
    return { name: copied ? `key$${s.field}` : s.field, field, descending: s.descending, copied }
  })
  const last = source.chosen === undefined ? { name: 'id$', field: asSql(source.id) } : { name: 'chosen$', field: asSql(source.chosen.by) }
  return [...keys, { ...last, descending: wanted[0]?.descending ?? false, copied: false }]
}

export type KeyValue = string | number | null
/** Stands in a statement for a value of the cursor, so that one statement serves every page of a list. */
export class CursorSlot {
  readonly at: number
  constructor(at: number) {
    this.at = at
  }
}
/** Whether a cursor's values are null: what the shape of a statement depends on. */
export const shapeOf = (cursor: readonly KeyValue[] | undefined): string =>
  cursor === undefined ? '' : cursor.map((v) => (v === null ? '0' : '1')).join('')

/**
 * Rows after the cursor, in one or two parts that follow each other. SQLite orders nulls first, so a null is smaller than everything: descending, rows
 * without a first key come last, and a condition that names them beside the others would keep the index from starting where the page does.
 */
export const after = (keys: readonly Key[], cursor: readonly KeyValue[]): RawBuilder<boolean>[] => {
  const slots = cursor.map((v, at) => (v === null ? null : new CursorSlot(at)))
  const branches = keys.map((key, i) => {
    const equal = keys
      .slice(0, i)
      .map((k, j) => (slots[j] === null ? sql<boolean>`${k.field} is null` : sql<boolean>`${k.field} = ${slots[j]}`))
    const value = slots[i]
    const beyond = key.descending
      ? value === null
        ? sql<boolean>`0`
        : i === 0
          ? sql<boolean>`${key.field} < ${value}`
          : sql<boolean>`(${key.field} < ${value} or ${key.field} is null)`
      : value === null
        ? sql<boolean>`${key.field} is not null`
        : sql<boolean>`${key.field} > ${value}`
    return sql<boolean>`(${sql.join([...equal, beyond], sql` and `)})`
  })
  const head = keys[0]!
  const from = slots[0]
  const rest = sql.join(branches, sql` or `)
  if (from === null) return [sql<boolean>`(${rest})`]
  // The plain bound on the first key lets the index start where the page does.
  const bound = head.descending ? sql<boolean>`${head.field} <= ${from}` : sql<boolean>`${head.field} >= ${from}`
  const first = sql<boolean>`(${bound} and (${rest}))`
  return head.descending && keys.length > 1 ? [first, sql<boolean>`${head.field} is null`] : [first]
}

export const readCursor = (text: string, size: number): KeyValue[] => {
  try {
    const values = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown
    if (
      Array.isArray(values) &&
      values.length === size &&
      values.every((v) => v === null || typeof v === 'string' || typeof v === 'number')
    )
      return values
  } catch {
    // falls through to the refusal: a cursor is only ever ours
  }
  return refuse('invalid-input', { issues: [{ path: 'cursor', rule: 'cursor' }] })
}
export const writeCursor = (values: readonly KeyValue[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')
