// The list of receipts: what came in, whose it is, what of it is still to be applied.
import { useTabs } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'

export const ReceiptsPage = () => {
  const tabs = useTabs()
  return (
    <ListPage
      list="receipts"
      actions={[{ name: 'command.register-receipt', permission: 'receipt.create', primary: true, onClick: () => tabs.open('receipt') }]}
    />
  )
}
