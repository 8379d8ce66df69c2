// How high a tile is, in pixels.

/** Of a row of the grid, and between tiles. */
export const ROW = 48
export const GAP = 12
/** Of a tile so many rows high. */
export const heightOf = (h: number): number => h * ROW + (h - 1) * GAP
/** What the frame, the title and a little air take of it. */
const AROUND = 52
/** For what stands below the title. */
export const roomIn = (h: number): number => heightOf(h) - AROUND
