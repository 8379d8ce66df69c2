// The workbook as a reader finds it: everything written is read back with exceljs, cell for cell.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Cell, ExportColumn, ExportSheet, Row } from './export-sheet.ts'
import { partsOf, plainSheet, sheetXmlOf, workbookBytes } from './testing/workbook-parts.ts'
import { writeWorkbook } from './write-workbook.ts'

const read = async (bytes: Buffer): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook()
  // exceljs declares a Buffer type of its own.
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0])
  return book
}
const sheetOf = (book: ExcelJS.Workbook, n = 0): ExcelJS.Worksheet => {
  const sheet = book.worksheets[n]
  if (!sheet) throw new Error(`no sheet ${n}`)
  return sheet
}
const day = (iso: string) => new Date(`${iso}T00:00:00Z`)

const columns: ExportColumn[] = [
  { title: '合同号', kind: 'text' },
  { title: '客户名称', kind: 'text' },
  { title: '签约日期', kind: 'date' },
  { title: '金额', kind: 'money', decimalsOf: (row: Row) => (row[4] === 'JPY' ? 0 : row[4] === 'KWD' ? 3 : 2) },
  { title: '币种', kind: 'text' },
  { title: '件数', kind: 'integer' },
  { title: '单价', kind: 'decimal' },
  { title: '汇率', kind: 'decimal', decimals: 4 },
  { title: '毛利率', kind: 'percent' },
  { title: '更新时间', kind: 'datetime' },
  { title: '已核销', kind: 'boolean' },
]
const rows: Cell[][] = [
  [
    'SC-001',
    '宁波信风进出口有限公司',
    { date: '2026-03-31' },
    { decimal: '50000.10' },
    'USD',
    1200,
    { decimal: '41.666750' },
    { decimal: '7.1' },
    { decimal: '12.5' },
    { date: '2026-03-31T08:30' },
    true,
  ],
  [
    'SC-002',
    'Ōsaka Trading',
    { date: '1999-12-31' },
    { decimal: '-1234567' },
    'JPY',
    0,
    { decimal: '5' },
    { decimal: '0.04274538' },
    { decimal: '-0.25' },
    { date: '2026-03-31T16:30:15Z' },
    false,
  ],
  ['SC-003', null, undefined, { decimal: '0.125' }, 'KWD', -7, null, 1.5, 13, null, undefined],
]
const sheet: ExportSheet = {
  name: '合同 [2026]: A/B',
  title: '销售合同清单',
  subtitleLines: ['币种: 全部', '截至 2026-03-31'],
  columns,
  rows,
  totals: [
    ['合计', null, null, { decimal: '48765.43' }, 'USD', 1193],
    ['合计', null, null, { decimal: '-1234567' }, 'JPY'],
  ],
}

describe('writeWorkbook', () => {
  let book: ExcelJS.Workbook
  let ws: ExcelJS.Worksheet
  beforeAll(async () => {
    book = await read(await workbookBytes([sheet]))
    ws = sheetOf(book)
  })

  it('puts title, filter lines and header above the rows, with a legal sheet name', () => {
    expect(ws.name).toBe('合同 2026 A B')
    expect(['A1', 'A2', 'A3'].map((a) => ws.getCell(a).value)).toEqual(['销售合同清单', '币种: 全部', '截至 2026-03-31'])
    expect((ws.getRow(4).values as unknown[]).slice(1)).toEqual(columns.map((c) => c.title))
    expect(ws.getCell('A1').font).toMatchObject({ bold: true, size: 14 })
    for (let c = 1; c <= columns.length; c++) {
      expect(ws.getCell(4, c).font.bold).toBe(true)
      expect(ws.getCell(4, c).fill).toMatchObject({ type: 'pattern', pattern: 'solid' })
    }
  })

  it('freezes everything above the rows and filters rows without the totals', () => {
    expect(ws.views).toMatchObject([{ state: 'frozen', ySplit: 4, topLeftCell: 'A5' }])
    expect(ws.autoFilter).toBe('A4:K7')
  })

  it('gives every value back as its kind', () => {
    const values = [5, 6, 7].map((r) => columns.map((_, c) => ws.getCell(r, c + 1).value))
    expect(values).toEqual([
      [
        'SC-001',
        '宁波信风进出口有限公司',
        day('2026-03-31'),
        50000.1,
        'USD',
        1200,
        41.66675,
        7.1,
        0.125,
        new Date('2026-03-31T08:30:00Z'),
        true,
      ],
      // 16:30:15 UTC is 00:30:15 of the next day in Shanghai.
      ['SC-002', 'Ōsaka Trading', day('1999-12-31'), -1234567, 'JPY', 0, 5, 0.04274538, -0.0025, new Date('2026-04-01T00:30:15Z'), false],
      ['SC-003', null, null, 0.125, 'KWD', -7, null, 1.5, 0.13, null, null],
    ])
  })

  it('shows each currency with its own places, and dates as dates', () => {
    expect([5, 6, 7, 8, 9].map((r) => ws.getCell(r, 4).numFmt)).toEqual(['#,##0.00', '#,##0', '#,##0.000', '#,##0.00', '#,##0'])
    expect([3, 6, 7, 8, 9, 10].map((c) => ws.getCell(5, c).numFmt)).toEqual([
      'yyyy-mm-dd',
      '#,##0',
      '#,##0.000000',
      '#,##0.0000',
      '0.00%',
      'yyyy-mm-dd hh:mm',
    ])
    expect(ws.getCell('G6').numFmt).toBe('#,##0')
    expect(ws.getCell('A5').numFmt).toBe('@')
  })

  it('writes decimals digit for digit', async () => {
    const xml = sheetXmlOf(await workbookBytes([sheet]))
    for (const text of ['50000.10', '41.666750', '-1234567', '0.125', '-0.0025', '0.04274538']) expect(xml).toContain(`<v>${text}</v>`)
    const long = '12345678901234567890.123456789'
    expect(sheetXmlOf(await workbookBytes([plainSheet([{ title: 'n', kind: 'money' }], [[{ decimal: long }]])]))).toContain(
      `<v>${long}</v>`,
    )
  })

  it('names columns beyond the letters, and the first and last cell of each row', async () => {
    const wide = Array.from({ length: 703 }, (_, i): ExportColumn => ({ title: `c${i + 1}`, kind: 'integer' }))
    const xml = sheetXmlOf(await workbookBytes([plainSheet(wide, [wide.map((_, i) => i + 1), [null, 2, null]])]))
    const at = (column: number) => xml.match(new RegExp(`<c r="([A-Z]+)3" s="\\d+"><v>${column}</v>`))?.[1]
    expect([1, 26, 27, 52, 53, 702, 703].map(at)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
    expect(xml).toContain('<row r="3" spans="1:703"')
    expect(xml).toContain('<row r="4" spans="2:2"')
  })

  it('sets totals apart: bold, a line above from the first to the last column', () => {
    expect(ws.getCell('A8').value).toBe('合计')
    expect(ws.getCell('D8').value).toBe(48765.43)
    for (const r of [8, 9]) {
      for (let c = 1; c <= columns.length; c++) {
        expect(ws.getCell(r, c).font.bold).toBe(true)
        expect(ws.getCell(r, c).border.top?.style).toBe('thin')
      }
    }
    expect(ws.getCell('D7').font.bold).toBeFalsy()
  })

  it('fits columns to Chinese text', () => {
    const width = (c: number) => ws.getColumn(c).width ?? 0
    expect(width(2)).toBeGreaterThanOrEqual(22)
    expect(width(2)).toBeLessThanOrEqual(26)
    expect(width(10)).toBeGreaterThanOrEqual(16)
  })

  it('reads totals only after the last row', async () => {
    let sum = 0
    const counted: ExportSheet = {
      ...plainSheet(
        [{ title: 'n', kind: 'integer' }],
        (function* () {
          for (let i = 1; i <= 500; i++) {
            sum += i
            yield [i]
          }
        })(),
      ),
      get totals() {
        return [[sum]]
      },
    }
    const ws2 = sheetOf(await read(await workbookBytes([counted])))
    expect(ws2.getCell('A503').value).toBe(125_250)
  })

  it('keeps a sheet of no rows whole', async () => {
    const empty = sheetOf(await read(await workbookBytes([plainSheet([{ title: 'n', kind: 'text' }], [], { totals: [['none']] })])))
    expect([empty.getCell('A2').value, empty.getCell('A3').value, empty.autoFilter]).toEqual(['n', 'none', 'A2:A2'])
  })

  it('writes what Excel has no date for as text', async () => {
    const odd = ['1899-12-31', '2026-02-30', 'soon', '2026-01-01T25:00']
    const ws2 = sheetOf(
      await read(
        await workbookBytes([
          plainSheet(
            [{ title: 'd', kind: 'date' }],
            odd.map((date) => [{ date }]),
          ),
        ]),
      ),
    )
    expect(odd.map((_, i) => ws2.getCell(i + 3, 1).value)).toEqual(odd)
  })

  it('treats any value in a text column as text, and a text in a number column as text', async () => {
    const ws2 = sheetOf(
      await read(
        await workbookBytes([
          plainSheet(
            [
              { title: 't', kind: 'text' },
              { title: 'm', kind: 'money' },
            ],
            [
              [{ decimal: '0012.50' }, '***'],
              [7, true],
              [{ date: '2026-01-02' }, { date: '2026-01-02' }],
            ],
          ),
        ]),
      ),
    )
    expect([3, 4, 5].map((r) => [ws2.getCell(r, 1).value, ws2.getCell(r, 2).value])).toEqual([
      ['0012.50', '***'],
      ['7', true],
      ['2026-01-02', day('2026-01-02')],
    ])
  })

  it('continues a list on further sheets when one is full, totals on the last', async () => {
    const many = Array.from({ length: 25 }, (_, i): Cell[] => [i])
    const bytes = await workbookBytes(
      [plainSheet([{ title: 'n', kind: 'integer' }], many, { totals: [[300]] }), plainSheet([{ title: 'x', kind: 'text' }], [['y']])],
      {
        sheetRows: 2 + 64 + 10,
      },
    )
    const book2 = await read(bytes)
    expect(book2.worksheets.map((w) => [w.name, w.rowCount])).toEqual([
      ['List', 12],
      ['List (2)', 12],
      ['List (3)', 8],
      ['List (4)', 3],
    ])
    const all = book2.worksheets.slice(0, 3).flatMap((w) => w.getColumn(1).values.slice(3))
    expect(all).toEqual([...many.map((r) => r[0]), 300])
    // A list that just fits has no empty sheet behind it.
    const exact = await read(await workbookBytes([plainSheet([{ title: 'n', kind: 'integer' }], many)], { sheetRows: 2 + 64 + 25 }))
    expect(exact.worksheets.length).toBe(1)
  })

  it('makes the same parts from the same rows', async () => {
    const at = new Date('2026-03-31T08:00:00Z')
    expect(partsOf(await workbookBytes([sheet], { at }))).toEqual(partsOf(await workbookBytes([sheet], { at })))
  })

  it('names the printed header of every sheet', async () => {
    const xml = partsOf(await workbookBytes([sheet, { ...sheet, name: "it's" }])).get('xl/workbook.xml')
    expect(xml).toContain('localSheetId="0">&apos;合同 2026 A B&apos;!$4:$4</definedName>')
    expect(xml).toContain('localSheetId="1">&apos;it’s&apos;!$4:$4</definedName>')
  })
})

describe('writeWorkbook to its target', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xlsx-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true })
  })
  const one: ExportColumn[] = [{ title: 'n', kind: 'integer' }]

  it('writes a file, counts the rows and leaves nothing beside it', async () => {
    const path = join(folder, '清单.xlsx')
    expect(await writeWorkbook(path, [plainSheet(one, [[1], [2]]), plainSheet(one, [[3]])])).toEqual({ rows: 3 })
    expect((await read(await readFile(path))).worksheets.length).toBe(2)
    expect(await readdir(folder)).toEqual(['清单.xlsx'])
    await rm(path)
  })

  it('keeps the old file when the rows fail, and closes their source', async () => {
    const path = join(folder, 'old.xlsx')
    await writeFile(path, 'old')
    let closed = false
    const failing = (async function* () {
      try {
        for (let i = 0; i < 5000; i++) yield [i]
        throw new Error('the query broke')
      } finally {
        closed = true
      }
    })()
    await expect(writeWorkbook(path, [plainSheet(one, failing)])).rejects.toThrow('the query broke')
    await expect(writeWorkbook(path, [plainSheet([{ title: 'n', kind: 'money' }], [[{ decimal: '1e5' }]])])).rejects.toThrow('no decimal')
    await expect(writeWorkbook(path, [plainSheet(one, [[Number.NaN]])])).rejects.toThrow('no number')
    expect(closed).toBe(true)
    expect(await readFile(path, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['old.xlsx'])
    await rm(path)
  })

  it('refuses a folder that is not there', async () => {
    await expect(writeWorkbook(join(folder, 'none', 'a.xlsx'), [plainSheet(one, [[1]])])).rejects.toThrow('ENOENT')
  })

  it('ends a stream, and breaks it off when the rows fail, so that half a file never looks whole', async () => {
    const good = new PassThrough()
    const chunks: Buffer[] = []
    good.on('data', (c: Buffer) => chunks.push(Buffer.from(c)))
    await writeWorkbook(good, [plainSheet(one, [[1]])])
    expect(good.writableFinished).toBe(true)
    expect(partsOf(Buffer.concat(chunks)).size).toBe(9)

    const bad = new PassThrough()
    bad.resume()
    const failing = (function* () {
      yield [1]
      throw new Error('the query broke')
    })()
    await expect(writeWorkbook(bad, [plainSheet(one, failing)])).rejects.toThrow('the query broke')
    expect(bad.destroyed).toBe(true)
  })

  it('stops when the reader goes away, even in the middle of a write', async () => {
    let closed = 0
    const endless = function* () {
      try {
        for (let i = 0; ; i++) yield [i]
      } finally {
        closed++
      }
    }
    const stuck = new Writable({ write: () => undefined })
    const writing = writeWorkbook(stuck, [plainSheet(one, endless())])
    setTimeout(() => stuck.destroy(), 20)
    await expect(writing).rejects.toThrow(/closed|destroyed/)
    expect(closed).toBe(1)

    const leaving = new Writable({
      write: (_chunk, _encoding, done) => {
        done()
      },
    })
    const started = writeWorkbook(leaving, [plainSheet(one, endless())])
    setTimeout(() => leaving.destroy(new Error('connection reset')), 50)
    await expect(started).rejects.toThrow('connection reset')
    await expect.poll(() => closed).toBe(2)
  })
})
