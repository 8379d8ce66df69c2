// The demonstration company: people, Northwind's five hundred thousand dollars a year of old, and recent deals. Made by commands alone.
import { addDays, dayIn, monthOf } from '../../preload/contract/vocabulary/dates.ts'
import type { Hello } from '../../preload/contract/envelope.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import type { CommandRunner } from '../commands/run-command.ts'
import { amendedContracts } from './amended-contracts.ts'
import { accounts, DEMONSTRATION_PASSWORD, createCompanyWithPeople } from './accounts.ts'
import { certificatesOfOrigin, customsMatters } from './customs.ts'
import { estimateWorkedDeal } from './estimates.ts'
import { attachDemonstrationFiles, type GiveContent } from './files/attach-files.ts'
import { freightInquiries } from './freight.ts'
import { northwindSize } from './northwind.ts'
import { bringNorthwind, closeOldAccounts } from './old-accounts.ts'
import { lettersOfCredit } from './letters-of-credit.ts'
import { openQuotations } from './open-quotations.ts'
import { paymentRequests } from './payment-requests.ts'
import { plans } from './deal-plans.ts'
import { carryOut, type Carried } from './recent-deals.ts'
import { tradePartners } from './trade-partners.ts'
import type { Rates, World } from './world.ts'
import { inSteps, sender, type Actor, type Send } from './send.ts'
import { salesTargets } from './targets.ts'
import { workbenches } from './workbenches.ts'
import { workedDeal } from './worked-deal.ts'

/** Yuan for one unit of a currency on days, ascending by date. */
export type KnownRates = readonly { date: string; currency: string; rate: string }[]
const CURRENCIES = ['USD', 'EUR', 'GBP', 'JPY', 'HKD']

/** The newest known rate on or before a day; the oldest there is for days before all of them. */
const ratesFrom = (known: KnownRates): Rates => {
  const byCurrency = Map.groupBy(known, (k) => k.currency)
  return (currency, on) => {
    if (currency === 'CNY') return '1'
    const all = byCurrency.get(currency) ?? []
    return (all.findLast((k) => k.date <= on) ?? all[0])!.rate
  }
}

const bankAccounts = async (send: Send, openedOn: string, rates: Rates): Promise<Map<string, string>> => {
  const banks = new Map<string, string>()
  const rows = [
    ['CNY', 'BOC-CNY', '中国银行人民币户', '中国银行宁波分行', 600_000_000],
    ['USD', 'BOC-USD', '中国银行美元户', '中国银行宁波分行', 3_500_000],
    ['EUR', 'BOC-EUR', '中国银行欧元户', '中国银行宁波分行', 800_000],
    ['GBP', 'HSBC-GBP', '汇丰英镑户', '汇丰银行宁波分行', 300_000],
    ['JPY', 'MUFG-JPY', '三菱日元户', '三菱日联银行上海分行', 1_500_000],
  ] as const
  for (const [currency, code, name, bankName, opening] of rows) {
    const id = newId()
    banks.set(currency, id)
    await send('create-bank-account', {
      id,
      code,
      name,
      bankName,
      accountNumber: `3300 0102 ${code.length}388 00${opening % 97}`,
      swift: '',
      currency,
      active: true,
      openedOn,
      openingBalance: opening,
      openingRate: rates(currency, openedOn),
    })
  }
  return banks
}

const recentRates = async (send: Send, known: KnownRates, today: string, rates: Rates): Promise<void> => {
  const since = addDays(today, -400)
  for (const currency of CURRENCIES) {
    let last = ''
    for (const k of known.filter((r) => r.currency === currency && r.date >= since)) {
      // One rate a week is enough to prefill; the newest of all is always there.
      if (last !== '' && k.date < addDays(last, 7)) continue
      last = k.date
      await send('set-exchange-rate', { currency, on: k.date, rate: k.rate })
    }
    const newest = addDays(today, -1)
    if (last < newest) await send('set-exchange-rate', { currency, on: newest, rate: rates(currency, newest) })
  }
}

const openMatters = async (w: World): Promise<void> => {
  const { send, trade, rates, today } = w
  // So long ago that those who may claim it are asked.
  const lastWeek = addDays(today, -4)
  // Money whose payer nobody has recognised yet, and dollars sold for yuan.
  await send('register-receipt', {
    id: newId(),
    bankAccountId: trade.banks.get('USD')!,
    receivedOn: lastWeek,
    amount: 1_250_000,
    charge: 1500,
    rate: rates('USD', lastWeek),
    payerName: 'MERIDIAN HOLDINGS',
    customerId: null,
    contractId: null,
    remark: '',
  })
  for (const days of [150, 60]) {
    const on = addDays(today, -days)
    const sold = 4_000_000
    const rate = Number(rates('USD', on).replace('.', '').slice(0, 5))
    await send('transfer-funds', {
      id: newId(),
      on,
      fromAccountId: trade.banks.get('USD')!,
      toAccountId: trade.banks.get('CNY')!,
      amountOut: sold,
      amountIn: Math.floor((sold * rate) / 10_000),
      rateIn: '1',
      remark: '结汇',
    })
  }
}

/** The month before last is revalued, so that a revaluation is there to be seen and the last month's is there to be made. */
const revalueMonth = (send: Send, today: string) =>
  send('revalue-month', {
    id: newId(),
    month: monthOf(addDays(`${monthOf(addDays(`${monthOf(today)}-01`, -1))}-01`, -1)),
    withAdvances: false,
  })

/**
 * Makes the whole demonstration by commands given to `run`, with files whose contents `give` keeps; gives the accounts that may sign in. Progress counts Northwind's orders and the recent deals.
 * Without `history` Northwind's old orders are left out: a small company with a record of every kind.
 */
export const createDemonstration = async (
  run: CommandRunner['run'],
  actor: Actor,
  known: KnownRates,
  progress: (done: number, of: number) => void,
  give: GiveContent,
  history = true,
): Promise<Hello['accounts']> => {
  const send = sender(run, actor)
  const all = northwindSize + plans.length + 1
  let count = 0
  const done = (more: number) => progress((count += more), all)
  const today = dayIn('Asia/Shanghai', actor.at)
  const rates = ratesFrom(known)
  const people = await createCompanyWithPeople(send)
  const old = history ? await bringNorthwind(send, people, done) : null
  await recentRates(send, known, today, rates)
  const as = (user: string): Send => sender(run, { ...actor, viewer: { ...actor.viewer, userId: people.byUser.get(user)! } })
  const banks = await bankAccounts(as('accountant'), addDays(today, -365), rates)
  if (old) await closeOldAccounts(send, old, banks.get('CNY')!, addDays(today, -365))
  const world = { send, people, trade: await tradePartners(send, as('purchaser'), people, banks), rates, today }
  const carried: Carried[] = []
  await inSteps(plans, 1, async (plan) => void carried.push(await carryOut(world, plan)), done)
  await estimateWorkedDeal(world, (await workedDeal(world)).dealId)
  await amendedContracts(world, as)
  await openMatters(world)
  await openQuotations(world)
  await freightInquiries(world, carried)
  await lettersOfCredit(world, carried)
  await paymentRequests(world, carried)
  await customsMatters(world, carried)
  await certificatesOfOrigin(world, carried)
  await revalueMonth(as('accountant'), today)
  await attachDemonstrationFiles(world, as, carried, give)
  await workbenches(world, as)
  await salesTargets(world)
  done(1)
  return accounts.map((a) => ({ user: a.user, password: DEMONSTRATION_PASSWORD, role: a.role }))
}
