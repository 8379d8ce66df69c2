// The pages of purchase contracts.
import ShoppingCart from '@mui/icons-material/ShoppingCartOutlined'
import ViewList from '@mui/icons-material/ViewListOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'

export const purchasing = defineScreens({
  routes: [
    {
      name: 'purchase-contracts',
      page: lazyPage(async () => (await import('./purchase-lists.tsx')).PurchaseContractsPage),
      permission: 'purchase-contract.view',
      menu: { group: 'purchasing', order: 10, icon: <ShoppingCart /> },
    },
    {
      name: 'purchase-contract',
      page: lazyPage(async () => (await import('./purchase-contract-page.tsx')).PurchaseContractPage),
      permission: ['purchase-contract.view', 'purchase-contract.create'],
      actions: [{ command: 'save-purchase-contract' }],
    },
    {
      name: 'purchase-amendment',
      page: lazyPage(async () => (await import('./purchase-amendment-page.tsx')).PurchaseAmendmentPage),
      permission: 'purchase-contract.view',
    },
    {
      name: 'purchase-lines',
      page: lazyPage(async () => (await import('./purchase-lists.tsx')).PurchaseLinesPage),
      permission: 'purchase-contract.view',
      menu: { group: 'purchasing', order: 40, more: true, icon: <ViewList /> },
    },
  ],
})
