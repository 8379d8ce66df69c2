// The workbook's style table: a style is made once when first asked for and is a number from then on.
import { escapeXml } from './xml-text.ts'

export type Role = 'title' | 'note' | 'header' | 'data' | 'total'
/** `quoted` is Excel's quotePrefix: the cell stays text even when someone edits it (S53). */
export type CellStyle = { role: Role; format: string; quoted: boolean }
export type StyleTable = { id: (style: CellStyle) => number; xml: () => string }

export const GENERAL = 'General'
export const TEXT = '@'
export const DATE = 'yyyy-mm-dd'
export const DATETIME = 'yyyy-mm-dd hh:mm'

/** '#,##0.00' for two places; Excel knows at most 30. */
export const numberFormat = (decimals: number): string => (decimals <= 0 ? '#,##0' : `#,##0.${'0'.repeat(Math.min(decimals, 30))}`)
/** '0.00%' for two places. */
export const percentFormat = (decimals: number): string => (decimals <= 0 ? '0%' : `0.${'0'.repeat(Math.min(decimals, 30))}%`)

const BUILT_IN = new Map([
  [GENERAL, 0],
  ['#,##0', 3],
  ['#,##0.00', 4],
  ['0%', 9],
  ['0.00%', 10],
  [TEXT, 49],
])
const FIRST_OWN_FORMAT = 164

// Indexes into the lists below.
const FONT: Record<Role, number> = { data: 0, header: 1, total: 1, title: 2, note: 3 }
const FILL: Record<Role, number> = { data: 0, header: 2, total: 0, title: 0, note: 0 }
const BORDER: Record<Role, number> = { data: 0, header: 1, total: 2, title: 0, note: 0 }

const FACE = '<name val="Microsoft YaHei"/><family val="2"/>'
const FONTS = [
  `<font><sz val="10"/>${FACE}</font>`,
  `<font><b/><sz val="10"/>${FACE}</font>`,
  `<font><b/><sz val="14"/>${FACE}</font>`,
  `<font><sz val="10"/><color rgb="FF595959"/>${FACE}</font>`,
]
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>', // Excel keeps the first two for itself
  '<fill><patternFill patternType="solid"><fgColor rgb="FFDCE6F1"/><bgColor indexed="64"/></patternFill></fill>',
]
const LINE = '<color rgb="FF7F7F7F"/>'
const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border><left/><right/><top/><bottom style="thin">${LINE}</bottom><diagonal/></border>`,
  `<border><left/><right/><top style="thin">${LINE}</top><bottom/><diagonal/></border>`,
]

const list = (tag: string, items: readonly string[]): string => `<${tag} count="${items.length}">${items.join('')}</${tag}>`

/** A new table; style 0 is the plain default. */
export const styleTable = (): StyleTable => {
  const ids = new Map<string, number>()
  const formats = new Map<string, number>()
  const xfs: string[] = []

  const formatId = (format: string): number => {
    const known = BUILT_IN.get(format) ?? formats.get(format)
    if (known !== undefined) return known
    const made = FIRST_OWN_FORMAT + formats.size
    formats.set(format, made)
    return made
  }

  const id = (style: CellStyle): number => {
    const key = `${style.role}|${style.format}|${style.quoted}`
    const known = ids.get(key)
    if (known !== undefined) return known
    const alignment = style.role === 'header' ? '<alignment vertical="center" wrapText="1"/>' : ''
    xfs.push(
      `<xf numFmtId="${formatId(style.format)}" fontId="${FONT[style.role]}" fillId="${FILL[style.role]}" borderId="${BORDER[style.role]}" xfId="0"` +
        ` applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${style.quoted ? ' quotePrefix="1"' : ''}` +
        (alignment === '' ? '/>' : ` applyAlignment="1">${alignment}</xf>`),
    )
    ids.set(key, xfs.length - 1)
    return xfs.length - 1
  }
  id({ role: 'data', format: GENERAL, quoted: false })

  const xml = (): string => {
    const own = [...formats].map(([format, n]) => `<numFmt numFmtId="${n}" formatCode="${escapeXml(format)}"/>`)
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      (own.length > 0 ? list('numFmts', own) : '') +
      list('fonts', FONTS) +
      list('fills', FILLS) +
      list('borders', BORDERS) +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      list('cellXfs', xfs) +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )
  }
  return { id, xml }
}
