// What may be done to an amendment, the same for every kind of contract: begun, put into force, discarded. Rules AM2 to AM6 of SPEC.md.
import { refuse } from '../../../preload/contract/refusals.ts'
import { defineCommands, type CommandContext, type CommandHandler } from '../../commands/define-command.ts'
import { endApprovals, moveApproval, requireApprovedToSign } from '../../records/approvals/index.ts'
import {
  afterAmendment,
  amendmentNumber,
  compare,
  contentOf,
  contractToAmend,
  keepFirstVersion,
  openAmendment,
  amendmentForUpdate,
  type ContractInForce,
} from '../../records/amendments/index.ts'

/** Copies a signed contract into an amendment in preparation. Refuses `wrong-state`, `changed-meanwhile`, and `amendment-open` while there is another. */
const beginAmendment: CommandHandler<'begin-amendment'> = async (input, ctx) => {
  const { inForce } = await contractToAmend(ctx, input.kind, input.contractId)
  ctx.requireRevision(inForce, input.revision)
  if (ctx.tx.row('contract_version', input.id)) refuse('already-exists', { field: 'id', value: input.id })
  const open = await openAmendment(ctx.db, inForce.id)
  if (open) refuse('amendment-open', { number: inForce.number, version: open.version })
  const { currency, total } = inForce.content
  ctx.tx.put('contract_version', {
    id: input.id,
    kind: input.kind,
    contractId: inForce.id,
    version: inForce.version + 1,
    reason: input.reason,
    confirmation: '',
    content: JSON.stringify(inForce.content),
    currency,
    total,
    currencyBefore: currency,
    totalBefore: total,
    preparedBy: ctx.viewer.userId,
    createdAt: ctx.now,
    inForceOn: null,
    inForceBy: null,
    revision: 1,
  })
  return { id: input.id, number: inForce.number, revision: 1 }
}

/** No version begins before the one it follows. */
const requireOrder = async (ctx: CommandContext, inForce: ContractInForce, on: string): Promise<void> => {
  const last = await ctx.db
    .selectFrom('contract_version')
    .select('inForceOn')
    .where('contractId', '=', inForce.id)
    .where('version', '=', inForce.version)
    .executeTakeFirst()
  const earlier = last?.inForceOn ?? inForce.signedOn
  if (earlier !== null && on < earlier) refuse('date-out-of-order', { earlier, later: on })
}

/**
 * Makes the amendment the contract's next version (AM5). Refuses `invalid-input` without the other side's confirmation, `nothing-to-do` when nothing
 * changes, `date-out-of-order`, `approval-needed`, `inactive-party`, and what the kind of contract refuses: `amended-below-use`, `amended-in-use`.
 */
const putAmendmentIntoForce: CommandHandler<'put-amendment-into-force'> = async (input, ctx) => {
  const { row, kind, amendable, inForce } = await amendmentForUpdate(ctx, input)
  if (row.confirmation === '') refuse('invalid-input', { issues: [{ path: 'confirmation', rule: 'required' }] })
  await requireOrder(ctx, inForce, input.on)
  const { content } = await amendable.check(ctx, inForce, contentOf(row))
  const { head, lines } = compare(inForce.content, content, amendable)
  if (head.length + lines.length === 0) refuse('nothing-to-do', {})
  await amendable.requireAllowed?.(ctx, inForce, content)
  await requireApprovedToSign(ctx, kind, {
    documentId: row.id,
    revision: row.revision,
    number: amendmentNumber(inForce.number, row.version),
  })
  keepFirstVersion(ctx, kind, inForce)
  const revision = inForce.revision + 1
  ctx.tx.patch('contract_version', row.id, {
    content: JSON.stringify(content),
    currency: content.currency,
    total: content.total,
    currencyBefore: inForce.content.currency,
    totalBefore: inForce.content.total,
    inForceOn: input.on,
    inForceBy: ctx.viewer.userId,
    revision: row.revision + 1,
  })
  await amendable.putIntoForce(ctx, inForce, content, { version: row.version, revision, on: input.on })
  await endApprovals(ctx, kind, inForce.id) // AM6
  await moveApproval(ctx, kind, { documentId: row.id, revision: row.revision }, { documentId: inForce.id, revision }) // A21
  for (const follow of ctx.contributed(afterAmendment)(kind)) await follow(ctx, inForce.id)
  return { id: inForce.id, number: inForce.number, revision }
}

/** Drops an amendment in preparation; the contract stays as it is. */
const discardAmendment: CommandHandler<'discard-amendment'> = async (input, ctx) => {
  const { row, kind } = await amendmentForUpdate(ctx, input)
  await endApprovals(ctx, kind, row.id)
  ctx.tx.remove('contract_version', row.id)
  return {}
}

export const amendmentsCommands = defineCommands({
  'begin-amendment': beginAmendment,
  'put-amendment-into-force': putAmendmentIntoForce,
  'discard-amendment': discardAmendment,
})
