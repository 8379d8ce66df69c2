// How a bill is paid in this company: by a payment, or where payments wait for approval by a request for one (T48 of payment requests).
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { ask, useTabs, useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'

type Payable = Pick<QueryOutput<'bill'>, 'partyId' | 'item' | 'currency' | 'dueDate'>

/** The action as pages and lists offer it: not a form that would be refused at its end. */
export const usePaying = () => {
  const tabs = useTabs()
  const { t, name } = useWords()
  const byRequest = useViewer().company.switches.approvePayment
  const pay = ({ partyId, item, currency, dueDate }: Payable) =>
    tabs.open(byRequest ? 'payment-request' : 'payment', { partyId, item, currency, ...(byRequest ? { payBy: dueDate } : {}) })
  return {
    byRequest,
    label: byRequest ? t('kit.pay.request') : name('command.register-payment'),
    permission: byRequest ? ('payment-request.create' as const) : ('payment.create' as const),
    pay,
    /** From where only the document is known; what is no bill is opened instead. */
    async payDocument(id: string): Promise<void> {
      const answer = await ask({ kind: 'query', name: 'bill', input: { id } })
      if (answer.ok) pay(answer.value as Payable)
      else await tabs.openRecord('document', id)
    },
  }
}
