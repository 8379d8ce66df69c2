// The door of workbench: the desk's own help, finding and naming records, and the reference tables.
import { defineQueries } from '../../queries/define-query.ts'
import { find } from './find.ts'
import { firstSteps } from './first-steps.ts'
import { locate } from './locate.ts'
import { reference } from './reference.ts'

export const workbench = {
  queries: defineQueries({
    'first-steps': firstSteps,
    find,
    locate,
    reference,
    ports: async (input) => (await import('./find-ports.ts')).findPorts(input),
  }),
}
