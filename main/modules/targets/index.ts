// The door of targets: what is to be reached in a month, and how far it is.
import { defineQueries } from '../../queries/define-query.ts'
import { defineCommands } from '../../commands/define-command.ts'
import { defineModule } from '../../records/define-module.ts'
import { saveTargets } from './save-targets.ts'
import { targets as targetsOfYear } from './targets-of-year.ts'

export const targets = defineModule({
  commands: defineCommands({ 'save-targets': saveTargets }),
  queries: defineQueries({ targets: targetsOfYear }),
})
