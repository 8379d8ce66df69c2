// What may be done with an amendment in preparation: put into force on a day, compared with what is in force, discarded.
import type { AmendedKind } from '../../../preload/contract/records.ts'
import { useTabs } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { asks, discards, type RecordAction } from '../document/index.ts'
import type { Amended } from './amended.ts'

/** Nothing while none is in preparation. */
export const useAmendmentActions = (kind: AmendedKind, data: Amended | undefined): RecordAction[] => {
  const { t } = useWords()
  const tabs = useTabs()
  const amendment = data?.amendment
  if (!data || !amendment) return []
  const { id, inForce } = data
  const permission = `${kind}.amend` as const
  const toContract = () => tabs.become(kind, { id })
  const compare = { kind, id, from: String(inForce), to: String(amendment.version) }
  return [
    asks('put-amendment-into-force', {
      text: t('amendments.force-text', { version: amendment.version }),
      permission,
      primary: true,
      date: 'on',
      dateName: 'field.inForceOn',
      input: (at, { date }) => ({ ...at, on: date }),
      onDone: toContract,
    }),
    { label: t('amendments.compare-changes'), onClick: () => tabs.open('contract-comparison', compare) },
    { label: t('amendments.open-contract'), onClick: () => tabs.open(kind, { id }) },
    discards('discard-amendment', { text: t('amendments.discard-text'), permission, revision: amendment.revision, leave: toContract }),
  ]
}
