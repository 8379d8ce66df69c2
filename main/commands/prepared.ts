// What a command has to have before its turn in the line of writes: what takes long and needs no lock, such as a paper that is set. A module's preparation reads in
// one moment as a query does; its handler, in its turn, proves that what was prepared is still what the record says.
import type { Connection } from '../../db/open.ts'
import type { CommandName, CommandParsed } from '../../preload/contract/commands.ts'
import type { Refusal } from '../../preload/contract/refusals.ts'
import type { FileMakers, QueryContext } from '../queries/define-query.ts'
import type { Viewer } from '../access/viewer.ts'

/** A refusal is the command's own: the handler throws it when it asks for what was prepared. */
export type Prepared = { value: unknown } | { refusal: Refusal }
/** Reads what it needs; what it gives back is done when its moment is over. */
export type Preparation<N extends CommandName = CommandName> = (
  input: CommandParsed<N>,
  q: QueryContext,
) => Promise<(makers: FileMakers) => Promise<unknown>>
export type Preparations = { [N in CommandName]?: Preparation<N> }
/** `inside`: the connection of a batch, whose own rows are not committed yet. */
export type Prepare = (
  preparation: Preparation<never>,
  request: { input: unknown; viewer: Viewer; at: string },
  inside?: Connection,
) => Promise<Prepared>
