// What fields need to know of the form they stand in.
import { createContext, useContext } from 'react'

type Surroundings = { readOnly: boolean }
export const FormContext = createContext<Surroundings>({ readOnly: false })
export const useReadOnly = (own: boolean | undefined): boolean => {
  const { readOnly } = useContext(FormContext)
  return own ?? readOnly
}

/** Event by which a form asks a grid of lines to show a cell; `detail` is '3.price'. */
export const SHOW_CELL = 'kit-show-cell'
