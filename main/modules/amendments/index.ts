// The door of amendments: the one way a signed contract changes, for every kind of contract that declares itself.
import { amendmentsCommands } from './commands.ts'
import { defineModule } from '../../records/define-module.ts'
import { amendmentsQueries } from './queries.ts'

export { saveAmendment } from './commands.ts'
export { amendmentRows } from './amendment-rows.ts'
export {
  amendable,
  afterAmendment,
  type Amendable,
  type ComparedField,
  type Content,
  type ContentLine,
  type Reading,
  type ContractInForce,
} from './kinds.ts'
export { amendmentFacts, amendmentSubject, contentOfVersion, dropAmendment, versionsShown } from './versions.ts'

export const amendments = defineModule({ commands: amendmentsCommands, queries: amendmentsQueries })
