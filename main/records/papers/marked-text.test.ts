// Marks in the texts of templates: what is one, what is only letters, and that nothing is lost of what was typed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markedLines, plainText } from './marked-text.ts'

/** 'bold' as B(bold), 'underlined' as U(underlined), the beginning of a list before '|'. */
const shown = (text: string): string =>
  markedLines(text)
    .map(
      ({ mark, runs }) =>
        `${mark === '' ? '' : `${mark}|`}${runs.map((r) => (r.bold ? (r.underlined ? `BU(${r.text})` : `B(${r.text})`) : r.underlined ? `U(${r.text})` : r.text)).join('')}`,
    )
    .join('\n')

describe('[PA30] marks', () => {
  it.each([
    ['**Quality**: as __agreed__', 'B(Quality): as U(agreed)'],
    ['**质量**以封样为准', 'B(质量)以封样为准'],
    ['**a __b__ c**', 'B(a )BU(b)B( c)'],
    ['**a __b** c__', 'B(a )BU(b)U( c)'],
    ['- first\n• second\n1. third\n(2) fourth\n3、第五', '•|first\n•|second\n1.|third\n(2)|fourth\n3、|第五'],
    ['1. **Bold** in a list', '1.|B(Bold) in a list'],
    ['one\n\ntwo', 'one\n\ntwo'],
  ])('%j is %j', (text, is) => expect(shown(text)).toBe(is))

  it.each([
    ...[
      'Signed: ____________ Date: ____',
      '* FOB Ningbo',
      '2 ** 3 ** 4',
      '**never closed',
      '__never closed',
      '** blank inside **',
      '****',
      '____',
      '***three***',
    ],
    ...[
      '1.5 mm',
      '2026. Year',
      '-5 %',
      'a-b',
      '#panic("x")',
      '$x$ <b>x</b> @ref = Heading',
      '[link](https://example.com)',
      '<script>',
      '\\u{1F}',
      '`code`',
      '_one_ *one*',
    ],
  ])('%j is nothing but letters', (text) => {
    expect(shown(text)).toBe(text)
    expect(plainText(markedLines(text))).toBe(text)
  })

  it('lose no letter and add none, whatever is typed', () => {
    const pieces = fc.constantFrom('**', '__', '*', '_', 'a', '物', ' ', '#', '\n', '1. ', '- ', '$', '\\')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (typed) => {
        const text = typed.join('')
        const letters = (said: string) => said.replaceAll(/[*_\s•·-]/gu, '')
        const lines = markedLines(text)
        expect(lines).toHaveLength(text.split('\n').length)
        expect(letters(plainText(lines))).toBe(letters(text))
      }),
    )
  })

  it('are found in texts that are nothing but marks', () => {
    for (const text of ['**'.repeat(2000), '**a'.repeat(1300), '__a__'.repeat(800), `${'*'.repeat(3999)}a`, '1. '.repeat(1300)])
      expect(markedLines(text)).toHaveLength(1)
  })
})
