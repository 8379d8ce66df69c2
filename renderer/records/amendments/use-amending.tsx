// Beginning an amendment from the page of a signed contract, or opening the one in preparation.
import type { AmendedKind } from '../../../preload/contract/records.ts'
import { type ReactNode, useState } from 'react'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { useCommand, useTabs } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import type { FormAction } from '../../kit/form/index.ts'
import { ConfirmDialog } from '../../kit/show/index.ts'
import { type Amended, amendmentRoutes } from './amended.ts'

/** The action for the page's header and the dialog that it opens; nothing while the contract is a draft, void, or an older version of it is read. */
export const useAmending = (kind: AmendedKind, data: Amended | undefined): { actions: FormAction[]; dialog: ReactNode } => {
  const { t, name } = useWords()
  const tabs = useTabs()
  const beginning = useCommand('begin-amendment')
  const [asking, setAsking] = useState<string | null>(null)
  if (!data || data.status !== 'signed' || data.version !== data.inForce) return { actions: [], dialog: null }
  const open = () => tabs.open(amendmentRoutes[kind], { id: data.id })
  if (data.amendment) return { actions: [{ label: t('amendments.open'), permission: `${kind}.amend`, onClick: open }], dialog: null }
  return {
    actions: [{ name: 'command.begin-amendment', permission: `${kind}.amend`, onClick: () => setAsking(newId()) }],
    dialog: asking !== null && (
      <ConfirmDialog
        open
        title={name('command.begin-amendment')}
        text={t('amendments.begin-text')}
        confirm={name('command.begin-amendment')}
        reason="required"
        onConfirm={async ({ reason }) => {
          const answer = await beginning.run({ id: asking, kind, contractId: data.id, revision: data.revision, reason })
          if (answer.ok) open()
          return answer
        }}
        onClose={() => setAsking(null)}
      />
    ),
  }
}
