// Milestones that documents prove: a deposit paid, space booked, goods dispatched. Ticked by the document, open again without it. Rule M15 of SPEC.md.
import type { Selectable } from 'kysely'
import type { ReadableDb } from '../../../db/open.ts'
import type { PurchaseContractTable } from '../../../db/schema/tables.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { type PaymentTerm, splitByTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { oneOf } from '../../records/contributions.ts'
import { carriedGoods } from '../contracts/index.ts'
import { happen } from './milestones.ts'
import { isOpen } from './rules.ts'

type Contract = Selectable<PurchaseContractTable>
/** The document that is saved now: what it is called in the history, and the day it counts from. */
export type Proof = { documentId: string; number: string; on: IsoDate }
const PROVED_KINDS = ['deposit', 'booking', 'dispatch'] as const
type Proved = (typeof PROVED_KINDS)[number]

/** Nothing of the contract is left in the factory. */
const allGone = async (ctx: CommandContext, contract: Contract): Promise<boolean> => {
  const lines = await ctx.db.selectFrom('purchase_line').select(['quantity', 'shipped']).where('contractId', '=', contract.id).execute()
  return lines.some((l) => l.shipped > 0) && lines.every((l) => l.shipped >= l.quantity)
}

/** Minor units paid for a purchase contract in its own currency, undefined where nothing was; given by the module of payments. */
export const paidForPurchase = oneOf<(db: ReadableDb, contract: Contract) => Promise<number | undefined>>('paid for a purchase')

/** What is due on signing has been paid for the contract; any payment, where nothing is. */
const depositPaid = async (ctx: CommandContext, contract: Contract): Promise<boolean> => {
  const paid = await ctx.contributed(paidForPurchase)(ctx.db, contract)
  if (paid === undefined) return false
  const term = JSON.parse(contract.paymentTerm) as PaymentTerm
  const parts = splitByTerm(contract.total, term)
  return paid >= term.reduce((due, instalment, at) => (instalment.event === 'on-signing' ? due + (parts[at] ?? 0) : due), 0)
}

/** A shipment that carries goods bought by the contract stands booked, or has left. */
const booked = async (ctx: CommandContext, contract: Contract): Promise<boolean> => {
  const shipment = await ctx.db
    .selectFrom(ctx.contributed(carriedGoods).as('l'))
    .innerJoin('purchase_line as p', 'p.salesLineId', 'l.salesLineId')
    .select('l.shipmentId')
    .where('p.contractId', '=', contract.id)
    .where('p.quantity', '>', 0)
    .where('l.status', 'not in', ['planned', 'void'])
    .limit(1)
    .executeTakeFirst()
  return shipment !== undefined
}

const FACTS: Record<Proved, (ctx: CommandContext, contract: Contract) => Promise<boolean>> = {
  deposit: depositPaid,
  booking: booked,
  dispatch: allGone,
}

/** M15. Called after a document has changed what is paid, booked or shipped of these purchase contracts. */
export const proveMilestones = async (ctx: CommandContext, contractIds: Iterable<string>, proof: Proof): Promise<void> => {
  const ids = [...new Set(contractIds)]
  if (ids.length === 0) return
  const milestones = await ctx.db
    .selectFrom('milestone')
    .selectAll()
    .where('contractId', 'in', ids)
    .where('kind', 'in', PROVED_KINDS)
    .orderBy('contractId')
    .orderBy('position')
    .execute()
  for (const milestone of milestones) {
    const contract = ctx.tx.row('purchase_contract', milestone.contractId)
    if (!contract || contract.status !== 'signed') continue
    const ticked = milestone.state === 'done' && milestone.provedBy !== null
    if (!isOpen(milestone) && !ticked) continue // What somebody ticked or skipped is theirs.
    const holds = await FACTS[milestone.kind as Proved](ctx, contract)
    if (holds && !ticked) {
      const done = { state: 'done', doneOn: proof.on, note: proof.number, provedBy: proof.documentId }
      await happen(ctx, milestone, done, { act: 'done', on: proof.on, note: proof.number })
    }
    if (!holds && ticked)
      await happen(ctx, milestone, { state: 'open', doneOn: null, note: '', provedBy: null }, { act: 'reopened', note: proof.number })
  }
}

/** Purchase contracts whose goods stand in a shipment. */
export const contractsInShipment = async (ctx: CommandContext, salesLineIds: readonly string[]): Promise<string[]> => {
  const ids = [...new Set(salesLineIds)]
  if (ids.length === 0) return []
  const rows = await ctx.db
    .selectFrom('purchase_line')
    .select('contractId')
    .distinct()
    .where('salesLineId', 'in', ids)
    .orderBy('contractId')
    .execute()
  return rows.map((r) => r.contractId)
}
