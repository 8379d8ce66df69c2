// The owner's word on one release, each asked before it is given. Rules D29, D30, D34 of desks.
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

const words = {
  'release-to-all': 'updates.all-text',
  'withdraw-release': 'updates.withdraw-text',
  'roll-back-release': 'updates.back-text',
} as const
export type Word = keyof typeof words

export const WordDialog = ({ release, word, onClose }: Props & { word: Word }) => {
  const { t, name } = useWords(desksWords)
  const command = useCommand(word)
  return (
    <ConfirmDialog
      open
      danger={word === 'roll-back-release'}
      title={name(`command.${word}`)}
      text={t(words[word], { version: release.version })}
      confirm={name(`command.${word}`)}
      onConfirm={() => command.run({ id: release.id, revision: release.revision })}
      onClose={onClose}
    />
  )
}
