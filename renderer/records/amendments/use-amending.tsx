// Beginning an amendment from the page of a signed contract, or opening the one in preparation.
import { useState } from 'react'
import type { AmendedKind } from '../../../preload/contract/records.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { useTabs } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { opens, QuestionDialog, type RecordAction } from '../document/index.ts'
import { type Amended, amendmentRoutes, isOlder } from './amended.ts'

type Begun = { kind: AmendedKind; contract: Amended; onBegun: () => void; onClose: () => void }
const BeginAmendment = ({ kind, contract: { id: contractId, revision }, onBegun, onClose }: Begun) => {
  const { t } = useWords()
  const [id] = useState(newId)
  return (
    <QuestionDialog
      command="begin-amendment"
      text={t('amendments.begin-text')}
      reason="required"
      input={(at, { reason }) => ({ id, kind, contractId: at.id, revision: at.revision, reason })}
      act={(run) => run({ id: contractId, revision })}
      onDone={onBegun}
      onClose={onClose}
    />
  )
}

/** Nothing while the contract is a draft, void, or an older version of it is read. */
export const useAmending = (kind: AmendedKind, data: Amended | undefined): RecordAction[] => {
  const { t } = useWords()
  const tabs = useTabs()
  if (!data || data.status !== 'signed' || isOlder(data)) return []
  const permission = `${kind}.amend` as const
  const open = () => tabs.open(amendmentRoutes[kind], { id: data.id })
  return data.amendment
    ? [{ label: t('amendments.open'), permission, onClick: open }]
    : [
        opens('begin-amendment', {
          permission,
          dialog: ({ onClose }) => <BeginAmendment kind={kind} contract={data} onBegun={open} onClose={onClose} />,
        }),
      ]
}
