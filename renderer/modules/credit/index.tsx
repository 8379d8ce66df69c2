// The pages of customer credit.
import CreditScore from '@mui/icons-material/CreditScoreOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'

export const credit = defineScreens({
  routes: [
    {
      name: 'credit-use',
      page: lazyPage(async () => (await import('./credit-use-page.tsx')).CreditUsePage),
      permission: 'customer.view',
      menu: { group: 'reports', order: 70, icon: <CreditScore /> },
    },
  ],
})
