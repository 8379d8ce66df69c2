// Asking for one shipment to leave over the limit, with a reason and the day until which it is wanted.
import { useState } from 'react'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import { announce, useCommand } from '../../../client/index.ts'
import type { Subject } from '../../../records/index.ts'
import { useWords } from '../../../words/index.ts'
import { ConfirmDialog } from '../../../kit/show/index.ts'
import { creditWords } from '../words.ts'

export const CreditRequestDialog = ({ id: shipmentId = '', revision: shipmentRevision = 1, onClose = () => {} }: Subject) => {
  const { name, t } = useWords(creditWords)
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
        const answer = await asking.run({ id, shipmentId, shipmentRevision, reason, expiresOn: date })
        if (answer.ok) announce({ words: 'credit.requested', of: creditWords, tone: 'success' })
        return answer
      }}
      onClose={onClose}
    />
  )
}
