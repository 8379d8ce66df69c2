// The pages of our own bank accounts, their movements and transfers.
import AccountBalance from '@mui/icons-material/AccountBalanceOutlined'
import QueryStats from '@mui/icons-material/QueryStatsOutlined'
import SwapHoriz from '@mui/icons-material/SwapHorizOutlined'
import Timeline from '@mui/icons-material/TimelineOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'
import { cashForecast } from './tiles/cash-forecast.tsx'

export const bankAccounts = defineScreens({
  routes: [
    {
      name: 'bank-accounts',
      page: lazyPage(async () => (await import('./bank-accounts-page.tsx')).BankAccountsPage),
      permission: 'bank-account.view',
      menu: { group: 'money', order: 50, icon: <AccountBalance /> },
    },
    {
      name: 'bank-account',
      page: lazyPage(async () => (await import('./bank-account-page.tsx')).BankAccountPage),
      permission: ['bank-account.view', 'bank-account.edit'],
    },
    {
      name: 'bank-movements',
      list: { name: 'bank-movements', params: {} },
      page: lazyPage(async () => (await import('./bank-movements-page.tsx')).BankMovementsPage),
      permission: 'bank-account.view',
      menu: { group: 'money', order: 80, more: true, icon: <Timeline /> },
    },
    {
      name: 'cash-forecast',
      page: lazyPage(async () => (await import('./cash-forecast-page.tsx')).CashForecastPage),
      permission: 'bank-account.view',
      single: true,
      titleKey: 'query.cash-forecast',
      menu: { group: 'reports', order: 15, icon: <QueryStats /> },
    },
    {
      name: 'expected-cash',
      list: { name: 'expected-cash', params: { lateDays: 0 } },
      page: lazyPage(async () => (await import('./expected-cash-page.tsx')).ExpectedCashPage),
      permission: 'bank-account.view',
    },
    {
      name: 'transfers',
      page: lazyPage(async () => (await import('./transfers-page.tsx')).TransfersPage),
      permission: 'bank-account.view',
      menu: { group: 'money', order: 90, more: true, icon: <SwapHoriz /> },
    },
    {
      name: 'transfer',
      page: lazyPage(async () => (await import('./transfer-page.tsx')).TransferPage),
      permission: ['bank-account.view', 'bank-account.transfer'],
    },
  ],
  tiles: [cashForecast],
})
