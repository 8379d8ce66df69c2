// What a sample of a paper is: a record made by the commands of its screen, and what the paper must say of it.
import type { PaperKind } from '../../../../preload/contract/papers.ts'
import type { IsoDate } from '../../../../preload/contract/vocabulary/dates.ts'
import type { Money } from '../../../../preload/contract/vocabulary/money.ts'
import type { PaperLanguage } from '../../../../preload/contract/vocabulary/paper-layout.ts'
import type { SampleCurrency, SampleOffice } from './sample-office.ts'

/** `size`: lines, where the paper has lines; `state`: in force, not yet, or no more. */
export type Ask = { currency: SampleCurrency; size: number; state: 'good' | 'draft' | 'void' }
/** What a row says, by column; columns that are not named may say anything. */
export type Cells = Readonly<Record<string, string>>
export type SampleMark = 'draft' | 'void' | 'superseded' | 'internal' | null
export type Sample = {
  recordId: string
  asked?: { from: IsoDate; to: IsoDate }
  /**
   * Tables by their keys: the rows are these and no others, in this order; `sums` stand below them. `within`: a cell says it among other things.
   */
  tables(language: PaperLanguage): Readonly<Record<string, { rows: readonly Cells[]; sums: readonly string[]; within?: true }>>
  /** Written out in words. */
  inWords?: Money
  /** Said somewhere, whole: on papers with English, and on those with Chinese. */
  says: { en: readonly string[]; zh: readonly string[] }
  mark: Readonly<Record<Ask['state'], SampleMark>>
}
export type SampleMaker = (office: SampleOffice, ask: Ask) => Promise<Sample>
export type Makers = Record<PaperKind, SampleMaker>

/** Makes each thing once for an office: papers of one record share it. */
export const once = <T>(make: (office: SampleOffice, ask: Ask) => Promise<T>): ((office: SampleOffice, ask: Ask) => Promise<T>) => {
  const made = new WeakMap<SampleOffice, Map<string, Promise<T>>>()
  return (office, ask) => {
    const own = made.get(office) ?? new Map<string, Promise<T>>()
    made.set(office, own)
    const key = `${ask.currency} ${ask.size} ${ask.state}`
    const found = own.get(key) ?? make(office, ask)
    own.set(key, found)
    return found
  }
}
