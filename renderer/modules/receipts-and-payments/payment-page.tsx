// A payment as it is typed (付款): bills of a vendor ticked and paid, the rest a prepayment; or a customer's advances and credit notes given back.
import { MenuItem, Skeleton, TextField } from '@mui/material'
import { useEffect } from 'react'
import type { CommandOutcome } from '../../../preload/contract/commands.ts'
import { type Params, type Problem, useCommand, useMay, useOfficeQuery, useTabs, useViewer } from '../../client/index.ts'
import { BankDetailsWarning, usePaying } from '../../records/approvals/index.ts'
import { DateField, DecimalField, LongTextField, MoneyField, TextField as TextInput } from '../../kit/fields/index.ts'
import { asGiven, DocumentForm, FormSection, useForm } from '../../kit/form/index.ts'
import { EmptyState, ProblemNote } from '../../kit/show/index.ts'
import { PartyField, useEnteredBefore } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { PostedPayment } from './posted-payment.tsx'
import { RequestFirst } from './request-first.tsx'
import {
  BankField,
  ContractField,
  TargetsTable,
  chosen,
  freeOf,
  requestParams,
  sent,
  suggested,
  type Candidate,
  type PickedContract,
  type TargetFormValues,
  useBanks,
  useDayRate,
} from '../../records/money/index.ts'
import { receiptsAndPaymentsWords } from './words.ts'

type FormValues = {
  /** To a vendor, or back to a customer. */
  side: 'payable' | 'receivable'
  partyId: string | null
  bankAccountId: string | null
  currency: string
  paidOn: string | null
  amount: number | null
  charge: number | null
  /** '' stands for the rate that is known of the day. */
  rate: string
  targets: TargetFormValues[]
  contract: PickedContract
  bankReference: string
  remark: string
}
const nothing: readonly Candidate[] = []

type BillsProps = {
  value: FormValues
  currency: string
  candidates: readonly Candidate[]
  loading: boolean
  onChange(targets: TargetFormValues[]): void
}
const Bills = ({ value, currency, candidates, loading, onChange }: BillsProps) => {
  const { t, name } = useWords(receiptsAndPaymentsWords)
  const back = value.side === 'receivable'
  if (!value.partyId)
    return (
      <EmptyState
        title={t(back ? 'money.choose-customer' : 'receipts-and-payments.choose-vendor')}
        text={t(back ? 'receipts-and-payments.choose-customer-text' : 'receipts-and-payments.choose-vendor-text')}
      />
    )
  if (loading) return <Skeleton height={80} />
  if (candidates.length === 0)
    return (
      <EmptyState title={t('money.nothing-open')} text={t(back ? 'money.nothing-to-return' : 'receipts-and-payments.all-prepayment')} />
    )
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

/** Refusals that a request for the payment comes before. */
const ASKS_FIRST: readonly string[] = ['payment-request-needed', 'approval-needed']

const NewPayment = ({ params }: { params: Params }) => {
  const { t, name } = useWords(receiptsAndPaymentsWords)
  const tabs = useTabs()
  const { today, company } = useViewer()
  const paying = useCommand('register-payment')
  const form = useForm<FormValues, CommandOutcome<'register-payment'>>({
    empty: () => ({
      side: params.side === 'receivable' ? 'receivable' : 'payable',
      partyId: params.partyId ?? null,
      bankAccountId: null,
      currency: '',
      paidOn: today,
      amount: null,
      charge: 0,
      rate: '',
      targets: [],
      contract: params.contractId ? { id: params.contractId, number: params.contractNumber ?? '' } : null,
      bankReference: '',
      remark: '',
    }),
    save: ({ contract, currency: _currency, targets: _typed, side: _side, ...value }, at) =>
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
  const back = value.side === 'receivable'
  const open = useOfficeQuery(
    'allocation-candidates',
    { partyId: value.partyId ?? '', side: value.side, ...(back ? { returning: true } : {}) },
    { enabled: !!value.partyId },
  )
  const candidates = (value.partyId ? open.data : undefined) ?? nothing
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
  const before = useEnteredBefore({ what: 'payment-reference', number: value.bankReference, of: value.bankAccountId, exceptId: null })
  const changeTargets = (next: TargetFormValues[]) => {
    const follows = value.amount === null || value.amount === freeOf(0, value.targets, candidates, currency) * -1
    // The amount follows the bills while nobody has typed another one.
    form.set({ targets: next, ...(follows ? { amount: freeOf(0, next, candidates, currency) * -1 || null } : {}) })
  }
  const { byRequest } = usePaying()
  const mayRequest = useMay()('payment-request.create')
  const hand = () => {
    form.reset()
    tabs.become('payment-request', requestParams(value, candidates))
  }
  const waysOn = (problem: Problem | null) =>
    mayRequest && problem && 'refused' in problem && ASKS_FIRST.includes(problem.refused)
      ? [{ label: t('receipts-and-payments.to-request'), onClick: hand }]
      : []
  return (
    <DocumentForm
      form={form}
      title={name('record.payment')}
      savePermission="payment.create"
      saveLabel={name('command.register-payment')}
      waysOn={waysOn}
      warnings={before}
      figures={[
        { name: 'field.amount', money: { minor: value.amount ?? 0, currency } },
        {
          label: t(back ? 'receipts-and-payments.rest-unexplained' : 'receipts-and-payments.rest-prepayment'),
          money: { minor: rest, currency },
          alarm: back ? rest !== 0 : rest < 0,
        },
      ]}
    >
      {byRequest && <RequestFirst onHand={hand} />}
      {!back && <BankDetailsWarning vendorId={value.partyId} />}
      <FormSection>
        <TextField
          select
          size="small"
          label={t('money.payee')}
          value={value.side}
          onChange={(event) =>
            form.set({ side: event.target.value as FormValues['side'], partyId: null, targets: [], contract: null, amount: null })
          }
        >
          <MenuItem value="payable">{t('money.to-vendor')}</MenuItem>
          <MenuItem value="receivable">{t('money.back-to-customer')}</MenuItem>
        </TextField>
        <PartyField
          key={value.side}
          {...form.field('partyId')}
          kind={back ? 'customer' : 'vendor'}
          required
          autoFocus
          onPick={() => form.set({ targets: [], contract: null })}
        />
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
          help={t('receipts-and-payments.amount-without-charge')}
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
        {!back && (
          <ContractField
            {...form.field('contract')}
            label={name('field.payments.contractId')}
            help={t('receipts-and-payments.contract-of-prepayment')}
            kind="purchase"
            partyId={value.partyId}
          />
        )}
        <TextInput {...form.field('bankReference')} />
        <LongTextField {...form.field('remark')} span={2} />
      </FormSection>
      <FormSection title={t(back ? 'money.to-return' : 'receipts-and-payments.bills-to-pay')} wide>
        <ProblemNote problem={open.problem} />
        <Bills value={value} currency={currency} candidates={candidates} loading={open.loading} onChange={changeTargets} />
      </FormSection>
    </DocumentForm>
  )
}

export const PaymentPage = ({ params }: { params: Params }) =>
  params.id === undefined ? <NewPayment params={params} /> : <PostedPayment id={params.id} />
