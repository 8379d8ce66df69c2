// The page of one record: the form page, filled with what every record has by its kind. What is on it and what may be done is said by its module.
import { DocumentForm, type DocumentFormProps } from '../../kit/form/index.ts'
import { ATTACHABLE_KINDS, type AttachableKind } from '../../../preload/contract/records.ts'
import { FilesSection } from '../attachments/index.tsx'
import { useWords } from '../../words/index.ts'
import { Panels } from '../panels.tsx'
import { usePapers } from '../papers/index.ts'
import { type RecordAction, useActions } from './actions.tsx'
import type { RecordOnPage } from './use-record.ts'

export type DocumentPageProps<V extends object> = Omit<DocumentFormProps<V>, 'form' | 'title' | 'loading' | 'problem' | 'actions'> & {
  record: Omit<RecordOnPage<V>, 'data'>
  actions?: readonly RecordAction[]
  /** The action whose dialog is open when the page is. */
  asking?: string | undefined
  /** Of a record with versions, the one on screen: its papers are of that. */
  paperVersion?: number | undefined
}

const isAttachable = (kind: string): kind is AttachableKind => ATTACHABLE_KINDS.some((one) => one === kind)

export const DocumentPage = <V extends object>({ record, actions = [], asking, paperVersion, children, ...page }: DocumentPageProps<V>) => {
  const { name } = useWords()
  const { kind, form, loading, problem } = record
  const { buttons, dialog } = useActions(actions, form, asking)
  const papers = usePapers(kind, { of: form.isNew ? undefined : form.id, version: paperVersion, isTyped: form.dirty })
  return (
    <>
      <DocumentForm
        form={form}
        title={name(page.titleKey ?? `record.${kind}`)}
        loading={loading}
        problem={problem}
        actions={[...buttons, ...papers.button]}
        {...page}
      >
        {children}
        {!form.isNew && <Panels on="record" place="tasks" id={form.id} kind={kind} title={page.number ?? ''} />}
        {!form.isNew && isAttachable(kind) && <FilesSection recordKind={kind} recordId={form.id} />}
      </DocumentForm>
      {dialog}
      {papers.dialog}
    </>
  )
}
