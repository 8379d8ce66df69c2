// Whether anything is in a deal: asked before it is taken away or given to another customer.
import { sql } from 'kysely'
import type { CommandContext } from '../../commands/define-command.ts'

/** Whether a profit estimate was ever made or asked for in the deal: such a deal stays, and the estimate goes where the deal goes. */
export const isEstimated = async (ctx: CommandContext, dealId: string): Promise<boolean> => {
  const { rows } = await sql<{ estimated: number }>`
    select (exists (select 1 from profit_estimate where dealId = ${dealId}) or exists (select 1 from estimate_request where dealId = ${dealId})) as estimated
  `.execute(ctx.db)
  return Number(rows[0]!.estimated) === 1
}

/** Whether any document but this sales contract and its estimates belongs to the deal, void ones included: they keep their history. */
export const dealIsUsed = async (ctx: CommandContext, dealId: string, exceptContractId: string | null): Promise<boolean> => {
  const { rows } = await sql<{ used: number }>`
    select (
      exists (select 1 from sales_contract where dealId = ${dealId} and id <> ${exceptContractId ?? ''})
      or exists (select 1 from purchase_line where dealId = ${dealId})
      or exists (select 1 from shipment_line where dealId = ${dealId})
      or exists (select 1 from bill_share where dealId = ${dealId})
      or exists (select 1 from receipt where dealId = ${dealId})
      or exists (select 1 from credit_note where dealId = ${dealId})
    ) as used
  `.execute(ctx.db)
  return Number(rows[0]!.used) === 1
}
