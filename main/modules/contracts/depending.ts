// Documents that depend on a sales contract: asked before it is voided or discarded. Rule C11 of SPEC.md.
import { sql } from 'kysely'
import type { ReadableDb } from '../../../db/open.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { oneOf } from '../../records/contributions.ts'
import { boughtGoods, carriedGoods } from './later-goods.ts'

export type Dependent = { kind: 'purchase-contract' | 'shipment' | 'receipt'; number: string }

/** The first document that depends on a sales contract: a live purchase contract or shipment with one of its lines. */
export const dependingOn = async (ctx: CommandContext, contractId: string): Promise<Dependent | undefined> => {
  const { rows } = await sql<Dependent>`
    select 'purchase-contract' as kind, b.number from sales_line s join ${ctx.contributed(boughtGoods)} b on b.salesLineId = s.id
      where s.contractId = ${contractId} and b.status <> 'void'
    union all
    select 'shipment', c.number from ${ctx.contributed(carriedGoods)} c where c.contractId = ${contractId} and c.status <> 'void'
    limit 1
  `.execute(ctx.db)
  return rows[0]
}

/** Number of the first receipt that names a sales contract, reversed or not; given by the module of receipts. */
export const receiptOfContract = oneOf<(db: ReadableDb, contractId: string) => Promise<string | undefined>>('receipt of a contract')

/** Money that names the contract, reversed or not: such a contract stays, if only as void. */
export const receiptFor = async (ctx: CommandContext, contractId: string): Promise<Dependent | undefined> => {
  const number = await ctx.contributed(receiptOfContract)(ctx.db, contractId)
  return number === undefined ? undefined : { kind: 'receipt', number }
}
