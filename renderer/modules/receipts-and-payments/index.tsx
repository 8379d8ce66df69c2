// The pages of money that came in and went out.
import CallMade from '@mui/icons-material/CallMadeOutlined'
import CallReceived from '@mui/icons-material/CallReceivedOutlined'
import { defineScreens, lazyDialog, lazyPage, listRoute } from '../../records/index.ts'

export const receiptsAndPayments = defineScreens({
  routes: [
    listRoute('receipts', {
      permission: 'receipt.view',
      menu: { group: 'money', order: 10, icon: <CallReceived /> },
      creates: { command: 'register-receipt', permission: 'receipt.create', route: 'receipt' },
    }),
    {
      name: 'receipt',
      page: lazyPage(async () => (await import('./receipt-page.tsx')).ReceiptPage),
      permission: ['receipt.view', 'receipt.create'],
      actions: [{ command: 'register-receipt' }],
    },
    {
      name: 'payments',
      page: lazyPage(async () => (await import('./payments-page.tsx')).PaymentsPage),
      permission: 'payment.view',
      menu: { group: 'money', order: 40, icon: <CallMade /> },
    },
    {
      name: 'payment',
      page: lazyPage(async () => (await import('./payment-page.tsx')).PaymentPage),
      permission: ['payment.view', 'payment.create'],
      actions: [{ command: 'register-payment' }],
    },
  ],
  taskActions: [
    {
      rules: ['payable-due'],
      command: 'register-payment',
      shown: ({ approvePayment }) => !approvePayment,
      dialog: lazyDialog(async () => (await import('../../records/approvals/index.ts')).PayTask),
    },
  ],
})
