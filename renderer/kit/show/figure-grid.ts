// A table of figures by keyboard: the arrows, Home, End and the page keys go from figure to figure; one of them alone stands in the order of Tab.
import { type KeyboardEvent, useRef } from 'react'

const figuresOf = (table: HTMLElement | null): HTMLElement[] => [...(table?.querySelectorAll<HTMLElement>('[data-at]') ?? [])]
const placeOf = (figure: HTMLElement): [number, number] => {
  const [row = 0, column = 0] = (figure.dataset['at'] ?? '').split('.').map(Number)
  return [row, column]
}
const PAGE = 20

/**
 * `ref` belongs on the table and `keys` in its key handler, by hearKey; each figure has `data-at="row.column"`, and `tabIndex={at is 0.0 ? 0 : -1}`. Moving the keyboard draws nothing
 * anew: the browser itself keeps who is reached.
 */
export const useFigureGrid = () => {
  const ref = useRef<HTMLTableElement>(null)
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    const from = (event.target as HTMLElement).closest<HTMLElement>('[data-at]')
    if (!from || event.ctrlKey || event.metaKey || event.altKey) return
    const figures = figuresOf(ref.current)
    const [row, column] = placeOf(from)
    const last = figures.map(placeOf).reduce(([r, c], [r2, c2]) => [Math.max(r, r2), Math.max(c, c2)], [0, 0] as [number, number])
    const to = {
      ...{ ArrowUp: [row - 1, column], ArrowDown: [row + 1, column], ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1] },
      ...{ Home: [row, 0], End: [row, last[1]], PageUp: [row - PAGE, column], PageDown: [row + PAGE, column] },
    }[event.key]
    if (!to) return
    event.preventDefault()
    const at = `${Math.max(0, Math.min(last[0], to[0]!))}.${Math.max(0, Math.min(last[1], to[1]!))}`
    const next = figures.find((figure) => figure.dataset['at'] === at)
    if (!next) return
    for (const figure of figures) figure.tabIndex = -1
    next.tabIndex = 0
    next.focus()
  }
  return { ref, keys }
}
