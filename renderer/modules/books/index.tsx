// The pages of the books: rates, revaluation, periods, trial balance and postings.
import Balance from '@mui/icons-material/BalanceOutlined'
import CurrencyExchange from '@mui/icons-material/CurrencyExchangeOutlined'
import EventAvailable from '@mui/icons-material/EventAvailableOutlined'
import FormatListNumbered from '@mui/icons-material/FormatListNumberedOutlined'
import { defineScreens, lazyPage, listRoute } from '../../records/index.ts'

export const books = defineScreens({
  routes: [
    {
      name: 'exchange-rates',
      page: lazyPage(async () => (await import('./exchange-rates-page.tsx')).ExchangeRatesPage),
      permission: 'rate.view',
      menu: { group: 'money', order: 100, more: true, icon: <CurrencyExchange /> },
    },
    listRoute('revaluations', {
      permission: 'ledger.view',
      menu: { group: 'money', order: 105, more: true, icon: <CurrencyExchange /> },
      creates: { command: 'revalue-month', permission: 'period.close', route: 'revaluation' },
    }),
    {
      name: 'revaluation',
      page: lazyPage(async () => (await import('./revaluation-page.tsx')).RevaluationPage),
      permission: ['ledger.view', 'period.close'],
      actions: [{ command: 'revalue-month' }],
    },
    {
      name: 'period',
      page: lazyPage(async () => (await import('./period-page.tsx')).PeriodPage),
      permission: ['period.close', 'period.reopen'],
      titleKey: 'command.close-period',
      menu: { group: 'money', order: 110, more: true, icon: <EventAvailable /> },
    },
    {
      name: 'trial-balance',
      page: lazyPage(async () => (await import('./ledger-pages.tsx')).TrialBalancePage),
      permission: 'ledger.view',
      menu: { group: 'reports', order: 90, more: true, icon: <Balance /> },
    },
    {
      name: 'postings',
      page: lazyPage(async () => (await import('./ledger-pages.tsx')).PostingsPage),
      permission: 'ledger.view',
      menu: { group: 'reports', order: 100, more: true, icon: <FormatListNumbered /> },
    },
  ],
})
