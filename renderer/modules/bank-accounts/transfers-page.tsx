// Transfers between bank accounts and currency sold (结汇), each with its exchange result; taken back by a reversal.
import { useState } from 'react'
import { useTabs } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ReverseDialog } from '../../records/money/index.ts'
import { useWords } from '../../words/index.ts'
import { bankAccountsWords } from './words.ts'

export const TransfersPage = () => {
  const { t } = useWords(bankAccountsWords)
  const tabs = useTabs()
  const [asked, setAsked] = useState<string | null>(null)
  return (
    <>
      <ListPage
        list="transfers"
        actions={[
          {
            name: 'command.reverse-transfer',
            permission: 'bank-account.transfer',
            needs: 'one',
            shown: ([row]) => row === undefined || row['status'] === 'posted',
            onClick: ([row]) => row && setAsked(row.id),
          },
          { name: 'command.transfer-funds', permission: 'bank-account.transfer', primary: true, onClick: () => tabs.open('transfer') },
        ]}
      />
      {asked !== null && (
        <ReverseDialog
          command="reverse-transfer"
          id={asked}
          text={t('bank-accounts.reverse-transfer-text')}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
