// What can be asked of this module, and what it and its columns are called.
import { lettersCommands, lettersQueries } from './calls.ts'
import { lettersNames } from './names.ts'

export const lettersOfCredit = {
  commands: lettersCommands,
  queries: lettersQueries,
  names: lettersNames,
}
