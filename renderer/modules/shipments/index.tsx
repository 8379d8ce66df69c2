// The pages of shipments.
import DirectionsBoat from '@mui/icons-material/DirectionsBoatOutlined'
import ViewList from '@mui/icons-material/ViewListOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'

export const shipments = defineScreens({
  routes: [
    {
      name: 'shipments',
      page: lazyPage(async () => (await import('./shipments-page.tsx')).ShipmentsPage),
      permission: 'shipment.view',
      menu: { group: 'shipping', order: 10, icon: <DirectionsBoat /> },
    },
    {
      name: 'shipment',
      page: lazyPage(async () => (await import('./shipment-page.tsx')).ShipmentPage),
      permission: 'shipment.view',
      actions: [{ command: 'save-shipment' }],
    },
    {
      name: 'shipment-lines',
      page: lazyPage(async () => (await import('./shipments-page.tsx')).ShipmentLinesPage),
      permission: 'shipment.view',
      menu: { group: 'shipping', order: 50, more: true, icon: <ViewList /> },
    },
  ],
})
