// What follows when a purchase contract was signed: contributed by later modules, called inside the same transaction.
import type { CommandContext } from '../../commands/define-command.ts'
import { listOf } from '../../records/contributions.ts'

export const afterPurchaseSigned = listOf<(ctx: CommandContext, contractId: string) => Promise<void>>('after purchase signed')
