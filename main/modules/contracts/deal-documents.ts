// What stands in a deal or hangs on a contract: asked before anything is taken away.
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

export type Hanging = { kind: 'purchase-contract' | 'shipment' | 'receipt'; number: string }

/** The first document that hangs on a sales contract: a live purchase contract or shipment with one of its lines, or money received for it. */
export const hangingOn = async (ctx: CommandContext, contractId: string): Promise<Hanging | undefined> => {
  const { rows } = await sql<Hanging>`
    select 'purchase-contract' as kind, p.number from purchase_contract p
      join purchase_line l on l.contractId = p.id join sales_line s on s.id = l.salesLineId
      where s.contractId = ${contractId} and p.status <> 'void'
    union all
    select 'shipment', s.number from shipment s join shipment_line l on l.shipmentId = s.id where l.contractId = ${contractId} and s.status <> 'void'
    limit 1
  `.execute(ctx.db)
  return rows[0]
}

/** Money that names the contract, reversed or not: such a contract stays, if only as void. */
export const receiptFor = async (ctx: CommandContext, contractId: string): Promise<Hanging | undefined> => {
  const row = await ctx.db.selectFrom('receipt').select('number').where('contractId', '=', contractId).executeTakeFirst()
  return row && { kind: 'receipt', number: row.number }
}
