// The order of a template where parts come several times: sections stay together. Rule PA22 of papers.
import { expect, it } from 'vitest'
import { readyMadeTemplate } from '../../../preload/contract/modules/papers/calls.ts'
import { paperFacts } from '../../../preload/contract/papers.ts'
import { unfounded } from '../../access/company.ts'
import { placesOf } from '../../../preload/contract/vocabulary/paper-layout.ts'
import type { ContentBlock, PaperContent } from './content.ts'
import { layOut } from './lay-out.ts'

const text = (key: string, said: string): ContentBlock => ({ key, kind: 'text', text: said })
const content: PaperContent = {
  ...{ titles: { en: 'Statement', zh: '对账单' }, number: 'C1', version: 1, revision: 1, date: '2026-03-02', party: '', mark: null },
  ...{ problems: [], warnings: [] },
  blocks: [
    text('head', 'head'),
    ...['EUR', 'USD'].flatMap((currency) => ['movements', 'open-items', 'ageing'].map((key) => text(key, `${key} ${currency}`))),
    text('signatures', 'end'),
  ],
}
const laid = (blocks: readonly [key: string, shown?: boolean][]): string[] =>
  layOut(content, {
    ...{ language: 'en', company: unfounded, pictures: {}, facts: paperFacts('customer-statement') },
    template: { ...readyMadeTemplate('customer-statement'), blocks: blocks.map(([key, shown = true]) => ({ key, shown })) },
  }).blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []))

it('[PA30] marks are understood in the texts of the template, and not in what the record says', () => {
  const blocks = layOut(
    {
      ...content,
      blocks: [
        text('head', '**as** typed'),
        { key: 'clauses', kind: 'clauses', title: { en: 'Terms', zh: '条款' }, items: ['__as__ typed'] },
      ],
    },
    {
      ...{ language: 'en', company: unfounded, pictures: {}, facts: paperFacts('quotation') },
      template: { ...readyMadeTemplate('quotation'), textAfter: { en: '**ours**', zh: '' }, clauses: [{ en: '- __ours__', zh: '' }] },
    },
  ).blocks
  const run = (said: string, more: object = {}) => ({ text: said, bold: false, underlined: false, ...more })
  expect(blocks).toMatchObject([
    { kind: 'text', text: '**as** typed' },
    {
      ...{ kind: 'clauses', items: ['__as__ typed', '• ours'] },
      marked: [[{ mark: '', runs: [run('__as__ typed')] }], [{ mark: '•', runs: [run('ours', { underlined: true })] }]],
    },
    { kind: 'text', text: 'ours', marked: [{ mark: '', runs: [run('ours', { bold: true })] }] },
  ])
  expect(blocks[0]).not.toHaveProperty('marked')
})

it('[PA22] what the template does not name follows what stands before it', () => {
  expect(
    placesOf(
      ['no', 'goods', 'price', 'discount', 'amount'].map((key) => ({ key })),
      ['no', 'price', 'goods', 'amount'].map((key) => ({ key })),
    ),
  ).toEqual([...[0, 2, 1, 1 + 4 / 6, 3]])
  // Made with an account that had nothing but a head and an end.
  expect(laid([['head'], ['signatures']]).at(-1)).toBe('end')
})

it('[PA17] [PA22] what an account says in a currency stays together, in the order of the template', () => {
  const inOrder = ['head', 'movements EUR', 'open-items EUR', 'ageing EUR', 'movements USD', 'open-items USD', 'ageing USD', 'end']
  expect(laid([])).toEqual(inOrder)
  expect(laid([['head'], ['movements'], ['open-items'], ['ageing'], ['signatures']])).toEqual(inOrder)
  expect(laid([['head'], ['open-items'], ['movements'], ['ageing'], ['signatures']])).toEqual([
    ...['head', 'open-items EUR', 'movements EUR', 'ageing EUR', 'open-items USD', 'movements USD', 'ageing USD', 'end'],
  ])
  // Neither head nor movements go, whatever is asked for.
  expect(laid([['head', false], ['movements', false], ['open-items'], ['ageing', false], ['signatures']])).toEqual([
    ...['head', 'movements EUR', 'open-items EUR', 'movements USD', 'open-items USD', 'end'],
  ])
})
