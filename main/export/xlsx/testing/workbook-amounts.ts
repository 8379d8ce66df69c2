// For tests: what an exported list says whose first column is amounts: its rows, its total and the count in its subtitle.
import { partsOf } from './workbook-parts.ts'

const textOf = (xml: string) => xml.replaceAll(/<[^>]+>/g, '')

/** Reads the first sheet of a list's export. `told` is the row count that stands above the table. */
export const amountsOf = (bytes: Buffer): { amounts: number[]; total: number; told: number } => {
  const parts = partsOf(bytes)
  const sheet = parts.get('xl/worksheets/sheet1.xml')!
  const [, header, last] = /<autoFilter ref="A(\d+):[A-Z]+(\d+)"/.exec(sheet)!.map(Number) as [number, number, number]
  const values = new Map([...sheet.matchAll(/<c r="A(\d+)"[^>]*><v>([^<]*)<\/v>/g)].map((m) => [Number(m[1]), Number(m[2])]))
  const rows = [...sheet.matchAll(/<row r="(\d+)"/g)].map((m) => Number(m[1])).filter((r) => r > header && r <= last)
  const words = textOf(parts.get('xl/sharedStrings.xml') ?? '') + textOf(sheet)
  return {
    amounts: rows.map((r) => values.get(r) ?? 0),
    total: values.get(last + 1) ?? 0,
    told: Number(/行数: (\d+)/.exec(words)?.[1]),
  }
}
