// Runs a query or list on a reading connection: parse → permit → read. Writes nothing, so it may run in any thread.
import type { Connection } from '../../db/open.ts'
import type { ListSpec, QuerySpec } from '../../preload/contract/define.ts'
import type { Answer } from '../../preload/contract/envelope.ts'
import { isQuery, queries } from '../../preload/contract/queries.ts'
import { Refused, refusal, refuse, type RefusalCode } from '../../preload/contract/refusals.ts'
import { dayIn } from '../../preload/contract/vocabulary/dates.ts'
import { readCompany, unfounded } from '../access/company.ts'
import { inScope, may, scopeCondition, type Viewer } from '../access/viewer.ts'
import { issuesOf, type FaultLog } from '../commands/run-command.ts'
import type { AllQueries, QueryContext, QueryHandlers } from './define-query.ts'
import { listAnswer } from './list-memory.ts'
import { cutText } from '../../preload/contract/vocabulary/texts.ts'

export type QueryRequest = { name: string; input: unknown; viewer: Viewer; at: string }
/** Slower than this is logged with its name: the first place to look when a screen feels heavy. */
const SLOW_MS = 250

export const queryContext = (connection: Connection, viewer: Viewer, at: string): QueryContext => {
  const { sql } = connection
  const company = readCompany(sql) ?? unfounded
  return {
    db: connection.kysely,
    sql,
    now: at,
    today: dayIn(company.timeZone, at),
    viewer,
    company,
    may: (permission) => may(viewer, permission),
    require: (permission) => (may(viewer, permission) ? undefined : refuse('not-permitted', { permission })),
    requireScope: (resource, row, as = resource) =>
      inScope(
        viewer,
        resource,
        row,
        (id) => (sql.prepare('SELECT path FROM department WHERE id = ?').get(id) as { path: string } | undefined)?.path,
      )
        ? undefined
        : refuse('not-found', { resource: as }),
    found: (row, resource) => (row === undefined ? refuse('not-found', { resource }) : row),
    scope: (resource, owner, department) => scopeCondition(viewer, resource, owner, department),
  }
}

export const runQuery = async (
  connection: Connection,
  all: AllQueries,
  request: QueryRequest,
  on: { fault: FaultLog; faultId(): string; slow?(name: string, ms: number): void },
): Promise<Answer> => {
  const { name, viewer } = request
  const started = performance.now()
  try {
    if (!isQuery(name)) return { ok: false, ...named(refusal('unknown-name', { name: cutText(name, 80) })) }
    const spec = queries[name] as QuerySpec | ListSpec
    if (!may(viewer, spec.permission)) return { ok: false, ...named(refusal('not-permitted', { permission: spec.permission })) }
    const q = queryContext(connection, viewer, request.at)
    if (spec.kind === 'list') {
      return { ok: true, value: await listAnswer(all, name, request.input, q) }
    }
    const parsed = spec.input.safeParse(request.input)
    if (!parsed.success) throw new Refused(issuesOf(parsed.error, request.input))
    const handler = all.queries[name as keyof QueryHandlers] as (input: unknown, q: QueryContext) => unknown
    return { ok: true, value: await handler(parsed.data, q) }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, ...named(error.refusal) }
    const fault = on.faultId()
    on.fault(fault, name, error)
    return { ok: false, fault }
  } finally {
    const ms = performance.now() - started
    if (ms > SLOW_MS) on.slow?.(name, Math.round(ms))
  }
}
const named = (r: { refused: RefusalCode; data: unknown }) => ({
  refused: r.refused,
  data: r.data,
})
