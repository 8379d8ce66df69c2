// Every module, one word each, in the order of dependency: the composition that the office process and its reader threads share.
import { amendments } from './modules/amendments/index.ts'
import { papers } from './modules/papers/index.ts'
import { approvals } from './modules/approvals/index.ts'
import { audit } from './modules/audit/index.ts'
import { backups } from './modules/backups/index.ts'
import { desks } from './modules/desks/index.ts'
import { catalogue } from './modules/catalogue/index.ts'
import { checks } from './modules/checks/index.ts'
import { contracts } from './modules/contracts/index.ts'
import { credit } from './modules/credit/index.ts'
import { customs } from './modules/customs/index.ts'
import { deals } from './modules/deals/index.ts'
import { estimates } from './modules/estimates/index.ts'
import { files } from './modules/files/index.ts'
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
import { statistics } from './modules/statistics/index.ts'
import { targets } from './modules/targets/index.ts'
import { gatherModules } from './records/define-module.ts'

/** A command, query or list of the contract without a handler does not compile here. */
export const allModules = gatherModules([
  people,
  backups,
  desks,
  audit,
  approvals,
  parties,
  bankAccounts,
  catalogue,
  checks,
  amendments,
  papers,
  deals,
  contracts,
  quotations,
  purchasing,
  production,
  shipments,
  customs,
  credit,
  letters,
  freight,
  openItems,
  bills,
  paymentRequests,
  receiptsAndPayments,
  taxRefunds,
  books,
  estimates,
  profit,
  files,
  tasks,
  workbench,
  statistics,
  targets,
])
