// The pages of deals' profit.
import Difference from '@mui/icons-material/DifferenceOutlined'
import TrendingUp from '@mui/icons-material/TrendingUpOutlined'
import type { Route } from '../../client/index.ts'
import { DealProfitPage } from './deal-profit-page.tsx'
import { DealProfitsPage } from './deal-profits-page.tsx'
import { EstimateVariancesPage } from './estimate-variances-page.tsx'
import { ProfitDetailsPage } from './profit-details-page.tsx'

export const profitRoutes: readonly Route[] = [
  { name: 'deal-profits', page: DealProfitsPage, permission: 'profit.view', menu: { group: 'reports', order: 10, icon: <TrendingUp /> } },
  {
    name: 'estimate-variances',
    page: EstimateVariancesPage,
    permission: 'profit-estimate.view',
    menu: { group: 'reports', order: 80, more: true, icon: <Difference /> },
  },
  { name: 'deal-profit', page: DealProfitPage, permission: 'profit.view' },
  { name: 'deal-profit-details', page: ProfitDetailsPage, permission: 'profit.view' },
]
