// The pages of freight inquiries and their quotes.
import PriceCheck from '@mui/icons-material/PriceCheckOutlined'
import QueryStats from '@mui/icons-material/QueryStatsOutlined'
import type { Route } from '../../client/index.ts'
import { FreightInquiryPage } from './freight-inquiry-page.tsx'
import { FreightInquiriesPage, FreightQuotesPage } from './freight-lists.tsx'
import { FreightQuotePage } from './freight-quote-page.tsx'

export const freightRoutes: readonly Route[] = [
  {
    name: 'freight-inquiries',
    page: FreightInquiriesPage,
    permission: 'freight-inquiry.view',
    menu: { group: 'shipping', order: 20, icon: <PriceCheck /> },
  },
  {
    name: 'freight-inquiry',
    page: FreightInquiryPage,
    permission: ['freight-inquiry.view', 'freight-inquiry.create'],
    actions: [{ command: 'save-freight-inquiry' }],
  },
  { name: 'freight-quote', page: FreightQuotePage, permission: 'freight-inquiry.edit' },
  {
    name: 'freight-quotes',
    page: FreightQuotesPage,
    permission: 'freight-inquiry.view',
    menu: { group: 'shipping', order: 40, more: true, icon: <QueryStats /> },
  },
]
