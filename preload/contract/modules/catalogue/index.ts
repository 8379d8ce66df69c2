// What can be asked of this module, and what it and its columns are called.
import { catalogueCommands, catalogueQueries } from './calls.ts'
import { catalogueNames } from './names.ts'

export const catalogue = {
  commands: catalogueCommands,
  queries: catalogueQueries,
  names: catalogueNames,
}
