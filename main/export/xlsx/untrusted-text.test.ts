// Hostile and odd text in an export: nothing becomes a formula, nothing breaks the XML, everything legal comes back unchanged.
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatsOf, partsOf, plainSheet, sheetXmlOf, textsOf, workbookBytes } from './testing/workbook-parts.ts'

const readColumn = async (bytes: Buffer, column: number, rows: number): Promise<unknown[]> => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0])
  return Array.from({ length: rows }, (_, i) => book.worksheets[0]?.getCell(i + 3, column).value)
}

const FORMULAS = [
  '=1+1',
  '=HYPERLINK("http://example.invalid","x")',
  "=cmd|' /C calc'!A0",
  '+1',
  '-1',
  '-2+3+cmd|x!A0',
  '@SUM(1,2)',
  '\t=1',
  '\r=1',
  '\n=1',
  '\u0000=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '=',
]

describe('untrusted text', () => {
  it('[SEC53] stays a text cell, also when somebody edits it, and never a formula', async () => {
    const harmless = ['a=1', '1+1', ' =1', "'=1", 'SC-001']
    const texts = [...FORMULAS, ...harmless]
    const bytes = await workbookBytes([
      plainSheet(
        [
          { title: '=1+1', kind: 'text' },
          { title: 'm', kind: 'money' },
        ],
        texts.map((t) => [t, t]),
        { title: '=evil()', subtitleLines: ['@x'], totals: [['=SUM(A1)', '+1']] },
      ),
    ])
    const parts = partsOf(bytes)
    for (const [name, xml] of parts) expect([name, /<f[ >/]/.test(xml)]).toEqual([name, false])
    // The text format: what is typed over the cell stays text as well.
    const formats = formatsOf(bytes)
    const cells = [...sheetXmlOf(bytes).matchAll(/<c r="([A-Z]+\d+)" s="\d+" t="(?:str|inlineStr)">/g)].map((m) => m[1]!)
    expect(cells.length).toBe(1 + 1 + 2 + 2 * texts.length + 2)
    for (const ref of cells) expect([ref, formats.get(ref)]).toEqual([ref, 'built in 49'])
    expect(textsOf(bytes, 'A', 4, texts.length)).toEqual(texts.map((t) => t.replace('\u0000', '')))
  })

  it('[SEC53] keeps every character XML can carry, and only those', async () => {
    const texts = [
      '<b>&amp;</b> "q" \'a\'',
      ']]>',
      '  edge  ',
      'two\nlines',
      'tab\there',
      'cr\r\nlf',
      '_x000D_ _x0041_',
      '信风 😀 𠮷',
      '\u00a0nbsp',
      'a\u007fb\u0085c',
    ]
    const dropped = ['a\u0000b\u0001\u0008\u000b\u000c\u001fc\ufffe\uffff', 'half \ud800 pair', '\udc00']
    const bytes = await workbookBytes([
      plainSheet(
        [{ title: 't', kind: 'text' }],
        [...texts, ...dropped].map((t) => [t]),
      ),
    ])
    expect(textsOf(bytes, 'A', 3, texts.length + 3)).toEqual([...texts, 'abc', 'half \ufffd pair', '\ufffd'])
  })

  it('cuts a text at the length Excel refuses', async () => {
    const bytes = await workbookBytes([
      plainSheet(
        [{ title: 't', kind: 'text' }],
        [['x'.repeat(32_767)], ['y'.repeat(32_768)], ['😀'.repeat(20_000)], ['<'.repeat(600_000)]],
      ),
    ])
    const [whole, cut, faces, long] = textsOf(bytes, 'A', 3, 4)
    expect([whole?.length, cut?.length, cut?.at(-1), faces?.length]).toEqual([32_767, 32_767, '…', 32_767])
    expect(long).toBe(`${'<'.repeat(32_766)}…`)
  })

  it('gives random strings and decimals back exactly', async () => {
    const unit = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(...FORMULAS),
      fc.constantFrom('_x0000_', '_x005F_', ' ', '\n', '&lt;', ']]>'),
    )
    // Fifteen significant digits are what a double, and so every reader, holds exactly.
    const decimal = fc
      .tuple(fc.bigInt({ min: -999_999_999_999_999n, max: 999_999_999_999_999n }), fc.integer({ min: 0, max: 8 }))
      .map(([n, places]) => {
        const digits = String(n < 0n ? -n : n).padStart(places + 1, '0')
        return `${n < 0n ? '-' : ''}${digits.slice(0, digits.length - places)}${places > 0 ? `.${digits.slice(-places)}` : ''}`
      })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(unit, decimal), { minLength: 1, maxLength: 60 }), async (pairs) => {
        const bytes = await workbookBytes([
          plainSheet(
            [
              { title: 't', kind: 'text' },
              { title: 'n', kind: 'money' },
            ],
            pairs.map(([text, n]) => [text, { decimal: n }]),
          ),
        ])
        const carried = (c: string) => (c >= ' ' && c !== '\ufffe' && c !== '\uffff') || ['\t', '\n', '\r'].includes(c)
        const legal = pairs.map(([text]) => [...text.replace(/\p{Cs}/gu, '\ufffd')].filter(carried).join(''))
        expect(textsOf(bytes, 'A', 3, pairs.length)).toEqual(legal.map((t) => (t === '' ? null : t)))
        expect(await readColumn(bytes, 2, pairs.length)).toEqual(pairs.map(([, n]) => Number(n) + 0))
        const written = [...sheetXmlOf(bytes).matchAll(/<c r="B\d+" s="\d+"><v>([^<]*)<\/v>/g)].map((m) => m[1])
        expect(written).toEqual(pairs.map(([, n]) => n))
      }),
      { numRuns: 60 },
    )
  })
})
