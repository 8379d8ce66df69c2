// The door of bank accounts: our own accounts, their movements, and transfers between them.
import { approvable } from '../../records/approvals/index.ts'
import { defineModule } from '../../records/define-module.ts'
import { facts } from '../../records/facts.ts'
import { bankMoney } from './facts.ts'
import { bankCommands, ownBankDetails } from './commands.ts'
import { cashForecastLists, cashForecastQueries } from './cash-forecast.ts'
import { bankAccountLists } from './lists.ts'
import { bankAccountQueries } from './queries.ts'

export { bankForUse } from './bank-for-use.ts'
export { payableAccounts, type PayableAccount } from './payable-accounts.ts'

export const bankAccounts = defineModule({
  commands: bankCommands,
  queries: { ...bankAccountQueries, ...cashForecastQueries },
  lists: { ...bankAccountLists, ...cashForecastLists },
  contributes: [facts.of([bankMoney]), approvable.of({ 'own-bank-details': ownBankDetails })],
})
