// The text of files as it is found by: of each type, in Chinese too, within bounds, and nothing of what is hostile. Rule FI23 of files.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { utils, write } from '@e965/xlsx'
import { ZipFile } from 'yazl'
import { afterAll, expect, test } from 'vitest'
import type { FileType } from '../../../preload/contract/vocabulary/file-types.ts'
import { drawnPdf } from '../../demonstration/files/drawn-pdf.ts'
import { contentReader } from '../content-reader.ts'
import { textOfFile } from './text.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'tradewind-text-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let count = 0
const lying = (bytes: Buffer | string): string => {
  const file = path.join(folder, String(++count))
  writeFileSync(file, bytes)
  return file
}
const read = (bytes: Buffer | string, type: FileType) => textOfFile(lying(bytes), type)
const zip = (entries: Record<string, string | Buffer>): Promise<Buffer> => {
  const made = new ZipFile()
  for (const [name, content] of Object.entries(entries)) made.addBuffer(Buffer.from(content), name)
  made.end()
  return buffer(made.outputStream)
}
const docx = (body: string) =>
  zip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  })

test('[FI23] PDFs, with Chinese by the maps that they name', async () => {
  const pdf = drawnPdf('采购合同', ['合同编号：PC2026-0001', 'latest shipment 2026-05-01'], 1)
  expect(await read(pdf, 'pdf')).toBe('采购合同合同编号：PC2026-0001 latest shipment 2026-05-01 ★')
})

test('[FI23] Word documents, workbooks of several sheets, texts in the code of Chinese systems, and mails without what they carry', async () => {
  expect(
    await read(
      await docx('<w:p><w:r><w:t>验货</w:t></w:r><w:r><w:t>报告</w:t></w:r></w:p><w:p><w:r><w:t>AQL 2.5</w:t></w:r></w:p>'),
      'docx',
    ),
  ).toBe('验货报告 AQL 2.5')
  const book = utils.book_new()
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['品名', '数量'],
      ['不锈钢杯', 1200],
    ]),
    '装箱单',
  )
  utils.book_append_sheet(book, utils.aoa_to_sheet([['second sheet']]), 'B')
  expect(await read(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer, 'xlsx')).toBe('装箱单品名数量不锈钢杯 1200 B second sheet')
  // 信用证 in GB 18030.
  expect(await read(Buffer.from('d0c5d3c3d6a4', 'hex'), 'txt')).toBe('信用证')
  const mail = `Subject: goods\r\n\r\nShip by Friday\r\n${'QUJD'.repeat(20)}\r\n`
  expect(await read(mail, 'eml')).toBe('Subject: goods Ship by Friday')
})

test('[FI23] a line that ends within Chinese breaks no word, and a long text is kept to its beginning', async () => {
  expect(await read('本合同一式两\n份，双方\r\n签字 and sealed\n by both', 'txt')).toBe('本合同一式两份，双方签字 and sealed by both')
  expect((await read('提单'.repeat(60_000), 'txt')).length).toBe(40_000)
  const pages = drawnPdf(
    'Long',
    Array.from({ length: 3000 }, (_, n) => `line ${n} of a very long paper that never ends at all`),
    2,
  )
  expect((await read(pages, 'pdf')).length).toBeLessThanOrEqual(40_000)
})

test('[FI23] what cannot be read has no text: half a PDF, one that points to itself, one that needs a password, bombs, types of their own', async () => {
  const whole = drawnPdf('x', ['y'], 1)
  expect(await read('%PDF-1.4 nothing follows', 'pdf')).toBe('')
  expect(await read(Buffer.from(whole.toString('latin1').replace('/Kids [3 0 R]', '/Kids [2 0 R]'), 'latin1'), 'pdf')).toBe('')
  const locked = whole
    .toString('latin1')
    .replace(
      '/Root 1 0 R >>',
      `/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >> /ID [<01> <01>] >>`,
    )
  expect(await read(Buffer.from(locked, 'latin1'), 'pdf')).toBe('')
  expect(await read(await zip({ 'word/document.xml': Buffer.alloc(30_000_000) }), 'docx')).toBe('')
  expect(
    await read(await zip({ 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '[Content_Types].xml': '<Types/>' }), 'xlsx'),
  ).toBe('')
})

test('[FI23] the process reads texts too, and one that never ends is nothing', async () => {
  const entry = path.resolve(import.meta.dirname, '../../content-process.ts')
  const reader = contentReader(entry, () => undefined)
  expect(await reader.do({ kind: 'text', file: lying('发票 invoice'), type: 'txt' })).toBe('发票 invoice')
  await reader.close()
  const said: string[] = []
  const hurried = contentReader(entry, (line) => said.push(line), 1)
  expect(await hurried.do({ kind: 'text', file: lying('x'), type: 'txt' })).toBeUndefined()
  expect(said).toEqual([expect.stringMatching(/text.*too long/)])
  await hurried.close()
})
