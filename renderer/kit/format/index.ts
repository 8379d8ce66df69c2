// Door of the kit's formats.
export { amountShown, decimalShown, instantShown, moneyShown, percentShown } from './shown.ts'
export { isDecimal } from './typed-numbers.ts'
