// What fields need to know of the form they stand in, and what they tell it.
import { createContext, useContext, useEffect, useRef } from 'react'
import type { Warning } from '../../../preload/contract/warnings.ts'
import type { Problem } from '../../client/index.ts'
import { type Issues, noIssues, stillWrong } from './issues.ts'
import { type Labels, usePutLabels } from './labels.ts'

/** What was refused in a dialog: its notes tell it, its fields are marked by it until they are changed. */
export type Refused = {
  problem: Problem | null
  issues: Issues
  tell: (problem: Problem | null) => void
  /** A field that was marked has been changed. */
  answer: (path: string) => void
}
export type Surroundings = { readOnly: boolean; warnings?: readonly Warning[]; labels?: Labels; refused?: Refused }
export const FormContext = createContext<Surroundings>({ readOnly: false })
export const useReadOnly = (own: boolean | undefined): boolean => {
  const { readOnly } = useContext(FormContext)
  return own ?? readOnly
}

const none: readonly Warning[] = []
/** What the office finds odd about what is typed in this form, each with the path of its field. */
export const useWarnings = (): readonly Warning[] => useContext(FormContext).warnings ?? none

export const useLabels = (): Labels | undefined => useContext(FormContext).labels

/** A field tells its form what it is called, and is told the rule that the refusal of its dialog names, until its value changes. */
export const useFieldOf = (path: string, label: string, value: unknown): string | undefined => {
  const { labels, refused } = useContext(FormContext)
  usePutLabels(labels, path === '' ? {} : { [path]: label })
  const rule = refused?.issues[path]
  const answer = refused?.answer
  const content = JSON.stringify(value)
  const marked = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (rule === undefined) marked.current = undefined
    else if (marked.current === undefined) marked.current = content
    else if (marked.current !== content) answer?.(path)
  }, [rule, content, answer, path])
  return rule
}

/** A note in a dialog tells it what was refused; gives back what is still to be said of it. */
export const useToldHere = (problem: Problem | null): Problem | null => {
  const { refused } = useContext(FormContext)
  const tell = refused?.tell
  useEffect(() => {
    tell?.(problem)
  }, [tell, problem])
  return refused && refused.problem === problem ? stillWrong(problem, refused.issues ?? noIssues) : problem
}

/** Event by which a form asks a grid of lines to show a cell; `detail` is '3.price'. */
export const SHOW_CELL = 'kit-show-cell'
