// The pages of freight inquiries and their quotes.
import PriceCheck from '@mui/icons-material/PriceCheckOutlined'
import QueryStats from '@mui/icons-material/QueryStatsOutlined'
import { defineScreens, lazyPage, lazyPanel } from '../../records/index.ts'

export const freight = defineScreens({
  routes: [
    {
      name: 'freight-inquiries',
      page: lazyPage(async () => (await import('./freight-lists.tsx')).FreightInquiriesPage),
      permission: 'freight-inquiry.view',
      menu: { group: 'shipping', order: 20, icon: <PriceCheck /> },
    },
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
    {
      name: 'freight-quotes',
      page: lazyPage(async () => (await import('./freight-lists.tsx')).FreightQuotesPage),
      permission: 'freight-inquiry.view',
      menu: { group: 'shipping', order: 40, more: true, icon: <QueryStats /> },
    },
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
