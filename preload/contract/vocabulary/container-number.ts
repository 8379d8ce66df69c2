// Numbers of containers by ISO 6346: three letters of the owner, one of the kind (U, J, Z), six digits, and a check digit.

import { plainText } from './fold.ts'

/** Letters count from 10 on and leave out the multiples of 11. */
const values = new Map([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, at) => [letter, 10 + at + Math.floor((at + 9) / 10)]))

/** The digit that follows these ten characters ('CSQU305438' → 3). */
export const checkDigitOf = (ten: string): number => {
  const sum = [...ten].reduce((total, character, at) => total + (values.get(character) ?? Number(character)) * 2 ** at, 0)
  return (sum % 11) % 10
}

/**
 * What is odd about a number, however it is typed. 'form': no container's number at all; a digit: the one that should
 * be the last. Null: nothing, or nothing typed.
 */
export const oddContainerNumber = (typed: string): 'form' | number | null => {
  const plain = plainText(typed).toUpperCase()
  if (plain === '') return null
  if (!/^[A-Z]{3}[UJZ]\d{7}$/.test(plain)) return 'form'
  const expected = checkDigitOf(plain.slice(0, 10))
  return expected === Number(plain.at(-1)) ? null : expected
}
