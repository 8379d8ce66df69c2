// The list of payments.
import { useTabs } from '../../client/index.ts'
import { usePaying } from '../../records/approvals/index.ts'
import { ListPage } from '../../kit/list/index.ts'

export const PaymentsPage = () => {
  const tabs = useTabs()
  const { byRequest, label, permission } = usePaying()
  return (
    <ListPage
      list="payments"
      actions={[{ label, permission, primary: true, onClick: () => tabs.open(byRequest ? 'payment-request' : 'payment') }]}
    />
  )
}
