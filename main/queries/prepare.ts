// Runs what a command has to have made before its turn (main/commands/prepared.ts): read in one moment beside the writes, made when that is over.
import type { Connection } from '../../db/open.ts'
import { Refused } from '../../preload/contract/refusals.ts'
import type { Contributed } from '../commands/contributed.ts'
import type { Prepare } from '../commands/prepared.ts'
import type { FileMakers } from './define-query.ts'
import { queryContext, readMoment } from './read-moment.ts'

/** `read`: a connection on which nothing is read but in moments. */
export const preparing =
  (read: Connection, contributed: Contributed, makers: FileMakers): Prepare =>
  async (preparation, { input, viewer, at }, inside) => {
    try {
      const make = inside
        ? await preparation(input as never, queryContext(inside, contributed, viewer, at))
        : await readMoment(read, contributed, { viewer, at }, (q) => preparation(input as never, q))
      return { value: await make(makers) }
    } catch (error) {
      if (error instanceof Refused) return { refusal: error.refusal }
      throw error
    }
  }
