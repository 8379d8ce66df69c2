// Vendors: factories, forwarders and everybody else we buy from.
import { refuse } from '../../../preload/contract/refusals.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { bankDetailsApproval, detailsText, keepBankDetails } from './bank-details.ts'
import { vendorColumns } from './columns.ts'
import { freeCode, saveBeside } from './records.ts'
import { requireNewParty } from './similar-party.ts'

const knownVendor = (ctx: CommandContext, id: string) => {
  const party = ctx.tx.row('party', id)
  return ctx.orNotFound(party?.kind === 'customer' ? undefined : party, 'vendor')
}

/** B1. Who is paid and where: a vendor's names count with his bank. */
const bankDetailsOf = ({ name, nameZh, bankDetails }: { name: string; nameZh: string; bankDetails: string }): string =>
  detailsText(bankDetails, [name, nameZh, bankDetails])

export const vendorBankDetails = bankDetailsApproval('vendor', async (db, id) => {
  const party = await db.selectFrom('party').select(['code', 'name', 'kind']).where('id', '=', id).executeTakeFirst()
  return party === undefined || party.kind === 'customer' ? undefined : { number: party.code, title: party.name }
})

/** A vendor has nothing in the columns of customers; those that are newer than this list have a default in the schema. */
const withoutCustomerColumns = {
  status: 'active',
  level: null,
  creditGrade: '',
  creditLimit: null,
  incoterm: null,
  port: '',
  source: '',
  industry: '',
  documentLanguage: null,
  consignee: '',
  notifyParty: '',
  marks: '',
  ownerId: null,
  departmentId: null,
}

export const vendorCommands = defineCommands({
  'create-vendor': async (input, ctx) => {
    if (ctx.tx.row('party', input.id)) refuse('already-exists', { field: 'id', value: input.id })
    const code = await freeCode(ctx, 'vendor', input)
    const duplicateReason = await requireNewParty(ctx, 'vendor', input)
    ctx.tx.put('party', {
      id: input.id,
      code,
      ...vendorColumns(input),
      ...withoutCustomerColumns,
      creditCurrency: input.currency,
      duplicateReason,
      active: 1,
      createdAt: ctx.now,
      revision: 1,
    })
    await keepBankDetails(ctx, 'vendor', input.id, bankDetailsOf(input))
    await saveBeside(ctx, input.id, input)
    return { id: input.id, code, revision: 1 }
  },
  'edit-vendor': async (input, ctx) => {
    const vendor = knownVendor(ctx, input.id)
    ctx.requireRevision(vendor, input.revision)
    const code = input.code === '' ? vendor.code : await freeCode(ctx, 'vendor', input)
    const revision = vendor.revision + 1
    ctx.tx.patch('party', vendor.id, { code, ...vendorColumns(input), revision })
    await keepBankDetails(ctx, 'vendor', vendor.id, bankDetailsOf(input))
    await saveBeside(ctx, vendor.id, input)
    return { id: vendor.id, revision }
  },
  'set-vendor-active': (input, ctx) => {
    const vendor = knownVendor(ctx, input.id)
    ctx.requireRevision(vendor, input.revision)
    if ((vendor.active === 1) === input.active) refuse('nothing-to-do', {})
    const revision = vendor.revision + 1
    ctx.tx.patch('party', vendor.id, { active: input.active ? 1 : 0, revision })
    return { id: vendor.id, revision }
  },
})
