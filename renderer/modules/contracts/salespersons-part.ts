// What colleagues leave to the salesperson of a contract.
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'

/** Per cent; null where nothing is left, or a part is no number. */
export const salespersonsPart = (shares: readonly { share: string }[]): string | null => {
  let left = new Decimal(100)
  for (const { share } of shares) {
    if (share === '') continue
    if (!/^\d+(\.\d+)?$/.test(share)) return null
    left = left.minus(share)
  }
  return left.gt(0) ? left.toString() : null
}
