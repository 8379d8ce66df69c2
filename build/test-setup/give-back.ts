// Files of a worker share its modules, clocks and functions: what one has put in their place is given back when it ends (decision 130).
import { afterAll, vi } from 'vitest'

afterAll(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
})
