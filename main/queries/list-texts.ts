// How a list compares texts: by the keys kept beside a column (db/kept-texts.ts), or by the same keys made of an expression where none are kept.
import { sql, type RawBuilder } from 'kysely'
import { keyOf, type KeptKind } from '../../db/kept-keys.ts'
import { isSorted, keptTexts } from '../../db/kept-texts.ts'
import type { TableName } from '../../db/schema/tables.ts'
import type { Column } from '../../preload/contract/define.ts'
import { plainText, withoutInvisible } from '../../preload/contract/vocabulary/fold.ts'
import type { AnySelect, Expression, ListSource } from './define-query.ts'

/** Only texts that people read are compared like people read them; values of an enum are kept words. */
export const isText = ({ kind }: Column): boolean => kind === 'text' || kind === 'code'

type Node = {
  kind: string
  node?: Node
  alias?: Node
  name?: string
  table?: { identifier: { name: string } }
  identifier?: { name: string }
  froms?: Node[]
  from?: { froms: Node[] }
  joins?: { table: Node }[]
}
const aliases = new WeakMap<object, ReadonlyMap<string, string>>()
/** The table behind each alias of a query ('p' → party). Derived tables have none. */
const tablesOf = (query: AnySelect): ReadonlyMap<string, string> => {
  const known = aliases.get(query)
  if (known) return known
  const root = query.toOperationNode() as unknown as Node
  const places = [...(root.from?.froms ?? []), ...(root.joins ?? []).map((j) => j.table)]
  const made = new Map(
    places.flatMap((place): [string, string][] => {
      const aliased = place.kind === 'AliasNode' ? place : undefined
      const table = (aliased?.node ?? place).table?.identifier.name
      if (table === undefined) return []
      const alias = aliased?.alias as unknown as { name?: string } | undefined
      return [[alias?.name ?? table, table]]
    }),
  )
  aliases.set(query, made)
  return made
}

type Texts = {
  key: RawBuilder<unknown>
  fold: RawBuilder<unknown>
  field: RawBuilder<unknown>
  isKept: boolean
  isCode: boolean
  keyOf(text: string): string
}
/** A text's key to sort by and its fold to search in. `isKept`: they stand in the table and are not made for every row. `keyOf`: what the key is compared with. */
export const textsOf = ({ from }: Pick<ListSource, 'from'>, expression: Expression): Texts => {
  const [, alias, name] = (typeof expression === 'string' ? /^(\w+)\.(\w+)$/.exec(expression) : null) ?? []
  const table = alias === undefined ? undefined : tablesOf(from).get(alias)
  const kind = keptTexts[table as TableName]?.[name ?? '']
  const field = typeof expression === 'string' ? sql.ref(expression) : sql`(${expression})`
  const compared = (by: KeptKind) => ({ field, keyOf: (text: string) => keyOf(by, text), isCode: by === 'code' || by === 'account' })
  const key = sql`text_key('name', ${field})`
  if (kind === undefined) return { key, fold: sql`text_fold('words', ${field})`, isKept: false, ...compared('name') }
  const fold = sql.ref(`${expression as string}Fold`)
  if (!isSorted(kind)) return { key, fold, isKept: true, ...compared('name') }
  return { key: sql.ref(`${expression as string}Key`), fold, isKept: true, ...compared(kind) }
}

const likePattern = (text: string) => text.replaceAll(/[\\%_]/g, (c) => `\\${c}`)
/** For a text without letters and figures ("%"): what stands there, sign by sign. */
const asTyped = (field: RawBuilder<unknown>, before: string, text: string, after: string) =>
  sql<boolean>`${field} like ${`${before}${likePattern(text)}${after}`} escape '\\'`

type Place = Pick<Texts, 'fold' | 'field'>
/** The text holds these letters and figures, itself or in its pinyin. A fold stands between blanks, and so does each of its spellings. */
export const contains = ({ fold, field }: Place, text: string) => {
  const plain = plainText(text)
  return plain === '' ? asTyped(field, '%', text, '%') : sql<boolean>`instr(${fold}, ${plain}) > 0`
}
export const starts = ({ fold, field }: Place, text: string) => {
  const plain = plainText(text)
  return plain === '' ? asTyped(field, '', text, '%') : sql<boolean>`instr(${fold}, ${` ${plain}`}) > 0`
}
export const isSameText = ({ fold, field }: Place, text: string) => {
  const plain = plainText(text)
  return plain === '' ? sql<boolean>`${field} = ${text}` : sql<boolean>`instr(${fold}, ${` ${plain} `}) > 0`
}
/** A code without kept keys (a currency, an account): as it is kept, whatever its case and width were when it was typed, so that an index still serves. */
export const isCode = (field: RawBuilder<unknown>, text: string) => {
  const code = withoutInvisible(text.normalize('NFKC'))
  return sql<boolean>`${field} in (${sql.join([...new Set([code, code.toUpperCase(), code.toLowerCase()])])})`
}
