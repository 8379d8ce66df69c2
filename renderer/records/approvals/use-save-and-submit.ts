// "Save and submit": a document that is new or changed is saved and goes to its approval in one step, where the company has its kind approved.
import { approvalSwitch, type With } from '../../../preload/contract/records.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { announce, useCommand, useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import type { FormAction } from '../../kit/form/document-form.tsx'
import type { Form } from '../../kit/form/use-form.ts'

/** Kinds that are submitted by a right of their own, not by that of the record that they belong to. */
type SubmittedKind = Exclude<With<'approvable'>, { approvable: { as: string } }>['kind']

/** The action, for the head of the form; hidden while there is nothing to save or the kind needs no approval. */
export const useSaveAndSubmit = <V extends object>(kind: SubmittedKind, form: Form<V>, open: boolean): FormAction => {
  const { t } = useWords()
  const { company } = useViewer()
  const submitting = useCommand('submit-for-approval')
  return {
    label: t('approvals.save-and-submit'),
    permission: `${kind}.submit`,
    primary: true,
    shown: open && company.switches[approvalSwitch(kind)] && (form.isNew || form.dirty),
    onClick: () =>
      void form
        .perform((at) => submitting.run({ id: newId(), kind, documentId: at.id, revision: at.revision ?? 1, note: '' }))
        .then((done) => done && announce({ words: 'approvals.submitted', tone: 'success' })),
  }
}
