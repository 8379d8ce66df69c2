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
import { AllocationsPage } from './allocations-page.tsx'
import { BankAccountPage } from './bank-account-page.tsx'
import { BankAccountsPage } from './bank-accounts-page.tsx'
import { BankMovementsPage } from './bank-movements-page.tsx'
import { BillPage } from './bill-page.tsx'
import { BillsPage } from './bills-page.tsx'
import { CreditNotePage } from './credit-note-page.tsx'
import { ExchangeRatesPage } from './exchange-rates-page.tsx'
import { PostingsPage, TrialBalancePage } from './ledger-pages.tsx'
import { reportPage } from './open-items-report.tsx'
import { PaymentPage } from './payment-page.tsx'
import { PaymentRequestPage } from './payment-request-page.tsx'
import { PaymentRequestsPage } from './payment-requests-page.tsx'
import { PaymentsPage } from './payments-page.tsx'
import { PeriodPage } from './period-page.tsx'
import { ReceiptPage } from './receipt-page.tsx'
import { ReceiptsPage } from './receipts-page.tsx'
import { RevaluationPage, RevaluationsPage } from './revaluation-page.tsx'
import { TaxRefundLinesPage, TaxRefundReceiptsPage, TaxRefundsPage } from './tax-refunds-page.tsx'
import { TransferPage } from './transfer-page.tsx'
import { TransfersPage } from './transfers-page.tsx'

const reports: readonly Route[] = [
  {
    name: 'receivables',
    page: reportPage('receivable', 'summary'),
    permission: 'receivable.view',
    menu: { group: 'reports', order: 20, icon: <RequestQuote /> },
  },
  { name: 'receivables-detail', page: reportPage('receivable', 'detail'), permission: 'receivable.view' },
  {
    name: 'receivables-ageing',
    page: reportPage('receivable', 'ageing'),
    permission: 'receivable.view',
    menu: { group: 'reports', order: 30, icon: <HourglassBottom /> },
  },
  {
    name: 'payables',
    page: reportPage('payable', 'summary'),
    permission: 'payable.view',
    menu: { group: 'reports', order: 40, icon: <RequestQuote /> },
  },
  { name: 'payables-detail', page: reportPage('payable', 'detail'), permission: 'payable.view' },
  {
    name: 'payables-ageing',
    page: reportPage('payable', 'ageing'),
    permission: 'payable.view',
    menu: { group: 'reports', order: 50, icon: <HourglassBottom /> },
  },
  {
    name: 'trial-balance',
    page: TrialBalancePage,
    permission: 'ledger.view',
    menu: { group: 'reports', order: 90, more: true, icon: <Balance /> },
  },
  {
    name: 'postings',
    page: PostingsPage,
    permission: 'ledger.view',
    menu: { group: 'reports', order: 100, more: true, icon: <FormatListNumbered /> },
  },
]

export const treasuryRoutes: readonly Route[] = [
  { name: 'receipts', page: ReceiptsPage, permission: 'receipt.view', menu: { group: 'money', order: 10, icon: <CallReceived /> } },
  { name: 'receipt', page: ReceiptPage, permission: ['receipt.view', 'receipt.create'], actions: [{ command: 'register-receipt' }] },
  { name: 'bills', page: BillsPage, permission: 'bill.view', menu: { group: 'money', order: 20, icon: <ReceiptLong /> } },
  {
    name: 'bill',
    page: BillPage,
    permission: ['bill.view', 'bill.post'],
    actions: [{ command: 'post-bill', params: { kind: 'factory' } }],
  },
  {
    name: 'payment-requests',
    page: PaymentRequestsPage,
    permission: 'payment-request.view',
    menu: { group: 'money', order: 30, icon: <PlaylistAddCheck /> },
  },
  { name: 'payment-request', page: PaymentRequestPage, permission: ['payment-request.view', 'payment-request.create'] },
  { name: 'payments', page: PaymentsPage, permission: 'payment.view', menu: { group: 'money', order: 40, icon: <CallMade /> } },
  { name: 'payment', page: PaymentPage, permission: ['payment.view', 'payment.create'], actions: [{ command: 'register-payment' }] },
  {
    name: 'allocations',
    page: AllocationsPage,
    permission: ['receivable.view', 'payable.view'],
    menu: { group: 'money', order: 70, more: true, icon: <DoneAll /> },
  },
  {
    name: 'bank-accounts',
    page: BankAccountsPage,
    permission: 'bank-account.view',
    menu: { group: 'money', order: 50, icon: <AccountBalance /> },
  },
  { name: 'bank-account', page: BankAccountPage, permission: ['bank-account.view', 'bank-account.edit'] },
  {
    name: 'bank-movements',
    page: BankMovementsPage,
    permission: 'bank-account.view',
    menu: { group: 'money', order: 80, more: true, icon: <Timeline /> },
  },
  {
    name: 'transfers',
    page: TransfersPage,
    permission: 'bank-account.view',
    menu: { group: 'money', order: 90, more: true, icon: <SwapHoriz /> },
  },
  {
    name: 'tax-refunds',
    page: TaxRefundsPage,
    permission: 'payable.view',
    menu: { group: 'money', order: 60, icon: <RequestQuote /> },
  },
  { name: 'tax-refund-lines', page: TaxRefundLinesPage, permission: 'payable.view' },
  { name: 'tax-refund-receipts', page: TaxRefundReceiptsPage, permission: 'payable.view' },
  { name: 'transfer', page: TransferPage, permission: 'bank-account.transfer' },
  {
    name: 'exchange-rates',
    page: ExchangeRatesPage,
    permission: 'rate.view',
    menu: { group: 'money', order: 100, more: true, icon: <CurrencyExchange /> },
  },
  {
    name: 'revaluations',
    page: RevaluationsPage,
    permission: 'ledger.view',
    menu: { group: 'money', order: 105, more: true, icon: <CurrencyExchange /> },
  },
  { name: 'revaluation', page: RevaluationPage, permission: ['ledger.view', 'period.close'], actions: [{ command: 'revalue-month' }] },
  { name: 'credit-note', page: CreditNotePage, permission: ['bill.view', 'bill.post'] },
  {
    name: 'period',
    page: PeriodPage,
    permission: ['period.close', 'period.reopen'],
    titleKey: 'command.close-period',
    menu: { group: 'money', order: 110, more: true, icon: <EventAvailable /> },
  },
  ...reports,
]
