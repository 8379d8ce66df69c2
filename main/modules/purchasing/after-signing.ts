// Who wants to know that a purchase contract was signed: told inside the same transaction, by a later module that has declared itself.
import type { CommandContext } from '../../commands/define-command.ts'

type AfterSigning = (ctx: CommandContext, contractId: string) => Promise<void>
let told: AfterSigning | undefined

/** Declared once, by production follow-up. */
export const afterPurchaseSigned = (given: AfterSigning): void => void (told = given)
export const tellSigned = async (ctx: CommandContext, contractId: string): Promise<void> => {
  await told?.(ctx, contractId)
}
