// docs/glossary.md speaks of what is there: its words are those of the screens, and what it names in code exists.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { nameTables } from '../preload/contract/names/index.ts'
import { readSource, treeOf } from './check/sources.ts'
import { wordViolations } from './check/words.ts'

const root = path.resolve(import.meta.dirname, '..')
const page = readFileSync(path.join(root, 'docs/glossary.md'), 'utf8')
const section = (title: string) => page.split(`## ${title}\n`)[1]!.split('\n## ')[0]!
const rows = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )

const sources = treeOf(root)
const all = [...sources.values()].join('\n')
const chinese = Object.values(nameTables)
  .flatMap((table) => Object.values<readonly [string, string]>(table).map(([zh]) => zh))
  .join('\n')

it('what the glossary names in code is there', () => {
  const named = [...page.matchAll(/`([\w./-]+)`/g)].map((match) => match[1]!)
  expect(named.length).toBeGreaterThan(20)
  const missing = named.filter((name) =>
    name.includes('/') ? !sources.has(name) && !name.endsWith('.md') : !new RegExp(`\\b${name.replaceAll('.', '\\.')}\\b`).test(all),
  )
  expect(missing).toEqual([])
})

it('things are called in Chinese as the screens call them', () => {
  const pairs = rows(section('Names of things')).flatMap(([code, zh, other, otherZh]) => [
    [code!, zh!],
    [other!, otherZh!],
  ])
  expect(pairs.length).toBeGreaterThan(20)
  // What stands before a bracket; 往来单位 gathers customers and vendors and is on no screen.
  const missing = pairs.filter(([code, zh]) => code !== '' && code !== 'party' && !chinese.includes(zh!.split('（')[0]!))
  expect(missing).toEqual([])
})

it('a name made of a word that is not used is refused', () => {
  for (const name of [
    'reckonTotal',
    'judgeDispatch',
    'MilestoneStanding',
    'arrivals',
    'followUpsOf',
    'openSeats',
    'whosePayment',
    'isOvertaken',
  ])
    expect(wordViolations(readSource('main/modules/x/y.ts', `export const ${name} = 1`))).toHaveLength(1)
  expect(wordViolations(readSource('main/modules/x/y.ts', 'export const understanding = 1, outstanding = settlementRate'))).toEqual([])
})
