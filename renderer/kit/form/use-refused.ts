// A dialog's refusal finds its fields: they are marked, the first of them has the keyboard, and the keyboard never stands nowhere.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Problem } from '../../client/index.ts'
import { focusIssue } from './focus-issue.ts'
import type { Refused, Surroundings } from './form-context.ts'
import { type Issues, issuesOf, noIssues, without } from './issues.ts'
import { newLabels } from './labels.ts'

/** What the fields of a dialog know of it: they can be typed in whatever the page behind it is, and are marked by what was refused. */
export const useRefused = (box: RefObject<HTMLElement | null>): Surroundings => {
  const [labels] = useState(newLabels)
  const [{ problem, issues }, setTold] = useState<{ problem: Problem | null; issues: Issues }>({ problem: null, issues: noIssues })
  const tell = useCallback((told: Problem | null) => {
    setTold((before) => (before.problem === told ? before : { problem: told, issues: issuesOf(told) }))
  }, [])
  const answer = useCallback((path: string) => setTold((now) => ({ ...now, issues: without(now.issues, path) })), [])
  useEffect(() => {
    focusIssue(box.current, Object.keys(issuesOf(problem)))
  }, [box, problem])
  return useMemo(() => {
    const refused: Refused = { problem, issues, tell, answer }
    return { readOnly: false, labels, refused }
  }, [labels, problem, issues, tell, answer])
}

/**
 * A button that rests while the office answers drops the keyboard. The dialog or form itself holds it until the button can be pressed again, so that Esc
 * and Tab are always heard. A dialog takes it from nowhere too: nothing behind it can have it.
 */
export const useHeldFocus = (box: RefObject<HTMLElement | null>): void => {
  const dropped = useRef<HTMLElement | null>(null)
  useLayoutEffect(() => {
    const { activeElement: at, body } = document
    const form = box.current
    if (!form || !(at instanceof HTMLElement)) return
    if (at === body && form.role === 'dialog') return form.focus({ preventScroll: true })
    if (form.contains(at) && at.matches(':disabled')) {
      dropped.current = at
      return form.focus({ preventScroll: true })
    }
    const before = dropped.current
    if (before === null || before.matches(':disabled')) return
    dropped.current = null
    if (at === form) before.focus()
  })
}
