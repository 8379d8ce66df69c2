// One receipt (收汇): registered by the cashier, claimed for a customer and contract, applied to invoices, taken back.
import { Stack } from '@mui/material'
import { useEffect, useState } from 'react'
import type { CommandOutcome } from '../../../preload/contract/commands.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { type Params, useCommand, useMay, useOfficeQuery, useTabs, useViewer } from '../../client/index.ts'
import { DateField, DateInput, DecimalField, LongTextField, MoneyField, PartyField, TextField } from '../../kit/fields/index.ts'
import { asGiven, DocumentForm, type FormAction, FormSection, useForm } from '../../kit/form/index.ts'
import { decimalShown } from '../../kit/format/index.ts'
import { ConfirmDialog, DataLine, MoneyText, RecordLink } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { AllocateDialog } from './allocate-dialog.tsx'
import { Allocated } from './allocated.tsx'
import { BankField, ContractField, type PickedContract, useBanks } from './pick-fields.tsx'
import { PostedPage } from './posted-page.tsx'
import { useDayRate } from './rates.ts'

// ---- registering ---------------------------------------------------------------------------------------------------------------------------

type Typed = {
  bankAccountId: string | null
  currency: string
  receivedOn: string | null
  amount: number | null
  charge: number | null
  /** '' stands for the rate that is known of the day. */
  rate: string
  payerName: string
  customerId: string | null
  contract: PickedContract
  remark: string
}

const NewReceipt = ({ params }: { params: Params }) => {
  const { t, name } = useWords()
  const tabs = useTabs()
  const { today, company } = useViewer()
  const registering = useCommand('register-receipt')
  const form = useForm<Typed, CommandOutcome<'register-receipt'>>({
    empty: () => ({
      bankAccountId: null,
      currency: params.currency ?? '',
      receivedOn: today,
      amount: params.amount === undefined ? null : Number(params.amount),
      charge: 0,
      rate: '',
      payerName: '',
      customerId: params.customerId ?? null,
      contract: params.contractId ? { id: params.contractId, number: params.contractNumber ?? '' } : null,
      remark: '',
    }),
    save: ({ contract, currency: _currency, rate: _typed, ...value }, at) =>
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
  return (
    <DocumentForm
      form={form}
      title={name('record.receipt')}
      savePermission="receipt.create"
      saveLabel={name('command.register-receipt')}
      narrow
    >
      <FormSection title={t('treasury.bank-says')}>
        <BankField
          {...form.field('bankAccountId')}
          required
          autoFocus
          onPick={(bank) =>
            form.set({ currency: bank.currency, ...(bank.currency === value.currency ? {} : { rate: '', amount: null, charge: 0 }) })
          }
        />
        <DateField {...form.field('receivedOn')} fact required />
        <MoneyField {...form.field('amount')} currency={currency} required help={t('treasury.amount-before-charge')} />
        <MoneyField {...form.field('charge')} currency={currency} />
        {day.asked && <DecimalField {...form.field('rate')} value={day.rate} places={8} required help={day.help} />}
        <TextField {...form.field('payerName')} />
      </FormSection>
      <FormSection title={t('treasury.whose-money')}>
        <PartyField
          {...form.field('customerId')}
          kind="customer"
          help={value.customerId === null ? t('treasury.payer-unknown') : undefined}
          onPick={() => form.set({ contract: null })}
        />
        <ContractField {...form.field('contract')} label={name('field.receipts.contract')} kind="sales" partyId={value.customerId} />
        <LongTextField {...form.field('remark')} span={2} />
      </FormSection>
    </DocumentForm>
  )
}

// ---- one that is there ---------------------------------------------------------------------------------------------------------------------

type Receipt = QueryOutput<'receipt'>
const ClaimDialog = ({ receipt, onClose }: { receipt: Receipt; onClose(): void }) => {
  const { t, name } = useWords()
  const { today } = useViewer()
  const claiming = useCommand('claim-receipt')
  const [customerId, setCustomerId] = useState<string | null>(null)
  const [contract, setContract] = useState<PickedContract>(null)
  const [on, setOn] = useState<string | null>(receipt.receivedOn > today ? receipt.receivedOn : today)
  const go = () => claiming.run({ id: receipt.id, on: on ?? '', customerId: customerId ?? '', contractId: contract?.id ?? null })
  return (
    <ConfirmDialog
      open
      title={`${name('command.claim-receipt')} · ${receipt.number}`}
      text={t('treasury.claim-text')}
      confirm={name('command.claim-receipt')}
      onConfirm={go}
      onClose={onClose}
    >
      <Stack spacing={1.5}>
        <PartyField
          name="customerId"
          kind="customer"
          required
          autoFocus
          value={customerId}
          onChange={(id) => {
            setCustomerId(id)
            setContract(null)
          }}
        />
        <ContractField
          name="contract"
          label={name('field.receipts.contract')}
          kind="sales"
          partyId={customerId}
          value={contract}
          onChange={setContract}
        />
        <DateInput label={name('field.date')} value={on} today={today} fact required onChange={setOn} />
      </Stack>
    </ConfirmDialog>
  )
}

type Asking = 'claim' | 'allocate' | 'reverse' | null
const Dialogs = ({ asking, receipt, onClose }: { asking: Asking; receipt: Receipt; onClose(): void }) => {
  const { t, name } = useWords()
  const reversing = useCommand('reverse-receipt')
  switch (asking) {
    case 'claim':
      return <ClaimDialog receipt={receipt} onClose={onClose} />
    case 'allocate':
      return <AllocateDialog source={receipt.item} side="receivable" document={receipt.number} open={receipt.open} onClose={onClose} />
    case 'reverse':
      return (
        <ConfirmDialog
          open
          danger
          title={name('command.reverse-receipt')}
          text={t('treasury.reverse-receipt-text')}
          confirm={name('command.reverse-receipt')}
          reason="required"
          date={name('field.date')}
          onConfirm={({ reason, date }) => reversing.run({ id: receipt.id, on: date, reason })}
          onClose={onClose}
        />
      )
    default:
      return null
  }
}

const Facts = ({ receipt }: { receipt: Receipt }) => {
  const { t, name } = useWords()
  const { company } = useViewer()
  return (
    <>
      <FormSection title={t('treasury.bank-says')}>
        <DataLine label={name('field.bankAccount')}>
          <RecordLink route="bank-movements" id={receipt.bankAccountId}>
            {receipt.bankAccount}
          </RecordLink>
        </DataLine>
        <DataLine label={name('field.receivedOn')}>{receipt.receivedOn}</DataLine>
        <DataLine label={name('field.amount')}>
          <MoneyText money={receipt.amount} />
        </DataLine>
        <DataLine label={name('field.charge')}>
          <MoneyText money={receipt.charge} />
        </DataLine>
        {receipt.amount.currency !== company.baseCurrency && <DataLine label={name('field.rate')}>{decimalShown(receipt.rate)}</DataLine>}
        <DataLine label={name('field.payerName')}>{receipt.payerName}</DataLine>
      </FormSection>
      <FormSection title={t('treasury.whose-money')}>
        <DataLine label={name('field.customer')}>
          {receipt.customerId === null ? (
            t('treasury.payer-unknown')
          ) : (
            <RecordLink route="customer" id={receipt.customerId}>
              {receipt.customerName}
            </RecordLink>
          )}
        </DataLine>
        <DataLine label={name('field.receipts.contract')}>
          {receipt.contractId !== null && (
            <RecordLink route="sales-contract" id={receipt.contractId}>
              {receipt.contractNumber}
            </RecordLink>
          )}
        </DataLine>
        <DataLine label={name('field.remark')} span={2}>
          {receipt.remark}
        </DataLine>
      </FormSection>
    </>
  )
}

const PostedReceipt = ({ id, apply }: { id: string; apply: boolean }) => {
  const { name } = useWords()
  const tabs = useTabs()
  const may = useMay()
  const read = useOfficeQuery('receipt', { id })
  const [asking, setAsking] = useState<Asking>(apply && may('receipt.allocate') ? 'allocate' : null)
  const receipt = read.data
  const actions: FormAction[] = [
    {
      name: 'command.claim-receipt',
      permission: 'receipt.claim',
      shown: receipt?.status === 'unclaimed',
      primary: true,
      onClick: () => setAsking('claim'),
    },
    {
      name: 'command.allocate',
      permission: 'receipt.allocate',
      shown: receipt?.status === 'claimed' && receipt.open.minor !== 0,
      primary: true,
      onClick: () => setAsking('allocate'),
    },
    {
      name: 'list.postings',
      permission: 'ledger.view',
      shown: receipt !== undefined,
      onClick: () => tabs.open('postings', { documentId: id }),
    },
    {
      name: 'command.reverse-receipt',
      permission: 'receipt.reverse',
      shown: receipt !== undefined && receipt.status !== 'reversed',
      onClick: () => setAsking('reverse'),
    },
  ]
  return (
    <>
      <PostedPage
        title={name('record.receipt')}
        number={receipt?.number}
        status={receipt && { group: 'receipt-status', value: receipt.status }}
        figures={
          receipt
            ? [
                { name: 'field.amount', money: receipt.amount },
                {
                  name: 'field.open',
                  money: receipt.open,
                  ...(receipt.customerId !== null && may('receivable.view')
                    ? { onClick: () => tabs.open('receivables-detail', { partyId: receipt.customerId ?? '' }) }
                    : {}),
                },
              ]
            : []
        }
        actions={actions}
        loading={read.loading}
        problem={read.problem}
      >
        {receipt && <Facts receipt={receipt} />}
        {receipt && <Allocated allocations={receipt.allocations} />}
      </PostedPage>
      {receipt && <Dialogs asking={asking} receipt={receipt} onClose={() => setAsking(null)} />}
    </>
  )
}

export const ReceiptPage = ({ params }: { params: Params }) =>
  params.id === undefined ? <NewReceipt params={params} /> : <PostedReceipt id={params.id} apply={params.apply !== undefined} />
