// Refuses SQL on a table of a later module. A module may use its own tables, those of the modules before it and those of the kernel; what it needs of a
// later one, that module contributes. The rooms below the modules know the kernel's tables; those in main also who works here (people). What a folder of
// main/records does for every kind of record, it does with the tables of the module of its name, and no other module reads them.
import { moduleOrder } from '../../preload/contract/modules.ts'
import { officeTables } from '../../preload/contract/office-tables.ts'
import { tableOwners } from '../../preload/contract/table-owners.ts'
import { engines, isTest } from './rooms.ts'
import type { Source, Violation } from './sources.ts'
import { tableUses } from './table-uses.ts'

/** A table of a later module that a file may use all the same, and why. */
export type Allowance = { file: string; table: string; why: string }

/** How the company is set up: a record of people that every room reads, the ledger for its currency and closed periods. */
const SETTINGS = 'setting'

/** The modules whose tables a file may use; undefined for files that the rule does not look at: tests, migrations, and rooms that have no database. */
function modulesInReach(file: string): readonly string[] | undefined {
  if (isTest(file) || !/^(main|db)\//.test(file) || file.startsWith('db/schema/')) return undefined
  if (file.startsWith('db/')) return []
  const module = /^main\/modules\/([^/]+)\//.exec(file)?.[1]
  if (module !== undefined)
    return moduleOrder
      .slice(0, moduleOrder.findIndex((name) => name === module) + 1)
      .filter((name) => name === module || !engines.includes(name))
  const engine = /^main\/records\/([^/]+)\//.exec(file)?.[1]
  if (engine !== undefined) return ['people', engine]
  const [, served] = /^main\/server\/(backups|network)\//.exec(file) ?? []
  if (served === undefined) return ['people']
  return ['people', served === 'network' ? 'desks' : served]
}

/** What a source uses beyond its reach, allowed or not. */
function beyondReach(source: Source): { table: string; owner: string; line: number }[] {
  const reach = modulesInReach(source.file)
  if (!reach) return []
  return tableUses(source, (name) => name in tableOwners).flatMap(({ table, line }) => {
    const owner = tableOwners[table]!
    return table in officeTables || table === SETTINGS || reach.includes(owner) ? [] : [{ table, owner, line }]
  })
}

const instead = (owner: string): string =>
  engines.includes(owner)
    ? `main/records/${owner} reads and writes it for every kind of record, and its door says what is needed of it`
    : `it belongs to the later module ${owner}, which contributes what is needed of it`

/** Uses of later modules' tables that nothing allows, and allowances that nothing needs any more. */
export function tableViolations(sources: readonly Source[], allowances: readonly Allowance[]): Violation[] {
  const open = new Set(allowances)
  const violations: Violation[] = []
  for (const source of sources) {
    for (const { table, owner, line } of beyondReach(source)) {
      const allowance = allowances.find((a) => a.file === source.file && a.table === table)
      if (allowance) open.delete(allowance)
      else
        violations.push({
          file: source.file,
          line,
          rule: `may not use the table ${table}: ${instead(owner)}`,
        })
    }
  }
  for (const { file, table } of open)
    violations.push({ file, line: 1, rule: `does not use the table ${table}: take its line out of build/check/table-allowances.ts` })
  return violations
}
