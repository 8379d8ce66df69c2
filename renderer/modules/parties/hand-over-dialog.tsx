// Hands one or several customers over to another salesperson, with all that is unfinished of them.
import { useState } from 'react'
import type { Answer } from '../../../preload/contract/envelope.ts'
import { announce, useCommand } from '../../client/index.ts'
import type { Acting } from '../../kit/form/index.ts'
import { ConfirmDialog } from '../../kit/show/index.ts'
import { UserField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { partiesWords } from './words.ts'

type Handed = { id: string; name: string; revision: number }
type Props = {
  customers: readonly Handed[]
  /** On the customer's own page: what is typed there is saved first. */
  act?: Acting
  onClose(): void
}

export const HandOverDialog = ({ customers, act, onClose }: Props) => {
  const { t, name } = useWords(partiesWords)
  const handing = useCommand('hand-over-customer')
  const [newOwnerId, setNewOwnerId] = useState<string | null>(null)
  const [ownerName, setOwnerName] = useState('')
  // Those already handed over when one of several is refused are not sent again.
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  const [first] = customers

  const handOver = async (): Promise<Answer<unknown>> => {
    const to = newOwnerId ?? ''
    if (act) return act((at) => handing.run({ ...at, newOwnerId: to }))
    for (const { id, revision } of customers.filter((c) => !done.has(c.id))) {
      const answer = await handing.run({ id, revision, newOwnerId: to })
      if (!answer.ok && !('refused' in answer && answer.refused === 'nothing-to-do')) return answer
      setDone((before) => new Set([...before, id]))
    }
    return { ok: true, value: null }
  }
  const confirm = async () => {
    if (newOwnerId === null)
      return { ok: false as const, refused: 'invalid-input' as const, data: { issues: [{ path: 'newOwnerId', rule: 'required' }] } }
    const answer = await handOver()
    if (answer.ok)
      announce({ words: 'parties.handed-over', of: partiesWords, data: { count: customers.length, owner: ownerName }, tone: 'success' })
    return answer
  }
  return (
    <ConfirmDialog
      open
      title={name('command.hand-over-customer')}
      text={
        customers.length === 1
          ? t('parties.hand-over-one', { name: first?.name ?? '' })
          : t('parties.hand-over-some', { count: customers.length })
      }
      confirm={name('command.hand-over-customer')}
      onConfirm={confirm}
      onClose={onClose}
    >
      <UserField
        name="newOwnerId"
        value={newOwnerId}
        onChange={setNewOwnerId}
        onPick={(row) => setOwnerName(typeof row?.name === 'string' ? row.name : '')}
        required
        readOnly={false}
      />
    </ConfirmDialog>
  )
}
