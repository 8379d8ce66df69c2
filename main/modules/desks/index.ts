// The door of desks: the PCs of the office, and its network.
import { defineModule } from '../../records/define-module.ts'
import { desksCommands } from './commands.ts'
import { releaseCommands } from './release-commands.ts'
import { releaseQueries } from './release-queries.ts'
import { desksLists, desksQueries } from './queries.ts'
import { statusQueries } from './status-query.ts'

export const desks = defineModule({
  commands: { ...desksCommands, ...releaseCommands },
  queries: { ...desksQueries, ...releaseQueries, ...statusQueries },
  lists: desksLists,
})
