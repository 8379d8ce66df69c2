// The pages of our own bank accounts, their movements and transfers.
import AccountBalance from '@mui/icons-material/AccountBalanceOutlined'
import SwapHoriz from '@mui/icons-material/SwapHorizOutlined'
import Timeline from '@mui/icons-material/TimelineOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'

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
})
