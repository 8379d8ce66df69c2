// The arithmetic of bank accounts: no database, no clock.
import { Decimal, toInteger } from '../../../preload/contract/vocabulary/decimal.ts'

/**
 * Base amount that leaves a bank account with `amount` of its own currency (T10): at the account's average, all when it is emptied; what goes
 * beyond the balance leaves at the transfer's own rate, so it makes no difference. In base currency the amount itself.
 */
export const baseLeavingBankAccount = (
  account: { foreign: number; base: number; isBase: boolean },
  amount: number,
  ownBase: number,
): number => {
  if (account.isBase) return amount
  const covered = Math.min(amount, Math.max(account.foreign, 0))
  const carried = covered === 0 ? 0 : toInteger(new Decimal(account.base).times(covered).div(account.foreign))
  return carried + (covered === amount ? 0 : toInteger(new Decimal(ownBase).times(amount - covered).div(amount)))
}
