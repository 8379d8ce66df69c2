// The door of customer credit: what a customer owes against his limit, checked at dispatch, and shipping over it by approval.
import { defineCommands } from '../../commands/define-command.ts'
import { approvable } from '../../records/approvals/index.ts'
import { defineModule } from '../../records/define-module.ts'
import { shipmentFollowers } from '../shipments/index.ts'
import { removeInsurance, saveInsurance } from './insurance.ts'
import { checkDispatchCredit } from './check-dispatch.ts'
import { carryOverrides, creditOverrideApproval, followShipment, requestCreditOverride } from './overrides.ts'
import { creditLists, creditQueries } from './queries.ts'

export { dayRates } from './position.ts'
export { cover, type CoverAsked, type CoveredBy, type CoverPart } from './read-cover.ts'
export { inCurrency, type DayRates } from './rules.ts'

export const credit = defineModule({
  commands: defineCommands({
    'request-credit-override': requestCreditOverride,
    'save-credit-insurance': saveInsurance,
    'remove-credit-insurance': removeInsurance,
  }),
  queries: creditQueries,
  lists: creditLists,
  contributes: [
    approvable.of({ 'credit-override': creditOverrideApproval }),
    shipmentFollowers.of({
      beforeCharge: checkDispatchCredit,
      afterChange: followShipment,
      afterGiven: (ctx, { id, ...revision }) => carryOverrides(ctx, id, revision),
      afterTakenBack: followShipment,
      afterDropped: followShipment,
    }),
  ],
})
