// The page of an amendment in preparation, the same for both kinds of contract: head with before and after, why, the contract's sections, the versions.
import type { AmendedKind } from '../../../preload/contract/records.ts'
import type { ReactNode } from 'react'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import type { Warning } from '../../../preload/contract/warnings.ts'
import { useWords } from '../../words/index.ts'
import { ApprovalPanel } from '../approvals/index.ts'
import { DocumentPage } from '../document/index.ts'
import type { Form } from '../../kit/form/index.ts'
import { EmptyState, RecordLink } from '../../kit/show/index.ts'
import { type Amended, amendmentRoutes, versionText } from './amended.ts'
import { AmendmentSection } from './amendment-section.tsx'
import { useAmendmentActions } from './use-amendment-actions.ts'
import type { AmendmentText } from './use-amendment-form.ts'
import type { InPreparation } from './use-amended.ts'
import { VersionsSection } from './versions-section.tsx'

type Amounts = { total: Money | undefined; totalBase: Money | undefined }
type Props = {
  kind: AmendedKind
  id: string
  amended: InPreparation<Amended & { total?: Money | undefined }>
  form: Form<AmendmentText>
  /** What it comes to as typed; undefined for who may not see amounts. */
  amounts: Amounts | undefined
  readOnly: boolean
  warnings?: readonly Warning[]
  children: ReactNode
}

export const AmendmentDocument = ({ kind, id, amended, form, amounts, readOnly, warnings, children }: Props) => {
  const { t } = useWords()
  const { inForce, data, loading, problem } = amended
  const actions = useAmendmentActions(kind, data)
  if (inForce && inForce.amendment === null)
    return (
      <EmptyState
        title={t('amendments.none')}
        text={t('amendments.none-text')}
        action={
          <RecordLink route={kind} id={id}>
            {inForce.number}
          </RecordLink>
        }
      />
    )
  return (
    <DocumentPage
      record={{ kind, form, loading, problem }}
      titleKey={`record.${amendmentRoutes[kind]}`}
      number={data && `${data.number} ${versionText(data.version)}`}
      status={{ group: 'version-state', value: 'in-preparation' }}
      figures={
        amounts
          ? [
              { name: 'field.totalBefore', money: inForce?.total ?? null },
              { name: 'field.sales-amendments.total', money: amounts.total ?? null },
              { name: 'field.totalBase', money: amounts.totalBase ?? null },
            ]
          : []
      }
      actions={actions}
      readOnly={readOnly}
      warnings={warnings}
      savePermission={`${kind}.amend`}
    >
      {data?.amendment && <AmendmentSection form={form} amendment={data.amendment} />}
      {data?.amendment && (
        <ApprovalPanel kind={kind} documentId={data.amendment.id} revision={data.amendment.revision} unsaved={form.dirty} />
      )}
      {children}
      {data && <VersionsSection kind={kind} data={data} />}
    </DocumentPage>
  )
}
