// Running another command on a form's record from a dialog: what is typed is saved first, a refusal stays in the dialog that asked.
import { useCallback } from 'react'
import type { Answer } from '../../../preload/contract/envelope.ts'
import type { Form } from './use-form.ts'

export type Acting = (run: (at: { id: string; revision: number }) => Promise<Answer<unknown>>) => Promise<Answer<unknown>>

/** Gives the command's refusal back to the dialog; a refusal of the saving before it is said by the form itself. */
export const useActing = <V extends object>(form: Form<V>): Acting => {
  const { perform, forgetProblem } = form
  return useCallback(
    async (run) => {
      const refused: Answer<unknown>[] = []
      await perform(async (at) => {
        const answer = await run({ id: at.id, revision: at.revision ?? 1 })
        if (!answer.ok) refused.push(answer)
        return answer
      })
      const [first] = refused
      if (first) forgetProblem()
      return first ?? { ok: true, value: null }
    },
    [perform, forgetProblem],
  )
}
