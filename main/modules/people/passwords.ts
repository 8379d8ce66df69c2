// Setting passwords: strength first, then the hash; the clear text goes no further than here.
import { hashPassword, requireStrongPassword, verifyPassword } from '../../access/password.ts'
import { endSessionsOf } from '../../access/sessions.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { requireMayTakeOver } from './owners.ts'
import { wordsOf } from './rules.ts'

type Named = { login: string; name: string; nameEn: string }

/** The hash of a password that is strong enough for this person in this company. Refuses `password-too-weak`. */
export const strongHash = (password: string, person: Named, company: { name: string; nameEn: string }): Promise<string> => {
  requireStrongPassword(password, wordsOf(company.name, company.nameEn, person.login, person.name, person.nameEn))
  return hashPassword(password)
}

const replace = async (ctx: CommandContext, person: Named & { id: string }, password: string): Promise<void> => {
  const hash = await strongHash(password, person, ctx.company)
  // A new password also ends the waiting that wrong ones have earned: whoever sets it has shown their right to.
  ctx.tx.patch('credential', person.id, { hash, failures: 0, waitUntil: null })
  ctx.tx.sql.prepare('UPDATE sign_in_place SET failures = 0, waitUntil = NULL WHERE userId = ?').run(person.id)
  endSessionsOf(ctx.tx.sql, person.id) // SEC34
}

export const passwordCommands = defineCommands({
  'reset-password': async (input, ctx) => {
    const user = ctx.found(ctx.tx.row('user', input.userId), 'user')
    await requireMayTakeOver(ctx, user.id)
    await replace(ctx, user, input.password)
    return {}
  },
  'change-own-password': async (input, ctx) => {
    const user = ctx.found(ctx.tx.row('user', ctx.viewer.userId), 'user')
    const credential = ctx.found(ctx.tx.row('credential', user.id), 'user')
    // The door has checked and counted guesses (U6); here it is decided, inside the transaction that sets the new one.
    if (!(await verifyPassword(input.current, credential.hash))) refuse('sign-in-failed', { retryAfterSeconds: 0 })
    if (input.current === input.password) refuse('password-too-weak', { rule: 'same' })
    await replace(ctx, user, input.password)
    return {}
  },
})
