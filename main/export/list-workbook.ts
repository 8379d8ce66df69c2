// Writes any list, or an answer that is a table, to Excel: all rows that match, the columns as seen, title, filters, totals and number formats. Same rights as the list itself.
import type { Connection } from '../../db/open.ts'
import type { Cell as ListCell, Column, ListSpec } from '../../preload/contract/define/index.ts'
import type { Answer, ExportOptions } from '../../preload/contract/envelope.ts'
import { keyOfNamed, nameOf } from '../../preload/contract/names/index.ts'
import { isList, queries, type ListName } from '../../preload/contract/queries.ts'
import { Refused, refusal, refuse, visibleRefusal } from '../../preload/contract/refusals.ts'
import { minorUnits } from '../../preload/contract/vocabulary/currency.ts'
import { minuteIn } from '../../preload/contract/vocabulary/dates.ts'
import { minorText } from '../../preload/contract/vocabulary/money.ts'
import { may, type Viewer } from '../access/viewer.ts'
import { spellingReady } from '../../db/spelling.ts'
import { storageProblem } from '../../db/storage-problem.ts'
import type { FaultLog } from '../commands/run-command.ts'
import { exportedTables, type AllQueries, type ListRequest, type QueryContext, type TableExport } from '../queries/define-query.ts'
import { listAll } from '../queries/list-engine.ts'
import { listSource } from '../queries/list-source.ts'
import { readMoment } from '../queries/read-moment.ts'
import { listWords } from './templates/list-words.ts'
import type { Cell, ExportColumn, Row } from './xlsx/export-sheet.ts'
import { cutText } from '../../preload/contract/vocabulary/texts.ts'

export type ExportJob = { options: ExportOptions; viewer: Viewer; at: string; target: string }
type Chosen = { name: string; column: Column; part: 'value' | 'currency' }

/**
 * Writes the workbook to `target`; the value is the number of rows. Refuses `not-permitted` without the list's export permission, and `unknown-field` for a
 * column that the list does not have or the viewer may not see.
 */
export const exportList = async (
  connection: Connection,
  all: AllQueries,
  job: ExportJob,
  on: { fault: FaultLog; faultId(): string },
): Promise<Answer<{ rows: number }>> => {
  try {
    const { options, viewer, at } = job
    const table = all.contributed(exportedTables).get(options.list)
    // An answer that is a table has no declaration of a list.
    const spec = table ? null : declared(options.list)
    requireBoth(viewer, table ?? spec!)
    await spellingReady() // Rows are written as they are read: a text met on the way cannot begin the file anew.
    // An export follows the language it is asked in, names included (Q32). However long it is written, it is of one moment (U46).
    const reader = { viewer: { ...viewer, language: options.language }, at }
    return {
      ok: true,
      value: await readMoment(connection, all.contributed, reader, (q) => (spec ? write(q, spec, all, job) : writeTable(q, table!, job))),
    }
  } catch (error) {
    if (error instanceof Refused) {
      const visible = visibleRefusal(error.refusal, (permission) => may(job.viewer, permission))
      return { ok: false, refused: visible.refused, data: visible.data }
    }
    // U53 of backups. Of a file that could not be written nothing is left but the words.
    if (storageProblem(error)) return { ok: false, refused: 'file-not-written', data: {} }
    const fault = on.faultId()
    on.fault(fault, `export ${job.options.list}`, error)
    return { ok: false, fault }
  }
}

const declared = (name: string): ListSpec => {
  if (!isList(name)) throw new Refused(refusal('unknown-name', { name: cutText(name, 80) }))
  const spec = queries[name] as ListSpec
  return spec
}

/** To see it, and to carry it away. */
const requireBoth = (viewer: Viewer, exported: Pick<ListSpec, 'permission' | 'export'>): void => {
  for (const permission of [exported.permission, exported.export]) if (!may(viewer, permission)) refuse('not-permitted', { permission })
}

const writeTable = async (
  q: QueryContext,
  { table }: TableExport,
  { options, viewer, at, target }: ExportJob,
): Promise<{ rows: number }> => {
  const words = listWords[options.language]
  const { title, lines, columns, rows, totals } = table(options.input, q)
  const made = `${words.exportedBy}: ${viewer.name}  ${words.exportedAt}: ${minuteIn(q.company.timeZone, at)} (${q.company.timeZone})  ${words.notice}`
  const { writeWorkbook } = await import('./xlsx/write-workbook.ts')
  const sheet = { name: title, title: `${q.company.name} ${title}`.trim(), subtitleLines: [...lines, made], columns, rows, totals }
  await writeWorkbook(target, [sheet], { timeZone: q.company.timeZone, at: new Date(at) })
  return { rows: rows.length }
}

const write = async (
  q: QueryContext,
  spec: ListSpec,
  all: AllQueries,
  { options, viewer, at, target }: ExportJob,
): Promise<{ rows: number }> => {
  const { language } = options
  const name = options.list as ListName
  const { request, source } = await listSource(all, name, options.input, q)
  const rows = listAll(spec, source, request, q)
  const wanted = options.columns ?? rows.visible.filter(([, c]) => !c.hidden).map(([n]) => n)
  const columns = [...new Set(wanted)].map((n): Chosen => {
    const column = rows.visible.find(([visible]) => visible === n)?.[1]
    return column ? { name: n, column, part: 'value' } : refuse('unknown-field', { field: n })
  })
  const words = listWords[language]
  const title = nameOf(`list.${name}`, language)
  // A report may tell a column's title with its header, e.g. the days of an ageing bucket.
  const field = (n: string) => (n in spec.columns ? rows.header[n] : undefined) ?? nameOf(`field.${name}.${n}`, language)
  const header = Object.fromEntries(Object.entries(rows.header).filter(([n]) => !(n in spec.columns)))
  const cells = function* (): Generator<Row> {
    for (const raw of q.sql.iterate(rows.statement.text, rows.statement.values)) {
      const row = rows.read(raw)
      yield columns.map(({ name: n, column }) => excelCell(row[n] ?? null, column, language))
    }
  }
  // Loaded with the first export: nothing else needs it, and a reader starts without it.
  const { writeWorkbook } = await import('./xlsx/write-workbook.ts')
  await writeWorkbook(
    target,
    [
      {
        name: title,
        title: `${q.company.name} ${title}`.trim(),
        subtitleLines: subtitles(request, header, { field, column: (n) => spec.columns[n] }, language, {
          by: viewer.name,
          at: `${minuteIn(q.company.timeZone, at)} (${q.company.timeZone})`,
          count: rows.count,
        }),
        columns: columns.map(({ name: n, column }) => ({ title: field(n), ...excelColumn(column, q.company.baseCurrency) })),
        rows: cells(),
        totals: totalRows(columns, rows.totals, words.total),
      },
    ],
    { timeZone: q.company.timeZone, at: new Date(at) },
  )
  return { rows: rows.count }
}

/** A filter's value as the list shows it: a state by its name. */
const filterText = (value: string, column: Column | undefined, language: 'zh' | 'en'): string => {
  if (column?.kind === 'enum') return nameOf(`${column.values!.group}.${value}`, language)
  return column?.kind === 'boolean' ? listWords[language][value === 'true' ? 'yes' : 'no'] : value
}

const subtitles = (
  request: ListRequest,
  header: Record<string, string>,
  { field, column }: { field: (name: string) => string; column: (name: string) => Column | undefined },
  language: 'zh' | 'en',
  about: { by: string; at: string; count: number },
): string[] => {
  const words = listWords[language]
  const filters = (request.filters ?? []).map((f) => {
    const values = [f.value ?? []].flat().map((value) => filterText(value, column(f.field), language))
    return `${field(f.field)} ${words.operators[f.op]} ${values.join(f.op === 'between' ? ` ${words.and} ` : ', ')}`
  })
  return [
    ...Object.entries(header).map(
      ([key, value]) =>
        `${nameOf(`field.${key}`, language)}: ${nameOf(`header.${value}`, language) === `header.${value}` ? value : nameOf(`header.${value}`, language)}`,
    ),
    ...(request.mine ? [words.mine] : []),
    ...(request.search ? [`${words.search}: ${request.search}`] : []),
    ...(filters.length > 0 ? [`${words.filter}: ${filters.join('; ')}`] : []),
    `${words.exportedBy}: ${about.by}  ${words.exportedAt}: ${about.at}  ${words.rows}: ${about.count}  ${words.notice}`,
  ]
}

const excelColumn = (column: Column, base: string): Omit<ExportColumn, 'title'> => {
  switch (column.kind) {
    case 'money':
      // The number of places follows each row's currency; base amounts have one.
      return column.currency === 'base' ? { kind: 'money', decimals: minorUnits(base) } : { kind: 'decimal' }
    case 'quantity':
    case 'price':
    case 'rate':
    case 'measure':
      return { kind: 'decimal' }
    case 'integer':
    case 'percent':
    case 'date':
    case 'datetime':
      return { kind: column.kind }
    default:
      return { kind: 'text' }
  }
}

const excelCell = (cell: ListCell, column: Column, language: 'zh' | 'en'): Cell => {
  if (cell === null) return null
  if (typeof cell === 'object') return { decimal: minorText(cell.minor, cell.currency) }
  const named = column.named && keyOfNamed(String(cell), column.named)
  if (named !== undefined) return nameOf(named, language)
  if (column.kind === 'enum') return nameOf(`${column.values!.group}.${String(cell)}`, language)
  if (column.kind === 'boolean') return listWords[language][cell === true ? 'yes' : 'no']
  if (column.kind === 'date' || column.kind === 'datetime') return { date: String(cell) }
  if (column.kind === 'integer') return Number(cell)
  if (column.kind === 'text' || column.kind === 'code') return String(cell)
  return { decimal: String(cell) }
}

/** One totals row, or one for each currency where columns are summed in several. */
const totalRows = (columns: Chosen[], totals: Record<string, (string | { minor: number; currency: string })[]>, label: string): Row[] => {
  const most = Math.max(1, ...columns.map(({ name }) => totals[name]?.length ?? 0))
  if (columns.every(({ name }) => totals[name] === undefined)) return []
  return Array.from({ length: most }, (_, line) =>
    columns.map(({ name }, at): Cell => {
      const value = totals[name]?.[line]
      if (value === undefined) return at === 0 ? label : null
      return { decimal: typeof value === 'string' ? value : minorText(value.minor, value.currency) }
    }),
  )
}
