// The pages that amendments of every kind of contract share: their lists and the comparison of versions.
import Difference from '@mui/icons-material/DifferenceOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'

export const amendments = defineScreens({
  routes: [
    {
      name: 'sales-amendments',
      page: lazyPage(async () => (await import('./amendment-lists.tsx')).SalesAmendmentsPage),
      permission: 'sales-contract.view',
      menu: { group: 'sales', order: 50, more: true, icon: <Difference /> },
    },
    {
      name: 'purchase-amendments',
      page: lazyPage(async () => (await import('./amendment-lists.tsx')).PurchaseAmendmentsPage),
      permission: 'purchase-contract.view',
      menu: { group: 'purchasing', order: 30, more: true, icon: <Difference /> },
    },
    {
      name: 'contract-comparison',
      page: lazyPage(async () => (await import('./comparison-page.tsx')).ComparisonPage),
      permission: ['sales-contract.view', 'purchase-contract.view'],
      titleKey: 'query.compare-versions',
    },
  ],
})
