// The pages of who owes what: balances, ageing, and what is applied to what.
import DoneAll from '@mui/icons-material/DoneAllOutlined'
import EventAvailable from '@mui/icons-material/EventAvailableOutlined'
import HourglassBottom from '@mui/icons-material/HourglassBottomOutlined'
import RequestQuote from '@mui/icons-material/RequestQuoteOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'
import { ageing } from './tiles/ageing.tsx'

export const openItems = defineScreens({
  routes: [
    {
      name: 'allocations',
      page: lazyPage(async () => (await import('./allocations-page.tsx')).AllocationsPage),
      permission: ['receivable.view', 'payable.view'],
      menu: { group: 'money', order: 70, more: true, icon: <DoneAll /> },
    },
    {
      name: 'expected-receipts',
      page: lazyPage(async () => (await import('./expected-receipts-page.tsx')).ExpectedReceiptsPage),
      permission: 'receivable.view',
      menu: { group: 'reports', order: 25, icon: <EventAvailable /> },
    },
    {
      name: 'receivables',
      list: { name: 'party-balances', params: { side: 'receivable' } },
      page: lazyPage(async () => (await import('./open-items-report.tsx')).reportPage('receivable', 'summary')),
      permission: 'receivable.view',
      menu: { group: 'reports', order: 20, icon: <RequestQuote /> },
    },
    {
      name: 'receivables-detail',
      list: { name: 'open-items', params: { side: 'receivable' } },
      page: lazyPage(async () => (await import('./open-items-report.tsx')).reportPage('receivable', 'detail')),
      permission: 'receivable.view',
    },
    {
      name: 'receivables-ageing',
      list: { name: 'ageing', params: { side: 'receivable' } },
      page: lazyPage(async () => (await import('./open-items-report.tsx')).reportPage('receivable', 'ageing')),
      permission: 'receivable.view',
      menu: { group: 'reports', order: 30, icon: <HourglassBottom /> },
    },
    {
      name: 'payables',
      list: { name: 'party-balances', params: { side: 'payable' } },
      page: lazyPage(async () => (await import('./open-items-report.tsx')).reportPage('payable', 'summary')),
      permission: 'payable.view',
      menu: { group: 'reports', order: 40, icon: <RequestQuote /> },
    },
    {
      name: 'payables-detail',
      list: { name: 'open-items', params: { side: 'payable' } },
      page: lazyPage(async () => (await import('./open-items-report.tsx')).reportPage('payable', 'detail')),
      permission: 'payable.view',
    },
    {
      name: 'payables-ageing',
      list: { name: 'ageing', params: { side: 'payable' } },
      page: lazyPage(async () => (await import('./open-items-report.tsx')).reportPage('payable', 'ageing')),
      permission: 'payable.view',
      menu: { group: 'reports', order: 50, icon: <HourglassBottom /> },
    },
  ],
  tiles: [ageing],
})
