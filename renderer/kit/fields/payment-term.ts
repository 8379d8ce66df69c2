// Payment terms as people write them: presets, and whether the shares add up.
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import type { Instalment, PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import { decimalOf } from '../format/typed-numbers.ts'

const one = (event: Instalment['event'], days = 0): PaymentTerm => [{ share: '100', event, days }]

/** Key of the sentence (`kit.term.<key>`) → term. */
export const presets = {
  '30-70': [
    { share: '30', event: 'on-signing', days: 0 },
    { share: '70', event: 'before-shipment', days: 0 },
  ],
  '30-70-copy': [
    { share: '30', event: 'on-signing', days: 0 },
    { share: '70', event: 'after-bill-of-lading', days: 7 },
  ],
  'before-shipment': one('before-shipment'),
  'lc-sight': one('letter-of-credit'),
  dp: one('documents-against-payment'),
  'da-60': one('documents-against-acceptance', 60),
  'oa-30': one('after-bill-of-lading', 30),
  'oa-60': one('after-bill-of-lading', 60),
  'oa-90': one('after-bill-of-lading', 90),
  'month-30': one('end-of-month', 30),
  'month-60': one('end-of-month', 60),
  'next-month': one('end-of-next-month'),
} as const satisfies Record<string, PaymentTerm>
export type Preset = keyof typeof presets
export const presetNames = Object.keys(presets) as Preset[]

/** Events whose days count from them. */
export const countsDays = (event: Instalment['event']): boolean => event !== 'on-signing' && event !== 'before-shipment'

/** Sum of the shares as text; null while one of them is no number. */
export const shareSum = <T extends { share: string }>(parts: readonly T[]): string | null => {
  const shares = parts.map((i) => decimalOf(i.share, { places: 4 }))
  if (shares.some((s) => !s.ok || s.value === '')) return null
  return shares.reduce((sum, s) => sum.plus(s.ok ? s.value : 0), new Decimal(0)).toString()
}
/** What is missing to 100 %, for the row that is added next; '0' when nothing is. */
export const shareLeft = <T extends { share: string }>(parts: readonly T[]): string => {
  const left = new Decimal(100).minus(shareSum(parts) ?? 0)
  return left.gt(0) ? left.toString() : '0'
}
