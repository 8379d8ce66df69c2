// The trade's formulas against printed textbook cases.
import { describe, expect, test } from 'vitest'
import { Decimal } from './decimal.ts'
import { money, toMinor } from './money.ts'
import { commissionOf, exchangeCost, marginOf, netFobIncome, premiumOf, variancePercent } from './trade-formulas.ts'

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

describe('premium and variance', () => {
  test('[F03] CIF 100,000 insured at 110 % and 1 %: 1,100', () => expect(premiumOf(usd('100000'), 10_000)).toBe(usd('1100')))
  test('[F07] CIF 1,000 at 1 % leaves CFR 989', () => expect(usd('1000') - premiumOf(usd('1000'), 10_000)).toBe(usd('989')))
  test('[F10] CIF 320,776.28 at 0.22 % leaves CFR 320,000', () =>
    expect(usd('320776.28') - premiumOf(usd('320776.28'), 2_200)).toBe(usd('320000')))
  test('the worked deal: 0.3 % on CIF 50,000 is 165.00; half a cent rounds up', () => {
    expect(premiumOf(usd('50000'), 3_000)).toBe(usd('165'))
    expect(premiumOf(50, 90_909)).toBe(5)
    expect(premiumOf(500, 1_000)).toBe(1)
  })
  test('a variance is told in per cent of what was expected, a loss too; none when nothing was expected', () => {
    expect(variancePercent(7_117_350, 7_262_350)).toBe('-1.9966')
    expect(variancePercent(-150, -100)).toBe('-50')
    expect(variancePercent(50, -100)).toBe('150')
    expect(variancePercent(5, 0)).toBeNull()
  })
})
