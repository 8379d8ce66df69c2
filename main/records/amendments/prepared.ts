// An amendment in preparation: which contract may have one, which one is meant, and keeping what is typed into it. Rules AM2, AM3, AM8.
import type { AmendedKind } from '../../../preload/contract/records.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { endApprovals } from '../approvals/index.ts'
import { amendableOf, type Amendable, type Content, type ContractInForce } from './kinds.ts'
import type { VersionRow } from './versions.ts'

/** The signed contract in the viewer's scope, for who may amend it. Refuses `not-permitted`, `not-found`, `wrong-state`. */
export const contractToAmend = async (ctx: CommandContext, kind: AmendedKind, contractId: string) => {
  ctx.require(`${kind}.amend`)
  const amendable = amendableOf(ctx, kind)
  const inForce = ctx.orNotFound(ctx.may(`${kind}.view`) ? await amendable.read(ctx.db, contractId) : undefined, kind)
  ctx.requireScope(kind, inForce)
  if (inForce.status !== 'signed') refuse('wrong-state', { kind, state: inForce.status, needed: 'signed' })
  if (amendable.secret) ctx.require('cost.view') // nobody writes prices he may not see
  return { amendable, inForce }
}

type Prepared = { row: VersionRow; kind: AmendedKind; amendable: Amendable; inForce: ContractInForce }
/** The amendment as seen, still in preparation. Refuses `not-found`, `changed-meanwhile`, `wrong-state`. */
export const amendmentForUpdate = async (
  ctx: CommandContext,
  input: { id: string; revision: number },
  of?: AmendedKind,
): Promise<Prepared> => {
  const row = ctx.tx.row('contract_version', input.id)
  // Asked for by its id alone, one that the viewer may not see is answered like one that nobody knows: also of which kind it is.
  const as = of ?? 'sales-contract'
  const kind = (row?.kind ?? as) as AmendedKind
  const found = ctx.orNotFound((of === undefined || of === kind) && ctx.may(`${kind}.view`) ? row : undefined, as)
  ctx.requireScope(kind, ctx.orNotFound(await amendableOf(ctx, kind).read(ctx.db, found.contractId), as), as)
  const { amendable, inForce } = await contractToAmend(ctx, kind, found.contractId)
  ctx.requireRevision(found, input.revision)
  if (found.inForceOn !== null) refuse('wrong-state', { kind: 'contract-amendment', state: 'in-force', needed: 'in-preparation' })
  return { row: found, kind, amendable, inForce }
}

type Input = { id: string; revision: number; reason: string; confirmation: string }
/**
 * Keeps what is typed into an amendment of this kind; `contentFor` makes its content from the contract as it stands.
 * What would refuse it in force is told by the query `amendment-check`, not here: an amendment may wait for a shipment to be made smaller.
 */
export const saveAmendment = async (
  ctx: CommandContext,
  kind: AmendedKind,
  input: Input,
  contentFor: (inForce: ContractInForce) => Promise<Content> | Content,
): Promise<{ id: string; number: string; revision: number }> => {
  const { row, inForce } = await amendmentForUpdate(ctx, input, kind)
  const content = await contentFor(inForce)
  if (new Set(content.lines.map((l) => l.id)).size < content.lines.length)
    refuse('invalid-input', { issues: [{ path: 'lines', rule: 'duplicate' }] })
  await endApprovals(ctx, kind, row.id)
  const revision = row.revision + 1
  ctx.tx.patch('contract_version', row.id, {
    reason: input.reason,
    confirmation: input.confirmation,
    content: JSON.stringify(content),
    currency: content.currency,
    total: content.total,
    revision,
  })
  return { id: row.id, number: inForce.number, revision }
}
