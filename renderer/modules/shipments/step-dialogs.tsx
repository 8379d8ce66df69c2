// The dialogs of a shipment's steps: booking with its number, dispatch with day and rate, the steps after it.
import { Button, Stack } from '@mui/material'
import { useState } from 'react'
import type { Answer } from '../../../preload/contract/envelope.ts'
import { SHIPMENT_STEPS } from '../../../preload/contract/modules/shipments/calls.ts'
import { useCommand, useMay, useOfficeQuery, useViewer } from '../../client/index.ts'
import { DateInput, EnumField, NumberInput, TextField } from '../../kit/fields/index.ts'
import type { Acting } from '../../kit/form/index.ts'
import { ConfirmDialog } from '../../kit/show/index.ts'
import { Panels } from '../../records/index.ts'
import { useWords } from '../../words/index.ts'
import { DispatchWarnings, useDispatchWarnings } from './dispatch-warnings.tsx'
import type { ShipmentFormValues } from './shipment-form-values.ts'
import { shipmentsWords } from './words.ts'

/** What the office must be given and is not yet: said in the dialog, as the office would. */
const missing = (path: string): Answer<unknown> => ({ ok: false, refused: 'invalid-input', data: { issues: [{ path, rule: 'required' }] } })

/** What an inquiry would put right, as the office said last. */
const freightLacks = (answer: Answer<unknown>): boolean => 'refused' in answer && answer.refused.startsWith('freight-')

export const BookDialog = ({
  shipmentId,
  typed: { bookingNumber: first },
  act,
  onClose,
}: {
  shipmentId: string
  typed: Pick<ShipmentFormValues, 'bookingNumber'>
  act: Acting
  onClose(): void
}) => {
  const { name, t } = useWords(shipmentsWords)
  const booking = useCommand('book-shipment')
  const [bookingNumber, setBookingNumber] = useState(first)
  const [lacksFreight, setLacksFreight] = useState(false)
  const go = async () => {
    if (bookingNumber.trim() === '') return missing('bookingNumber')
    const answer = await act((at) => booking.run({ ...at, bookingNumber: bookingNumber.trim() }))
    setLacksFreight(freightLacks(answer))
    return answer
  }
  return (
    <ConfirmDialog
      open
      title={name('command.book-shipment')}
      text={t('shipments.book-text')}
      confirm={name('command.book-shipment')}
      onConfirm={go}
      onClose={onClose}
    >
      <TextField name="bookingNumber" required value={bookingNumber} onChange={setBookingNumber} />
      {lacksFreight && <Panels on="shipment" place="freight-lacks" id={shipmentId} onClose={onClose} />}
    </ConfirmDialog>
  )
}

/** Day and rate of the dispatch; the rate in force on that day stands in until another is typed. */
export const DispatchDialog = ({
  shipmentId,
  revision,
  typed: shipment,
  act,
  onClose,
}: {
  shipmentId: string
  revision: number
  /** It is saved before it leaves. */
  typed: ShipmentFormValues
  act: Acting
  onClose(): void
}) => {
  const { name, t } = useWords(shipmentsWords)
  const { currency } = shipment
  const { today, company } = useViewer()
  const [day, setDay] = useState<string | null>(today)
  const [typed, setTyped] = useState<string | null>(null)
  const dispatching = useCommand('dispatch-shipment')
  const [overLimit, setOverLimit] = useState(false)
  /** The way on when the customer's credit refuses. */
  const [askingCredit, setAskingCredit] = useState(false)
  const [lacksFreight, setLacksFreight] = useState(false)
  const mayAsk = useMay()('shipment.submit')
  const known = useOfficeQuery('rate-on', { currency, on: day ?? today }, { keep: true })
  const rate = typed ?? known.data?.rate ?? ''
  const warnings = useDispatchWarnings(shipment, day, rate)
  const go = async () => {
    if (day === null) return missing('dispatchedOn')
    if (rate === '') return missing('rate')
    const answer = await act((at) => dispatching.run({ ...at, dispatchedOn: day, rate }))
    setOverLimit('refused' in answer && answer.refused === 'credit-limit-exceeded')
    setLacksFreight(freightLacks(answer))
    return answer
  }
  if (askingCredit) return <Panels on="shipment" place="credit-request" id={shipmentId} revision={revision} onClose={onClose} />
  return (
    <ConfirmDialog
      open
      title={name('command.dispatch-shipment')}
      text={t('shipments.dispatch-text')}
      confirm={name('command.dispatch-shipment')}
      onConfirm={go}
      onClose={onClose}
    >
      <Stack spacing={1.5}>
        <DateInput
          name="dispatchedOn"
          label={name('field.dispatchedOn')}
          value={day}
          today={today}
          fact
          required
          autoFocus
          onChange={setDay}
        />
        {currency !== company.baseCurrency && (
          <NumberInput
            name="rate"
            label={`${name('field.rate')} ${currency} → ${company.baseCurrency}`}
            value={rate}
            places={8}
            onChange={setTyped}
          />
        )}
        {known.data?.rate === null && typed === null && <span>{t('shipments.no-rate', { currency, day: day ?? today })}</span>}
        <DispatchWarnings warnings={warnings} />
        {lacksFreight && <Panels on="shipment" place="freight-lacks" id={shipmentId} onClose={onClose} />}
        {overLimit && mayAsk && (
          <Button variant="outlined" size="small" onClick={() => setAskingCredit(true)}>
            {name('command.request-credit-override')}
          </Button>
        )}
      </Stack>
    </ConfirmDialog>
  )
}

type Step = (typeof SHIPMENT_STEPS)[number]
/** The steps still ahead: none may be gone back to, some may be left out. */
export const stepsAhead = (status: string): Step[] => {
  const at = SHIPMENT_STEPS.findIndex((step) => step === status)
  return status === 'dispatched' || at >= 0 ? SHIPMENT_STEPS.slice(at + 1) : []
}

export const StepDialog = ({
  status,
  first,
  act,
  onClose,
}: {
  status: string
  /** The step that is asked for, where it is not the next. */
  first?: string | undefined
  act: Acting
  onClose(): void
}) => {
  const { name } = useWords(shipmentsWords)
  const stepping = useCommand('record-shipment-step')
  const ahead = stepsAhead(status)
  const [picked, setPicked] = useState<Step | undefined>(ahead.find((step) => step === first) ?? ahead[0])
  // Somebody else may be quicker: a step that is behind us by now is not recorded.
  const step = picked && ahead.includes(picked) ? picked : ahead[0]
  return (
    <ConfirmDialog
      open
      title={name('command.record-shipment-step')}
      confirm={name('command.record-shipment-step')}
      date={name('field.date')}
      onConfirm={({ date }) => (step ? act((at) => stepping.run({ ...at, step, on: date })) : Promise.resolve(missing('step')))}
      onClose={onClose}
    >
      <EnumField
        name="step"
        group="shipment-status"
        values={ahead}
        value={step ?? null}
        onChange={(next) => setPicked(ahead.find((s) => s === next))}
      />
    </ConfirmDialog>
  )
}
