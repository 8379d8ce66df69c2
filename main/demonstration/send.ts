// How the demonstration acts: only by commands, like everybody else. A refusal here is a defect and stops the founding.
import type { CommandInput, CommandName, CommandOutcome } from '../../preload/contract/commands.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import type { CommandRequest, CommandRunner } from '../commands/run-command.ts'

export type Send = <N extends CommandName>(name: N, input: CommandInput<N>) => Promise<CommandOutcome<N>>
export type Actor = Pick<CommandRequest, 'viewer' | 'at'>

/** Commands in the actor's name. */
export const sender =
  (run: CommandRunner['run'], actor: Actor): Send =>
  async (name, input) => {
    const answer = await run({ id: newId(), name, input, device: 'demonstration', ...actor })
    if (answer.ok) return answer.value as never
    throw new Error(`${name} was refused: ${JSON.stringify(answer)} for ${JSON.stringify(input).slice(0, 600)}`)
  }

/** Works through `all`, telling after every `size` how far it is and letting the office answer others meanwhile. */
export const inSteps = async <T>(
  all: readonly T[],
  size: number,
  work: (one: T) => Promise<void>,
  done: (count: number) => void,
): Promise<void> => {
  for (let at = 0; at < all.length; at += size) {
    const step = all.slice(at, at + size)
    for (const one of step) await work(one)
    done(step.length)
    await new Promise((resolve) => setImmediate(resolve))
  }
}
