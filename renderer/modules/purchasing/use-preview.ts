// What a purchase contract comes to as it is typed, by the office's own rules.
import { useOfficeQuery } from '../../client/index.ts'
import { completeLines, useDebounced } from '../../kit/form/index.ts'
import { isDecimal } from '../../kit/format/index.ts'
import type { PurchaseFormValues } from './purchase-form-values.ts'

/** Amounts, VAT and refund; nothing until currency and rate are there, or without the right. */
export const usePreview = (value: PurchaseFormValues, allowed: boolean, contractId?: string) => {
  const asked = useDebounced({
    currency: value.currency,
    rate: value.rate,
    paymentTerm: value.paymentTerm,
    ...(contractId === undefined ? {} : { contractId }),
    ...(value.contractDate === '' ? {} : { contractDate: value.contractDate }),
    deliveryDate: value.deliveryDate,
    lines: completeLines(
      value.lines.map(({ id, productId, unit, quantity, price, vatRate, refundRate }) => ({
        ...{ id, productId, unit, quantity, price, vatRate, refundRate },
      })),
      ['quantity', 'price', 'vatRate', 'refundRate'],
    ),
  })
  const ready = allowed && asked.currency !== '' && isDecimal(asked.rate, 8)
  const read = useOfficeQuery('preview-purchase-contract', asked, { enabled: ready, keep: true })
  return ready ? read.data : undefined
}
