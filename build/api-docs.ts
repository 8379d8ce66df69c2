// Writes the hub's API as a page for people, from the same tables that run it.
import { rightsFor } from '../preload/contract/figures.ts'
import { commands } from '../preload/contract/commands.ts'
import {
  FILTER_OPERATORS,
  PAGE_LIMIT,
  type Column,
  type CommandSpec,
  type ListSpec,
  type QuerySpec,
  isForPeople,
} from '../preload/contract/define/index.ts'
import { nameOf } from '../preload/contract/names/index.ts'
import { queries } from '../preload/contract/queries.ts'
import { refusalSchemas, type RefusalCode } from '../preload/contract/refusals.ts'
import { openApi } from '../main/server/openapi.ts'
import { refusalStatus } from '../main/server/statuses.ts'
import { z } from 'zod'

type Schema = {
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  type?: string
  format?: string
  required?: string[]
  properties?: Record<string, Schema>
  additionalProperties?: boolean | Schema
  items?: Schema
}
const jsonSchema = (schema: z.ZodType, io: 'input' | 'output') => z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema

/** A JSON schema in one line, as one would say it: `{ id: uuid, lines: [{ … }], remark?: text }`. */
function shape(schema: Schema | undefined): string {
  if (schema === undefined || Object.keys(schema).length === 0) return 'any'
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum)
    return schema.enum.length > 12 ? `one of ${schema.enum.length} values` : schema.enum.map((v) => JSON.stringify(v)).join(' | ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return [...new Set(choices.map(shape))].join(' | ')
  if (schema.allOf) return schema.allOf.map(shape).join(' & ')
  switch (schema.type) {
    case 'object': {
      const required = new Set(schema.required ?? [])
      const known = Object.entries(schema.properties ?? {}).map(([key, value]) => `${key}${required.has(key) ? '' : '?'}: ${shape(value)}`)
      const rest =
        schema.additionalProperties && typeof schema.additionalProperties === 'object'
          ? [`[key]: ${shape(schema.additionalProperties)}`]
          : []
      return known.length + rest.length === 0 ? '{}' : `{ ${[...known, ...rest].join(', ')} }`
    }
    case 'array':
      return `[${shape(schema.items)}]`
    case 'string':
      return schema.format === 'uuid' ? 'uuid' : schema.format === 'date' ? 'date' : 'text'
    case 'integer':
    case 'number':
      return schema.type
    default:
      return String(schema.type)
  }
}

const both = (key: string) => `${nameOf(key, 'zh')} · ${nameOf(key, 'en')}`
const code = (text: string) => `\`${text}\``

const commandText = ([name, spec]: [string, CommandSpec]) => `### ${name}

${both(`command.${name}`)} — class ${spec.class}, on a desk ${spec.desk}, permission ${code(spec.permission)}

- input ${code(shape(jsonSchema(spec.input, 'input')))}
- outcome ${code(shape(jsonSchema(spec.outcome, 'output')))}
`

const columnText = (list: string, [name, c]: [string, Column]) => {
  const kind = c.kind === 'money' ? `money in ${c.currency === 'base' ? 'the base currency' : code(c.currency ?? '')}` : c.kind
  const marks = [
    c.total && 'summed',
    c.fixed && 'neither sorted nor filtered',
    c.secret && `only with ${rightsFor(c.secret).map(code).join(' or ')}`,
  ].filter(Boolean)
  return `| ${code(name)} | ${both(`field.${list}.${name}`)} | ${kind}${marks.length > 0 ? ` (${marks.join('; ')})` : ''} |`
}
const listText = ([name, spec]: [string, ListSpec]) => `### ${name}

${both(`list.${name}`)} — permission ${code(spec.permission)}, export ${code(spec.export)}${spec.scope === 'company' ? '' : `, rows of the caller's scope on ${code(spec.scope)}`}

- params ${code(shape(jsonSchema(spec.params, 'input')))}

| column | name | holds |
| --- | --- | --- |
${Object.entries(spec.columns)
  .map((column) => columnText(name, column))
  .join('\n')}
`
const queryText = ([name, spec]: [string, QuerySpec]) => `### ${name}

${both(`query.${name}`)} — permission ${code(spec.permission)}

- input ${code(shape(jsonSchema(spec.input, 'input')))}
- value ${code(shape(jsonSchema(spec.output, 'output')))}
`

/** The names of all properties that a schema has, however deep. */
const propertiesOf = (schema: Schema): string[] => {
  const within = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? []), ...(schema.items ? [schema.items] : [])]
  const rest = typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : []
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => [name, ...propertiesOf(inner)])
  return [...own, ...[...within, ...rest].flatMap(propertiesOf)]
}
/** Every parameter of every command, query and list, by its name. */
export const parameterNames = (): string[] => {
  const inputs = [...Object.values<{ input: z.ZodType }>(commands), ...Object.values<{ input: z.ZodType }>(queries)]
  return [...new Set(inputs.flatMap(({ input }) => propertiesOf(jsonSchema(input, 'input'))))].toSorted()
}
const parameterText = (name: string): string => `| ${code(name)} | ${both(`field.${name}`)} |`

/** The page as Markdown. */
export function apiPage(): string {
  const known = Object.entries(queries) as [string, ListSpec | QuerySpec][]
  const paths = Object.entries(openApi('').paths as Record<string, Record<string, { description: string }>>).filter(
    ([path]) => !/^\/api\/(command|query|export)\//.test(path),
  )
  const fixed = paths.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, o]) => `| ${code(`${method.toUpperCase()} ${path}`)} | ${o.description} |`),
  )
  const refusals = Object.entries(refusalSchemas()).map(
    ([name, schema]) => `| ${code(name)} | ${refusalStatus(name as RefusalCode)} | ${code(shape(jsonSchema(schema, 'output')))} |`,
  )
  return `# The API of the hub

Written by \`npm run docs\` from the tables that run the hub; do not edit. The same as JSON: \`GET /api/openapi.json\`.

The hub listens on the loopback interface (\`npm start -- --serve\`, port 5180 unless \`--port\` says otherwise). Requests and answers are JSON in UTF-8.

\`\`\`sh
curl -s http://127.0.0.1:5180/api/login -H 'content-type: application/json' -d '{"user":"boss","password":"…"}'
# {"ok":true,"value":{"token":"…","userId":"…","name":"…","endsAt":"…"}}
curl -s http://127.0.0.1:5180/api/query/customers -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' -d '{"params":{},"limit":20}'
\`\`\`

## Paths

| request | what it does |
| --- | --- |
${fixed.join('\n')}
| ${code('POST /api/command/<name>')} | \`{ id, input }\` → the outcome. \`id\` is a new uuid v7 for every intent; sent again with the same input it does nothing twice and gives the first outcome. |
| ${code('POST /api/query/<name>')} | the input itself → the value. |
| ${code('GET /api/export/<list>')} | all rows that match as an Excel workbook; \`?q=\` base64url JSON \`{ input, columns?, language? }\`, \`?language=zh\` or \`en\`. The header \`x-row-count\` has their number. |
| ${code('GET /api/live')} | WebSocket; the first message is the token. Notices \`{ "kind": "changed", "tables": […] }\` say what to ask again; they carry no data. Closed with 4401 when the session ends. |

## Answers

\`{ "ok": true, "value": … }\`, or a refusal \`{ "ok": false, "refused": code, "data": … }\` (expected; nothing was written), or a fault
\`{ "ok": false, "fault": id }\` (500; a defect, logged at the hub under that id). Amounts of money are \`{ minor, currency }\` in minor units; where a
document has one currency, input amounts are plain minor units. Quantities, prices and rates are decimal text; days are \`YYYY-MM-DD\`.

| refusal | status | data |
| --- | --- | --- |
${refusals.join('\n')}

## Lists

Every list takes \`{ search?, filters?, sort?, limit?, cursor?, offset?, totals?, params }\` and gives \`{ rows, columns, count?, totals?, nextCursor?, header? }\`.

- \`filters\`: \`[{ field, op, value }]\`; \`op\` is ${FILTER_OPERATORS.map(code).join(', ')}. \`value\` is text in the column's own form, a list for \`in\` and \`between\`.
- \`sort\`: \`[{ field, descending }]\`, up to four. \`limit\`: up to ${PAGE_LIMIT} rows a page. \`cursor\`: the \`nextCursor\` of the page before.
- \`totals: true\` adds the count and the sums over all rows that match, one for each currency.
- Columns the caller may not see are absent from rows, filters, order, totals and exports.

${known
  .flatMap(([name, q]): [string, ListSpec][] => (q.kind === 'list' ? [[name, q]] : []))
  .map(listText)
  .join('\n')}
## Queries

${known
  .flatMap(([name, q]): [string, QuerySpec][] => (q.kind === 'query' ? [[name, q]] : []))
  .map(queryText)
  .join('\n')}
## Commands

${(Object.entries(commands) as [string, CommandSpec][])
  .filter(([, c]) => isForPeople(c.permission))
  .map(commandText)
  .join('\n')}
## Parameters

What the inputs above are called on screen.

| parameter | name |
| --- | --- |
${parameterNames().map(parameterText).join('\n')}
`
}
