// What forbids a step of a record: a document that stands on it. The module that owns the document says so (`holds`); who takes the step asks for all of them.
import type { RecordKind } from '../../preload/contract/records.ts'
import { refuse } from '../../preload/contract/refusals.ts'
import type { CommandContext } from '../commands/define-command.ts'
import { listForEach } from './contributions.ts'

/** `change`: what it says is typed anew, or it is given to another party. `remove`: it would leave no trace; where it can stay as void, it does. */
type HeldStep = 'change' | 'discard' | 'void' | 'reverse' | 'remove'
type Reading = Pick<CommandContext, 'db' | 'contributed'>

export type Hold = {
  /** The kind of document that holds the record, as `in-use` names it. */
  by: RecordKind
  /** The steps that it forbids. */
  against: readonly HeldStep[]
  /** Number of the first such document, in the order of their numbers: whoever asks gets the same answer. `except`: the document that asks, which does not count. */
  find(on: Reading, id: string, except?: string): Promise<string | undefined>
}
/** What holds records of a kind. */
export const holds = listForEach<RecordKind, readonly Hold[]>('holds')

/** What holds a record against a step, the first in the order of the modules. */
export const holderOf = async (
  on: Reading,
  kind: RecordKind,
  id: string,
  step: HeldStep,
  except?: string,
): Promise<{ by: string; number: string } | undefined> => {
  for (const { by, against, find } of on.contributed(holds)(kind).flat()) {
    const number = against.includes(step) ? await find(on, id, except) : undefined
    if (number !== undefined) return { by, number }
  }
  return undefined
}

/** Refuses `in-use`, with what holds the record. */
export const requireFree = async (on: Reading, kind: RecordKind, id: string, step: HeldStep): Promise<void> => {
  const holder = await holderOf(on, kind, id, step)
  if (holder) refuse('in-use', holder)
}
