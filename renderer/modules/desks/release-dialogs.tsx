// What the owner decides on one release, each confirmed first. Rules D29, D30, D34 of desks.
import { useState } from 'react'
import { useCommand } from '../../client/index.ts'
import { OptionField } from '../../kit/fields/index.ts'
import { ConfirmDialog } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import type { Release, Releases } from './releases.ts'
import { desksWords } from './words.ts'

type Props = { release: Release & { id: string }; onClose: () => void }

export const OfferDialog = ({ release, desks, onClose }: Props & { desks: Releases['desks'] }) => {
  const { t, name } = useWords(desksWords)
  const offering = useCommand('offer-release')
  const [deskId, setDeskId] = useState(release.offer?.deskId ?? desks[0]?.id ?? '')
  const { id, version, revision } = release
  return (
    <ConfirmDialog
      open
      title={name('command.offer-release')}
      text={t('updates.offer-text', { version })}
      confirm={name('command.offer-release')}
      ready={deskId !== ''}
      onConfirm={() => offering.run({ id, deskId, revision })}
      onClose={onClose}
    >
      <OptionField
        name="deskId"
        label={t('updates.which')}
        required
        value={deskId}
        onChange={setDeskId}
        options={desks.map((desk) => ({ id: desk.id, label: desk.name }))}
      />
    </ConfirmDialog>
  )
}

const texts = {
  'release-to-all': 'updates.all-text',
  'withdraw-release': 'updates.withdraw-text',
  'roll-back-release': 'updates.back-text',
} as const
/** What can be decided of a release once a desk has it. */
export type LaterAction = keyof typeof texts
export type ReleaseAction = 'offer-release' | LaterAction

export const ActionDialog = ({ release, action, onClose }: Props & { action: LaterAction }) => {
  const { t, name } = useWords(desksWords)
  const command = useCommand(action)
  return (
    <ConfirmDialog
      open
      danger={action === 'roll-back-release'}
      title={name(`command.${action}`)}
      text={t(texts[action], { version: release.version })}
      confirm={name(`command.${action}`)}
      onConfirm={() => command.run({ id: release.id, revision: release.revision })}
      onClose={onClose}
    />
  )
}
