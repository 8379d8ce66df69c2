// How the demonstration acts: only by commands, like everybody else. A refusal here is a defect and stops the founding.
import type { CommandInput, CommandName, CommandOutcome } from '../../preload/contract/commands.ts'
import type { Answer } from '../../preload/contract/envelope.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import type { CommandRequest, CommandRunner } from '../commands/run-command.ts'

export type Send = <N extends CommandName>(name: N, input: CommandInput<N>) => Promise<CommandOutcome<N>>
export type Actor = Pick<CommandRequest, 'viewer' | 'at'>

const sender =
  (run: (request: CommandRequest) => Promise<Answer>, actor: Actor): Send =>
  async (name, input) => {
    const answer = await run({ id: newId(), name, input, device: 'demonstration', ...actor })
    if (answer.ok) return answer.value as never
    throw new Error(`${name} was refused: ${JSON.stringify(answer)} for ${JSON.stringify(input).slice(0, 600)}`)
  }

/** One commit for each step: thousands of commands would otherwise wait for the disk thousands of times. */
export const together = <T>(runner: CommandRunner, actor: Actor, work: (send: Send) => Promise<T>): Promise<T> =>
  runner.together((run) => work(sender(run, actor)))

/** Works through `all` in steps of `size`, telling how far it is. */
export const inSteps = async <T>(
  runner: CommandRunner,
  actor: Actor,
  all: readonly T[],
  size: number,
  work: (send: Send, one: T) => Promise<void>,
  done: (count: number) => void,
): Promise<void> => {
  for (let at = 0; at < all.length; at += size) {
    const step = all.slice(at, at + size)
    await together(runner, actor, async (send) => {
      for (const one of step) await work(send, one)
    })
    done(step.length)
  }
}
