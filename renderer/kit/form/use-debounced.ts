// Values that rest for a moment before they are asked about: for live previews.
import { useEffect, useState } from 'react'
import { isDecimal } from '../format/typed-numbers.ts'

/** The value (JSON) once it has not changed for `delay` milliseconds. Compared by content. */
export const useDebounced = <T>(value: T, delay = 250): T => {
  const [settled, setDebounced] = useState(value)
  const text = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setDebounced((old) => (JSON.stringify(old) === text ? old : (JSON.parse(text) as T))), delay)
    return () => clearTimeout(timer)
  }, [text, delay])
  return settled
}

/** Lines whose named fields are decimals (places as in the contract are checked there): those that a preview can be asked about. */
export const completeLines = <L extends object>(lines: readonly L[], fields: readonly (keyof L)[]): L[] =>
  lines.filter((line) =>
    fields.every((field) => {
      const text = line[field]
      return typeof text === 'string' && isDecimal(text, 8)
    }),
  )

/** Without the blank lines at the end, which wait to be typed in. Blank lines between others stay, so that line numbers hold. */
export const withoutBlankLines = <L>(lines: readonly L[], isBlank: (line: L) => boolean): L[] =>
  lines.slice(0, lines.findLastIndex((line) => !isBlank(line)) + 1)
