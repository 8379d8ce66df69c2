// Bank details that a second person confirms before money is paid to them (银行资料): kept by version, put to approval, asked for by every payment.
// The same for vendors and for our own accounts. Rules B1 to B7 of SPEC.md.
import type { ReadableDb } from '../../../db/open.ts'
import type { BANK_DETAILS_STATES } from '../../../preload/contract/modules/parties/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import {
  approvalState,
  endApprovals,
  isSwitchedOn,
  whoDecides,
  type Approvable,
  type Reading,
  type Subject,
} from '../../records/approvals/index.ts'
import { nameIn } from '../../../db/names-in-language.ts'

export type Holder = 'vendor' | 'bank-account'
const kindOf = { vendor: 'vendor-bank-details', 'bank-account': 'own-bank-details' } as const
const submitOf = { vendor: 'vendor.submit', 'bank-account': 'bank-account.submit' } as const

/** The lines of which details are made; '' when the one that matters is empty. */
export const detailsText = (needed: string, lines: readonly string[]): string =>
  needed.trim() === '' ? '' : lines.filter((line) => line.trim() !== '').join('\n')

/** B1. Counts a change of the details and ends what was asked or given for them before; does nothing when they stay as they are. */
export const keepBankDetails = async (ctx: CommandContext, holder: Holder, id: string, details: string): Promise<void> => {
  const old = ctx.tx.row('bank_details', id)
  // What the office enters itself is nobody's.
  const changedBy = ctx.tx.row('user', ctx.viewer.userId)?.id ?? null
  const changed = { details, changedBy, changedAt: ctx.now }
  if (old?.details === details || (!old && details === '')) return
  if (!old) return ctx.tx.put('bank_details', { id, holder, version: 1, before: null, confirmed: null, ...changed })
  await endApprovals(ctx, kindOf[holder], id)
  ctx.tx.patch('bank_details', id, { version: old.version + 1, before: old.details, ...changed })
}

/** B2. What an approver compares with: what was confirmed last, else what stood there before. */
const oldOf = ({ before, confirmed }: { before: string | null; confirmed: string | null }): Record<string, string> =>
  confirmed !== null ? { confirmedDetails: confirmed } : before === null || before === '' ? {} : { detailsBefore: before }

/** B2, B3. How the details of one kind of holder are approved; `named` gives what its document is called, undefined when it is not of this kind. */
export const bankDetailsApproval = (
  holder: Holder,
  named: (db: ReadableDb, id: string) => Promise<{ number: string; title: string } | undefined>,
): Approvable => {
  const read = async ({ db }: Reading, id: string): Promise<Subject | undefined> => {
    const names = await named(db, id)
    const row = await db
      .selectFrom('bank_details as b')
      .leftJoin('user as u', 'u.id', 'b.changedBy')
      .selectAll('b')
      .select('u.departmentId')
      .where('b.id', '=', id)
      .executeTakeFirst()
    if (!names || !row) return undefined
    return {
      documentId: id,
      ...names,
      revision: row.version,
      amount: null,
      amountBase: null,
      margin: null,
      customerLevel: null,
      ownerId: row.changedBy,
      // A department's head is asked for what his people have entered.
      departmentId: row.departmentId,
      enteredBy: row.changedBy,
      facts: { newDetails: row.details, ...oldOf(row) },
      ...(row.details === '' ? { closed: { kind: 'bank-details' as const, state: 'missing', needed: 'none' } } : {}),
    }
  }
  return {
    submit: submitOf[holder],
    twoPersons: true,
    read,
    decided: async (ctx, { documentId, facts }, decision) => {
      if (decision === 'approved') ctx.tx.patch('bank_details', documentId, { confirmed: facts?.['newDetails'] ?? null })
    },
  }
}

/**
 * B4. What stands before money is paid to somebody. Refuses `bank-details-needed` when nothing is recorded and `bank-details-unconfirmed` when no second
 * person has confirmed what is, with who can; does nothing while the company does not have it confirmed.
 */
export const requireBankDetailsConfirmed = async (ctx: CommandContext, holder: Holder, of: { id: string; name: string }): Promise<void> => {
  if (!isSwitchedOn(ctx.company.switches, kindOf[holder])) return
  const row = ctx.tx.row('bank_details', of.id)
  if (!row || row.details === '') return refuse('bank-details-needed', { party: of.name })
  const state = await approvalState(ctx.db, kindOf[holder], of.id, row.version)
  if (state === 'approved') return
  refuse('bank-details-unconfirmed', { party: of.name, state, who: (await whoDecides(ctx, kindOf[holder], of.id)).join(', ') })
}

/** How the details of one holder stand, for its page; null while nothing was ever recorded. */
export const bankDetailsView = async (q: QueryContext, holder: Holder, id: string) => {
  const row = await q.db
    .selectFrom('bank_details as b')
    .leftJoin('user as u', 'u.id', 'b.changedBy')
    .select(['b.version', 'b.details', 'b.before', 'b.confirmed', 'b.changedAt', nameIn(q.viewer.language, 'user', 'u').as('changedBy')])
    .where('b.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const state: (typeof BANK_DETAILS_STATES)[number] =
    row.details === '' ? 'missing' : await approvalState(q.db, kindOf[holder], id, row.version)
  return { ...row, state }
}

/** Where a vendor, or an account of ours, is paid: as two persons confirmed it, '' while nobody has or it has changed since. */
export const confirmedBankDetails = async (q: QueryContext, holder: Holder, id: string): Promise<string> => {
  const bank = await bankDetailsView(q, holder, id)
  return bank?.state === 'approved' ? (bank.confirmed ?? '') : ''
}
