// Which typed code, number or name of each command exists once, as the records declare it. The command refuses by it, and so does a form that is checked before it is sent.
import type { Kysely } from 'kysely'
import { keyOf } from '../../db/folded-keys.ts'
import { foldedTexts } from '../../db/folded-texts.ts'
import type { TableName, Tables } from '../../db/schema/tables.ts'
import { ownedResources } from '../../preload/contract/access.ts'
import { commands, type CommandName } from '../../preload/contract/commands.ts'
import type { Once } from '../../preload/contract/define/record.ts'
import type { FieldIssue } from '../../preload/contract/issues.ts'
import { type Refusal, refusal, refuse } from '../../preload/contract/refusals.ts'
import { records } from '../../preload/contract/records.ts'
import { inScope, type Owned, type Viewer } from '../access/viewer.ts'
import { findSame, type SamePlace } from './same-code.ts'

type UniqueCode = Once & { table: TableName }

const declared = records.flatMap(({ table, once = [] }) => once.map((code): UniqueCode => ({ ...code, table: table as TableName })))
/** What exists once of a command's input (Q7): another one is declared by its record, and its command calls `requireUniqueCodes`. */
export const uniqueCodesOf = (command: CommandName): readonly UniqueCode[] => declared.filter(({ commands }) => commands.includes(command))

type Values = Readonly<Record<string, unknown>>
type Db = Pick<Kysely<Tables>, 'selectFrom'>
/** `field`: the command's; `value`: the code as typed, with the name of the record that has it where that is another. */
type TakenCode = { field: string; value: string }

/** Longer than any code may be: such a text is refused for its length. */
const TOO_LONG = 500
const takenOne = async (db: Db, code: UniqueCode, input: Values, old: Values | undefined): Promise<TakenCode | undefined> => {
  const { table, column, within = [], alike, except, name } = code
  const text = input[column]
  if (typeof text !== 'string' || text.trim() === '' || text.length > TOO_LONG) return undefined
  const valueOf = (other: string) => input[other] ?? (other in input ? null : (old?.[other] ?? null))
  const kind = foldedTexts[table]?.[column]
  const moved = [...within, ...(alike === undefined ? [] : [alike])].some((other) => old !== undefined && old[other] !== valueOf(other))
  // Q8. What was there twice before codes were folded can still be changed: the same code again is no new one.
  if (old !== undefined && !moved && kind !== undefined && keyOf(kind, String(old[column])) === keyOf(kind, text)) return undefined
  const other = await findSame(db, {
    ...{ table, column, text, id: typeof input['id'] === 'string' ? input['id'] : '' },
    within: Object.fromEntries(within.map((one) => [one, valueOf(one)])),
    ...(alike === undefined ? {} : { alike: { column: alike, text: String(valueOf(alike) ?? '') } }),
    ...(except === undefined ? {} : { except }),
    ...(name === undefined ? {} : { name }),
  } as SamePlace<TableName>)
  return other && { field: column, value: name === undefined ? text : `${text} (${other.name})` }
}

type RowOf = (code: UniqueCode, id: string) => Values | undefined | Promise<Values | undefined>
/** Which codes of an input other records have. It may be half typed: what is no text yet is no code. `rowOf`: the record itself, as it is kept. */
const takenCodes = async (db: Db, command: CommandName, input: Values, rowOf: RowOf): Promise<TakenCode[]> => {
  const { id } = input
  const found: TakenCode[] = []
  for (const code of uniqueCodesOf(command)) {
    const taken = await takenOne(db, code, input, typeof id === 'string' ? await rowOf(code, id) : undefined)
    if (taken) found.push(taken)
  }
  return found
}

/** Q6. Refuses `already-exists`, or `invalid-input` where more than one is taken, so that all are told at once. */
export const requireUniqueCodes = async (
  ctx: { db: Kysely<Tables>; tx: { row<T extends TableName>(table: T, id: string): unknown } },
  command: CommandName,
  input: Values,
): Promise<void> => {
  const rowOf: RowOf = ({ table }, id) => ctx.tx.row(table, id) as Values | undefined
  const [first, ...more] = await takenCodes(ctx.db, command, input, rowOf)
  if (!first) return
  if (more.length === 0) refuse('already-exists', first)
  refuse('invalid-input', { issues: [first, ...more].map(({ field }) => ({ path: field, rule: 'taken' })) })
}

type Row = Values & Partial<Owned>
/** The record that is being changed, within the viewer's scope; false where it is somebody else's. */
const ownRow = async (
  db: Db,
  viewer: Viewer,
  command: CommandName,
  { table }: UniqueCode,
  id: string,
): Promise<Row | undefined | false> => {
  const row = (await db
    .selectFrom(table)
    .selectAll()
    .where('id' as never, '=', id as never)
    .executeTakeFirst()) as Row | undefined
  const { permission } = commands[command]
  const resource = ownedResources.find((one) => permission.startsWith(`${one}.`))
  if (row === undefined || resource === undefined || row.ownerId === undefined || row.departmentId === undefined) return row
  const { ownerId, departmentId } = row
  const department =
    departmentId === null ? undefined : await db.selectFrom('department').select('path').where('id', '=', departmentId).executeTakeFirst()
  return inScope(viewer, resource, { ownerId, departmentId }, () => department?.path) ? row : false
}

/**
 * W25. The fields of an input whose code another record has, for an input that is refused for something else or only looked at. Of a record outside the
 * viewer's scope nothing is told: its command would say that there is none.
 */
export const takenFields = async (db: Db, viewer: Viewer, command: CommandName, input: unknown): Promise<string[]> => {
  const [code] = uniqueCodesOf(command)
  if (code === undefined || typeof input !== 'object' || input === null) return []
  const { id } = input as Values
  const row = typeof id === 'string' ? await ownRow(db, viewer, command, code, id) : undefined
  if (row === false) return []
  return (await takenCodes(db, command, input as Values, () => row)).map(({ field }) => field)
}

/** What a refusal says of single fields; undefined for one that speaks of something else. */
const issuesIn = (command: CommandName, given: Refusal): readonly FieldIssue[] | undefined => {
  if (given.refused === 'invalid-input') return given.data.issues
  if (given.refused === 'already-exists' && uniqueCodesOf(command).some(({ column }) => column === given.data.field))
    return [{ path: given.data.field, rule: 'taken' }]
  if (given.refused === 'date-out-of-order' && given.data.path !== undefined)
    return [{ path: given.data.path, rule: given.data.ahead === true ? 'ahead' : 'out-of-order' }]
  return undefined
}

/** W25. A refusal that speaks of fields, with what else of the input is taken: nobody corrects a form in rounds. */
export const wholeRefusal = async (db: Db, viewer: Viewer, command: CommandName, input: unknown, given: Refusal): Promise<Refusal> => {
  const issues = issuesIn(command, given)
  if (issues === undefined) return given
  const more = (await takenFields(db, viewer, command, input)).filter((field) => !issues.some(({ path }) => path === field))
  if (more.length === 0) return given
  return refusal('invalid-input', { issues: [...issues, ...more.map((path) => ({ path, rule: 'taken' }))] })
}
