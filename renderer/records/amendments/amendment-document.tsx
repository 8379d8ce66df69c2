// The page of an amendment in preparation, the same for both kinds of contract: head with before and after, why, the contract's sections, the versions.
import type { AmendedKind } from '../../../preload/contract/records.ts'
import type { ReactNode } from 'react'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import type { Warning } from '../../../preload/contract/warnings.ts'
import type { Problem } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { ApprovalPanel } from '../approvals/index.ts'
import { DocumentForm, type Form } from '../../kit/form/index.ts'
import { EmptyState, RecordLink } from '../../kit/show/index.ts'
import { type Amended, amendmentRoutes, versionText } from './amended.ts'
import { AmendmentSection } from './amendment-section.tsx'
import { useAmendmentActions } from './use-amendment-actions.tsx'
import type { AmendmentText } from './use-amendment-form.ts'
import { VersionsSection } from './versions-section.tsx'

type Reading<D> = { data: D | undefined; problem: Problem | null; loading: boolean }
type Amounts = { total: Money | undefined; totalBase: Money | undefined }
type Props = {
  kind: AmendedKind
  id: string
  /** The contract in force, and as the amendment would make it. */
  inForce: Reading<Amended & { total?: Money | undefined }>
  amended: Reading<Amended>
  form: Form<AmendmentText>
  /** What it comes to as typed; undefined for who may not see amounts. */
  amounts: Amounts | undefined
  readOnly: boolean
  warnings?: readonly Warning[]
  children: ReactNode
}

export const AmendmentDocument = ({ kind, id, inForce, amended, form, amounts, readOnly, warnings, children }: Props) => {
  const { t, name } = useWords()
  const data = inForce.data?.amendment ? amended.data : undefined
  const { actions, dialog } = useAmendmentActions(kind, form, data)
  if (inForce.data && inForce.data.amendment === null)
    return (
      <EmptyState
        title={t('amendments.none')}
        text={t('amendments.none-text')}
        action={
          <RecordLink route={kind} id={id}>
            {inForce.data.number}
          </RecordLink>
        }
      />
    )
  return (
    <DocumentForm
      form={form}
      title={name(`record.${amendmentRoutes[kind]}`)}
      number={data && `${data.number} ${versionText(data.version)}`}
      status={{ group: 'version-state', value: 'in-preparation' }}
      figures={
        amounts
          ? [
              { name: 'field.totalBefore', money: inForce.data?.total ?? null },
              { name: 'field.sales-amendments.total', money: amounts.total ?? null },
              { name: 'field.totalBase', money: amounts.totalBase ?? null },
            ]
          : []
      }
      actions={actions}
      readOnly={readOnly}
      loading={inForce.loading || amended.loading}
      problem={inForce.problem ?? amended.problem}
      warnings={warnings}
      savePermission={`${kind}.amend`}
    >
      {data?.amendment && <AmendmentSection form={form} amendment={data.amendment} />}
      {data?.amendment && (
        <ApprovalPanel kind={kind} documentId={data.amendment.id} revision={data.amendment.revision} unsaved={form.dirty} />
      )}
      {children}
      {data && <VersionsSection kind={kind} data={data} />}
      {dialog}
    </DocumentForm>
  )
}
