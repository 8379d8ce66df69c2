// The pages of customs: declarations, certificates of origin, lists of codes, and what pages of shipments and products show of them.
import AccountBalance from '@mui/icons-material/AccountBalanceOutlined'
import Public from '@mui/icons-material/PublicOutlined'
import Tag from '@mui/icons-material/TagOutlined'
import { defineScreens, lazyPage, lazyPanel, listRoute } from '../../records/index.ts'

export const customs = defineScreens({
  routes: [
    listRoute('customs-declarations', {
      permission: 'customs-declaration.view',
      menu: { group: 'shipping', order: 25, icon: <AccountBalance /> },
    }),
    {
      name: 'customs-declaration',
      page: lazyPage(async () => (await import('./declaration-page.tsx')).DeclarationPage),
      permission: 'customs-declaration.view',
    },
    listRoute('origin-certificates', {
      permission: 'origin-certificate.view',
      menu: { group: 'shipping', order: 26, icon: <Public /> },
    }),
    {
      name: 'origin-certificate',
      page: lazyPage(async () => (await import('./origin-page.tsx')).OriginPage),
      permission: 'origin-certificate.view',
    },
    {
      name: 'customs-codes',
      page: lazyPage(async () => (await import('./codes-page.tsx')).CodesPage),
      permission: 'customs-code.edit',
      single: true,
      titleKey: 'query.customs-codes',
      menu: { group: 'settings', order: 68, icon: <Tag /> },
    },
  ],
  panels: [
    {
      on: 'shipment',
      place: 'sections',
      order: 20,
      panel: lazyPanel(async () => (await import('./panels/shipment-declaration.tsx')).ShipmentDeclaration),
    },
    {
      on: 'shipment',
      place: 'sections',
      order: 21,
      panel: lazyPanel(async () => (await import('./panels/shipment-origin.tsx')).ShipmentOrigin),
    },
    { on: 'product', place: 'sections', panel: lazyPanel(async () => (await import('./panels/product-customs.tsx')).ProductCustoms) },
  ],
})
