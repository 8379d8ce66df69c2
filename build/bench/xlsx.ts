// Excel export against exceljs: the same rows, interleaved, CPU time first, and the memory of long exports in processes of their own.
// Run by itself (node build/bench/xlsx.ts [rows] [rounds]) or from another bench through runXlsxBench().
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import type { ExportColumn, Row } from '../../main/export/xlsx/export-sheet.ts'
import { writeWorkbook } from '../../main/export/xlsx/write-workbook.ts'

const columns: ExportColumn[] = [
  { title: '合同号', kind: 'text' },
  { title: '客户名称', kind: 'text' },
  { title: '业务员', kind: 'text' },
  { title: '签约日期', kind: 'date' },
  { title: '到期日', kind: 'date' },
  { title: '币种', kind: 'text' },
  { title: '金额', kind: 'money', decimalsOf: (row) => (row[5] === 'JPY' ? 0 : 2) },
  { title: '本币金额', kind: 'money' },
  { title: '汇率', kind: 'decimal', decimals: 4 },
  { title: '件数', kind: 'integer' },
  { title: '毛利率', kind: 'percent' },
  { title: '已收齐', kind: 'boolean' },
]
const DAYS = Array.from({ length: 365 }, (_, i) => new Date(Date.UTC(2026, 0, 1 + i)))
const CURRENCIES = ['USD', 'EUR', 'GBP', 'JPY']
/** The value of each column in row `i`. */
const facts = (i: number) => ({
  number: `SC2026-${String(i).padStart(6, '0')}`,
  customer: `宁波信风进出口有限公司 ${i % 500}`,
  person: `业务员 ${i % 100}`,
  day: i % 365,
  due: (i * 7) % 365,
  currency: CURRENCIES[i % 4]!,
  whole: (i * 7919) % 1_000_000,
  cents: i % 100,
})
const two = (n: number) => String(n).padStart(2, '0')
const isoDays = DAYS.map((d) => d.toISOString().slice(0, 10))

function* listRows(count: number): Generator<Row> {
  for (let i = 0; i < count; i++) {
    const f = facts(i)
    yield [
      f.number,
      f.customer,
      f.person,
      { date: isoDays[f.day]! },
      { date: isoDays[f.due]! },
      f.currency,
      { decimal: `${f.whole}.${two(f.cents)}` },
      { decimal: `${f.whole * 7}.${two(f.cents)}` },
      { decimal: `7.${two(f.cents)}34` },
      i % 5000,
      { decimal: `${i % 40}.5` },
      i % 2 === 0,
    ]
  }
}
/** A row of a list as exceljs takes it: what anybody who hands it our lists has to do. */
const excelRow = (row: Row): unknown[] =>
  row.map((cell, i) => {
    if (typeof cell !== 'object' || cell === null) return cell
    if ('date' in cell) return new Date(`${cell.date}T00:00:00Z`)
    return columns[i]!.kind === 'percent' ? Number(cell.decimal) / 100 : Number(cell.decimal)
  })

const ours = async (file: string, count: number): Promise<void> => {
  const subtitleLines = ['币种: 全部', '截至 2026-12-31']
  await writeWorkbook(file, [{ name: '合同', title: '销售合同清单', subtitleLines, columns, rows: listRows(count), totals: [['合计']] }])
}
const FORMATS = ['@', '@', '@', 'yyyy-mm-dd', 'yyyy-mm-dd', '@', '#,##0.00', '#,##0.00', '#,##0.0000', '#,##0', '0.00%', 'General']
const excel = async (file: string, count: number, useStyles: boolean): Promise<void> => {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useStyles, useSharedStrings: false })
  const sheet = book.addWorksheet('合同')
  // Shared style objects by column: the quickest way exceljs has.
  if (useStyles) sheet.columns = columns.map((_, i) => ({ style: { numFmt: FORMATS[i]! } }))
  for (const row of listRows(count)) sheet.addRow(excelRow(row)).commit()
  await book.commit()
}
const WRITERS = {
  'exceljs streaming, no styles': (file: string, count: number) => excel(file, count, false),
  'ours, all styles': ours,
  'exceljs streaming, styles by column': (file: string, count: number) => excel(file, count, true),
} as const
type WriterName = keyof typeof WRITERS
const NAMES = Object.keys(WRITERS) as WriterName[]

export type XlsxFigures = {
  rows: number
  rounds: number
  /** Median CPU and wall seconds and the file's bytes of each writer. */
  writers: Record<string, { cpu: number; wall: number; bytes: number }>
  /** CPU and wall of exceljs without styles ÷ ours with all styles: the goal is 0.85, more is better. */
  ratio: { cpu: number; wall: number }
  /** Highest resident memory of an own process, MiB, by rows. */
  memory: Record<string, number>
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const round = (value: number): number => Math.round(value * 1000) / 1000

const timed = async (work: () => Promise<void>): Promise<{ cpu: number; wall: number }> => {
  const [cpuBefore, before] = [process.cpuUsage(), performance.now()]
  await work()
  const { user, system } = process.cpuUsage(cpuBefore)
  return { cpu: (user + system) / 1e6, wall: (performance.now() - before) / 1000 }
}

const self = fileURLToPath(import.meta.url)
const memoryOf = (rows: number): number => Number(execFileSync(process.execPath, [self, '--memory', String(rows)], { encoding: 'utf8' }))

const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'xlsx-bench-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Measures all writers in turn (A B C A B C …), one unmeasured round first, and prints a table and the figures as JSON. */
export const runXlsxBench = async (
  rows = 100_000,
  rounds = 3,
  memoryRows: readonly number[] = [100_000, 1_000_000],
): Promise<XlsxFigures> => {
  const seen = new Map<WriterName, { cpu: number[]; wall: number[]; bytes: number }>(
    NAMES.map((name) => [name, { cpu: [], wall: [], bytes: 0 }]),
  )
  await inFolder(async (folder) => {
    for (let turn = 0; turn <= rounds; turn++) {
      for (const [n, name] of NAMES.entries()) {
        const file = join(folder, `${n}.xlsx`)
        const { cpu, wall } = await timed(() => WRITERS[name](file, turn === 0 ? Math.min(rows, 20_000) : rows))
        const kept = seen.get(name)
        if (turn === 0 || !kept) continue
        kept.cpu.push(cpu)
        kept.wall.push(wall)
        kept.bytes = (await stat(file)).size
      }
    }
  })
  const writers = Object.fromEntries(
    [...seen].map(([name, s]) => [name, { cpu: round(median(s.cpu)), wall: round(median(s.wall)), bytes: s.bytes }]),
  )
  const [bare, mine] = [writers['exceljs streaming, no styles'], writers['ours, all styles']]
  const ratio = { cpu: round((bare?.cpu ?? 0) / (mine?.cpu ?? 1)), wall: round((bare?.wall ?? 0) / (mine?.wall ?? 1)) }
  const memory = Object.fromEntries(memoryRows.map((count) => [String(count), memoryOf(count)]))
  const figures = { rows, rounds, writers, ratio, memory }
  console.table(
    Object.fromEntries(
      Object.entries(writers).map(([name, w]) => [
        name,
        {
          'CPU s': w.cpu,
          'wall s': w.wall,
          'rows/CPU s': Math.round(rows / w.cpu),
          MiB: round(w.bytes / 1048576),
          'CPU ratio': round((bare?.cpu ?? 0) / w.cpu),
        },
      ]),
    ),
  )
  console.log(JSON.stringify({ bench: 'xlsx', ...figures }))
  return figures
}

if (process.argv[1] === self) {
  const [first, second] = process.argv.slice(2)
  if (first === '--memory') {
    await inFolder((folder) => ours(join(folder, 'memory.xlsx'), Number(second)))
    console.log(Math.round(process.resourceUsage().maxRSS / 1024))
  } else {
    await runXlsxBench(first === undefined ? undefined : Number(first), second === undefined ? undefined : Number(second))
  }
}
