// Prints one part of the screen: everything but the marked part is hidden on paper, for as long as the printing lasts.

const MARK = 'data-printing'

/** Styles of paper; they hold only while `printMarked` prints, so that any other print is untouched. */
export const paperStyles = {
  '@media print': {
    // What neither is on paper nor holds it goes; what holds it neither clips nor scrolls it, so that a long document takes as many sheets as it needs.
    [`html[${MARK}] body *:not(:has(.on-paper), .on-paper, .on-paper *)`]: { display: 'none !important' },
    [`html[${MARK}], html[${MARK}] body, html[${MARK}] body *:has(.on-paper)`]: {
      overflow: 'visible !important',
      height: 'auto !important',
      position: 'static !important',
    },
    [`html[${MARK}] .on-paper`]: { overflow: 'visible !important', height: 'auto !important' },
    // Also from the dark theme: black on white.
    [`html[${MARK}], html[${MARK}] body`]: { background: '#fff !important' },
    [`html[${MARK}] body *`]: { color: '#000 !important', background: 'transparent !important' },
    [`html[${MARK}] .not-on-paper, html[${MARK}] .not-on-paper *`]: { display: 'none !important' },
  },
} as const

/** Prints what stands inside the visible `.on-paper`, without its `.not-on-paper`. */
export const printMarked = (): void => {
  document.documentElement.setAttribute(MARK, '')
  window.addEventListener('afterprint', () => document.documentElement.removeAttribute(MARK), { once: true })
  window.print()
}
