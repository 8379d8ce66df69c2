// Who owns each table of the company's file: the module whose record it is (or part of one), or a room of the office.
import type { TableFacts } from './define/record.ts'
import { moduleOrder, modules, type ModuleName } from './modules.ts'
import { type AnyDeclaration, isRecord } from './records.ts'
import { officeTables, type Room } from './office-tables.ts'

export type DeclaredTable = { table: string; kind: string; module: ModuleName; facts: TableFacts }

/** Every table of every record, parts after the record they belong to; a table that holds several kinds is there once for each. */
export const declaredTables: readonly DeclaredTable[] = moduleOrder.flatMap((module) =>
  (modules[module] as readonly AnyDeclaration[])
    .filter(isRecord)
    .flatMap((record) => [
      { table: record.table, kind: record.kind, module, facts: record },
      ...Object.entries(record.parts ?? {}).map(([table, facts]) => ({ table, kind: record.kind, module, facts })),
    ]),
)

/** Table → module or room. Where several modules have kinds in one table, it belongs to the first. */
export const tableOwners: Readonly<Record<string, ModuleName | Room>> = {
  ...officeTables,
  ...Object.fromEntries(declaredTables.toReversed().map(({ table, module }) => [table, module])),
}
