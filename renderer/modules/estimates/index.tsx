// The pages of profit estimates.
import Calculate from '@mui/icons-material/CalculateOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'

export const estimates = defineScreens({
  routes: [
    {
      name: 'profit-estimates',
      page: lazyPage(async () => (await import('./estimates-page.tsx')).EstimatesPage),
      permission: 'profit-estimate.view',
      menu: { group: 'sales', order: 30, icon: <Calculate /> },
    },
    {
      name: 'profit-estimate',
      page: lazyPage(async () => (await import('./estimate-page.tsx')).EstimatePage),
      permission: ['profit-estimate.view', 'profit-estimate.create'],
      actions: [{ command: 'save-profit-estimate' }],
    },
  ],
})
