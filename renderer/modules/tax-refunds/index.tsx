// The pages of tax refunds.
import RequestQuote from '@mui/icons-material/RequestQuoteOutlined'
import { defineScreens, lazyPage, listRoute } from '../../records/index.ts'

export const taxRefunds = defineScreens({
  routes: [
    {
      name: 'tax-refunds',
      list: { name: 'tax-refunds', params: { openOnly: true } },
      page: lazyPage(async () => (await import('./tax-refunds-page.tsx')).TaxRefundsPage),
      permission: 'payable.view',
      menu: { group: 'money', order: 60, icon: <RequestQuote /> },
    },
    listRoute('tax-refund-lines', { permission: 'payable.view' }),
    {
      name: 'tax-refund-receipts',
      page: lazyPage(async () => (await import('./tax-refunds-page.tsx')).TaxRefundReceiptsPage),
      permission: 'payable.view',
    },
    {
      name: 'tax-refund-receipt',
      page: lazyPage(async () => (await import('./tax-refund-receipt-page.tsx')).TaxRefundReceiptPage),
      permission: 'payable.view',
    },
  ],
})
