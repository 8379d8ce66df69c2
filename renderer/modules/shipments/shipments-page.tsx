// The list of shipments, and that of their lines.
import { type Params, useTabs } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'

export const ShipmentsPage = ({ params }: { params: Params }) => {
  const { open } = useTabs()
  return (
    <ListPage
      list="shipments"
      params={{ customerId: params.customerId, dealId: params.dealId }}
      actions={[{ name: 'command.save-shipment', permission: 'shipment.create', primary: true, onClick: () => open('shipment') }]}
    />
  )
}

export const ShipmentLinesPage = ({ params }: { params: Params }) => (
  <ListPage list="shipment-lines" params={{ shipmentId: params.shipmentId, contractId: params.contractId, dealId: params.dealId }} />
)
