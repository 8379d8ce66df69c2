// The table of every command: name → declaration. Types of inputs and outcomes are inferred from here.
import type { z } from 'zod'
import { amendmentsCommands } from './modules/amendments.ts'
import { approvalsCommands } from './modules/approvals.ts'
import { backupsCommands } from './modules/backups.ts'
import { catalogueCommands } from './modules/catalogue.ts'
import { contractsCommands } from './modules/contracts.ts'
import { creditCommands } from './modules/credit.ts'
import { estimatesCommands } from './modules/estimates.ts'
import { freightCommands } from './modules/freight.ts'
import { lettersCommands } from './modules/letters.ts'
import { listViewsCommands } from './modules/list-views.ts'
import { partiesCommands } from './modules/parties.ts'
import { peopleCommands } from './modules/people.ts'
import { paymentRequestsCommands } from './modules/payment-requests.ts'
import { productionCommands } from './modules/production.ts'
import { purchasingCommands } from './modules/purchasing.ts'
import { quotationsCommands } from './modules/quotations.ts'
import { shipmentsCommands } from './modules/shipments.ts'
import { taxRefundsCommands } from './modules/tax-refunds.ts'
import { treasuryCommands } from './modules/treasury.ts'

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
  ...treasuryCommands,
  ...taxRefundsCommands,
  ...paymentRequestsCommands,
  ...estimatesCommands,
  ...listViewsCommands,
}
export type CommandName = keyof typeof commands
export type CommandInput<N extends CommandName> = z.input<(typeof commands)[N]['input']>
export type CommandParsed<N extends CommandName> = z.output<(typeof commands)[N]['input']>
export type CommandOutcome<N extends CommandName> = z.output<(typeof commands)[N]['outcome']>
export const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)
