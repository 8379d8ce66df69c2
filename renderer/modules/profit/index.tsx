// The pages of deals' profit.
import Difference from '@mui/icons-material/DifferenceOutlined'
import TrendingUp from '@mui/icons-material/TrendingUpOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'

export const profit = defineScreens({
  routes: [
    {
      name: 'deal-profits',
      page: lazyPage(async () => (await import('./deal-profits-page.tsx')).DealProfitsPage),
      permission: 'profit.view',
      menu: { group: 'reports', order: 10, icon: <TrendingUp /> },
    },
    {
      name: 'estimate-variances',
      page: lazyPage(async () => (await import('./estimate-variances-page.tsx')).EstimateVariancesPage),
      permission: 'profit-estimate.view',
      menu: { group: 'reports', order: 80, more: true, icon: <Difference /> },
    },
    { name: 'deal-profit', page: lazyPage(async () => (await import('./deal-profit-page.tsx')).DealProfitPage), permission: 'profit.view' },
    {
      name: 'deal-profit-details',
      page: lazyPage(async () => (await import('./profit-details-page.tsx')).ProfitDetailsPage),
      permission: 'profit.view',
    },
  ],
})
