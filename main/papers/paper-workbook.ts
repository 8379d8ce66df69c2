// A paper as a workbook: the same texts and figures, in cells that can be worked with; figures of lines are numbers.
import { Workbook, type Worksheet, type Cell as SheetCell } from 'exceljs'
import { imageSize } from 'image-size'
import type { LaidBlock, PaperLayout } from '../../preload/contract/vocabulary/paper-layout.ts'
import { ofOneDay } from './zip-times.ts'

const FIGURE = /^-?\d{1,3}(,\d{3})*(\.\d+)?$|^-?\d+(\.\d+)?$/
/** No more digits than a workbook keeps exactly. */
const EXACT_DIGITS = 15
const border = { style: 'thin', color: { argb: 'FF8C8C8C' } } as const
const boxed = { top: border, bottom: border, left: border, right: border }

/** '3,143.14' as a number with its two places; anything else as the text it is, which no program takes for a formula. */
export const writeText = (cell: SheetCell, text: string, asFigure: boolean): void => {
  const digits = text.replaceAll(/[^\d]/g, '')
  if (asFigure && FIGURE.test(text) && digits.length <= EXACT_DIGITS) {
    const places = text.split('.')[1]?.length ?? 0
    cell.value = Number(text.replaceAll(',', ''))
    cell.numFmt = `#,##0${places > 0 ? `.${'0'.repeat(places)}` : ''}`
    return
  }
  cell.value = text
  cell.numFmt = '@'
}

type Place = { sheet: Worksheet; width: number; row: number }

const line = (at: Place, text: string, style: { bold?: boolean; size?: number; center?: boolean } = {}): void => {
  at.row += 1
  at.sheet.mergeCells(at.row, 1, at.row, at.width)
  const cell = at.sheet.getCell(at.row, 1)
  writeText(cell, text, false)
  cell.font = { bold: style.bold ?? false, size: style.size ?? 10 }
  cell.alignment = { wrapText: true, vertical: 'top', horizontal: style.center ? 'center' : 'left' }
  const lines = text.split('\n').length
  if (lines > 1) at.sheet.getRow(at.row).height = lines * 14
}

const facts = (at: Place, { left, right }: Extract<LaidBlock, { kind: 'facts' }>): void => {
  const half = Math.max(2, Math.floor(at.width / 2))
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    at.row += 1
    for (const [fact, from, to] of [
      [left[i], 1, half],
      [right[i], half + 1, at.width],
    ] as const) {
      if (!fact || from > at.width) continue
      writeText(at.sheet.getCell(at.row, from), fact.label, false)
      at.sheet.getCell(at.row, from).font = { color: { argb: 'FF606060' }, size: 10 }
      if (to > from + 1) at.sheet.mergeCells(at.row, from + 1, at.row, to)
      const value = at.sheet.getCell(at.row, Math.min(from + 1, at.width))
      writeText(value, fact.value, false)
      value.alignment = { wrapText: true, vertical: 'top' }
    }
    const lines = Math.max(...[left[i], right[i]].map((fact) => fact?.value.split('\n').length ?? 1))
    if (lines > 1) at.sheet.getRow(at.row).height = lines * 14
  }
}

/** Of a picture in a cell, in pixels; the row is made high enough. */
const PICTURE = { width: 84, height: 66 }
const PICTURE_ROW = 54
const KINDS: Readonly<Record<string, string>> = { jpg: 'jpeg', png: 'png', webp: 'webp' }

/** Whole and in the middle of its cell; one that cannot be read leaves it empty. */
const picture = (at: Place, column: number, bytes: Uint8Array): void => {
  const size = sizeOf(bytes)
  const extension = KINDS[size?.type ?? '']
  if (!size || extension === undefined) return
  const scale = Math.min(PICTURE.width / size.width, PICTURE.height / size.height)
  const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)]
  // The library's types name fewer kinds than it writes.
  const image = at.sheet.workbook.addImage({ buffer: Buffer.from(bytes) as never, extension: extension as 'png' })
  at.sheet.addImage(image, { tl: { col: column + 0.08, row: at.row - 1 + 0.05 }, ext: { width, height }, editAs: 'oneCell' })
  at.sheet.getRow(at.row).height = PICTURE_ROW
}
const sizeOf = (bytes: Uint8Array): { width: number; height: number; type: string } | undefined => {
  try {
    const { width, height, type } = imageSize(bytes)
    return { width, height, type: type ?? '' }
  } catch {
    return undefined
  }
}

const rows = (at: Place, block: Extract<LaidBlock, { kind: 'rows' }>, pictures: PaperLayout['pictures']): void => {
  if (block.title) line(at, block.title, { bold: true })
  at.row += 1
  for (const [i, column] of block.columns.entries()) {
    const cell = at.sheet.getCell(at.row, i + 1)
    writeText(cell, column.label, false)
    cell.font = { bold: true, size: 10 }
    cell.alignment = { wrapText: true, horizontal: 'center', vertical: 'middle' }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } }
    cell.border = boxed
  }
  for (const row of block.rows) {
    at.row += 1
    for (const [i, text] of row.entries()) {
      const cell = at.sheet.getCell(at.row, i + 1)
      const { align, figures, picture: isPicture } = block.columns[i]!
      if (!isPicture) writeText(cell, text, figures)
      else if (pictures[text]) picture(at, i, pictures[text])
      cell.alignment = { wrapText: true, vertical: 'top', horizontal: align }
      cell.border = boxed
    }
  }
  for (const sum of block.sums) {
    at.row += 1
    const span = block.columns.length - sum.cells.length
    if (span > 1) at.sheet.mergeCells(at.row, 1, at.row, span)
    const label = at.sheet.getCell(at.row, 1)
    writeText(label, sum.label, false)
    label.alignment = { horizontal: 'right', vertical: 'top' }
    for (const [i, text] of sum.cells.entries()) {
      const cell = at.sheet.getCell(at.row, span + i + 1)
      writeText(cell, text, true)
      cell.alignment = { wrapText: true, horizontal: 'right', vertical: 'top' }
      cell.font = { bold: sum.strong, size: 10 }
      cell.border = boxed
    }
    label.font = { bold: sum.strong, size: 10 }
  }
  for (const words of block.words) line(at, words)
}

const block = (at: Place, b: LaidBlock, pictures: PaperLayout['pictures']): void => {
  at.row += 1
  switch (b.kind) {
    case 'facts':
      return facts(at, b)
    case 'rows':
      return rows(at, b, pictures)
    case 'text':
      if (b.title) line(at, b.title, { bold: true })
      return line(at, b.text)
    case 'clauses':
      if (b.title) line(at, b.title, { bold: true })
      for (const [i, item] of b.items.entries()) line(at, `${i + 1}. ${item}`)
      return undefined
    case 'signatures':
      if (b.text) line(at, b.text)
      return facts(at, {
        kind: 'facts',
        left: b.parties.slice(0, 1).map(({ label, name }) => ({ label, value: name })),
        right: b.parties.slice(1).map(({ label, name }) => ({ label, value: name })),
      })
  }
}

/** One sheet, as wide as a page, the same bytes for the same paper; the head of the lines is repeated when it is printed. */
export const paperWorkbook = async (paper: PaperLayout): Promise<Uint8Array> => {
  const workbook = new Workbook()
  workbook.created = new Date(`${paper.at}T00:00:00Z`)
  workbook.modified = workbook.created
  const table = paper.blocks.find((b) => b.kind === 'rows')
  const sheet = workbook.addWorksheet(paper.number.replaceAll(/[\\/*?:[\]]/g, '-').slice(0, 31) || 'Paper', {
    pageSetup: {
      ...(paper.format === 'a4' ? { paperSize: 9 } : {}),
      orientation: paper.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  })
  const at: Place = { sheet, width: Math.max(4, table?.columns.length ?? 0), row: 0 }
  for (let i = 1; i <= at.width; i++) {
    const column = table?.columns[i - 1]
    sheet.getColumn(i).width = column && column.grow > 0 ? 44 : 15
  }
  if (paper.letterhead) {
    for (const [i, name] of paper.company.entries()) line(at, name, { bold: true, size: i === 0 ? 14 : 12 })
    for (const text of paper.companyLines) line(at, text)
  }
  if (paper.mark !== null) line(at, paper.mark, { bold: true, center: true })
  for (const [i, title] of paper.titles.entries()) line(at, title, { bold: true, size: i === 0 ? 16 : 13, center: true })
  for (const b of paper.blocks) block(at, b, paper.pictures)
  return ofOneDay(new Uint8Array(await workbook.xlsx.writeBuffer()), paper.at)
}
