// What a chosen customer or supplier brings into a document: the usual terms, and the rate of the day for the usual currency.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { ask } from '../../client/index.ts'
import { rateOn } from './rate-on.ts'

type Customer = QueryOutput<'customer'>
type Supplier = QueryOutput<'vendor'>
export type CustomerTerms = Pick<Customer, 'currency' | 'ownerId'> & {
  rate: string
  paymentTerm?: Customer['paymentTerm']
  incoterm?: Customer['incoterm']
  portOfDischarge?: string
}

type Now = { currency: string; rate: string }
/** A rate that stands in the document in this currency stays, typed or known; another currency takes the rate of the day. Rule T56 of main/modules/books/SPEC.md. */
const rateFor = async (currency: string, on: string, now: Now | undefined): Promise<string> =>
  now?.currency === currency && now.rate !== '' ? now.rate : rateOn(currency, on)

/** Currency with its rate, payment term, Incoterm, port and salesperson of a customer; `now` is what stands in the document. Nothing when it cannot be read. */
export const customerTerms = async (customerId: string, on: string, now?: Now): Promise<Partial<CustomerTerms>> => {
  const answer = await ask({ kind: 'query', name: 'customer', input: { id: customerId } })
  if (!answer.ok) return {}
  const customer = answer.value as Customer
  return {
    currency: customer.currency,
    rate: await rateFor(customer.currency, on, now),
    ...(customer.paymentTerm.length > 0 ? { paymentTerm: customer.paymentTerm } : {}),
    ...(customer.incoterm === null ? {} : { incoterm: customer.incoterm }),
    ...(customer.port === '' ? {} : { portOfDischarge: customer.port }),
    ownerId: customer.ownerId,
  }
}

/** Currency with its rate and payment term of a supplier. Nothing when it cannot be read. */
export const supplierTerms = async (
  supplierId: string,
  on: string,
  now?: Now,
): Promise<Partial<Pick<Supplier, 'currency' | 'paymentTerm'> & { rate: string }>> => {
  const answer = await ask({ kind: 'query', name: 'vendor', input: { id: supplierId } })
  if (!answer.ok) return {}
  const supplier = answer.value as Supplier
  return {
    currency: supplier.currency,
    rate: await rateFor(supplier.currency, on, now),
    ...(supplier.paymentTerm.length > 0 ? { paymentTerm: supplier.paymentTerm } : {}),
  }
}
