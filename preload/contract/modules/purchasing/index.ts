// What can be asked of this module, and what it and its columns are called.
import { purchasingCommands, purchasingQueries } from './calls.ts'
import { purchasingNames } from './names.ts'

export const purchasing = {
  commands: purchasingCommands,
  queries: purchasingQueries,
  names: purchasingNames,
}
