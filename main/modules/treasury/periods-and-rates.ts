// Exchange rates by day, and closing and reopening periods (月结). Rules T15, T16 of SPEC.md.
import { refuse } from '../../../preload/contract/refusals.ts'
import { toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { closedThrough } from '../../../db/ledger/periods.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'

const CLOSED = 'closedThrough'
const writeClosed = (ctx: CommandContext, through: string | null): void => {
  const value = JSON.stringify(through)
  if (!ctx.tx.patch('setting', CLOSED, { value })) ctx.tx.put('setting', { key: CLOSED, value })
}

export const periodAndRateCommands = defineCommands({
  'set-exchange-rate': async ({ currency, on, rate }, ctx) => {
    if (currency === ctx.company.baseCurrency) refuse('rate-must-be-one', { currency })
    const id = `${currency}:${on}`
    const values = { rate: toScaled(rate, 'rate'), source: ctx.viewer.name }
    const known = await ctx.db
      .selectFrom('exchange_rate')
      .select('id')
      .where('currency', '=', currency)
      .where('date', '=', on)
      .executeTakeFirst()
    if (known) ctx.tx.patch('exchange_rate', known.id, values)
    else ctx.tx.put('exchange_rate', { id, currency, date: on, ...values })
    return {}
  },

  'close-period': async ({ through }, ctx) => {
    if (through > ctx.today) refuse('date-out-of-order', { earlier: through, later: ctx.today })
    const closed = closedThrough(ctx.tx.sql)
    if (closed !== null && through <= closed) refuse('nothing-to-do', {})
    writeClosed(ctx, through)
    return {}
  },

  'reopen-period': async ({ through }, ctx) => {
    const closed = closedThrough(ctx.tx.sql)
    if (closed === null || (through !== null && through >= closed)) refuse('nothing-to-do', {})
    writeClosed(ctx, through)
    return {}
  },
})
