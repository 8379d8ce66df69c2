// Transfers between bank accounts and currency sold (结汇), each with its exchange result; taken back by a reversal.
import { useState } from 'react'
import { useCommand, useTabs } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ConfirmDialog } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { bankAccountsWords } from './words.ts'

export const TransfersPage = () => {
  const { t, name } = useWords(bankAccountsWords)
  const tabs = useTabs()
  const reversing = useCommand('reverse-transfer')
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
      <ConfirmDialog
        open={asked !== null}
        danger
        title={name('command.reverse-transfer')}
        text={t('bank-accounts.reverse-transfer-text')}
        confirm={name('command.reverse-transfer')}
        reason="required"
        date={name('field.date')}
        onConfirm={({ reason, date }) => reversing.run({ id: asked ?? '', on: date, reason })}
        onClose={() => setAsked(null)}
      />
    </>
  )
}
