// The pages of bills and credit notes.
import ReceiptLong from '@mui/icons-material/ReceiptLongOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'

export const bills = defineScreens({
  routes: [
    {
      name: 'bills',
      page: lazyPage(async () => (await import('./bills-page.tsx')).BillsPage),
      permission: 'bill.view',
      menu: { group: 'money', order: 20, icon: <ReceiptLong /> },
    },
    {
      name: 'bill',
      page: lazyPage(async () => (await import('./bill-page.tsx')).BillPage),
      permission: ['bill.view', 'bill.post'],
      actions: [{ command: 'post-bill', params: { kind: 'factory' } }],
    },
    {
      name: 'credit-note',
      page: lazyPage(async () => (await import('./credit-note-page.tsx')).CreditNotePage),
      permission: ['bill.view', 'bill.post'],
    },
  ],
})
