// The list of deals.
import { useTabs } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'

export const DealsPage = () => {
  const tabs = useTabs()
  return (
    <ListPage
      list="deals"
      actions={[
        {
          name: 'command.save-sales-contract',
          permission: 'sales-contract.create',
          primary: true,
          onClick: () => tabs.open('sales-contract'),
        },
      ]}
    />
  )
}
