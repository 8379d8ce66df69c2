// Tiles of a desk: what is kept of each, and how they lie on the grid. Pure: office and screens lay them out alike.
import { z } from 'zod'
import { once } from '../../define/once.ts'

/** Columns of the grid; rows go on downwards. */
export const COLUMNS = 12
/** A desk has at most so many tiles, none lower than this row. */
export const MOST_TILES = 60
export const LAST_ROW = 400
export const TALLEST = 12

/** What a tile was told: which list, which figure, how many rows. Flat, so that every kind keeps it alike; what it means is for its kind to say. */
const settingSchema = once(() => z.union([z.string().max(4000), z.number(), z.boolean()]))
export const tileSchema = once(() =>
  z.strictObject({
    id: z.string().regex(/^[\w-]{1,60}$/),
    kind: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
    x: z
      .int()
      .min(0)
      .max(COLUMNS - 1),
    y: z.int().min(0).max(LAST_ROW),
    w: z.int().min(1).max(COLUMNS),
    h: z.int().min(1).max(TALLEST),
    settings: z.record(z.string().max(40), settingSchema()),
  }),
)
export type Tile = z.infer<ReturnType<typeof tileSchema>>
export type TileSettings = Tile['settings']
/** A tile that has no place yet. */
export type UnplacedTile = Omit<Tile, 'x' | 'y'>
type Place = Pick<Tile, 'x' | 'y' | 'w' | 'h'>

export const overlap = (a: Place, b: Place): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

/** As they are read: row by row, from the left. */
export const inReadingOrder = <T extends Place>(tiles: readonly T[]): T[] => tiles.toSorted((a, b) => a.y - b.y || a.x - b.x)

/** Whether each lies within the grid, none on another, and each has an id of its own. */
export const isLaidOut = (tiles: readonly Tile[]): boolean =>
  new Set(tiles.map(({ id }) => id)).size === tiles.length &&
  tiles.every((one, at) => one.x + one.w <= COLUMNS && tiles.slice(at + 1).every((other) => !overlap(one, other)))

/** The first place, row by row, where a tile of this size lies on no other; at most so low as the grid goes. */
export const freePlace = (tiles: readonly Place[], { w, h }: Pick<Tile, 'w' | 'h'>): { x: number; y: number } => {
  for (let y = 0; y < LAST_ROW; y++)
    for (let x = 0; x + w <= COLUMNS; x++) if (tiles.every((other) => !overlap({ x, y, w, h }, other))) return { x, y }
  return { x: 0, y: LAST_ROW }
}

/** Lays tiles out one after the other, each in the first free place: how a ready-made desk lies, and one of which some may not be seen. */
export const laidOut = (tiles: readonly UnplacedTile[]): Tile[] => {
  const placed: Tile[] = []
  for (const { id, kind, w, h, settings } of tiles) placed.push({ id, kind, ...freePlace(placed, { w, h }), w, h, settings })
  return placed
}
