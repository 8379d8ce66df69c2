// The pages of payment requests.
import PlaylistAddCheck from '@mui/icons-material/PlaylistAddCheckOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'

export const paymentRequests = defineScreens({
  routes: [
    {
      name: 'payment-requests',
      page: lazyPage(async () => (await import('./payment-requests-page.tsx')).PaymentRequestsPage),
      permission: 'payment-request.view',
      menu: { group: 'money', order: 30, icon: <PlaylistAddCheck /> },
    },
    {
      name: 'payment-request',
      page: lazyPage(async () => (await import('./payment-request-page.tsx')).PaymentRequestPage),
      permission: ['payment-request.view', 'payment-request.create'],
    },
  ],
})
