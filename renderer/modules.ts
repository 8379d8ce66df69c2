// The modules of the screens: one word each. Their order is that of what Ctrl+K offers.
import { amendments } from './modules/amendments/index.tsx'
import { approvals } from './modules/approvals/index.tsx'
import { audit } from './modules/audit/index.tsx'
import { backups } from './modules/backups/index.tsx'
import { bankAccounts } from './modules/bank-accounts/index.tsx'
import { bills } from './modules/bills/index.tsx'
import { books } from './modules/books/index.tsx'
import { catalogue } from './modules/catalogue/index.tsx'
import { contracts } from './modules/contracts/index.tsx'
import { credit } from './modules/credit/index.tsx'
import { customs } from './modules/customs/index.tsx'
import { deals } from './modules/deals/index.tsx'
import { desks } from './modules/desks/index.tsx'
import { estimates } from './modules/estimates/index.tsx'
import { files } from './modules/files/index.tsx'
import { freight } from './modules/freight/index.tsx'
import { letters } from './modules/letters-of-credit/index.tsx'
import { openItems } from './modules/open-items/index.tsx'
import { papers } from './modules/papers/index.tsx'
import { parties } from './modules/parties/index.tsx'
import { paymentRequests } from './modules/payment-requests/index.tsx'
import { people } from './modules/people/index.tsx'
import { production } from './modules/production/index.tsx'
import { profit } from './modules/profit/index.tsx'
import { purchasing } from './modules/purchasing/index.tsx'
import { quotations } from './modules/quotations/index.tsx'
import { receiptsAndPayments } from './modules/receipts-and-payments/index.tsx'
import { shipments } from './modules/shipments/index.tsx'
import { tasks } from './modules/tasks/index.tsx'
import { taxRefunds } from './modules/tax-refunds/index.tsx'
import { workbench } from './modules/workbench/index.tsx'
import { statistics } from './modules/statistics/index.tsx'
import { targets } from './modules/targets/index.tsx'
import type { Screens } from './records/index.ts'

export const modules = [
  workbench,
  tasks,
  approvals,
  quotations,
  deals,
  contracts,
  purchasing,
  production,
  files,
  amendments,
  freight,
  shipments,
  customs,
  letters,
  receiptsAndPayments,
  bills,
  paymentRequests,
  openItems,
  bankAccounts,
  taxRefunds,
  books,
  estimates,
  profit,
  statistics,
  targets,
  parties,
  credit,
  catalogue,
  people,
  papers,
  backups,
  desks,
  audit,
] satisfies readonly Screens[]
