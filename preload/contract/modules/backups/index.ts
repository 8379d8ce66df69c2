// What can be asked of this module, and what it and its columns are called.
import { backupsCommands, backupsQueries } from './calls.ts'
import { backupsNames } from './names.ts'

export const backups = {
  commands: backupsCommands,
  queries: backupsQueries,
  names: backupsNames,
}
