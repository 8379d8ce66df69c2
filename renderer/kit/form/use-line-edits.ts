// Where the cursor of a grid of lines stands, and everything that changes its lines: adding, moving, duplicating, removing, going on.
import { useLayoutEffect, useRef, useState } from 'react'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { type Line, valueAt } from './line-columns.ts'
import { insertedAfter, isNew, movedLine, nextPlace, openFields, type Place, withLine } from './line-edits.ts'
import type { LineGridProps } from './line-grid-props.ts'

type Given<L extends Line> = LineGridProps<L> & { most: number; show: (at: number) => void }

export const useLineEdits = <L extends Line>(given: Given<L>) => {
  const { name: field, value: lines, onChange, typed, onTyped, columns, newLine, copyLine, most, show } = given
  const [active, setActive] = useState<Place | null>(null)
  /** The lines as they stand, also between two events of one turn. */
  const now = useRef(lines)
  useLayoutEffect(() => {
    now.current = lines
  })
  /** What stood in the active cell when it was entered. */
  const before = useRef<unknown>(undefined)

  const change = (next: L[]) => {
    now.current = next
    onChange(next)
  }
  const indexOf = (id: string) => now.current.findIndex((line) => line.id === id)
  const enter = (place: Place | null) => {
    if (place) {
      const line = now.current[indexOf(place.id)]
      before.current = line && valueAt(line, place.field)
      show(indexOf(place.id))
    }
    setActive(place)
  }
  const firstPlace = (line: L | undefined): Place | null => {
    const [first] = line ? openFields(columns, line) : []
    return line && first !== undefined ? { id: line.id, field: first } : null
  }
  const add = (after?: string) => {
    if (!newLine || now.current.length >= most) return
    const line = newLine()
    change(after === undefined ? [...now.current, line] : insertedAfter(now.current, after, line))
    enter(firstPlace(line))
  }
  const forgetTyped = (id: string) => {
    for (const path of Object.keys(typed ?? {})) if (path.startsWith(`${field}.#${id}.`)) onTyped?.(null, path.slice(field.length + 1))
  }
  const remove = (id: string) => {
    const at = indexOf(id)
    change(now.current.filter((line) => line.id !== id))
    forgetTyped(id)
    const near = now.current[at] ?? now.current[at - 1]
    enter(active && near ? { id: near.id, field: active.field } : null)
  }
  const duplicate = (id: string) => {
    const line = now.current[indexOf(id)]
    if (!line || !newLine || now.current.length >= most) return
    const copy = copyLine?.(line) ?? { ...line, id: newId() }
    change(insertedAfter(now.current, id, copy))
    enter({ id: copy.id, field: active?.field ?? columns[0]?.field ?? '' })
  }
  const move = (id: string, by: 1 | -1) => {
    change(movedLine(now.current, id, by))
    show(indexOf(id))
  }
  /** To the cell after; past the end a new line, unless the last one is still blank. False: the focus may leave the grid. */
  const step = (by: 1 | -1): boolean => {
    if (!active) return false
    const next = nextPlace(now.current, columns, active, by)
    if (next) {
      enter(next)
      return true
    }
    const last = now.current.at(-1)
    if (by < 0 || !newLine || (last && isNew(last, newLine()))) return false
    add()
    return true
  }
  const vertical = (by: 1 | -1) => {
    const next = active && now.current[indexOf(active.id) + by]
    if (active && next) enter({ id: next.id, field: active.field })
  }
  /** Gives the active cell back what stood there. */
  const restore = () => {
    if (!active) return
    onTyped?.(null, `#${active.id}.${active.field}`)
    change(withLine(now.current, active.id, { [active.field]: before.current } as Partial<L>))
    setActive(null)
  }
  return { active, setActive, now, change, indexOf, enter, firstPlace, add, remove, duplicate, move, step, vertical, restore }
}
export type LineEdits<L extends Line> = ReturnType<typeof useLineEdits<L>>
