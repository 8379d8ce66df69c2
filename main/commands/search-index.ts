// Keeps the search index for commands of every module: one call a record, pinyin made here.
import type { SEARCHABLE_KINDS } from '../../preload/contract/records.ts'
import { indexEntry, moveEntry, removeEntry } from '../../db/search.ts'
import { spellings } from '../../db/spelling.ts'
import type { CommandContext } from './define-command.ts'

export type SearchRecord = {
  id: string
  kind: (typeof SEARCHABLE_KINDS)[number]
  /** What a result shows: a document's number, a party's or product's name. */
  title: string
  /** The second line of a result: the party of a document, the code of a party. Searched too. */
  detail: string
  ownerId: string | null
  departmentId: string | null
  /** Further texts to be found by: names, codes, bill of lading and container numbers. Empty ones are left out. */
  words?: readonly (string | null | undefined)[]
}

/** Puts a record into the index or brings its entry up to date, in the command's own transaction. */
export const indexRecord = (ctx: Pick<CommandContext, 'tx'>, { words = [], ...record }: SearchRecord): void => {
  const texts = words.filter((w): w is string => typeof w === 'string' && w !== '')
  indexEntry(ctx.tx.sql, { ...record, words: texts, spellings: [record.title, record.detail, ...texts].flatMap((text) => spellings(text)) })
}
/** Takes a record out of the index. */
export const unindexRecord = (ctx: Pick<CommandContext, 'tx'>, id: string): void => removeEntry(ctx.tx.sql, id)
/** The record has gone to another owner. */
export const reownRecord = (
  ctx: Pick<CommandContext, 'tx'>,
  id: string,
  owner: { ownerId: string | null; departmentId: string | null },
): void => moveEntry(ctx.tx.sql, id, owner.ownerId, owner.departmentId)
