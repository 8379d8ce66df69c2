// Pinyin as people type it.
import { expect, test } from 'vitest'
import { spellingReady, spellings } from './spelling.ts'

test('initials and whole pinyin, read in context, Latin parts kept', async () => {
  await spellingReady()
  const table: [text: string, spelt: string[]][] = [
    ['中国银行', ['zgyh', 'zhongguoyinhang']],
    ['重庆长安', ['cqca', 'chongqingchangan']],
    ['绿色ABC灯具', ['lsABCdj', 'lvseABCdengju']],
    ['Sunrise Trading', []],
    ['', []],
  ]
  for (const [text, spelt] of table) expect([text, spellings(text)]).toEqual([text, spelt])
  // The second time from memory, and the same.
  expect(spellings('中国银行')).toEqual(['zgyh', 'zhongguoyinhang'])
})
