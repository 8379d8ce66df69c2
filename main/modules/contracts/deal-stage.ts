// Keeps what a deal shows of its documents: its stage and its contracted amount. Called after every command that changes one of them.
import { sql } from 'kysely'
import type { CommandContext } from '../../commands/define-command.ts'
import { stageOf, type DealFacts } from './rules.ts'

/** One statement, each part over an index: a deal's stage is asked for after nearly every command. */
const factsOf = async (ctx: CommandContext, dealId: string): Promise<DealFacts & { contractedBase: number }> => {
  const { rows } = await sql<DealFacts & { contractedBase: number }>`
    with contracts as (select id, status, totalBase from sales_contract where dealId = ${dealId}),
      bought as (
        select l.id, l.shipped, l.billed, p.status from purchase_line l join purchase_contract p on p.id = l.contractId
        where l.dealId = ${dealId} and p.status <> 'void'
      ),
      bills as (
        select billId from bill_line where purchaseLineId in (select id from bought)
        union select b.billId from bill_share s join bill_line b on b.id = s.billLineId where s.dealId = ${dealId}
      )
    select
      (select count(*) from contracts where status = 'draft') as salesDrafts,
      (select count(*) from contracts where status = 'signed') as salesSigned,
      (select coalesce(sum(totalBase), 0) from contracts where status = 'signed') as contractedBase,
      (select count(*) from sales_line l join contracts c on c.id = l.contractId where c.status = 'signed' and l.shipped < l.quantity) as unshippedLines,
      (select count(*) from shipment_line l join shipment s on s.id = l.shipmentId where l.dealId = ${dealId} and s.status <> 'void') as shipments,
      (select count(*) from bought where status = 'draft') as purchaseDrafts,
      (select count(*) from bought where status = 'signed') as purchaseSigned,
      (select count(*) from bought where shipped > billed) as unbilledLines,
      (select count(*) from open_item i join ledger_key k on k.key = i.deal
        where k.id = ${dealId} and i.account = '1122' and i.deal is not null and i.openForeign <> 0) as openReceivables,
      (select count(*) from open_item where documentId in (select billId from bills) and account in ('2202', '2241') and openForeign <> 0) as openPayables
  `.execute(ctx.db)
  return rows[0]!
}

/** Derives a deal's stage and contracted amount from its documents and stores what has changed (C8, C9). A deal that is gone is left alone. */
export const refreshDeal = async (ctx: CommandContext, dealId: string): Promise<void> => {
  const deal = ctx.tx.row('deal', dealId)
  if (!deal) return
  const { contractedBase, ...facts } = await factsOf(ctx, dealId)
  const stage = stageOf(facts)
  if (deal.stage === stage && deal.contractedBase === contractedBase) return
  ctx.tx.patch('deal', dealId, { stage, contractedBase, revision: deal.revision + 1 })
}
