// Sales contracts and their approval: what an approver sees of one, and the gate before everything that is bought or shipped for it. Rules C14, C15.
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { amendmentFacts, amendmentSubject } from '../../records/amendments/index.ts'
import {
  isSwitchedOn,
  marginOfDeal,
  requireApproved,
  requireDealApproved,
  type Approvable,
  type Reading,
  type Subject,
} from '../../records/approvals/index.ts'
import { requirePartyInUse } from '../parties/index.ts'
import { sharesText } from './shares.ts'

const present = (facts: Record<string, string | null>): Record<string, string> =>
  Object.fromEntries(Object.entries(facts).flatMap(([key, value]) => (value === null || value === '' ? [] : [[key, value]])))

/** The contract, or an amendment of one by its own id, as an approver sees it; undefined when there is none. */
const subjectOf = async (on: Reading, contractId: string): Promise<Subject | undefined> => {
  const { db } = on
  const c = await db
    .selectFrom('sales_contract as c')
    .innerJoin('party as p', 'p.id', 'c.customerId')
    .innerJoin('deal as d', 'd.id', 'c.dealId')
    .selectAll('c')
    .select(['p.name as customer', 'p.level', 'd.number as dealNumber'])
    .where('c.id', '=', contractId)
    .executeTakeFirst()
  if (!c) return amendmentSubject(db, { kind: 'sales-contract', id: contractId, amounts: true }, (id) => subjectOf(on, id))
  return {
    documentId: c.id,
    number: c.number,
    revision: c.revision,
    title: c.customer,
    amount: money(c.total, c.currency),
    amountBase: c.totalBase,
    ...(await marginOfDeal(on, c.dealId)),
    customerLevel: c.level,
    ownerId: c.ownerId,
    departmentId: c.departmentId,
    facts: present({
      dealNumber: c.dealNumber,
      contractDate: c.contractDate,
      buyerOrderNumber: c.buyerOrderNumber,
      latestShipment: c.latestShipment,
      portOfDischarge: c.portOfDischarge,
      shares: await sharesText(db, c),
      ...(await amendmentFacts(db, c, { amounts: true })),
    }),
    ...(c.status === 'void' ? { closed: { kind: 'sales-contract' as const, state: 'void', needed: 'draft' } } : {}),
  }
}

export const salesContractApproval: Approvable = { submit: 'sales-contract.submit', read: subjectOf }

const contractsToAsk = (ctx: CommandContext) =>
  ctx.db
    .selectFrom('sales_contract as c')
    .innerJoin('deal as d', 'd.id', 'c.dealId')
    .select(['c.id', 'c.number', 'c.revision', 'c.dealId', 'd.number as dealNumber'])

/**
 * Refuses `approval-needed` for the first of these contracts that is not approved as it stands, or whose deal's profit estimate is not,
 * where the company has switched that on (C15). Asked before anything is bought or shipped for them.
 */
export const requireSoldApproved = async (ctx: CommandContext, contractIds: Iterable<string>): Promise<void> => {
  const { switches } = ctx.company
  if (!isSwitchedOn(switches, 'sales-contract') && !isSwitchedOn(switches, 'profit-estimate')) return
  const ids = [...new Set(contractIds)]
  if (ids.length === 0) return
  for (const c of await contractsToAsk(ctx).where('c.id', 'in', ids).orderBy('c.numberKey').execute()) {
    await requireApproved(ctx, 'sales-contract', { documentId: c.id, revision: c.revision, number: c.number })
    await requireDealApproved(ctx, 'profit-estimate', { dealId: c.dealId, number: c.dealNumber })
  }
}

/** Nothing is bought for a customer who has been blacklisted since (C25): by the contracts it is bought for, or the deals. */
export const requireBuyersInUse = async (
  ctx: CommandContext,
  of: { contractIds: readonly string[]; dealIds: readonly string[] },
): Promise<void> => {
  const buyers = new Set<string>()
  for (const id of new Set(of.contractIds)) buyers.add(ctx.tx.row('sales_contract', id)?.customerId ?? '')
  for (const id of new Set(of.dealIds)) buyers.add(ctx.tx.row('deal', id)?.customerId ?? '')
  for (const id of buyers) requirePartyInUse(ctx, id)
}

/** The same for goods bought for a deal without naming a sales line: every contract of the deal that is not void must be approved (C15). */
export const requireDealsSoldApproved = async (ctx: CommandContext, dealIds: Iterable<string>): Promise<void> => {
  const ids = [...new Set(dealIds)]
  if (ids.length === 0) return
  const rows = await ctx.db
    .selectFrom('sales_contract')
    .select('id')
    .where('dealId', 'in', ids)
    .where('status', '<>', 'void')
    .orderBy('id')
    .execute()
  await requireSoldApproved(
    ctx,
    rows.map((r) => r.id),
  )
}
