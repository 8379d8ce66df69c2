// What a command needs of the place where it runs: the same runner and the same handlers serve the office and, while the office is away, a desk.
import type { Wrote } from '../../db/trail/content.ts'
import type { WrittenRow } from '../../db/tx.ts'
import type { CommandSpec } from '../../preload/contract/define/index.ts'
import type { Refusal } from '../../preload/contract/refusals.ts'
import type { IsoDate } from '../../preload/contract/vocabulary/dates.ts'
import type { Series } from './numbering.ts'

/** A command as the journal keeps it. `input` is JSON text without secrets. */
export type Entry = { id: string; name: string; userId: string; device: string; at: string; subject: string | null; input: string }

/** What became of a command that was sent before under the same id. */
export type Known = { name: string; userId: string; isSameInput: boolean; result: { outcome: unknown } | { refusal: Refusal } | 'waits' }

/** Keeps what was sent and what became of it: at the office the audit trail with its chain, on a desk the outbox. */
export type Journal = {
  known(id: string, input: string): Known | undefined
  /** The position of the running command: what it writes is logged under it. */
  position(): number
  accepted(entry: Entry, outcome: unknown, wrote: Wrote): void
  /** `answer`: for the sender, and again when the same command is sent again; undefined where the command would be judged anew. */
  refused(entry: Omit<Entry, 'input'> & { input: string | null }, refusal: Refusal, answer: Refusal | undefined): void
  /** Keeps a command that is not run here. */
  waits(entry: Entry): void
}

export type Ports = {
  place: 'office' | 'desk'
  /** Whether a command is run here, kept for the office without being run, or answered that only the office can do it. */
  doing(spec: Pick<CommandSpec, 'class' | 'desk'>): 'run' | 'keep' | 'office-only'
  journal: Journal
  /** The next number of a series; `date` gives the year. */
  numbers(series: Series, date: IsoDate): string
  /** The company's calendar day at an instant. */
  day(timeZone: string, at: string): IsoDate
  /** Receives the rows that an accepted command wrote, audited or not, in its transaction: what is derived from them is written with them. */
  written(rows: readonly WrittenRow[]): void
}
