// Runs each command twice from one state and compares what it wrote and what it answered (S19): the second time the process has another clock and another time
// zone, other random values, and SQLite gives rows that nobody ordered the other way round. Between the two it is run as on
// a desk without its office.
import { vi } from 'vitest'
import type { Connection, Sql } from '../../../db/open.ts'
import type { WrittenRow } from '../../../db/tx.ts'
import { commands, type CommandName } from '../../../preload/contract/commands.ts'
import type { Answer } from '../../../preload/contract/envelope.ts'
import { officeTables } from '../../../preload/contract/office-tables.ts'
import { deskPorts } from '../../commands/desk-ports.ts'
import { officePorts } from '../../commands/office-ports.ts'
import type { Ports } from '../../commands/ports.ts'
import type { CommandRequest, CommandRunner } from '../../commands/run-command.ts'
import { unitFaults, type Difference, type Row } from './unit-oracle.ts'

type Run = CommandRunner['run']
/** What one run did: the rows it wrote as they are afterwards (null: deleted), by table and key, and its answer. */
type Effect = { answer: Answer; rows: Map<string, string | null>; tables: ReadonlySet<string>; differences: readonly Difference[] }

export type TwiceRun = {
  /** Runs both times, or once when the command has been run twice `often` times; what the last run wrote stays. */
  perform: Run
  /** Runs both times; nothing stays. */
  rehearse: Run
  /** Accepted runs of each command, each of them twice. */
  accepted: ReadonlyMap<string, number>
  /** Where the second run differed: command, table and key, both rows. */
  differences: readonly string[]
  /** What a run on a desk does otherwise than the declaration of its command says. */
  atDesk: readonly string[]
  /** Rows of records that were written and not reported to the port for written rows. */
  unreported: readonly string[]
  /** Where the versions of units are not what the rows written ask for, each with its command. */
  unitFaults: readonly string[]
  /** Tables each command wrote in any accepted run, at the office and on a desk. */
  written: ReadonlyMap<string, ReadonlySet<string>>
  writtenAtDesk: ReadonlyMap<string, ReadonlySet<string>>
}

const LATER_MS = (401 * 24 + 7) * 3_600_000

/** Notes the key of each row that is written and the row before it, for every table that is no search index; until the connection closes. */
const noteWrites = (sql: Sql): (() => Omit<Effect, 'answer'>) => {
  sql.exec('CREATE TEMP TABLE IF NOT EXISTS noted (tableName TEXT, key TEXT, before TEXT)')
  const tables = (
    sql.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'").all() as {
      name: string
    }[]
  ).map(({ name }) => name)
  const keys = new Map<string, readonly string[]>()
  for (const table of tables) {
    const columns = sql.prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk').all(table) as { name: string }[]
    const key = columns.length > 0 ? columns.map((c) => c.name) : ['rowid']
    keys.set(table, key)
    const all = (sql.prepare('SELECT name FROM pragma_table_info(?)').all(table) as { name: string }[]).map(({ name }) => name)
    const note = (row: 'NEW' | 'OLD') => {
      const before = row === 'NEW' ? 'NULL' : `json_object(${all.map((column) => `'${column}', OLD."${column}"`).join(',')})`
      return `INSERT INTO noted VALUES ('${table}', json_array(${key.map((column) => `${row}."${column}"`).join(',')}), ${before});`
    }
    sql.exec(`CREATE TEMP TRIGGER IF NOT EXISTS "${table} put" AFTER INSERT ON main."${table}" BEGIN ${note('NEW')} END;
      CREATE TEMP TRIGGER IF NOT EXISTS "${table} changed" AFTER UPDATE ON main."${table}" BEGIN ${note('OLD')} ${note('NEW')} END;
      CREATE TEMP TRIGGER IF NOT EXISTS "${table} removed" AFTER DELETE ON main."${table}" BEGIN ${note('OLD')} END;`)
  }
  return () => {
    const rows = new Map<string, string | null>()
    const differences: Difference[] = []
    // With a bare column beside min(): of each row, as it was when it was first written.
    const noted = sql
      .prepare('SELECT tableName, key, before, min(rowid) FROM noted GROUP BY tableName, key ORDER BY tableName, key')
      .all() as {
      tableName: string
      key: string
      before: string | null
    }[]
    for (const { tableName, key, before } of noted) {
      const where = keys
        .get(tableName)!
        .map((column) => `"${column}" IS ?`)
        .join(' AND ')
      const values = JSON.parse(key) as unknown[]
      const row = sql.prepare(`SELECT * FROM main."${tableName}" WHERE ${where}`).get(...values) as Row | undefined
      differences.push({ table: tableName, key: values, before: before === null ? undefined : (JSON.parse(before) as Row), after: row })
      rows.set(`${tableName} ${key}`, row === undefined ? null : JSON.stringify(row))
    }
    return { rows, tables: new Set(noted.map(({ tableName }) => tableName)), differences }
  }
}

/** The world of the second run, for as long as `work` lasts. */
const elsewhere = async <T>(connection: Connection, work: () => Promise<T>): Promise<T> => {
  const zone = process.env['TZ']
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: Date.now() + LATER_MS })
  process.env['TZ'] = 'Pacific/Kiritimati'
  connection.pragma('reverse_unordered_selects = ON')
  try {
    return await work()
  } finally {
    connection.pragma('reverse_unordered_selects = OFF')
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
    vi.useRealTimers()
  }
}

/** The ports of the office, and those of a desk for as long as `atDesk` lasts. `reported`: rows that the last command said it wrote. */
export type Places = { ports: Ports; atDesk<T>(work: () => Promise<T>): Promise<T>; reported(): readonly WrittenRow[] }
export const placesOf = (connection: Connection): Places => {
  const office = officePorts(connection)
  const desk = deskPorts(connection)
  let now = office
  let reported: readonly WrittenRow[] = []
  return {
    ports: {
      get place() {
        return now.place
      },
      doing: (spec) => now.doing(spec),
      get journal() {
        return now.journal
      },
      numbers: (series, date) => now.numbers(series, date),
      day: (timeZone, at) => now.day(timeZone, at),
      written: (rows) => {
        reported = rows
        now.written(rows)
      },
    },
    atDesk: async (work) => {
      now = desk
      try {
        return await work()
      } finally {
        now = office
      }
    },
    reported: () => reported,
  }
}

/** Where each place keeps what was sent, and the office the versions of units. */
const JOURNALS = new Set(['audit', 'command_outcome', 'outbox', 'sync_unit', 'sync_moved'])
const documentRows = ({ rows }: Effect) =>
  [...rows].filter(([place]) => !JOURNALS.has(place.split(' ')[0]!)).map(([place, row]) => `${place} ${row}`)
/** Whether a row is of a record: not of what the office keeps beside them. */
const isRecord = (place: string) => !(place.split(' ')[0]! in officeTables)

/** What a run on a desk did otherwise than it should, beside the accepted run at the office. */
const deskFaults = (name: CommandName, office: Effect, desk: Effect): string[] => {
  const rows = documentRows(desk)
  const refusedWith = desk.answer.ok || !('refused' in desk.answer) ? null : desk.answer.refused
  switch (commands[name].desk) {
    case 'runs':
      // Part of what it can do may be left to the office.
      if (refusedWith === 'office-only') return desk.rows.size === 0 ? [] : [`${name} writes what it leaves to the office`]
      return [
        ...(JSON.stringify(desk.answer) === JSON.stringify(office.answer) ? [] : [`${name} answers otherwise on a desk`]),
        ...(JSON.stringify(rows) === JSON.stringify(documentRows(office)) ? [] : [`${name} writes otherwise on a desk`]),
      ]
    case 'waits':
      return refusedWith === 'waits-for-office' && rows.length === 0 && desk.tables.has('outbox') ? [] : [`${name} does not wait on a desk`]
    case 'hub':
      return refusedWith === 'office-only' && desk.rows.size === 0 ? [] : [`${name} is not left to the office on a desk`]
  }
}

const differencesOf = (name: string, first: Effect, second: Effect): string[] => {
  const answers = [JSON.stringify(first.answer), JSON.stringify(second.answer)]
  const places = [...new Set([...first.rows.keys(), ...second.rows.keys()])]
  return [
    ...(answers[0] === answers[1] ? [] : [`${name} answers ${answers.join(' and then ')}`]),
    ...places
      .filter((place) => first.rows.get(place) !== second.rows.get(place))
      .map((place) => `${name} writes ${place}: ${first.rows.get(place) ?? 'nothing'} and then ${second.rows.get(place) ?? 'nothing'}`),
  ]
}

/** Makes both ways to run a command twice of one that runs inside a transaction (`together`), on the connection it writes on. */
export const twice = (connection: Connection, run: Run, places: Places, often = Infinity): TwiceRun => {
  const { sql } = connection
  const written = noteWrites(sql)
  const accepted = new Map<string, number>()
  const differences: string[] = []
  const atDesk: string[] = []
  const unreported: string[] = []
  const wrongUnits: string[] = []
  const tables = new Map<string, Set<string>>()
  const deskTables = new Map<string, Set<string>>()
  const note = (into: Map<string, Set<string>>, name: string, effect: Effect) =>
    into.set(name, new Set([...(into.get(name) ?? []), ...effect.tables]))
  const once = async (request: CommandRequest): Promise<Effect> => ({ answer: await run(request), ...written() })
  const both =
    (stays: boolean): Run =>
    async (request) => {
      if (stays && (accepted.get(request.name) ?? 0) >= often) return run(request)
      // What is noted from here on is this command's, both times.
      sql.exec('DELETE FROM noted; SAVEPOINT twice')
      const first = await once(request)
      sql.exec('ROLLBACK TO twice')
      const desk = await places.atDesk(() => once(request))
      sql.exec('ROLLBACK TO twice')
      const second = await elsewhere(connection, () => once(request))
      wrongUnits.push(...unitFaults(sql, second.differences).map((fault) => `${request.name}: ${fault}`))
      sql.exec(stays ? 'RELEASE twice' : 'ROLLBACK TO twice; RELEASE twice')
      differences.push(...differencesOf(request.name, first, second))
      if (second.answer.ok) {
        const reported = new Set(places.reported().map(({ table, key }) => `${table} ${JSON.stringify([key])}`))
        unreported.push(
          ...[...second.rows.keys()].filter((place) => isRecord(place) && !reported.has(place)).map((place) => `${request.name} ${place}`),
        )
        atDesk.push(...deskFaults(request.name as CommandName, first, desk))
        accepted.set(request.name, (accepted.get(request.name) ?? 0) + 1)
        note(tables, request.name, second)
        if (desk.answer.ok) note(deskTables, request.name, desk)
      }
      return second.answer
    }
  return {
    perform: both(true),
    rehearse: both(false),
    accepted,
    differences,
    atDesk,
    unreported,
    unitFaults: wrongUnits,
    written: tables,
    writtenAtDesk: deskTables,
  }
}
