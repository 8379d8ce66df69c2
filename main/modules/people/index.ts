// The door of people: who works here, what they may do, and the company they work for.
import { peopleCommands } from './commands.ts'
import { peopleLists, peopleQueries } from './queries.ts'

export { holdsOwnerRole, requireOwner } from './owners.ts'
export { ownerForUse, type RecordOwner } from './owner.ts'
export const people = { commands: peopleCommands, queries: peopleQueries, lists: peopleLists }
