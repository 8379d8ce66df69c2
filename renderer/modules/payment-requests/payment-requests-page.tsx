// The list of payment requests.
import { useTabs } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'

export const PaymentRequestsPage = () => {
  const tabs = useTabs()
  return (
    <ListPage
      list="payment-requests"
      actions={[
        {
          name: 'command.create-payment-request',
          permission: 'payment-request.create',
          primary: true,
          onClick: () => tabs.open('payment-request'),
        },
      ]}
    />
  )
}
