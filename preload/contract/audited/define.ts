// How a table of the record is told in the audit trail: whose right it needs, what its rows are called, and what each column holds.
import type { OwnedResource, Permission } from '../access.ts'
import { column, type Column } from '../define/index.ts'

/**
 * A column as it is told. Money says its currency by a sibling column; '^currency' is that of the record it belongs to, '^^' of the one above that, and
 * '@<column>' that of the row which the column names.
 */
export type AuditedColumn = Column & {
  /** Holds the id of a row of this table ('the record above': of the one it belongs to): told by that row's name. */
  names?: string
  /** Text that is a structure, and how it is told; `changed` says only that it was. */
  form?: 'payment-term' | 'permissions' | 'scopes' | 'settings' | 'words' | 'changed'
}

export type AuditedTable = {
  /** Its own name: `record.<record>`. Default: the table's name with dashes. */
  record?: string
  /** The rights it needs beside the one to read the trail; left out, those of the record it belongs to, or none. */
  view?: Permission | readonly Permission[]
  /** Its rows have an owner and a department of their own, in the scope of this resource. */
  owned?: OwnedResource
  /** The record it belongs to: its scope, its right where it names none, and its currency. `each` by the row's own kind. */
  of?: { column: string; table: string } | { column: string; by: string; each: Record<string, string> }
  /** Summed up below the record it belongs to instead of standing by itself. */
  line?: true
  /** Columns that name a row, the first that says something. English names come first where somebody reads English. */
  title: readonly string[]
  titleEn?: readonly string[]
  /** The page that shows it, and the column with the id it opens where that is not its own. */
  route?: string
  columns: Record<string, AuditedColumn>
  /** What a row of another kind has otherwise, by its column `kind`. */
  kinds?: Record<string, Omit<Partial<AuditedTable>, 'columns'>>
  /** Only rows with these keys are told; the others stay within the office. */
  only?: readonly string[]
}

type More = Omit<AuditedColumn, 'kind'>
/** An id, told by the name of the row it means. */
export const named = (table: string, more: More = {}): AuditedColumn => ({ kind: 'text', names: table, ...more })
export const formed = (form: NonNullable<AuditedColumn['form']>, more: More = {}): AuditedColumn => ({ kind: 'text', form, ...more })
/** One of the words of a group, e.g. a state. */
export const word = (group: string): AuditedColumn => column.enum(group, [])
