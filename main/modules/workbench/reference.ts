// The small reference tables as desks ask for them: whole, each row with the letters, pinyin and initials that it is found by (Q9).
import { searchFold } from '../../../db/folded-keys.ts'
import { containerTypes, countries, currencies, incoterms, units } from '../../../db/reference/index.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'

const named = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }) => ({
  nameZh,
  nameEn,
  foundBy: searchFold(nameZh) + searchFold(nameEn),
})
const read = (): QueryOutput<'reference'> => ({
  currencies: currencies.map(({ code, minorUnits, symbol, ...row }) => ({ code, minorUnits, symbol, ...named(row) })),
  countries: countries.map(({ alpha2, currency, ...row }) => ({ code: alpha2, currency, ...named(row) })),
  units: units.map(({ code, ...row }) => ({ code, ...named(row) })),
  incoterms: incoterms.map(({ code, transport, ...row }) => ({ code, transport, ...named(row) })),
  containerTypes: containerTypes.map(({ code, teu, ...row }) => ({ code, teu, ...named(row) })),
})

let tables: QueryOutput<'reference'> | undefined
export const reference = (): QueryOutput<'reference'> => {
  tables ??= read()
  return tables
}
