// Choosing the cheapest quote: one step, and where the choice waits for approval it is submitted with it.
import type { CommandOutcome } from '../../../preload/contract/commands.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { announce, useCommand, useMay, useViewer } from '../../client/index.ts'
import type { Form } from '../../kit/form/index.ts'
import type { InquiryFormValues } from './inquiry-form-values.ts'

/** A refusal is said by the form. */
export const useChoosing = (form: Form<InquiryFormValues>): ((quoteId: string) => Promise<void>) => {
  const may = useMay()
  const { freightInquiryRequired, approveFreightInquiry } = useViewer().company.switches
  const choosing = useCommand('choose-freight-quote')
  const submitting = useCommand('submit-for-approval')
  const waits = freightInquiryRequired && approveFreightInquiry && may('freight-inquiry.submit')
  return async (quoteId) => {
    const done = await form.perform(async (at) => {
      const answer = await choosing.run({ id: at.id, revision: at.revision ?? 1, quoteId, reason: '' })
      if (!answer.ok || !waits) return answer
      const { revision } = answer.value as CommandOutcome<'choose-freight-quote'>
      return submitting.run({ id: newId(), kind: 'freight-inquiry', documentId: at.id, revision, note: '' })
    })
    if (done && waits) announce({ words: 'approvals.submitted', tone: 'success' })
  }
}
