// The pages of money: in, out, bills, banks, rates and periods; who owes what; the books.
import AccountBalance from '@mui/icons-material/AccountBalanceOutlined'
import Balance from '@mui/icons-material/BalanceOutlined'
import CallMade from '@mui/icons-material/CallMadeOutlined'
import CallReceived from '@mui/icons-material/CallReceivedOutlined'
import CurrencyExchange from '@mui/icons-material/CurrencyExchangeOutlined'
import DoneAll from '@mui/icons-material/DoneAllOutlined'
import EventAvailable from '@mui/icons-material/EventAvailableOutlined'
import FormatListNumbered from '@mui/icons-material/FormatListNumberedOutlined'
import HourglassBottom from '@mui/icons-material/HourglassBottomOutlined'
import PlaylistAddCheck from '@mui/icons-material/PlaylistAddCheckOutlined'
import ReceiptLong from '@mui/icons-material/ReceiptLongOutlined'
import RequestQuote from '@mui/icons-material/RequestQuoteOutlined'
import SwapHoriz from '@mui/icons-material/SwapHorizOutlined'
import Timeline from '@mui/icons-material/TimelineOutlined'
import type { Route } from '../../client/index.ts'
import { defineScreens, lazyPage } from '../../records/index.ts'

const reports: readonly Route[] = [
  {
    name: 'receivables',
    page: lazyPage(async () => (await import('./open-items-report.tsx')).reportPage('receivable', 'summary')),
    permission: 'receivable.view',
    menu: { group: 'reports', order: 20, icon: <RequestQuote /> },
  },
  {
    name: 'receivables-detail',
    page: lazyPage(async () => (await import('./open-items-report.tsx')).reportPage('receivable', 'detail')),
    permission: 'receivable.view',
  },
  {
    name: 'receivables-ageing',
    page: lazyPage(async () => (await import('./open-items-report.tsx')).reportPage('receivable', 'ageing')),
    permission: 'receivable.view',
    menu: { group: 'reports', order: 30, icon: <HourglassBottom /> },
  },
  {
    name: 'payables',
    page: lazyPage(async () => (await import('./open-items-report.tsx')).reportPage('payable', 'summary')),
    permission: 'payable.view',
    menu: { group: 'reports', order: 40, icon: <RequestQuote /> },
  },
  {
    name: 'payables-detail',
    page: lazyPage(async () => (await import('./open-items-report.tsx')).reportPage('payable', 'detail')),
    permission: 'payable.view',
  },
  {
    name: 'payables-ageing',
    page: lazyPage(async () => (await import('./open-items-report.tsx')).reportPage('payable', 'ageing')),
    permission: 'payable.view',
    menu: { group: 'reports', order: 50, icon: <HourglassBottom /> },
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
]

export const treasury = defineScreens({
  routes: [
    {
      name: 'receipts',
      page: lazyPage(async () => (await import('./receipts-page.tsx')).ReceiptsPage),
      permission: 'receipt.view',
      menu: { group: 'money', order: 10, icon: <CallReceived /> },
    },
    {
      name: 'receipt',
      page: lazyPage(async () => (await import('./receipt-page.tsx')).ReceiptPage),
      permission: ['receipt.view', 'receipt.create'],
      actions: [{ command: 'register-receipt' }],
    },
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
      name: 'payment-requests',
      page: lazyPage(async () => (await import('./payment-requests-page.tsx')).PaymentRequestsPage),
      permission: 'payment-request.view',
      menu: { group: 'money', order: 30, icon: <PlaylistAddCheck /> },
    },
    {
      name: 'payment-request',
      page: lazyPage(async () => (await import('./payment-request-page.tsx')).PaymentRequestPage),
      permission: ['payment-request.view', 'payment-request.create'],
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
    {
      name: 'allocations',
      page: lazyPage(async () => (await import('./allocations-page.tsx')).AllocationsPage),
      permission: ['receivable.view', 'payable.view'],
      menu: { group: 'money', order: 70, more: true, icon: <DoneAll /> },
    },
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
      name: 'tax-refunds',
      page: lazyPage(async () => (await import('./tax-refunds-page.tsx')).TaxRefundsPage),
      permission: 'payable.view',
      menu: { group: 'money', order: 60, icon: <RequestQuote /> },
    },
    {
      name: 'tax-refund-lines',
      page: lazyPage(async () => (await import('./tax-refunds-page.tsx')).TaxRefundLinesPage),
      permission: 'payable.view',
    },
    {
      name: 'tax-refund-receipts',
      page: lazyPage(async () => (await import('./tax-refunds-page.tsx')).TaxRefundReceiptsPage),
      permission: 'payable.view',
    },
    {
      name: 'transfer',
      page: lazyPage(async () => (await import('./transfer-page.tsx')).TransferPage),
      permission: 'bank-account.transfer',
    },
    {
      name: 'exchange-rates',
      page: lazyPage(async () => (await import('./exchange-rates-page.tsx')).ExchangeRatesPage),
      permission: 'rate.view',
      menu: { group: 'money', order: 100, more: true, icon: <CurrencyExchange /> },
    },
    {
      name: 'revaluations',
      page: lazyPage(async () => (await import('./revaluation-page.tsx')).RevaluationsPage),
      permission: 'ledger.view',
      menu: { group: 'money', order: 105, more: true, icon: <CurrencyExchange /> },
    },
    {
      name: 'revaluation',
      page: lazyPage(async () => (await import('./revaluation-page.tsx')).RevaluationPage),
      permission: ['ledger.view', 'period.close'],
      actions: [{ command: 'revalue-month' }],
    },
    {
      name: 'credit-note',
      page: lazyPage(async () => (await import('./credit-note-page.tsx')).CreditNotePage),
      permission: ['bill.view', 'bill.post'],
    },
    {
      name: 'period',
      page: lazyPage(async () => (await import('./period-page.tsx')).PeriodPage),
      permission: ['period.close', 'period.reopen'],
      titleKey: 'command.close-period',
      menu: { group: 'money', order: 110, more: true, icon: <EventAvailable /> },
    },
    ...reports,
  ],
})
