// The pages of customer credit.
import CreditScore from '@mui/icons-material/CreditScoreOutlined'
import { defineScreens, listRoute, lazyPanel } from '../../records/index.ts'

export const credit = defineScreens({
  routes: [
    listRoute('credit-use', {
      permission: 'customer.view',
      menu: { group: 'reports', order: 70, icon: <CreditScore /> },
    }),
  ],
  panels: [
    {
      on: ['quotation', 'sales-contract', 'sales-amendment'],
      place: 'notes',
      order: 20,
      panel: lazyPanel(async () => (await import('./panels/credit-note.tsx')).CreditNote),
    },
    {
      on: 'shipment',
      place: 'notes',
      order: 10,
      panel: lazyPanel(async () => (await import('./panels/shipment-credit.tsx')).ShipmentCredit),
    },
    {
      on: 'shipment',
      place: 'credit-request',
      panel: lazyPanel(async () => (await import('./panels/credit-request-dialog.tsx')).CreditRequestDialog),
    },
    { on: 'customer', place: 'sections', panel: lazyPanel(async () => (await import('./panels/credit-panel.tsx')).CreditPanel) },
  ],
})
