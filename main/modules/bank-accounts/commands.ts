// Bank accounts and movements between them (转账, 结汇). Rules T1, T2, T10 of SPEC.md.
import { requireNotBefore } from '../../../db/ledger/days.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { Decimal, toInteger } from '../../../preload/contract/vocabulary/decimal.ts'
import { toBase } from '../../../preload/contract/vocabulary/money.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { requireUniqueCodes } from '../../commands/unique-codes.ts'
import { indexRecord } from '../../records/search.ts'
import { bankDetailsApproval, detailsText, keepBankDetails, requireBankDetailsConfirmed } from '../parties/index.ts'
import { cutText } from '../../../preload/contract/vocabulary/texts.ts'
import { bankForUse } from './bank-for-use.ts'
import { checkedRate } from '../../../db/ledger/rates.ts'
import { baseLeavingBankAccount } from './rules.ts'

/** Balance of an account at the end of a day, in its own currency and in base. */
const balanceOn = async (ctx: CommandContext, accountId: string, on: string): Promise<{ foreign: number; base: number }> => {
  const sum = await ctx.db
    .selectFrom('sum_bank as s')
    .innerJoin('ledger_key as k', 'k.key', 's.bank')
    .select((e) => [e.fn.sum<number | null>('s.foreign').as('foreign'), e.fn.sum<number | null>('s.base').as('base')])
    .where('k.id', '=', accountId)
    .where('s.date', '<=', on)
    .executeTakeFirst()
  return { foreign: Number(sum?.foreign ?? 0), base: Number(sum?.base ?? 0) }
}

/** The last day on which currency left one of these accounts; accounts in base currency carry no value that could differ. */
const lastDayMoneyLeft = async (ctx: CommandContext, accountIds: readonly string[]): Promise<string | undefined> => {
  const row = await ctx.db
    .selectFrom('posting as p')
    .innerJoin('ledger_key as k', 'k.key', 'p.bank')
    .select((e) => e.fn.max('p.date').as('last'))
    .where('k.id', 'in', [...accountIds])
    .where('p.currency', '<>', ctx.company.baseCurrency)
    .where('p.foreign', '<', 0)
    .executeTakeFirst()
  return row?.last ?? undefined
}

const bankDetailsOf = ({ bankName, accountNumber, swift }: { bankName: string; accountNumber: string; swift: string }): string =>
  detailsText(accountNumber, [bankName, accountNumber, swift])

export const ownBankDetails = bankDetailsApproval('bank-account', async (db, id) => {
  const account = await db.selectFrom('bank_account').select(['code', 'name']).where('id', '=', id).executeTakeFirst()
  return account && { number: account.code, title: account.name }
})

export const bankCommands = defineCommands({
  'create-bank-account': async (input, ctx) => {
    const { id, openedOn, openingBalance, openingRate, ...fields } = input
    // T43. An account is entered once: its code is its own, and so is its number in one currency, with and without the blanks within.
    await requireUniqueCodes(ctx, 'create-bank-account', { id, ...fields })
    const rate = checkedRate(ctx.company.baseCurrency, fields.currency, openingRate)
    ctx.tx.put('bank_account', { ...fields, id, openedOn, active: fields.active ? 1 : 0, revision: 1 })
    await keepBankDetails(ctx, 'bank-account', id, bankDetailsOf(fields))
    const base = toBase(openingBalance, fields.currency, rate, ctx.company.baseCurrency)
    ctx.post({
      date: openedOn,
      kind: 'opening',
      documentKind: 'bank-account',
      documentId: id,
      documentNumber: fields.code,
      memo: fields.name,
      lines: [
        { account: '1002', currency: fields.currency, foreign: openingBalance, base, bankAccountId: id },
        { account: '4001', currency: fields.currency, foreign: -openingBalance, base: -base },
      ],
    })
    return { id, revision: 1 }
  },

  'edit-bank-account': async (input, ctx) => {
    const { id, revision, active, ...fields } = input
    const account = ctx.orNotFound(ctx.tx.row('bank_account', id), 'bank-account')
    ctx.requireRevision(account, revision)
    await requireUniqueCodes(ctx, 'edit-bank-account', { id, ...fields })
    ctx.tx.patch('bank_account', id, { ...fields, active: active ? 1 : 0, revision: revision + 1 })
    await keepBankDetails(ctx, 'bank-account', id, bankDetailsOf(fields))
    return { id, revision: revision + 1 }
  },

  'transfer-funds': async (input, ctx) => {
    const base = ctx.company.baseCurrency
    if (input.fromAccountId === input.toAccountId) refuse('invalid-input', { issues: [{ path: 'toAccountId', rule: 'duplicate' }] })
    const from = bankForUse(ctx, input.fromAccountId, input.on)
    const to = bankForUse(ctx, input.toAccountId, input.on)
    await requireBankDetailsConfirmed(ctx, 'bank-account', to) // T23
    const oneCurrency = from.currency === to.currency
    if (oneCurrency && input.amountIn > input.amountOut) refuse('invalid-input', { issues: [{ path: 'amountIn', rule: 'too-big' }] })
    const inBase = toBase(input.amountIn, to.currency, checkedRate(base, to.currency, input.rateIn), base)
    const balance = await balanceOn(ctx, from.id, input.on)
    const outBase = baseLeavingBankAccount({ ...balance, isBase: from.currency === base }, input.amountOut, inBase) // T10
    // Within one currency nothing is exchanged: the carried value moves with the money, and what does not arrive is the bank's charge.
    const landed = oneCurrency ? toInteger(new Decimal(outBase).times(input.amountIn).div(input.amountOut)) : inBase
    const difference = landed - outBase
    const number = ctx.number('transfer', input.on)
    const journalId = ctx.post({
      date: input.on,
      kind: 'transfer',
      documentKind: 'transfer',
      documentId: input.id,
      documentNumber: number,
      memo: cutText(input.remark, 200),
      lines: [
        { account: '1002', currency: to.currency, foreign: input.amountIn, base: landed, bankAccountId: to.id },
        { account: '1002', currency: from.currency, foreign: -input.amountOut, base: -outBase, bankAccountId: from.id },
        {
          account: '6603',
          currency: base,
          foreign: -difference,
          base: -difference,
          category: oneCurrency ? 'bank-charge' : 'exchange-difference',
        },
      ],
    })
    ctx.tx.put('transfer', {
      id: input.id,
      number,
      on: input.on,
      fromAccountId: from.id,
      toAccountId: to.id,
      amountOut: input.amountOut,
      amountIn: input.amountIn,
      difference,
      remark: input.remark,
      status: 'posted',
      journalId,
      createdAt: ctx.now,
    })
    indexRecord(ctx, {
      ...{ id: input.id, kind: 'transfer', title: number, detail: `${from.name} → ${to.name}`, ownerId: null, departmentId: null },
      words: [from.name, to.name, input.remark],
    })
    return { id: input.id, number }
  },

  'reverse-transfer': async (input, ctx) => {
    const transfer = ctx.orNotFound(ctx.tx.row('transfer', input.id), 'bank-account')
    if (transfer.status === 'reversed') refuse('already-reversed', { document: transfer.number })
    // T50: what left later left at the average that this transfer is part of.
    requireNotBefore(input.on, await lastDayMoneyLeft(ctx, [transfer.fromAccountId, transfer.toAccountId]))
    ctx.reverse(transfer.journalId, input.on, input.reason)
    ctx.tx.patch('transfer', input.id, { status: 'reversed' })
    return { id: input.id, number: transfer.number }
  },
})
