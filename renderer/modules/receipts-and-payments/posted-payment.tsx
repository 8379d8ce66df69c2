// A payment that is there: what it was applied to, or what it gave back, and its reversal.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useMay, useOfficeQuery, useTabs, useViewer } from '../../client/index.ts'
import { FormSection } from '../../kit/form/index.ts'
import { decimalShown } from '../../kit/format/index.ts'
import { DataLine, MoneyText, RecordLink } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { opens } from '../../records/document/index.ts'
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
  const { t } = useWords(receiptsAndPaymentsWords)
  const tabs = useTabs()
  const may = useMay()
  const read = useOfficeQuery('payment', { id })
  const payment = read.data
  const posted = payment?.status === 'posted'
  return (
    <PostedPage
      kind="payment"
      read={read}
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
      actions={[
        opens('allocate', {
          shown: posted && !payment.isRefund && payment.open.minor !== 0,
          primary: true,
          dialog: ({ onClose }) =>
            payment && (
              <AllocateDialog source={payment.item} side="payable" document={payment.number} open={payment.open} onClose={onClose} />
            ),
        }),
      ]}
      reverse={{
        command: 'reverse-payment',
        text: t(payment?.isRefund ? 'receipts-and-payments.reverse-refund-text' : 'receipts-and-payments.reverse-payment-text'),
        shown: posted,
      }}
    >
      {payment && <Facts payment={payment} />}
      {payment && <Allocated allocations={payment.allocations} />}
    </PostedPage>
  )
}
