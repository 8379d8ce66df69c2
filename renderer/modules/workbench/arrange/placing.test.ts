// Moving and sizing tiles: nothing overlaps, nothing floats, nothing is lost, whatever is done.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COLUMNS, isLaidOut, laidOut, type Tile } from '../../../../preload/contract/modules/workbench/tiles.ts'
import { added, type Direction, moved, removed, sizedTo, stepped, withUnseen } from './placing.ts'

const tile = (id: string, x: number, y: number, w: number, h: number): Tile => ({ ...{ id, kind: 'note', x, y, w, h }, settings: {} })
const places = (tiles: readonly Tile[]) => Object.fromEntries(tiles.map(({ id, x, y, w, h }) => [id, `${x},${y} ${w}x${h}`]))
const LIMITS = { least: { w: 2, h: 2 }, most: { w: 12, h: 6 } }
const desk = [tile('a', 0, 0, 6, 2), tile('b', 6, 0, 6, 4), tile('c', 0, 2, 6, 2)]

test('[W39] what is in the way makes room, and what is above closes up', () => {
  expect(places(moved(desk, 'c', { x: 0, y: 0 }))).toEqual({ c: '0,0 6x2', a: '0,2 6x2', b: '6,0 6x4' })
  expect(places(moved(desk, 'a', { x: 6, y: 0 }))).toEqual({ a: '6,0 6x2', b: '6,2 6x4', c: '0,0 6x2' })
  // Never beyond the grid.
  expect(places(moved(desk, 'a', { x: 40, y: -3 }))).toMatchObject({ a: '6,0 6x2' })
})
test('[W39] an arrow goes past the next tile, a column to the side, and nowhere at the edge', () => {
  expect(places(stepped(desk, 'a', 'down'))).toMatchObject({ c: '0,0 6x2', a: '0,2 6x2' })
  expect(places(stepped(desk, 'c', 'up'))).toMatchObject({ c: '0,0 6x2', a: '0,2 6x2' })
  expect(places(stepped(desk, 'c', 'down'))).toEqual(places(desk))
  expect(places(stepped(desk, 'a', 'left'))).toEqual(places(desk))
  expect(places(stepped([tile('a', 0, 0, 2, 2)], 'a', 'right'))).toEqual({ a: '1,0 2x2' })
})
test('[W39] a tile is sized within what its kind takes and the grid has', () => {
  expect(places(sizedTo(desk, 'a', { w: 1, h: 1 }, LIMITS))).toMatchObject({ a: '0,0 2x2' })
  expect(places(sizedTo(desk, 'a', { w: 8, h: 9 }, LIMITS))).toMatchObject({ a: '0,0 8x6', b: '6,6 6x4', c: '0,6 6x2' })
  expect(places(sizedTo(desk, 'b', { w: 9, h: 4 }, LIMITS))).toMatchObject({ b: '6,0 6x4' })
})
test('[W39] a new tile comes into the first room there is; what is not seen stays below', () => {
  const { x: _x, y: _y, ...new_ } = tile('n', 0, 0, 6, 2)
  expect(places(added(removed(desk, 'c'), new_))).toMatchObject({ n: '0,2 6x2' })
  expect(isLaidOut(withUnseen(desk, [tile('u', 0, 0, 12, 3)]))).toBe(true)
})
test('[W39] [property] after any steps the desk lies on the grid without overlapping or floating, with the same tiles', () => {
  const anyTile = fc.record({ w: fc.integer({ min: 1, max: COLUMNS }), h: fc.integer({ min: 1, max: 5 }) })
  const at = fc.nat(20)
  const step = fc.oneof(
    fc.record({ what: fc.constant('move' as const), at, x: fc.integer({ min: -3, max: 15 }), y: fc.integer({ min: -3, max: 40 }) }),
    fc.record({ what: fc.constant('step' as const), at, to: fc.constantFrom<Direction>('left', 'right', 'up', 'down') }),
    fc.record({ what: fc.constant('size' as const), at, w: fc.integer({ min: 0, max: 14 }), h: fc.integer({ min: 0, max: 8 }) }),
  )
  fc.assert(
    fc.property(fc.array(anyTile, { minLength: 1, maxLength: 12 }), fc.array(step, { maxLength: 12 }), (sizes, steps) => {
      let tiles = laidOut(sizes.map(({ w, h }, n) => ({ ...{ id: `t${n}`, kind: 'note', w, h }, settings: {} })))
      const ids = tiles.map(({ id }) => id).toSorted()
      for (const one of steps) {
        const { id } = tiles[one.at % tiles.length]!
        if (one.what === 'move') tiles = moved(tiles, id, one)
        else if (one.what === 'step') tiles = stepped(tiles, id, one.to)
        else tiles = sizedTo(tiles, id, one, { least: { w: 1, h: 1 }, most: { w: 12, h: 6 } })
        expect(isLaidOut(tiles)).toBe(true)
      }
      expect(tiles.map(({ id }) => id).toSorted()).toEqual(ids)
      // Each stands on the upper edge or on another.
      if (steps.length > 0)
        for (const { x, y, w } of tiles)
          expect(y === 0 || tiles.some((other) => other.y + other.h === y && other.x < x + w && x < other.x + other.w)).toBe(true)
    }),
  )
})
