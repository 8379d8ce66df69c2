// What customers and vendors share when they are saved: code, contacts, marks, search entry.
import type { Selectable } from 'kysely'
import { marksOf, type Mark } from '../../../db/reach.ts'
import type { PartyTable } from '../../../db/schema/tables.ts'
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { uniqueIds } from '../../records/lines.ts'
import { findSame } from '../../commands/same-code.ts'
import { requireUniqueCodes } from '../../commands/unique-codes.ts'
import { indexRecord } from '../../records/search.ts'

type PartyInput = Omit<CommandParsed<'create-vendor'>, 'kind'>
type Contact = PartyInput['contacts'][number]

/** A code that nobody has (Y1, Y11): the typed one or `already-exists`, else the next of the series that is free. */
export const freeCode = async (
  ctx: CommandContext,
  series: 'customer' | 'vendor',
  { code: typed, id }: { code: string; id: string },
): Promise<string> => {
  if (typed !== '') {
    await requireUniqueCodes(ctx, `create-${series}`, { code: typed, id })
    return typed
  }
  for (;;) {
    const code = ctx.number(series, ctx.today)
    // Somebody may have typed a code of the series' own form before.
    if (!(await findSame(ctx.db, { table: 'party', column: 'code', id, text: code }))) return code
  }
}

/** Makes the party's contacts those given: by id, in the order given. */
const saveContacts = async (ctx: CommandContext, partyId: string, contacts: readonly Contact[]): Promise<void> => {
  const ids = uniqueIds(contacts, 'contacts')
  const before = await ctx.db.selectFrom('contact').select('id').where('partyId', '=', partyId).orderBy('id').execute()
  const known = new Set(before.map((c) => c.id))
  for (const { id } of before) if (!ids.has(id)) ctx.tx.remove('contact', id)
  contacts.forEach((contact, position) => {
    const { id, ...fields } = contact
    if (known.has(id)) ctx.tx.patch('contact', id, { ...fields, position })
    // An id that stands under another party is no more this one's than an unknown one.
    else if (ctx.tx.row('contact', id)) refuse('already-exists', { field: 'contacts', value: contact.name })
    else ctx.tx.put('contact', { id, partyId, position, ...fields })
  })
}

/** What the party and the people there are known by (Y12), each once. */
export const marksOfParty = (input: Pick<PartyInput, 'email' | 'website' | 'phone' | 'taxNumber' | 'contacts'>): Mark[] => {
  const people = input.contacts.flatMap((c) => [
    ...marksOf('email', c.email),
    ...marksOf('phone', c.phone),
    ...marksOf('phone', c.whatsapp),
  ])
  const own = (['email', 'website', 'phone', 'taxNumber'] as const).flatMap((field) => marksOf(field, input[field]))
  return [...new Map([...own, ...people].map((m) => [`${m.kind}:${m.mark}`, m])).values()]
}

/** Brings the party's marks to what is typed. */
const saveMarks = async (ctx: CommandContext, partyId: string, input: PartyInput): Promise<void> => {
  const wanted = new Map(marksOfParty(input).map((m) => [`${partyId}:${m.kind}:${m.mark}`, m]))
  for (const { id } of await ctx.db.selectFrom('party_mark').select('id').where('partyId', '=', partyId).orderBy('id').execute())
    if (!wanted.delete(id)) ctx.tx.remove('party_mark', id)
  for (const [id, mark] of wanted) ctx.tx.put('party_mark', { id, partyId, ...mark })
}

/** What stands beside a party's row: its contacts, its marks, its search entry. */
export const saveBeside = async (ctx: CommandContext, partyId: string, input: PartyInput): Promise<void> => {
  await saveContacts(ctx, partyId, input.contacts)
  await saveMarks(ctx, partyId, input)
  indexParty(ctx, partyId, input.contacts)
}

type PartyRow = Selectable<PartyTable>
/** Brings the party's search entry up to date with its row. */
const indexParty = (ctx: CommandContext, id: string, contacts: readonly Contact[]): void => {
  const party = ctx.tx.row('party', id) as PartyRow
  // Y14. Whoever writes or calls is found by the address or number that is on the screen.
  const reached = contacts.flatMap(({ name, email, phone, wechat, whatsapp }) => [name, email, phone, wechat, whatsapp])
  indexRecord(ctx, {
    id,
    kind: party.kind === 'customer' ? 'customer' : 'vendor',
    title: party.name,
    detail: [party.code, party.nameZh].filter((t) => t !== '').join(' '),
    ownerId: party.ownerId,
    departmentId: party.departmentId,
    words: [party.code, party.nameZh, party.shortName, party.email, party.phone, party.taxNumber, ...reached],
  })
}
