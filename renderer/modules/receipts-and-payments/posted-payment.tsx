// A payment that is there: what it was applied to, or what it gave back, and its reversal.
import { useState } from 'react'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useCommand, useMay, useOfficeQuery, useTabs, useViewer } from '../../client/index.ts'
import { type FormAction, FormSection } from '../../kit/form/index.ts'
import { decimalShown } from '../../kit/format/index.ts'
import { ConfirmDialog, DataLine, MoneyText, RecordLink } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { AllocateDialog, Allocated, PostedPage } from '../../records/money/index.ts'
import { receiptsAndPaymentsWords } from './words.ts'

type Payment = QueryOutput<'payment'>
const Facts = ({ payment }: { payment: Payment }) => {
  const { name } = useWords()
  const { company } = useViewer()
  return (
    <FormSection>
      <DataLine label={name('field.party')}>
        <RecordLink route={payment.isRefund ? 'customer' : 'vendor'} id={payment.partyId}>
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
      {payment.bankReference !== '' && <DataLine label={name('field.bankReference')}>{payment.bankReference}</DataLine>}
      <DataLine label={name('field.remark')} span={2}>
        {payment.remark}
      </DataLine>
    </FormSection>
  )
}

export const PostedPayment = ({ id }: { id: string }) => {
  const { t, name } = useWords(receiptsAndPaymentsWords)
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
      shown: posted && !payment.isRefund && payment.open.minor !== 0,
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
                ...(payment.isRefund
                  ? []
                  : [
                      {
                        label: t('receipts-and-payments.rest-prepayment'),
                        money: payment.open,
                        ...(may('payable.view') ? { onClick: () => tabs.open('payables-detail', { partyId: payment.partyId }) } : {}),
                      },
                    ]),
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
        text={t(payment?.isRefund ? 'receipts-and-payments.reverse-refund-text' : 'receipts-and-payments.reverse-payment-text')}
        confirm={name('command.reverse-payment')}
        reason="required"
        date={name('field.date')}
        onConfirm={({ reason, date }) => reversing.run({ id, on: date, reason })}
        onClose={() => setAsking(null)}
      />
    </>
  )
}
