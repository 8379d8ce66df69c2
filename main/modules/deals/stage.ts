// Keeps what a deal shows of its documents: its stage and its contracted amount. Called after every command that changes one of them.
import { owedSql } from '../../../db/ledger/sides.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { stageOf, type DealFacts } from './rules.ts'

// Each part goes over an index and ends at the first row that answers it: a deal with a thousand bills must not cost more than one with two.
// The test beside asserts the plans.

const SOLD = `
  SELECT c.*,
    EXISTS (SELECT 1 FROM sales_contract c JOIN sales_line l ON l.contractId = c.id
      WHERE c.dealId = @deal AND c.status = 'signed' AND l.shipped < l.quantity) AS unshippedLines
  FROM (SELECT count(*) FILTER (WHERE status = 'draft') AS salesDrafts, count(*) FILTER (WHERE status = 'signed') AS salesSigned,
      coalesce(sum(totalBase) FILTER (WHERE status = 'signed'), 0) AS contractedBase
    FROM sales_contract WHERE dealId = @deal) c`
const ON_ITS_WAY = `
  SELECT EXISTS (SELECT 1 FROM shipment_line l JOIN shipment s ON s.id = l.shipmentId WHERE l.dealId = @deal AND s.status <> 'void') AS shipments,
    EXISTS (SELECT 1 FROM purchase_line l JOIN purchase_contract p ON p.id = l.contractId WHERE l.dealId = @deal AND p.status = 'draft') AS purchaseDrafts,
    EXISTS (SELECT 1 FROM purchase_line l JOIN purchase_contract p ON p.id = l.contractId WHERE l.dealId = @deal AND p.status = 'signed') AS purchaseSigned`
const UNPAID = `
  SELECT EXISTS (SELECT 1 FROM ledger_key k JOIN open_item i ON i.deal = k.key
    WHERE k.id = @deal AND i.account = '1122' AND i.deal IS NOT NULL AND i.openForeign <> 0) AS openReceivables`
/** More is shipped of a purchase line than billed, in the unit it is sold in, by more than the conversion rounds (purchasing P22). */
const SHIPPED_UNBILLED = '2 * (l.shipped * l.unitsBought - l.billed * l.unitsSold) > l.unitsBought'
const UNSETTLED = `
  SELECT EXISTS (SELECT 1 FROM purchase_line l JOIN purchase_contract p ON p.id = l.contractId
      WHERE l.dealId = @deal AND p.status <> 'void' AND l.amount <> 0 AND ${SHIPPED_UNBILLED}) AS unbilledLines,
    EXISTS (SELECT 1 FROM bill_share s CROSS JOIN bill_line b ON b.id = s.billLineId CROSS JOIN open_item i ON i.documentId = b.billId
      WHERE s.dealId = @deal AND ${owedSql('payable', 'i')} AND i.openForeign <> 0)
    OR EXISTS (SELECT 1 FROM purchase_line l CROSS JOIN purchase_contract p ON p.id = l.contractId
      CROSS JOIN bill_line b ON b.purchaseLineId = l.id CROSS JOIN open_item i ON i.documentId = b.billId
      WHERE l.dealId = @deal AND p.status <> 'void' AND ${owedSql('payable', 'i')} AND i.openForeign <> 0) AS openPayables,
    EXISTS (SELECT 1 FROM ledger_key k JOIN open_item i ON i.deal = k.key
      WHERE k.id = @deal AND i.account = '1221' AND i.deal IS NOT NULL AND i.openForeign <> 0) AS openRefunds`
/** For the test of their plans. */
export const DEAL_FACTS = [SOLD, ON_ITS_WAY, UNPAID, UNSETTLED]

/** A deal's stage is asked for after nearly every command, so what cannot change the answer is not asked: it stays at none. */
const factsOf = (ctx: CommandContext, deal: string): DealFacts & { contractedBase: number } => {
  const ask = (text: string) => ctx.tx.sql.prepare(text).get({ deal }) as Partial<DealFacts>
  const none = { shipments: 0, purchaseDrafts: 0, purchaseSigned: 0, unbilledLines: 0, openReceivables: 0, openPayables: 0, openRefunds: 0 }
  const sold = ask(SOLD) as Pick<DealFacts, 'salesDrafts' | 'salesSigned' | 'unshippedLines'> & { contractedBase: number }
  if (sold.salesSigned === 0) return { ...none, ...sold }
  if (sold.unshippedLines > 0) return { ...none, ...sold, ...ask(ON_ITS_WAY) }
  const unpaid = ask(UNPAID)
  return { ...none, ...sold, ...unpaid, ...(unpaid.openReceivables === 0 ? ask(UNSETTLED) : {}) }
}

/** Derives a deal's stage and contracted amount from its documents and stores what has changed (C8, C9). A deal that is gone is left alone. */
export const refreshDeal = async (ctx: CommandContext, dealId: string): Promise<void> => {
  const deal = ctx.tx.row('deal', dealId)
  if (!deal) return
  const { contractedBase, ...facts } = factsOf(ctx, dealId)
  const stage = stageOf(facts)
  if (deal.stage === stage && deal.contractedBase === contractedBase) return
  ctx.tx.patch('deal', dealId, { stage, contractedBase, revision: deal.revision + 1 })
}
/** Derives each of these deals once. */
export const refreshDeals = async (ctx: CommandContext, dealIds: Iterable<string>): Promise<void> => {
  for (const dealId of new Set(dealIds)) await refreshDeal(ctx, dealId)
}
