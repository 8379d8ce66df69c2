// What is told beside a field while it is typed: what a product was last sold, quoted and bought for, and numbers that were entered before (SC8).
import { z } from 'zod'
import { codeText, query } from '../../define/index.ts'
import { currencySchema } from '../../vocabulary/currency.ts'
import { dateSchema } from '../../vocabulary/dates.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { warningsSchema } from '../../warnings.ts'

/** In the order in which they are offered. party: the customer or supplier of the document. */
export const LAST_PRICE_KINDS = ['this-party', 'others', 'quoted', 'last-purchase'] as const

/** Numbers of others that usually come once: what they are, and whose (`of`: the customer, or our bank account). */
export const NUMBERS_OF_OTHERS = [
  'buyer-order',
  'customer-inquiry',
  'receipt-reference',
  'payment-reference',
  'bill-of-lading',
  'booking',
] as const

export const checksQueries = {
  'entered-before': query({
    permission: 'signed-in',
    input: () =>
      z.strictObject({
        what: z.enum(NUMBERS_OF_OTHERS),
        number: codeText,
        of: idSchema.nullable().describe('the customer of an order or inquiry, our account of a bank reference'),
        /** The record that is being typed. */
        exceptId: idSchema.nullable(),
      }),
    output: () => z.strictObject({ warnings: warningsSchema() }),
    watches: ['sales_contract', 'quotation', 'receipt', 'payment', 'shipment'],
  }),
  /** Containers that stand on another shipment at the same time: each with the shipment that has it, at the field of its number (SC10). */
  'containers-elsewhere': query({
    permission: 'shipment.view',
    input: () =>
      z.strictObject({
        containers: z
          .array(z.strictObject({ id: z.string().max(64).describe('of the line that is typed'), number: z.string().max(20) }))
          .max(50),
        departsOn: dateSchema.nullable(),
        arrivesOn: dateSchema.nullable(),
        /** The shipment that is being typed. */
        exceptId: idSchema.nullable(),
      }),
    output: () => z.strictObject({ warnings: warningsSchema() }),
    watches: ['shipment'],
  }),
  /**
   * Which fields of a command's input hold a code, number or name that exists once and that another record has (W25): for a form that is looked at before it
   * is sent. `values`: what is typed, by field. Who may not give the command is told nothing.
   */
  'taken-codes': query({
    permission: 'signed-in',
    input: () => z.strictObject({ command: z.string().max(60), values: z.record(z.string().max(60), z.string().max(500).nullable()) }),
    output: () => z.strictObject({ fields: z.array(z.string()) }),
    watches: [],
  }),
  /**
   * The newest price of each kind in that unit and currency, after discount; what the viewer may not see is left out. A sale's last purchase is in the
   * currency it was bought in.
   */
  'last-prices': query({
    permission: 'product.view',
    input: () =>
      z.strictObject({
        side: z.enum(['sale', 'purchase']),
        productId: idSchema,
        partyId: idSchema.nullable(),
        currency: currencySchema,
        unit: z.string().max(20),
      }),
    output: () =>
      z.array(
        z.strictObject({
          kind: z.enum(LAST_PRICE_KINDS),
          price: z.string(),
          currency: currencySchema,
          number: z.string(),
          route: z.string(),
          id: idSchema,
          date: dateSchema,
          party: z.string(),
        }),
      ),
    watches: ['sales_line', 'purchase_line', 'quotation_line', 'sales_contract', 'purchase_contract', 'quotation', 'party'],
  }),
}
