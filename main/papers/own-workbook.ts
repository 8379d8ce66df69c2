// Fills a workbook of the company's own with what a paper says: names in braces by their texts, the row of the lines once for each. Rule PA23 of papers.
import { type Cell, Workbook, type Worksheet } from 'exceljs'
import type { PaperLayout } from '../../preload/contract/vocabulary/paper-layout.ts'
import { formFields, type FormCell, type FormFields, type FormTable, nameKey } from './form-fields.ts'
import { writeText } from './paper-workbook.ts'
import { ofOneDay } from './zip-times.ts'

const NAMES = /\{\{([^{}]+)\}\}/g

/** What stands in a cell as text; '' for numbers, formulas and nothing. */
const textIn = ({ value }: Cell): string => {
  if (typeof value === 'string') return value
  if (value !== null && typeof value === 'object' && 'richText' in value) return value.richText.map(({ text }) => text).join('')
  return ''
}
const namesIn = (cell: Cell): string[] => [...textIn(cell).matchAll(NAMES)].map(([, name]) => nameKey(name!))

/** A cell that is nothing but one figure becomes a number; other texts take the place of their names. What is not known is left empty. */
const fillCell = (cell: Cell, find: (name: string) => FormCell | undefined): void => {
  const text = textIn(cell)
  const [only] = [...text.matchAll(NAMES)]
  if (!only) return
  const found = find(nameKey(only[1]!))
  const { numFmt } = cell
  if (only[0] === text.trim()) writeText(cell, found?.text ?? '', found?.figures ?? false)
  else
    writeText(
      cell,
      text.replaceAll(NAMES, (_all, name: string) => find(nameKey(name))?.text ?? ''),
      false,
    )
  // The company's own way of writing figures is kept.
  if (typeof cell.value === 'number' && numFmt && numFmt !== 'General' && numFmt !== '@') cell.numFmt = numFmt
  if (textIn(cell).includes('\n')) cell.alignment = { ...cell.alignment, wrapText: true }
}

const RANGE = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/
type Merge = { left: string; top: number; right: string; bottom: number }
const mergesOf = (sheet: Worksheet): Merge[] =>
  (sheet.model.merges as unknown as string[]).flatMap((range) => {
    const [, left, top, right, bottom] = RANGE.exec(range) ?? []
    return left && right ? [{ left, top: Number(top), right, bottom: Number(bottom) }] : []
  })
const rangeOf = ({ left, top, right, bottom }: Merge, by = 0): string => `${left}${top + by}:${right}${bottom + by}`

const REFERENCE = /(\$?[A-Z]{1,3}\$?)(\d+)(:(\$?[A-Z]{1,3}\$?)(\d+))?/g
/** A formula after `more` rows came below row `at`: `by` for a copy of that row, which means its own row; null for a cell elsewhere, whose ranges over it grow. */
const movedFormula = (formula: string, at: number, more: number, by: number | null): string =>
  formula.replaceAll(REFERENCE, (_all, column: string, row: string, range: string | undefined, to: string, end: string) => {
    const moved = (text: string, isEnd: boolean): number => {
      const n = Number(text)
      if (n > at) return n + more
      if (n < at) return n
      return by === null ? n + (isEnd ? more : 0) : n + by
    }
    return range === undefined ? `${column}${moved(row, false)}` : `${column}${moved(row, false)}:${to}${moved(end, true)}`
  })
const eachFormula = (sheet: Worksheet, change: (formula: string, row: number) => string): void =>
  sheet.eachRow((row, at) =>
    row.eachCell((cell) => {
      if (cell.formula) cell.value = { formula: change(cell.formula, at) }
    }),
  )

/** Repeats a row below itself with its look; what lies below moves down, merged cells too, which the library would leave where they were. */
const repeatRow = (sheet: Worksheet, at: number, more: number): void => {
  if (more <= 0) return
  const merges = mergesOf(sheet)
  const below = merges.filter(({ top }) => top > at)
  const own = merges.filter(({ top, bottom }) => top === at && bottom === at)
  for (const merge of [...below, ...own]) sheet.unMergeCells(rangeOf(merge))
  const { height } = sheet.getRow(at)
  sheet.duplicateRow(at, more, true)
  // The library copies formulas as they are, and leaves those below where they were.
  eachFormula(sheet, (formula, row) => movedFormula(formula, at, more, row < at || row > at + more ? null : row - at))
  for (const merge of below) sheet.mergeCells(rangeOf(merge, more))
  for (let by = 0; by <= more; by++) {
    if (height) sheet.getRow(at + by).height = height
    for (const merge of own) sheet.mergeCells(rangeOf(merge, by))
  }
}

const fillRow = (sheet: Worksheet, at: number, find: (name: string) => FormCell | undefined): void =>
  // A merged cell stands for its first one: each is filled once.
  sheet.getRow(at).eachCell((cell) => cell.master === cell && fillCell(cell, find))

const fillSheet = (sheet: Worksheet, { single, tables }: FormFields): void => {
  const tableOf = (at: number): FormTable | undefined => {
    const names: string[] = []
    sheet.getRow(at).eachCell((cell) => names.push(...namesIn(cell)))
    return tables.find(({ columns }) => names.some((name) => columns.has(name)))
  }
  for (let at = 1; at <= sheet.rowCount; at++) {
    const table = tableOf(at)
    if (!table) {
      fillRow(sheet, at, (name) => single.get(name))
      continue
    }
    const rows = table.rows.length > 0 ? table.rows : [[]]
    repeatRow(sheet, at, rows.length - 1)
    for (const [by, row] of rows.entries())
      fillRow(sheet, at + by, (name) => {
        const column = table.columns.get(name)
        return column === undefined ? single.get(name) : row[column]
      })
    at += rows.length - 1
  }
}

/** The filled workbook; the same bytes for the same form and paper. Throws for a form that is no workbook. */
export const fillOwnWorkbook = async (form: Uint8Array, paper: PaperLayout): Promise<Uint8Array> => {
  const workbook = new Workbook()
  // The library's types know an older Buffer.
  await workbook.xlsx.load(Buffer.from(form) as never)
  const fields = formFields(paper)
  // Formulas that were filled down are kept as one; each is its own from here on.
  for (const sheet of workbook.worksheets) eachFormula(sheet, (formula) => formula)
  for (const sheet of workbook.worksheets) fillSheet(sheet, fields)
  workbook.calcProperties.fullCalcOnLoad = true
  workbook.created = new Date(`${paper.at}T00:00:00Z`)
  workbook.modified = workbook.created
  return ofOneDay(new Uint8Array(await workbook.xlsx.writeBuffer()), paper.at)
}
