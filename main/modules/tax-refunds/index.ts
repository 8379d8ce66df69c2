// The door of tax refunds: what the tax bureau owes us for exports, and what of it came in.
import { taxRefundCommands } from './commands.ts'
import { taxRefundLists } from './lists.ts'

export const taxRefunds = { commands: taxRefundCommands, queries: {}, lists: taxRefundLists }
