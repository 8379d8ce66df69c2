// One posted transfer: between which accounts, what arrived, what the exchange or the bank took, and taking it back.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useOfficeQuery } from '../../client/index.ts'
import { FormSection } from '../../kit/form/index.ts'
import { DataLine, RecordLink } from '../../kit/show/index.ts'
import { PostedPage } from '../../records/money/index.ts'
import { useWords } from '../../words/index.ts'
import { bankAccountsWords } from './words.ts'

const Facts = ({ of }: { of: QueryOutput<'transfer'> }) => {
  const { name } = useWords()
  return (
    <FormSection>
      <DataLine label={name('field.fromAccount')}>
        <RecordLink route="bank-movements" id={of.fromAccountId}>
          {of.fromAccount}
        </RecordLink>
      </DataLine>
      <DataLine label={name('field.toAccount')}>
        <RecordLink route="bank-movements" id={of.toAccountId}>
          {of.toAccount}
        </RecordLink>
      </DataLine>
      <DataLine label={name('field.date')}>{of.on}</DataLine>
      {of.remark !== '' && (
        <DataLine label={name('field.remark')} span={3}>
          {of.remark}
        </DataLine>
      )}
    </FormSection>
  )
}

export const PostedTransfer = ({ id }: { id: string }) => {
  const { t } = useWords(bankAccountsWords)
  const read = useOfficeQuery('transfer', { id })
  const of = read.data
  return (
    <PostedPage
      kind="transfer"
      read={read}
      status={of && { group: 'posted-status', value: of.status }}
      figures={
        of
          ? [
              { name: 'field.amountOut', money: of.amountOut },
              { name: 'field.amountIn', money: of.amountIn },
              { name: 'field.difference', money: of.difference },
            ]
          : []
      }
      reverse={{ command: 'reverse-transfer', text: t('bank-accounts.reverse-transfer-text'), shown: of?.status === 'posted' }}
    >
      {of && <Facts of={of} />}
    </PostedPage>
  )
}
