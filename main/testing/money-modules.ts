// The modules of money, for offices of tests that need all of them.
import { bankAccounts } from '../modules/bank-accounts/index.ts'
import { openItems } from '../modules/open-items/index.ts'
import { bills } from '../modules/bills/index.ts'
import { paymentRequests } from '../modules/payment-requests/index.ts'
import { receiptsAndPayments } from '../modules/receipts-and-payments/index.ts'
import { taxRefunds } from '../modules/tax-refunds/index.ts'
import { books } from '../modules/books/index.ts'

export const moneyModules = [bankAccounts, openItems, bills, paymentRequests, receiptsAndPayments, taxRefunds, books] as const
