// What a new document begins with: the terms of the customer it was begun from, else the rate of the day for its currency.
import { useEffect } from 'react'
import { type CustomerTerms, customerTerms } from './party-terms.ts'
import { rateOn } from './rate-on.ts'

type BegunForm = {
  dirty: boolean
  value: { customerId: string | null; currency: string; rate: string }
  /** Takes values in without the form counting as changed. */
  begin(part: Partial<CustomerTerms>): void
}

/** Once, when the form of a new document appears: `on` is the day of its rate. A form that is changed already, or has a rate, stays as it is. */
export const useFirstTerms = (isNew: boolean, { dirty, value, begin }: BegunForm, on: string): void => {
  useEffect(() => {
    if (!isNew || dirty || value.rate !== '') return
    const { customerId, currency } = value
    const found = customerId === null ? rateOn(currency, on).then((rate) => ({ rate })) : customerTerms(customerId, on)
    void found.then((part) => (Object.values(part).some((v) => v !== '') ? begin(part) : undefined))
    // Once, when the empty form appears.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
}
