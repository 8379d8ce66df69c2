// Payment requests of the demonstration: deposits that factories wait for, one of them paid by the cashier already.
import { addDays } from '../../preload/contract/vocabulary/dates.ts'
import { Decimal } from '../../preload/contract/vocabulary/decimal.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import type { Carried } from './recent-deals.ts'
import type { World } from './world.ts'

/** The deposit that a factory asks for before it begins, in fen. */
const depositOf = (bought: Carried['purchases'][number]): number =>
  bought.lines.reduce((sum, l) => sum + new Decimal(l.quantity).times(l.price).times(30).toDecimalPlaces(0).toNumber(), 0)

/** Requests the deposits of the newest purchases that are not billed yet; the oldest of them is paid. */
export const paymentRequests = async (w: World, carried: readonly Carried[]): Promise<void> => {
  const waiting = carried.filter(({ plan }) => plan.billed === undefined).flatMap(({ purchases }) => purchases)
  for (const [at, bought] of waiting.slice(0, 3).entries()) {
    const amount = depositOf(bought)
    const request = await w.send('save-payment-request', {
      id: newId(),
      partyId: bought.factory,
      contractId: bought.id,
      currency: 'CNY',
      rate: '1',
      amount,
      payBy: addDays(w.today, 2 * at),
      purpose: '30% 生产定金',
      remark: '',
      ownerId: w.people.byUser.get('purchaser')!,
      lines: [],
    })
    if (at > 0) continue
    await w.send('register-payment', {
      id: newId(),
      bankAccountId: w.trade.banks.get('CNY')!,
      paidOn: w.today,
      partyId: bought.factory,
      amount,
      charge: 0,
      rate: '1',
      targets: [],
      contractId: bought.id,
      requestId: request.id,
      remark: '',
    })
  }
}
