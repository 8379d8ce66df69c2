// The search index: any part of a text, pinyin, the nearest first, only what may be seen, and true to its entries after every change.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plainText } from '../preload/contract/vocabulary/fold.ts'
import { indexEntry, moveEntry, removeEntry, searchEntries, takeInEntries, type SearchEntry } from './search.ts'
import { testDatabase, type TestDatabase } from './testing/database.ts'
import { rounds } from '../build/soak/rounds.ts'

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
/** Whether entries are taken into the full-text tables at once: everything holds for those that wait as well. */
let takesIn = false
const takeIn = (most = 1000) => takeInEntries(database.write.sql, most)
const put = (...entries: SearchEntry[]) => {
  for (const e of entries) {
    indexEntry(database.write.sql, e)
    if (takesIn) takeIn()
  }
}
const waiting = () => (database.write.sql.prepare('SELECT count(*) AS n FROM search_waiting').get() as { n: number }).n
const find = (text: string, kinds = [{ kind: 'customer' }], limit = 20) =>
  searchEntries(database.write.sql, text, limit, kinds).map((e) => e.id)

describe.each([
  { state: 'waiting', isIn: false },
  { state: 'taken in', isIn: true },
])('entries $state', ({ isIn }) => {
  beforeEach(() => {
    takesIn = isIn
  })

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

  test('who sees everything of every kind finds it, and kinds with limits stand beside kinds without', () => {
    put(
      entry('1', 'Sunrise one'),
      entry('2', 'Sunrise two', { kind: 'deal' }),
      entry('3', 'Sunrise three', { kind: 'deal', ownerId: 'you' }),
    )
    expect(searchEntries(database.write.sql, 'sunrise', 20, 'every').map((e) => e.id)).toEqual(['3', '2', '1'])
    const mine = { kind: 'deal', within: { ownerId: 'me', departmentIds: [] } }
    expect(searchEntries(database.write.sql, 'sunrise', 20, [{ kind: 'customer' }, mine]).map((e) => e.id)).toEqual(['2', '1'])
    expect(searchEntries(database.write.sql, 'sunrise', 20, [mine]).map((e) => e.id)).toEqual(['2'])
    expect(searchEntries(database.write.sql, 'sunrise', 20, [])).toEqual([])
  })

  test('a title without letters or figures is ranked by its own, not by the text beside it', () => {
    put(entry('1', '——', { detail: 'lamp' }), entry('2', 'x', { detail: 'lamp' }), entry('3', 'lamp'))
    expect(find('lamp')).toEqual(['3', '2', '1'])
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
      entry('1 text', 'Something', { words: ['SC20'] }),
      entry('2 within', 'XSC20'),
      entry('3 older', 'SC201'),
      entry('4 exact', 'SC20'),
      entry('5 newer', 'SC202'),
    )
    expect(find('sc20')).toEqual(['4 exact', '5 newer', '3 older', '2 within', '1 text'])
    expect(find('sc20', undefined, 2)).toEqual(['4 exact', '5 newer'])
  })

  test('who is called so comes before the documents that name them, by pinyin too', () => {
    const spellings = ['nbhtc', 'ningbohaitianchang']
    put(entry('vendor', '宁波海田厂', { spellings }))
    put(...['1', '2', '3'].map((n) => entry(n, `PC2026-${n}`, { detail: '宁波海田厂', spellings })))
    for (const text of ['nbht', 'haitian', '海田', 'ningbo hai']) expect([text, find(text, undefined, 1)]).toEqual([text, ['vendor']])
  })

  test('an old exact number is not crowded out by hundreds of newer ones', () => {
    put(entry('a', 'SC2026-1'))
    for (let n = 0; n < 400; n++) put(entry(`n${n}`, `Other ${n}`, { words: ['SC2026-1'] }))
    expect(find('SC2026-1', undefined, 3)[0]).toBe('a')
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
})

test('waiting entries are taken in once, so many at a time, and are found before, between and after', () => {
  takesIn = false
  put(...['1', '2', '3', '4', '5'].map((n) => entry(n, `lamp ${n}`, { spellings: ['deng'] })))
  const everything = ['5', '4', '3', '2', '1']
  for (const taken of [2, 2, 1, 0]) {
    expect([find('lamp'), find('deng')]).toEqual([everything, everything])
    expect(takeIn(2)).toBe(taken)
  }
  expect([waiting(), find('lamp'), find('deng')]).toEqual([0, everything, everything])
})

test('one that is in the index and waits with new texts is found by the new ones alone, at its old place', () => {
  takesIn = true
  put(entry('1', 'lamp', { words: ['brass'] }), entry('2', 'lamp'))
  takesIn = false
  put(entry('1', 'lamp', { words: ['steel'] }))
  for (const count of [1, 0]) {
    expect([waiting(), find('brass'), find('steel'), find('lamp')]).toEqual([count, [], ['1'], ['2', '1']])
    takeIn()
  }
  put(entry('1', 'bowl'))
  removeEntry(database.write.sql, '1')
  expect([waiting(), find('bowl'), find('lamp')]).toEqual([0, [], ['2']])
})

test('another connection that searches while entries are taken in misses none', () => {
  takesIn = false
  put(entry('1', 'lamp'))
  const { read, write } = database
  // The moment between its two looks: the entry is taken in.
  let looks = 0
  const sql: typeof read.sql = {
    ...read.sql,
    prepare: (text) => {
      if (text.includes('FROM search_waiting e') && looks++ === 1) takeInEntries(write.sql, 10)
      return read.sql.prepare(text)
    },
  }
  expect(searchEntries(sql, 'lamp', 5, [{ kind: 'customer' }]).map((e) => e.id)).toEqual(['1'])
  expect(waiting()).toBe(0)
})

test('[property] a word is found exactly in the texts that hold it, whatever waits and whatever is taken in', () => {
  takesIn = false
  const letters = fc.constantFrom('a', 'b', '1', '中', '国')
  const text = fc.array(letters, { minLength: 1, maxLength: 8 }).map((l) => l.join(''))
  const step = fc.record({
    id: fc.nat(4),
    title: text,
    other: text,
    takeIn: fc.constantFrom(0, 0, 1, 9),
    remove: fc.constantFrom(false, false, true),
  })
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 1, maxLength: 8 }),
      fc.array(letters, { minLength: 1, maxLength: 4 }).map((l) => l.join('')),
      (steps, word) => {
        database.write.sql.exec(
          'DELETE FROM search_waiting; DELETE FROM search_entry; DELETE FROM search_grams; DELETE FROM search_initials',
        )
        const texts = new Map<string, string[]>()
        for (const { id, title, other, ...then } of steps) {
          put(entry(String(id), title, { words: [other] }))
          texts.set(String(id), [title, other])
          if (then.takeIn > 0) takeIn(then.takeIn)
          if (then.remove) {
            removeEntry(database.write.sql, String(id))
            texts.delete(String(id))
          }
        }
        const expected = [...texts].flatMap(([id, held]) => (held.some((t) => t.includes(word)) ? [id] : []))
        expect(find(word).sort()).toEqual(expected.sort())
      },
    ),
    { numRuns: rounds(300, 6000) },
  )
})

test('plain text keeps letters and figures alone', () => {
  expect(plainText('Ünï-Çøde ＡＢ　Co., 中国①')).toBe('unicodeabco中国1')
})
