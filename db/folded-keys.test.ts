// Keys that are kept beside texts: the order they give is compared with the collators of ICU, byte by byte as SQLite does.
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { accountSortKey, codeSortKey, searchFold, sortKey } from './folded-keys.ts'
import { spellingReady } from './spelling.ts'

beforeAll(spellingReady)
const compare = (a: string, b: string, key: (text: string) => string = sortKey) =>
  Math.sign(Buffer.compare(Buffer.from(key(a)), Buffer.from(key(b))))
const inOrder = (texts: readonly string[], key?: (text: string) => string) => {
  for (const [i, text] of texts.entries())
    for (const later of texts.slice(i + 1)) expect([text, later, compare(text, later, key)]).toEqual([text, later, -1])
}

it('[Q4] figures by value, Latin without case, accents and signs, Chinese after it by pinyin and tone', () => {
  inOrder([
    '9 Lives',
    '10 Ten',
    '3000 Miles',
    'Ämter',
    'Apfel',
    '“Banana” Ltd',
    'banana Ltd 2',
    'Banana Ltd 10',
    'Éclair',
    'Zoo',
    '安全',
    '宝钢',
    '北京',
    '曾村',
    '长沙',
    '重庆',
    '张家港',
    '中国银行',
  ])
  expect(compare('(Alpha) Trading', 'ALPHA TRADING')).toBe(0)
  expect(compare('Müller', 'muller')).toBe(0)
  // A family name is read as one.
  expect([compare('曾国', '陈国', (t) => sortKey(t, 'person')), compare('曾国', '陈国')]).toEqual([1, -1])
})

it('[Q4] numbers of documents by value, also where they outgrow their places', () => {
  inOrder(['SC2025-10000', 'SC2026-0042', 'SC2026-9999', 'SC2026-10000', 'SC2026-10001'], codeSortKey)
  inOrder(['A9', 'A10', 'A010B', 'A11'], codeSortKey)
})

it('[Q6] [property] two codes have one key when they are one code, and only then', () => {
  const code = fc.string({ unit: fc.constantFrom('A', 'a', 'ａ', '0', '1', '-', '–', ' ', '\u200B', '中'), maxLength: 6 })
  fc.assert(
    fc.property(code, code, (a, b) => {
      const plain = (text: string) =>
        text.replaceAll('\u200B', '').normalize('NFKC').toLowerCase().replaceAll('–', '-').replaceAll(/ +/g, ' ').trim()
      expect(codeSortKey(a) === codeSortKey(b)).toBe(plain(a) === plain(b))
    }),
    { numRuns: 2000 },
  )
  expect(accountSortKey('6222 0000-1234')).toBe(accountSortKey('622200001234'))
})

it('[Q4] [property] the order agrees with ICU for Latin words and numbers', () => {
  const icu = new Intl.Collator('en', { sensitivity: 'base', numeric: true, ignorePunctuation: false })
  const word = fc
    .array(fc.oneof(fc.constantFrom(...'abcdeABCDEéÄñ'), fc.nat(20_000).map(String)), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(compare(a, b)).toBe(Math.sign(icu.compare(a, b)))
    }),
    { numRuns: 2000 },
  )
})

it('[Q4] [property] the order agrees with ICU for Chinese characters of one reading', () => {
  const icu = new Intl.Collator('zh-u-co-pinyin')
  const han = fc.constantFrom(...'安北陈东福广杭江昆林明宁青山上苏天武西扬')
  fc.assert(
    fc.property(fc.string({ unit: han, minLength: 1, maxLength: 3 }), fc.string({ unit: han, minLength: 1, maxLength: 3 }), (a, b) => {
      expect(compare(a, b)).toBe(Math.sign(icu.compare(a, b)))
    }),
    { numRuns: 1000 },
  )
})

it('[Q1] a text is found by its letters, its pinyin and its initials, each between blanks', () => {
  expect(searchFold('中国银行（上海）')).toBe(' 中国银行上海 zgyhsh zhongguoyinhangshanghai ')
  expect(searchFold('SC2026-0042')).toBe(' sc20260042 ')
  expect(searchFold('—')).toBe('')
})
