// Papers as PDF: never a line less than there is, text in is text out, the same bytes for the same paper, and a process that is ended when it must be.
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, describe, expect, it, vi } from 'vitest'
import path from 'node:path'
import type { LaidBlock, LaidLine, LaidRun, PaperLayout } from '../../preload/contract/vocabulary/paper-layout.ts'
import { testFileMakers } from '../testing/file-makers.ts'
import { faultsOnPages } from '../testing/paper-on-pages.ts'
import { pdfPages, type PdfRun } from '../testing/pdf-pages.ts'
import { pdfTexts } from '../testing/pdf-text.ts'
import { typesetter } from './typesetter.ts'

const makers = testFileMakers(tmpdir())
afterAll(() => makers.close())

const columns = [
  { key: 'no', label: 'No.', align: 'center' as const, grow: 0, figures: false, picture: false },
  { key: 'goods', label: 'Description\n品名', align: 'left' as const, grow: 1, figures: false, picture: false },
  { key: 'amount', label: 'Amount (USD)', align: 'right' as const, grow: 0, figures: true, picture: false },
]
const rows = (count: number, goods = (n: number) => `Goods ${n}`): LaidBlock => ({
  kind: 'rows',
  title: null,
  columns,
  rows: Array.from({ length: count }, (_, at) => [String(at + 1), goods(at + 1), `${at + 1}.00`]),
  sums: [{ label: 'TOTAL', cells: ['USD 6,734.00'], strong: true }],
  words: ['SAY US DOLLARS SIX THOUSAND ONLY'],
})
const signatures: LaidBlock = {
  kind: 'signatures',
  text: null,
  parties: [{ label: 'For the seller', name: 'Tradewind', below: 'Name', sign: null, seal: null, signHeight: 13, sealHeight: 38 }],
}
const paper = (given: Partial<PaperLayout> = {}): PaperLayout => ({
  ...{ language: 'en', titles: ['SALES CONTRACT'], number: 'SC2026-0042', company: ['Tradewind Co., Ltd.'], companyLines: ['Ningbo'] },
  ...{ letterhead: true, logo: null, logoHeight: 14, font: 'sans', size: 9, format: 'a4', landscape: false, labelWidth: 30, mark: null },
  ...{ pageWords: ['Page ', ' of ', ''], footer: '', acrossPages: null, blocks: [rows(3), signatures], pictures: {}, at: '2026-05-12' },
  ...given,
})
const textsOf = async (given: Partial<PaperLayout>) => pdfTexts((await makers.setPaper(paper(given))).pdf)

describe('[PA28] papers in one file', () => {
  it('keep their pages, sheets, texts and looks, one after the other, and are the same bytes for the same papers', async () => {
    const parts = [
      await makers.setPaper(paper({ blocks: [rows(60), signatures] })),
      await makers.setPaper(paper({ number: 'CI-1', landscape: true })),
    ]
    const join = () => makers.joinPapers({ title: 'CD-SET-1', at: '2026-05-12', parts })
    const joined = await join()
    const texts = await Promise.all(parts.map(({ pdf }) => pdfTexts(pdf)))
    expect(await pdfTexts(joined)).toEqual(texts.flat())
    expect(texts.map((pages) => pages.length)).toEqual(parts.map(({ pages }) => pages))
    expect(Buffer.compare(Buffer.from(joined), Buffer.from(await join()))).toBe(0)
    const plain = Buffer.from(joined).toString('latin1')
    const sheets = [...plain.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => Number(width) > Number(height))
    expect(sheets).toEqual([...(parts[0]!.pages === 1 ? [false] : Array.from({ length: parts[0]!.pages }, () => false)), true])
  })
})

describe('[PA6] every line is on the paper', () => {
  it.each([1, 17, 40, 200])('%i lines are on it, the head on each page, the sum once and never alone', async (count) => {
    const pages = await textsOf({ blocks: [rows(count), signatures] })
    const text = pages.join('\n')
    const numbers = [...text.matchAll(/^(\d+) Goods (\d+) /gm)].map(([, no, goods]) => [Number(no), Number(goods)])
    expect(numbers).toEqual(Array.from({ length: count }, (_, at) => [at + 1, at + 1]))
    expect(text.match(/USD 6,734\.00/g)).toHaveLength(1)
    const withLines = pages.filter((page) => /Goods \d/.test(page))
    for (const page of withLines) expect(page).toContain('Amount (USD)')
    expect(pages.find((page) => page.includes('USD 6,734.00'))).toMatch(/Goods \d/)
    pages.forEach((page, at) => expect(page).toContain(`Page ${at + 1} of ${pages.length}`))
  })

  it('a table of one line is one piece: its head is never alone, wherever on a page it comes', { timeout: 60_000 }, async () => {
    const found: string[] = []
    for (let above = 40; above < 64; above++) {
      const text = Array.from({ length: above }, (_, n) => `Line ${n + 1}`).join('\n')
      const of = paper({ blocks: [{ kind: 'text', title: null, text, keep: false }, rows(1), signatures] })
      found.push(...faultsOnPages(of, await pdfPages((await makers.setPaper(of)).pdf)))
    }
    expect(found).toEqual([])
  })
  it('sums are never alone on a page, however many lines stand above them', async () => {
    for (let count = 26; count <= 44; count += 1) {
      const pages = await textsOf({ blocks: [rows(count), signatures] })
      expect(pages.find((page) => page.includes('USD 6,734.00'))).toMatch(/Goods \d/)
    }
  })

  it('a description of 45 lines stands whole, and one taller than a page goes on over it', async () => {
    const long = Array.from({ length: 45 }, (_, at) => `line ${at + 1} of it`).join('\n')
    const whole = await textsOf({ blocks: [rows(3, (n) => (n === 2 ? long : `Goods ${n}`)), signatures] })
    for (let at = 1; at <= 45; at += 1) expect(whole.join('\n')).toContain(`line ${at} of it`)
    const taller = Array.from({ length: 150 }, (_, at) => `part ${at + 1} of it`).join('\n')
    const broken = await textsOf({ blocks: [rows(1, () => taller)] })
    expect(broken.length).toBeGreaterThan(2)
    for (let at = 1; at <= 150; at += 1) expect(broken.join('\n')).toContain(`part ${at} of it`)
  })
})

describe('[PA14] text in is text out', () => {
  it('whatever it looks like, and in every script that the fonts have', async () => {
    const said = [
      '#panic("x")',
      '*bold* $x$ <b>',
      '=SUM(A1)',
      '\\u{1F}',
      'Łódź Škoda Größe',
      'Товар',
      'Ελλάδα',
      '不锈钢保温杯 㐂䶮𫚖',
      'Việt Nam',
    ]
    const [text] = await textsOf({ blocks: [rows(said.length, (n) => said[n - 1]!)], companyLines: said })
    for (const one of said) expect(text).toContain(one)
  })
  it('names the characters that no font has', async () => {
    expect((await makers.setPaper(paper({ companyLines: ['好 𠮷 😀'] }))).missing).toEqual(['𠮷', '😀'])
    expect((await makers.setPaper(paper())).missing).toEqual([])
  })
})

describe('[PA30] texts with marks', () => {
  const plain = (text: string): LaidRun => ({ text, bold: false, underlined: false })
  const long = 'every carton is weighed before it leaves and what it weighs is written on two sides of it '.repeat(3).trim()
  const lines: LaidLine[] = [
    { mark: '', runs: [{ ...plain('Quality'), bold: true }, plain(': as '), { ...plain('agreed 封样'), underlined: true }, plain('.')] },
    { mark: '•', runs: [plain(long)] },
    { mark: '', runs: [plain('')] },
    { mark: '12.', runs: [{ text: '质量 both', bold: true, underlined: true }] },
  ]
  const text = lines.map(({ mark, runs }) => [mark, ...runs.map((run) => run.text)].join(' ')).join('\n')
  const set = async (given: Partial<PaperLayout>) => {
    const of = paper(given)
    const pages = await pdfPages((await makers.setPaper(of)).pdf)
    return { pages, faults: faultsOnPages(of, pages) }
  }

  it('are bold, underlined and indented as marked, in paragraphs and clauses alike', async () => {
    const { pages, faults } = await set({
      blocks: [
        { kind: 'text', title: null, text, marked: lines, keep: false },
        {
          kind: 'clauses',
          title: 'Terms',
          items: ['as typed', text],
          marked: [[{ mark: '', runs: [plain('as typed')] }], lines],
          keep: false,
        },
        signatures,
      ],
    })
    expect(faults).toEqual([])
    const { runs, level } = pages[0]!
    const of = (said: string) => runs.find((run) => run.text.includes(said))!
    expect(of('Quality').font).not.toBe(of(': as').font)
    expect(of('both').font).toBe(of('Quality').font)
    const isUnderlined = ({ left, right, y }: PdfRun) =>
      level.some((line) => line.from < left + 1 && line.to > right - 1 && y - line.at > 0 && y - line.at < 3)
    expect([of('agreed'), of('封样'), of('both')].map(isUnderlined)).toEqual([true, true, true])
    expect([of('Quality'), of(': as')].map(isUnderlined)).toEqual([false, false])
    // What does not fit on the line of a list goes on below its text, not below its mark.
    const lefts = new Set(
      runs.filter((run) => run.text.trim().length > 20 && long.includes(run.text.trim())).map((run) => Math.round(run.left)),
    )
    expect(lefts.size).toBe(2)
    expect(Math.min(...lefts)).toBeGreaterThan(Math.round(of('Quality').left) + 10)
  })

  it('are letters like all others between their marks', async () => {
    const hostile = [
      '#panic("x")',
      '#import "/etc/passwd"',
      '#image("https://example.com/x.png")',
      '$x$',
      '<label> @label',
      '= Heading',
      '\\u{1F}',
      '`raw`',
      '*a* _b_',
      'https://example.com',
    ]
    const marked = hostile.map(
      (said, n): LaidLine => ({ mark: n % 3 === 0 ? '•' : '', runs: [{ text: said, bold: n % 2 === 0, underlined: n % 4 === 0 }] }),
    )
    const said = marked.map(({ mark, runs }) => `${mark} ${runs[0]!.text}`).join('\n')
    const { pages, faults } = await set({ blocks: [{ kind: 'text', title: null, text: said, marked, keep: false }, signatures] })
    expect(faults).toEqual([])
    expect(pages).toHaveLength(1)
  })
})

describe('marks', () => {
  it('[PA9] stand across each page and leave everything where it was', async () => {
    const plain = await textsOf({ blocks: [rows(60)] })
    const marked = await textsOf({ blocks: [rows(60)], mark: 'DRAFT 草稿' })
    expect(marked.map((page) => page.replace('\nacross: DRAFT 草稿', ''))).toEqual(plain)
    expect(marked.every((page) => page.includes('across: DRAFT 草稿'))).toBe(true)
  })
})

describe('[PA15] the process that sets papers', () => {
  const root = path.resolve(import.meta.dirname, '../..')
  const own = (given: { longestMs?: number; restMs?: number }) =>
    typesetter({
      entry: path.join(root, 'main/papers/typesetting.ts'),
      template: path.join(root, 'main/papers/paper.typ'),
      fonts: ['noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'].map((font) => path.join(root, 'node_modules/@expo-google-fonts', font)),
      ...given,
    })
  it('makes the same bytes of the same paper, whichever process makes it', async () => {
    const other = testFileMakers(tmpdir())
    const [a, b] = await Promise.all([makers.setPaper(paper()), other.setPaper(paper())])
    await other.close()
    expect(Buffer.compare(Buffer.from(a.pdf), Buffer.from(b.pdf))).toBe(0)
  })
  it('and the workbook of the same paper is the same bytes, whenever it is made', async () => {
    const first = await makers.paperWorkbook(paper())
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2031-07-08T09:10:11Z') })
    const later = await makers.paperWorkbook(paper()).finally(() => vi.useRealTimers())
    expect(Buffer.compare(Buffer.from(first), Buffer.from(later))).toBe(0)
  })
  it('is ended when a paper takes too long, and the next one is set', async () => {
    const slow = own({ longestMs: 1 })
    await expect(slow.do(paper({ blocks: [rows(400)] }))).rejects.toThrow('too long')
    await slow.close()
    const next = own({})
    expect((await next.do(paper())).pages).toBe(1)
    await next.close()
  })
  it('says what it could not set, and goes on', async () => {
    const setter = own({})
    await expect(setter.do({ ...paper(), logo: 'logo', pictures: { logo: new Uint8Array([1, 2, 3]) } })).rejects.toThrow(/image/)
    expect((await setter.do(paper())).pages).toBe(1)
    await setter.close()
  })
  it.runIf(process.platform === 'linux')('is let go when it rests, and begun anew for the next paper', async () => {
    /** The process of this setter alone: it has one font. */
    const isOurs = (pid: string): boolean => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
        const parent = /\) \S (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]
        return parent === String(process.pid) && words.filter((word) => word.endsWith('.ttf')).length === 1
      } catch {
        return false // it ended while it was looked at
      }
    }
    const running = () => readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isOurs(name))
    const setter = own({ restMs: 300 })
    await setter.do(paper())
    await vi.waitUntil(() => running().length === 0, { timeout: 20_000 })
    expect((await setter.do(paper())).pages).toBe(1)
    expect(running()).toHaveLength(1)
    await setter.close()
    expect(running()).toHaveLength(0)
  })
})
