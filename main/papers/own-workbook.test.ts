// A workbook of the company's own, filled: every line, merged cells where they were, figures as numbers, and texts that stay texts.
import { Workbook, type Worksheet } from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PaperLayout } from '../../preload/contract/vocabulary/paper-layout.ts'
import { asPlaceholders } from './form-fields.ts'
import { fillOwnWorkbook } from './own-workbook.ts'
import { paperWorkbook } from './paper-workbook.ts'

const column = (label: string, figures = false) => ({
  key: label,
  label,
  align: figures ? ('right' as const) : ('left' as const),
  grow: 0,
  figures,
  picture: false,
})
const paper = (rows: string[][]): PaperLayout => ({
  ...{ language: 'en', titles: ['COMMERCIAL INVOICE'], number: 'SH2026-0007', company: ['Tradewind'], companyLines: ['Ningbo'] },
  ...{ letterhead: true, logo: null, logoHeight: 14, font: 'sans', size: 9, format: 'a4', landscape: false, labelWidth: 30, mark: null },
  ...{ pageWords: ['', '', ''], footer: '', acrossPages: null, pictures: {}, at: '2026-05-12' },
  blocks: [
    { kind: 'facts', left: [{ label: 'Buyer', value: 'Hansa\nHamburg' }], right: [{ label: 'Date', value: '12 MAY 2026' }] },
    {
      ...{ kind: 'rows', title: null, rows, words: ['SAY US DOLLARS TEN ONLY'] },
      columns: [column('No.'), column('Description'), column('Amount\n金额', true)],
      sums: [{ label: 'TOTAL', cells: ['USD 10.00'], strong: true }],
    },
  ],
})
/** A form as a trader draws one: merged cells above and below the line, a sum below it. */
const form = async (draw: (sheet: Worksheet) => void = () => undefined): Promise<Uint8Array> => {
  const workbook = new Workbook()
  const sheet = workbook.addWorksheet('发票')
  sheet.mergeCells('A1:C1')
  sheet.getCell('A1').value = 'Invoice {{number}} for {{ buyer }}'
  sheet.getCell('A3').value = '{{No.}}'
  sheet.getCell('B3').value = '{{Description}}'
  sheet.getCell('C3').value = '{{Amount 金额}}'
  sheet.getCell('C3').numFmt = '#,##0.0'
  sheet.getCell('C3').font = { bold: true }
  sheet.mergeCells('A4:B4')
  sheet.getCell('A4').value = 'Together'
  sheet.getCell('C4').value = '{{TOTAL / Amount 金额}}'
  sheet.mergeCells('A6:C6')
  sheet.getCell('A6').value = '{{words}} {{nobody knows this}}'
  draw(sheet)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
const filled = async (of: PaperLayout, by?: Uint8Array): Promise<Worksheet> => {
  const workbook = new Workbook()
  await workbook.xlsx.load(Buffer.from(await fillOwnWorkbook(by ?? (await form()), of)) as never)
  return workbook.worksheets[0]!
}
const merges = (sheet: Worksheet) => [...(sheet.model.merges as unknown as string[])].sort()

describe('[PA23] a workbook of the company’s own', () => {
  it.each([0, 1, 2, 17, 200])('has each of %i lines, and what lies below them moves down whole', async (count) => {
    const rows = Array.from({ length: count }, (_, n) => [String(n + 1), `Goods ${n + 1}`, `1,00${n % 10}.50`])
    const sheet = await filled(paper(rows))
    const lines = Math.max(count, 1)
    expect(rows.map((_, n) => sheet.getCell(3 + n, 2).value)).toEqual(rows.map(([, goods]) => goods))
    expect(rows.map((_, n) => sheet.getCell(3 + n, 3).value)).toEqual(rows.map(([, , amount]) => Number(amount!.replace(',', ''))))
    expect(rows.every((_, n) => sheet.getCell(3 + n, 3).font.bold && sheet.getCell(3 + n, 3).numFmt === '#,##0.0')).toBe(true)
    expect(sheet.getCell(3 + lines, 1).value).toBe('Together')
    expect(sheet.getCell(3 + lines, 3).value).toBe('USD 10.00')
    expect(sheet.getCell(5 + lines, 1).value).toBe('SAY US DOLLARS TEN ONLY ')
    expect(merges(sheet)).toEqual(['A1:C1', `A${3 + lines}:B${3 + lines}`, `A${5 + lines}:C${5 + lines}`].sort())
    expect(sheet.getCell('A1').value).toBe('Invoice SH2026-0007 for Hansa\nHamburg')
  })

  it('takes nothing for a formula, and is the same bytes for the same paper', async () => {
    const evil = ['1', '=HYPERLINK("http://x")', '@SUM(1)']
    const by = await form()
    const sheet = await filled(paper([evil]), by)
    expect(sheet.getCell('B3').value).toBe(evil[1])
    expect(sheet.getCell('C3').value).toBe(evil[2])
    expect(await fillOwnWorkbook(by, paper([evil]))).toEqual(await fillOwnWorkbook(by, paper([evil])))
  })

  it('keeps formulas true: each line its own, and sums over all of them', async () => {
    const lines = [
      ['1', 'A', '1.00'],
      ['2', 'B', '2.00'],
      ['3', 'C', '3.00'],
    ]
    const sheet = await filled(
      paper(lines),
      await form((drawn) => {
        drawn.getCell('D3').value = { formula: 'C3*2' } as never
        drawn.getCell('D4').value = { formula: 'SUM(D3:D3)+C4+A1' } as never
      }),
    )
    expect([3, 4, 5, 6].map((row) => sheet.getCell(row, 4).formula)).toEqual(['C3*2', 'C4*2', 'C5*2', 'SUM(D3:D5)+C6+A1'])
  })

  it('repeats the merged cells of the line itself', async () => {
    const sheet = await filled(
      paper([
        ['1', 'A', '1.00'],
        ['2', 'B', '2.00'],
      ]),
      await form((drawn) => drawn.mergeCells('D3:E3')),
    )
    expect(merges(sheet)).toEqual(['A1:C1', 'A5:B5', 'A7:C7', 'D3:E3', 'D4:E4'])
  })

  it('filled as the sample, says everything that the ready-made workbook says', async () => {
    const text = fc.string({ minLength: 1, maxLength: 20 }).filter((one) => one.trim() === one && !/[{}\p{Cc}]/u.test(one))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 6 }), async (rows) => {
        const of = paper(rows)
        const sheet = await filled(of, await paperWorkbook(asPlaceholders(of)))
        const said = new Set<string>()
        sheet.eachRow((row) => row.eachCell(({ value }) => said.add(String(value))))
        for (const one of [
          'Hansa\nHamburg',
          '12 MAY 2026',
          'SAY US DOLLARS TEN ONLY',
          'USD 10.00',
          ...rows.flatMap(([no, goods]) => [no, goods]),
        ])
          expect(said).toContain(one)
      }),
      { numRuns: 30 },
    )
  })
})
