// The pages that amendments of every kind of contract share: their lists and the comparison of versions.
import Difference from '@mui/icons-material/DifferenceOutlined'
import type { Route } from '../../client/index.ts'
import { PurchaseAmendmentsPage, SalesAmendmentsPage } from './amendment-lists.tsx'
import { ComparisonPage } from './comparison-page.tsx'

export const amendmentsRoutes: readonly Route[] = [
  {
    name: 'sales-amendments',
    page: SalesAmendmentsPage,
    permission: 'sales-contract.view',
    menu: { group: 'sales', order: 50, more: true, icon: <Difference /> },
  },
  {
    name: 'purchase-amendments',
    page: PurchaseAmendmentsPage,
    permission: 'purchase-contract.view',
    menu: { group: 'purchasing', order: 30, more: true, icon: <Difference /> },
  },
  {
    name: 'contract-comparison',
    page: ComparisonPage,
    permission: ['sales-contract.view', 'purchase-contract.view'],
    titleKey: 'query.compare-versions',
  },
]
