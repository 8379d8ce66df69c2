// Before a party is made: is it here already? Names, mail addresses, phones, domains and tax numbers, the contacts' too (Y12).
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import { refuse, type RefusalData } from '../../../preload/contract/refusals.ts'
import { inScope } from '../../access/viewer.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { marksOfParty } from './records.ts'
import { normalName } from './rules.ts'

type Side = 'customer' | 'vendor'
type Input = Pick<
  CommandParsed<'create-vendor'>,
  'name' | 'nameZh' | 'email' | 'website' | 'phone' | 'taxNumber' | 'contacts' | 'duplicateReason'
>
type Similar = RefusalData<'similar-party'>['parties'][number]
const SHOWN = 8

/** Ids of parties of one side with what they have in common with the one typed: the surest reason first. */
const reasonsById = async (ctx: CommandContext, side: Side, input: Input): Promise<Map<string, Set<string>>> => {
  const found = new Map<string, Set<string>>()
  const add = (id: string, reason: string) => found.set(id, (found.get(id) ?? new Set()).add(reason))
  const compared = side === 'customer' ? ('=' as const) : ('<>' as const)
  const names = [normalName(input.name), normalName(input.nameZh)].filter((name) => name !== '')
  for (const column of names.length > 0 ? (['normalName', 'normalNameZh'] as const) : []) {
    const named = ctx.db.selectFrom('party').select('id').where(column, 'in', names).where('kind', compared, 'customer')
    for (const { id } of await named.orderBy('id').limit(SHOWN).execute()) add(id, 'name')
  }
  for (const { kind, mark } of marksOfParty(input)) {
    const marked = ctx.db
      .selectFrom('party_mark as m')
      .innerJoin('party as p', 'p.id', 'm.partyId')
      .select('p.id')
      .where('m.kind', '=', kind)
      .where('m.mark', '=', mark)
      .where('p.kind', compared, 'customer')
    for (const { id } of await marked.orderBy('p.id').limit(SHOWN).execute()) add(id, kind)
  }
  return found
}

/** A party as the viewer may see it: of a colleague's customer its name and whose it is, nothing more (SEC43). */
const shown = (ctx: CommandContext, id: string, reasons: ReadonlySet<string>): Similar | undefined => {
  const party = ctx.tx.row('party', id)
  if (!party) return undefined
  const isCustomer = party.kind === 'customer'
  const sees =
    ctx.may(isCustomer ? 'customer.view' : 'vendor.view') &&
    (!isCustomer || inScope(ctx.viewer, 'customer', party, (department) => ctx.tx.row('department', department)?.path))
  const owner = party.ownerId === null ? '' : (ctx.tx.row('user', party.ownerId)?.name ?? '')
  return { id: sees ? id : null, name: party.name, code: sees ? party.code : '', owner, reasons: [...reasons] }
}

/**
 * Refuses `similar-party` when one is here already and no reason was given for another. Gives the reason that is kept with the party: '' where none was
 * needed.
 */
export const requireNewParty = async (ctx: CommandContext, side: Side, input: Input): Promise<string> => {
  const found = await reasonsById(ctx, side, input)
  if (found.size === 0) return ''
  const reason = input.duplicateReason ?? ''
  if (reason !== '') return reason
  const parties = [...found].slice(0, SHOWN).flatMap(([id, reasons]) => shown(ctx, id, reasons) ?? [])
  return refuse('similar-party', { parties })
}
