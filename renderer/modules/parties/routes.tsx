// The pages of customers and vendors.
import Factory from '@mui/icons-material/FactoryOutlined'
import Groups from '@mui/icons-material/GroupsOutlined'
import type { Route } from '../../client/index.ts'
import { CustomerPage } from './customer-page.tsx'
import { CustomersPage } from './customers-page.tsx'
import { VendorPage } from './vendor-page.tsx'
import { VendorsPage } from './vendors-page.tsx'

export const partiesRoutes: readonly Route[] = [
  { name: 'customers', page: CustomersPage, permission: 'customer.view', menu: { group: 'parties', order: 10, icon: <Groups /> } },
  {
    name: 'customer',
    page: CustomerPage,
    permission: ['customer.view', 'customer.create'],
    actions: [{ command: 'create-customer' }],
  },
  { name: 'vendors', page: VendorsPage, permission: 'vendor.view', menu: { group: 'parties', order: 30, icon: <Factory /> } },
  { name: 'vendor', page: VendorPage, permission: ['vendor.view', 'vendor.create'], actions: [{ command: 'create-vendor' }] },
]
