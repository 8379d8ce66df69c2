// One payment request (付款申请): the vendor's bills ticked, or an amount to prepay; approved, and paid from here by the cashier.
import { Box, MenuItem, Table, TableBody, TableCell, TableHead, TableRow, TextField as Select } from '@mui/material'
import { useEffect } from 'react'
import { seesSecret } from '../../../preload/contract/figures.ts'
import { type Params, useCommand, useMay, useOfficeQuery, useViewer } from '../../client/index.ts'
import { ApprovalPanel, BankDetailsWarning, useSaveAndSubmit } from '../../records/approvals/index.ts'
import { DateField, DecimalField, LongTextField, MoneyField, TextField } from '../../kit/fields/index.ts'
import { FormSection } from '../../kit/form/index.ts'
import { EmptyState, MoneyText, ProblemNote, RecordLink } from '../../kit/show/index.ts'
import { asks, DocumentPage, useRecord } from '../../records/document/index.ts'
import { CurrencyField, PartyField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { PayRequestDialog } from './pay-request-dialog.tsx'
import { WholeBills } from './whole-bills.tsx'
import { candidatesOf, emptyRequest, inputOf, type PaymentRequest, sumOf, formValuesOf } from './request-form-values.ts'
import { ContractField, TargetsTable, amountOf, tickedOf, useDayRate } from '../../records/money/index.ts'
import { paymentRequestsWords } from './words.ts'

const FIGURE = { textAlign: 'right', whiteSpace: 'nowrap' } as const

/** The bills as they stand in a request that can no longer be typed in. */
const Bills = ({ request }: { request: PaymentRequest }) => {
  const { t, name } = useWords(paymentRequestsWords)
  if (request.lines.length === 0) return <EmptyState title={t('payment-requests.prepayment')} />
  return (
    <Table size="small" aria-label={t('payment-requests.bills')}>
      <TableHead>
        <TableRow>
          <TableCell>{name('field.document')}</TableCell>
          <TableCell>{name('field.dueDate')}</TableCell>
          <TableCell sx={FIGURE}>{name('field.requested')}</TableCell>
          <TableCell sx={FIGURE}>{name('field.toPay')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {request.lines.map((line) => (
          <TableRow key={line.id}>
            <TableCell>
              <RecordLink route="document" id={line.documentId}>
                {line.document}
              </RecordLink>
            </TableCell>
            <TableCell>{line.dueDate}</TableCell>
            <TableCell sx={FIGURE}>
              <MoneyText money={line.amount} />
            </TableCell>
            <TableCell sx={FIGURE}>
              <MoneyText money={line.toPay} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

const Payments = ({ request }: { request: PaymentRequest }) => {
  const { t } = useWords(paymentRequestsWords)
  if (request.payments.length === 0) return null
  return (
    <FormSection title={t('payment-requests.payments')} wide>
      {request.payments.map((payment) => (
        <Box key={payment.id} sx={{ display: 'flex', gap: 2 }}>
          <RecordLink route="payment" id={payment.id}>
            {payment.number}
          </RecordLink>
          <span>{payment.paidOn}</span>
          <MoneyText money={payment.amount} />
        </Box>
      ))}
    </FormSection>
  )
}

const useRequest = (params: Params) => {
  const viewer = useViewer()
  const saving = useCommand('save-payment-request')
  const seesOwed = seesSecret(useMay(), 'owed')
  const record = useRecord('payment-request', params, {
    formValuesOf,
    empty: () =>
      emptyRequest({
        ownerId: viewer.id,
        currency: params.currency ?? viewer.company.baseCurrency,
        side: params.side === 'receivable' ? 'receivable' : 'payable',
        partyId: params.partyId,
        amount: amountOf(params),
        remark: params.remark ?? '',
        targets: tickedOf(params),
        contract: params.contractId ? { id: params.contractId, number: params.contractNumber ?? '' } : null,
        // Due already: as soon as it can be.
        payBy: params.payBy === undefined || params.payBy > viewer.today ? params.payBy : viewer.today,
      }),
    save: (value, at) => saving.run({ ...inputOf(value, day.rate, !seesOwed), id: at.id, revision: at.revision }),
  })
  const day = useDayRate(record.form.value.currency, viewer.today, record.form.value.rate)
  return { record, day, seesOwed }
}

export const PaymentRequestPage = ({ params }: { params: Params }) => {
  const { t, name } = useWords(paymentRequestsWords)
  const may = useMay()
  const { record, day, seesOwed } = useRequest(params)
  const { data, form } = record
  const { value } = form
  const fixed = data !== undefined && (data.status !== 'open' || data.payments.length > 0 || !may('payment-request.edit'))
  const bills = useOfficeQuery(
    'bills-to-request',
    { partyId: value.partyId ?? '', currency: value.currency, ...(data ? { requestId: data.id } : {}) },
    { enabled: !fixed && value.partyId !== null && value.partyId !== '' && may('payment-request.create'), keep: true },
  )
  const { item } = params
  const candidates = candidatesOf(bills.data ?? [])
  const asked = params.id === undefined && item !== undefined ? bills.data?.find((b) => b.item === item) : undefined
  // Asked for from its bill, the bill is ticked with all that is left of it.
  const { begin } = form
  const untouched = value.targets.length === 0 && !form.dirty
  useEffect(() => {
    if (asked && untouched) begin({ targets: [{ item: asked.item, amount: asked.left?.minor ?? null, sourceAmount: null }] })
    // Once, when the bill has been read.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [asked?.item])
  const submit = useSaveAndSubmit('payment-request', form, !fixed)
  const back = value.side === 'receivable'
  const billed = value.targets.length > 0 || back
  // What the office does not tell is not 0: only what is typed here is known then.
  const showsOwed = seesOwed || (!billed && value.amount !== null)
  const total = billed ? sumOf(value.targets) : (value.amount ?? 0)
  return (
    <DocumentPage
      record={record}
      number={data?.number}
      {...(data ? { status: { group: 'payment-request-status', value: data.status } } : {})}
      figures={[
        { name: 'field.amount', money: showsOwed ? { minor: total, currency: value.currency } : null },
        ...(data
          ? [
              { name: 'field.paid', money: data.paid },
              { name: 'field.toPay', money: data.left },
            ]
          : []),
      ]}
      actions={[
        submit,
        {
          name: 'command.pay-request',
          permission: 'payment.create',
          primary: true,
          shown: data?.status === 'open' && !form.dirty,
          dialog: ({ onClose }) => data && <PayRequestDialog request={data} onClose={onClose} />,
        },
        asks('void-payment-request', {
          text: t('payment-requests.void-text'),
          shown: data?.status === 'open' && data.payments.length === 0,
          danger: true,
          reason: 'required',
          input: (at, { reason }) => ({ ...at, reason }),
        }),
      ]}
      readOnly={fixed}
      savePermission="payment-request.create"
    >
      {data?.status !== 'void' && !back && <BankDetailsWarning vendorId={value.partyId} />}
      {data && <ApprovalPanel kind="payment-request" documentId={data.id} revision={data.revision} unsaved={form.dirty} />}
      <FormSection>
        {params.id === undefined && (
          <Select
            select
            size="small"
            label={t('money.payee')}
            value={value.side}
            onChange={(event) => form.set({ side: event.target.value as typeof value.side, partyId: null, targets: [], contract: null })}
          >
            <MenuItem value="payable">{t('money.to-vendor')}</MenuItem>
            <MenuItem value="receivable">{t('money.back-to-customer')}</MenuItem>
          </Select>
        )}
        <PartyField
          key={value.side}
          {...form.field('partyId')}
          kind={back ? 'customer' : 'vendor'}
          shown={data?.partyName}
          required
          autoFocus={params.id === undefined}
          onPick={() => form.set({ targets: [], contract: null })}
        />
        <CurrencyField {...form.field('currency')} required onChange={(currency) => form.set({ currency, rate: '', targets: [] })} />
        {day.asked && (
          <DecimalField
            {...form.field('rate')}
            value={day.rate}
            places={8}
            required
            {...(day.help === undefined ? {} : { help: day.help })}
          />
        )}
        <DateField {...form.field('payBy')} required />
        <TextField {...form.field('purpose')} span={2} />
        {!billed && <MoneyField {...form.field('amount')} currency={value.currency} required={seesOwed || data === undefined} />}
        {!billed && (
          <ContractField {...form.field('contract')} label={name('field.payments.contractId')} kind="purchase" partyId={value.partyId} />
        )}
        <LongTextField {...form.field('remark')} span={2} />
      </FormSection>
      <FormSection title={t(back ? 'money.to-return' : 'payment-requests.bills')} wide>
        <ProblemNote problem={bills.problem} />
        {fixed && data ? (
          <Bills request={data} />
        ) : value.partyId === null || value.partyId === '' ? (
          <EmptyState title={t(back ? 'money.choose-customer' : 'payment-requests.choose-party')} />
        ) : bills.data?.length === 0 ? (
          <EmptyState title={t(back ? 'money.nothing-to-return' : 'payment-requests.no-bills')} />
        ) : !seesOwed ? (
          <WholeBills
            label={t('payment-requests.bills')}
            bills={bills.data ?? []}
            chosen={value.targets.map((one) => one.item)}
            onChange={(items) => form.set({ targets: items.map((one) => ({ item: one, amount: null, sourceAmount: null })) })}
          />
        ) : (
          <TargetsTable
            label={t('payment-requests.bills')}
            candidates={candidates}
            currency={value.currency}
            total={0}
            targets={value.targets}
            onChange={(targets) => form.set({ targets })}
          />
        )}
      </FormSection>
      {data && <Payments request={data} />}
    </DocumentPage>
  )
}
