// What a chosen supplier or currency brings into a purchase contract: the supplier's usual terms, and the rate of the day.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { ask } from '../../client/index.ts'
import type { TypedPurchase } from './typed-purchase.ts'

/** The rate in force on a day; '' when none is known, so that it must be typed. */
export const rateOn = async (currency: string, on: string): Promise<string> => {
  if (currency === '' || on === '') return ''
  const answer = await ask({ kind: 'query', name: 'rate-on', input: { currency, on } })
  return answer.ok ? ((answer.value as QueryOutput<'rate-on'>).rate ?? '') : ''
}

/** Currency with its rate and payment term of a supplier, as a change of the form. Nothing when it cannot be read. */
export const termsOf = async (supplierId: string, on: string): Promise<Partial<TypedPurchase>> => {
  const answer = await ask({ kind: 'query', name: 'vendor', input: { id: supplierId } })
  if (!answer.ok) return {}
  const supplier = answer.value as QueryOutput<'vendor'>
  return {
    currency: supplier.currency,
    rate: await rateOn(supplier.currency, on),
    ...(supplier.paymentTerm.length > 0 ? { paymentTerm: supplier.paymentTerm } : {}),
  }
}
