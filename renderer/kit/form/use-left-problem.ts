// A refusal that comes when its page has gone: a new record is saved, its own page takes the form's place, and only then is the step after it refused.
import { useCallback, useEffect, useRef } from 'react'
import { type Problem, useTabState } from '../../client/index.ts'

type Left = { id: string; problem: Problem }

/** `say` is told what was left for the record in this tab; `leave` leaves it there where this page has gone. */
export const useLeftProblem = (key: string, id: string | undefined, say: (problem: Problem) => void) => {
  const [left, setLeft] = useTabState<Left | null>(`refused.${key}`, null)
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  useEffect(() => {
    if (left === null || left.id !== id) return
    say(left.problem)
    setLeft(null)
  }, [left, id, say, setLeft])
  return useCallback(
    (problem: Problem | null, of: string) => {
      if (problem !== null && !here.current) setLeft({ id: of, problem })
    },
    [setLeft],
  )
}
