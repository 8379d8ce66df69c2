// A forwarder that nobody has entered yet, made from its name where it is asked: the rest of its record is filled in when it is needed.
import { blankFields } from '../../../preload/contract/define/index.ts'
import { vendorFields } from '../../../preload/contract/modules/parties/calls.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import { announce, problemOf, useCommand, useMay } from '../../client/index.ts'
import { problemText, useWords } from '../../words/index.ts'
import type { Picked } from './inquiry-form-values.ts'
import { freightWords } from './words.ts'

/** As forwarders are usually paid. */
const USUAL: PaymentTerm = [{ share: '100', event: 'after-bill-of-lading', days: 30 }]

/** Undefined for who may not enter vendors. */
export const useNewForwarder = (): { label: (text: string) => string; run: (text: string) => Promise<Picked | null> } | undefined => {
  const words = useWords(freightWords)
  const creating = useCommand('create-vendor')
  if (!useMay()('vendor.create')) return undefined
  return {
    label: (name) => words.t('freight.new-forwarder', { name }),
    run: async (name) => {
      const id = newId()
      const fields = blankFields(vendorFields(), { kind: 'forwarder', name, currency: 'USD', paymentTerm: USUAL })
      const answer = await creating.run({ ...fields, id })
      if (answer.ok) return { id, label: name }
      const problem = problemOf(answer)
      if (problem)
        announce({ words: 'freight.forwarder-refused', of: freightWords, data: { problem: problemText(problem, words) }, tone: 'warning' })
      return null
    },
  }
}
