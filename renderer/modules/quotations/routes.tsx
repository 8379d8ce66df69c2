// The pages of quotations.
import History from '@mui/icons-material/HistoryRounded'
import RequestQuote from '@mui/icons-material/RequestQuoteOutlined'
import type { Route } from '../../client/index.ts'
import { QuotationLinesPage, QuotationsPage } from './quotation-lists.tsx'
import { QuotationPage } from './quotation-page.tsx'

export const quotationsRoutes: readonly Route[] = [
  { name: 'quotations', page: QuotationsPage, permission: 'quotation.view', menu: { group: 'sales', order: 10, icon: <RequestQuote /> } },
  { name: 'quotation', page: QuotationPage, permission: ['quotation.view', 'quotation.create'], actions: [{ command: 'save-quotation' }] },
  {
    name: 'quotation-lines',
    page: QuotationLinesPage,
    permission: 'quotation.view',
    menu: { group: 'sales', order: 70, more: true, icon: <History /> },
  },
]
