// The list of payments.
import { useTabs } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'

export const PaymentsPage = () => {
  const tabs = useTabs()
  return (
    <ListPage
      list="payments"
      actions={[{ name: 'command.register-payment', permission: 'payment.create', primary: true, onClick: () => tabs.open('payment') }]}
    />
  )
}
