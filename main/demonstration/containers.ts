// Numbers of the demonstration's containers: each has its own, with the check digit of ISO 6346.

/** Letters count from 10 on and leave out the multiples of 11. */
const values = new Map([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, at) => [letter, 10 + at + Math.floor((at + 9) / 10)]))

/** The n-th container: owner, serial number, and the sum of its characters by powers of two, modulo 11 and 10. */
export const containerNumber = (n: number): string => {
  const plain = `CSQU${String(305_438 + n * 731).padStart(6, '0')}`
  const sum = [...plain].reduce((total, character, at) => total + (values.get(character) ?? Number(character)) * 2 ** at, 0)
  return `${plain}${(sum % 11) % 10}`
}
