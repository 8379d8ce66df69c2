// The pages of shipments.
import DirectionsBoat from '@mui/icons-material/DirectionsBoatOutlined'
import ViewList from '@mui/icons-material/ViewListOutlined'
import { defineScreens, lazyDialog, lazyPage, listRoute } from '../../records/index.ts'

export const shipments = defineScreens({
  routes: [
    listRoute('shipments', {
      permission: 'shipment.view',
      menu: { group: 'shipping', order: 10, icon: <DirectionsBoat /> },
      by: ['customerId', 'dealId'],
      creates: { command: 'save-shipment', permission: 'shipment.create', route: 'shipment' },
    }),
    {
      name: 'shipment',
      page: lazyPage(async () => (await import('./shipment-page.tsx')).ShipmentPage),
      permission: 'shipment.view',
      actions: [{ command: 'save-shipment' }],
    },
    listRoute('shipment-lines', {
      permission: 'shipment.view',
      menu: { group: 'shipping', order: 50, more: true, icon: <ViewList /> },
      by: ['shipmentId', 'contractId', 'dealId'],
    }),
  ],
  taskActions: [
    {
      rules: ['sailing-unrecorded', 'vessel-follow', 'eta-near', 'arrival-unrecorded'],
      command: 'record-shipment-step',
      dialog: lazyDialog(async () => (await import('./panels/voyage-tasks.tsx')).StepTask),
    },
    {
      rules: ['departure-near'],
      command: 'dispatch-shipment',
      dialog: lazyDialog(async () => (await import('./panels/voyage-tasks.tsx')).DepartureTask),
    },
  ],
})
