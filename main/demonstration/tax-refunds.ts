// Tax refunds of the demonstration: those of old shipments have come, one in part; the newer ones wait.
import { addDays, type IsoDate } from '../../preload/contract/vocabulary/dates.ts'
import { Decimal } from '../../preload/contract/vocabulary/decimal.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import type { Send } from './send.ts'

type Bought = { quantity: number; price: string; refundRate: string }

/** What goods bought at VAT-inclusive prices (13 %) bring back, in fen: net × refund rate, at most the VAT. */
const refundOf = (lines: readonly Bought[]): number =>
  lines.reduce((sum, { quantity, price, refundRate }) => {
    const amount = new Decimal(quantity).times(price).times(100).toDecimalPlaces(0)
    const net = amount.div('1.13').toDecimalPlaces(0)
    return sum + Math.min(amount.minus(net).toNumber(), net.times(refundRate).div(100).toDecimalPlaces(0).toNumber())
  }, 0)

/** Receives the refund of a shipment that left whole: four months after it did, half of it where `part` says so. */
export const receiveRefund = async (
  w: { send: Send; bankAccountId: string; today: IsoDate },
  shipment: { id: string; dispatched: number; goods: readonly Bought[] },
  part: boolean,
): Promise<void> => {
  const whole = refundOf(shipment.goods)
  const amount = part ? Math.floor(whole / 2) : whole
  await w.send('receive-tax-refund', {
    id: newId(),
    bankAccountId: w.bankAccountId,
    receivedOn: addDays(w.today, 120 - shipment.dispatched),
    amount,
    lines: [{ item: `${shipment.id}:9001`, amount, close: false }],
    remark: '',
  })
}
