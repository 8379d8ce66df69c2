// The audit trail's pages: the list of entries, one entry, and whether the chain is whole.
import { sql } from 'kysely'
import { compareWitness, recordedWitnesses, witnessOf } from '../../../db/trail/witness.ts'
import { readWitness } from '../../../preload/contract/vocabulary/witness.ts'
import { verifyAudit } from '../../access/audit.ts'
import { readAuditChain } from '../../access/audit-chain.ts'
import { kindsVisibleWholly } from '../../access/searchable-kinds.ts'
import { defineLists, defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { auditEntry } from './entry.ts'
import { deskNameSql } from './device.ts'
import { outcomeSql } from './outcome.ts'

export const auditQueries = defineQueries({
  'audit-verification': (_, q) => verifyAudit(q.sql, readAuditChain(q.sql)?.end ?? null),
  'audit-witness': ({ typed }, q) => {
    const witness = readWitness(typed)
    return {
      now: witnessOf(q.sql, q.today),
      kept: recordedWitnesses(q.sql),
      typed: typed.trim() === '' ? null : witness ? compareWitness(q.sql, witness) : ('unreadable' as const),
    }
  },
  'audit-entry': auditEntry,
  'audit-watch': (_, q) => {
    const chain = readAuditChain(q.sql)
    if (!chain) return { state: 'unchecked' as const, checkedAt: null, rows: 0, brokenAt: null, part: null, brokenOn: '', since: null }
    const { brokenAt, checkedAt, since } = chain
    return {
      state: brokenAt === null ? ('whole' as const) : ('broken' as const),
      checkedAt,
      rows: brokenAt === null ? chain.end.id : brokenAt - 1,
      brokenAt,
      part: chain.part ?? null,
      brokenOn: chain.at ?? '',
      since,
    }
  },
})

/** What an entry is about: its record's number or name where every record of that kind is seen, else its id (U17). */
const subjectOf = (q: QueryContext) => {
  const kinds = kindsVisibleWholly(q)
  const titleIn = (table: 'search_waiting' | 'search_entry') =>
    kinds.length === 0
      ? sql`null`
      : sql`(select s.title from ${sql.table(table)} s where s.id = a.subject and s.kind in (${sql.join(kinds)}))`
  // Desks are found by nobody's search.
  const desk = q.may('desk.view') ? sql`(select d.name from desk d where d.id = a.subject)` : sql`null`
  return sql<string | null>`coalesce(${titleIn('search_waiting')}, ${titleIn('search_entry')}, ${desk}, a.subject)`
}

export const auditLists = defineLists({
  audit: (params, q) => ({
    from: q.db
      .selectFrom('audit as a')
      .leftJoin('user as u', 'u.id', 'a.userId')
      .$if(params?.record !== undefined, (from) =>
        from.where(
          'a.id',
          'in',
          sql<number>`(select pos from change where rowId = ${params!.record!} union select id from audit where subject = ${params!.record!})`,
        ),
      ),
    id: 'a.id',
    fields: {
      at: 'a.at',
      user: 'u.name',
      device: sql<string>`coalesce(${sql.raw(deskNameSql('a'))}, a.device)`,
      kind: 'a.kind',
      name: 'a.name',
      subject: subjectOf(q),
      subjectId: 'a.subject',
      outcome: sql.raw(outcomeSql('a')),
      userId: 'a.userId',
    },
    search: ['a.name', 'u.name', 'a.subject'],
  }),
})
