// The arithmetic of quotations: textbook prices, profits that add up, whole cartons. Formula cases F07 to F12 are those of the trade's own books.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { earned, isBelowMinimum, packedTogether, packingOf, priceSteps, refundOn, versionNumber, type PriceAsked } from './rules.ts'

const asked = (part: Partial<PriceAsked> = {}): PriceAsked => ({
  ...{ cost: '113', vatRate: '13', refundRate: '13', domestic: '0', profitAs: 'amount', profit: '0', rate: '1', incoterm: 'CIF' },
  ...{ freight: '0', markup: '10', premiumRate: '0', commissionRate: '0', cifCommission: 'on-cif' },
  ...part,
})
/** A price whose CFR is this, in base currency. */
const fromCfr = (cfr: string, part: Partial<PriceAsked> = {}) => priceSteps(asked({ cost: '0', freight: cfr, ...part }))

describe('[Q17] a minimum order', () => {
  const lamp = { unit: 'PCS', piecesPerCarton: toScaled('24', 'quantity') }
  it.each([
    ['499 PCS', '500 PCS', true],
    ['500 PCS', '500 PCS', false],
    ['0.5 KGS', '0.6 KGS', true],
    ['479 PCS', '20 CTN', true],
    ['480 PCS', '20 CTN', false],
    ['20 CTN', '481 PCS', true],
    ['20 CTN', '480 PCS', false],
    ['1 DOZ', '500 PCS', false],
    ['1 PCS', '500 DOZ', false],
  ])('%s of at least %s: %s', (offered, minimum, is) => {
    const counted = (text: string) => ({ quantity: text.split(' ')[0]!, unit: text.split(' ')[1]! })
    expect(isBelowMinimum(counted(offered), counted(minimum), lamp)).toBe(is)
  })
  it('by a carton of which nobody knows what it holds is not guessed', () => {
    const of = { quantity: '1', unit: 'PCS' }
    expect(isBelowMinimum(of, { quantity: '20', unit: 'CTN' }, undefined)).toBe(false)
    expect(isBelowMinimum(of, { quantity: '20', unit: 'CTN' }, { unit: 'PCS', piecesPerCarton: 0 })).toBe(false)
  })
})

describe('[Q6] a price built up', () => {
  it('F10: CFR 320,000 insured at 0.2 % and 0.02 % is CIF 320,776.28', () => {
    expect(fromCfr('320000', { premiumRate: '0.22' }).cif).toBe('320776.2786')
  })
  it('F07: CIF 1,000 at 1 % holds CFR 989', () => {
    expect(fromCfr('989', { premiumRate: '1' }).cif).toBe('1000.0000')
  })
  it('F12: CFR 150 with 3 % commission: 156.359 on CIF, 156.413 with the commission insured too', () => {
    const given = { premiumRate: '1', commissionRate: '3' }
    expect(fromCfr('150', given)).toMatchObject({ cif: '151.6684', price: '156.3591' })
    expect(fromCfr('150', { ...given, cifCommission: 'insured-too' }).price).toBe('156.4129')
  })
  it('[domain 6] refund is on the price without VAT: 245,700 at 17 % with 13 % back gives 27,300', () => {
    expect(refundOn(new Decimal(245_700), '17', '13').toFixed()).toBe('27300')
  })
  it('FOB carries costs and profit, three ways of asking for it', () => {
    const fob = (part: Partial<PriceAsked>) => priceSteps(asked({ domestic: '20', rate: '8', incoterm: 'FOB', ...part }))
    expect(fob({ profitAs: 'amount', profit: '40' })).toMatchObject({
      refund: '13.0000',
      actualCost: '100.0000',
      fob: '20.0000',
      price: '20.0000',
    })
    expect(fob({ profitAs: 'per-cent-of-cost', profit: '10' })).toMatchObject({ profit: '12.0000', fob: '16.5000' })
    expect(fob({ profitAs: 'per-cent-of-price', profit: '25' })).toMatchObject({ profit: '40.0000', fob: '20.0000' })
  })
  it('CFR leaves the premium out, FOB the freight too', () => {
    const given = asked({ freight: '10', premiumRate: '1' })
    expect(priceSteps({ ...given, incoterm: 'CFR' }).price).toBe('110.0000')
    expect(priceSteps({ ...given, incoterm: 'FCA' }).price).toBe('100.0000')
  })
  it('refuses at its field what leaves nothing of a price', () => {
    for (const [part, path] of [
      [{ commissionRate: '100' }, 'commissionRate'],
      [{ profitAs: 'per-cent-of-price', profit: '100' }, 'profit'],
      [{ premiumRate: '95' }, 'premiumRate'],
    ] as const)
      expect(() => priceSteps(asked(part))).toThrow(
        expect.objectContaining({ refusal: { refused: 'invalid-input', data: { issues: [{ path, rule: 'too-big' }] } } }) as Error,
      )
  })
  it('taking freight, premium and commission off a price again gives the FOB it came from', () => {
    const percent = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((n) => new Decimal(n).div(100).toFixed())
    const amount = fc.integer({ min: 1, max: 1_000_000 }).map((n) => new Decimal(n).div(100).toFixed())
    fc.assert(
      fc.property(amount, amount, percent(5), percent(20), fc.boolean(), (cost, freight, premiumRate, commissionRate, too) => {
        const steps = priceSteps(asked({ cost, freight, premiumRate, commissionRate, cifCommission: too ? 'insured-too' : 'on-cif' }))
        const price = new Decimal(steps.price)
        const commission = price.times(commissionRate).div(100)
        const premium = (too ? price : price.minus(commission)).times('1.1').times(premiumRate).div(100)
        expect(price.minus(commission).minus(premium).minus(freight).minus(steps.fob).abs().lte('0.0003')).toBe(true)
      }),
    )
  })
})

describe('[Q4] what a quotation earns', () => {
  const cost = { cost: toScaled('28.25', 'price'), vatRate: toScaled('13', 'percent'), refundRate: toScaled('13', 'percent') }
  const line = { quantity: toScaled('10000', 'quantity'), amount: 5_000_000, amountBase: 35_500_000, cost }
  const given = { currency: 'USD', rate: toScaled('7.1', 'rate'), base: 'CNY', commissionRate: toScaled('3', 'percent') }

  it('the worked deal: 355,000 − 10,650 − 250,000 − (2,000 + 165) × 7.1 − 6,000 = 72,978.50', () => {
    const result = earned([line], { freight: 200_000, insurance: 16_500, domestic: 600_000 }, given)
    expect(result).toEqual({ lines: [{ profit: 9_435_000, margin: '26.5775' }], profit: 7_297_850, margin: '20.5573' })
  })
  it('says nothing of the whole while one line’s cost is not known', () => {
    const result = earned([line, { ...line, cost: null }], { freight: 0, insurance: 0, domestic: 0 }, given)
    expect(result).toMatchObject({ profit: null, margin: null, lines: [{ profit: 9_435_000 }, { profit: null, margin: null }] })
  })
  it('the whole is what its lines earn less what it costs beside the goods', () => {
    const lines = fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 1e8 }), amountBase: fc.integer({ min: 0, max: 1e9 }) }), {
      minLength: 1,
      maxLength: 9,
    })
    fc.assert(
      fc.property(lines, fc.nat(1e6), fc.nat(1e6), (all, freight, domestic) => {
        const result = earned(
          all.map((l) => ({ ...l, amount: l.amountBase, cost })),
          { freight, insurance: 0, domestic },
          { ...given, currency: 'CNY', rate: toScaled('1', 'rate') },
        )
        expect(result.profit).toBe(result.lines.reduce((sum, l) => sum + l.profit!, 0) - freight - domestic)
      }),
    )
  })
})

describe('[Q5] packing', () => {
  const shoes = { piecesPerCarton: toScaled('12', 'quantity'), length: 90_000, width: 50_000, height: 35_000, grossWeight: 25_000 }
  it('F18: 4,680 pairs of shoes are 390 cartons, 61.425 m³, 9,750 kg', () => {
    expect(packingOf(toScaled('4680', 'quantity'), shoes)).toEqual({ cartons: 390, volume: '61.425', grossWeight: '9750' })
  })
  it('a carton that is not full is a carton', () => {
    expect(packingOf(toScaled('4681', 'quantity'), shoes)).toMatchObject({ cartons: 391 })
  })
  it('what a product does not say is not guessed, and sums are of what is known', () => {
    const none = { cartons: null, volume: null, grossWeight: null }
    expect(packingOf(10_000, undefined)).toEqual(none)
    expect(packingOf(10_000, { ...shoes, piecesPerCarton: 0 })).toEqual(none)
    expect(packedTogether([])).toEqual(none)
    expect(
      packedTogether([none, { cartons: 2, volume: '0.5', grossWeight: null }, { cartons: 1, volume: '0.25', grossWeight: '3' }]),
    ).toEqual({
      cartons: 3,
      volume: '0.75',
      grossWeight: '3',
    })
  })
})

it('[Q3] [AP-16] versions are numbered -01, -02 …', () => {
  expect([0, 1, 2, 12].map((v) => versionNumber('QT2026-0001', v))).toEqual([
    'QT2026-0001',
    'QT2026-0001-01',
    'QT2026-0001-02',
    'QT2026-0001-12',
  ])
})
