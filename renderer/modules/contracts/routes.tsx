// The pages of sales contracts, deals and net sales.
import Assessment from '@mui/icons-material/AssessmentOutlined'
import Description from '@mui/icons-material/DescriptionOutlined'
import Handshake from '@mui/icons-material/HandshakeOutlined'
import ViewList from '@mui/icons-material/ViewListOutlined'
import type { Route } from '../../client/index.ts'
import { SalesContractsPage, SalesLinesPage } from './contract-lists.tsx'
import { DealPage } from './deal-page.tsx'
import { DealsPage } from './deals-page.tsx'
import { SalesAmendmentPage } from './sales-amendment-page.tsx'
import { SalesByPage } from './sales-by-page.tsx'
import { SalesContractPage } from './sales-contract-page.tsx'

export const contractsRoutes: readonly Route[] = [
  { name: 'deals', page: DealsPage, permission: 'deal.view', menu: { group: 'sales', order: 40, icon: <Handshake /> } },
  { name: 'deal', page: DealPage, permission: 'deal.view' },
  {
    name: 'sales-contracts',
    page: SalesContractsPage,
    permission: 'sales-contract.view',
    menu: { group: 'sales', order: 20, icon: <Description /> },
  },
  {
    name: 'sales-contract',
    page: SalesContractPage,
    permission: ['sales-contract.view', 'sales-contract.create'],
    actions: [{ command: 'save-sales-contract' }],
  },
  { name: 'sales-amendment', page: SalesAmendmentPage, permission: 'sales-contract.view' },
  {
    name: 'sales-lines',
    page: SalesLinesPage,
    permission: 'sales-contract.view',
    menu: { group: 'sales', order: 60, more: true, icon: <ViewList /> },
  },
  {
    name: 'sales-by',
    page: SalesByPage,
    permission: 'sales-figures.view',
    menu: { group: 'reports', order: 60, icon: <Assessment /> },
  },
]
