// Moving and sizing tiles on the grid: what is in the way makes room, and nothing is left floating. Pure; rule W39.
import {
  COLUMNS,
  freePlace,
  inReadingOrder,
  LAST_ROW,
  overlap,
  TALLEST,
  type Tile,
  type UnplacedTile,
} from '../../../../preload/contract/modules/workbench/tiles.ts'

type Place = Pick<Tile, 'x' | 'y' | 'w' | 'h'>
type Size = { w: number; h: number }
export type Limits = { least: Size; most: Size }
export type Direction = 'left' | 'right' | 'up' | 'down'

const hits = (place: Place, others: readonly Place[]) => others.some((other) => overlap(place, other))
const clamped = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

/** A tile as far up as it comes from where it is; down first while something is in the way. */
const risen = <T extends Place>(tile: T, placed: readonly Place[]): T => {
  let { y } = tile
  while (hits({ ...tile, y }, placed)) y += 1
  while (y > 0 && !hits({ ...tile, y: y - 1 }, placed)) y -= 1
  return { ...tile, y }
}

/** Everything as far up as it comes, in the order in which it is read. */
export const compacted = (tiles: readonly Tile[]): Tile[] => {
  const placed: Tile[] = []
  for (const tile of inReadingOrder(tiles)) placed.push(risen(tile, placed))
  return inReadingOrder(placed)
}

/** One tile takes a place; what it lies on gives way downwards. */
const taking = (tiles: readonly Tile[], id: string, place: Partial<Place>): Tile[] => {
  const tile = tiles.find((one) => one.id === id)
  if (!tile) return [...tiles]
  const taken = { ...tile, ...place }
  const placed: Tile[] = [taken]
  for (const other of inReadingOrder(tiles.filter((one) => one.id !== id))) placed.push(risen(other, placed))
  return compacted(placed)
}

/** To a column and row; within the grid. */
export const moved = (tiles: readonly Tile[], id: string, { x, y }: { x: number; y: number }): Tile[] => {
  const tile = tiles.find((one) => one.id === id)
  return tile ? taking(tiles, id, { x: clamped(x, 0, COLUMNS - tile.w), y: clamped(y, 0, LAST_ROW) }) : [...tiles]
}

export const sizedTo = (tiles: readonly Tile[], id: string, { w, h }: Size, { least, most }: Limits): Tile[] => {
  const tile = tiles.find((one) => one.id === id)
  if (!tile) return [...tiles]
  const size = { w: clamped(w, least.w, Math.min(most.w, COLUMNS - tile.x)), h: clamped(h, least.h, Math.min(most.h, TALLEST)) }
  return taking(tiles, id, size)
}

const sharesColumns = (a: Place, b: Place): boolean => a.x < b.x + b.w && b.x < a.x + a.w

/** One step by an arrow key: a column to the side, or past the next tile above or below. */
export const stepped = (tiles: readonly Tile[], id: string, to: Direction): Tile[] => {
  const tile = tiles.find((one) => one.id === id)
  if (!tile) return [...tiles]
  if (to === 'left' || to === 'right') return moved(tiles, id, { x: tile.x + (to === 'left' ? -1 : 1), y: tile.y })
  const others = tiles.filter((one) => one.id !== id && sharesColumns(one, tile))
  if (to === 'up') {
    const above = others.filter((one) => one.y + one.h <= tile.y).toSorted((a, b) => b.y - a.y)[0]
    return above ? moved(tiles, id, { x: tile.x, y: above.y }) : [...tiles]
  }
  const below = others.filter((one) => one.y >= tile.y + tile.h).toSorted((a, b) => a.y - b.y)[0]
  if (!below) return [...tiles]
  const rest = compacted(tiles.filter((one) => one.id !== id))
  const there = rest.find((one) => one.id === below.id)!
  return compacted(taking([...rest, { ...tile, y: LAST_ROW }], id, { y: there.y + there.h }))
}

export const removed = (tiles: readonly Tile[], id: string): Tile[] => compacted(tiles.filter((one) => one.id !== id))
export const added = (tiles: readonly Tile[], tile: UnplacedTile): Tile[] =>
  inReadingOrder([...tiles, { ...tile, ...freePlace(tiles, tile) }])
/** With tiles that are kept and not shown put below the others. */
export const withUnseen = (tiles: readonly Tile[], unseen: readonly Tile[]): Tile[] =>
  unseen.reduce<Tile[]>((all, { x: _x, y: _y, ...tile }) => added(all, tile), [...tiles])
