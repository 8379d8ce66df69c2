// The keyboard of a grid of lines. What belongs to the lines is heard before the cell; moving on only after the cell has had its say.
import type { KeyboardEvent } from 'react'
import type { Line, LineColumn } from './line-columns.ts'
import { nextPlace } from './line-edits.ts'
import type { LineEdits } from './use-line-edits.ts'

/** Whether an arrow sideways would leave the text: at its edge, or all of it selected. */
const atEdge = (target: EventTarget, forwards: boolean): boolean => {
  if (!(target instanceof HTMLInputElement)) return true
  const { selectionStart: start, selectionEnd: end, value } = target
  if (start === 0 && end === value.length) return true
  return start === end && (forwards ? end === value.length : start === 0)
}

type Given<L extends Line> = {
  edits: LineEdits<L>
  columns: readonly LineColumn<L>[]
  readOnly: boolean
  mayAdd: boolean
  /** Puts the focus on the grid itself. */
  leave: () => void
  /** Takes over what stands in the cell above. */
  fillDown: () => void
}
export const useLineKeys = <L extends Line>({ edits, columns, readOnly, mayAdd, leave, fillDown }: Given<L>) => {
  const { active, shownLines, enter, remove, duplicate, move, step, vertical, restore, travel } = edits
  const commands = (event: KeyboardEvent<HTMLElement>) => {
    if (readOnly) return
    const stop = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    const control = (event.ctrlKey || event.metaKey) && !event.altKey
    const key = event.key.toLowerCase()
    if (control && (key === 'z' || key === 'y')) {
      stop()
      if (travel(key === 'y' || event.shiftKey ? 'future' : 'past')) leave()
    }
    if (!active) return
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      stop()
      move(active.id, event.key === 'ArrowUp' ? -1 : 1)
    } else if (control && key === 'd') {
      stop()
      if (event.shiftKey) duplicate(active.id)
      else fillDown()
    } else if (control && (event.key === 'Delete' || event.key === 'Backspace') && mayAdd) {
      stop()
      remove(active.id)
    }
  }
  const movement = (event: KeyboardEvent<HTMLElement>) => {
    if (!active || readOnly || event.ctrlKey || event.metaKey || event.altKey) return
    const taken = event.defaultPrevented
    switch (event.key) {
      case 'Enter':
        event.preventDefault()
        step(event.shiftKey ? -1 : 1)
        break
      case 'Tab':
        if (step(event.shiftKey ? -1 : 1)) event.preventDefault()
        break
      case 'ArrowUp':
      case 'ArrowDown':
        if (taken || event.target instanceof HTMLSelectElement) break
        event.preventDefault()
        vertical(event.key === 'ArrowUp' ? -1 : 1)
        break
      case 'ArrowLeft':
      case 'ArrowRight': {
        const forwards = event.key === 'ArrowRight'
        const next = atEdge(event.target, forwards) && nextPlace(shownLines(), columns, active, forwards ? 1 : -1)
        if (!next || event.shiftKey) break
        event.preventDefault()
        enter(next)
        break
      }
      case 'Escape':
        // Back to what stood here when the cell was entered.
        if (taken) break
        restore()
        leave()
    }
  }
  return { commands, movement }
}
