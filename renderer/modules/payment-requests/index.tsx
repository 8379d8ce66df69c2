// The pages of payment requests.
import PlaylistAddCheck from '@mui/icons-material/PlaylistAddCheckOutlined'
import { defineScreens, lazyDialog, lazyPage } from '../../records/index.ts'

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
  taskActions: [
    {
      rules: ['request-to-pay'],
      command: 'register-payment',
      say: ({ name }) => name('command.pay-request'),
      dialog: lazyDialog(async () => (await import('./panels/pay-request-task.tsx')).PayRequestTask),
    },
    {
      rules: ['payable-due'],
      command: 'save-payment-request',
      shown: ({ approvePayment }) => approvePayment,
      say: ({ t }) => t('kit.pay.request'),
      dialog: lazyDialog(async () => (await import('../../records/approvals/index.ts')).PayTask),
    },
  ],
})
