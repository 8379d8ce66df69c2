// What a chosen customer, currency or date brings into a contract: the customer's usual terms, and the rate of the day.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { ask } from '../../client/index.ts'
import type { TypedContract } from './typed-contract.ts'

/** The rate in force on a day; '' when none is known, so that it must be typed. */
export const rateOn = async (currency: string, on: string): Promise<string> => {
  if (currency === '' || on === '') return ''
  const answer = await ask({ kind: 'query', name: 'rate-on', input: { currency, on } })
  return answer.ok ? ((answer.value as QueryOutput<'rate-on'>).rate ?? '') : ''
}

/** Currency with its rate, payment term, Incoterm, port and salesperson of a customer, as a change of the form. Nothing when it cannot be read. */
export const termsOf = async (customerId: string, on: string): Promise<Partial<TypedContract>> => {
  const answer = await ask({ kind: 'query', name: 'customer', input: { id: customerId } })
  if (!answer.ok) return {}
  const customer = answer.value as QueryOutput<'customer'>
  return {
    currency: customer.currency,
    rate: await rateOn(customer.currency, on),
    ...(customer.paymentTerm.length > 0 ? { paymentTerm: customer.paymentTerm } : {}),
    ...(customer.incoterm === null ? {} : { incoterm: customer.incoterm }),
    ...(customer.port === '' ? {} : { portOfDischarge: customer.port }),
    ownerId: customer.ownerId,
  }
}
