// What commands of letters of credit share: the record as seen, its terms as typed and as stored, its linked contracts, its entry in the search index.
import type { Selectable } from 'kysely'
import type { LetterOfCreditTable, LetterPresentationTable } from '../../../db/schema/tables.ts'
import { letterTerms, type LetterTerms } from '../../../preload/contract/modules/letters-of-credit/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { scaledText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { loadForUpdate } from '../../records/load.ts'
import { letterOfCredit } from '../../../preload/contract/modules/letters-of-credit/records.ts'
import { indexRecord } from '../../records/search.ts'

export type LetterRow = Selectable<LetterOfCreditTable>
export type PresentationRow = Selectable<LetterPresentationTable>
type Seen = { id: string; revision: number }

/** The credit as seen, in the viewer's scope. Refuses `not-found` and `changed-meanwhile`. */
export const letterForUpdate = (ctx: CommandContext, input: Seen): LetterRow => loadForUpdate(ctx, letterOfCredit, input)

/** The credit in one of these stored states, or `wrong-state`. */
export const requireState = (letter: LetterRow, ...states: readonly string[]): void => {
  if (!states.includes(letter.status)) refuse('wrong-state', { kind: 'letter-of-credit', state: letter.status, needed: states[0] ?? '' })
}

/** The terms of a credit as they are typed. */
export const termsOf = (row: LetterRow): LetterTerms => ({
  amount: row.amount,
  tolerancePlus: scaledText(row.tolerancePlus, 'percent'),
  toleranceMinus: scaledText(row.toleranceMinus, 'percent'),
  expiresOn: row.expiresOn,
  expiryPlace: row.expiryPlace,
  latestShipment: row.latestShipment,
  presentationDays: row.presentationDays,
  partialShipment: row.partialShipment === 1,
  transhipment: row.transhipment === 1,
  portOfLoading: row.portOfLoading,
  portOfDischarge: row.portOfDischarge,
  goods: row.goods,
  documents: JSON.parse(row.documents) as LetterTerms['documents'],
})

/** The columns of terms. */
export const termColumns = (terms: LetterTerms) => ({
  amount: terms.amount,
  tolerancePlus: toScaled(terms.tolerancePlus, 'percent'),
  toleranceMinus: toScaled(terms.toleranceMinus, 'percent'),
  expiresOn: terms.expiresOn,
  expiryPlace: terms.expiryPlace,
  latestShipment: terms.latestShipment,
  presentationDays: terms.presentationDays,
  partialShipment: terms.partialShipment ? 1 : 0,
  transhipment: terms.transhipment ? 1 : 0,
  portOfLoading: terms.portOfLoading,
  portOfDischarge: terms.portOfDischarge,
  goods: terms.goods,
  documents: JSON.stringify(terms.documents),
})

const termFields = () => Object.keys(letterTerms().shape) as (keyof LetterTerms)[]
export type Change = { field: keyof LetterTerms; from: unknown; to: unknown }
/** What differs between two sets of terms, field by field, in the form they are stored. */
export const changesBetween = (from: LetterRow, to: LetterTerms): Change[] => {
  const old = termColumns(termsOf(from))
  const next = termColumns(to)
  return termFields()
    .filter((field) => old[field] !== next[field])
    .map((field) => ({ field, from: old[field], to: next[field] }))
}

/** Ids of the contracts a credit is linked with. */
export const contractsOf = async (ctx: Pick<CommandContext, 'db'>, letterId: string): Promise<string[]> =>
  (await ctx.db.selectFrom('letter_contract').select('contractId').where('letterId', '=', letterId).orderBy('contractId').execute()).map(
    (r) => r.contractId,
  )

/** Brings the stored links to the given ones. */
export const writeContracts = async (ctx: CommandContext, letterId: string, contractIds: readonly string[]): Promise<void> => {
  const old = await ctx.db
    .selectFrom('letter_contract')
    .select(['id', 'contractId'])
    .where('letterId', '=', letterId)
    .orderBy('id')
    .execute()
  for (const { id, contractId } of old) if (!contractIds.includes(contractId)) ctx.tx.remove('letter_contract', id)
  for (const contractId of contractIds)
    if (!old.some((o) => o.contractId === contractId))
      ctx.tx.put('letter_contract', { id: `${letterId}:${contractId}`, letterId, contractId })
}

/** What a credit is found by (Ctrl+K): both numbers, banks, the customer's names, its contracts. */
export const indexLetter = (ctx: CommandContext, letterId: string, contractIds: readonly string[]): void => {
  const letter = ctx.tx.row('letter_of_credit', letterId)!
  const customer = ctx.tx.row('party', letter.customerId)!
  indexRecord(ctx, {
    id: letter.id,
    kind: 'letter-of-credit',
    title: letter.number,
    detail: customer.name,
    ownerId: letter.ownerId,
    departmentId: letter.departmentId,
    words: [
      letter.bankNumber,
      letter.issuingBank,
      letter.advisingBank,
      customer.nameZh,
      customer.shortName,
      ...contractIds.map((id) => ctx.tx.row('sales_contract', id)?.number),
    ],
  })
}
