// How wide a column must be for its title: the words differ by language, and nothing is measured on a screen for it.

const WIDE = /[\u2e80-\uffff]/

/** Pixels that a title needs in the grids' bold type, a little generously. */
export const titleWidth = (title: string): number => {
  let width = 0
  for (const sign of title) width += WIDE.test(sign) ? 13.5 : /[MWmw%@]/.test(sign) ? 13 : /[iljtf.,:' |]/.test(sign) ? 5.4 : 9
  return Math.ceil(width)
}
