// A paper as the template paper.typ reads it: names as Typst writes them, and sizes that follow from the texts.
import type { LaidBlock, PaperFont, PaperLayout } from '../../preload/contract/vocabulary/paper-layout.ts'

/** Letters of all Europe, then Chinese: the Chinese fonts lack some letters, and a word set in two fonts cannot be searched. */
const FAMILIES: Record<PaperFont, { letters: string; chinese: string }> = {
  sans: { letters: 'Noto Sans', chinese: 'Noto Sans SC' },
  serif: { letters: 'Noto Serif', chinese: 'Noto Serif SC' },
}
/** A4 has so many points between its margins along the diagonal that a mark of this size, and shorter ones, fit. */
const MARK_LENGTH = 620

const wide = (text: string) => [...text].reduce((sum, sign) => sum + (sign > 'ÿ' ? 1 : 0.62), 0)

const block = (b: LaidBlock, pictures: PaperLayout['pictures']): object => {
  if (b.kind === 'rows')
    return {
      ...b,
      columns: b.columns.map(({ label, align, grow, picture }) => ({
        ...{ label, grow, right: align === 'right', center: align === 'center', picture },
      })),
      rows: b.rows.map((row) => row.map((cell, at) => (b.columns[at]!.picture && !Object.hasOwn(pictures, cell) ? '' : cell))),
      sums: b.sums.map((s) => ({ ...s, span: b.columns.length - s.cells.length })),
    }
  if (b.kind === 'signatures')
    return {
      ...b,
      parties: b.parties.map(({ sealHeight, signHeight, ...p }) => ({ ...p, 'seal-height': sealHeight, 'sign-height': signHeight })),
    }
  return b
}

/** What the template reads as /paper.json. */
export const typstData = (paper: PaperLayout): object => ({
  ...{ titles: paper.titles, number: paper.number, company: paper.company, 'company-lines': paper.companyLines },
  ...{ letterhead: paper.letterhead, logo: paper.logo, 'logo-height': paper.logoHeight, font: FAMILIES[paper.font], size: paper.size },
  ...{ format: paper.format, landscape: paper.landscape, 'label-width': paper.labelWidth, footer: paper.footer },
  ...{ lang: paper.language === 'zh' ? 'zh' : 'en', region: paper.language === 'zh' ? 'cn' : 'us' },
  ...{ mark: paper.mark, 'mark-size': paper.mark === null ? 0 : Math.min(80, Math.floor(MARK_LENGTH / wide(paper.mark))) },
  'across-pages': paper.acrossPages,
  'page-words': paper.pageWords,
  blocks: paper.blocks.map((one) => block(one, paper.pictures)),
})
