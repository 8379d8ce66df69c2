// Reference tables that every desk's fields choose from: currencies, countries, units, containers, Incoterms, and sea ports by what is typed of them.
import { z } from 'zod'
import { searchable, query, once } from '../../define/index.ts'
import { currencySchema } from '../../vocabulary/currency.ts'
import { incotermSchema } from '../../vocabulary/incoterm.ts'

const named = once(() => ({ nameZh: z.string(), nameEn: z.string(), foundBy: searchable }))
const portRow = once(() =>
  z.strictObject({
    code: z.string().describe('UN/LOCODE'),
    country: z.string(),
    nameEn: z.string(),
    nameZh: z.string().nullable(),
  }),
)

export const referenceQueries = {
  /** The small tables whole; they change with the product alone, so a desk asks once. */
  reference: query({
    permission: 'signed-in',
    input: () => z.strictObject({}),
    output: () =>
      z.strictObject({
        currencies: z.array(z.strictObject({ code: currencySchema, minorUnits: z.int(), symbol: z.string(), ...named() })),
        countries: z.array(z.strictObject({ code: z.string(), currency: currencySchema.nullable(), ...named() })),
        units: z.array(z.strictObject({ code: z.string(), ...named() })),
        incoterms: z.array(z.strictObject({ code: incotermSchema, transport: z.enum(['any', 'sea']), ...named() })),
        containerTypes: z.array(z.strictObject({ code: z.string(), teu: z.string(), ...named() })),
      }),
    // No command changes it: a desk asks once and keeps the answer.
    watches: ['reference'],
  }),
  /** Ports by code, English or Chinese name, the beginning of a name first; no text: the main ports of China. */
  ports: query({
    permission: 'signed-in',
    input: () => z.strictObject({ text: z.string().max(100), limit: z.int().min(1).max(50) }),
    output: () => z.array(portRow()),
    watches: [],
  }),
}
