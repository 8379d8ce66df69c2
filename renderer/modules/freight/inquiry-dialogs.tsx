// What is done to an inquiry through a dialog: a quote chosen, a forwarder declined, the inquiry closed or voided.
import { useCommand } from '../../client/index.ts'
import type { Form } from '../../kit/form/index.ts'
import { useActing } from '../../kit/form/index.ts'
import { moneyShown } from '../../kit/format/index.ts'
import { ConfirmDialog } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import type { Asked, InquiryFormValues } from './inquiry-form-values.ts'
import { freightWords } from './words.ts'

export type Asking = { what: 'choose' | 'decline'; asked: Asked } | { what: 'close' | 'void' } | null
type Props = { asking: Asking; form: Form<InquiryFormValues>; onClose(): void }

const ChooseDialog = ({ asked, form, onClose }: Omit<Props, 'asking'> & { asked: Asked }) => {
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

export const InquiryDialogs = ({ asking, form, onClose }: Props) => {
  const { name, t } = useWords(freightWords)
  const act = useActing(form)
  const declining = useCommand('record-freight-decline')
  const closing = useCommand('close-freight-inquiry')
  const voiding = useCommand('void-freight-inquiry')
  switch (asking?.what) {
    case 'choose':
      return <ChooseDialog asked={asking.asked} form={form} onClose={onClose} />
    case 'decline':
      return (
        <ConfirmDialog
          open
          title={`${name('command.record-freight-decline')} · ${asking.asked.name}`}
          text={t('freight.decline-text')}
          confirm={name('command.record-freight-decline')}
          reason="optional"
          onConfirm={({ reason }) => act((at) => declining.run({ ...at, forwarderId: asking.asked.forwarderId, reason }))}
          onClose={onClose}
        />
      )
    case 'close':
      return (
        <ConfirmDialog
          open
          title={name('command.close-freight-inquiry')}
          text={t('freight.close-text')}
          confirm={name('command.close-freight-inquiry')}
          onConfirm={() => act((at) => closing.run(at))}
          onClose={onClose}
        />
      )
    case 'void':
      return (
        <ConfirmDialog
          open
          danger
          title={name('command.void-freight-inquiry')}
          text={t('freight.void-text')}
          confirm={name('command.void-freight-inquiry')}
          reason="required"
          onConfirm={({ reason }) => act((at) => voiding.run({ ...at, reason }))}
          onClose={onClose}
        />
      )
    default:
      return null
  }
}
