// The pages of statistics: the question with its pivot and chart, and the documents behind one figure.
import QueryStats from '@mui/icons-material/QueryStatsOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'

export const statistics = defineScreens({
  routes: [
    {
      name: 'statistics',
      page: lazyPage(async () => (await import('./statistics-page.tsx')).StatisticsPage),
      permission: 'statistic.view',
      menu: { group: 'reports', order: 5, icon: <QueryStats /> },
      titleKey: 'resource.statistic',
    },
    {
      name: 'statistic-facts',
      page: lazyPage(async () => (await import('./facts-page.tsx')).FactsPage),
      permission: 'statistic.view',
    },
  ],
})
