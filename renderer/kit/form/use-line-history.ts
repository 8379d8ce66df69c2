// Undo and redo of a grid of lines: states as they were before each change, the newest hundred. Letters typed during one visit of a cell are one change.
import { useCallback, useRef, useState } from 'react'
import type { TypedText } from './draft.ts'

/** The lines, and the texts in their cells that are no values, by what follows the grid's name (`#<id>.price`). */
export type LineState<L> = { lines: readonly L[]; typed: Readonly<Record<string, TypedText>> }

const MOST = 100

export const useLineHistory = <L>() => {
  const past = useRef<LineState<L>[]>([])
  const future = useRef<LineState<L>[]>([])
  const group = useRef<string | null>(null)
  const [able, setAble] = useState({ undo: false, redo: false })
  const tell = useCallback(() => {
    const next = { undo: past.current.length > 0, redo: future.current.length > 0 }
    setAble((old) => (old.undo === next.undo && old.redo === next.redo ? old : next))
  }, [])
  /** Keeps the state before a change. Further changes of the same group (a cell's visit) belong to it; without a group each is its own. */
  const keep = useCallback(
    (before: LineState<L>, of: string | null) => {
      if (of !== null && group.current === of) return
      group.current = of
      past.current = [...past.current, before].slice(-MOST)
      future.current = []
      tell()
    },
    [tell],
  )
  /** What comes next is a change of its own. */
  const divide = useCallback(() => {
    group.current = null
  }, [])
  const step = useCallback(
    (from: 'past' | 'future', now: LineState<L>): LineState<L> | undefined => {
      const [source, target] = from === 'past' ? [past, future] : [future, past]
      const state = source.current.at(-1)
      if (!state) return undefined
      source.current = source.current.slice(0, -1)
      target.current = [...target.current, now].slice(-MOST)
      group.current = null
      tell()
      return state
    },
    [tell],
  )
  return { keep, divide, step, able }
}
