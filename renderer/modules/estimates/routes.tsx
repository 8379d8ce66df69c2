// The pages of profit estimates.
import Calculate from '@mui/icons-material/CalculateOutlined'
import type { Route } from '../../client/index.ts'
import { EstimatePage } from './estimate-page.tsx'
import { EstimatesPage } from './estimates-page.tsx'

export const estimatesRoutes: readonly Route[] = [
  {
    name: 'profit-estimates',
    page: EstimatesPage,
    permission: 'profit-estimate.view',
    menu: { group: 'sales', order: 30, icon: <Calculate /> },
  },
  {
    name: 'profit-estimate',
    page: EstimatePage,
    permission: ['profit-estimate.view', 'profit-estimate.create'],
    actions: [{ command: 'save-profit-estimate' }],
  },
]
