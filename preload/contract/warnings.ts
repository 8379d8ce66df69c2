// The closed list of what a form warns of while it is typed: codes with their data and the field they concern, no sentences (renderer/words holds those). A warning never refuses.
import { z } from 'zod'
import { currencySchema } from './vocabulary/currency.ts'
import { dateSchema } from './vocabulary/dates.ts'
import { moneySchema } from './vocabulary/money.ts'
import { once } from './define/once.ts'

const none = z.strictObject({})
const text = z.string()

export const warningSchemas = once(() => ({
  /** A rate far from the one in force; percent: how far, without sign. */
  'rate-far': z.strictObject({ rate: text, inForce: text, date: dateSchema, percent: text }),
  /** A price outside what the same product was last sold or bought for; number and date are those of the last price. */
  'price-far': z.strictObject({ low: text, high: text, currency: currencySchema, number: text, date: dateSchema }),
  /** In the currency of the document; given only to who may see costs. */
  'price-below-cost': z.strictObject({ cost: text, currency: currencySchema }),
  /** Less than is sold at once. */
  'below-minimum': z.strictObject({ minimum: text, unit: text }),
  'shipment-before-contract': z.strictObject({ contractDate: dateSchema }),
  'deposit-not-received': z.strictObject({ contract: text, missing: moneySchema }),
  /** Nothing refuses it empty, and papers made of it will lack it. */
  'left-empty': none,
  /** The same was entered before; by: the resource, number: of the record that has it. */
  'entered-before': z.strictObject({ by: text, number: text }),
  /** Quantities of a line of a shipment. */
  'packed-otherwise': z.strictObject({ goods: text, packed: text, shipped: text, unit: text }),
  /** Kilograms. */
  'net-above-gross': z.strictObject({ net: text, gross: text }),
  /** What the bill of lading says, and what the packing comes to. */
  'bill-differs': z.strictObject({ bill: text, packed: text }),
  'container-unknown': z.strictObject({ container: text }),
  /** Per cent of what is usually loaded. */
  'container-overfull': z.strictObject({ container: text, volume: text, weight: text }),
  /** ISO 6346; expected: the digit that would be right. */
  'container-digit': z.strictObject({ number: text, expected: text }),
  'container-form': none,
}))

export type WarningCode = keyof ReturnType<typeof warningSchemas>
export type WarningData<C extends WarningCode> = z.infer<ReturnType<typeof warningSchemas>[C]>
/** `field`: the path of the field as in `invalid-input`; lines are named by their id (`lines.#<id>.price`), since a preview may be asked of some of them. */
export type WarningOf<C extends WarningCode> = { code: C; field: string; data: WarningData<C> }
export type Warning = { [C in WarningCode]: WarningOf<C> }[WarningCode]

/** A warning as a value. */
export const warning = <C extends WarningCode>(code: C, field: string, data: WarningData<C>): Warning =>
  ({ code, field, data }) as unknown as Warning

const codes = () => Object.keys(warningSchemas()) as WarningCode[]
/** What a preview answers beside its figures. */
export const warningsSchema = once(() =>
  z.array(
    z.union(
      codes().map((code) => z.strictObject({ code: z.literal(code), field: text, data: warningSchemas()[code] })) as unknown as [
        z.ZodType<Warning>,
        z.ZodType<Warning>,
      ],
    ),
  ),
)
