// Where the cursor of a grid of lines stands, and everything that changes its lines: adding, moving, duplicating, removing, going on, taking back.
import { useLayoutEffect, useRef, useState } from 'react'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { same, type TypedText } from './draft.ts'
import { type Line, valueAt } from './line-columns.ts'
import { firstChange, insertedAfter, isNew, movedLine, nextPlace, openFields, type Place, withLine } from './line-edits.ts'
import type { LineGridProps } from './line-grid-props.ts'
import { type LineState, useLineHistory } from './use-line-history.ts'

type Given<L extends Line> = LineGridProps<L> & {
  most: number
  /** The lines on screen, where only some are shown; null for all. */
  only: ReadonlySet<string> | null
}

/** The texts of this grid's cells that are no values, by what follows its name. */
const textsBelow = (typed: Readonly<Record<string, TypedText>> | undefined, field: string): Record<string, TypedText> =>
  Object.fromEntries(
    Object.entries(typed ?? {}).flatMap(([path, text]) => (path.startsWith(`${field}.#`) ? [[path.slice(field.length + 1), text]] : [])),
  )

/** The lines as they stand, also between two events of one turn, and every change of them with the state before. */
const useLines = <L extends Line>({ name: field, value: lines, onChange, typed, onTyped }: Given<L>) => {
  const now = useRef(lines)
  const texts = useRef<Record<string, TypedText>>({})
  /** A page may lay its own hand on what it is given: that is still the same change. */
  const own = useRef(false)
  const history = useLineHistory<L>()
  const { keep } = history
  useLayoutEffect(() => {
    // Lines that came from elsewhere (contracts chosen, a reset) can be taken back too.
    if (lines !== now.current && !own.current && !same(lines, now.current)) keep({ lines: now.current, typed: texts.current }, null)
    own.current = false
    now.current = lines
    texts.current = textsBelow(typed, field)
  }, [lines, typed, field, keep])
  const state = (): LineState<L> => ({ lines: now.current, typed: texts.current })
  const put = (next: L[]) => {
    now.current = next
    own.current = true
    onChange(next)
  }
  const putText = (text: TypedText | null, below: string) => {
    const { [below]: _gone, ...rest } = texts.current
    texts.current = text === null ? rest : { ...rest, [below]: text }
    onTyped?.(text, below)
  }
  return { now, texts, history, state, put, putText }
}

export const useLineEdits = <L extends Line>(given: Given<L>) => {
  const { columns, newLine, copyLine, most, only } = given
  const [active, setActive] = useState<Place | null>(null)
  /** Rises when the lines go back to another state: what was being typed before it is not heard any more. */
  const [turn, setTurn] = useState(0)
  const turnNow = useRef(0)
  const { now, texts, history, state, put, putText } = useLines(given)
  /** What stood in the active cell when it was entered. */
  const before = useRef<unknown>(undefined)

  const change = (next: L[], group: string | null = null) => {
    history.keep(state(), group)
    put(next)
  }
  const shownLines = () => (only ? now.current.filter(({ id }) => only.has(id)) : now.current)
  const indexOf = (id: string) => now.current.findIndex((line) => line.id === id)
  const enter = (place: Place | null) => {
    const line = place && now.current[indexOf(place.id)]
    if (line && place) before.current = valueAt(line, place.field)
    history.divide()
    setActive(place)
  }
  const firstPlace = (line: L | undefined): Place | null => {
    const [first] = line ? openFields(columns, line) : []
    return line && first !== undefined ? { id: line.id, field: first } : null
  }
  /** What stands in the active cell has changed under it: it begins anew. */
  const refresh = () => {
    turnNow.current += 1
    setTurn(turnNow.current)
  }
  /** Typed in the cell of a line, as it was on screen at `at`. */
  const typeIn = (at: number, id: string, field: string, part: Partial<L>) => {
    if (at === turnNow.current) change(withLine(now.current, id, part), `${id}.${field}`)
  }
  const typeText = (at: number, id: string, field: string, text: TypedText | null) => {
    if (at !== turnNow.current) return
    history.keep(state(), `${id}.${field}`)
    putText(text, `#${id}.${field}`)
  }
  const add = (after?: string) => {
    if (!newLine || now.current.length >= most) return
    const line = newLine()
    change(after === undefined ? [...now.current, line] : insertedAfter(now.current, after, line))
    enter(firstPlace(line))
  }
  const forgetTyped = (id: string) => {
    for (const below of Object.keys(texts.current)) if (below.startsWith(`#${id}.`)) putText(null, below)
  }
  const remove = (id: string) => {
    const shown = shownLines()
    const at = shown.findIndex((line) => line.id === id)
    const near = shown[at + 1] ?? shown[at - 1]
    change(now.current.filter((line) => line.id !== id))
    forgetTyped(id)
    enter(active && near ? { id: near.id, field: active.field } : null)
  }
  const duplicate = (id: string) => {
    const line = now.current[indexOf(id)]
    if (!line || !newLine || now.current.length >= most) return
    const copy = copyLine?.(line) ?? { ...line, id: newId() }
    change(insertedAfter(now.current, id, copy))
    enter({ id: copy.id, field: active?.field ?? columns[0]?.field ?? '' })
  }
  const move = (id: string, by: 1 | -1) => change(movedLine(now.current, id, by))
  /** To the cell after; past the end a new line, unless the last one is still blank. False: the focus may leave the grid. */
  const step = (by: 1 | -1): boolean => {
    if (!active) return false
    const next = nextPlace(shownLines(), columns, active, by)
    if (next) {
      enter(next)
      return true
    }
    const last = now.current.at(-1)
    if (by < 0 || !newLine || only || (last && isNew(last, newLine()))) return false
    add()
    return true
  }
  const vertical = (by: 1 | -1) => {
    const shown = shownLines()
    const next = active && shown[shown.findIndex((line) => line.id === active.id) + by]
    if (active && next) enter({ id: next.id, field: active.field })
  }
  /** Gives the active cell back what stood there. */
  const restore = () => {
    if (!active) return
    putText(null, `#${active.id}.${active.field}`)
    put(withLine(now.current, active.id, { [active.field]: before.current } as Partial<L>))
    history.divide()
    setActive(null)
  }
  /** Back to the state before the last change, or forward again; the cursor goes where something is different. False: nothing to do. */
  const travel = (to: 'past' | 'future'): boolean => {
    const old = state()
    let next = history.step(to, old)
    // A cell that was given back by Esc has left a state like the one that stands here.
    while (next && same(next, old)) next = history.step(to, old)
    if (!next) return false
    refresh()
    put([...next.lines])
    for (const below of Object.keys(old.typed)) if (!(below in next.typed)) putText(null, below)
    for (const [below, text] of Object.entries(next.typed)) if (!same(text, old.typed[below])) putText(text, below)
    const place = firstChange(columns, old, next)
    enter(place && openFields(columns, now.current[indexOf(place.id)]!).includes(place.field) ? place : null)
    return true
  }
  return {
    active,
    setActive,
    turn,
    now,
    able: history.able,
    change,
    putText,
    typeIn,
    typeText,
    indexOf,
    enter,
    firstPlace,
    add,
    remove,
    duplicate,
    move,
    step,
    vertical,
    restore,
    travel,
    refresh,
    shownLines,
  }
}
export type LineEdits<L extends Line> = ReturnType<typeof useLineEdits<L>>
