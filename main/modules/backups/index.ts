// The door of backups: the copies of the books, what is asked of them, and what is told of the machine beneath.
import { defineModule } from '../../records/define-module.ts'
import { due } from '../../records/due.ts'
import { backupsCommands } from './commands.ts'
import { backupsDue } from './due.ts'
import { backupsLists, backupsQueries } from './queries.ts'

export const backups = defineModule({
  commands: backupsCommands,
  queries: backupsQueries,
  lists: backupsLists,
  contributes: [due.of(backupsDue)],
})
