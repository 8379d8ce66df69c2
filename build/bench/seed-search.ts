// Search entries of the seeded company, as commands would have written them: every party, deal and contract, and the shipment, bill and receipt of each deal.
import { indexEntry, takeInEntries } from '../../db/search.ts'
import type { Sql } from '../../db/open.ts'
import { spellings } from '../../db/spelling.ts'

const PLACES = ['宁波', '义乌', '绍兴', '温州', '台州', '广州', '深圳', '厦门', '青岛', '苏州', '中山', '泉州']
const NAMES = ['海田', '远东', '东方', '金辉', '永盛', '华美', '天成', '瑞丰', '鼎力', '恒通', '新纪元', '百川', '银河', '长城', '四海']
const TRADES = ['照明', '家具', '五金', '纺织', '工具', '灯饰', '塑料', '陶瓷', '机械', '玩具', '户外用品']
/** The n-th Chinese name: a place, a word and a trade, so that some words are common and a whole name is rare. */
export const chineseName = (n: number): string =>
  `${PLACES[n % PLACES.length]}${NAMES[Math.floor(n / 7) % NAMES.length]}${TRADES[Math.floor(n / 3) % TRADES.length]}有限公司`

export type SeededParty = { id: string; kind: 'customer' | 'vendor'; code: string; name: string; nameZh: string; ownerId: string | null }
export type SeededDocument = { id: string; kind: string; number: string; party: SeededParty; words?: readonly string[] }

/** Writes entries of the bulk rows; whoever owns one is of this department. */
export const seedSearch = (sql: Sql, departmentId: string) => {
  /** Spelling 5,500 names once is enough for 300,000 documents. */
  const spelt = new Map<string, string[]>()
  const spellingsOf = (text: string) => {
    const known = spelt.get(text) ?? spellings(text)
    spelt.set(text, known)
    return known
  }
  const put = (entry: { id: string; kind: string; title: string; detail: string }, owner: string | null, words: readonly string[]) =>
    indexEntry(sql, {
      ...entry,
      ownerId: owner,
      departmentId: owner === null ? null : departmentId,
      words,
      spellings: [entry.title, entry.detail, ...words].flatMap(spellingsOf),
    })
  return {
    party: ({ id, kind, code, name, nameZh, ownerId }: SeededParty) =>
      put({ id, kind, title: name, detail: `${code} ${nameZh}` }, ownerId, [code, nameZh]),
    document: ({ id, kind, number, party, words = [] }: SeededDocument, owner: string | null) =>
      put({ id, kind, title: number, detail: party.name }, owner, [party.nameZh, ...words]),
    /** Takes in what waits, as the office does between commands: the order in which records came is the order in which they are found. */
    takeIn: () => void takeInEntries(sql, 1000),
  }
}
