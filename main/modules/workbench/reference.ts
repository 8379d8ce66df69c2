// The small reference tables as desks ask for them: whole.
import { containerTypes, countries, currencies, incoterms, units } from '../../../db/reference/index.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'

export const reference = (): QueryOutput<'reference'> => ({
  currencies: currencies.map(({ code, minorUnits, symbol, nameZh, nameEn }) => ({ code, minorUnits, symbol, nameZh, nameEn })),
  countries: countries.map(({ alpha2, currency, nameZh, nameEn }) => ({ code: alpha2, currency, nameZh, nameEn })),
  units: units.map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn })),
  incoterms: incoterms.map(({ code, transport, nameZh, nameEn }) => ({ code, transport, nameZh, nameEn })),
  containerTypes: containerTypes.map(({ code, teu, nameZh, nameEn }) => ({ code, teu, nameZh, nameEn })),
})
