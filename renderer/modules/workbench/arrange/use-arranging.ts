// A desk while it is arranged: each step can be undone and done again, and a reload loses none of it.
import { useState } from 'react'
import type { Tile, TileSettings, UnplacedTile } from '../../../../preload/contract/modules/workbench/tiles.ts'
import { useTabState } from '../../../client/index.ts'
import { added, type Direction, type Limits, moved, removed, sizedTo, stepped } from './placing.ts'

const MOST_STEPS = 100
const same = (a: readonly Tile[], b: readonly Tile[]): boolean => JSON.stringify(a) === JSON.stringify(b)

/** @param of what is arranged: one's own desk, or that of a role */
export const useArranging = (of: string) => {
  const [draft, setDraft] = useTabState<readonly Tile[] | null>(`arrange.${of}`, null)
  const [past, setPast] = useState<readonly (readonly Tile[])[]>([])
  const [future, setFuture] = useState<readonly (readonly Tile[])[]>([])
  const tiles = draft ?? []
  const change = (next: readonly Tile[]): readonly Tile[] => {
    if (same(next, tiles)) return tiles
    setPast([...past.slice(-MOST_STEPS), tiles])
    setFuture([])
    setDraft(next)
    return next
  }
  const forget = () => {
    setPast([])
    setFuture([])
  }
  return {
    tiles,
    isArranging: draft !== null,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    begin: (from: readonly Tile[]) => {
      forget()
      setDraft(from)
    },
    end: () => {
      forget()
      setDraft(null)
    },
    undo: () => {
      const last = past.at(-1)
      if (!last) return
      setPast(past.slice(0, -1))
      setFuture([...future, tiles])
      setDraft(last)
    },
    redo: () => {
      const next = future.at(-1)
      if (!next) return
      setFuture(future.slice(0, -1))
      setPast([...past, tiles])
      setDraft(next)
    },
    move: (id: string, place: { x: number; y: number }) => change(moved(tiles, id, place)),
    step: (id: string, to: Direction) => change(stepped(tiles, id, to)),
    size: (id: string, size: { w: number; h: number }, limits: Limits) => change(sizedTo(tiles, id, size, limits)),
    remove: (id: string) => change(removed(tiles, id)),
    add: (tile: UnplacedTile) => change(added(tiles, tile)),
    tell: (id: string, settings: TileSettings) => change(tiles.map((one) => (one.id === id ? { ...one, settings } : one))),
    replace: change,
  }
}
export type Arranging = ReturnType<typeof useArranging>
