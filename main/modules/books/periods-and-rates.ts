// Exchange rates by day, and closing and reopening periods (月结). Rules T15, T16 of SPEC.md.
import { refuse } from '../../../preload/contract/refusals.ts'
import { addDays } from '../../../preload/contract/vocabulary/dates.ts'
import { toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { closedThrough } from '../../../db/ledger/periods.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'

const CLOSED = 'closedThrough'
const writeClosed = (ctx: CommandContext, through: string | null): void => {
  const value = JSON.stringify(through)
  const revision = (ctx.tx.row('setting', CLOSED)?.revision ?? 0) + 1
  if (!ctx.tx.patch('setting', CLOSED, { value, revision })) ctx.tx.put('setting', { key: CLOSED, value, revision })
}

export const periodAndRateCommands = defineCommands({
  'set-exchange-rate': async ({ currency, on, rate, revision }, ctx) => {
    if (currency === ctx.company.baseCurrency) refuse('rate-must-be-one', { currency })
    const id = `${currency}:${on}`
    const values = { rate: toScaled(rate, 'rate'), source: ctx.viewer.name }
    const known = await ctx.db
      .selectFrom('exchange_rate')
      .select(['id', 'revision'])
      .where('currency', '=', currency)
      .where('date', '=', on)
      .executeTakeFirst()
    // A rate of this day that somebody else has set since is not overwritten unseen (U22).
    ctx.requireRevision({ revision: known?.revision ?? 0 }, revision ?? 0)
    if (known) ctx.tx.patch('exchange_rate', known.id, { ...values, revision: known.revision + 1 })
    else ctx.tx.put('exchange_rate', { id, currency, date: on, ...values, revision: 1 })
    return {}
  },

  'close-period': async ({ through }, ctx) => {
    if (through === ctx.today) refuse('day-not-over', { day: through, latest: addDays(ctx.today, -1) }) // T16
    const closed = closedThrough(ctx.tx.sql)
    if (closed !== null && through <= closed) refuse('nothing-to-do', {})
    writeClosed(ctx, through)
    return {}
  },

  'reopen-period': async ({ through, revision }, ctx) => {
    const closed = closedThrough(ctx.tx.sql)
    // What was closed since was not seen when this was decided.
    ctx.requireRevision({ revision: ctx.tx.row('setting', CLOSED)?.revision ?? 1 }, revision)
    if (closed === null || (through !== null && through >= closed)) refuse('nothing-to-do', {})
    writeClosed(ctx, through)
    return {}
  },
})
