// The search index: any part of a text, pinyin, the nearest first, only what may be seen, and true to its entries after every change.
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { indexEntry, moveEntry, plainText, removeEntry, searchEntries, type SearchEntry } from './search.ts'
import { testDatabase, type TestDatabase } from './testing/database.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await testDatabase()
})
afterEach(() => database.close())

const entry = (id: string, title: string, over: Partial<SearchEntry> = {}): SearchEntry => ({
  id,
  kind: 'customer',
  title,
  detail: '',
  ownerId: 'me',
  departmentId: null,
  words: [],
  spellings: [],
  ...over,
})
const put = (...entries: SearchEntry[]) => entries.forEach((e) => indexEntry(database.write.sql, e))
const find = (text: string, kinds = [{ kind: 'customer' }], limit = 20) =>
  searchEntries(database.write.sql, text, limit, kinds).map((e) => e.id)

test('finds any part of a name, number or Chinese text, whatever the case and punctuation', () => {
  put(
    entry('1', 'Sunrise Trading Co., Ltd.', { detail: 'C0001', words: ['日出贸易有限公司'] }),
    entry('2', 'SC2026-0042', { detail: '宁波远东进出口', words: ['MSKU 1234567'] }),
    entry('3', 'Éclat Über GmbH'),
  )
  const table: [text: string, ids: string[]][] = [
    ['sunrise', ['1']],
    ['nrise tra', ['1']],
    ['TRADING co.,ltd', ['1']],
    ['ltd sunrise', ['1']],
    ['日出', ['1']],
    ['贸易有限', ['1']],
    ['出', ['2', '1']],
    ['0042', ['2']],
    ['sc20260042', ['2']],
    ['2026-00', ['2']],
    ['msku1234', ['2']],
    ['远东 0042', ['2']],
    ['eclat', ['3']],
    ['uber', ['3']],
    ['ＳＵＮ', ['1']],
    ['s', ['2', '1']],
    ['远西', []],
    ['sunset', []],
    ['', []],
    ['   ', []],
    ['...', []],
    ['" OR 1', []],
    ["'; DROP", []],
    ['AND', []],
    ['*', []],
  ]
  for (const [text, ids] of table) expect([text, find(text).sort()]).toEqual([text, [...ids].sort()])
})

test('nothing is found across two texts of one entry', () => {
  put(entry('1', 'abcd', { words: ['efgh'] }), entry('2', 'xaa', { words: ['aab'] }))
  expect(find('aaa')).toEqual([])
  expect([find('cdef'), find('de'), find('abcdefgh'), find('cd ef')]).toEqual([[], [], [], ['1']])
})

test('finds by pinyin and initials, also beside words of the text', () => {
  put(entry('1', '中国银行', { spellings: ['zgyh', 'zhongguoyinhang'] }), entry('2', 'Bank of China'))
  for (const text of ['zgyh', 'zg', 'z', 'gyh', 'zhongguo', 'yinhang', 'zhong yin', '银行 zhongguo'])
    expect([text, find(text)]).toEqual([text, ['1']])
  expect(find('zgyy')).toEqual([])
})

test('the very title first, then titles that begin so, titles that hold it, the other texts; of equals the newest', () => {
  put(
    entry('text', 'Something', { words: ['SC20'] }),
    entry('within', 'XSC20'),
    entry('old', 'SC201'),
    entry('exact', 'SC20'),
    entry('new', 'SC202'),
  )
  expect(find('sc20')).toEqual(['exact', 'new', 'old', 'within', 'text'])
  expect(find('sc20', undefined, 2)).toEqual(['exact', 'new'])
})

test('who is called so comes before the documents that name them, by pinyin too', () => {
  const spellings = ['nbhtc', 'ningbohaitianchang']
  put(entry('vendor', '宁波海田厂', { spellings }))
  put(...['1', '2', '3'].map((n) => entry(n, `PC2026-${n}`, { detail: '宁波海田厂', spellings })))
  for (const text of ['nbht', 'haitian', '海田', 'ningbo hai']) expect([text, find(text, undefined, 1)]).toEqual([text, ['vendor']])
})

test('an old exact number is not crowded out by hundreds of newer ones', () => {
  put(entry('old', 'SC2026-1'))
  for (let n = 0; n < 400; n++) put(entry(`n${n}`, `Other ${n}`, { words: ['SC2026-1'] }))
  expect(find('SC2026-1', undefined, 3)[0]).toBe('old')
})

test('[SEC43] only kinds and owners that may be seen', () => {
  put(
    entry('mine', 'lamp'),
    entry('yours', 'lamp', { ownerId: 'you', departmentId: 'east' }),
    entry('west', 'lamp', { ownerId: 'you', departmentId: 'west' }),
    entry('nobody', 'lamp', { ownerId: null }),
    entry('product', 'lamp', { kind: 'product', ownerId: null }),
  )
  const within = (...departmentIds: string[]) => [{ kind: 'customer', within: { ownerId: 'me', departmentIds } }]
  for (const text of ['lamp', 'l', 'la']) {
    expect(find(text, [])).toEqual([])
    expect(find(text, [{ kind: 'product' }])).toEqual(['product'])
    expect(find(text, within())).toEqual(['mine'])
    expect(find(text, within('east')).sort()).toEqual(['mine', 'yours'])
    expect(find(text, within('east', 'west')).sort()).toEqual(['mine', 'west', 'yours'])
    expect(find(text)).toHaveLength(4)
  }
})

test('a changed entry is found by its new texts alone, a moved one by its new owner, a removed one not at all', () => {
  put(entry('1', 'lamp', { spellings: ['denglong'] }))
  put(entry('1', 'table', { spellings: ['zhuozi'], ownerId: 'you' }))
  expect([find('lamp'), find('denglong'), find('table'), find('zhuozi')]).toEqual([[], [], ['1'], ['1']])
  moveEntry(database.write.sql, '1', 'me', 'east')
  expect(find('table', [{ kind: 'customer', within: { ownerId: 'me', departmentIds: [] } } as never])).toEqual(['1'])
  removeEntry(database.write.sql, '1')
  removeEntry(database.write.sql, 'never there')
  expect([find('table'), find('t')]).toEqual([[], []])
  expect(database.write.sql.prepare("SELECT count(*) AS n FROM search_grams WHERE search_grams MATCH 'ta'").get()).toEqual({ n: 0 })
})

test('[property] a word is found exactly in the texts that hold it', () => {
  const letters = fc.constantFrom('a', 'b', '1', '中', '国')
  const text = fc.array(letters, { minLength: 1, maxLength: 8 }).map((l) => l.join(''))
  fc.assert(
    fc.property(
      fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 }),
      fc.array(letters, { minLength: 1, maxLength: 4 }).map((l) => l.join('')),
      (texts, word) => {
        database.write.sql.exec('DELETE FROM search_entry; DELETE FROM search_grams; DELETE FROM search_initials')
        texts.forEach(([title, other], i) => put(entry(String(i), title, { words: [other] })))
        const expected = texts.flatMap(([title, other], i) => (title.includes(word) || other.includes(word) ? [String(i)] : []))
        expect(find(word).sort()).toEqual(expected)
      },
    ),
    { numRuns: 200 },
  )
})

test('plain text keeps letters and figures alone', () => {
  expect(plainText('Ünï-Çøde ＡＢ　Co., 中国①')).toBe('unicødeabco中国1')
})
