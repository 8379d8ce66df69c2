// The door of people: who works here, what they may do, and the company they work for.
import { defineModule } from '../../records/define-module.ts'
import { peopleCommands } from './commands.ts'
import { peopleLists, peopleQueries } from './queries.ts'

export { holdsOwnerRole, requireOwner } from './owners.ts'
export { ownerForUse, type RecordOwner } from './owner.ts'
export const people = defineModule({ commands: peopleCommands, queries: peopleQueries, lists: peopleLists })
