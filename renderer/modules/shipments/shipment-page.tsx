// One shipment: put together from contract lines, booked, dispatched, followed; taken back by a reversal.
import PlaylistAdd from '@mui/icons-material/PlaylistAddRounded'
import { Button } from '@mui/material'
import { useMemo, useState } from 'react'
import type { CommandOutcome } from '../../../preload/contract/commands.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { type Params, useCommand, useMay, useOfficeQuery, useTabs, useViewer } from '../../client/index.ts'
import { CurrencyField, PartyField } from '../../kit/fields/index.ts'
import { completeLines, DocumentForm, type FormAction, FormSection, LineGrid, useForm, useSettled } from '../../kit/form/index.ts'
import { LetterCheckPanel } from '../../kit/letters/index.ts'
import { DataLine, type KeyFigure } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { LinesDialog } from './lines-dialog.tsx'
import { PlannedReceivables, PostedReceivables } from './receivables.tsx'
import { useShipmentColumns } from './shipment-columns.tsx'
import { ShipmentCredit } from './shipment-credit.tsx'
import { ShipmentFreight } from './shipment-freight.tsx'
import { type Asking, ShipmentDialogs } from './shipment-dialogs.tsx'
import { stepsAhead } from './step-dialogs.tsx'
import {
  emptyShipment,
  inputOf,
  isOpen,
  lineFrom,
  mayStillSail,
  papersOf,
  type Shipment,
  type TypedShipment,
  typedOf,
} from './typed-shipment.ts'
import { VoyageSections } from './voyage-sections.tsx'

/** Amounts, receivables and missing purchases of what is typed, by the office's own rules. */
const usePreview = (value: TypedShipment, enabled: boolean, leavesNext: boolean) => {
  const { today } = useViewer()
  const on = value.etd ?? today
  const rate = useOfficeQuery('rate-on', { currency: value.currency, on }, { enabled: enabled && value.currency !== '', keep: true })
  const lines = completeLines(
    value.lines.map(({ id, salesLineId, quantity }) => ({ id, salesLineId, quantity })),
    ['quantity'],
  )
  const known = rate.data?.rate ?? null
  const asked = useSettled({
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

/** What may be done in the state it is in; who may do it is filtered by the form. */
const actionsFor = (
  data: Shipment | undefined,
  ask: (asking: Asking) => void,
  openTab: (route: string, params: Params) => void,
): FormAction[] => {
  const open = isOpen(data?.status)
  return [
    { name: 'command.book-shipment', permission: 'shipment.edit', shown: data?.status === 'planned', onClick: () => ask('book') },
    {
      name: 'command.dispatch-shipment',
      permission: 'shipment.dispatch',
      shown: data !== undefined && open,
      primary: true,
      onClick: () => ask('dispatch'),
    },
    {
      name: 'command.record-shipment-step',
      permission: 'shipment.edit',
      shown: data !== undefined && stepsAhead(data.status).length > 0,
      primary: true,
      onClick: () => ask('step'),
    },
    {
      name: 'field.journals',
      permission: 'ledger.view',
      shown: (data?.journals.length ?? 0) > 0,
      onClick: () => openTab('postings', { documentId: data?.id ?? '' }),
    },
    {
      name: 'command.reverse-dispatch',
      permission: 'shipment.reverse',
      shown: !open && data?.status !== 'void',
      onClick: () => ask('reverse'),
    },
    {
      name: 'command.discard-shipment',
      permission: 'shipment.edit',
      shown: data !== undefined && open,
      onClick: () => ask('discard'),
    },
  ]
}

export const ShipmentPage = ({ params }: { params: Params }) => {
  const { t, name } = useWords()
  const tabs = useTabs()
  const may = useMay()
  const viewer = useViewer()
  const read = useOfficeQuery('shipment', { id: params.id ?? '' }, { enabled: params.id !== undefined })
  const { data } = read
  const saving = useCommand('save-shipment')
  const [asking, setAsking] = useState<Asking>(params.id === undefined && params.contractId !== undefined ? 'lines' : null)
  const seen = useMemo(() => data && { id: data.id, revision: data.revision, value: typedOf(data) }, [data])
  const form = useForm<TypedShipment, CommandOutcome<'save-shipment'>>({
    empty: () => emptyShipment(viewer.id, params.customerId ?? null, params.currency),
    seen,
    save: (value, at) => saving.run({ ...inputOf(value), id: at.id, revision: at.revision }),
    onSaved: (outcome, at) => {
      if (at.isNew) tabs.become('shipment', { id: outcome.id })
    },
  })
  const { value } = form
  const open = isOpen(data?.status)
  const mayWrite = may('shipment.create') && (data === undefined || may('shipment.edit')) && mayStillSail(data?.status)
  const { preview, rateKnown } = usePreview(value, open, data?.status === 'booked')
  const amounts = useMemo(() => new Map(preview?.lines.map((l) => [l.id, l.amount])), [preview])
  const columns = useShipmentColumns(form, data, amounts, open && mayWrite)
  const total = open ? (preview?.total ?? data?.total) : data?.total
  const totalBase = open ? (rateKnown ? preview?.totalBase : undefined) : data?.totalBase
  const sealed = open ? undefined : true
  const figures: KeyFigure[] = [
    { name: 'field.total', money: total ?? null },
    { name: 'field.totalBase', money: totalBase ?? null },
    ...(data?.rate ? [{ name: 'field.rate', text: data.rate }] : []),
    ...(data?.dispatchedOn ? [{ name: 'field.dispatchedOn', text: data.dispatchedOn }] : []),
  ]
  return (
    <DocumentForm
      form={form}
      title={name('record.shipment')}
      number={data?.number}
      status={{ group: 'shipment-status', value: data?.status ?? 'planned' }}
      figures={figures}
      readOnly={!mayWrite}
      loading={read.loading}
      problem={read.problem}
      savePermission={data === undefined ? 'shipment.create' : 'shipment.edit'}
      actions={actionsFor(data, setAsking, tabs.open)}
      warnings={open ? preview?.warnings : undefined}
    >
      {open && <ShipmentCredit customerId={value.customerId} addition={value.lines.length > 0 ? total : undefined} shipmentId={data?.id} />}
      {data && (
        <ShipmentFreight
          shipmentId={data.id}
          forwarderId={value.forwarderId}
          open={open}
          onTake={(carrying) => form.set({ forwarderId: carrying.forwarderId, carrierId: carrying.carrierId ?? value.carrierId })}
        />
      )}
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
            <Button size="small" startIcon={<PlaylistAdd />} disabled={value.customerId === null} onClick={() => setAsking('lines')}>
              {t('shipments.add-lines')}
            </Button>
          )
        }
      />
      {preview && preview.receivables.length > 0 && <PlannedReceivables preview={preview} lines={value.lines} />}
      {data && !open && <PostedReceivables shipment={data} />}
      {data && <LetterCheckPanel shipmentId={data.id} />}
      <VoyageSections form={form} data={data} sealed={sealed} />
      <FormSection title={name('field.containers')} wide>
        <LineGrid
          {...form.field('containers')}
          columns={columns.containers}
          most={50}
          newLine={() => ({ id: newId(), type: '40HQ', number: '', seal: '' })}
        />
      </FormSection>
      {asking === 'lines' && value.customerId !== null ? (
        <LinesDialog
          customerId={value.customerId}
          currency={value.lines.length > 0 ? value.currency : undefined}
          contractId={params.id === undefined ? params.contractId : undefined}
          taken={value.lines.map((l) => l.salesLineId)}
          onChoose={(lines) => {
            form.set({ currency: lines[0]?.currency ?? value.currency, lines: [...value.lines, ...lines.map(lineFrom)] })
            setAsking(null)
          }}
          onClose={() => setAsking(null)}
        />
      ) : (
        <ShipmentDialogs asking={asking} form={form} data={data} onAsk={setAsking} onClose={() => setAsking(null)} />
      )}
    </DocumentForm>
  )
}
