// Documents that depend on a sales contract: asked before it is voided or discarded. Rule C11 of SPEC.md.
import { sql } from 'kysely'
import type { CommandContext } from '../../commands/define-command.ts'

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
