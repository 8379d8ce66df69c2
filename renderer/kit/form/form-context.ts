// What fields need to know of the form they stand in.
import { createContext, useContext } from 'react'
import type { Warning } from '../../../preload/contract/warnings.ts'

type Surroundings = { readOnly: boolean; warnings?: readonly Warning[] }
export const FormContext = createContext<Surroundings>({ readOnly: false })
export const useReadOnly = (own: boolean | undefined): boolean => {
  const { readOnly } = useContext(FormContext)
  return own ?? readOnly
}

const none: readonly Warning[] = []
/** What the office finds odd about what is typed in this form, each with the path of its field. */
export const useWarnings = (): readonly Warning[] => useContext(FormContext).warnings ?? none

/** Event by which a form asks a grid of lines to show a cell; `detail` is '3.price'. */
export const SHOW_CELL = 'kit-show-cell'
