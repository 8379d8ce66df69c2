// The list of bills: of factories against their contracts, of everybody else as expense.
import { useTabs } from '../../client/index.ts'
import { usePaying } from '../../records/approvals/index.ts'
import { ListPage } from '../../kit/list/index.ts'

export const BillsPage = () => {
  const tabs = useTabs()
  const { label, permission, payDocument } = usePaying()
  return (
    <ListPage
      list="bills"
      actions={[
        {
          label,
          permission,
          needs: 'one',
          shown: ([row]) => row === undefined || row['status'] === 'posted',
          onClick: ([row]) => row && void payDocument(row.id),
        },
        { name: 'command.post-expense-bill', permission: 'bill.post', onClick: () => tabs.open('bill', { kind: 'expense' }) },
        {
          name: 'command.post-factory-bill',
          permission: 'bill.post',
          primary: true,
          onClick: () => tabs.open('bill', { kind: 'factory' }),
        },
      ]}
    />
  )
}
