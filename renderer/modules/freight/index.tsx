// The pages of freight inquiries and their quotes.
import PriceCheck from '@mui/icons-material/PriceCheckOutlined'
import QueryStats from '@mui/icons-material/QueryStatsOutlined'
import { defineScreens, listRoute, lazyPage, lazyPanel } from '../../records/index.ts'

export const freight = defineScreens({
  routes: [
    listRoute('freight-inquiries', {
      permission: 'freight-inquiry.view',
      menu: { group: 'shipping', order: 20, icon: <PriceCheck /> },
      by: ['shipmentId', 'dealId'],
      creates: { command: 'save-freight-inquiry', permission: 'freight-inquiry.create', route: 'freight-inquiry' },
    }),
    {
      name: 'freight-inquiry',
      page: lazyPage(async () => (await import('./freight-inquiry-page.tsx')).FreightInquiryPage),
      permission: ['freight-inquiry.view', 'freight-inquiry.create'],
      actions: [{ command: 'save-freight-inquiry' }],
    },
    {
      name: 'freight-quote',
      page: lazyPage(async () => (await import('./freight-quote-page.tsx')).FreightQuotePage),
      permission: 'freight-inquiry.edit',
    },
    listRoute('freight-quotes', {
      permission: 'freight-inquiry.view',
      menu: { group: 'shipping', order: 40, more: true, icon: <QueryStats /> },
      by: ['forwarderId', 'inquiryId'],
    }),
  ],
  panels: [
    {
      on: 'shipment',
      place: 'notes',
      order: 20,
      panel: lazyPanel(async () => (await import('./panels/shipment-freight.tsx')).ShipmentFreight),
    },
    { on: 'shipment', place: 'freight-lacks', panel: lazyPanel(async () => (await import('./panels/shipment-freight.tsx')).FreightWay) },
  ],
})
