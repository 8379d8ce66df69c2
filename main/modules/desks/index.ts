// The door of desks: the PCs of the office, and its network.
import { defineModule } from '../../records/define-module.ts'
import { desksCommands } from './commands.ts'
import { desksLists, desksQueries } from './queries.ts'
import { statusQueries } from './status-query.ts'

export const desks = defineModule({ commands: desksCommands, queries: { ...desksQueries, ...statusQueries }, lists: desksLists })
