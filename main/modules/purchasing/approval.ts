// Purchase contracts and their approval: what an approver sees of one, and the gate before its goods are billed, paid or shipped. Rules P15, P16.
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { amendmentFacts, amendmentSubject } from '../../records/amendments/index.ts'
import { isSwitchedOn, requireApproved, type Approvable, type Reading, type Subject } from '../../records/approvals/index.ts'
import { requireBuyersInUse, requireDealsSoldApproved, requireSoldApproved } from '../contracts/index.ts'

/** The contract, or an amendment of one by its own id, as an approver sees it; undefined when there is none. */
const subjectOf = async (on: Reading, contractId: string): Promise<Subject | undefined> => {
  const { db } = on
  const c = await db
    .selectFrom('purchase_contract as c')
    .innerJoin('party as p', 'p.id', 'c.supplierId')
    .selectAll('c')
    .select('p.name as supplier')
    .where('c.id', '=', contractId)
    .executeTakeFirst()
  if (!c) return amendmentSubject(db, { kind: 'purchase-contract', id: contractId, amounts: false }, (id) => subjectOf(on, id))
  return {
    documentId: c.id,
    number: c.number,
    revision: c.revision,
    title: c.supplier,
    amount: money(c.total, c.currency),
    amountBase: c.totalBase,
    margin: null,
    customerLevel: null,
    ownerId: c.ownerId,
    departmentId: c.departmentId,
    facts: {
      contractDate: c.contractDate,
      ...(c.deliveryDate === null ? {} : { deliveryDate: c.deliveryDate }),
      ...(await amendmentFacts(db, c, { amounts: false })), // what it came to before is for who may see costs
    },
    ...(c.status === 'void' ? { closed: { kind: 'purchase-contract' as const, state: 'void', needed: 'draft' } } : {}),
  }
}

export const purchaseContractApproval: Approvable = { submit: 'purchase-contract.submit', amountSecret: 'cost', read: subjectOf }

/** P15: nothing is bought for a sales contract, or for a deal, before its sales contract and profit estimate are approved. */
export const requireMayBuy = async (
  ctx: CommandContext,
  lines: readonly { salesLineId: string | null; dealId: string | null }[],
): Promise<void> => {
  const sold = lines.flatMap(({ salesLineId }) => {
    const line = salesLineId === null ? undefined : ctx.tx.row('sales_line', salesLineId)
    return line ? [line.contractId] : []
  })
  const deals = lines.flatMap(({ salesLineId, dealId }) => (salesLineId === null && dealId !== null ? [dealId] : []))
  await requireBuyersInUse(ctx, { contractIds: sold, dealIds: deals })
  await requireSoldApproved(ctx, sold)
  await requireDealsSoldApproved(ctx, deals)
}

/** Refuses `approval-needed` for the first of these purchase contracts that is not approved as it stands, where that is switched on (P16). */
export const requireBoughtApproved = async (ctx: CommandContext, contractIds: Iterable<string>): Promise<void> => {
  if (!isSwitchedOn(ctx.company.switches, 'purchase-contract')) return
  const ids = [...new Set(contractIds)]
  if (ids.length === 0) return
  const rows = await ctx.db
    .selectFrom('purchase_contract')
    .select(['id', 'number', 'revision'])
    .where('id', 'in', ids)
    .orderBy('numberKey')
    .execute()
  for (const { id, number, revision } of rows) await requireApproved(ctx, 'purchase-contract', { documentId: id, revision, number })
}

/** The same by the lines of purchase contracts whose goods are about to leave. */
export const requireBoughtLinesApproved = async (ctx: CommandContext, purchaseLineIds: Iterable<string>): Promise<void> => {
  const lines = [...purchaseLineIds].flatMap((id) => ctx.tx.row('purchase_line', id) ?? [])
  await requireBoughtApproved(
    ctx,
    lines.map((l) => l.contractId),
  )
}
