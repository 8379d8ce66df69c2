// What can be asked of every module and how it is named, one word each. Commands, queries and names are computed from here.
import { people } from './modules/people/index.ts'
import { audit } from './modules/audit/index.ts'
import { backups } from './modules/backups/index.ts'
import { desks } from './modules/desks/index.ts'
import { approvals } from './modules/approvals/index.ts'
import { listViews } from './modules/list-views/index.ts'
import { parties } from './modules/parties/index.ts'
import { credit } from './modules/credit/index.ts'
import { catalogue } from './modules/catalogue/index.ts'
import { checks } from './modules/checks/index.ts'
import { amendments } from './modules/amendments/index.ts'
import { papers } from './modules/papers/index.ts'
import { deals } from './modules/deals/index.ts'
import { contracts } from './modules/contracts/index.ts'
import { quotations } from './modules/quotations/index.ts'
import { purchasing } from './modules/purchasing/index.ts'
import { production } from './modules/production/index.ts'
import { freight } from './modules/freight/index.ts'
import { shipments } from './modules/shipments/index.ts'
import { customs } from './modules/customs/index.ts'
import { lettersOfCredit } from './modules/letters-of-credit/index.ts'
import { bankAccounts } from './modules/bank-accounts/index.ts'
import { openItems } from './modules/open-items/index.ts'
import { bills } from './modules/bills/index.ts'
import { paymentRequests } from './modules/payment-requests/index.ts'
import { receiptsAndPayments } from './modules/receipts-and-payments/index.ts'
import { taxRefunds } from './modules/tax-refunds/index.ts'
import { books } from './modules/books/index.ts'
import { estimates } from './modules/estimates/index.ts'
import { profit } from './modules/profit/index.ts'
import { files } from './modules/files/index.ts'
import { tasks } from './modules/tasks/index.ts'
import { workbench } from './modules/workbench/index.ts'
import { statistics } from './modules/statistics/index.ts'
import { targets } from './modules/targets/index.ts'
import { reference } from './modules/reference/index.ts'
import type { ModuleName } from './modules.ts'

/** A module of modules.ts that is missing here does not compile. */
export const calls = {
  people,
  audit,
  backups,
  desks,
  approvals,
  'list-views': listViews,
  parties,
  credit,
  catalogue,
  checks,
  amendments,
  papers,
  deals,
  contracts,
  quotations,
  purchasing,
  production,
  freight,
  shipments,
  customs,
  'letters-of-credit': lettersOfCredit,
  'bank-accounts': bankAccounts,
  'open-items': openItems,
  bills,
  'payment-requests': paymentRequests,
  'receipts-and-payments': receiptsAndPayments,
  'tax-refunds': taxRefunds,
  books,
  estimates,
  profit,
  files,
  tasks,
  workbench,
  statistics,
  targets,
  reference,
} as const satisfies Record<ModuleName | 'reference', object>
type Calls = typeof calls
/** One table of the tables of all modules: the exact type of each entry stays. */
type Gathered<Part extends 'commands' | 'queries', M = Calls[keyof Calls]> = (
  M extends Readonly<Record<Part, infer Table>>
    ? (table: Table) => void
    : never
) extends (table: infer All) => void
  ? { [Name in keyof All]: All[Name] }
  : never
export const gathered = <const Part extends 'commands' | 'queries'>(part: Part): Gathered<Part> =>
  Object.assign({}, ...Object.values(calls).map((one) => one[part])) as Gathered<Part>
