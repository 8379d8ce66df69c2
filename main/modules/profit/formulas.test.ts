// The trade's formulas against printed textbook cases, and the mapping of postings to profit lines.
import { describe, expect, test } from 'vitest'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import { money, toMinor } from '../../../preload/contract/vocabulary/money.ts'
import { commissionOf, exchangeCost, marginOf, netFobIncome } from './formulas.ts'
import { actualLines, incomeOf, totalCostOf, type DealSum } from './profit-lines.ts'

const usd = (text: string) => toMinor(text, 'USD')
const cny = (text: string) => toMinor(text, 'CNY')
/** Income of a deal sold at `rate`, with what went abroad in the same currency. */
const sold = (gross: string, rate: string, ...charges: string[]) =>
  netFobIncome({
    foreign: usd(gross),
    foreignBase: cny(new Decimal(gross).times(rate).toFixed()),
    otherBase: 0,
    charges: charges.reduce((sum, c) => sum + usd(c), 0),
    otherChargesBase: 0,
  })
const cost = (total: string, income: number) => exchangeCost(money(cny(total), 'CNY'), money(income, 'USD'))

describe('cost of a dollar earned, against printed cases', () => {
  test('[F01] porcelain CIF Vancouver: total cost 238,056; FOB 33,083; 7.196; profit 13,771.80', () => {
    const income = sold('35000', '7.612', '1700', '217')
    const refund = new Decimal('245700').div('1.17').times('0.13')
    const total = new Decimal('245700').plus(new Decimal('245700').times('0.08')).minus(refund)
    expect(total.toFixed()).toBe('238056')
    expect(income).toBe(usd('33083'))
    expect(cost('238056', income)).toBe('7.1957')
    expect(new Decimal(income).div(100).times('7.612').minus(total).toFixed(2)).toBe('13771.80')
  })
  test('[F03] CIF 100,000 to Singapore: premium on 110 %, FOB 94,900; 7.5869; profit 67,670', () => {
    const premium = new Decimal('100000').times('1.1').times('0.01').toFixed()
    const income = sold('100000', '8.3', '4000', premium)
    expect(income).toBe(usd('94900'))
    expect(cost('720000', income)).toBe('7.5869')
    expect(new Decimal(income).div(100).times('8.3').minus('720000').toFixed()).toBe('67670')
  })
  test('[F05] CIF 350 a ton: FOB 317.75; 6.63; a loss of 2 %', () => {
    const income = sold('350', '6.5', '30', '2.25')
    expect(income).toBe(usd('317.75'))
    expect(cost('2107.54', income)).toBe('6.6327')
    expect(new Decimal('317.75').times('6.5').div('2107.54').minus(1).times(100).toFixed(1)).toBe('-2.0')
  })
  test('[F18] 4,680 pairs CFR 22.50: FOB 100,656.27; total cost 524,344.28; profit 205,413.68; 5.2093', () => {
    const income = sold('105300', '7.25', '4643.73')
    expect(income).toBe(usd('100656.27'))
    expect(cost('524344.28', income)).toBe('5.2093')
    expect(new Decimal(income).div(100).times('7.25').minus('524344.28').toFixed(2)).toBe('205413.68')
  })
  test('[G4] without income there is no cost of it', () => {
    expect(cost('100', 0)).toBeNull()
    expect(cost('100', -5)).toBeNull()
  })
  test('[G4] minor units differ by currency: 1,000,000 yen earned for 46,000 yuan cost 0.0460 a yen', () => {
    expect(exchangeCost(money(4_600_000, 'CNY'), money(1_000_000, 'JPY'))).toBe('0.0460')
  })
})

describe('net FOB income', () => {
  test('[G3] charges billed in another currency are converted at the rate of the shipments', () => {
    expect(netFobIncome({ foreign: 10_000, foreignBase: 71_000, otherBase: 0, charges: 500, otherChargesBase: 7100 })).toBe(8500)
  })
  test('[G3] revenue in another currency is converted at the same rate', () => {
    expect(netFobIncome({ foreign: 10_000, foreignBase: 71_000, otherBase: 14_200, charges: 0, otherChargesBase: 0 })).toBe(12_000)
  })
  test('[G3] nothing sold in the currency: no income in it', () => {
    expect(netFobIncome({ foreign: 0, foreignBase: 0, otherBase: 14_200, charges: 0, otherChargesBase: 0 })).toBe(0)
  })
})

describe('margin and commission', () => {
  test('[G5] margin is profit over revenue in per cent, four decimals half-up, absent without revenue', () => {
    expect(marginOf(7_117_350, 35_500_000)).toBe('20.0489')
    expect(marginOf(-1, 3)).toBe('-33.3333')
    expect(marginOf(5, 0)).toBeNull()
  })
  test('[G2] commission 3 % of 355,000.00 is 10,650.00; half a fen rounds up', () => {
    expect(commissionOf(35_500_000, 30_000)).toBe(1_065_000)
    expect(commissionOf(150, 10_000)).toBe(2)
  })
})

describe('which line a posting belongs to', () => {
  const sum = (account: string, category: string, base: number, currency = 'CNY', foreign = base): DealSum => ({
    account,
    category,
    currency,
    base,
    foreign,
  })
  const sums = [
    sum('6001', '', -71_000, 'USD', -10_000),
    sum('6401', 'purchase', 40_000),
    sum('6401', 'tax-refund', -4600),
    sum('6601', 'freight', 7100, 'USD', 1000),
    sum('6601', 'insurance', 710),
    sum('6601', 'port-charge', 300),
    sum('6603', 'bank-charge', 50),
    sum('6603', 'exchange-difference', 120),
    sum('6603', 'write-off', 7),
    sum('1122', '', 71_000, 'USD', 10_000),
  ]
  test('[G1] every income and expense has its line, balance-sheet accounts have none, and the lines add up to the profit', () => {
    const lines = actualLines(sums)
    expect(Object.fromEntries([...lines].filter(([, amount]) => amount !== 0))).toEqual({
      revenue: 71_000,
      purchase: -40_000,
      'tax-refund': 4600,
      freight: -7100,
      insurance: -710,
      'port-charge': -300,
      'bank-charge': -50,
      other: -7,
      'exchange-difference': -120,
    })
    expect([...lines.values()].reduce((a, b) => a + b, 0)).toBe(71_000 - 40_000 + 4600 - 7100 - 710 - 300 - 50 - 7 - 120)
  })
  test('[G4] the foreign income leaves out financial expense; the total cost takes domestic costs alone', () => {
    expect(incomeOf(sums, 'USD')).toEqual({ foreign: 10_000, foreignBase: 71_000, otherBase: 0, charges: 1000, otherChargesBase: 710 })
    expect(totalCostOf(sums)).toBe(40_000 - 4600 + 300)
  })
})
