// Customers: made, changed, handed over.
import { refuse } from '../../../preload/contract/refusals.ts'
import { inScope } from '../../access/viewer.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { ownerForUse, type RecordOwner } from '../people/index.ts'
import { customerColumns } from './columns.ts'
import { handOver } from './hand-over.ts'
import { freeCode, saveBeside } from './records.ts'
import { requireNewParty } from './similar-party.ts'

const visibleCustomer = (ctx: CommandContext, id: string) => {
  const party = ctx.tx.row('party', id)
  const customer = ctx.orNotFound(party?.kind === 'customer' ? party : undefined, 'customer')
  ctx.requireScope('customer', customer)
  return customer
}

/** A customer made for somebody outside one's own scope would be handed over unseen: that needs the right to hand over. */
const requireMayGiveTo = (ctx: CommandContext, owner: RecordOwner): void => {
  const mine = inScope(ctx.viewer, 'customer', owner, (id) => ctx.tx.row('department', id)?.path)
  if (!mine) ctx.require('customer.handover')
}

export const customerCommands = defineCommands({
  'create-customer': async (input, ctx) => {
    if (ctx.tx.row('party', input.id)) refuse('already-exists', { field: 'id', value: input.id })
    const owner = await ownerForUse(ctx, input.ownerId)
    requireMayGiveTo(ctx, owner)
    const code = await freeCode(ctx, 'customer', input)
    const duplicateReason = await requireNewParty(ctx, 'customer', input)
    const columns = { ...customerColumns(input), ...owner, duplicateReason }
    ctx.tx.put('party', { id: input.id, kind: 'customer', code, ...columns, active: 1, createdAt: ctx.now, revision: 1 })
    await saveBeside(ctx, input.id, input)
    return { id: input.id, code, revision: 1 }
  },
  'edit-customer': async (input, ctx) => {
    const customer = visibleCustomer(ctx, input.id)
    ctx.requireRevision(customer, input.revision)
    // Another owner in the form is a hand-over: same right, same consequences.
    if (input.ownerId !== customer.ownerId) {
      ctx.require('customer.handover')
      ctx.requireOffice() // Open items go with it.
      await handOver(ctx, customer.id, await ownerForUse(ctx, input.ownerId))
    }
    const code = input.code === '' ? customer.code : await freeCode(ctx, 'customer', input)
    const revision = customer.revision + 1
    ctx.tx.patch('party', customer.id, { code, ...customerColumns(input), revision })
    await saveBeside(ctx, customer.id, input)
    return { id: customer.id, revision }
  },
  'hand-over-customer': async (input, ctx) => {
    const customer = visibleCustomer(ctx, input.id)
    ctx.requireRevision(customer, input.revision)
    if (customer.ownerId === input.newOwnerId) refuse('nothing-to-do', {})
    await handOver(ctx, customer.id, await ownerForUse(ctx, input.newOwnerId))
    const revision = customer.revision + 1
    ctx.tx.patch('party', customer.id, { revision })
    return { id: customer.id, revision }
  },
})
