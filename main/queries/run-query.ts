// Runs a query or list on a reading connection: parse → permit → read, in one moment (U46). Writes nothing, so it may run in any thread.
import type { Permission } from '../../preload/contract/access.ts'
import { concealed } from '../../preload/contract/figures.ts'
import type { Connection } from '../../db/open.ts'
import { withDictionary } from '../../db/spelling.ts'
import type { ListSpec, QuerySpec } from '../../preload/contract/define/index.ts'
import type { Answer } from '../../preload/contract/envelope.ts'
import { isQuery, queries, type AnyQueryName } from '../../preload/contract/queries.ts'
import { Refused, refusal, visibleRefusal, type RefusalCode } from '../../preload/contract/refusals.ts'
import { may, type Viewer } from '../access/viewer.ts'
import { issuesOf, type FaultLog } from '../commands/run-command.ts'
import { Afterwards, type AllQueries, type FileMakers, type QueryContext, type QueryHandlers } from './define-query.ts'
import { listAnswer } from './list-memory.ts'
import { readMoment } from './read-moment.ts'
import { cutText } from '../../preload/contract/vocabulary/texts.ts'

export type QueryRequest = { name: string; input: unknown; viewer: Viewer; at: string }
/** Slower than this is logged with its name: the first place to look when a screen feels heavy. */
const SLOW_MS = 250

export const runQuery = async (
  connection: Connection,
  all: AllQueries,
  request: QueryRequest,
  on: { fault: FaultLog; faultId(): string; slow?(name: string, ms: number): void; makers: FileMakers },
): Promise<Answer> => {
  const { name, viewer } = request
  const started = performance.now()
  const sees = (permission: Permission) => may(viewer, permission)
  try {
    if (!isQuery(name)) return { ok: false, ...named(refusal('unknown-name', { name: cutText(name, 80) })) }
    const spec = queries[name] as QuerySpec | ListSpec
    if (!may(viewer, spec.permission)) return { ok: false, ...named(refusal('not-permitted', { permission: spec.permission })) }
    const read = await withDictionary(() =>
      readMoment(connection, all.contributed, request, (q) => answerOf(all, name, spec, request.input, q)),
    )
    const value = read instanceof Afterwards ? await read.work(on.makers) : read
    // The one place where answers are told without what their asker may not see, whatever the handler gave (U49); lists know their columns.
    return { ok: true, value: spec.kind === 'list' ? value : concealed(spec.output, value, sees) }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, ...named(visibleRefusal(error.refusal, sees)) }
    const fault = on.faultId()
    on.fault(fault, name, error)
    return { ok: false, fault }
  } finally {
    const ms = performance.now() - started
    if (ms > SLOW_MS) on.slow?.(name, Math.round(ms))
  }
}
const answerOf = (all: AllQueries, name: AnyQueryName, spec: QuerySpec | ListSpec, input: unknown, q: QueryContext): unknown => {
  if (spec.kind === 'list') return listAnswer(all, name, input, q)
  const parsed = spec.input.safeParse(input)
  if (!parsed.success) throw new Refused(issuesOf(parsed.error, input))
  const handler = all.queries[name as keyof QueryHandlers] as (input: unknown, q: QueryContext) => unknown
  return handler(parsed.data, q)
}
const named = (r: { refused: RefusalCode; data: unknown }) => ({
  refused: r.refused,
  data: r.data,
})
