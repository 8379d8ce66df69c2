// Prices of goods that left before their price was amended (C17), as papers print them: one that was agreed, else worked back from what was charged, or told where that does not come out even.
import type { ReadableDb } from '../../../../db/open.ts'
import { Decimal, decimalTextOf, fixedText, scaledText, toScaled } from '../../../../preload/contract/vocabulary/decimal.ts'
import { minorUnits, type Currency } from '../../../../preload/contract/vocabulary/currency.ts'
import { lineAmount, money } from '../../../../preload/contract/vocabulary/money.ts'
import { moneyShown } from '../../../../preload/contract/vocabulary/money-shown.ts'
import { type PaperProblem, paperWords } from '../../../records/papers/index.ts'
import { type Content, versionsInForce } from '../../../records/amendments/index.ts'
import type { ShippedPart } from '../rules.ts'
import { inputOfContent } from '../sales-content.ts'
import type { SaleLine } from './sale-blocks.ts'

type Priced = Pick<SaleLine, 'quantity' | 'price' | 'discount'>

/** Minor units that quantity, price and discount come to. */
export const comesTo = ({ quantity, price, discount }: Priced, currency: Currency): number =>
  lineAmount(toScaled(quantity, 'quantity'), toScaled(price, 'price'), toScaled(discount, 'percent'), currency)
/** The price comes to the amount; parts of a line that were rounded may be a minor unit off. */
export const isAsPriced = (line: Priced & Pick<SaleLine, 'amount'>, currency: Currency): boolean =>
  Math.abs(comesTo(line, currency) - line.amount.minor) <= 1

export type AgreedPrice = { price: string; discount: string }

/** The price of one, without a discount, that comes to exactly this amount (minor units); null where there is none of six decimals. */
const workedBack = (quantity: string, minor: number, currency: Currency): AgreedPrice | null => {
  const exact = new Decimal(minor).div(new Decimal(10).pow(minorUnits(currency))).div(quantity)
  const back = { price: scaledText(toScaled(fixedText(exact, 6), 'price'), 'price'), discount: '0' }
  return comesTo({ quantity, ...back }, currency) === minor ? back : null
}
/**
 * The price at which goods left: of those agreed in the versions of their contract the newest that comes to what was charged (`isExact`, or a minor unit off, as
 * parts of a line may be), else one worked back where that comes out even; null where neither does.
 */
export const priceThatLeft = (
  { quantity, amount }: Pick<SaleLine, 'quantity' | 'amount'>,
  agreed: readonly AgreedPrice[],
  currency: Currency,
  isExact: boolean,
): AgreedPrice | null => {
  const off = ({ price, discount }: AgreedPrice) => Math.abs(comesTo({ quantity, price, discount }, currency) - amount.minor)
  const nearly = isExact ? undefined : agreed.find((one) => off(one) <= 1)
  return agreed.find((one) => off(one) === 0) ?? nearly ?? workedBack(quantity, amount.minor, currency)
}

/** What left, at the price and the discount it left at; null where these cannot be told. */
const partThatLeft = (
  line: SaleLine,
  { quantity: scaled, amount: minor, gross }: ShippedPart,
  agreed: readonly AgreedPrice[],
  currency: Currency,
): SaleLine | null => {
  const quantity = scaledText(scaled, 'quantity')
  const amount = money(minor, currency)
  const left = priceThatLeft({ quantity, amount }, agreed, currency, true)
  return left && { ...line, quantity, ...left, amount, off: money(gross - minor, currency), note: paperWords.leftBefore }
}

/** A line whose price of today does not come to its amount, with both figures. */
export const pricedOtherwise = (line: SaleLine, currency: Currency): PaperProblem[] =>
  isAsPriced(line, currency)
    ? []
    : [
        {
          ...{ code: 'priced-otherwise', what: line.description },
          ...{ one: moneyShown(money(comesTo(line, currency), currency)), other: moneyShown(line.amount) },
        },
      ]

/** Of a line that partly left at another price: what left, and the rest at the price of today. A line of one price, and one of which this cannot be told, as it is. */
export const linesAsPriced = (
  line: SaleLine,
  left: ShippedPart | undefined,
  agreed: readonly AgreedPrice[],
  currency: Currency,
): SaleLine[] => {
  if (left === undefined || left.quantity === 0 || isAsPriced(line, currency)) return [line]
  const part = partThatLeft(line, left, agreed, currency)
  if (part === null) return [line]
  const rest = { ...line, quantity: decimalTextOf(new Decimal(line.quantity).minus(part.quantity)) }
  if (new Decimal(rest.quantity).isZero()) return [part]
  const amount = line.amount.minor - left.amount
  const off = line.off.minor - part.off.minor
  return comesTo(rest, currency) === amount ? [part, { ...rest, amount: money(amount, currency), off: money(off, currency) }] : [line]
}

/** Prices of each line in the versions of these contracts, the newest first. */
export const agreedPrices = async (db: ReadableDb, contractIds: readonly string[]): Promise<ReadonlyMap<string, AgreedPrice[]>> => {
  const agreed = new Map<string, AgreedPrice[]>()
  const versions = await versionsInForce(db, contractIds)
  for (const { content } of versions.toReversed())
    for (const { id, price, discount } of inputOfContent(JSON.parse(content) as Content).lines)
      agreed.set(id, [...(agreed.get(id) ?? []), { price, discount }])
  return agreed
}
