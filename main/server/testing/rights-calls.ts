// Every command and query with an input that would be taken, made of the schemas and of the company's own records: a new one falls in by itself. What cannot be
// read off its names is said in the tables here, and a test names whatever is missing.
import { resources, type Resource } from '../../../preload/contract/access.ts'
import { commands } from '../../../preload/contract/commands.ts'
import type { Access, CommandSpec, ListSpec, QuerySpec } from '../../../preload/contract/define/index.ts'
import { queries } from '../../../preload/contract/queries.ts'
import { derivedId, newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { z } from 'zod'
import { FIELDS, KINDS, MEANT, NARROWS, PARENTS, VALUES, VARIANTS, type Kind, type Variant } from './rights-tables.ts'
import type { OwnedRow } from './rights-world.ts'
import type { TestHub } from './test-hub.ts'
import { OMITTED, sampleOf, slotsOf, type Slot } from './sample-input.ts'

type Row = Record<string, unknown> & { id: string }
/** Commands whose `id` names a record that they make. */
const MAKES =
  /^((make|check|drill|restore)-backup|open-pairing|admit|add|ask|begin|create|register|renew|revise-quotation|post|allocate|write-off|transfer|request|submit|found|copy)/

export type CallSlot = Slot & { kind: string; value: string; owned?: OwnedRow[]; resource?: Resource }
export type Call = {
  name: string
  /** Name and variant, for messages. */
  label: string
  address: string
  kind: 'command' | 'query' | 'list'
  needs: Access
  /** Places that name a record which must exist. */
  slots: CallSlot[]
  /** Places that name what the command makes: any new identifier will do. */
  makes: readonly string[]
  body(change?: { path: string; value: string }): unknown
}

const specs = [...Object.entries(commands), ...Object.entries(queries)] as [string, CommandSpec | QuerySpec | ListSpec][]
/** Further records that a command makes beside its own. */
const MAKES_TOO = ['confirm-quotation contractId', 'attach-files files[].versionId', 'replace-file versionId', 'comment-task eventId']
/** Not checked when it is written: where a figure came from is opened as any record is, with the rights of whoever opens it. */
const FREE = ['.source.id']
const revisionIsOptional = ({ input }: CommandSpec): boolean => {
  const shape = (input as z.ZodObject).shape as Record<string, z.ZodType> | undefined
  return shape?.['revision']?.safeParse(undefined).success ?? false
}
const fieldOf = (path: string) => path.split('.').at(-1)!.replace('[]', '')
const snake = (name: string) => name.replaceAll('-', '_').replaceAll(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)

export type RightsVerdict = { owned: readonly OwnedRow[] | undefined; resource: Resource | undefined }
export type Asking = {
  hub: Pick<TestHub, 'database'>
  /** The person who asks. */
  me: string
  ownedTables: readonly string[]
  /** Which records the samples are made of, as far as there are such. */
  sees?: (record: RightsVerdict) => boolean
}
export type RightsCalls = {
  calls: Call[]
  missing: string[]
  /** Every record that a place of this kind may name, and whose it is. */
  recordsOf(kind: string): ({ id: string; table: string } & RightsVerdict)[]
}

export const rightsCalls = (world: Asking): RightsCalls => {
  const { sql } = world.hub.database.write
  const missing: string[] = []
  const tables = new Set(
    (sql.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[]).map((t) => t.name),
  )
  const kindNamed = (kind: string): Kind | undefined => KINDS[kind] ?? (tables.has(kind) ? { table: kind } : undefined)

  const valueOf = (told: unknown): unknown =>
    typeof told === 'object' && told !== null && 'sql' in told ? (sql.prepare(String(told.sql)).get() as { value: unknown }).value : told
  const kindOf = (name: string, slot: Slot): string | undefined => {
    const meant = MEANT[`${name} ${slot.path}`]
    if (meant) return meant
    if (slot.item) return /^(post-bill|register-payment|save-payment-request|bills)/.test(name) ? 'payable-item' : 'receivable-item'
    const field = fieldOf(slot.path).replace(/Ids?$/, '')
    if (field !== 'id' && field !== 'ids') {
      const known = FIELDS[field] ?? snake(field)
      return kindNamed(known) ? known : undefined
    }
    const named = [...tables, ...Object.keys(KINDS)].filter((t) => `-${name}-`.includes(`-${t.replaceAll('_', '-')}-`))
    return named.toSorted((a, b) => b.length - a.length)[0]
  }
  /** Makes a record or a line: any new identifier will do. */
  const isNew = (name: string, path: string, spec: CommandSpec | QuerySpec | ListSpec): boolean =>
    spec.permission === 'founding' ||
    (path === 'id' && spec.kind === 'command' && MAKES.test(name)) ||
    path.endsWith('[].id') ||
    MAKES_TOO.includes(`${name} ${path}`) ||
    FREE.includes(path.slice(path.lastIndexOf('[]') + 2))

  const allRowsOf = (kind: Kind): Row[] =>
    sql
      .prepare(`SELECT *, "${kind.key ?? 'id'}" AS id FROM "${kind.table}" ${kind.where ? `WHERE ${kind.where}` : ''} ORDER BY rowid`)
      .all() as Row[]
  const submissionsOf = (documentId: string): OwnedRow[] =>
    (sql.prepare('SELECT id FROM approval WHERE documentId = ?').all(documentId) as { id: string }[]).map(({ id }) => ({
      table: 'approval',
      id,
    }))
  const parentTableOf = (kind: Kind, row: Row): string | undefined => {
    const table = PARENTS[kind.table]?.table
    if (table !== 'by kind') return table
    const above = String(row['recordKind'] ?? row['kind']).replaceAll('-', '_')
    return KINDS[above]?.table ?? above
  }
  /** The row that carries the owner, and the owner's copies of it (a submission keeps its document's). */
  const ownedBy = (kind: Kind, row: Row): OwnedRow[] | undefined => {
    if (kind.table === 'approval') {
      const named = String(row['kind']).replaceAll('-', '_')
      const { table } = kindNamed(named)!
      const document = sql.prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(row['documentId']) as Row
      return [{ table: 'approval', id: row.id }, ...(ownedBy({ table }, document) ?? [])]
    }
    if (kind.table === 'attachment_version') {
      const file = sql.prepare('SELECT * FROM attachment WHERE id = ?').get(row['attachmentId']) as Row
      return ownedBy({ table: 'attachment' }, file)
    }
    if (kind.table === 'attachment' && row['recordKind'] === 'product') return undefined
    if (kind.table === 'allocation') return [row['source'], row['target']].map((ref) => ({ table: 'open_item', id: String(ref) }))
    const parent = PARENTS[kind.table]
    const parentTable = parentTableOf(kind, row)
    if (parent) return [{ table: parentTable!, id: String(row[parent.column]) }, ...submissionsOf(row.id)]
    const unowned = kind.where !== undefined && kind.table === 'party' && row['kind'] !== 'customer'
    if (kind.table === 'open_item') return row['account'] === '1122' ? [{ table: 'open_item', id: row.id }] : undefined
    if (!world.ownedTables.includes(kind.table) || unowned || row['ownerId'] === null) return undefined
    return [{ table: kind.table, id: row.id }, ...submissionsOf(row.id)]
  }
  const resourceOf = (name: string, kind: Kind, row: Row): Resource | undefined => {
    if (kind.table === 'open_item' || kind.table === 'allocation') return 'receipt'
    const parent = parentTableOf(kind, row)
    const owning = parent === 'party' || name === 'customer' ? 'customer' : (parent ?? kind.table)
    const table = kind.table === 'approval' ? String(row['kind']) : owning
    const resource = table === 'credit-override' ? 'shipment' : table.replaceAll('_', '-')
    return resource in resources ? (resource as Resource) : undefined
  }

  const seenRows = new Map<string, Row[]>()
  /** The rows to choose from: those that are seen, or all where none is. */
  const rowsOf = (name: string, kind: Kind): Row[] => {
    const known = seenRows.get(name)
    if (known) return known
    const all = allRowsOf(kind)
    const { sees } = world
    const seen = sees ? all.filter((row) => sees({ owned: ownedBy(kind, row), resource: resourceOf(name, kind, row) })) : all
    const rows = seen.length > 0 ? seen : all
    seenRows.set(name, rows)
    return rows
  }
  const recordsOf: RightsCalls['recordsOf'] = (name) => {
    const kind = kindNamed(name)
    if (!kind) return []
    return allRowsOf(kind).map((row) => ({
      id: row.id,
      table: kind.table,
      owned: ownedBy(kind, row),
      resource: resourceOf(name, kind, row),
    }))
  }

  /** Of the rows there are the one that has most to do with those already chosen; of equals the one whose state comes first. */
  const related = (rows: readonly Row[], chosen: ReadonlySet<string>): Row | undefined => {
    const nearness = (row: Row) => Object.values(row).filter((v) => typeof v === 'string' && chosen.has(v)).length
    return rows.toSorted((a, b) => nearness(b) - nearness(a))[0]
  }
  /** Up to four rows that differ in their state: what a draft refuses, a signed one may do. */
  const inStates = (rows: readonly Row[]): Row[] => {
    const state = (row: Row) => String(row['status'] ?? row['stage'] ?? row['state'] ?? row['kind'] ?? '')
    return [...new Map(rows.map((row) => [state(row), row])).values()].slice(0, 4)
  }

  const built = (name: string, spec: CommandSpec | QuerySpec | ListSpec, variant: Variant, makes: boolean): Call[] => {
    const omitted = (path: string) =>
      variant.also[path] === OMITTED || variant.also[path] === null || Array.isArray(variant.also[path.replace(/\[\].*$/, '')])
    const slots = slotsOf(spec.input).filter(
      (s) => !isNew(name, s.path, spec) && !(makes && s.path === 'id') && !omitted(s.path.replace(/\[\]$/, '')),
    )
    const main = slots.find((s) => s.path === (variant.field ?? 'id')) ?? slots[0]
    const kinds = new Map(slots.map((s) => [s.path, s === main && variant.kind !== undefined ? variant.kind : kindOf(name, s)]))
    for (const [path, kind] of kinds)
      if (kind === undefined || !kindNamed(kind))
        missing.push(`${name}: which records does ${path} name? (rights-tables.ts: FIELDS or MEANT)`)
    const mainKind = main && kindNamed(kinds.get(main.path) ?? '')
    const mains = mainKind ? inStates(rowsOf(kinds.get(main.path)!, mainKind)) : []
    if (mainKind && mains.length === 0) missing.push(`${name}: no record of ${kinds.get(main.path)} in the company (further-records.ts)`)
    return (main ? mains : [undefined]).flatMap((row, n) => {
      const chosen = new Set<string>(
        row ? [row.id, ...Object.values(row).filter((v): v is string => typeof v === 'string' && v.length === 36)] : [],
      )
      const found = slots.flatMap((slot): CallSlot[] => {
        const kindName = kinds.get(slot.path) ?? ''
        const kind = kindNamed(kindName)
        if (!kind) return []
        const known = row?.[fieldOf(slot.path)]
        const candidates = rowsOf(kindName, kind)
        const mine = slot === main ? row : (candidates.find((c) => c.id === known) ?? related(candidates, chosen))
        if (!mine) return []
        chosen.add(mine.id)
        const narrows = spec.kind === 'list' || NARROWS.includes(`${name} ${slot.path}`)
        const owned = narrows ? undefined : ownedBy(kind, mine)
        const resource = resourceOf(kindName, kind, mine)
        return [{ ...slot, kind: kindName, value: mine.id, ...(owned ? { owned } : {}), ...(resource ? { resource } : {}) }]
      })
      const values = new Map(found.map((s) => [s.path, s.value]))
      const fitting = new Map<string, unknown>()
      /** What the row says at this place, where the place takes it. */
      const ofRow = (path: string, schema: z.ZodType): unknown => {
        const column = row?.[fieldOf(path)]
        const isMeant = typeof column === 'string' || (fieldOf(path) === 'revision' && typeof column === 'number')
        if (isMeant && !fitting.has(path)) fitting.set(path, schema.safeParse(column).success ? column : undefined)
        return fitting.get(path)
      }
      const input = (change?: { path: string; value: string }) =>
        sampleOf(spec.input, (path, { isId, isOptional, schema }) => {
          if (change?.path === path) return change.value
          if (path in variant.also) return variant.also[path]
          const told = VALUES[`${name} ${path}`]
          if (told !== undefined) return valueOf(told)
          if (makes && path === 'revision') return OMITTED
          if (spec.kind !== 'command' && isOptional) return OMITTED
          if (fieldOf(path) === 'ownerId') return world.me
          // The same line has the same identifier in every try, so that answers can be compared.
          if (isId) return values.get(path) ?? (path === 'id' ? newId() : derivedId(world.me, path))
          return ofRow(path, schema)
        })
      const label = [
        name,
        makes ? 'new' : '',
        variant.kind ?? '',
        slots.length > 0 && spec.kind !== 'command' ? main?.path : '',
        n > 0 ? `#${n + 1}` : '',
      ]
        .filter(Boolean)
        .join(' ')
      try {
        const parsed = (spec.input as z.ZodType).safeParse(input())
        if (!parsed.success)
          missing.push(
            `${label}: the sample does not fit its schema: ${parsed.error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join(', ')} (rights-tables.ts: VALUES)`,
          )
      } catch (error) {
        missing.push(`${label}: ${String(error)} (rights-tables.ts: VALUES)`)
        return []
      }
      return [
        {
          name,
          label,
          kind: spec.kind,
          needs: spec.permission,
          slots: found,
          makes: slotsOf(spec.input)
            .map((s) => s.path)
            .filter((p) => !omitted(p) && (isNew(name, p, spec) || (makes && p === 'id'))),
          address: spec.kind === 'command' ? `/api/command/${name}` : `/api/query/${name}`,
          body: (change) => (spec.kind === 'command' ? { id: newId(), input: input(change) } : input(change)),
        },
      ]
    })
  }
  /** A query's optional identifiers narrow what it tells: each is tried by itself, and the query without any. */
  const variantsOf = (name: string, spec: CommandSpec | QuerySpec | ListSpec): Variant[] => {
    const told = VARIANTS[name]?.filter((v) => v.kind === undefined || kindNamed(v.kind)) ?? [{ also: {} }]
    if (spec.kind === 'command') return told
    const optional = slotsOf(spec.input).filter((s) => s.optional && s.path !== 'id')
    const without = (but: string) => Object.fromEntries(optional.filter((s) => s.path !== but).map((s) => [s.path, OMITTED]))
    const paging =
      spec.kind === 'list'
        ? { search: OMITTED, filters: OMITTED, sort: OMITTED, cursor: OMITTED, offset: OMITTED, limit: 200, totals: true }
        : {}
    return told.flatMap((v) =>
      [v.field ?? '', ...optional.map((s) => s.path)]
        .filter((field, n, all) => all.indexOf(field) === n)
        .map((field) => ({ ...(field === '' || field === v.field ? v : { field }), also: { ...without(field), ...paging, ...v.also } })),
    )
  }
  /** What may make a record or change one is tried as both. */
  const both = (spec: CommandSpec | QuerySpec | ListSpec): boolean =>
    spec.kind === 'command' && slotsOf(spec.input).some((s) => s.path === 'id') && revisionIsOptional(spec)
  const calls = specs.flatMap(([name, spec]) =>
    variantsOf(name, spec).flatMap((v) => [...built(name, spec, v, false), ...(both(spec) ? built(name, spec, v, true) : [])]),
  )
  return { calls, missing, recordsOf }
}
