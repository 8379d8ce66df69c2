// The pages of customers and vendors.
import Factory from '@mui/icons-material/FactoryOutlined'
import Groups from '@mui/icons-material/GroupsOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'

export const parties = defineScreens({
  routes: [
    {
      name: 'customers',
      page: lazyPage(async () => (await import('./customers-page.tsx')).CustomersPage),
      permission: 'customer.view',
      menu: { group: 'parties', order: 10, icon: <Groups /> },
    },
    {
      name: 'customer',
      page: lazyPage(async () => (await import('./customer-page.tsx')).CustomerPage),
      permission: ['customer.view', 'customer.create'],
      actions: [{ command: 'create-customer' }],
    },
    {
      name: 'vendors',
      page: lazyPage(async () => (await import('./vendors-page.tsx')).VendorsPage),
      permission: 'vendor.view',
      menu: { group: 'parties', order: 30, icon: <Factory /> },
    },
    {
      name: 'vendor',
      page: lazyPage(async () => (await import('./vendor-page.tsx')).VendorPage),
      permission: ['vendor.view', 'vendor.create'],
      actions: [{ command: 'create-vendor' }],
    },
  ],
})
