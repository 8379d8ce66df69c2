// Amounts in words: tables from invoices and from the People's Bank's own examples, and every random amount read back to the same integer.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencies } from '../../../db/reference/index.ts'
import { MAX_MINOR } from '../../../preload/contract/vocabulary/money.ts'
import { amountInChinese, amountInEnglish } from './amount-in-words.ts'

describe('amountInEnglish', () => {
  it.each([
    [5_000_010, 'USD', 'SAY US DOLLARS FIFTY THOUSAND AND CENTS TEN ONLY'],
    [5_000_000, 'USD', 'SAY US DOLLARS FIFTY THOUSAND ONLY'],
    [0, 'USD', 'SAY US DOLLARS ZERO ONLY'],
    [5, 'USD', 'SAY US DOLLARS ZERO AND CENTS FIVE ONLY'],
    [12_345_678, 'EUR', 'SAY EUROS ONE HUNDRED TWENTY-THREE THOUSAND FOUR HUNDRED FIFTY-SIX AND CENTS SEVENTY-EIGHT ONLY'],
    [100_000_000_001, 'GBP', 'SAY POUNDS STERLING ONE BILLION AND PENCE ONE ONLY'],
    [1_000_019, 'JPY', 'SAY JAPANESE YEN ONE MILLION NINETEEN ONLY'],
    [1_250_125, 'KWD', 'SAY KUWAITI DINARS ONE THOUSAND TWO HUNDRED FIFTY AND FILS ONE HUNDRED TWENTY-FIVE ONLY'],
    [-4_099, 'HKD', 'SAY MINUS HONG KONG DOLLARS FORTY AND CENTS NINETY-NINE ONLY'],
    [8_012, 'CNY', 'SAY RENMINBI YUAN EIGHTY AND FEN TWELVE ONLY'],
    [1_205, 'CZK', 'SAY CZK TWELVE AND 05/100 ONLY'],
    [1_000_050, 'TND', 'SAY TND ONE THOUSAND AND 050/1000 ONLY'],
  ])('%d %s', (minor, currency, words) => {
    expect(amountInEnglish(minor, currency)).toBe(words)
  })

  it('is read back to the same amount', () => {
    const ones = new Map(
      'ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN SIXTEEN SEVENTEEN EIGHTEEN NINETEEN'
        .split(' ')
        .map((w, i) => [w, i]),
    )
    const tens = new Map('TWENTY THIRTY FORTY FIFTY SIXTY SEVENTY EIGHTY NINETY'.split(' ').map((w, i) => [w, (i + 2) * 10]))
    const scales = new Map('THOUSAND MILLION BILLION TRILLION QUADRILLION'.split(' ').map((w, i) => [w, 1000n ** BigInt(i + 1)]))
    const integer = (words: string): bigint => {
      let [sum, group] = [0n, 0]
      for (const word of words.split(/[ -]/)) {
        const scale = scales.get(word)
        if (scale !== undefined) [sum, group] = [sum + BigInt(group) * scale, 0]
        else if (word === 'HUNDRED') group *= 100
        else group += ones.get(word) ?? tens.get(word) ?? Number.NaN
      }
      return sum + BigInt(group)
    }
    fc.assert(
      fc.property(fc.integer({ min: -MAX_MINOR, max: MAX_MINOR }), (minor) => {
        const match = /^SAY (MINUS )?US DOLLARS (.+?)(?: AND CENTS (.+))? ONLY$/.exec(amountInEnglish(minor, 'USD'))
        const cents = integer(match?.[2] ?? '') * 100n + (match?.[3] === undefined ? 0n : integer(match[3]))
        expect(match?.[1] === undefined ? cents : -cents).toBe(BigInt(minor))
      }),
      { numRuns: 2000 },
    )
  })

  it('words every currency there is, and refuses parts of a minor unit', () => {
    for (const { code, minorUnits } of currencies) {
      const words = amountInEnglish(10 ** minorUnits * 3 + (minorUnits > 0 ? 7 : 0), code)
      expect([code, /^SAY [A-Z ]+ THREE( AND ([A-Z]+ SEVEN|0*7\/10+))? ONLY$/.test(words), words.includes('AND')]).toEqual([
        code,
        true,
        minorUnits > 0,
      ])
    }
    for (const bad of [1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => amountInEnglish(bad, 'USD')).toThrow(RangeError)
      expect(() => amountInChinese(bad)).toThrow(RangeError)
    }
  })
})

describe('amountInChinese', () => {
  it.each([
    // The five examples of the People's Bank's rules.
    [140_950, '壹仟肆佰零玖元伍角'],
    [600_714, '陆仟零柒元壹角肆分'],
    [168_032, '壹仟陆佰捌拾元零叁角贰分'],
    [10_700_053, '壹拾万柒仟元零伍角叁分'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [32_504, '叁佰贰拾伍元零肆分'],
    [5_000_000, '伍万元整'],
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角'],
    [53, '伍角叁分'],
    [1_000, '壹拾元整'],
    [100_100, '壹仟零壹元整'],
    [10_000_100, '壹拾万零壹元整'],
    [10_010_000, '壹拾万零壹佰元整'],
    [100_000_000, '壹佰万元整'],
    [10_000_000_000, '壹亿元整'],
    [10_000_000_500, '壹亿零伍元整'],
    [10_100_000_000, '壹亿零壹佰万元整'],
    [100_001_000_000, '壹拾亿零壹万元整'],
    [12_345_678_901, '壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元零壹分'],
    [100_000_000_000_000, '壹万亿元整'],
    [-7_117_350, '负柒万壹仟壹佰柒拾叁元伍角'],
  ])('%d', (minor, words) => {
    expect(amountInChinese(minor)).toBe(words)
  })

  it('is read back to the same amount, without doubled or closing zeros', () => {
    const figure = (c: string) => '零壹贰叁肆伍陆柒捌玖'.indexOf(c)
    const place = new Map([
      ['拾', 10n],
      ['佰', 100n],
      ['仟', 1000n],
    ])
    const integer = (words: string): bigint => {
      let [sum, section, last] = [0n, 0n, 0n]
      for (const c of words) {
        if (figure(c) >= 0) last = BigInt(figure(c))
        else if (place.has(c)) [section, last] = [section + last * (place.get(c) ?? 0n), 0n]
        else if (c === '万') [sum, section, last] = [sum + (section + last) * 10_000n, 0n, 0n]
        else if (c === '亿') [sum, section, last] = [(sum + section + last) * 100_000_000n, 0n, 0n]
        else throw new Error(c)
      }
      return sum + section + last
    }
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: -MAX_MINOR, max: MAX_MINOR }),
          fc.integer({ min: 0, max: 200_000 }),
          fc.integer({ min: 0, max: 1_000_000 }).map((n) => n * 100_000),
        ),
        (minor) => {
          const words = amountInChinese(minor)
          const match = /^(负)?(?:(.+)元)?(整)?零?(?:(.)角)?零?(?:(.)分)?$/.exec(words)
          const value = integer(match?.[2] ?? '') * 100n + BigInt(figure(match?.[4] ?? '零') * 10 + figure(match?.[5] ?? '零'))
          expect(match?.[1] === undefined ? value : -value).toBe(BigInt(minor))
          expect(words).not.toMatch(/零零|零[万亿整角分]|整.|[^元]整/)
          expect(words.endsWith('整')).toBe(minor % 100 === 0)
        },
      ),
      { numRuns: 3000 },
    )
  })
})
