// Whole numbers typed as a list.

/** '30, 60，90' → [30, 60, 90]; a part that is no whole number becomes NaN, which the schemas refuse. */
export const wholeNumbers = (text: string): number[] =>
  text
    .split(/[,，、\s]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : Number.NaN))
