// Setting papers as PDF: a contract of one page and one of two hundred lines, beside bare Typst, which sets a plain table of the same rows with the same fonts.
// By the wall: what is measured runs in a process of its own. The goals of users are a second a page and three for two hundred lines.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openFileStore } from '../../main/files/store.ts'
import { fileMakers } from '../../main/papers/file-makers.ts'
import type { LaidBlock, PaperLayout } from '../../preload/contract/vocabulary/paper-layout.ts'
import { type Line, median } from './measure.ts'

const root = path.resolve(import.meta.dirname, '../..')
const ROUNDS = 7

const goods = (n: number): string[] => [String(n), `Stainless steel bottle 不锈钢保温杯 ${n}`, '1,005', 'PCS', '3.1275', '3,143.14']
const rowsOf = (count: number): string[][] => Array.from({ length: count }, (_, at) => goods(at + 1))
const column = (key: string, label: string, grow = 0) => ({ key, label, align: 'left' as const, grow, figures: false, picture: false })
const linesOf = (count: number): LaidBlock => ({
  kind: 'rows',
  title: null,
  columns: [column('no', 'No.'), column('goods', 'Goods', 1), ...['quantity', 'unit', 'price', 'amount'].map((key) => column(key, key))],
  rows: rowsOf(count),
  sums: [{ label: 'TOTAL', cells: ['', 'USD 7,705.08'], strong: true }],
  words: ['SAY US DOLLARS SEVEN THOUSAND SEVEN HUNDRED FIVE AND CENTS EIGHT ONLY'],
})
const paper = (count: number): PaperLayout => ({
  ...{
    language: 'en-zh',
    titles: ['SALES CONTRACT', '外销合同'],
    number: 'SC2026-0042',
    company: ['Tradewind Co., Ltd.', '信风贸易有限公司'],
  },
  ...{ companyLines: ['Ningbo'], letterhead: true, logo: null, logoHeight: 14, font: 'sans', size: 9, format: 'a4', landscape: false },
  ...{ labelWidth: 30, mark: null, pageWords: ['Page ', ' of ', ''], footer: '', acrossPages: null, pictures: {}, at: '2026-05-12' },
  blocks: [linesOf(count)],
})

const wall = async (work: () => unknown): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

export const papersBench = async (): Promise<Line[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tradewind-papers-'))
  const [entry, template] = ['typesetting.ts', 'paper.typ'].map((name) => path.join(root, 'main/papers', name)) as [string, string]
  const makers = fileMakers({ root, entry, template, store: openFileStore(folder) })
  const fontPaths = ['noto-sans-sc', 'noto-sans'].map((font) => path.join(root, 'node_modules/@expo-google-fonts', font, '400Regular'))
  const bare = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths }] })
  const plain = (count: number): void => {
    const cells = rowsOf(count)
      .flat()
      .map((text) => `[${text.replaceAll(',', '\\,')}]`)
    const mainFileContent = `#set text(font: ("Noto Sans SC", "Noto Sans"), size: 9pt)\n#table(columns: 6, ${cells.join(', ')})`
    bare.pdf(bare.compile({ mainFileContent }).result!)
    bare.evictCache(0)
  }
  // The process that sets papers keeps nobody waiting, and so keeps no program alive.
  const awake = setInterval(() => undefined, 1000)
  try {
    const lines: Line[] = []
    for (const [what, count, goal] of [
      ['a contract of one page as PDF', 5, 4],
      ['a contract of 200 lines as PDF', 200, 2],
    ] as const) {
      const laid = paper(count)
      await makers.setPaper(laid)
      plain(count)
      const [anchors, ours]: [number[], number[]] = [[], []]
      for (let round = 0; round < ROUNDS; round++) {
        anchors.push(await wall(() => plain(count)))
        ours.push(await wall(() => makers.setPaper(laid)))
      }
      const ratio = median(ours.map((ms, at) => ms / anchors[at]!))
      const [anchorMs, oursMs] = [median(anchors), median(ours)]
      lines.push({ what, anchor: `bare Typst, ${count} rows`, anchorMs, oursMs, ratio, goal: `≤ ${goal}`, met: ratio <= goal })
    }
    return lines
  } finally {
    await makers.close()
    clearInterval(awake)
    rmSync(folder, { recursive: true, force: true })
  }
}
