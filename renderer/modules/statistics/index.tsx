// The pages of statistics: the question with its pivot and chart, and the documents behind one figure.
import CalendarViewMonth from '@mui/icons-material/CalendarViewMonthOutlined'
import Factory from '@mui/icons-material/FactoryOutlined'
import GroupAdd from '@mui/icons-material/GroupAddOutlined'
import Groups from '@mui/icons-material/GroupsOutlined'
import HourglassTop from '@mui/icons-material/HourglassTopOutlined'
import QueryStats from '@mui/icons-material/QueryStatsOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'
import { statistic } from './tiles/statistic.tsx'

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
      name: 'customer-analysis',
      page: lazyPage(async () => (await import('./customer-analysis-page.tsx')).CustomerAnalysisPage),
      permission: 'statistic.view',
      titleKey: 'list.customer-analysis',
      menu: { group: 'reports', order: 8, icon: <Groups /> },
    },
    {
      name: 'factory-performance',
      page: lazyPage(async () => (await import('./factory-performance-page.tsx')).FactoryPerformancePage),
      permission: 'purchase-contract.view',
      titleKey: 'list.factory-performance',
      menu: { group: 'reports', order: 10, more: true, icon: <Factory /> },
    },
    {
      name: 'customer-flow',
      page: lazyPage(async () => (await import('./customer-flow-page.tsx')).CustomerFlowPage),
      permission: 'statistic.view',
      single: true,
      titleKey: 'query.customer-flow',
      menu: { group: 'reports', order: 9, more: true, icon: <GroupAdd /> },
    },
    {
      name: 'collection-days',
      page: lazyPage(async () => (await import('./collection-days-page.tsx')).CollectionDaysPage),
      permission: 'receivable.view',
      titleKey: 'list.collection-days',
      menu: { group: 'reports', order: 55, more: true, icon: <HourglassTop /> },
    },
    {
      name: 'seasonality',
      page: lazyPage(async () => (await import('./seasonality-page.tsx')).SeasonalityPage),
      permission: 'statistic.view',
      titleKey: 'list.seasonality',
      menu: { group: 'reports', order: 11, more: true, icon: <CalendarViewMonth /> },
    },
    {
      name: 'statistic-facts',
      page: lazyPage(async () => (await import('./facts-page.tsx')).FactsPage),
      permission: 'statistic.view',
    },
  ],
  tiles: [statistic],
})
