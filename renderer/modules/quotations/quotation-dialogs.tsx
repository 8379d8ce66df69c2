// What is asked before a quotation is sent, lost, revised, dropped or turned into a contract.
import { useState } from 'react'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { useCommand, useTabs, useViewer } from '../../client/index.ts'
import { TextField } from '../../kit/fields/index.ts'
import { type Acting, type Form, DiscardDialog, useEnteredBefore } from '../../kit/form/index.ts'
import { ConfirmDialog, WarningLine } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { type Quotation, type QuotationFormValues, validUntilFrom } from './quotation-form-values.ts'
import { quotationsWords } from './words.ts'

export type Asking = 'send' | 'lose' | 'revise' | 'discard' | 'confirm' | null
type Props = { asking: Asking; act: Acting; form: Form<QuotationFormValues>; data: Quotation | undefined; onClose(): void }

const ConfirmQuotation = ({ act, data, onClose }: Omit<Props, 'asking'>) => {
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

const ReviseQuotation = ({ data, onClose }: Omit<Props, 'asking'>) => {
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

export const QuotationDialogs = (props: Props) => {
  const { asking, act, form, data, onClose } = props
  const { t, name } = useWords(quotationsWords)
  const sending = useCommand('send-quotation')
  const losing = useCommand('lose-quotation')
  switch (asking) {
    case 'send':
      return (
        <ConfirmDialog
          open
          title={name('command.send-quotation')}
          text={t('quotations.send-text')}
          confirm={name('command.send-quotation')}
          date={name('field.sentOn')}
          dateField="sentOn"
          onConfirm={({ date }) => act((at) => sending.run({ ...at, sentOn: date }))}
          onClose={onClose}
        />
      )
    case 'lose':
      return (
        <ConfirmDialog
          open
          title={name('command.lose-quotation')}
          text={t('quotations.lose-text')}
          confirm={name('command.lose-quotation')}
          reason="required"
          onConfirm={({ reason }) => act((at) => losing.run({ ...at, reason }))}
          onClose={onClose}
        />
      )
    case 'discard':
      return (
        <DiscardDialog
          command="discard-quotation"
          text={t('quotations.discard-text')}
          form={form}
          revision={data?.revision}
          onClose={onClose}
        />
      )
    case 'revise':
      return <ReviseQuotation {...props} />
    case 'confirm':
      return <ConfirmQuotation {...props} />
    default:
      return null
  }
}
