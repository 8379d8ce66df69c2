// One shipment: put together from contract lines, booked, dispatched, followed; taken back by a reversal.
import DeleteOutline from '@mui/icons-material/DeleteOutlineRounded'
import PlaylistAdd from '@mui/icons-material/PlaylistAddRounded'
import { Button, IconButton } from '@mui/material'
import { useMemo, useState } from 'react'
import type { Answer } from '../../../preload/contract/envelope.ts'
import type { CommandOutcome } from '../../../preload/contract/commands.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { type Params, useCommand, useMay, useOfficeQuery, useTabs, useViewer } from '../../client/index.ts'
import { CurrencyField, DateField, LongTextField, PartyField, PortField, TextField, UserField } from '../../kit/fields/index.ts'
import {
  type At,
  completeLines,
  DocumentForm,
  type Form,
  FormSection,
  LineGrid,
  type LineColumn,
  useForm,
  useSettled,
} from '../../kit/form/index.ts'
import { decimalShown } from '../../kit/format/index.ts'
import { ConfirmDialog, DataLine, type KeyFigure, RecordLink } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { LinesDialog } from './lines-dialog.tsx'
import { PlannedReceivables, PostedReceivables } from './receivables.tsx'
import { BookDialog, DispatchDialog, StepDialog, stepsAhead } from './step-dialogs.tsx'
import {
  emptyShipment,
  inputOf,
  isOpen,
  lineFrom,
  mayStillSail,
  type Shipment,
  type TypedContainer,
  type TypedLine,
  type TypedShipment,
  typedOf,
} from './typed-shipment.ts'

type Asking = 'lines' | 'book' | 'dispatch' | 'step' | 'reverse' | 'discard' | null

/** Amounts, receivables and missing purchases of what is typed, by the office's own rules. */
const usePreview = (value: TypedShipment, enabled: boolean) => {
  const { today } = useViewer()
  const on = value.etd ?? today
  const rate = useOfficeQuery('rate-on', { currency: value.currency, on }, { enabled: enabled && value.currency !== '', keep: true })
  const lines = completeLines(
    value.lines.map(({ id, salesLineId, quantity }) => ({ id, salesLineId, quantity })),
    ['quantity'],
  )
  const known = rate.data?.rate ?? null
  const asked = useSettled({ currency: value.currency, on, rate: known ?? '1', eta: value.eta, lines })
  const read = useOfficeQuery('preview-shipment', asked, {
    enabled: enabled && rate.data !== undefined && asked.lines.length > 0,
    keep: true,
  })
  return { preview: asked.lines.length > 0 && enabled ? read.data : undefined, rateKnown: known !== null }
}

const Voyage = ({ form, data, sealed }: { form: Form<TypedShipment>; data: Shipment | undefined; sealed: true | undefined }) => {
  const { t } = useWords()
  return (
    <>
      <FormSection title={t('shipments.voyage')}>
        <PartyField {...form.field('forwarderId')} kind="vendor" vendorKind="forwarder" shown={data?.forwarderName} />
        <PartyField {...form.field('carrierId')} kind="vendor" vendorKind="carrier" shown={data?.carrierName} />
        <TextField {...form.field('vessel')} />
        <TextField {...form.field('voyage')} />
        <PortField {...form.field('portOfLoading')} />
        <PortField {...form.field('portOfDischarge')} />
        <DateField {...form.field('etd')} />
        <DateField {...form.field('eta')} />
      </FormSection>
      <FormSection title={t('shipments.papers')}>
        <TextField {...form.field('invoiceNumber')} />
        <TextField {...form.field('bookingNumber')} />
        <TextField {...form.field('billOfLadingNumber')} />
        <TextField {...form.field('declarationNumber')} />
        <UserField {...form.field('ownerId')} shown={data?.ownerName} required readOnly={sealed} />
        <LongTextField {...form.field('remark')} span={2} />
      </FormSection>
    </>
  )
}

const CONTAINER_COLUMNS = (label: (key: string) => string): LineColumn<TypedContainer>[] => [
  { field: 'type', kind: 'text', width: 120 },
  { field: 'number', label: label('field.containers.number'), kind: 'text', width: 200 },
  { field: 'seal', kind: 'text', width: 200, grow: true },
]

const useLineColumns = (
  form: Form<TypedShipment>,
  data: Shipment | undefined,
  amounts: ReadonlyMap<string, { minor: number; currency: string }>,
  open: boolean,
) => {
  const { t, name } = useWords()
  return useMemo(() => {
    const stored = new Map(data?.lines.map((l) => [l.id, l.amount]))
    const columns: LineColumn<TypedLine>[] = [
      {
        field: 'contractNumber',
        kind: 'shown',
        width: 140,
        node: (line) => (
          <RecordLink route="sales-contract" id={line.contractId}>
            {line.contractNumber}
          </RecordLink>
        ),
      },
      { field: 'dealNumber', kind: 'shown', width: 120, text: (line) => line.dealNumber },
      { field: 'productCode', kind: 'shown', width: 120, text: (line) => line.productCode ?? '' },
      { field: 'description', kind: 'shown', width: 220, grow: true, text: (line) => line.description },
      { field: 'quantity', kind: 'decimal', places: 4, width: 110 },
      { field: 'unit', kind: 'shown', width: 70, text: (line) => line.unit },
      { field: 'price', kind: 'shown', width: 110, text: (line) => decimalShown(line.price) },
      { field: 'amount', kind: 'shown', width: 130, money: (line) => amounts.get(line.id) ?? stored.get(line.id) },
    ]
    if (open)
      columns.push({
        field: 'remove',
        label: ' ',
        kind: 'shown',
        width: 44,
        node: (line) => (
          <IconButton
            size="small"
            aria-label={t('kit.line.remove')}
            title={t('kit.line.remove')}
            onClick={() => form.set({ lines: form.value.lines.filter((l) => l.id !== line.id) })}
          >
            <DeleteOutline sx={{ fontSize: 16 }} />
          </IconButton>
        ),
      })
    return { lines: columns, containers: CONTAINER_COLUMNS(name) }
  }, [form, data, amounts, open, t, name])
}

/** Runs a command on what is saved; a refusal stays in the dialog that asked, one of saving itself is said by the form. */
const useActing = (form: Form<TypedShipment>) => async (run: (at: { id: string; revision: number }) => Promise<Answer<unknown>>) => {
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

type Acting = ReturnType<typeof useActing>
const Dialogs = ({
  asking,
  act,
  form,
  data,
  onClose,
}: {
  asking: Asking
  act: Acting
  form: Form<TypedShipment>
  data: Shipment | undefined
  onClose(): void
}) => {
  const { name, t } = useWords()
  const tabs = useTabs()
  const booking = useCommand('book-shipment')
  const dispatching = useCommand('dispatch-shipment')
  const stepping = useCommand('record-shipment-step')
  const reversing = useCommand('reverse-dispatch')
  const discarding = useCommand('discard-shipment')
  switch (asking) {
    case 'book':
      return (
        <BookDialog
          bookingNumber={form.value.bookingNumber}
          onBook={(bookingNumber) => act((at) => booking.run({ ...at, bookingNumber }))}
          onClose={onClose}
        />
      )
    case 'dispatch':
      return (
        <DispatchDialog
          currency={form.value.currency}
          onDispatch={(on) => act((at) => dispatching.run({ ...at, ...on }))}
          onClose={onClose}
        />
      )
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
        <ConfirmDialog
          open
          danger
          title={name('command.discard-shipment')}
          text={t('shipments.discard-text')}
          confirm={name('command.discard-shipment')}
          onConfirm={async () => {
            const answer = await discarding.run({ id: form.id, revision: data?.revision ?? 1 })
            if (answer.ok) {
              form.reset()
              tabs.close()
            }
            return answer
          }}
          onClose={onClose}
        />
      )
    default:
      return null
  }
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
  const { preview, rateKnown } = usePreview(value, open)
  const amounts = useMemo(() => new Map(preview?.lines.map((l) => [l.id, l.amount])), [preview])
  const columns = useLineColumns(form, data, amounts, open && mayWrite)
  const act = useActing(form)
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
      actions={[
        { name: 'command.book-shipment', permission: 'shipment.edit', shown: data?.status === 'planned', onClick: () => setAsking('book') },
        {
          name: 'command.dispatch-shipment',
          permission: 'shipment.dispatch',
          shown: data !== undefined && open,
          primary: true,
          onClick: () => setAsking('dispatch'),
        },
        {
          name: 'command.record-shipment-step',
          permission: 'shipment.edit',
          shown: data !== undefined && stepsAhead(data.status).length > 0,
          primary: true,
          onClick: () => setAsking('step'),
        },
        {
          name: 'field.journals',
          permission: 'ledger.view',
          shown: (data?.journals.length ?? 0) > 0,
          onClick: () => tabs.open('postings', { documentId: data?.id ?? '' }),
        },
        {
          name: 'command.reverse-dispatch',
          permission: 'shipment.reverse',
          shown: !open && data?.status !== 'void',
          onClick: () => setAsking('reverse'),
        },
        {
          name: 'command.discard-shipment',
          permission: 'shipment.edit',
          shown: data !== undefined && open,
          onClick: () => setAsking('discard'),
        },
      ]}
    >
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
      <Voyage form={form} data={data} sealed={sealed} />
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
        <Dialogs asking={asking} act={act} form={form} data={data} onClose={() => setAsking(null)} />
      )}
    </DocumentForm>
  )
}
