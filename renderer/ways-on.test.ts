// Nobody is left in front of a refusal: its sentence says what to do, and what it leads to can be opened.
import { SEARCHABLE_KINDS } from '../preload/contract/records.ts'
import { expect, test } from 'vitest'
import { allPermissions } from '../preload/contract/access.ts'
import { hasName } from '../preload/contract/names/index.ts'
import type { RefusalCode } from '../preload/contract/refusals.ts'
import { behindOf, places } from './records/office-calls/behind.ts'
import { modules } from './modules.ts'
import { shared, wordsIn, type WordKey } from './words/words.ts'

const routes = modules.flatMap((module) => module.routes)
/** Nothing is left to do. */
const DONE: readonly RefusalCode[] = ['nothing-to-do', 'already-reversed']
const SAYS_WHAT_TO_DO = {
  zh: /请|可以/,
  en: /\b(please|choose|enter|open|ask|use|sign in|wait|make|change|set|try|get|check|reload|clear|close|correct|keep|save|reduce|add|refresh|compare|undo|deal with|put it|call the|submit it)\b/i,
}
/** Sentences of every refusal, also those that a code tells under another name; a button beside it is seen only by who may open what it opens. */
const sentences = (Object.keys(shared) as WordKey[]).filter((key) => key.startsWith('refusal.'))

test.each(sentences)('[A24] %s says what to do', (key) => {
  if (DONE.some((code) => key === `refusal.${code}`) || key === 'refusal.and-more') return // A list's end, no sentence.
  for (const language of ['zh', 'en'] as const)
    expect([language, wordsIn[language].t(key)]).toEqual([language, expect.stringMatching(SAYS_WHAT_TO_DO[language])])
})

test('[A24] each page that is a way on is there, has a name, and opens for who has the right to do what is asked there', () => {
  for (const [code, all] of Object.entries(places))
    for (const { route, name, permission } of all) {
      expect([code, route, routes.some((one) => one.name === route)]).toEqual([code, route, true])
      expect([code, name, hasName(name)]).toEqual([code, name, true])
      expect(permission === 'signed-in' || allPermissions.includes(permission as never)).toBe(true)
    }
})

test('[A24] a refusal leads to the record that it names, which is of a kind that can be found and opened', () => {
  const named: [RefusalCode, unknown, string][] = [
    ['approval-needed', { kind: 'purchase-contract', number: 'PC-1', state: 'none' }, 'PC-1'],
    ['in-use', { by: 'shipment', number: 'SH-1' }, 'SH-1'],
    ['amended-below-use', { goods: 'x', asked: '1', used: '2', how: 'shipped', number: 'SH-1' }, 'SH-1'],
    ['amendment-open', { number: 'SC-1', version: 2 }, 'SC-1'],
    ['inactive-party', { party: 'Hansa' }, 'Hansa'],
    ['bank-details-needed', { party: 'Hansa' }, 'Hansa'],
    ['freight-inquiry-needed', { shipment: 'SH-1', needed: 3 }, 'SH-1'],
    ['freight-choice-needed', { number: 'FI-1' }, 'FI-1'],
    ['already-allocated', { document: 'R-1' }, 'R-1'],
  ]
  for (const [refused, data, title] of named) {
    const behind = behindOf({ refused, data })
    expect([refused, behind?.title]).toEqual([refused, title])
    for (const kind of behind?.kinds ?? []) {
      expect(SEARCHABLE_KINDS as readonly string[]).toContain(kind)
      expect([kind, routes.some((one) => one.name === kind)]).toEqual([kind, true])
    }
  }
  expect(behindOf({ refused: 'in-use', data: null })).toBeNull()
  expect(behindOf({ fault: 'F-1' })).toBeNull()
})
