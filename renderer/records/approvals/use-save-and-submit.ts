// "Save and submit": a document that is new or changed is saved and goes to its approval in one step, where the company has its kind approved.
import type { ApprovalKind } from '../../../preload/contract/records.ts'
import type { Switches } from '../../../preload/contract/modules/people/calls.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { announce, useCommand, useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import type { FormAction } from '../../kit/form/document-form.tsx'
import type { Form } from '../../kit/form/use-form.ts'

/** Kinds whose documents are typed in a form, each with its switch. */
const SWITCHES = {
  'sales-contract': 'approveSalesContract',
  'purchase-contract': 'approvePurchaseContract',
  'profit-estimate': 'approveProfitEstimate',
  'payment-request': 'approvePayment',
} as const satisfies Partial<Record<ApprovalKind, keyof Switches>>

/** The action, for the head of the form; hidden while there is nothing to save or the kind needs no approval. */
export const useSaveAndSubmit = <V extends object>(kind: keyof typeof SWITCHES, form: Form<V>, open: boolean): FormAction => {
  const { t } = useWords()
  const { company } = useViewer()
  const submitting = useCommand('submit-for-approval')
  return {
    label: t('approvals.save-and-submit'),
    permission: `${kind}.submit`,
    primary: true,
    shown: open && company.switches[SWITCHES[kind]] && (form.isNew || form.dirty),
    onClick: () =>
      void form
        .perform((at) => submitting.run({ id: newId(), kind, documentId: at.id, revision: at.revision ?? 1, note: '' }))
        .then((done) => done && announce({ words: 'approvals.submitted', tone: 'success' })),
  }
}
