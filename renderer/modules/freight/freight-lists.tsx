// The list of inquiries, and that of every quote ever given.
import { type Params, useTabs } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'

export const FreightInquiriesPage = ({ params }: { params: Params }) => {
  const { open } = useTabs()
  return (
    <ListPage
      list="freight-inquiries"
      params={{ shipmentId: params.shipmentId, dealId: params.dealId }}
      actions={[
        {
          name: 'command.save-freight-inquiry',
          permission: 'freight-inquiry.create',
          primary: true,
          onClick: () => open('freight-inquiry'),
        },
      ]}
    />
  )
}

export const FreightQuotesPage = ({ params }: { params: Params }) => (
  <ListPage list="freight-quotes" params={{ forwarderId: params.forwarderId, inquiryId: params.inquiryId }} />
)
