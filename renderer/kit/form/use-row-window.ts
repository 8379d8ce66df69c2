// Which rows of a long grid are drawn: those in sight and a few beyond, so that scrolling shows no gap.
import { useCallback, useLayoutEffect, useRef, useState } from 'react'

/** Height of a row in pixels. */
export const ROW = 34
const SPARE = 8

/** Which rows are worth drawing. */
export const useRowWindow = (count: number) => {
  const scroller = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(600)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = () => element.clientHeight > 0 && setHeight(element.clientHeight)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const from = Math.max(0, Math.floor(top / ROW) - SPARE)
  const to = Math.min(count, Math.ceil((top + height) / ROW) + SPARE)
  /** Scrolls until a row stands between the titles above and the totals below. */
  const show = useCallback((at: number) => {
    const element = scroller.current
    if (!element) return
    const room = element.clientHeight - 3 * ROW
    if (at * ROW < element.scrollTop) element.scrollTop = at * ROW
    else if (room > 0 && at * ROW > element.scrollTop + room) element.scrollTop = at * ROW - room
  }, [])
  return { scroller, from, to, show, onScroll: () => setTop(scroller.current?.scrollTop ?? 0) }
}
