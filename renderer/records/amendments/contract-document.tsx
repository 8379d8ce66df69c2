// The page of a contract, the same for both kinds: the version shown, an amendment in preparation, its approval, the contract's sections, its versions.
import type { ReactNode } from 'react'
import type { AmendedKind } from '../../../preload/contract/records.ts'
import type { Warning } from '../../../preload/contract/warnings.ts'
import type { KeyFigure } from '../../kit/show/index.ts'
import { ApprovalPanel, useSaveAndSubmit } from '../approvals/index.ts'
import { DocumentPage, type RecordAction, type RecordOnPage } from '../document/index.ts'
import { type Amended, isOlder, versionText } from './amended.ts'
import { AmendmentNote } from './amendment-note.tsx'
import { useAmending } from './use-amending.tsx'
import { VersionsSection } from './versions-section.tsx'

type Props<V extends object> = {
  record: RecordOnPage<V, Amended> & { kind: AmendedKind }
  figures: readonly KeyFigure[]
  /** What may be done with the version in force. */
  actions: readonly RecordAction[]
  readOnly: boolean
  warnings: readonly Warning[] | undefined
  /** Below the head, of the version in force. */
  notes?: ReactNode
  children: ReactNode
}

/** An older version is only read. */
export const ContractDocument = <V extends object>({ record, actions, warnings, notes, children, ...page }: Props<V>) => {
  const { kind, data, form } = record
  const older = isOlder(data)
  const draft = data === undefined || data.status === 'draft'
  const amending = useAmending(kind, data)
  const submit = useSaveAndSubmit(kind, form, draft)
  return (
    <DocumentPage
      {...page}
      record={record}
      number={data && (data.inForce > 1 || older ? `${data.number} ${versionText(data.version)}` : data.number)}
      status={older ? { group: 'version-state', value: 'superseded' } : { group: `${kind}-status`, value: data?.status ?? 'draft' }}
      actions={[submit, ...(older ? [] : actions), ...amending]}
      savePermission={`${kind}.create`}
      warnings={draft ? warnings : undefined}
      paperVersion={older ? data?.version : undefined}
    >
      {data && <AmendmentNote kind={kind} data={data} />}
      {data && !older && <ApprovalPanel kind={kind} documentId={data.id} revision={data.revision} unsaved={form.dirty} />}
      {!older && notes}
      {children}
      {data && <VersionsSection kind={kind} data={data} />}
    </DocumentPage>
  )
}
