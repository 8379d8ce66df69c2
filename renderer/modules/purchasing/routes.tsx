// The pages of purchase contracts.
import ShoppingCart from '@mui/icons-material/ShoppingCartOutlined'
import ViewList from '@mui/icons-material/ViewListOutlined'
import type { Route } from '../../client/index.ts'
import { PurchaseAmendmentPage } from './purchase-amendment-page.tsx'
import { PurchaseContractPage } from './purchase-contract-page.tsx'
import { PurchaseContractsPage, PurchaseLinesPage } from './purchase-lists.tsx'

export const purchasingRoutes: readonly Route[] = [
  {
    name: 'purchase-contracts',
    page: PurchaseContractsPage,
    permission: 'purchase-contract.view',
    menu: { group: 'purchasing', order: 10, icon: <ShoppingCart /> },
  },
  {
    name: 'purchase-contract',
    page: PurchaseContractPage,
    permission: ['purchase-contract.view', 'purchase-contract.create'],
    actions: [{ command: 'save-purchase-contract' }],
  },
  { name: 'purchase-amendment', page: PurchaseAmendmentPage, permission: 'purchase-contract.view' },
  {
    name: 'purchase-lines',
    page: PurchaseLinesPage,
    permission: 'purchase-contract.view',
    menu: { group: 'purchasing', order: 40, more: true, icon: <ViewList /> },
  },
]
