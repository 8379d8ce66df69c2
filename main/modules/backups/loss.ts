// What a restore would lose: everything the trail has recorded since the copy was made. Rule U51.
import { auditedTable } from '../../../preload/contract/audited.ts'
import { nameIn } from '../../../db/names-in-language.ts'
import type { QueryContext, QueryHandler } from '../../queries/define-query.ts'

/** The last entry of the trail that the copy has too: where it ends, or on another line of the books (after an earlier restore) what was there by then. */
const lastCommon = async (
  q: QueryContext,
  copy: { madeAt: string; auditRows: number | null; auditHash: string | null },
): Promise<number> => {
  if (copy.auditRows !== null && copy.auditHash !== null) {
    if (copy.auditRows === 0) return 0
    const here = await q.db.selectFrom('audit').select('hash').where('id', '=', copy.auditRows).executeTakeFirst()
    if (here?.hash === copy.auditHash) return copy.auditRows
  }
  const before = await q.db
    .selectFrom('audit')
    .select((e) => e.fn.max('id').as('id'))
    .where('at', '<', copy.madeAt)
    .executeTakeFirst()
  return before?.id ?? 0
}

export const backupLoss: QueryHandler<'backup-loss'> = async ({ backup }, q) => {
  const copy = q.orNotFound(await q.db.selectFrom('backup').selectAll().where('id', '=', backup).executeTakeFirst(), 'backup')
  const after = await lastCommon(q, copy)
  const commands = await q.db
    .selectFrom('audit as a')
    .leftJoin('user as u', 'u.id', 'a.userId')
    .select(['a.name', nameIn(q.viewer.language, 'user', 'u').as('user'), (e) => e.fn.countAll<number>().as('count')])
    .where('a.id', '>', after)
    .where('a.kind', '=', 'command')
    .groupBy(['a.userId', 'a.name'])
    .orderBy('count', 'desc')
    .orderBy('a.name')
    .execute()
  const rows = await q.db
    .selectFrom('change')
    .select(['tableName', 'rowId', (e) => e.fn.max(e.case().when('kind', '=', 'put').then(1).else(0).end()).as('added')])
    .where('pos', '>', after)
    .groupBy(['tableName', 'rowId'])
    .execute()
  const counts = new Map<string, { added: number; changed: number }>()
  for (const { tableName, added } of rows) {
    const audited = auditedTable(tableName)
    // Lines are part of their document; what is told nowhere is the office's own.
    if (!audited || audited.line || audited.only) continue
    const record = audited.record ?? tableName.replaceAll('_', '-')
    const count = counts.get(record) ?? { added: 0, changed: 0 }
    if (added === 1) count.added += 1
    else count.changed += 1
    counts.set(record, count)
  }
  return {
    since: copy.madeAt,
    commands: commands.map(({ name, user, count }) => ({ name, user: user ?? '', count })),
    records: [...counts].map(([record, count]) => ({ record, ...count })).toSorted((a, b) => b.added - a.added || b.changed - a.changed),
  }
}
