// For tests: what an exported list of a single column of amounts says: its rows, its total and the count in its subtitle.
import { partsOf } from './workbook-parts.ts'

/** Reads the first sheet of a list's export. `told` is the row count that stands above the table. */
export const amountsOf = (bytes: Buffer): { amounts: number[]; total: number; told: number } => {
  const parts = partsOf(bytes)
  const range = /\$A\$(\d+):\$[A-Z]+\$(\d+)</.exec(parts.get('xl/workbook.xml')!)!
  const [header, last] = [Number(range[1]), Number(range[2])]
  const sheet = parts.get('xl/worksheets/sheet1.xml')!
  const at = (row: number): number => Number(new RegExp(`<c r="A${row}"[^>]*><v>([^<]*)</v>`).exec(sheet)?.[1] ?? 0)
  const values = new Map([...sheet.matchAll(/<c r="A(\d+)"[^>]*><v>([^<]*)<\/v>/g)].map((m) => [Number(m[1]), Number(m[2])]))
  const rows = [...sheet.matchAll(/<row r="(\d+)"/g)].map((m) => Number(m[1])).filter((r) => r > header && r <= last)
  return {
    amounts: rows.map((r) => values.get(r) ?? 0),
    total: at(last + 1),
    told: Number(/行数: (\d+)/.exec(sheet)?.[1] ?? /(?:rows|Rows)[^:]*: (\d+)/.exec(sheet)?.[1]),
  }
}
