// The pages of shipments.
import DirectionsBoat from '@mui/icons-material/DirectionsBoatOutlined'
import ViewList from '@mui/icons-material/ViewListOutlined'
import type { Route } from '../../client/index.ts'
import { ShipmentPage } from './shipment-page.tsx'
import { ShipmentLinesPage, ShipmentsPage } from './shipments-page.tsx'

export const shipmentsRoutes: readonly Route[] = [
  {
    name: 'shipments',
    page: ShipmentsPage,
    permission: 'shipment.view',
    menu: { group: 'shipping', order: 10, icon: <DirectionsBoat /> },
  },
  { name: 'shipment', page: ShipmentPage, permission: 'shipment.view', actions: [{ command: 'save-shipment' }] },
  {
    name: 'shipment-lines',
    page: ShipmentLinesPage,
    permission: 'shipment.view',
    menu: { group: 'shipping', order: 50, more: true, icon: <ViewList /> },
  },
]
