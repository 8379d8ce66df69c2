// A seal across the pages, in the bytes: a strip at the right edge of each page, laid side by side the whole seal. Rule PA27 of papers.
import { tmpdir } from 'node:os'
import fc from 'fast-check'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, expect, it } from 'vitest'
import type { LaidBlock, PaperLayout } from '../../preload/contract/vocabulary/paper-layout.ts'
import { testFileMakers } from '../testing/file-makers.ts'
import { aPng } from '../testing/png.ts'

const makers = testFileMakers(tmpdir())
afterAll(() => makers.close())

const MILLIMETRE = 72 / 25.4
const lines = (count: number): LaidBlock => ({
  ...{ kind: 'rows', title: null, sums: [], words: [] },
  columns: [{ key: 'no', label: 'No.', align: 'left', grow: 1, figures: false, picture: false }],
  rows: Array.from({ length: count }, (_, at) => [String(at + 1)]),
})
const paper = (count: number, height: number, seal: Uint8Array): PaperLayout => ({
  ...{
    language: 'zh',
    titles: ['购销合同'],
    number: 'PC2026-0001',
    company: ['信风'],
    companyLines: [],
    letterhead: true,
    logo: null,
    logoHeight: 14,
  },
  ...{
    font: 'sans',
    size: 9,
    format: 'a4',
    landscape: false,
    labelWidth: 20,
    mark: null,
    pageWords: ['第 ', ' 页 共 ', ' 页'],
    footer: '',
  },
  ...{ acrossPages: { seal: 'seal', height }, blocks: [lines(count)], pictures: { seal }, at: '2026-05-12' },
})

type Strip = { page: number; left: number; right: number; height: number; seal: { left: number; width: number; height: number } }
/** What is seen of the seal on each page: the box it is cut to, and where the whole of it would be. */
const stripsOf = async (pdf: Uint8Array): Promise<Strip[]> => {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const document = await task.promise
  const strips: Strip[] = []
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n)
    const { fnArray, argsArray } = await page.getOperatorList()
    const before = (operator: number, at: number) => argsArray[fnArray.lastIndexOf(operator, at)] as unknown[]
    for (const [at, operator] of fnArray.entries()) {
      if (operator !== OPS.paintImageXObject) continue
      const [left, bottom, right, top] = Object.values(before(OPS.constructPath, at)[2] as object) as [number, number, number, number]
      const [width, , , height, from] = before(OPS.transform, at) as [number, number, number, number, number]
      strips.push({ page: n, left, right, height: top - bottom, seal: { left: from, width, height } })
    }
  }
  await task.destroy()
  return strips
}

it('[PA27] the strips of all pages side by side are the whole seal, each at the right edge of its page', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 60, max: 400 }),
      fc.integer({ min: 20, max: 60 }),
      fc.integer({ min: 80, max: 300 }),
      async (count, height, sideways) => {
        const { pdf, pages } = await makers.setPaper(paper(count, height, aPng(sideways, 200)))
        const strips = await stripsOf(pdf)
        expect(strips.map(({ page }) => page)).toEqual(Array.from({ length: pages }, (_, at) => at + 1))
        const whole = (height * MILLIMETRE * sideways) / 200
        let shown = 0
        for (const strip of strips) {
          expect(strip.right).toBeCloseTo(210 * MILLIMETRE, 1)
          expect(strip.seal.width).toBeCloseTo(whole, 1)
          expect(strip.seal.height).toBeCloseTo(height * MILLIMETRE, 1)
          expect(strip.height).toBeCloseTo(height * MILLIMETRE, 1)
          // It begins where the strip of the page before ended.
          expect(strip.left - strip.seal.left).toBeCloseTo(shown, 1)
          shown += strip.right - strip.left
        }
        expect(shown).toBeCloseTo(whole, 1)
      },
    ),
    { numRuns: 8 },
  )
})

it('[PA27] a single page bears none', async () => {
  const { pdf, pages } = await makers.setPaper(paper(3, 38, aPng(200, 200)))
  expect(pages).toBe(1)
  expect(await stripsOf(pdf)).toEqual([])
})
