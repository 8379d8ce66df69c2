// The door of amendments: the one way a signed contract changes, for every kind of contract that declares itself.
import { amendmentsCommands } from './commands.ts'
import { amendmentsLists, amendmentsQueries } from './queries.ts'

export { saveAmendment } from './commands.ts'
export {
  declareAmendable,
  declareFollower,
  type Amendable,
  type ComparedField,
  type Content,
  type ContentLine,
  type Standing,
} from './kinds.ts'
export { amendmentFacts, amendmentSubject, contentOfVersion, dropAmendment, versionsShown } from './versions.ts'

export const amendments = { commands: amendmentsCommands, queries: amendmentsQueries, lists: amendmentsLists }
