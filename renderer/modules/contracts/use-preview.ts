// What a sales contract comes to as it is typed, by the office's own rules.
import { useOfficeQuery } from '../../client/index.ts'
import { completeLines, useDebounced } from '../../kit/form/index.ts'
import { isDecimal } from '../../kit/format/index.ts'
import type { ContractFormValues } from './contract-form-values.ts'

/** Amounts, totals and instalments; nothing until currency and rate are there. `contractId`: of a signed contract, parts of which may have left. */
export const usePreview = (value: ContractFormValues, contractId?: string) => {
  const asked = useDebounced({
    ...(contractId === undefined ? {} : { contractId }),
    currency: value.currency,
    rate: value.rate,
    paymentTerm: value.paymentTerm,
    ...(value.contractDate === '' ? {} : { contractDate: value.contractDate }),
    latestShipment: value.latestShipment,
    lines: completeLines(
      value.lines.map(({ id, productId, unit, quantity, price, discount }) => ({
        ...{ id, productId, unit, quantity, price },
        discount: discount === '' ? '0' : discount,
      })),
      ['quantity', 'price', 'discount'],
    ),
  })
  const ready = asked.currency !== '' && isDecimal(asked.rate, 8)
  const read = useOfficeQuery('preview-sales-contract', asked, { enabled: ready, keep: true })
  return ready ? read.data : undefined
}
