// Finds where a source reads or writes a table: Kysely's builder, the rows of a command's transaction, SQL in a text, and tables named as data.
import type { Source } from './sources.ts'
import { lineOf } from './sources.ts'

/** A place in a source that names a table in SQL. */
export type TableUse = { table: string; line: number }

type Node = { type: string; start: number; [key: string]: unknown }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

/** Methods whose first argument is a table, or a list of tables: of Kysely's builders, of its `sql`, and of a command's transaction. */
const methods = new Set([
  ...['selectFrom', 'innerJoin', 'leftJoin', 'rightJoin', 'fullJoin', 'crossJoin', 'innerJoinLateral', 'leftJoinLateral'],
  ...['insertInto', 'replaceInto', 'updateTable', 'deleteFrom', 'mergeInto', 'from', 'using', 'table'],
  ...['row', 'put', 'patch', 'remove'],
])

/** Tables after FROM, JOIN, INTO and UPDATE, also a list of them: `FROM deal d, party AS p`. */
const named = /\b(?:from|join|into|update(?:\s+or\s+\w+)?)\s+((?:"?\w+"?(?:\s+(?:as\s+)?"?\w+"?)?\s*,\s*)*"?\w+"?)/gi

const textOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : undefined

/** `'deal as d'` → `deal`. */
const tableIn = (text: string): string => text.trim().split(/\s/)[0] ?? ''

function* children(node: Node): Generator<Node> {
  for (const value of Object.values(node)) {
    if (isNode(value)) yield value
    else if (Array.isArray(value)) for (const one of value) if (isNode(one)) yield one
  }
}

/** Tables that a call names: `db.selectFrom('deal as d')`, `db.selectFrom(['deal', 'party'])`, `ctx.tx.row('deal', id)`. */
function inCall(node: Node): [text: string, at: number][] {
  const callee = node['callee']
  if (!isNode(callee) || callee.type !== 'MemberExpression' || !isNode(callee['property'])) return []
  if (!methods.has(String(callee['property']['name']))) return []
  const [first] = node['arguments'] as unknown[]
  const given = isNode(first) && first.type === 'ArrayExpression' ? (first['elements'] as unknown[]) : [first]
  return given.flatMap((one) => {
    const text = textOf(one)
    return text === undefined ? [] : [[tableIn(text), (one as Node).start] as [string, number]]
  })
}

/** Tables in a text that may be SQL. */
const inText = (text: string, start: number): [text: string, at: number][] =>
  [...text.matchAll(named)].flatMap((match) =>
    (match[1] ?? '').split(',').map((one): [string, number] => [tableIn(one.replaceAll('"', ' ')), start + match.index]),
  )

/** A table named as data, from which other code makes SQL: `{ table: 'deal' }`. */
function asData(node: Node): [text: string, at: number][] {
  const { key, value } = node as { key?: unknown; value?: unknown }
  const text = textOf(value)
  return isNode(key) && key['name'] === 'table' && text !== undefined ? [[text, node.start]] : []
}

function inNode(node: Node): [text: string, at: number][] {
  if (node.type === 'CallExpression') return inCall(node)
  if (node.type === 'Property') return asData(node)
  if (node.type === 'TemplateElement') return inText((node['value'] as { raw: string }).raw, node.start)
  const text = textOf(node)
  return text === undefined ? [] : inText(text, node.start)
}

/** Every place of a source that names a known table, once a line and table. */
export function tableUses({ program, code }: Source, isTable: (name: string) => boolean): TableUse[] {
  const uses = new Map<string, TableUse>()
  const walk = (node: Node): void => {
    for (const [table, at] of inNode(node)) {
      if (!isTable(table)) continue
      const line = lineOf(code, at)
      uses.set(`${table}:${line}`, { table, line })
    }
    for (const child of children(node)) walk(child)
  }
  if (isNode(program)) walk(program)
  return [...uses.values()]
}
