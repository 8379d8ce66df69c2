// Changing something at the office: one command id per intent, the same one when it is sent again.
import { useCallback, useRef, useState } from 'react'
import { type CommandInput, type CommandName, type CommandOutcome, commands } from '../../preload/contract/commands.ts'
import type { Answer } from '../../preload/contract/envelope.ts'
import type { QueryOutput } from '../../preload/contract/queries.ts'
import { fieldIssues } from '../../preload/contract/issues.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { ask } from './ask.ts'

/** True while a form only looks at what the contract says of its input. */
let rehearsing = false

/**
 * Runs what would send a command, without sending it: it is refused as `invalid-input` with everything that the contract's schema says of its input.
 * For a form in which a text is no value yet, so that all that is wrong can be told at once, codes that are taken (W25) too.
 */
export const rehearse = <T>(work: () => T): T => {
  rehearsing = true
  try {
    return work()
  } finally {
    rehearsing = false
  }
}

/** The input's own texts, by field, as far as they are texts. */
const textsOf = (input: object): Record<string, string | null> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value === null || (typeof value === 'string' && value.length <= 500)))

/** What the office would say of the codes in it; nothing while it cannot be asked. */
const takenIn = async (name: CommandName, input: object): Promise<string[]> => {
  try {
    const answer = await ask({ kind: 'query', name: 'taken-codes', input: { command: name, values: textsOf(input) } })
    return answer.ok ? (answer.value as QueryOutput<'taken-codes'>).fields : []
  } catch {
    return []
  }
}

const looked = async (name: CommandName, input: object): Promise<Answer<never>> => {
  const parsed = commands[name].input.safeParse(input)
  const own = parsed.error ? fieldIssues(parsed.error, input) : []
  const taken = (await takenIn(name, input)).filter((field) => !own.some(({ path }) => path === field))
  return { ok: false, refused: 'invalid-input', data: { issues: [...own, ...taken.map((path) => ({ path, rule: 'taken' }))] } }
}

type Attempt = { intent: string; id: string; answer: Promise<Answer>; running: boolean }

/**
 * Runs a command. While it runs, the same input again is the same run (a double click). After a fault nothing is known of it,
 * so the same input goes out under the same id and cannot happen twice; after an outcome or a refusal it is a new intent.
 */
export function useCommand<N extends CommandName>(
  name: N,
): { run(input: CommandInput<N>): Promise<Answer<CommandOutcome<N>>>; running: boolean } {
  const last = useRef<Attempt | null>(null)
  const [running, setRunning] = useState(0)
  const run = useCallback(
    async (input: CommandInput<N>): Promise<Answer<CommandOutcome<N>>> => {
      if (rehearsing) return looked(name, input)
      const intent = JSON.stringify(input)
      const before = last.current?.intent === intent ? last.current : null
      if (before?.running) return (await before.answer) as Answer<CommandOutcome<N>>
      const id = before?.id ?? newId()
      const attempt: Attempt = { intent, id, answer: ask({ kind: 'command', id, name, input }), running: true }
      last.current = attempt
      setRunning((n) => n + 1)
      try {
        const answer = await attempt.answer
        const known = answer.ok || 'refused' in answer
        if (known && last.current === attempt) last.current = null
        return answer as Answer<CommandOutcome<N>>
      } finally {
        attempt.running = false
        setRunning((n) => n - 1)
      }
    },
    [name],
  )
  return { run, running: running > 0 }
}
