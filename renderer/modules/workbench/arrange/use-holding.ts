// Holding a tile with the mouse, a pen or a finger: where on the grid it would come to lie, until it is let go or Esc is pressed.
import { type PointerEvent as Held, type RefObject, useEffect, useRef, useState } from 'react'
import { COLUMNS, type Tile } from '../../../../preload/contract/modules/workbench/tiles.ts'
import { listenForKeys } from '../../../client/index.ts'
import { GAP, ROW } from '../../../records/tiles/index.ts'

export type Holding = { id: string; what: 'move' | 'size'; x: number; y: number; w: number; h: number }
/** So near to the edge of the page it goes on by itself. */
const EDGE = 56
const SPEED = 10

const scrollerOf = (element: HTMLElement): HTMLElement | null => {
  let at = element.parentElement
  while (at && !(at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY))) at = at.parentElement
  return at
}

/** @param grid the element around the tiles, as wide as the twelve columns */
export const useHolding = (grid: RefObject<HTMLElement | null>, onLetGo: (holding: Holding) => void) => {
  const [holding, setHolding] = useState<Holding | null>(null)
  const letGo = useRef(onLetGo)
  useEffect(() => {
    letGo.current = onLetGo
  })
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])

  const hold = (event: Held<HTMLElement>, what: Holding['what'], tile: Tile) => {
    const box = grid.current
    if (!box) return
    const first = { x: event.clientX, y: event.clientY }
    const own = box.querySelector(`[data-tile="${tile.id}"]`)?.getBoundingClientRect()
    if (!own) return
    const taken = { x: first.x - own.left, y: first.y - own.top }
    const pointer = event.pointerId
    const scroller = scrollerOf(box)
    let at = first
    let now: Holding | null = null
    let frame = 0
    const look = () => {
      const { left, top, width } = box.getBoundingClientRect()
      const [column, row] = [(width + GAP) / COLUMNS, ROW + GAP]
      const { id, x, y, w, h } = tile
      const place =
        what === 'move'
          ? { x: Math.round((at.x - taken.x - left) / column), y: Math.max(0, Math.round((at.y - taken.y - top) / row)), w, h }
          : { x, y, w: Math.round((at.x - left) / column) - x, h: Math.round((at.y - top) / row) - y }
      now = { id, what, ...place }
      setHolding(now)
    }
    const tick = () => {
      const edges = scroller?.getBoundingClientRect()
      if (scroller && edges && now) {
        if (at.y < edges.top + EDGE) scroller.scrollTop -= SPEED
        else if (at.y > edges.bottom - EDGE) scroller.scrollTop += SPEED
        look()
      }
      frame = requestAnimationFrame(tick)
    }
    const move = (moved: PointerEvent) => {
      if (moved.pointerId !== pointer) return
      at = { x: moved.clientX, y: moved.clientY }
      // A hand that trembles on a click moves nothing.
      if (now || Math.hypot(at.x - first.x, at.y - first.y) > 4) look()
    }
    const end = (keep: boolean) => {
      stop.current = null
      cancelAnimationFrame(frame)
      unlisten()
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', cancel)
      setHolding(null)
      if (keep && now) letGo.current(now)
    }
    const up = (let_: PointerEvent) => let_.pointerId === pointer && end(true)
    const cancel = () => end(false)
    const unlisten = listenForKeys(window, (key) => {
      if (key.key !== 'Escape') return
      key.preventDefault()
      end(false)
    })
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', cancel)
    frame = requestAnimationFrame(tick)
    stop.current = cancel
  }
  return { holding, hold }
}
