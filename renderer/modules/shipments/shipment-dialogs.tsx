// What is done to a shipment through a dialog: booked, dispatched, stepped, reversed, discarded.
import type { Answer } from '../../../preload/contract/envelope.ts'
import { useCommand } from '../../client/index.ts'
import { type At, type Form, DiscardDialog } from '../../kit/form/index.ts'
import { ConfirmDialog } from '../../kit/show/index.ts'
import { Panels } from '../../records/index.ts'
import { useWords } from '../../words/index.ts'
import { BookDialog, DispatchDialog, StepDialog } from './step-dialogs.tsx'
import type { Shipment, ShipmentFormValues } from './shipment-form-values.ts'
import { shipmentsWords } from './words.ts'

export type Asking = 'lines' | 'book' | 'dispatch' | 'step' | 'reverse' | 'discard' | 'credit' | null

/** Runs a command on what is saved; a refusal stays in the dialog that asked, one of saving itself is said by the form. */
const acting = (form: Form<ShipmentFormValues>) => async (run: (at: { id: string; revision: number }) => Promise<Answer<unknown>>) => {
  const refused: Answer<unknown>[] = []
  await form.perform(async (at: At) => {
    const answer = await run({ id: at.id, revision: at.revision ?? 1 })
    if (!answer.ok) refused.push(answer)
    return answer
  })
  const [first] = refused
  if (first) form.forgetProblem()
  return first ?? { ok: true as const, value: null }
}

export const ShipmentDialogs = ({
  asking,
  form,
  data,
  onAsk,
  onClose,
}: {
  asking: Asking
  form: Form<ShipmentFormValues>
  data: Shipment | undefined
  /** Goes on to another dialog, e.g. from a refused dispatch to asking for what it lacks. */
  onAsk(asking: Asking): void
  onClose(): void
}) => {
  const { name, t } = useWords(shipmentsWords)
  const act = acting(form)
  const booking = useCommand('book-shipment')
  const dispatching = useCommand('dispatch-shipment')
  const stepping = useCommand('record-shipment-step')
  const reversing = useCommand('reverse-dispatch')
  switch (asking) {
    case 'book':
      return (
        <BookDialog
          shipmentId={data?.id}
          bookingNumber={form.value.bookingNumber}
          onBook={(bookingNumber) => act((at) => booking.run({ ...at, bookingNumber }))}
          onClose={onClose}
        />
      )
    case 'dispatch':
      return (
        <DispatchDialog
          shipmentId={data?.id}
          shipment={form.value}
          onDispatch={(on) => act((at) => dispatching.run({ ...at, ...on }))}
          onAskCredit={() => onAsk('credit')}
          onClose={onClose}
        />
      )
    case 'credit':
      return data ? <Panels on="shipment" place="credit-request" id={data.id} revision={data.revision} onClose={onClose} /> : null
    case 'step':
      return (
        <StepDialog status={data?.status ?? ''} onStep={(step, on) => act((at) => stepping.run({ ...at, step, on }))} onClose={onClose} />
      )
    case 'reverse':
      return (
        <ConfirmDialog
          open
          danger
          title={name('command.reverse-dispatch')}
          text={t('shipments.reverse-text')}
          confirm={name('command.reverse-dispatch')}
          reason="required"
          date={name('field.date')}
          onConfirm={({ reason, date }) => act((at) => reversing.run({ ...at, reason, on: date }))}
          onClose={onClose}
        />
      )
    case 'discard':
      return (
        <DiscardDialog
          command="discard-shipment"
          text={t('shipments.discard-text')}
          form={form}
          revision={data?.revision}
          onClose={onClose}
        />
      )
    default:
      return null
  }
}
