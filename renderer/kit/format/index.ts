// Door of the kit's formats.
export { allWordsIn } from './all-words-in.ts'
export { bytesShown } from './bytes.ts'
export { compareTexts } from './compare-texts.ts'
export { amountShown, decimalShown, instantShown, moneyShown, percentShown } from './shown.ts'
export { isDecimal } from './typed-numbers.ts'
