// What jsdom lacks for our components, and the clean-up after each test and each file: files of a worker share one document (decision 139).
import { __unsafe_useEmotionCache as useEmotionCache } from '@emotion/react'
import { cleanup, configure, renderHook } from '@testing-library/react'
import { afterAll, afterEach } from 'vitest'

// Whole pages are drawn in jsdom: a busy machine needs more than the usual second.
configure({ asyncUtilTimeout: 15_000 })
afterEach(cleanup)
/** The styles of a file go with it: to find an element by its role, jsdom looks through all there are. */
const forgetStyles = () => {
  const cache = renderHook(useEmotionCache).result.current!
  cache.sheet.flush()
  cache.inserted = {}
  cache.registered = {}
}
afterAll(() => {
  configure({ defaultHidden: false }) // which files with large pages turn on
  forgetStyles()
  cleanup()
  document.body.replaceChildren()
  document.title = ''
  for (const name of document.documentElement.getAttributeNames()) document.documentElement.removeAttribute(name)
  history.replaceState(null, '', '/')
  localStorage.clear()
  sessionStorage.clear()
})

globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
