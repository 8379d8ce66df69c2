// What a product was last sold, quoted and bought for: beside the field in which its price is typed.
import { z } from 'zod'
import { query } from '../define.ts'
import { currencySchema } from '../vocabulary/currency.ts'
import { dateSchema } from '../vocabulary/dates.ts'
import { idSchema } from '../vocabulary/ids.ts'

/** In the order in which they are offered. party: the customer or supplier of the document. */
export const LAST_PRICE_KINDS = ['this-party', 'others', 'quoted', 'last-purchase'] as const

export const checksQueries = {
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
    watches: ['sales_line', 'purchase_line', 'quotation_line', 'sales_contract', 'purchase_contract', 'quotation'],
  }),
}
