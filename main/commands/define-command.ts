// What a module's command handler gets and gives. Handlers are deterministic: time, identity and numbers come from the context, ids from the input.
import type { Kysely } from 'kysely'
import type { Tables } from '../../db/schema/tables.ts'
import type { WritableDb } from '../../db/tx.ts'
import type { JournalInput } from '../../db/ledger/post.ts'
import type { OwnedResource, Permission, Resource } from '../../preload/contract/access.ts'
import type { CommandName, CommandOutcome, CommandParsed } from '../../preload/contract/commands.ts'
import type { Company } from '../../preload/contract/modules/people/calls.ts'
import type { IsoDate } from '../../preload/contract/vocabulary/dates.ts'
import type { Owned, Viewer } from '../access/viewer.ts'
import type { Contributed } from './contributed.ts'
import type { HashedPasswords } from './hashed-passwords.ts'
import type { Series } from './numbering.ts'
import type { Preparations } from './prepared.ts'

export type CommandContext = {
  tx: WritableDb
  /** Reads inside the command's transaction. */
  db: Kysely<Tables>
  /** The instant of the command (ISO) and the company's calendar day at it. */
  now: string
  today: IsoDate
  viewer: Viewer
  company: Company
  /** What modules contributed of a kind (main/records/contributions.ts). */
  contributed: Contributed
  /** Next number of a series; `date` gives the year. */
  number(series: Series, date: IsoDate): string
  /** Posts a journal (ledger SPEC); gives its id, 0 when every line is zero. */
  post(journal: JournalInput): number
  /** Reverses a journal on a date; gives the reversing journal's id. */
  reverse(journalId: number, date: IsoDate, memo: string): number
  /** The hashes of the passwords in the input, made before the command's turn; of commands that declare `newPassword`. */
  passwords(): HashedPasswords
  /** What the command's preparation made before its turn; throws what it refused. */
  prepared<T>(): T
  may(permission: Permission): boolean
  /** Refuses `not-permitted` unless the viewer has the permission: for rights that depend on the input. */
  require(permission: Permission): void
  /** Refuses `office-only` on a desk: for what depends on the input and only the office can do. */
  requireOffice(): void
  /**
   * Refuses `not-found` unless the row is in the viewer's scope: a row out of scope is answered as one that does not exist. `as` is what an unknown one
   * is called, where that is not the resource itself.
   */
  requireScope(resource: OwnedResource, row: Owned, as?: Resource): void
  /** The row with this id, or refuses `not-found` for the resource. */
  orNotFound<T>(row: T | undefined, resource: Resource): T
  /** Refuses `changed-meanwhile` unless the record is still as it was seen. */
  requireRevision(row: { revision: number }, seen: number): void
}

export type CommandHandler<N extends CommandName> = (
  input: CommandParsed<N>,
  ctx: CommandContext,
) => CommandOutcome<N> | Promise<CommandOutcome<N>>
export type CommandHandlers = { [N in CommandName]: CommandHandler<N> }
/** All that commands run with. */
export type AllCommands = { commands: CommandHandlers; prepares?: Preparations; contributed: Contributed }

/** Declares a module's handlers; names, inputs and outcomes are checked against the contract. */
export const defineCommands = <K extends CommandName>(handlers: Pick<CommandHandlers, K>): Pick<CommandHandlers, K> => handlers
