// How a list compares texts: by the keys kept beside a column (db/folded-texts.ts), or by the same keys made of an expression where none are kept.
import { sql, type RawBuilder } from 'kysely'
import { keyOf, type FoldedKind } from '../../db/folded-keys.ts'
import { isSorted, foldedTexts } from '../../db/folded-texts.ts'
import type { TableName } from '../../db/schema/tables.ts'
import type { Column } from '../../preload/contract/define/index.ts'
import { plainText, withoutInvisible } from '../../preload/contract/vocabulary/fold.ts'
import type { Language } from '../../preload/contract/names/define.ts'
import type { AnySelect, Expression, ListSource } from './define-query.ts'
import { nameIn, secondNameOf, type NamedTable } from '../../db/names-in-language.ts'

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
  isFolded: boolean
  isCode: boolean
  keyOf(text: string): string
}
/** Names that stand for two columns: which of them is read first. */
const spokenNames = new WeakMap<object, { alias: string; first: string; second: string }>()

const columnOf = ({ from }: Pick<ListSource, 'from'>, expression: Expression) => {
  const [, alias = '', name = ''] = (typeof expression === 'string' ? /^(\w+)\.(\w+)$/.exec(expression) : null) ?? []
  return { alias, name, table: alias === '' ? undefined : tablesOf(from).get(alias) }
}

/** The same list with its names in the viewer's language (Q32). */
export const inLanguage = (source: ListSource, language: Language): ListSource => {
  const spoken = (expression: Expression): Expression => {
    const { alias, name, table } = columnOf(source, expression)
    const second = name === 'name' ? secondNameOf(table) : undefined
    if (second?.language !== language) return expression
    const shown = nameIn(language, table as NamedTable, alias)
    spokenNames.set(shown, { alias, first: second.column, second: 'name' })
    return shown
  }
  return { ...source, fields: Object.fromEntries(Object.entries(source.fields).map(([field, e]) => [field, spoken(e)])) }
}

const keptKind = (table: string | undefined, column: string): FoldedKind | undefined => foldedTexts[table as TableName]?.[column]
/** A name is found by both its languages, whichever is read; ordered as the one that is read. */
const textsOfName = (source: Pick<ListSource, 'from'>, expression: Expression): Texts | undefined => {
  const { alias, name, table } = columnOf(source, expression)
  const second = name === 'name' ? secondNameOf(table) : undefined
  const spoken = typeof expression === 'string' ? undefined : spokenNames.get(expression)
  const read = spoken ?? (second && { alias, first: 'name', second: second.column })
  if (!read) return undefined
  const of = tablesOf(source.from).get(read.alias)
  const kinds = [keptKind(of, read.first), keptKind(of, read.second)]
  const column = (one: string) => sql.ref(`${read.alias}.${one}`)
  const fold = (one: string) => (keptKind(of, one) === undefined ? sql`text_fold('words', ${column(one)})` : column(`${one}Fold`))
  const both = sql`(${fold(read.first)} || ${fold(read.second)})`
  const isFolded = kinds.every((kind) => kind === 'name' || kind === 'person')
  // A code's key is another than a name's: names of which one is unique are ordered by keys made of what is shown.
  if (!isFolded && !spoken) return undefined
  const shown = sql`(${expression})`
  const key = sql`case when ${column(read.first)} <> '' then ${column(`${read.first}Key`)} else ${column(`${read.second}Key`)} end`
  const field = typeof expression === 'string' ? column(read.first) : shown
  const order = !spoken ? column('nameKey') : isFolded ? key : sql`text_key('name', ${shown})`
  return { key: order, fold: both, field, isFolded, isCode: false, keyOf: (text) => keyOf(spoken ? 'name' : kinds[0]!, text) }
}

/** A text's key to sort by and its fold to search in. `isKept`: they stand in the table and are not made for every row. `keyOf`: what the key is compared with. */
export const textsOf = (source: Pick<ListSource, 'from'>, expression: Expression): Texts => {
  const named = textsOfName(source, expression)
  if (named) return named
  const { name, table } = columnOf(source, expression)
  const kind = keptKind(table, name)
  const field = typeof expression === 'string' ? sql.ref(expression) : sql`(${expression})`
  const compared = (by: FoldedKind) => ({ field, keyOf: (text: string) => keyOf(by, text), isCode: by === 'code' || by === 'account' })
  const key = sql`text_key('name', ${field})`
  if (kind === undefined) return { key, fold: sql`text_fold('words', ${field})`, isFolded: false, ...compared('name') }
  const fold = sql.ref(`${expression as string}Fold`)
  if (!isSorted(kind)) return { key, fold, isFolded: true, ...compared('name') }
  return { key: sql.ref(`${expression as string}Key`), fold, isFolded: true, ...compared(kind) }
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
