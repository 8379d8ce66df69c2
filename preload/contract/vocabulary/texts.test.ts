// Texts made well-formed and cut between characters, for random texts at every length. Rule U30 of people.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cutText, wellFormed } from './texts.ts'

const anyText = fc
  .array(fc.constantFrom('a', '\0', '汉', '\ud83d', '\ude00', '😀', '👨‍👩‍👧'), { maxLength: 12 })
  .map((parts) => parts.join(''))

it('[U30] a cut text is well-formed, no longer than asked, and a beginning of the text', () => {
  fc.assert(
    fc.property(anyText, fc.nat(30), (text, most) => {
      const cut = cutText(text, most)
      expect([cut.isWellFormed() || text.length <= most, cut.length <= most]).toEqual([true, true])
      expect(text.toWellFormed().startsWith(cut.toWellFormed()) || !text.isWellFormed()).toBe(true)
      if (text.isWellFormed()) expect(cut.length).toBeGreaterThanOrEqual(Math.min(text.length, most) - 1)
    }),
  )
})

it('[U30] every text in a value is mended, keys too; what is whole is the value itself', () => {
  fc.assert(
    fc.property(fc.object({ key: anyText, values: [anyText, fc.integer(), fc.constant(null)], maxDepth: 4 }), (value) => {
      const whole = wellFormed(value)
      expect(/\\ud[89a-f]/i.test(JSON.stringify(whole).replaceAll('\\\\', ''))).toBe(false)
      expect(wellFormed(whole)).toBe(whole)
      if (JSON.stringify(value) === JSON.stringify(whole)) expect(whole).toBe(value)
    }),
  )
})

it('[U30] loops end, what nests too deep is told, and a key that names a prototype stays a key', () => {
  const loop: Record<string, unknown> = { text: '\ud800' }
  loop['again'] = loop
  const mended = wellFormed(loop) as typeof loop
  expect([mended['text'], mended['again']]).toEqual(['\ufffd', mended])
  let deep: unknown = 1
  for (let n = 0; n < 100; n++) deep = { deep }
  expect(wellFormed(deep)).toBeUndefined()
  const named = wellFormed(JSON.parse('{"__proto__":"\\ud800"}')) as object
  expect(Object.keys(named)).toEqual(['__proto__'])
})
