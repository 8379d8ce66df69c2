// Keeps what a deal shows of its documents: its stage and its contracted amount. Called after every command that changes one of them.
import type { Contributed } from '../../commands/contributed.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { dealFacts, soldInDeal } from './parts.ts'
import { stageOf, type DealFacts } from './rules.ts'

// Each part goes over an index and ends at the first row that answers it: a deal with a thousand bills must not cost more than one with two.
// The test beside asserts the plans.

const openItems = (account: string): string => `EXISTS (SELECT 1 FROM ledger_key k JOIN open_item i ON i.deal = k.key
  WHERE k.id = @deal AND i.account = '${account}' AND i.deal IS NOT NULL AND i.openForeign <> 0)`
const UNPAID = `SELECT ${openItems('1122')} AS openReceivables`

/** The statements that a deal's stage is derived from, in the order in which they are asked. */
export const dealStatements = (contributed: Contributed) => {
  const asked = (...facts: (keyof typeof dealFacts)[]) => facts.map((fact) => `${contributed(dealFacts[fact])} AS ${fact}`).join(',\n  ')
  return {
    sold: contributed(soldInDeal),
    onItsWay: `SELECT ${asked('shipments', 'purchaseDrafts', 'purchaseSigned')}`,
    unpaid: UNPAID,
    unsettled: `SELECT ${asked('unbilledLines', 'openPayables')},\n  ${openItems('1221')} AS openRefunds`,
  }
}

/** A deal's stage is asked for after nearly every command, so what cannot change the answer is not asked: it stays at none. */
const factsOf = (ctx: CommandContext, deal: string): DealFacts & { contractedBase: number } => {
  const statements = dealStatements(ctx.contributed)
  const ask = (text: string) => ctx.tx.sql.prepare(text).get({ deal }) as Partial<DealFacts>
  const none = { shipments: 0, purchaseDrafts: 0, purchaseSigned: 0, unbilledLines: 0, openReceivables: 0, openPayables: 0, openRefunds: 0 }
  const sold = ask(statements.sold) as Pick<DealFacts, 'salesDrafts' | 'salesSigned' | 'unshippedLines'> & { contractedBase: number }
  if (sold.salesSigned === 0) return { ...none, ...sold }
  if (sold.unshippedLines > 0) return { ...none, ...sold, ...ask(statements.onItsWay) }
  const unpaid = ask(statements.unpaid)
  return { ...none, ...sold, ...unpaid, ...(unpaid.openReceivables === 0 ? ask(statements.unsettled) : {}) }
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
