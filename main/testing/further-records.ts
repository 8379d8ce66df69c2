// What a module adds to the company in which the tests of rights and of commands run twice look for a record of every kind.
import type { CommandInput, CommandName, CommandOutcome } from '../../preload/contract/commands.ts'

/** Sends commands in the owner's name, `ownerId`; each must be accepted. `today` is the company's day. */
export type FurtherRecords = (given: {
  send<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutcome<N>>
  ownerId: string
  today: string
}) => Promise<void>
