// Setting passwords: their strength is checked here, their hash was made before the command's turn; the clear text goes no further than here.
import { requireStrongPassword } from '../../access/password.ts'
import { endSessionsOf } from '../../access/sessions.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { requireMayTakeOver } from './owners.ts'
import { wordsOf } from './rules.ts'

type Named = { login: string; name: string; nameEn: string }

/** Refuses `password-too-weak` unless the password is strong enough for this person in this company. */
export const requireStrongFor = (password: string, person: Named, company: { name: string; nameEn: string }): void =>
  requireStrongPassword(password, wordsOf(company.name, company.nameEn, person.login, person.name, person.nameEn))

const replace = (ctx: CommandContext, person: Named & { id: string }, password: string): void => {
  requireStrongFor(password, person, ctx.company)
  const { hash } = ctx.passwords()
  // A new password also ends the waiting that wrong ones have earned: whoever sets it has shown their right to.
  ctx.tx.patch('credential', person.id, { hash, failures: 0, waitUntil: null })
  ctx.tx.sql.prepare('UPDATE sign_in_place SET failures = 0, waitUntil = NULL WHERE userId = ?').run(person.id)
  endSessionsOf(ctx.tx.sql, person.id) // SEC34
}

export const passwordCommands = defineCommands({
  'reset-password': async (input, ctx) => {
    const user = ctx.orNotFound(ctx.tx.row('user', input.userId), 'user')
    await requireMayTakeOver(ctx, user.id)
    replace(ctx, user, input.password)
    return {}
  },
  'change-own-password': (input, ctx) => {
    const user = ctx.orNotFound(ctx.tx.row('user', ctx.viewer.userId), 'user')
    const credential = ctx.orNotFound(ctx.tx.row('credential', user.id), 'user')
    // The door has checked and counted guesses (U6); here it is decided, inside the transaction that sets the new one: the password that was proven is still the user's.
    if (ctx.passwords().matched !== credential.hash) refuse('sign-in-failed', { retryAfterSeconds: 0 })
    if (input.current === input.password) refuse('password-too-weak', { rule: 'same' })
    replace(ctx, user, input.password)
    return {}
  },
})
