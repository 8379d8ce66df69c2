// The modules of the house in dependency order, each with its kinds of record: a module sees only those before it.

import { peopleRecords } from './modules/people/records.ts'
import { auditRecords } from './modules/audit/records.ts'
import { profitRecords } from './modules/profit/records.ts'
import { backupsRecords } from './modules/backups/records.ts'
import { desksRecords } from './modules/desks/records.ts'
import { approvalsRecords } from './modules/approvals/records.ts'
import { listViewsRecords } from './modules/list-views/records.ts'
import { partiesRecords } from './modules/parties/records.ts'
import { bankAccountsRecords } from './modules/bank-accounts/records.ts'
import { catalogueRecords } from './modules/catalogue/records.ts'
import { amendmentsRecords } from './modules/amendments/records.ts'
import { papersRecords } from './modules/papers/records.ts'
import { dealsRecords } from './modules/deals/records.ts'
import { contractsRecords } from './modules/contracts/records.ts'
import { quotationsRecords } from './modules/quotations/records.ts'
import { purchasingRecords } from './modules/purchasing/records.ts'
import { productionRecords } from './modules/production/records.ts'
import { shipmentsRecords } from './modules/shipments/records.ts'
import { customsRecords } from './modules/customs/records.ts'
import { creditRecords } from './modules/credit/records.ts'
import { lettersOfCreditRecords } from './modules/letters-of-credit/records.ts'
import { freightRecords } from './modules/freight/records.ts'
import { booksRecords } from './modules/books/records.ts'
import { openItemsRecords } from './modules/open-items/records.ts'
import { receiptsAndPaymentsRecords } from './modules/receipts-and-payments/records.ts'
import { billsRecords } from './modules/bills/records.ts'
import { paymentRequestsRecords } from './modules/payment-requests/records.ts'
import { taxRefundsRecords } from './modules/tax-refunds/records.ts'
import { estimatesRecords } from './modules/estimates/records.ts'
import { filesRecords } from './modules/files/records.ts'
import { tasksRecords } from './modules/tasks/records.ts'
import { statisticsRecords } from './modules/statistics/records.ts'
import { targetsRecords } from './modules/targets/records.ts'
import { workbenchRecords } from './modules/workbench/records.ts'

/** One word a module; the order is who may see whom. */
export const modules = {
  people: peopleRecords,
  backups: backupsRecords,
  desks: desksRecords,
  audit: auditRecords,
  approvals: approvalsRecords,
  'list-views': listViewsRecords,
  parties: partiesRecords,
  'bank-accounts': bankAccountsRecords,
  catalogue: catalogueRecords,
  checks: [],
  amendments: amendmentsRecords,
  papers: papersRecords,
  deals: dealsRecords,
  contracts: contractsRecords,
  quotations: quotationsRecords,
  purchasing: purchasingRecords,
  production: productionRecords,
  shipments: shipmentsRecords,
  customs: customsRecords,
  credit: creditRecords,
  'letters-of-credit': lettersOfCreditRecords,
  freight: freightRecords,
  'open-items': openItemsRecords,
  bills: billsRecords,
  'payment-requests': paymentRequestsRecords,
  'receipts-and-payments': receiptsAndPaymentsRecords,
  'tax-refunds': taxRefundsRecords,
  books: booksRecords,
  estimates: estimatesRecords,
  profit: profitRecords,
  files: filesRecords,
  tasks: tasksRecords,
  workbench: workbenchRecords,
  statistics: statisticsRecords,
  targets: targetsRecords,
} as const
export type ModuleName = keyof typeof modules
export const moduleOrder = Object.keys(modules) as ModuleName[]
