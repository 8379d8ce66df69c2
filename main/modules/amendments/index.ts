// The door of amendments: what may be done to one, and what screens ask. How a contract is amended is in main/records/amendments.
import { defineModule } from '../../records/define-module.ts'
import { amendmentsCommands } from './commands.ts'
import { amendmentsQueries } from './queries.ts'

export const amendments = defineModule({ commands: amendmentsCommands, queries: amendmentsQueries })
