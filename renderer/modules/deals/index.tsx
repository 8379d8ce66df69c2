// The pages of deals.
import Handshake from '@mui/icons-material/HandshakeOutlined'
import { defineScreens, lazyPage, listRoute } from '../../records/index.ts'

export const deals = defineScreens({
  routes: [
    listRoute('deals', {
      permission: 'deal.view',
      menu: { group: 'sales', order: 40, icon: <Handshake /> },
      creates: { command: 'save-sales-contract', permission: 'sales-contract.create', route: 'sales-contract' },
    }),
    { name: 'deal', page: lazyPage(async () => (await import('./deal-page.tsx')).DealPage), permission: 'deal.view' },
  ],
})
