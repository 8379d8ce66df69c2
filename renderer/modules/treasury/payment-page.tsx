// One payment (付款): bills of a vendor ticked and paid, the rest a prepayment; then what it was applied to, and its reversal.
import { Skeleton } from '@mui/material'
import { useEffect, useState } from 'react'
import type { CommandOutcome } from '../../../preload/contract/commands.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { type Params, useCommand, useMay, useOfficeQuery, useTabs, useViewer } from '../../client/index.ts'
import { BankDetailsWarning } from '../../kit/approvals/index.ts'
import { DateField, DecimalField, LongTextField, MoneyField, PartyField } from '../../kit/fields/index.ts'
import { asGiven, DocumentForm, type FormAction, FormSection, useForm } from '../../kit/form/index.ts'
import { decimalShown } from '../../kit/format/index.ts'
import { ConfirmDialog, DataLine, EmptyState, MoneyText, ProblemNote, RecordLink } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { AllocateDialog } from './allocate-dialog.tsx'
import { Allocated } from './allocated.tsx'
import { BankField, ContractField, type PickedContract, useBanks } from './pick-fields.tsx'
import { PostedPage } from './posted-page.tsx'
import { useDayRate } from './rates.ts'
import { type Candidate, chosen, freeOf, sent, suggested, type TypedTarget } from './targets.ts'
import { TargetsTable } from './targets-table.tsx'

// ---- paying --------------------------------------------------------------------------------------------------------------------------------

type Typed = {
  partyId: string | null
  bankAccountId: string | null
  currency: string
  paidOn: string | null
  amount: number | null
  charge: number | null
  /** '' stands for the rate that is known of the day. */
  rate: string
  targets: TypedTarget[]
  contract: PickedContract
  remark: string
}
const nothing: readonly Candidate[] = []

type BillsProps = {
  value: Typed
  currency: string
  candidates: readonly Candidate[]
  loading: boolean
  onChange(targets: TypedTarget[]): void
}
const Bills = ({ value, currency, candidates, loading, onChange }: BillsProps) => {
  const { t, name } = useWords()
  if (value.partyId === null) return <EmptyState title={t('treasury.choose-vendor')} text={t('treasury.choose-vendor-text')} />
  if (loading) return <Skeleton height={80} />
  if (candidates.length === 0) return <EmptyState title={t('treasury.nothing-open')} text={t('treasury.all-prepayment')} />
  return (
    <TargetsTable
      label={name('query.allocation-candidates')}
      candidates={candidates}
      currency={currency}
      total={value.amount ?? 0}
      targets={value.targets}
      onChange={onChange}
    />
  )
}

const NewPayment = ({ params }: { params: Params }) => {
  const { t, name } = useWords()
  const tabs = useTabs()
  const { today, company } = useViewer()
  const paying = useCommand('register-payment')
  const form = useForm<Typed, CommandOutcome<'register-payment'>>({
    empty: () => ({
      partyId: params.partyId ?? null,
      bankAccountId: null,
      currency: '',
      paidOn: today,
      amount: null,
      charge: 0,
      rate: '',
      targets: [],
      contract: params.contractId ? { id: params.contractId, number: params.contractNumber ?? '' } : null,
      remark: '',
    }),
    save: ({ contract, currency: _currency, targets: _typed, ...value }, at) =>
      paying.run({
        ...value,
        id: at.id,
        bankAccountId: value.bankAccountId ?? '',
        partyId: value.partyId ?? '',
        paidOn: value.paidOn ?? '',
        amount: asGiven(value.amount),
        charge: value.charge ?? 0,
        rate: day.rate,
        targets: targets ?? [],
        contractId: contract?.id ?? null,
      }),
    onSaved: (outcome) => tabs.become('payment', { id: outcome.id }),
  })
  const { value } = form
  const open = useOfficeQuery(
    'allocation-candidates',
    { partyId: value.partyId ?? '', side: 'payable' },
    { enabled: value.partyId !== null },
  )
  const candidates = (value.partyId === null ? undefined : open.data) ?? nothing
  // Paid from its bill, the bill is ticked: amount and account follow from it.
  const banks = useBanks()
  const { begin, dirty } = form
  const asked = params.item === undefined ? undefined : candidates.find((c) => c.item === params.item)
  const bank = asked && banks?.find((b) => b.currency === asked.open.currency)
  useEffect(() => {
    if (!asked || banks === undefined || dirty || value.targets.length > 0) return
    const { open: left } = asked
    const account = bank ? { bankAccountId: bank.id, currency: bank.currency, amount: left.minor } : {}
    begin({ targets: bank ? [chosen(asked, 0, left.currency)] : [], ...account })
    // Once, when the bill and the accounts have been read.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [asked?.item, banks === undefined])
  const day = useDayRate(value.currency, value.paidOn, value.rate)
  const currency = value.currency || company.baseCurrency
  const targets = sent(value.targets, candidates, currency)
  const rest = freeOf(value.amount ?? 0, value.targets, candidates, currency)
  const changeTargets = (next: TypedTarget[]) => {
    const follows = value.amount === null || value.amount === freeOf(0, value.targets, candidates, currency) * -1
    // The amount follows the bills while nobody has typed another one.
    form.set({ targets: next, ...(follows ? { amount: freeOf(0, next, candidates, currency) * -1 || null } : {}) })
  }
  return (
    <DocumentForm
      form={form}
      title={name('record.payment')}
      savePermission="payment.create"
      saveLabel={name('command.register-payment')}
      figures={[
        { name: 'field.amount', money: { minor: value.amount ?? 0, currency } },
        { label: t('treasury.rest-prepayment'), money: { minor: rest, currency }, alarm: rest < 0 },
      ]}
    >
      <BankDetailsWarning vendorId={value.partyId} />
      <FormSection>
        <PartyField {...form.field('partyId')} kind="vendor" required autoFocus onPick={() => form.set({ targets: [], contract: null })} />
        <BankField
          {...form.field('bankAccountId')}
          required
          onPick={(bank) =>
            form.set({
              currency: bank.currency,
              ...(bank.currency === value.currency ? {} : { rate: '', amount: null, charge: 0, targets: [] }),
            })
          }
        />
        <DateField {...form.field('paidOn')} fact required />
        <MoneyField
          {...form.field('amount')}
          currency={currency}
          required
          help={t('treasury.amount-without-charge')}
          onChange={(amount) =>
            form.set({
              amount,
              // An amount typed first is laid on the oldest bills, as far as it goes.
              ...(value.targets.length === 0 && amount !== null ? { targets: suggested({ minor: amount, currency }, candidates) } : {}),
            })
          }
        />
        <MoneyField {...form.field('charge')} currency={currency} />
        {day.asked && <DecimalField {...form.field('rate')} value={day.rate} places={8} required help={day.help} />}
        <ContractField
          {...form.field('contract')}
          label={name('field.payments.contractId')}
          help={t('treasury.contract-of-prepayment')}
          kind="purchase"
          partyId={value.partyId}
        />
        <LongTextField {...form.field('remark')} span={2} />
      </FormSection>
      <FormSection title={t('treasury.bills-to-pay')} wide>
        <ProblemNote problem={open.problem} />
        <Bills value={value} currency={currency} candidates={candidates} loading={open.loading} onChange={changeTargets} />
      </FormSection>
    </DocumentForm>
  )
}

// ---- one that is there ---------------------------------------------------------------------------------------------------------------------

type Payment = QueryOutput<'payment'>
const Facts = ({ payment }: { payment: Payment }) => {
  const { name } = useWords()
  const { company } = useViewer()
  return (
    <FormSection>
      <DataLine label={name('field.party')}>
        <RecordLink route="vendor" id={payment.partyId}>
          {payment.partyName}
        </RecordLink>
      </DataLine>
      <DataLine label={name('field.bankAccount')}>
        <RecordLink route="bank-movements" id={payment.bankAccountId}>
          {payment.bankAccount}
        </RecordLink>
      </DataLine>
      <DataLine label={name('field.paidOn')}>{payment.paidOn}</DataLine>
      <DataLine label={name('field.amount')}>
        <MoneyText money={payment.amount} />
      </DataLine>
      <DataLine label={name('field.charge')}>
        <MoneyText money={payment.charge} />
      </DataLine>
      {payment.amount.currency !== company.baseCurrency && <DataLine label={name('field.rate')}>{decimalShown(payment.rate)}</DataLine>}
      <DataLine label={name('field.payments.contractId')}>
        {payment.contractId !== null && (
          <RecordLink route="purchase-contract" id={payment.contractId}>
            {payment.contractNumber}
          </RecordLink>
        )}
      </DataLine>
      <DataLine label={name('field.remark')} span={2}>
        {payment.remark}
      </DataLine>
    </FormSection>
  )
}

const PostedPayment = ({ id }: { id: string }) => {
  const { t, name } = useWords()
  const tabs = useTabs()
  const may = useMay()
  const read = useOfficeQuery('payment', { id })
  const reversing = useCommand('reverse-payment')
  const [asking, setAsking] = useState<'allocate' | 'reverse' | null>(null)
  const payment = read.data
  const posted = payment?.status === 'posted'
  const actions: FormAction[] = [
    {
      name: 'command.allocate',
      permission: 'receipt.allocate',
      shown: posted && payment.open.minor !== 0,
      primary: true,
      onClick: () => setAsking('allocate'),
    },
    {
      name: 'list.postings',
      permission: 'ledger.view',
      shown: payment !== undefined,
      onClick: () => tabs.open('postings', { documentId: id }),
    },
    { name: 'command.reverse-payment', permission: 'payment.reverse', shown: posted, onClick: () => setAsking('reverse') },
  ]
  return (
    <>
      <PostedPage
        title={name('record.payment')}
        number={payment?.number}
        status={payment && { group: 'posted-status', value: payment.status }}
        figures={
          payment
            ? [
                { name: 'field.amount', money: payment.amount },
                {
                  label: t('treasury.rest-prepayment'),
                  money: payment.open,
                  ...(may('payable.view') ? { onClick: () => tabs.open('payables-detail', { partyId: payment.partyId }) } : {}),
                },
              ]
            : []
        }
        actions={actions}
        loading={read.loading}
        problem={read.problem}
      >
        {payment && <Facts payment={payment} />}
        {payment && <Allocated allocations={payment.allocations} />}
      </PostedPage>
      {payment && asking === 'allocate' && (
        <AllocateDialog
          source={payment.item}
          side="payable"
          document={payment.number}
          open={payment.open}
          onClose={() => setAsking(null)}
        />
      )}
      <ConfirmDialog
        open={asking === 'reverse'}
        danger
        title={name('command.reverse-payment')}
        text={t('treasury.reverse-payment-text')}
        confirm={name('command.reverse-payment')}
        reason="required"
        date={name('field.date')}
        onConfirm={({ reason, date }) => reversing.run({ id, on: date, reason })}
        onClose={() => setAsking(null)}
      />
    </>
  )
}

export const PaymentPage = ({ params }: { params: Params }) =>
  params.id === undefined ? <NewPayment params={params} /> : <PostedPayment id={params.id} />
