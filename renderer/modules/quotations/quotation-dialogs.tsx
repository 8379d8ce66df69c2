// What is asked before a quotation is revised or turned into a contract.
import { useState } from 'react'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { useCommand, useTabs, useViewer } from '../../client/index.ts'
import { TextField } from '../../kit/fields/index.ts'
import type { Acting } from '../../kit/form/index.ts'
import { ConfirmDialog, WarningLine } from '../../kit/show/index.ts'
import { useEnteredBefore } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { type Quotation, validUntilFrom } from './quotation-form-values.ts'
import { quotationsWords } from './words.ts'

type Props = { data: Quotation | undefined; onClose(): void }

export const ConfirmQuotation = ({ act, data, onClose }: Props & { act: Acting }) => {
  const { t, name } = useWords(quotationsWords)
  const tabs = useTabs()
  const confirming = useCommand('confirm-quotation')
  const [buyerOrderNumber, setBuyerOrderNumber] = useState('')
  const before = useEnteredBefore({ what: 'buyer-order', number: buyerOrderNumber, of: data?.customerId ?? null, exceptId: null })
  const [ids] = useState(() => ({ contractId: newId(), dealId: newId() }))
  return (
    <ConfirmDialog
      open
      title={name('command.confirm-quotation')}
      text={data?.expired === true ? t('quotations.confirm-expired', { date: data.validUntil }) : t('quotations.confirm-text')}
      confirm={name('command.confirm-quotation')}
      date={name('field.contractDate')}
      dateField="contractDate"
      onConfirm={async ({ date }) => {
        const answer = await act((at) => confirming.run({ ...at, ...ids, contractDate: date, buyerOrderNumber }))
        if (answer.ok) tabs.open('sales-contract', { id: ids.contractId })
        return answer
      }}
      onClose={onClose}
    >
      <TextField name="buyerOrderNumber" value={buyerOrderNumber} onChange={setBuyerOrderNumber} help={<WarningLine warnings={before} />} />
    </ConfirmDialog>
  )
}

export const ReviseQuotation = ({ data, onClose }: Props) => {
  const { t, name } = useWords(quotationsWords)
  const tabs = useTabs()
  const { today } = useViewer()
  const revising = useCommand('revise-quotation')
  const [id] = useState(newId)
  return (
    <ConfirmDialog
      open
      title={name('command.revise-quotation')}
      text={t('quotations.revise-text')}
      confirm={name('command.revise-quotation')}
      onConfirm={async () => {
        const from = { id: data?.id ?? '', revision: data?.revision ?? 1 }
        const answer = await revising.run({ id, from, quotedOn: today, validUntil: validUntilFrom(today) })
        if (answer.ok) tabs.open('quotation', { id })
        return answer
      }}
      onClose={onClose}
    />
  )
}
