// Which of our accounts money may move on. Rule T2 of SPEC.md.
import type { Selectable } from 'kysely'
import { requireNotBefore } from '../../../db/ledger/days.ts'
import type { BankAccountTable } from '../../../db/schema/tables.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { CommandContext } from '../../commands/define-command.ts'

/** A bank account for money on a day. Refuses `not-found`, `wrong-state` when it is switched off, `date-out-of-order` before it was opened. */
export const bankForUse = (ctx: CommandContext, id: string, on: IsoDate): Selectable<BankAccountTable> => {
  const account = ctx.orNotFound(ctx.tx.row('bank_account', id), 'bank-account')
  if (account.active !== 1) refuse('wrong-state', { kind: 'bank-account', state: 'inactive', needed: 'active' })
  requireNotBefore(on, account.openedOn)
  return account
}
