// All names gathered from the modules, and the one way to look one up.
import { amendmentsNames } from './amendments.ts'
import { auditNames } from './audit.ts'
import { approvalsNames } from './approvals.ts'
import { backupsNames } from './backups.ts'
import { catalogueNames } from './catalogue.ts'
import { contractsNames } from './contracts.ts'
import { creditNames } from './credit.ts'
import { freightNames } from './freight.ts'
import type { Language, Names } from './define.ts'
import { lettersNames } from './letters.ts'
import { listViewsNames } from './list-views.ts'
import { partiesNames } from './parties.ts'
import { parametersNames } from './parameters.ts'
import { peopleNames } from './people.ts'
import { estimatesNames } from './estimates.ts'
import { paymentRequestsNames } from './payment-requests.ts'
import { productionNames } from './production.ts'
import { profitNames } from './profit.ts'
import { purchasingNames } from './purchasing.ts'
import { quotationsNames } from './quotations.ts'
import { sharedNames } from './shared.ts'
import { shipmentsNames } from './shipments.ts'
import { tasksNames } from './tasks.ts'
import { revaluationsNames } from './revaluations.ts'
import { taxRefundsNames } from './tax-refunds.ts'
import { treasuryNames } from './treasury.ts'
import { workbenchNames } from './workbench.ts'

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
  treasury: treasuryNames,
  'tax-refunds': taxRefundsNames,
  revaluations: revaluationsNames,
  'payment-requests': paymentRequestsNames,
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
