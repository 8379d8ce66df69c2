// What can be asked of this module, and what it and its columns are called.
import { bookCommands, bookQueries } from './calls.ts'
import { booksNames } from './names.ts'

export const books = {
  commands: bookCommands,
  queries: bookQueries,
  names: booksNames,
}
