// Whose a sales contract is, where colleagues have a part in it: agreed on the draft, frozen when it is signed. Rule C29; what statistics make of it: CU9.
import { nameIn } from '../../../db/names-in-language.ts'
import type { ReadableDb } from '../../../db/open.ts'
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { scaledText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { saveRow } from '../../records/lines.ts'
import { ownerForUse } from '../people/index.ts'

const WHOLE = toScaled('100', 'percent')

type Shares = NonNullable<CommandParsed<'save-sales-contract'>['shares']>

/** Shares of colleagues as typed. Refuses `invalid-input` for the salesperson or a colleague twice, an empty share, and shares that leave the salesperson nothing. */
const requireShares = ({ shares, ownerId }: { shares: Shares; ownerId: string }): void => {
  const wrong = (path: string, rule: string) => refuse('invalid-input', { issues: [{ path, rule }] })
  const persons = new Set([ownerId])
  let left = WHOLE
  for (const [at, { userId, share }] of shares.entries()) {
    if (persons.size === persons.add(userId).size) wrong(`shares.${at}.userId`, 'duplicate')
    const part = toScaled(share, 'percent')
    if (part === 0) wrong(`shares.${at}.share`, 'required')
    left -= part
  }
  if (left <= 0) wrong('shares', 'shares-leave-nothing')
}

const stored = (ctx: CommandContext, contractId: string) =>
  ctx.db.selectFrom('sales_share').selectAll().where('contractId', '=', contractId).orderBy('position').execute()

/** Of a draft. Refuses as said above, and `not-found` and `wrong-state` for a colleague who is unknown or switched off. */
export const saveShares = async (ctx: CommandContext, { shares, ...input }: CommandParsed<'save-sales-contract'>): Promise<void> => {
  // Who knows nothing of parts changes none.
  if (shares === undefined) return
  requireShares({ ...input, shares })
  const before = await stored(ctx, input.id)
  const typed = new Set(shares.map(({ userId }) => userId))
  for (const row of before) if (!typed.has(row.userId)) ctx.tx.remove('sales_share', row.id)
  for (const [at, { userId, share }] of shares.entries()) {
    const known = before.find((row) => row.userId === userId)
    const { departmentId } = known ?? (await ownerForUse(ctx, userId))
    const values = { position: at + 1, departmentId, share: toScaled(share, 'percent') }
    saveRow(ctx, 'sales_share', derivedId(input.id, `share ${userId}`), { contractId: input.id, userId }, values)
  }
}

export const removeShares = async (ctx: CommandContext, contractId: string): Promise<void> => {
  for (const { id } of await stored(ctx, contractId)) ctx.tx.remove('sales_share', id)
}

/** On signing the salesperson's own part is what colleagues leave; a colleague to whom the draft was handed over meanwhile has it all in one. */
export const freezeShares = async (
  ctx: CommandContext,
  contract: { id: string; ownerId: string; departmentId: string | null },
): Promise<void> => {
  const rows = await stored(ctx, contract.id)
  const colleagues = rows.filter(({ userId }) => userId !== contract.ownerId)
  for (const row of rows) if (!colleagues.includes(row)) ctx.tx.remove('sales_share', row.id)
  for (const [at, { id, userId }] of colleagues.entries())
    ctx.tx.patch('sales_share', id, { position: at + 1, departmentId: ctx.tx.row('user', userId)?.departmentId ?? null })
  if (colleagues.length === 0) return
  const share = WHOLE - colleagues.reduce((sum, row) => sum + row.share, 0)
  const { id: contractId, ownerId: userId, departmentId } = contract
  saveRow(ctx, 'sales_share', derivedId(contractId, 'own share'), { contractId }, { position: 0, userId, departmentId, share })
}

/** All parts, the salesperson's first; empty where the contract is theirs alone. */
export const sharesOf = async (
  q: QueryContext,
  contract: { id: string; ownerId: string; ownerName: string },
): Promise<{ userId: string; name: string; share: string }[]> => {
  const rows = await q.db
    .selectFrom('sales_share as s')
    .innerJoin('user as u', 'u.id', 's.userId')
    .select(['s.userId', 's.share', 's.position', nameIn(q.viewer.language, 'user', 'u').as('name')])
    .where('s.contractId', '=', contract.id)
    .orderBy('s.position')
    .execute()
  const signed = rows[0]?.position === 0
  const colleagues = signed ? rows : rows.filter(({ userId }) => userId !== contract.ownerId)
  if (colleagues.length === 0) return []
  const { ownerId: userId, ownerName: name } = contract
  const parts = signed ? rows : [{ userId, name, share: WHOLE - colleagues.reduce((sum, row) => sum + row.share, 0) }, ...colleagues]
  return parts.map((part) => ({ userId: part.userId, name: part.name, share: scaledText(part.share, 'percent') }))
}

/** Who else has a part in it: an approver approves that too. */
export const sharesText = async (db: ReadableDb, { id, ownerId }: { id: string; ownerId: string }): Promise<string> => {
  const rows = await db
    .selectFrom('sales_share as s')
    .innerJoin('user as u', 'u.id', 's.userId')
    .select(['u.name', 's.share'])
    .where('s.contractId', '=', id)
    .where('s.userId', '<>', ownerId)
    .orderBy('s.position')
    .execute()
  return rows.map(({ name, share }) => `${name} ${scaledText(share, 'percent')} %`).join(' · ')
}
