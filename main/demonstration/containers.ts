// Numbers of the demonstration's containers: each has its own, with the check digit of ISO 6346.
import { checkDigitOf } from '../../preload/contract/vocabulary/container-number.ts'

/** The n-th container: owner, serial number, check digit. */
export const containerNumber = (n: number): string => {
  const plain = `CSQU${String(305_438 + n * 731).padStart(6, '0')}`
  return `${plain}${checkDigitOf(plain)}`
}
