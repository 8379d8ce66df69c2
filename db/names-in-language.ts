// What has a name in each language: which column holds the other one, and the name that a viewer reads. Said once, for lists and pages alike (Q32).
import { sql, type RawBuilder } from 'kysely'
import type { TableName } from './schema/tables.ts'

type Language = 'zh' | 'en'
type SecondName = { language: Language; column: string }
/** `name` is the other language's. Parties and products are not here: they are called as on their papers in every language (decision 78). */
const secondNames: Partial<Record<TableName, SecondName>> = {
  user: { language: 'en', column: 'nameEn' },
  role: { language: 'en', column: 'nameEn' },
  department: { language: 'en', column: 'nameEn' },
  milestone: { language: 'en', column: 'nameEn' },
  milestone_template: { language: 'en', column: 'nameEn' },
  product_category: { language: 'zh', column: 'nameZh' },
}
export type NamedTable = 'user' | 'role' | 'department' | 'milestone' | 'milestone_template' | 'product_category'

export const secondNameOf = (table: string | undefined): SecondName | undefined => secondNames[table as TableName]

/** The name of a row of `table` in this language where it has one, else its other name; null without a row. */
export const nameIn = (language: Language, table: NamedTable, alias: string): RawBuilder<string> => {
  const second = secondNames[table]
  const name = sql<string>`${sql.ref(`${alias}.name`)}`
  return second?.language === language ? sql<string>`coalesce(nullif(${sql.ref(`${alias}.${second.column}`)}, ''), ${name})` : name
}

/** What rows of `table` are ordered by where their names are read in this language: the kept key, or one made of the name that is shown. */
export const orderOfNames = (language: Language, table: NamedTable, alias: string): RawBuilder<string> =>
  secondNames[table]?.language === language
    ? sql<string>`text_key('name', ${nameIn(language, table, alias)})`
    : sql<string>`${sql.ref(`${alias}.nameKey`)}`
