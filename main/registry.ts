// Every module's commands, queries and lists in one table each: the composition that the office process and its reader threads share.
import type { CommandHandlers } from './commands/define-command.ts'
import { amendments } from './modules/amendments/index.ts'
import type { AllQueries } from './queries/define-query.ts'
import { approvals } from './modules/approvals/index.ts'
import { backups } from './modules/backups/index.ts'
import { catalogue } from './modules/catalogue/index.ts'
import { checks } from './modules/checks/index.ts'
import { contracts } from './modules/contracts/index.ts'
import { credit } from './modules/credit/index.ts'
import { estimates } from './modules/estimates/index.ts'
import { freight } from './modules/freight/index.ts'
import { letters } from './modules/letters-of-credit/index.ts'
import { parties } from './modules/parties/index.ts'
import { people } from './modules/people/index.ts'
import { production } from './modules/production/index.ts'
import { profit } from './modules/profit/index.ts'
import { purchasing } from './modules/purchasing/index.ts'
import { quotations } from './modules/quotations/index.ts'
import { shipments } from './modules/shipments/index.ts'
import { tasks } from './modules/tasks/index.ts'
import { bankAccounts } from './modules/bank-accounts/index.ts'
import { openItems } from './modules/open-items/index.ts'
import { bills } from './modules/bills/index.ts'
import { paymentRequests } from './modules/payment-requests/index.ts'
import { receiptsAndPayments } from './modules/receipts-and-payments/index.ts'
import { taxRefunds } from './modules/tax-refunds/index.ts'
import { books } from './modules/books/index.ts'
import { workbench } from './modules/workbench/index.ts'

// A command or query of the contract without a handler does not compile here.
export const allCommands: CommandHandlers = {
  ...people.commands,
  ...backups.commands,
  ...approvals.commands,
  ...parties.commands,
  ...credit.commands,
  ...catalogue.commands,
  ...amendments.commands,
  ...contracts.commands,
  ...quotations.commands,
  ...purchasing.commands,
  ...production.commands,
  ...freight.commands,
  ...shipments.commands,
  ...letters.commands,
  ...bankAccounts.commands,
  ...openItems.commands,
  ...bills.commands,
  ...paymentRequests.commands,
  ...receiptsAndPayments.commands,
  ...taxRefunds.commands,
  ...books.commands,
  ...estimates.commands,
  ...workbench.commands,
}
export const allQueries: AllQueries = {
  queries: {
    ...people.queries,
    ...backups.queries,
    ...approvals.queries,
    ...parties.queries,
    ...credit.queries,
    ...catalogue.queries,
    ...amendments.queries,
    ...checks.queries,
    ...contracts.queries,
    ...quotations.queries,
    ...purchasing.queries,
    ...production.queries,
    ...freight.queries,
    ...shipments.queries,
    ...letters.queries,
    ...bankAccounts.queries,
    ...openItems.queries,
    ...bills.queries,
    ...paymentRequests.queries,
    ...receiptsAndPayments.queries,
    ...taxRefunds.queries,
    ...books.queries,
    ...estimates.queries,
    ...profit.queries,
    ...tasks.queries,
    ...workbench.queries,
  },
  lists: {
    ...people.lists,
    ...backups.lists,
    ...approvals.lists,
    ...parties.lists,
    ...credit.lists,
    ...catalogue.lists,
    ...amendments.lists,
    ...contracts.lists,
    ...quotations.lists,
    ...purchasing.lists,
    ...production.lists,
    ...freight.lists,
    ...shipments.lists,
    ...letters.lists,
    ...bankAccounts.lists,
    ...openItems.lists,
    ...bills.lists,
    ...paymentRequests.lists,
    ...receiptsAndPayments.lists,
    ...taxRefunds.lists,
    ...books.lists,
    ...estimates.lists,
    ...profit.lists,
  },
}
