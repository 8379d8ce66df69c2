// The door of workbench: the desk's own help, finding and naming records, and the reference tables.
import { defineQueries } from '../../queries/define-query.ts'
import { defineModule } from '../../records/define-module.ts'
import { locateRecord } from '../../records/locate.ts'
import { findRecords } from '../../records/search.ts'
import { firstSteps } from './first-steps.ts'
import { listViewCommands, listViews } from './list-views.ts'
import { reference } from './reference.ts'
import { shortcutNames } from './shortcut-names.ts'
import { workbenchCommands, workbenchQueries } from './workbenches.ts'

export const workbench = defineModule({
  commands: { ...listViewCommands, ...workbenchCommands },
  queries: {
    ...workbenchQueries,
    ...defineQueries({
      'first-steps': firstSteps,
      find: findRecords,
      'list-views': listViews,
      locate: locateRecord,
      reference,
      'shortcut-names': shortcutNames,
      ports: async (input) => (await import('./find-ports.ts')).findPorts(input),
    }),
  },
})
