// What the audit trail tells has words: every record and column in both languages, and its structures are sound.
import { expect, test } from 'vitest'
import { allPermissions } from './access.ts'
import { companySchema, switchesOff } from './modules/people/calls.ts'
import { hasName } from './names/index.ts'
import { auditedRecord, auditedTable, auditedTables } from './audited.ts'

const kindsOf = (table: string): (string | undefined)[] => [undefined, ...Object.keys(auditedTable(table)?.kinds ?? {})]

test('every record and column that is told has a name', () => {
  const missing = auditedTables.flatMap((table) =>
    kindsOf(table).flatMap((kind) => {
      const record = auditedRecord(table, kind)
      return [`record.${record}`, ...Object.keys(auditedTable(table, kind)!.columns).map((column) => `field.${record}.${column}`)]
    }),
  )
  const settings = [...Object.keys(companySchema().shape).filter((key) => key !== 'switches'), ...Object.keys(switchesOff)]
  const all = [...missing, ...settings.map((key) => `field.company.${key}`)]
  // The settings are told part by part, never as the text they are kept in.
  expect(all.filter((key) => !hasName(key) && key !== 'field.company.value')).toEqual([])
})

test('what a record belongs to is told too, names point at told tables, and rights exist', () => {
  const wrong: string[] = []
  for (const table of auditedTables)
    for (const kind of kindsOf(table)) {
      const { of, columns, view } = auditedTable(table, kind)!
      for (const above of of ? ('table' in of ? [of.table] : Object.values(of.each)) : [])
        if (!auditedTables.includes(above)) wrong.push(`${table} belongs to ${above}`)
      for (const [column, { names }] of Object.entries(columns))
        if (names !== undefined && names !== 'open_item' && names !== 'the record above' && !auditedTables.includes(names))
          wrong.push(`${table}.${column} names ${names}`)
      for (const right of [view ?? []].flat()) if (!allPermissions.includes(right)) wrong.push(`${table} needs ${right}`)
    }
  expect(wrong).toEqual([])
})
