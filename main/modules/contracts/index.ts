// The door of contracts: what other modules and the office may use.
import { contractsCommands } from './commands.ts'
import { contractsLists } from './lists.ts'
import { contractsQueries } from './queries.ts'

export { refreshDeal } from './deal-stage.ts'
export { changePurchased } from './purchased.ts'

export const contracts = { commands: contractsCommands, queries: contractsQueries, lists: contractsLists }
