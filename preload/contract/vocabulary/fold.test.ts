// Typed texts that look the same: codes by their look, searches by letters and figures alone.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codeKey, isSameCode, plainText, withoutInvisible } from './fold.ts'

it('[Q6] codes are one whatever their case, width, hyphens, blanks at the ends and invisible characters', () => {
  const same = [
    'QX-100',
    'qx-100',
    'ＱＸ－１００',
    'QX\u200B-100',
    'QX\u00AD-100',
    '\uFEFFQX-100',
    'QX\u2010100',
    'QX\u2011100',
    'QX\u2013100',
    'QX\u2014100',
    'QX\u2212100',
    'QX﹣100',
    'Q\u2060X-1\u202E00',
    'QX-100\uFE0F',
    ' qX-100\u00A0',
  ]
  for (const one of same) expect([one, codeKey(one)]).toEqual([one, 'qx-100'])
  for (const other of ['QX100', 'QX 100', 'QX-0100', 'QX_100', 'QX-10O', 'QХ-100'])
    expect([other, isSameCode(other, 'QX-100')]).toEqual([other, false])
  expect(isSameCode('Straße 1', 'STRASSE 1')).toBe(true)
  expect(isSameCode('合同①', '合同1')).toBe(true)
})

it('[Q6] [property] invisible characters anywhere change neither the code nor what is kept of it', () => {
  const invisible = fc.constantFrom(
    '\u200B',
    '\u200C',
    '\u200D',
    '\u2060',
    '\uFEFF',
    '\u00AD',
    '\u200E',
    '\u202E',
    '\u034F',
    '\u115F',
    '\u3164',
    '\uFE0F',
  )
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aZ9-/ 中é') }), fc.array(fc.tuple(fc.nat(20), invisible)), (text, hidden) => {
      const letters = [...text.trim().replaceAll(/ +/g, ' ')]
      for (const [at, sign] of hidden) letters.splice(Math.min(at, letters.length), 0, sign)
      expect(codeKey(letters.join(''))).toBe(codeKey(text))
      expect(withoutInvisible(letters.join('')).replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      expect(codeKey(codeKey(text))).toBe(codeKey(text))
    }),
  )
})

it('[Q1] letters and figures alone are searched: no width, case, accents, brackets, quotes, blanks or hyphens', () => {
  expect(plainText('Café (Zürich) “Łódź” & Søn')).toBe('cafezurichlodzsøn'.replace('ø', 'o'))
  expect(plainText('+86-138 0013‑8000')).toBe('8613800138000')
  expect(plainText('ＡＢ　中国（上海）')).toBe('ab中国上海')
  expect(plainText('%—…')).toBe('')
})
