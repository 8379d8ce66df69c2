// Versions of the program, `major.minor.patch`. Desks and hub of one series, major and minor alike, work together, so that one PC can go first. Rule D35 of desks.

export const VERSION_PATTERN = /^\d{1,4}\.\d{1,4}\.\d{1,4}$/

const partsOf = (version: string): number[] => version.split('.').map((part) => Number.parseInt(part, 10))

/** Negative when `a` is the older one, positive when it is the newer one, zero when they are the same. */
export const compareVersions = (a: string, b: string): number => {
  const [left, right] = [partsOf(a), partsOf(b)]
  const at = left.findIndex((part, place) => part !== right[place])
  return at === -1 ? 0 : left[at]! - right[at]!
}
export const isNewer = (a: string, b: string): boolean => compareVersions(a, b) > 0
export const isSameSeries = (a: string, b: string): boolean => partsOf(a)[0] === partsOf(b)[0] && partsOf(a)[1] === partsOf(b)[1]
