// Asking for one shipment to leave over the limit, with a reason and the day until which it is wanted.
import { useState } from 'react'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { useCommand } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { ConfirmDialog } from '../show/index.ts'

type Props = { shipment: { id: string; revision: number }; onAsked: () => void; onClose: () => void }

export const CreditRequestDialog = ({ shipment, onAsked, onClose }: Props) => {
  const { name, t } = useWords()
  const asking = useCommand('request-credit-override')
  const [id] = useState(newId)
  return (
    <ConfirmDialog
      open
      title={name('command.request-credit-override')}
      text={t('credit.request-text')}
      confirm={name('command.request-credit-override')}
      reason="required"
      date={name('field.expiresOn')}
      dateField="expiresOn"
      onConfirm={async ({ reason, date }) => {
        const answer = await asking.run({ id, shipmentId: shipment.id, shipmentRevision: shipment.revision, reason, expiresOn: date })
        if (answer.ok) onAsked()
        return answer
      }}
      onClose={onClose}
    />
  )
}
