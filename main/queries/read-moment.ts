// Everything one answer is made of is read in one read transaction: rows, count and totals are of one moment, however many commands commit meanwhile (U46).
// The only maker of a QueryContext that answers are made with, so that no query, list, export or document has to think of it.
import type { Connection, ReadableDb, Sql } from '../../db/open.ts'
import { refuse } from '../../preload/contract/refusals.ts'
import { dayIn } from '../../preload/contract/vocabulary/dates.ts'
import { readCompany, unfounded } from '../access/company.ts'
import { departmentPaths, inScope, may, scopeCondition, type Viewer } from '../access/viewer.ts'
import type { Contributed } from '../commands/contributed.ts'
import type { QueryContext } from './define-query.ts'

/** One at a time: a connection has one transaction, and handlers are async. */
const lines = new WeakMap<Connection, Promise<unknown>>()

/**
 * Reads in one transaction on a reading connection that nobody else uses meanwhile: whoever reads on it too (in whatever moment) goes through here.
 * The moment is that of the first statement. What `work` leaves open ends with it.
 */
export const inOneMoment = <T>(connection: Connection, work: () => T | Promise<T>): Promise<T> => {
  const run = async (): Promise<T> => {
    connection.sql.prepare('BEGIN').run()
    try {
      return await work()
    } finally {
      if (connection.inTransaction()) connection.sql.prepare('COMMIT').run()
    }
  }
  const mine = (lines.get(connection) ?? Promise.resolve()).then(run, run)
  lines.set(connection, mine)
  return mine
}

/** For `readMoment`, for what is read inside a command's own transaction, and for tests of what works with a context. */
export const queryContext = (
  connection: { sql: Sql; kysely: ReadableDb },
  contributed: Contributed,
  viewer: Viewer,
  at: string,
): QueryContext => {
  const { sql } = connection
  const company = readCompany(sql) ?? unfounded
  return {
    db: connection.kysely,
    sql,
    now: at,
    today: dayIn(company.timeZone, at),
    viewer,
    company,
    contributed,
    may: (permission) => may(viewer, permission),
    require: (permission) => (may(viewer, permission) ? undefined : refuse('not-permitted', { permission })),
    requireScope: (resource, row, as = resource) =>
      inScope(viewer, resource, row, departmentPaths(sql)) ? undefined : refuse('not-found', { resource: as }),
    orNotFound: (row, resource) => (row === undefined ? refuse('not-found', { resource }) : row),
    scope: (resource, owner, department) => scopeCondition(viewer, resource, owner, department),
  }
}

/** One answer: what `work` reads through its context is of one moment. */
export const readMoment = <T>(
  connection: Connection,
  contributed: Contributed,
  { viewer, at }: { viewer: Viewer; at: string },
  work: (q: QueryContext) => T | Promise<T>,
): Promise<T> => inOneMoment(connection, () => work(queryContext(connection, contributed, viewer, at)))
