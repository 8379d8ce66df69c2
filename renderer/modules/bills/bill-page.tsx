// One bill: typed from unbilled purchase lines or as expense of deals, posted at once; then read with its shares, paid or reversed.
import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import type { CommandOutcome } from '../../../preload/contract/commands.ts'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { billDueDate } from '../../../preload/contract/vocabulary/payment-term.ts'
import { addDays } from '../../../preload/contract/vocabulary/dates.ts'
import { decimalShown, isDecimal } from '../../kit/format/index.ts'
import { type Params, useCommand, useMay, useOfficeList, useOfficeQuery, useTabs, useViewer } from '../../client/index.ts'
import { usePaying } from '../../records/approvals/index.ts'
import { DateField, DecimalField, LongTextField, TextField } from '../../kit/fields/index.ts'
import { DocumentForm, FormSection, useForm, useDebounced } from '../../kit/form/index.ts'
import { DataLine, MoneyText, ProblemNote, RecordLink } from '../../kit/show/index.ts'
import { CurrencyField, PartyField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { ExpenseLines, FactoryLines } from './bill-lines.tsx'
import { inputOf, lineOf, newExpense, type BillFormValues } from './bill-form-values.ts'
import { PostedPage, textOf, useDayRate } from '../../records/money/index.ts'
import { billsWords } from './words.ts'

// ---- posting -------------------------------------------------------------------------------------------------------------------------------

/** Net, VAT and shares of what is typed, by the office's own rules. */
const usePreview = (value: BillFormValues, rate: string) => {
  const may = useMay()('bill.post')
  const lines = value.lines.flatMap(({ id, amount, vatRate, deals, sharing }) =>
    amount !== null && amount > 0 && isDecimal(vatRate, 4)
      ? [{ id, amount, vatRate, dealIds: deals.map((d) => d.id), sharing, shipmentId: null }]
      : [],
  )
  const asked = useDebounced({
    kind: value.kind,
    currency: value.currency,
    rate,
    lines,
    ...(value.billDate ? { billDate: value.billDate } : {}),
  })
  const read = useOfficeQuery('preview-bill', asked, { enabled: may && asked.rate !== '' && asked.lines.length > 0, keep: true })
  return asked.lines.length > 0 ? read.data : undefined
}

/** Until one is typed: by the terms of the purchase contract or of the vendor (T47), else 30 days. */
const useDueDate = ({ billDate, partyId }: BillFormValues, contractId: string | undefined): string | null => {
  const may = useMay()
  const contract = useOfficeQuery(
    'purchase-contract',
    { id: contractId ?? '' },
    { enabled: contractId !== undefined && may('purchase-contract.view') },
  )
  const vendor = useOfficeQuery(
    'vendor',
    { id: partyId ?? '' },
    { enabled: contractId === undefined && partyId !== null && may('vendor.view') },
  )
  if (!billDate) return null
  return billDueDate(contract.data?.paymentTerm ?? vendor.data?.paymentTerm ?? [], billDate) ?? addDays(billDate, 30)
}

const NewBill = ({ params, begun = [] }: { params: Params; begun?: ListRow[] }) => {
  const { t, name } = useWords(billsWords)
  const tabs = useTabs()
  const { today, company } = useViewer()
  const posting = useCommand('post-bill')
  const kind = params.kind === 'factory' ? 'factory' : 'expense'
  const form = useForm<BillFormValues, CommandOutcome<'post-bill'>>({
    empty: () => ({
      kind,
      partyId: params.partyId ?? null,
      invoiceNumber: '',
      billDate: today,
      dueDate: null,
      currency: begun[0] ? textOf(begun[0], 'currency') : company.baseCurrency,
      rate: '',
      remark: '',
      lines:
        kind === 'factory'
          ? begun.map(lineOf)
          : [newExpense(params.dealId ? [{ id: params.dealId, number: params.dealNumber ?? '' }] : [])],
    }),
    save: (value, at) => posting.run({ ...inputOf({ ...value, dueDate: value.dueDate ?? due }, day.rate), id: at.id }),
    onSaved: (outcome) => tabs.become('bill', { id: outcome.id }),
  })
  const { value } = form
  const day = useDayRate(value.currency, value.billDate, value.rate)
  const due = useDueDate(value, params.contractId)
  const preview = usePreview(value, day.rate)
  const Lines = kind === 'factory' ? FactoryLines : ExpenseLines
  return (
    <DocumentForm
      form={form}
      title={name(`bill-kind.${kind}`)}
      titleKey={`bill-kind.${kind}`}
      savePermission="bill.post"
      saveLabel={name('command.post-bill')}
      warnings={preview?.warnings}
      figures={[
        { name: 'field.total', money: preview?.total ?? null },
        { name: 'field.bill.vat', money: preview?.vat ?? null },
        ...(day.asked ? [{ name: 'field.totalBase', money: preview?.totalBase ?? null }] : []),
      ]}
    >
      <FormSection>
        <PartyField
          {...form.field('partyId')}
          kind="vendor"
          {...(kind === 'factory' ? { vendorKind: 'factory' as const } : {})}
          required
          autoFocus
          onPick={(row) => {
            const currency = row && kind === 'expense' ? textOf(row, 'currency') : ''
            form.set({ ...(kind === 'factory' ? { lines: [] } : {}), ...(currency === '' ? {} : { currency, rate: '' }) })
          }}
        />
        <TextField {...form.field('invoiceNumber')} />
        <DateField {...form.field('billDate')} fact required />
        <DateField {...form.field('dueDate')} value={value.dueDate ?? due} from={form.value.billDate} required />
        <CurrencyField
          {...form.field('currency')}
          required
          readOnly={kind === 'factory' ? true : undefined}
          onChange={(currency) => form.set({ currency, rate: '' })}
        />
        {day.asked && <DecimalField {...form.field('rate')} value={day.rate} places={8} required help={day.help} />}
        <LongTextField {...form.field('remark')} span={2} />
      </FormSection>
      <FormSection title={t(kind === 'factory' ? 'bills.billed-lines' : 'bills.costs')} wide>
        <Lines form={form} preview={preview} />
      </FormSection>
    </DocumentForm>
  )
}

// ---- one that is there ---------------------------------------------------------------------------------------------------------------------

type Bill = QueryOutput<'bill'>
const FIGURE = { textAlign: 'right' } as const

const Lines = ({ bill }: { bill: Bill }) => {
  const { name } = useWords()
  const factory = bill.kind === 'factory'
  return (
    <FormSection title={name('field.lines')} wide>
      <Table size="small" aria-label={name('field.lines')}>
        <TableHead>
          <TableRow>
            <TableCell>{name(factory ? 'field.contractNumber' : 'field.bill.category')}</TableCell>
            <TableCell>{name('field.description')}</TableCell>
            {factory && <TableCell sx={FIGURE}>{name('field.quantity')}</TableCell>}
            <TableCell sx={FIGURE}>{name('field.bill.amount')}</TableCell>
            <TableCell sx={FIGURE}>{name('field.vatRate')}</TableCell>
            <TableCell>{name('field.deal')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {bill.lines.map((line) => (
            <TableRow key={line.id}>
              <TableCell>
                {factory && line.contractId !== null ? (
                  <RecordLink route="purchase-contract" id={line.contractId}>
                    {line.contractNumber}
                  </RecordLink>
                ) : (
                  name(`expense-category.${line.category ?? 'other'}`)
                )}
              </TableCell>
              <TableCell>{line.description}</TableCell>
              {factory && <TableCell sx={FIGURE}>{decimalShown(line.quantity ?? '')}</TableCell>}
              <TableCell sx={FIGURE}>
                {line.amount !== undefined && <MoneyText money={{ minor: line.amount, currency: bill.currency }} />}
              </TableCell>
              <TableCell sx={FIGURE}>{decimalShown(line.vatRate)}</TableCell>
              <TableCell>
                {line.deals.map((deal) => (
                  <span key={deal.id} style={{ display: 'flex', gap: 8 }}>
                    <RecordLink route="deal" id={deal.id}>
                      {deal.number}
                    </RecordLink>
                    {line.deals.length > 1 && <MoneyText money={deal.share} />}
                  </span>
                ))}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </FormSection>
  )
}

const Facts = ({ bill }: { bill: Bill }) => {
  const { name } = useWords()
  const { company } = useViewer()
  return (
    <FormSection>
      <DataLine label={name('field.party')}>
        <RecordLink route="vendor" id={bill.partyId}>
          {bill.partyName}
        </RecordLink>
      </DataLine>
      <DataLine label={name('field.invoiceNumber')}>{bill.invoiceNumber}</DataLine>
      <DataLine label={name('field.billDate')}>{bill.billDate}</DataLine>
      <DataLine label={name('field.dueDate')}>{bill.dueDate}</DataLine>
      {bill.currency !== company.baseCurrency && <DataLine label={name('field.rate')}>{decimalShown(bill.rate)}</DataLine>}
      <DataLine label={name('field.remark')} span={2}>
        {bill.remark}
      </DataLine>
    </FormSection>
  )
}

const PostedBill = ({ id }: { id: string }) => {
  const { t } = useWords(billsWords)
  const read = useOfficeQuery('bill', { id })
  const bill = read.data
  const posted = bill?.status === 'posted'
  // Where payments wait for approval the way there is a request, not a form that is refused at its end.
  const paying = usePaying()
  return (
    <PostedPage
      kind="bill"
      titleKey={`bill-kind.${bill?.kind ?? 'expense'}`}
      read={read}
      status={bill && { group: 'posted-status', value: bill.status }}
      figures={
        bill?.total
          ? [
              { name: 'field.total', money: bill.total },
              { name: 'field.open', money: bill.open },
            ]
          : []
      }
      actions={[
        {
          label: paying.label,
          permission: paying.permission,
          shown: posted && bill.open?.minor !== 0,
          primary: true,
          onClick: () => bill && paying.pay(bill),
        },
      ]}
      reverse={{ command: 'reverse-bill', text: t('bills.reverse-bill-text'), shown: posted }}
    >
      {bill && <Facts bill={bill} />}
      {bill && <Lines bill={bill} />}
    </PostedPage>
  )
}

/** Begun from a purchase contract: with all of its lines that are not billed yet. */
const BegunBill = ({ params, contractId }: { params: Params; contractId: string }) => {
  const { t } = useWords(billsWords)
  const read = useOfficeList('purchase-lines', { limit: 200, params: { contractId, unbilledOnly: true } })
  if (read.data) return <NewBill params={params} begun={read.data.rows as ListRow[]} />
  return <ProblemNote problem={read.problem} ways={[{ label: t('kit.list.refresh'), onClick: read.refetch }]} />
}

export const BillPage = ({ params }: { params: Params }) => {
  if (params.id !== undefined) return <PostedBill id={params.id} />
  return params.contractId === undefined ? <NewBill params={params} /> : <BegunBill params={params} contractId={params.contractId} />
}
