// Every paper that is declared, in each of its languages, in five currencies, of one line and of two hundred: everything that its record says is on it, once, whole, in
// order and in its place.
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rounds } from '../../../build/soak/rounds.ts'
import { readyMadeTemplate } from '../../../preload/contract/modules/papers/calls.ts'
import { PAPER_KINDS, paperFacts, type PaperKind, PRINTED_KINDS, printedRecord } from '../../../preload/contract/papers.ts'
import { PAPER_LANGUAGES, type PaperLanguage, type PaperLayout } from '../../../preload/contract/vocabulary/paper-layout.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { allModules } from '../../modules.ts'
import { queryContext } from '../../queries/read-moment.ts'
import { amountInChinese, amountInEnglish } from '../../records/papers/amount-in-words.ts'
import type { PaperContent } from '../../records/papers/content.ts'
import { blocksOf, columnsOf, draftPaper } from '../../records/papers/index.ts'
import { testFileMakers } from '../../testing/file-makers.ts'
import { faultsOnPages } from '../../testing/paper-on-pages.ts'
import { pdfPages } from '../../testing/pdf-pages.ts'
import { CURRENCIES, MINOR_UNITS, sampleOffice, type SampleOffice } from './testing/sample-office.ts'
import { samples } from './testing/samples.ts'
import type { Ask, Sample, SampleMark } from './testing/sample.ts'

const makers = testFileMakers(tmpdir())
let office: SampleOffice
beforeAll(async () => {
  office = await sampleOffice()
})
afterAll(async () => {
  await makers.close()
  expect(office.faults).toEqual([])
  expect(office.ledgerFaults()).toEqual([])
  office.close()
})

const MARKS: Record<NonNullable<SampleMark>, { en: string; zh: string }> = {
  draft: { en: 'DRAFT', zh: '草稿' },
  void: { en: 'VOID', zh: '作废' },
  superseded: { en: 'SUPERSEDED', zh: '已被替代' },
  internal: { en: 'INTERNAL', zh: '内部' },
}
/** Without blanks: words and names may break where a line does. */
const bare = (text: string): string => text.normalize().replaceAll(/\s+/gu, '')

const textsOf = (blocks: PaperLayout['blocks']): string[] =>
  blocks.flatMap((block) => {
    switch (block.kind) {
      case 'facts':
        return [...block.left, ...block.right].map(({ value }) => value)
      case 'rows':
        return [...block.rows.flat(), ...block.sums.flatMap(({ cells }) => cells), ...block.words]
      case 'text':
        return [block.text]
      case 'clauses':
        return block.items
      case 'signatures':
        return block.parties.map(({ name }) => name)
    }
  })
/** What a part says that may be left out: none of them is a table. */
const factsOf = (block: PaperContent['blocks'][number]): string[] => {
  const said = { ...{ left: [], right: [], items: [] }, ...block }
  return [
    ...[...said.left, ...said.right].map(({ value }: { value: string }) => value),
    ...said.items,
    ...(block.kind === 'text' ? [block.text] : []),
  ].filter((text) => text !== '')
}
/** Tables as they are laid out, by the keys by which the paper calls them. */
const tablesOf = (layout: PaperLayout, content: PaperContent) => {
  const laid = layout.blocks.filter((block) => block.kind === 'rows')
  const keys = content.blocks.filter((block) => block.kind === 'rows' && block.rows.length > 0).map(({ key }) => key)
  expect(laid).toHaveLength(keys.length)
  return Map.groupBy(
    laid.map((table, at) => ({ ...table, key: keys[at]! })),
    ({ key }) => key,
  )
}

/** What the layout does not say of its record, or says otherwise. */
const unsaid = (sample: Sample, layout: PaperLayout, content: PaperContent, { currency, state }: Ask): string[] => {
  const { language } = layout
  const tables = tablesOf(layout, content)
  const inTables = Object.entries(sample.tables(language)).flatMap(([key, { rows, sums, within }]) => {
    const own = tables.get(key) ?? []
    const lines = own.flatMap((table) =>
      table.rows.map((cells) => Object.fromEntries(cells.map((cell, at) => [table.columns[at]!.key, cell]))),
    )
    const totals = own.flatMap((table) => table.sums.flatMap(({ cells }) => cells)).map(bare)
    const has = (cell: string, is: string) => (within ? bare(cell).includes(bare(is)) : bare(cell) === bare(is))
    return [
      ...(lines.length === rows.length ? [] : [`${key}: ${lines.length} rows instead of ${rows.length}`]),
      ...rows.flatMap((row, at) =>
        Object.entries(row)
          .filter(([column, is]) => !has(lines[at]?.[column] ?? '', is))
          .map(([column, is]) => `${key}, row ${at + 1}, ${column}: '${lines[at]?.[column]}' instead of '${is}'`),
      ),
      ...sums
        .filter((is) => !totals.some((cell) => cell === bare(is) || cell === bare(`${currency} ${is}`)))
        .map((is) => `${key}: no sum '${is}'`),
    ]
  })
  const said = textsOf(layout.blocks).map(bare)
  const words = sample.inWords
    ? [
        ...(language === 'zh' ? [] : [amountInEnglish(sample.inWords.minor, sample.inWords.currency)]),
        ...(language === 'en' || sample.inWords.currency !== 'CNY' ? [] : [`人民币${amountInChinese(sample.inWords.minor)}`]),
      ]
    : []
  const wanted = [...words, ...(language === 'zh' ? [] : sample.says.en), ...(language === 'en' ? [] : sample.says.zh)]
  const mark = sample.mark[state]
  const marked = layout.mark ?? ''
  const isMarked =
    mark === null ? marked === '' : (['en', 'zh'] as const).every((of) => marked.includes(MARKS[mark][of]) === language.includes(of))
  // Whatever bears the code of the currency bears its minor units.
  const places = said.flatMap((text) =>
    [...text.matchAll(new RegExp(`${currency}-?[\\d,]+(?:\\.(\\d+))?`, 'g'))].map(([all, part = '']) => ({ all, part })),
  )
  return [
    ...inTables,
    ...wanted.filter((one) => !said.some((text) => text.includes(bare(one)))).map((one) => `not said: ${one}`),
    ...(isMarked ? [] : [`marked '${marked}' instead of ${mark}`]),
    ...places.filter(({ part }) => part.length !== MINOR_UNITS[currency]).map(({ all }) => `${all} has other minor units`),
    ...(content.blocks.length > 0 && said.some((text) => text.includes('CANARY')) ? ['a remark that is for our eyes'] : []),
  ]
}

const languagesOf = (paper: PaperKind): readonly PaperLanguage[] => {
  const { language } = paperFacts(paper)
  return language === 'of-party' ? PAPER_LANGUAGES : [language]
}
const STATES = ['good', 'draft', 'void'] as const
type Case = Ask & { language: PaperLanguage }
/** Each language, currency, state and length, with two hundred lines in each language; which of them meet is another thing for each record. */
const someOf = (paper: PaperKind): Case[] => {
  const turn = PRINTED_KINDS.findIndex((kind) => kind === printedRecord(paper).kind)
  const languages = languagesOf(paper)
  return CURRENCIES.flatMap((currency, at): Case[] =>
    at === turn % CURRENCIES.length
      ? languages.map((language) => ({ language, currency, size: 200, state: 'good' }))
      : [
          {
            language: languages[(turn + at) % languages.length]!,
            currency,
            size: [1, 2, 5, 17][(turn + at) % 4]!,
            state: STATES[(turn + at) % 3]!,
          },
        ],
  )
}
const allOf = (paper: PaperKind): Case[] =>
  CURRENCIES.flatMap((currency) =>
    [1, 5, 17, 40, 200].flatMap((size) =>
      STATES.filter((state) => state === 'good' || size === 5).flatMap((state) =>
        languagesOf(paper).map((language) => ({ language, currency, size, state })),
      ),
    ),
  )

describe.each(PAPER_KINDS)('[PA1] [PA2] [PA4] [PA6] [PA9] [PA10] [PA29] %s', (paper) => {
  it.each(rounds(someOf(paper), allOf(paper)))('$currency, $language, $size lines, $state', async ({ language, ...ask }) => {
    const sample = await samples[paper](office, ask)
    const q = queryContext(office.database.write, allModules.contributed, office.owner.viewer, office.at)
    const { content, ...draft } = await draftPaper(q, { paper, recordId: sample.recordId, ...sample.asked }, { language })
    const layout = draft.layout({})
    const { pdf, missing } = await makers.setPaper(layout)
    const pages = await pdfPages(pdf)
    expect({ unsaid: unsaid(sample, layout, content, ask), faults: faultsOnPages(layout, pages), missing }).toEqual({
      unsaid: [],
      faults: [],
      missing: [],
    })
  })
})

describe.each(PAPER_KINDS)('[PA29] with every column that a template can show: %s', (paper) => {
  it.each(rounds(languagesOf(paper).slice(-1), languagesOf(paper)))('%s', async (language) => {
    const sample = await samples[paper](office, { currency: 'KWD', size: 17, state: 'good' })
    const q = queryContext(office.database.write, allModules.contributed, office.owner.viewer, office.at)
    const asked = { paper, recordId: sample.recordId, ...sample.asked }
    const optional = columnsOf((await draftPaper(q, asked, { language })).content).filter((column) => column.optional)
    if (optional.length === 0) return
    const columns = optional.map(({ key }) => ({ key, shown: true, label: { en: '', zh: '' } }))
    const { layout: lay } = await draftPaper(q, asked, { language, template: { ...readyMadeTemplate(paper), columns } })
    const layout = lay({})
    const { pdf, missing } = await makers.setPaper(layout)
    expect({ faults: faultsOnPages(layout, await pdfPages(pdf)), missing }).toEqual({ faults: [], missing: [] })
    const shown = layout.blocks.flatMap((block) => (block.kind === 'rows' ? block.columns.map(({ key }) => key) : []))
    expect(optional.filter(({ key }) => key !== 'picture' && !shown.includes(key))).toEqual([])
  })
})

it('each has a sample among the documents (npm run docs -- --papers)', () => {
  const kept = readdirSync(path.resolve(import.meta.dirname, '../../../docs/papers')).filter((name) => name.endsWith('.pdf'))
  expect(kept.toSorted()).toEqual(PAPER_KINDS.map((paper) => `${paper}.pdf`).toSorted())
})

describe.each(PAPER_KINDS)('[PA22] what the document says stays, whatever a template leaves out: %s', (paper) => {
  const { leavesOut = [] } = paperFacts(paper)
  const language = languagesOf(paper)[0]!
  const drafted = async (hidden: readonly string[] = []) => {
    const sample = await samples[paper](office, { currency: 'USD', size: 2, state: 'good' })
    const template = { ...readyMadeTemplate(paper), blocks: hidden.map((key) => ({ key, shown: false })) }
    const q = queryContext(office.database.write, allModules.contributed, office.owner.viewer, office.at)
    const { facts, content, layout } = await draftPaper(q, { paper, recordId: sample.recordId, ...sample.asked }, { language, template })
    return { facts, content, laid: layout({}).blocks }
  }

  it('on the paper and in the editor', async () => {
    const { facts, content, laid } = await drafted()
    const keys = content.blocks.map(({ key }) => key)
    expect(keys).toEqual(expect.arrayContaining([...leavesOut]))
    const ofDocument = keys.filter((key) => !leavesOut.includes(key))
    expect((await drafted(ofDocument)).laid).toEqual(laid)
    const beside = content.blocks.filter(({ key }) => leavesOut.includes(key)).flatMap(factsOf)
    const left = (await drafted(keys)).laid
    expect([...textsOf(left), ...beside].toSorted()).toEqual(textsOf(laid).toSorted())
    expect(blocksOf(facts, content).map(({ key, fixed }) => [key, fixed])).toEqual(
      [...new Set(keys)].map((key) => [key, !leavesOut.includes(key)]),
    )
  })

  it('and at the office, which refuses such a template', async () => {
    const save = async (key: string) => {
      const { revision } = await office.query('paper-template', { paper, language })
      const settings = { ...readyMadeTemplate(paper), blocks: [{ key, shown: false }] }
      return office.send('save-paper-template', { paper, language, id: newId(), versionId: newId(), revision, settings })
    }
    const { content } = await drafted()
    for (const key of new Set(content.blocks.map((block) => block.key)))
      expect(await save(key)).toMatchObject(leavesOut.includes(key) ? { ok: true } : { refused: 'part-needed', data: { paper } })
  })
})
