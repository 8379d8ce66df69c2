// The name of a country in SQL: lists show, sort, search and export it instead of its code.
import { sql, type RawBuilder } from 'kysely'
import { countries } from './index.ts'

const namesIn = (of: 'nameZh' | 'nameEn'): string => JSON.stringify(Object.fromEntries(countries.map((c) => [c.alpha2, c[of]])))
const names = { zh: namesIn('nameZh'), en: namesIn('nameEn') }

/** The name of the code in `column` ('p.country'), in one language; null for none, the code itself where the tables know no name. */
export const countryName = (column: string, language: 'zh' | 'en'): RawBuilder<string | null> =>
  sql`coalesce(json_extract(${names[language]}, '$.' || ${sql.ref(column)}), ${sql.ref(column)})`
