// The door of production follow-up (跟单): milestones of purchase contracts, and the templates they come from.
import { sql } from 'kysely'
import { defineCommands } from '../../commands/define-command.ts'
import { afterPurchaseSigned, followRevision } from '../purchasing/index.ts'
import { defineModule } from '../../records/define-module.ts'
import { due } from '../../records/due.ts'
import { productionDue } from './due.ts'
import { applyMilestones, assignMerchandiser, followSigned } from './apply.ts'
import { productionLists } from './lists.ts'
import { milestoneCommands } from './milestones.ts'
import { productionQueries } from './queries.ts'
import { saveMilestoneTemplate } from './templates.ts'

export { contractsInShipment, paidForPurchase, proveMilestones } from './prove.ts'

export const production = defineModule({
  commands: defineCommands({
    'save-milestone-template': saveMilestoneTemplate,
    'apply-milestones': applyMilestones,
    'assign-merchandiser': assignMerchandiser,
    ...milestoneCommands,
  }),
  queries: productionQueries,
  lists: productionLists,
  contributes: [
    due.of(productionDue),
    afterPurchaseSigned.of(followSigned),
    followRevision.of((contractId) => sql`(select f.revision from production f where f.id = ${sql.ref(contractId)})`),
  ],
})
