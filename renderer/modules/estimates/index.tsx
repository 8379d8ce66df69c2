// The pages of profit estimates.
import Calculate from '@mui/icons-material/CalculateOutlined'
import { defineScreens, lazyPage, lazyPanel } from '../../records/index.ts'

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
  panels: [
    {
      on: ['sales-contract', 'deal'],
      place: 'notes',
      order: 10,
      panel: lazyPanel(async () => (await import('./estimate-note.tsx')).EstimateNote),
    },
  ],
})
