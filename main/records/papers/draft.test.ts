// When an issued paper counts as changed: by what the record says, not by what a newer program could say. Rule PA20 of papers.
import { expect, it } from 'vitest'
import type { ContentBlock, PaperContent } from './content.ts'
import { contentFingerprint } from './draft.ts'

const label = { en: 'GOODS', zh: '品名' }
const rows = (further: readonly { key: string; picture?: true }[], cells: Readonly<Record<string, string>>): ContentBlock => ({
  ...{ key: 'lines', kind: 'rows', sums: [], words: [] },
  columns: [{ key: 'goods', label }, ...further.map((one) => ({ ...one, label }))],
  rows: [{ goods: 'Bolts', ...cells }],
})
const facts = (value: string): ContentBlock => ({
  key: 'head',
  kind: 'facts',
  left: [
    { label, value: 'PO-1' },
    { label, value },
  ],
  right: [],
})
const paper = (part: Partial<PaperContent> = {}): PaperContent => ({
  ...{ titles: label, number: 'SC2026-0001', version: 1, revision: 1, date: '2026-03-06', party: 'Hansa', mark: null },
  ...{ blocks: [facts(''), rows([], {})], problems: [], warnings: [] },
  ...part,
})
const usual = contentFingerprint(paper())

it('[PA20] a column or fact that is empty, a picture, a problem is no change; what they say is one', () => {
  const same: Partial<PaperContent>[] = [
    { blocks: [facts(''), rows([{ key: 'minimum' }], {})] },
    { blocks: [facts(''), rows([{ key: 'minimum' }], { minimum: '' })] },
    { blocks: [facts(''), rows([{ key: 'picture', picture: true }], { picture: 'a1b2' })] },
    { problems: [{ code: 'quotation-differs', what: 'Bolts' }], warnings: [{ code: 'empty', what: 'Bolts' }], revision: 2 },
  ]
  expect(same.map((part) => contentFingerprint(paper(part)))).toEqual(same.map(() => usual))
  const other: Partial<PaperContent>[] = [
    { blocks: [facts(''), rows([{ key: 'minimum' }], { minimum: '500' })] },
    { blocks: [facts('BY SEA'), rows([], {})] },
    { blocks: [facts(''), rows([], { goods: 'Nuts' })] },
    { number: 'SC2026-0002' },
  ]
  expect(new Set([usual, ...other.map((part) => contentFingerprint(paper(part)))]).size).toBe(5)
})
