// The door of profit estimates: commands, queries and lists for the office, and which estimate a deal's result is compared with.
import { declareProfitEstimates } from './approval.ts'
import { estimatesCommands } from './commands.ts'
import { estimatesLists, estimatesQueries } from './queries.ts'

export { comparedEstimate } from './counting.ts'

declareProfitEstimates()
export const estimates = { commands: estimatesCommands, queries: estimatesQueries, lists: estimatesLists }
