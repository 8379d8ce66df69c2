// What a new company does first, and what of it is done already: read from the records themselves, so that each step ticks itself.
import type { TableName } from '../../../db/schema/tables.ts'
import type { Permission } from '../../../preload/contract/access.ts'
import type { FirstStep } from '../../../preload/contract/modules/workbench/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import type { QueryContext } from '../../queries/define-query.ts'

type Step = { step: FirstStep; may: Permission; table: TableName; where?: string; atLeast?: number }
/** In the order in which one leads to the next. A company is founded with one user: people are there from the second on. */
const steps: readonly Step[] = [
  { step: 'exchange-rates', may: 'rate.edit', table: 'exchange_rate' },
  { step: 'bank-accounts', may: 'bank-account.edit', table: 'bank_account' },
  { step: 'people', may: 'user.create', table: 'user', atLeast: 2 },
  { step: 'vendors', may: 'vendor.create', table: 'party', where: "kind <> 'customer'" },
  { step: 'products', may: 'product.create', table: 'product' },
  { step: 'customers', may: 'customer.create', table: 'party', where: "kind = 'customer'" },
  { step: 'first-quotation', may: 'quotation.create', table: 'quotation' },
]

/** The steps that this user may take themselves; done tells that the company has it, and nothing more of it (W15). */
export const firstSteps = (_input: unknown, q: QueryContext): QueryOutput<'first-steps'> =>
  steps
    .filter(({ may }) => q.may(may))
    .map(({ step, table, where = '1', atLeast = 1 }) => ({
      step,
      done: q.sql.prepare(`SELECT 1 FROM "${table}" WHERE ${where} LIMIT ${atLeast}`).all().length === atLeast,
    }))
