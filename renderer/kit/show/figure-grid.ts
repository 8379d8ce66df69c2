// A table of figures (role grid): the arrows, Home, End and the page keys go from figure to figure; one of them alone stands in the order of Tab. One look for
// all such tables.
import { type FocusEvent, type KeyboardEvent, useCallback, useLayoutEffect, useRef } from 'react'

const PAGE = 20
const figuresIn = (row: Element): HTMLElement[] => [...row.querySelectorAll<HTMLElement>('[role=gridcell]')]

/**
 * `ref` and `onFocus` belong on the table, `keys` in its key handler by hearKey; each figure is a gridcell with tabIndex -1. Which of them is in the order of
 * Tab is the table's to know: moving the keyboard draws nothing anew, however many figures there are.
 */
export const useFigureGrid = () => {
  const ref = useRef<HTMLTableElement>(null)
  const reached = useRef<HTMLElement | null>(null)
  const reach = useCallback((figure: HTMLElement | null) => {
    if (reached.current) reached.current.tabIndex = -1
    reached.current = figure
    if (figure) figure.tabIndex = 0
  }, [])
  // What is shown now may no longer have the one that was reached.
  useLayoutEffect(() => {
    if (!reached.current?.isConnected) reach(ref.current?.querySelector<HTMLElement>('[role=gridcell]') ?? null)
  })
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const figure = target.closest<HTMLElement>('[role=gridcell]')
    if (figure) reach(figure)
  }
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    const from = (event.target as HTMLElement).closest<HTMLElement>('[role=gridcell]')
    const at = from?.closest('tr')
    if (!from || !at || !ref.current || event.ctrlKey || event.metaKey || event.altKey) return
    const rows = [...ref.current.querySelectorAll('tr')].filter((row) => row.querySelector('[role=gridcell]') !== null)
    const [row, column] = [rows.indexOf(at), figuresIn(at).indexOf(from)]
    const to = {
      ...{ ArrowUp: [row - 1, column], ArrowDown: [row + 1, column], ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1] },
      ...{ Home: [row, 0], End: [row, Number.POSITIVE_INFINITY], PageUp: [row - PAGE, column], PageDown: [row + PAGE, column] },
    }[event.key]
    if (!to) return
    event.preventDefault()
    const figures = figuresIn(rows[Math.max(0, Math.min(rows.length - 1, to[0]!))]!)
    figures[Math.max(0, Math.min(figures.length - 1, to[1]!))]?.focus()
  }
  return { ref, onFocus, keys }
}

/** Aligned by their last digit, never broken. */
export const FIGURE_CELL = { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' } as const
/** The head of a row stays in sight while its figures scroll. */
export const ROW_HEAD_CELL = { position: 'sticky', left: 0, zIndex: 1, bgcolor: 'background.paper', whiteSpace: 'nowrap' } as const
/** A figure that the keyboard reaches; `opens`: it leads to what it is made of, `quiet`: it is nothing. */
export const figureCell = ({ opens = false, quiet = false }: { opens?: boolean; quiet?: boolean }) => ({
  ...FIGURE_CELL,
  ...(opens && { cursor: 'pointer', '&:hover': { textDecoration: 'underline' } }),
  ...(quiet && { color: 'text.secondary' }),
  '&:focus-visible': { outline: 2, outlineColor: 'primary.main', outlineOffset: -2 },
})
