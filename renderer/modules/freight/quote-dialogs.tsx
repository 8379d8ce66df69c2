// What is done to one forwarder of an inquiry through a dialog: its quote chosen, its answer declined.
import { useCommand } from '../../client/index.ts'
import { type Form, useActing } from '../../kit/form/index.ts'
import { moneyShown } from '../../kit/format/index.ts'
import { ConfirmDialog } from '../../kit/show/index.ts'
import { QuestionDialog } from '../../records/document/index.ts'
import { useWords } from '../../words/index.ts'
import type { Asked, InquiryFormValues } from './inquiry-form-values.ts'
import { freightWords } from './words.ts'

export type Asking = { what: 'choose' | 'decline'; asked: Asked }
type Props = { asked: Asked; form: Form<InquiryFormValues>; onClose(): void }

const ChooseDialog = ({ asked, form, onClose }: Props) => {
  const { name, t } = useWords(freightWords)
  const act = useActing(form)
  const choosing = useCommand('choose-freight-quote')
  const { quote } = asked
  if (!quote) return null
  const above = quote.aboveBest !== null && quote.aboveBest.minor > 0 ? quote.aboveBest : null
  const total = quote.compared ? moneyShown(quote.compared) : ''
  return (
    <ConfirmDialog
      open
      title={name('command.choose-freight-quote')}
      text={
        above
          ? t('freight.choose-dearer', { forwarder: asked.name, total, above: moneyShown(above) })
          : t('freight.choose-text', { forwarder: asked.name, total })
      }
      confirm={t('freight.choose')}
      reason={above ? 'required' : 'optional'}
      onConfirm={({ reason }) => act((at) => choosing.run({ ...at, quoteId: quote.id, reason }))}
      onClose={onClose}
    />
  )
}

const DeclineDialog = ({ asked, form, onClose }: Props) => {
  const { name, t } = useWords(freightWords)
  return (
    <QuestionDialog
      command="record-freight-decline"
      title={`${name('command.record-freight-decline')} · ${asked.name}`}
      text={t('freight.decline-text')}
      reason="optional"
      input={(at, { reason }) => ({ ...at, forwarderId: asked.forwarderId, reason })}
      act={useActing(form)}
      onClose={onClose}
    />
  )
}

export const QuoteDialogs = ({ what, ...props }: Asking & Props) =>
  what === 'choose' ? <ChooseDialog {...props} /> : <DeclineDialog {...props} />
