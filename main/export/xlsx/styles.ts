// The looks of cells. A look is made once and is one object from then on: exceljs finds the style of an object it has seen at once, and writes
// several times slower when every cell brings an object of its own.
import type { Style } from 'exceljs'

export type Role = 'title' | 'note' | 'header' | 'data' | 'total'
export type CellStyle = Partial<Style>
/** Gives the one style object for a role and a number format. */
export type StyleTable = (role: Role, format: string) => CellStyle

export const GENERAL = 'General'
/** Marks a cell as text: it stays one when somebody edits it, whatever it starts with (S53). */
export const TEXT = '@'
export const DATE = 'yyyy-mm-dd'
export const DATETIME = 'yyyy-mm-dd hh:mm'

/** '#,##0.00' for two places; Excel knows at most 30. */
export const numberFormat = (decimals: number): string => (decimals <= 0 ? '#,##0' : `#,##0.${'0'.repeat(Math.min(decimals, 30))}`)
/** '0.00%' for two places. */
export const percentFormat = (decimals: number): string => (decimals <= 0 ? '0%' : `0.${'0'.repeat(Math.min(decimals, 30))}%`)

const FACE = { name: 'Microsoft YaHei', family: 2, size: 10 }
const LINE = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const
const LOOK: Record<Role, CellStyle> = {
  title: { font: { ...FACE, size: 14, bold: true } },
  note: { font: { ...FACE, color: { argb: 'FF595959' } } },
  header: {
    font: { ...FACE, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDCE6F1' } },
    border: { bottom: LINE },
    alignment: { vertical: 'middle', wrapText: true },
  },
  data: { font: FACE },
  total: { font: { ...FACE, bold: true }, border: { top: LINE } },
}

/** A new table of styles, for one workbook. */
export const styleTable = (): StyleTable => {
  const made = new Map<string, CellStyle>()
  return (role, format) => {
    const key = `${role}|${format}`
    const known = made.get(key) ?? { ...LOOK[role], numFmt: format }
    made.set(key, known)
    return known
  }
}
