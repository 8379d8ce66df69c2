// The table of every command: name → declaration. Types of inputs and outcomes are inferred from here.
import type { z } from 'zod'
import { amendmentsCommands } from './modules/amendments/calls.ts'
import { approvalsCommands } from './modules/approvals/calls.ts'
import { backupsCommands } from './modules/backups/calls.ts'
import { catalogueCommands } from './modules/catalogue/calls.ts'
import { contractsCommands } from './modules/contracts/calls.ts'
import { creditCommands } from './modules/credit/calls.ts'
import { estimatesCommands } from './modules/estimates/calls.ts'
import { freightCommands } from './modules/freight/calls.ts'
import { lettersCommands } from './modules/letters-of-credit/calls.ts'
import { listViewsCommands } from './modules/list-views/calls.ts'
import { partiesCommands } from './modules/parties/calls.ts'
import { peopleCommands } from './modules/people/calls.ts'
import { paymentRequestsCommands } from './modules/payment-requests/calls.ts'
import { productionCommands } from './modules/production/calls.ts'
import { purchasingCommands } from './modules/purchasing/calls.ts'
import { quotationsCommands } from './modules/quotations/calls.ts'
import { shipmentsCommands } from './modules/shipments/calls.ts'
import { taxRefundsCommands } from './modules/tax-refunds/calls.ts'
import { bankAccountCommands } from './modules/bank-accounts/calls.ts'
import { openItemCommands } from './modules/open-items/calls.ts'
import { billCommands } from './modules/bills/calls.ts'
import { receiptAndPaymentCommands } from './modules/receipts-and-payments/calls.ts'
import { bookCommands } from './modules/books/calls.ts'

export const commands = {
  ...peopleCommands,
  ...backupsCommands,
  ...approvalsCommands,
  ...partiesCommands,
  ...creditCommands,
  ...catalogueCommands,
  ...amendmentsCommands,
  ...contractsCommands,
  ...quotationsCommands,
  ...purchasingCommands,
  ...productionCommands,
  ...freightCommands,
  ...shipmentsCommands,
  ...lettersCommands,
  ...bankAccountCommands,
  ...openItemCommands,
  ...billCommands,
  ...paymentRequestsCommands,
  ...receiptAndPaymentCommands,
  ...taxRefundsCommands,
  ...bookCommands,
  ...estimatesCommands,
  ...listViewsCommands,
}
export type CommandName = keyof typeof commands
export type CommandInput<N extends CommandName> = z.input<(typeof commands)[N]['input']>
export type CommandParsed<N extends CommandName> = z.output<(typeof commands)[N]['input']>
export type CommandOutcome<N extends CommandName> = z.output<(typeof commands)[N]['outcome']>
export const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)
