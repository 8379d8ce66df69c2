// Giving purchase contracts the milestones of a template: by itself when one is signed, or by hand for several. Rules M1 to M4 of SPEC.md.
import type { Selectable } from 'kysely'
import type { MilestoneTemplateTable, PurchaseContractTable } from '../../../db/schema/tables.ts'
import type { ReadableDb } from '../../../db/open.ts'
import type { Resource } from '../../../preload/contract/access.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { planDays, type Anchors } from './rules.ts'

type Template = Selectable<MilestoneTemplateTable>
export type Contract = Selectable<PurchaseContractTable>

/** A signed purchase contract in the viewer's scope; milestones are for goods that are really being made. `as` is what was asked for. Refuses `not-found`, `wrong-state`. */
export const contractInProduction = (ctx: CommandContext, contractId: string, as: Resource = 'purchase-contract'): Contract => {
  const contract = ctx.orNotFound(ctx.tx.row('purchase_contract', contractId), as)
  ctx.requireScope('purchase-contract', contract, as)
  if (contract.status !== 'signed') refuse('wrong-state', { kind: 'purchase-contract', state: contract.status, needed: 'signed' })
  return contract
}

/** The earliest latest shipment of the signed sales contracts that a purchase contract is bought for. */
export const latestShipmentOf = async (db: ReadableDb, contractId: string): Promise<IsoDate | null> => {
  const { day } = await db
    .selectFrom('purchase_line as l')
    .innerJoin('sales_line as s', 's.id', 'l.salesLineId')
    .innerJoin('sales_contract as c', 'c.id', 's.contractId')
    .select((e) => e.fn.min('c.latestShipment').as('day'))
    .where('l.contractId', '=', contractId)
    .where('c.status', '=', 'signed')
    .executeTakeFirstOrThrow()
  return day
}

export const anchorsOf = async (ctx: CommandContext, contract: Contract): Promise<Anchors> => ({
  signedOn: contract.signedOn ?? contract.contractDate,
  deliveryDate: contract.deliveryDate,
  latestShipment: await latestShipmentOf(ctx.db, contract.id),
})

const milestonesOf = (ctx: CommandContext, contractId: string) =>
  ctx.db.selectFrom('milestone').selectAll().where('contractId', '=', contractId).orderBy('position').execute()

/** Takes away a template's milestones of which nothing has happened yet; refuses `milestones-begun` once something has (M4). What was added by hand moves behind `room` others. */
const makeRoom = async (ctx: CommandContext, contract: Contract, room: number): Promise<void> => {
  const all = await milestonesOf(ctx, contract.id)
  const added = all.filter((m) => m.anchor === null)
  for (const [at, { id }] of added.entries()) ctx.tx.patch('milestone', id, { position: room + at })
  const old = all.filter((m) => m.anchor !== null)
  if (old.length === 0) return
  const touched = await ctx.db
    .selectFrom('milestone_event')
    .select('milestoneId')
    .distinct()
    .where(
      'milestoneId',
      'in',
      old.map((m) => m.id),
    )
    .execute()
  if (touched.length > 0) refuse('milestones-begun', { contract: contract.number, touched: touched.length })
  for (const { id } of old) ctx.tx.remove('milestone', id)
}

/** Puts a template's lines on a contract as milestones of its own: what the template says later changes nothing of them (M3). */
const applyTo = async (ctx: CommandContext, contract: Contract, template: Template, merchandiserId: string | null): Promise<void> => {
  const lines = await ctx.db
    .selectFrom('milestone_template_line')
    .selectAll()
    .where('templateId', '=', template.id)
    .orderBy('position')
    .execute()
  await makeRoom(ctx, contract, lines.length)
  const fields = { templateName: template.name, templateNameEn: template.nameEn, merchandiserId }
  const old = ctx.tx.row('production', contract.id)
  if (old) ctx.tx.patch('production', contract.id, { ...fields, revision: old.revision + 1 })
  else ctx.tx.put('production', { id: contract.id, ...fields, createdAt: ctx.now, revision: 1 })
  const days = planDays(lines, await anchorsOf(ctx, contract))
  for (const [position, line] of lines.entries()) {
    const { kind, name, nameEn, anchor, offsetDays, responsible, userId, needsNote } = line
    ctx.tx.put('milestone', {
      id: derivedId(contract.id, `milestone ${line.id}`),
      contractId: contract.id,
      ...{ position, kind, name, nameEn, anchor, offsetDays, responsible, userId, needsNote },
      ...{
        plannedOn: days[position] ?? null,
        revisedOn: null,
        state: 'open',
        doneOn: null,
        note: '',
        checked: null,
        defects: null,
        provedBy: null,
      },
      revision: 1,
    })
  }
}

/** Whoever can be named for a contract: a user of today. Refuses `not-found`, `wrong-state`. */
export const requireActiveUser = (ctx: CommandContext, userId: string | null): void => {
  if (userId === null) return
  if (ctx.orNotFound(ctx.tx.row('user', userId), 'user').active !== 1)
    refuse('wrong-state', { kind: 'user', state: 'inactive', needed: 'active' })
}

/** A contract just signed gets the company's default template, where there is one (M1). Told by purchasing. */
export const followSigned = async (ctx: CommandContext, contractId: string): Promise<void> => {
  const template = await ctx.db
    .selectFrom('milestone_template')
    .selectAll()
    .where('isDefault', '=', 1)
    .where('active', '=', 1)
    .executeTakeFirst()
  const contract = ctx.tx.row('purchase_contract', contractId)
  if (template && contract) await applyTo(ctx, contract, template, null)
}

/** Contracts in production, each once, whose follow-up is still as it was seen (U22). Refuses `changed-meanwhile` and what `contractInProduction` does. */
const asSeen = (ctx: CommandContext, seen: readonly { contractId: string; revision?: number | undefined }[]): Contract[] => {
  const revisions = new Map(seen.map((one) => [one.contractId, one.revision ?? 0]))
  return [...revisions].map(([id, revision]) => {
    const contract = contractInProduction(ctx, id)
    ctx.requireRevision({ revision: ctx.tx.row('production', id)?.revision ?? 0 }, revision)
    return contract
  })
}

export const applyMilestones: CommandHandler<'apply-milestones'> = async ({ contracts, templateId, merchandiserId }, ctx) => {
  const template = ctx.orNotFound(ctx.tx.row('milestone_template', templateId), 'milestone-template')
  if (template.active !== 1) refuse('wrong-state', { kind: 'milestone-template', state: 'inactive', needed: 'active' })
  requireActiveUser(ctx, merchandiserId)
  const all = asSeen(ctx, contracts)
  for (const contract of all) await applyTo(ctx, contract, template, merchandiserId)
  return { applied: all.length }
}

export const assignMerchandiser: CommandHandler<'assign-merchandiser'> = ({ contracts, merchandiserId }, ctx) => {
  requireActiveUser(ctx, merchandiserId)
  for (const contract of asSeen(ctx, contracts)) {
    const production = ctx.orNotFound(ctx.tx.row('production', contract.id), 'milestone')
    ctx.tx.patch('production', contract.id, { merchandiserId, revision: production.revision + 1 })
  }
  return {}
}
