// One shipment: put together from contract lines, booked, dispatched, followed; taken back by a reversal.
import PlaylistAdd from '@mui/icons-material/PlaylistAddRounded'
import { Button } from '@mui/material'
import { useEffect, useMemo, useState } from 'react'
import { ask, type Params, useCommand, useMay, useOfficeQuery, useTabs, useViewer } from '../../client/index.ts'
import { completeLines, FormSection, LineGrid, useDebounced } from '../../kit/form/index.ts'
import { decimalShown } from '../../kit/format/index.ts'
import { DataLine, type KeyFigure } from '../../kit/show/index.ts'
import { Panels } from '../../records/index.ts'
import { asks, discards, DocumentPage, opens, type RecordAction, useRecord } from '../../records/document/index.ts'
import { CurrencyField, PartyField, useEnteredBefore } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { useContainerWarnings } from './container-warnings.ts'
import { LinesDialog } from './lines-dialog.tsx'
import { PackingSection } from './packing-section.tsx'
import { PlannedReceivables, PostedReceivables } from './receivables.tsx'
import { usePackingPreview } from './use-packing-preview.ts'
import { useShipmentColumns } from './shipment-columns.tsx'
import { BookDialog, DispatchDialog, StepDialog, stepsAhead } from './step-dialogs.tsx'
import {
  emptyShipment,
  inputOf,
  isOpen,
  type LineToShip,
  mayStillSail,
  newContainer,
  papersOf,
  type Shipment,
  formValuesOf,
  type ShipmentFormValues,
  withLines,
} from './shipment-form-values.ts'
import { VoyageSections } from './voyage-sections.tsx'
import { shipmentsWords } from './words.ts'

/** Amounts, receivables and missing purchases of what is typed, by the office's own rules. */
const usePreview = (value: ShipmentFormValues, enabled: boolean, leavesNext: boolean) => {
  const { today } = useViewer()
  const on = value.etd ?? today
  const rate = useOfficeQuery('rate-on', { currency: value.currency, on }, { enabled: enabled && value.currency !== '', keep: true })
  const lines = completeLines(
    value.lines.map(({ id, salesLineId, quantity }) => ({ id, salesLineId, quantity })),
    ['quantity'],
  )
  const known = rate.data?.rate ?? null
  const asked = useDebounced({
    currency: value.currency,
    on,
    rate: known ?? '1',
    eta: value.eta,
    lines,
    ...(leavesNext ? { papers: papersOf(value) } : {}),
  })
  const read = useOfficeQuery('preview-shipment', asked, {
    enabled: enabled && rate.data !== undefined && asked.lines.length > 0,
    keep: true,
  })
  return { preview: asked.lines.length > 0 && enabled ? read.data : undefined, rateKnown: known !== null }
}

const cargoFigures = (cargo: Pick<Shipment['cargo'], 'volume' | 'grossWeight'> | undefined): KeyFigure[] =>
  cargo
    ? [
        ...(cargo.volume === null ? [] : [{ name: 'field.volume', text: `${decimalShown(cargo.volume)} m³` }]),
        ...(cargo.grossWeight === null ? [] : [{ name: 'field.grossTotal', text: `${decimalShown(cargo.grossWeight)} kg` }]),
      ]
    : []

/** Minor units of the shipment's currency that its customer still owes for it. */
const owed = (data: Shipment): number => data.receivables.reduce((sum, r) => sum + r.open.minor, 0)
/** A receipt of what is owed for it, begun with whose money it is and for which contract. */
const receiptFor = (data: Shipment): Params => {
  const [first] = data.lines
  const one = data.lines.every((l) => l.contractId === first?.contractId) ? first : undefined
  return {
    customerId: data.customerId,
    currency: data.currency,
    amount: String(owed(data)),
    ...(one ? { contractId: one.contractId, contractNumber: one.contractNumber } : {}),
  }
}

/** What may be done in the state it is in. */
const useActions = (data: Shipment | undefined, value: ShipmentFormValues): RecordAction[] => {
  const { t } = useWords(shipmentsWords)
  const tabs = useTabs()
  if (!data) return []
  const { id, status, revision } = data
  const open = isOpen(status)
  return [
    opens('book-shipment', { shown: status === 'planned', dialog: (asked) => <BookDialog {...asked} shipmentId={id} typed={value} /> }),
    opens('dispatch-shipment', {
      shown: open,
      primary: true,
      dialog: (asked) => <DispatchDialog {...asked} shipmentId={id} revision={revision} typed={value} />,
    }),
    opens('record-shipment-step', {
      shown: stepsAhead(status).length > 0,
      primary: true,
      dialog: (asked) => <StepDialog {...asked} status={status} />,
    }),
    {
      name: 'command.register-receipt',
      permission: 'receipt.create',
      shown: owed(data) > 0,
      onClick: () => tabs.open('receipt', receiptFor(data)),
    },
    {
      name: 'command.receive-tax-refund',
      permission: 'receipt.create',
      shown: !open && status !== 'void',
      onClick: () => tabs.open('tax-refunds', { receive: data.number }),
    },
    {
      name: 'field.journals',
      permission: 'ledger.view',
      shown: data.journals.length > 0,
      onClick: () => tabs.open('postings', { documentId: id }),
    },
    asks('reverse-dispatch', {
      text: t('shipments.reverse-text'),
      shown: !open && status !== 'void',
      danger: true,
      reason: 'required',
      date: 'on',
      input: (at, { reason, date }) => ({ ...at, reason, on: date }),
    }),
    discards('discard-shipment', { text: t('shipments.discard-text'), shown: open, revision }),
  ]
}

export const ShipmentPage = ({ params }: { params: Params }) => {
  const { t, name } = useWords(shipmentsWords)
  const tabs = useTabs()
  const may = useMay()
  const viewer = useViewer()
  const saving = useCommand('save-shipment')
  const [choosing, setChoosing] = useState(false)
  const record = useRecord('shipment', params, {
    formValuesOf,
    empty: () => emptyShipment(viewer.id, params.customerId ?? null, params.currency),
    save: (value, at) => saving.run({ ...inputOf(value), id: at.id, revision: at.revision }),
  })
  const { data, form } = record
  const { value } = form
  const actions = useActions(data, value)
  // Made from one contract, all that is left of it goes along.
  useEffect(() => {
    const { id, contractId, customerId } = params
    if (id !== undefined || contractId === undefined || customerId === undefined || form.dirty) return
    void ask({ kind: 'query', name: 'lines-to-ship', input: { customerId, contractId } }).then((answer) => {
      const lines = answer.ok ? (answer.value as LineToShip[]) : []
      if (lines.length === 0) return setChoosing(true)
      form.begin(withLines({ ...form.value, lines: [] }, lines))
    })
    // Once, when the empty form appears.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  const open = isOpen(data?.status)
  const itself = { of: null, exceptId: data?.id ?? null }
  const lading = useEnteredBefore({ what: 'bill-of-lading', number: form.value.billOfLadingNumber, ...itself })
  const booking = useEnteredBefore({ what: 'booking', number: form.value.bookingNumber, ...itself })
  const elsewhere = useContainerWarnings(value, data)
  const packing = usePackingPreview(value)
  const mayWrite = may('shipment.create') && (data === undefined || may('shipment.edit')) && mayStillSail(data?.status)
  const { preview, rateKnown } = usePreview(value, open, data?.status === 'booked')
  const amounts = useMemo(() => new Map(preview?.lines.map((l) => [l.id, l.amount])), [preview])
  const columns = useShipmentColumns(form, data, amounts, open && mayWrite)
  const total = open ? (preview?.total ?? data?.total) : data?.total
  const totalBase = open ? (rateKnown ? preview?.totalBase : undefined) : data?.totalBase
  const askForFreight: RecordAction = {
    label: t('shipments.save-and-ask'),
    permission: 'freight-inquiry.create',
    shown: data === undefined && viewer.company.switches.freightInquiryRequired,
    onClick: () => void form.save().then((at) => at && tabs.open('freight-inquiry', { shipmentId: at.id })),
  }
  const sealed = open ? undefined : true
  const figures: KeyFigure[] = [
    { name: 'field.total', money: total ?? null },
    { name: 'field.totalBase', money: totalBase ?? null },
    ...(data && data.deposit.minor > 0
      ? [
          { name: 'field.deposit', money: data.deposit },
          { name: 'field.balance', money: data.balance },
        ]
      : []),
    ...(data?.rate ? [{ name: 'field.rate', text: data.rate }] : []),
    ...(data?.dispatchedOn ? [{ name: 'field.dispatchedOn', text: data.dispatchedOn }] : []),
    ...cargoFigures(packing && value.packages.length > 0 ? packing.total : (preview?.cargo ?? data?.cargo)),
  ]
  return (
    <DocumentPage
      record={record}
      number={data?.number}
      status={{ group: 'shipment-status', value: data?.status ?? 'planned' }}
      figures={figures}
      readOnly={!mayWrite}
      savePermission={data === undefined ? 'shipment.create' : 'shipment.edit'}
      actions={[askForFreight, ...actions]}
      warnings={[...(open ? (preview?.warnings ?? []) : []), ...lading, ...booking, ...elsewhere, ...(packing?.warnings ?? [])]}
    >
      <Panels
        on="shipment"
        place="notes"
        id={data?.id}
        open={open}
        customerId={value.customerId}
        addition={value.lines.length > 0 ? total : undefined}
        forwarderId={value.forwarderId}
        onTake={({ forwarderId, carrierId }) => form.set({ forwarderId, carrierId: carrierId ?? value.carrierId })}
      />
      <FormSection title={t('shipments.goods')}>
        <PartyField
          {...form.field('customerId')}
          kind="customer"
          shown={data?.customerName}
          required
          autoFocus={params.id === undefined && value.customerId === null}
          readOnly={sealed}
          onChange={(customerId) => form.set({ customerId, ...(customerId === value.customerId ? {} : { lines: [] }) })}
          onPick={(row) => typeof row?.currency === 'string' && form.set({ customerId: row.id, currency: row.currency, lines: [] })}
        />
        <CurrencyField {...form.field('currency')} required readOnly={value.lines.length > 0 ? true : sealed} />
        {data?.onBoardOn && <DataLine label={name('field.onBoardOn')}>{data.onBoardOn}</DataLine>}
        {data?.arrivedOn && <DataLine label={name('field.arrivedOn')}>{data.arrivedOn}</DataLine>}
      </FormSection>
      <LineGrid
        {...form.field('lines')}
        columns={columns.lines}
        readOnly={sealed}
        totals={[{ field: 'amount', money: total }]}
        toolbar={
          open &&
          mayWrite && (
            <Button size="small" startIcon={<PlaylistAdd />} disabled={value.customerId === null} onClick={() => setChoosing(true)}>
              {t('shipments.add-lines')}
            </Button>
          )
        }
      />
      {preview && preview.receivables.length > 0 && <PlannedReceivables preview={preview} lines={value.lines} />}
      {data && !open && <PostedReceivables shipment={data} />}
      {data && <Panels on="shipment" place="sections" id={data.id} />}
      <VoyageSections form={form} data={data} sealed={sealed} />
      <FormSection title={name('field.containers')} wide>
        <LineGrid {...form.field('containers')} columns={columns.containers} most={50} newLine={newContainer} />
      </FormSection>
      <PackingSection form={form} preview={packing} mayWrite={mayWrite} />
      {choosing && value.customerId !== null && (
        <LinesDialog
          customerId={value.customerId}
          currency={value.lines.length > 0 ? value.currency : undefined}
          contractId={params.id === undefined ? params.contractId : undefined}
          taken={value.lines.map((l) => l.salesLineId)}
          onChoose={(lines) => {
            form.set(withLines(value, lines))
            setChoosing(false)
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </DocumentPage>
  )
}
