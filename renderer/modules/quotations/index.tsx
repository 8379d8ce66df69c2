// The pages of quotations.
import History from '@mui/icons-material/HistoryRounded'
import RequestQuote from '@mui/icons-material/RequestQuoteOutlined'
import { defineScreens, listRoute, lazyPage } from '../../records/index.ts'

export const quotations = defineScreens({
  routes: [
    {
      name: 'quotations',
      list: { name: 'quotations', params: { newestOnly: true } },
      page: lazyPage(async () => (await import('./quotations-page.tsx')).QuotationsPage),
      permission: 'quotation.view',
      menu: { group: 'sales', order: 10, icon: <RequestQuote /> },
    },
    {
      name: 'quotation',
      page: lazyPage(async () => (await import('./quotation-page.tsx')).QuotationPage),
      permission: ['quotation.view', 'quotation.create'],
      actions: [{ command: 'save-quotation' }],
    },
    listRoute('quotation-lines', {
      permission: 'quotation.view',
      menu: { group: 'sales', order: 70, more: true, icon: <History /> },
    }),
  ],
})
