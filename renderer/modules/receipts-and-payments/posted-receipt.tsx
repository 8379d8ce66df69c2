// A receipt that is there: claimed for a customer and contract, applied to invoices, given back, taken back.
import { Stack } from '@mui/material'
import { useState } from 'react'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useCommand, useMay, useOfficeQuery, useTabs, useViewer } from '../../client/index.ts'
import { usePaying } from '../../records/approvals/index.ts'
import { DateInput } from '../../kit/fields/index.ts'
import { FormSection } from '../../kit/form/index.ts'
import { decimalShown } from '../../kit/format/index.ts'
import { ConfirmDialog, DataLine, MoneyText, RecordLink } from '../../kit/show/index.ts'
import { PartyField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { opens } from '../../records/document/index.ts'
import { AllocateDialog, Allocated, ContractField, PostedPage, type PickedContract } from '../../records/money/index.ts'
import { receiptsAndPaymentsWords } from './words.ts'

type Receipt = QueryOutput<'receipt'>
const ClaimDialog = ({ receipt, onClose }: { receipt: Receipt; onClose(): void }) => {
  const { t, name } = useWords(receiptsAndPaymentsWords)
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
      text={t('receipts-and-payments.claim-text')}
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
          name="contractId"
          label={name('field.receipts.contract')}
          kind="sales"
          partyId={customerId}
          value={contract}
          onChange={setContract}
        />
        <DateInput name="on" label={name('field.date')} value={on} today={today} fact required onChange={setOn} />
      </Stack>
    </ConfirmDialog>
  )
}

const Facts = ({ receipt }: { receipt: Receipt }) => {
  const { t, name } = useWords(receiptsAndPaymentsWords)
  const { company } = useViewer()
  return (
    <>
      <FormSection title={t('receipts-and-payments.bank-says')}>
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
      <FormSection title={t('receipts-and-payments.whose-money')}>
        <DataLine label={name(receipt.vendorId === null ? 'field.customer' : 'field.vendorId')}>
          {receipt.vendorId !== null ? (
            <RecordLink route="vendor" id={receipt.vendorId}>
              {receipt.vendorName}
            </RecordLink>
          ) : receipt.customerId === null ? (
            t('receipts-and-payments.payer-unknown')
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
        {receipt.bankReference !== '' && <DataLine label={name('field.bankReference')}>{receipt.bankReference}</DataLine>}
        <DataLine label={name('field.remark')} span={2}>
          {receipt.remark}
        </DataLine>
      </FormSection>
    </>
  )
}

export const PostedReceipt = ({ id, apply }: { id: string; apply: boolean }) => {
  const { t } = useWords(receiptsAndPaymentsWords)
  const tabs = useTabs()
  const may = useMay()
  const paying = usePaying()
  const read = useOfficeQuery('receipt', { id })
  const receipt = read.data
  return (
    <PostedPage
      kind="receipt"
      read={read}
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
      asking={apply && may('receipt.allocate') ? 'command.allocate' : undefined}
      actions={[
        opens('claim-receipt', {
          shown: receipt?.status === 'unclaimed',
          primary: true,
          dialog: ({ onClose }) => receipt && <ClaimDialog receipt={receipt} onClose={onClose} />,
        }),
        opens('allocate', {
          shown: receipt?.status === 'claimed' && receipt.vendorId === null && receipt.open.minor !== 0,
          primary: true,
          dialog: ({ onClose }) =>
            receipt && (
              <AllocateDialog source={receipt.item} side="receivable" document={receipt.number} open={receipt.open} onClose={onClose} />
            ),
        }),
        {
          label: t('money.back-to-customer'),
          permission: paying.permission,
          shown: receipt?.status === 'claimed' && receipt.customerId !== null && receipt.open.minor !== 0,
          onClick: () =>
            receipt?.customerId &&
            tabs.open(paying.byRequest ? 'payment-request' : 'payment', {
              ...{ side: 'receivable', partyId: receipt.customerId },
              currency: receipt.amount.currency,
            }),
        },
      ]}
      reverse={{
        command: 'reverse-receipt',
        text: t('receipts-and-payments.reverse-receipt-text'),
        shown: receipt !== undefined && receipt.status !== 'reversed',
      }}
    >
      {receipt && <Facts receipt={receipt} />}
      {receipt && <Allocated allocations={receipt.allocations} />}
    </PostedPage>
  )
}
