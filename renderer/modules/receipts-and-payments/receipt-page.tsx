// A receipt as the cashier registers it (收汇登记): a customer's money, nobody's yet, or what a vendor sends back.
import { MenuItem, TextField as Select } from '@mui/material'
import { useEffect } from 'react'
import type { CommandOutcome } from '../../../preload/contract/commands.ts'
import { type Params, useCommand, useOfficeQuery, useTabs, useViewer } from '../../client/index.ts'
import { DateField, DecimalField, LongTextField, MoneyField, TextField } from '../../kit/fields/index.ts'
import { asGiven, DocumentForm, FormSection, useForm } from '../../kit/form/index.ts'
import { EmptyState, ProblemNote } from '../../kit/show/index.ts'
import { PartyField, useEnteredBefore } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { PostedReceipt } from './posted-receipt.tsx'
import {
  BankField,
  ContractField,
  TargetsTable,
  freeOf,
  sent,
  type Candidate,
  type PickedContract,
  type TargetFormValues,
  useBanks,
  useDayRate,
} from '../../records/money/index.ts'
import { receiptsAndPaymentsWords } from './words.ts'

type FormValues = {
  bankAccountId: string | null
  currency: string
  receivedOn: string | null
  amount: number | null
  charge: number | null
  /** '' stands for the rate that is known of the day. */
  rate: string
  payerName: string
  bankReference: string
  /** A vendor sends back what was paid; then `vendorId` and `returns` tell of what. */
  fromVendor: boolean
  customerId: string | null
  vendorId: string | null
  returns: TargetFormValues[]
  contract: PickedContract
  remark: string
}

const nothing: readonly Candidate[] = []

const NewReceipt = ({ params }: { params: Params }) => {
  const { t, name } = useWords(receiptsAndPaymentsWords)
  const tabs = useTabs()
  const { today, company } = useViewer()
  const registering = useCommand('register-receipt')
  const form = useForm<FormValues, CommandOutcome<'register-receipt'>>({
    empty: () => ({
      bankAccountId: null,
      currency: params.currency ?? '',
      receivedOn: today,
      amount: params.amount === undefined ? null : Number(params.amount),
      charge: 0,
      rate: '',
      payerName: '',
      bankReference: '',
      fromVendor: params.vendorId !== undefined,
      customerId: params.customerId ?? null,
      vendorId: params.vendorId ?? null,
      returns: [],
      contract: params.contractId ? { id: params.contractId, number: params.contractNumber ?? '' } : null,
      remark: '',
    }),
    save: ({ contract, currency: _currency, rate: _typed, returns: _returns, fromVendor, ...value }, at) =>
      registering.run({
        ...value,
        id: at.id,
        // What is missing is refused by the office's own rules, which name the field.
        bankAccountId: value.bankAccountId ?? '',
        receivedOn: value.receivedOn ?? '',
        amount: asGiven(value.amount),
        charge: value.charge ?? 0,
        rate: day.rate,
        contractId: contract?.id ?? null,
        ...(fromVendor ? { returns: returned ?? [] } : {}),
      }),
    // Begun from what is owed, what it is to be applied to is asked at once.
    onSaved: (outcome) => tabs.become('receipt', { id: outcome.id, ...(params.amount === undefined ? {} : { apply: 'yes' }) }),
  })
  const { value } = form
  const banks = useBanks()
  const { begin } = form
  const only = banks?.filter((b) => b.currency === params.currency)
  const account = only?.length === 1 ? only[0] : undefined
  useEffect(() => {
    if (account && value.bankAccountId === null) begin({ bankAccountId: account.id })
    // Once, when the accounts have been read.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [account?.id])
  const day = useDayRate(value.currency, value.receivedOn, value.rate)
  const currency = value.currency || company.baseCurrency
  const before = useEnteredBefore({ what: 'receipt-reference', number: value.bankReference, of: value.bankAccountId, exceptId: null })
  const { returns } = value
  const open = useOfficeQuery(
    'allocation-candidates',
    { partyId: value.vendorId ?? '', side: 'payable', returning: true },
    { enabled: !!value.vendorId },
  )
  const candidates: readonly Candidate[] = (value.vendorId ? open.data : undefined) ?? nothing
  const returned = sent(returns, candidates, currency)
  const rest = freeOf(value.amount ?? 0, returns, candidates, currency)
  return (
    <DocumentForm
      form={form}
      title={name('record.receipt')}
      savePermission="receipt.create"
      saveLabel={name('command.register-receipt')}
      warnings={before}
      {...(value.fromVendor
        ? { figures: [{ label: t('receipts-and-payments.rest-unexplained'), money: { minor: rest, currency }, alarm: rest !== 0 }] }
        : { narrow: true })}
    >
      <FormSection title={t('receipts-and-payments.bank-says')}>
        <BankField
          {...form.field('bankAccountId')}
          required
          autoFocus
          onPick={(bank) =>
            form.set({ currency: bank.currency, ...(bank.currency === value.currency ? {} : { rate: '', amount: null, charge: 0 }) })
          }
        />
        <DateField {...form.field('receivedOn')} fact required />
        <MoneyField {...form.field('amount')} currency={currency} required help={t('receipts-and-payments.amount-before-charge')} />
        <MoneyField {...form.field('charge')} currency={currency} />
        {day.asked && <DecimalField {...form.field('rate')} value={day.rate} places={8} required help={day.help} />}
        <TextField {...form.field('payerName')} />
        <TextField {...form.field('bankReference')} />
      </FormSection>
      <FormSection title={t('receipts-and-payments.whose-money')}>
        <Select
          select
          size="small"
          label={t('receipts-and-payments.payer')}
          value={value.fromVendor ? 'vendor' : 'customer'}
          onChange={(event) =>
            form.set({ fromVendor: event.target.value === 'vendor', customerId: null, vendorId: null, returns: [], contract: null })
          }
        >
          <MenuItem value="customer">{t('receipts-and-payments.from-customer')}</MenuItem>
          <MenuItem value="vendor">{t('receipts-and-payments.back-from-vendor')}</MenuItem>
        </Select>
        {value.fromVendor ? (
          <PartyField {...form.field('vendorId')} kind="vendor" required onPick={() => form.set({ returns: [] })} />
        ) : (
          <>
            <PartyField
              {...form.field('customerId')}
              kind="customer"
              help={value.customerId === null ? t('receipts-and-payments.payer-unknown') : undefined}
              onPick={() => form.set({ contract: null })}
            />
            <ContractField {...form.field('contract')} label={name('field.receipts.contract')} kind="sales" partyId={value.customerId} />
          </>
        )}
        <LongTextField {...form.field('remark')} span={2} />
      </FormSection>
      {value.fromVendor && (
        <FormSection title={t('money.to-return')} wide>
          <ProblemNote problem={open.problem} />
          {candidates.length === 0 ? (
            <EmptyState
              title={t(value.vendorId ? 'money.nothing-open' : 'receipts-and-payments.choose-vendor')}
              text={t('receipts-and-payments.nothing-from-vendor')}
            />
          ) : (
            <TargetsTable
              label={name('query.allocation-candidates')}
              candidates={candidates}
              currency={currency}
              total={value.amount ?? 0}
              targets={returns}
              onChange={(next) =>
                form.set({
                  returns: next,
                  // The amount follows what is ticked while nobody has typed another one.
                  ...(value.amount === null || rest === 0 ? { amount: freeOf(0, next, candidates, currency) * -1 || null } : {}),
                })
              }
            />
          )}
        </FormSection>
      )}
    </DocumentForm>
  )
}

export const ReceiptPage = ({ params }: { params: Params }) =>
  params.id === undefined ? <NewReceipt params={params} /> : <PostedReceipt id={params.id} apply={params.apply !== undefined} />
