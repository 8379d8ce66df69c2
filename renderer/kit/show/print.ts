// Prints one part of the screen: everything but the marked part is hidden on paper, for as long as the printing lasts.

const MARK = 'data-printing'

/** Styles of paper; they hold only while `printMarked` prints, so that any other print is untouched. */
export const paperStyles = {
  '@media print': {
    [`html[${MARK}] body *`]: { visibility: 'hidden' },
    [`html[${MARK}] .on-paper, html[${MARK}] .on-paper *`]: { visibility: 'visible', color: '#000 !important' }, // also from the dark theme
    [`html[${MARK}] .on-paper`]: { position: 'fixed', inset: 0, overflow: 'visible', background: '#fff', color: '#000' },
    [`html[${MARK}] .not-on-paper, html[${MARK}] .not-on-paper *`]: { display: 'none' },
  },
} as const

/** Prints what stands inside the visible `.on-paper`, without its `.not-on-paper`. */
export const printMarked = (): void => {
  document.documentElement.setAttribute(MARK, '')
  window.addEventListener('afterprint', () => document.documentElement.removeAttribute(MARK), { once: true })
  window.print()
}
