// Door of the kit's formats.
export { amountShown, decimalShown, groupDigits, instantShown, moneyShown, percentShown } from './shown.ts'
export { decimalOf, isDecimal, minorOf, type Typed, type TypingRule } from './typed-numbers.ts'
export { addMonths, dateOf } from './typed-dates.ts'
export { titleWidth } from './title-width.ts'
