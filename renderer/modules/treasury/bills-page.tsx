// The list of bills: of factories against their contracts, of everybody else as expense.
import { useTabs } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'

export const BillsPage = () => {
  const tabs = useTabs()
  return (
    <ListPage
      list="bills"
      actions={[
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
