// What jsdom lacks for our components, and the clean-up after each test.
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// Whole pages are drawn in jsdom: a busy machine needs more than the usual second.
configure({ asyncUtilTimeout: 15_000 })
afterEach(cleanup)

globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
