// Asks V8 to collect what is no longer used, where it would let much lie: it sees small objects and not the memory that they hold.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')

/** Collects at once; some ten milliseconds of this thread. */
export const collectGarbage = runInNewContext('gc') as () => void
