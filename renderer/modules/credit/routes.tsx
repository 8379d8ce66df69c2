// The pages of customer credit.
import CreditScore from '@mui/icons-material/CreditScoreOutlined'
import type { Route } from '../../client/index.ts'
import { CreditUsePage } from './credit-use-page.tsx'

export const creditRoutes: readonly Route[] = [
  {
    name: 'credit-use',
    page: CreditUsePage,
    permission: 'customer.view',
    menu: { group: 'reports', order: 70, icon: <CreditScore /> },
  },
]
