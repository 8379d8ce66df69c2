// All names gathered from the modules, and the one way to look one up.
import { amendmentsNames } from '../modules/amendments/names.ts'
import { auditNames } from '../modules/audit/names.ts'
import { approvalsNames } from '../modules/approvals/names.ts'
import { backupsNames } from '../modules/backups/names.ts'
import { catalogueNames } from '../modules/catalogue/names.ts'
import { contractsNames } from '../modules/contracts/names.ts'
import { creditNames } from '../modules/credit/names.ts'
import { freightNames } from '../modules/freight/names.ts'
import type { Language, Names } from './define.ts'
import { lettersNames } from '../modules/letters-of-credit/names.ts'
import { listViewsNames } from '../modules/list-views/names.ts'
import { partiesNames } from '../modules/parties/names.ts'
import { parametersNames } from './parameters.ts'
import { peopleNames } from '../modules/people/names.ts'
import { estimatesNames } from '../modules/estimates/names.ts'
import { paymentRequestsNames } from '../modules/payment-requests/names.ts'
import { productionNames } from '../modules/production/names.ts'
import { profitNames } from '../modules/profit/names.ts'
import { purchasingNames } from '../modules/purchasing/names.ts'
import { quotationsNames } from '../modules/quotations/names.ts'
import { sharedNames } from './shared.ts'
import { shipmentsNames } from '../modules/shipments/names.ts'
import { tasksNames } from '../modules/tasks/names.ts'
import { taxRefundsNames } from '../modules/tax-refunds/names.ts'
import { bankAccountsNames } from '../modules/bank-accounts/names.ts'
import { booksNames } from '../modules/books/names.ts'
import { receiptsAndPaymentsNames } from '../modules/receipts-and-payments/names.ts'
import { billsNames } from '../modules/bills/names.ts'
import { openItemsNames } from '../modules/open-items/names.ts'
import { workbenchNames } from '../modules/workbench/names.ts'

/** Each module's table by its file, so that a test can find a key named twice. */
export const nameTables = {
  shared: sharedNames,
  people: peopleNames,
  audit: auditNames,
  approvals: approvalsNames,
  backups: backupsNames,
  parties: partiesNames,
  credit: creditNames,
  catalogue: catalogueNames,
  amendments: amendmentsNames,
  contracts: contractsNames,
  quotations: quotationsNames,
  purchasing: purchasingNames,
  production: productionNames,
  freight: freightNames,
  shipments: shipmentsNames,
  letters: lettersNames,
  'bank-accounts': bankAccountsNames,
  'open-items': openItemsNames,
  bills: billsNames,
  'payment-requests': paymentRequestsNames,
  'receipts-and-payments': receiptsAndPaymentsNames,
  'tax-refunds': taxRefundsNames,
  books: booksNames,
  estimates: estimatesNames,
  profit: profitNames,
  tasks: tasksNames,
  workbench: workbenchNames,
  parameters: parametersNames,
  'list-views': listViewsNames,
} as const satisfies Record<string, Names>

const names: ReadonlyMap<string, readonly [zh: string, en: string]> = new Map(
  Object.values<Names>(nameTables).flatMap((table) => Object.entries(table)),
)

/** `field.<list>.<column>` → `field.<column>`: a list gives a column its own name only where the shared one would mislead. */
const general = (key: string): string | undefined => {
  const [kind, , column, ...more] = key.split('.')
  return kind === 'field' && column !== undefined && more.length === 0 ? `field.${column}` : undefined
}

/** True when the key, or the general key it falls back to, has a name. */
export const hasName = (key: string): boolean => names.has(key) || names.has(general(key) ?? '')

/** The key that names a value of a `named` column: of the first of its groups that has one; undefined when none does. */
export const keyOfNamed = (value: string, groups: readonly string[]): string | undefined =>
  groups.map((group) => `${group}.${value}`).find((key) => names.has(key))

/**
 * The name of a field, value, list, command or record: `field.total`, `deal-stage.shipped`, `list.customers`, `command.post-bill`.
 * `field.<list>.<column>` falls back to `field.<column>`; a key without any name is given back as it is, so that a gap is seen and not hidden.
 */
export const nameOf = (key: string, language: Language): string => {
  const found = names.get(key) ?? names.get(general(key) ?? '')
  return found ? found[language === 'zh' ? 0 : 1] : key
}
