// Changing something at the office: one command id per intent, the same one when it is sent again.
import { useCallback, useRef, useState } from 'react'
import type { CommandInput, CommandName, CommandOutcome } from '../../preload/contract/commands.ts'
import type { Answer } from '../../preload/contract/envelope.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { ask } from './ask.ts'

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
