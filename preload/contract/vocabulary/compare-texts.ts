/** Orders two texts by their code units, the same on every machine: `localeCompare` depends on its language and on its version of Unicode. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
