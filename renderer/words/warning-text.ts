// Words a warning: one calm line by its code and data.
import { hasName } from '../../preload/contract/names/index.ts'
import type { Warning } from '../../preload/contract/warnings.ts'
import { moneyShown } from '../../preload/contract/vocabulary/money-shown.ts'
import type { Words } from './words.ts'

/** The line shown beside the field that the warning concerns. */
export const warningText = (given: Warning, words: Words): string => {
  const { t, name } = words
  switch (given.code) {
    case 'price-far': {
      const { low, high } = given.data
      return t(low === high ? 'warning.price-far-one' : 'warning.price-far', given.data)
    }
    case 'deposit-not-received':
      return t('warning.deposit-not-received', { contract: given.data.contract, missing: moneyShown(given.data.missing) })
    case 'entered-before': {
      const resource = `resource.${given.data.by}`
      return t('warning.entered-before', { by: hasName(resource) ? name(resource) : '', number: given.data.number })
    }
    case 'rate-far':
      return t('warning.rate-far', given.data)
    case 'price-below-cost':
      return t('warning.price-below-cost', given.data)
    case 'below-minimum':
      return t('warning.below-minimum', given.data)
    case 'shipment-before-contract':
      return t('warning.shipment-before-contract', given.data)
    case 'left-empty':
      return t('warning.left-empty')
    case 'packed-otherwise':
      return t('warning.packed-otherwise', given.data)
    case 'net-above-gross':
      return t('warning.net-above-gross', given.data)
    case 'bill-differs':
      return t('warning.bill-differs', given.data)
    case 'container-unknown':
      return t('warning.container-unknown', given.data)
    case 'container-overfull':
      return t('warning.container-overfull', given.data)
    case 'container-digit':
      return t('warning.container-digit', given.data)
    case 'container-form':
      return t('warning.container-form')
  }
}
