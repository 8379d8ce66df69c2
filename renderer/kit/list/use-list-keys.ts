// The keys of a list: Ctrl+F to its search, Ctrl+Shift+E to Excel. The page's own list hears them wherever the focus stands, one within a document only within.
import { useEffect, useRef } from 'react'
import { listenForKeys } from '../../client/index.ts'

type Keys = { wide: boolean; onSearch: () => void; onExport: (() => void) | undefined }
type Pressed = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; preventDefault: () => void }

/** Gives the handler for a list that hears only its own keys. */
export const useListKeys = ({ wide, onSearch, onExport }: Keys): ((event: Pressed) => void) => {
  const hear = (event: Pressed) => {
    const key = event.key.toLowerCase()
    const act = !(event.ctrlKey || event.metaKey)
      ? undefined
      : key === 'f' && !event.shiftKey
        ? onSearch
        : key === 'e' && event.shiftKey
          ? onExport
          : undefined
    if (!act) return
    event.preventDefault()
    act()
  }
  const latest = useRef(hear)
  useEffect(() => {
    latest.current = hear
  })
  useEffect(() => {
    if (!wide) return
    return listenForKeys(window, (event) => {
      if (!event.defaultPrevented) latest.current(event)
    })
  }, [wide])
  return hear
}
