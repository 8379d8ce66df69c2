// Keeps the search index for commands of every module: one call a record, pinyin made here.
import type { pinyin as Pinyin } from 'pinyin-pro'
import { indexEntry, moveEntry, removeEntry } from '../../db/search.ts'
import type { FOUND_KINDS } from '../../preload/contract/modules/workbench.ts'
import type { CommandContext } from './define-command.ts'

export type SearchRecord = {
  id: string
  kind: (typeof FOUND_KINDS)[number]
  /** What a result shows: a document's number, a party's or product's name. */
  title: string
  /** The second line of a result: the party of a document, the code of a party. Searched too. */
  detail: string
  ownerId: string | null
  departmentId: string | null
  /** Further texts to be found by: names, codes, bill of lading and container numbers. Empty ones are left out. */
  words?: readonly (string | null | undefined)[]
}

let pinyin: typeof Pinyin | undefined
/** The dictionary is large and only commands need it: the first command loads it, before its transaction begins. */
export const spellingReady = async (): Promise<void> => {
  pinyin ??= (await import('pinyin-pro')).pinyin
}

const HAN = /\p{Script=Han}/u
/** Spelling a name takes a fifth of a millisecond and the same parties stand on many documents, so the last ones are remembered. */
const REMEMBERED = 5000
const remembered = new Map<string, string[]>()

/** Initials and whole pinyin of a Chinese text, Latin parts kept: 中国银行 → zgyh, zhongguoyinhang. Nothing for other texts. */
export const spellings = (text: string): string[] => {
  if (!HAN.test(text)) return []
  const known = remembered.get(text)
  if (known) return known
  if (!pinyin) throw new Error('spelling before the dictionary is there')
  const parts = pinyin(text, { toneType: 'none', nonZh: 'consecutive', type: 'all', v: true })
  const made = [parts.map((p) => (p.isZh ? p.first : p.origin)).join(''), parts.map((p) => (p.isZh ? p.pinyin : p.origin)).join('')]
  if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value!)
  remembered.set(text, made)
  return made
}

/** Puts a record into the index or brings its entry up to date, in the command's own transaction. */
export const indexRecord = (ctx: Pick<CommandContext, 'tx'>, { words = [], ...record }: SearchRecord): void => {
  const texts = words.filter((w): w is string => typeof w === 'string' && w !== '')
  indexEntry(ctx.tx.sql, { ...record, words: texts, spellings: [record.title, record.detail, ...texts].flatMap(spellings) })
}
/** Takes a record out of the index. */
export const unindexRecord = (ctx: Pick<CommandContext, 'tx'>, id: string): void => removeEntry(ctx.tx.sql, id)
/** The record has gone to another owner. */
export const reownRecord = (
  ctx: Pick<CommandContext, 'tx'>,
  id: string,
  owner: { ownerId: string | null; departmentId: string | null },
): void => moveEntry(ctx.tx.sql, id, owner.ownerId, owner.departmentId)
