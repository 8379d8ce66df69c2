// A desk while it is arranged: each step can be undone and done again, and a reload loses none of it.
import { useState } from 'react'
import type { Answer } from '../../../../preload/contract/envelope.ts'
import type { RefusalData } from '../../../../preload/contract/refusals.ts'
import type { Tile, TileSettings, UnplacedTile } from '../../../../preload/contract/modules/workbench/tiles.ts'
import { useTabState } from '../../../client/index.ts'
import { added, type Direction, type Limits, moved, removed, sizedTo, stepped } from './placing.ts'

const MOST_STEPS = 100
const same = (a: readonly Tile[], b: readonly Tile[]): boolean => JSON.stringify(a) === JSON.stringify(b)

/** A desk as it was kept when it was last looked at: what is saved takes the place of this and of nothing newer (W31). */
export type KeptDesk = { revision: number; tiles: readonly Tile[] }
type Draft = { revision: number; from: readonly Tile[]; tiles: readonly Tile[] }

/** @param of what is arranged: one's own desk, or that of a role */
export const useArranging = (of: string) => {
  const [draft, setDraft] = useTabState<Draft | null>(`arranging.${of}`, null)
  const [past, setPast] = useState<readonly (readonly Tile[])[]>([])
  const [future, setFuture] = useState<readonly (readonly Tile[])[]>([])
  const tiles = draft?.tiles ?? []
  const lay = (next: readonly Tile[]) => setDraft((old) => old && { ...old, tiles: next })
  const change = (next: readonly Tile[]): readonly Tile[] => {
    if (same(next, tiles)) return tiles
    setPast([...past.slice(-MOST_STEPS), tiles])
    setFuture([])
    lay(next)
    return next
  }
  const forget = () => {
    setPast([])
    setFuture([])
  }
  return {
    tiles,
    isArranging: draft !== null,
    /** Of the desk that is arranged, as it was kept when that began. */
    revision: draft?.revision ?? 0,
    /** There is something to be saved, also after a reload, which undoes no step. */
    isChanged: draft !== null && !same(draft.from, draft.tiles),
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    begin: ({ revision, tiles: from }: KeptDesk) => {
      forget()
      setDraft({ revision, from, tiles: from })
    },
    /** Refused because another window has saved, which it has said: after that, what is arranged takes the place of what is kept by then. */
    told: <A extends Answer<unknown>>(answer: A): A => {
      if (!answer.ok && 'refused' in answer && answer.refused === 'changed-meanwhile') {
        const { found } = answer.data as RefusalData<'changed-meanwhile'>
        setDraft((old) => old && { ...old, revision: found })
      }
      return answer
    },
    end: () => {
      forget()
      setDraft(null)
    },
    /** How the tiles lie by then. */
    undo: (): readonly Tile[] => {
      const last = past.at(-1)
      if (!last) return tiles
      setPast(past.slice(0, -1))
      setFuture([...future, tiles])
      lay(last)
      return last
    },
    redo: (): readonly Tile[] => {
      const next = future.at(-1)
      if (!next) return tiles
      setFuture(future.slice(0, -1))
      setPast([...past, tiles])
      lay(next)
      return next
    },
    move: (id: string, place: { x: number; y: number }) => change(moved(tiles, id, place)),
    step: (id: string, to: Direction) => change(stepped(tiles, id, to)),
    size: (id: string, size: { w: number; h: number }, limits: Limits) => change(sizedTo(tiles, id, size, limits)),
    remove: (id: string) => change(removed(tiles, id)),
    add: (tile: UnplacedTile) => change(added(tiles, tile)),
    tell: (id: string, settings: TileSettings) => change(tiles.map((one) => (one.id === id ? { ...one, settings } : one))),
  }
}
export type Arranging = ReturnType<typeof useArranging>

/** What was read, unless it is older than what this window has saved meanwhile: until it has been read anew there is none. */
export const useNotOlder = <T extends KeptDesk>(read: T | undefined): [T | undefined, (revision: number) => void] => {
  const [least, setLeast] = useState(0)
  return [read && read.revision >= least ? read : undefined, setLeast]
}
