// What may be done with an amendment in preparation: put into force on a day, compared with what is in force, discarded.
import type { AmendedKind } from '../../../preload/contract/records.ts'
import { type ReactNode, useState } from 'react'
import { useCommand, useTabs } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { type Form, type FormAction, useActing } from '../../kit/form/index.ts'
import { ConfirmDialog } from '../../kit/show/index.ts'
import type { Amended } from './amended.ts'

export const useAmendmentActions = <V extends object>(
  kind: AmendedKind,
  form: Form<V>,
  data: Amended | undefined,
): { actions: FormAction[]; dialog: ReactNode } => {
  const { t, name } = useWords()
  const tabs = useTabs()
  const forcing = useCommand('put-amendment-into-force')
  const discarding = useCommand('discard-amendment')
  const act = useActing(form)
  const [asking, setAsking] = useState<'force' | 'discard' | null>(null)
  const amendment = data?.amendment
  if (!data || !amendment) return { actions: [], dialog: null }
  const { id, inForce } = data
  const toContract = () => tabs.become(kind, { id })
  const dialogs = {
    force: () => (
      <ConfirmDialog
        open
        title={name('command.put-amendment-into-force')}
        text={t('amendments.force-text', { version: amendment.version })}
        confirm={name('command.put-amendment-into-force')}
        date={name('field.inForceOn')}
        onConfirm={({ date }) =>
          act(async (at) => {
            const answer = await forcing.run({ ...at, on: date })
            if (answer.ok) toContract()
            return answer
          })
        }
        onClose={() => setAsking(null)}
      />
    ),
    discard: () => (
      <ConfirmDialog
        open
        danger
        title={name('command.discard-amendment')}
        text={t('amendments.discard-text')}
        confirm={name('command.discard-amendment')}
        onConfirm={async () => {
          const answer = await discarding.run({ id: amendment.id, revision: amendment.revision })
          if (answer.ok) {
            form.reset()
            toContract()
          }
          return answer
        }}
        onClose={() => setAsking(null)}
      />
    ),
  }
  const compare = { kind, id, from: String(inForce), to: String(amendment.version) }
  return {
    actions: [
      { name: 'command.put-amendment-into-force', permission: `${kind}.amend`, primary: true, onClick: () => setAsking('force') },
      { label: t('amendments.compare-changes'), onClick: () => tabs.open('contract-comparison', compare) },
      { label: t('amendments.open-contract'), onClick: () => tabs.open(kind, { id }) },
      { name: 'command.discard-amendment', permission: `${kind}.amend`, onClick: () => setAsking('discard') },
    ],
    dialog: asking && dialogs[asking](),
  }
}
