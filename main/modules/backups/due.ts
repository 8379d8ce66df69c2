// Backups on Today: none that was found good since yesterday. Rule U55.
import { sql } from 'kysely'
import { dayIn } from '../../../preload/contract/vocabulary/dates.ts'
import { asked, type DueRule } from '../../records/due.ts'

/** The backups have no record of their own that could be missing: the folder is one thing. */
const FOLDER = '00000000-0000-7000-8000-000000000001'
/** The office makes the day's copy within an hour of its beginning, and checks it: it is missing when a day and these have passed. */
const HOURS = 26

export const backupsDue: readonly DueRule[] = [
  {
    rule: 'backup-missing',
    order: 1,
    route: 'backups',
    permission: 'backup.view',
    owned: null,
    settings: asked({ first: 1, every: 1, atMost: null, whom: ['role:administrator', 'role:owner'], escalateAfter: 1 }),
    move: 'none',
    untilGone: true,
    since: true,
    urgent: true,
    // A company that has never had one counts from its first user on.
    rows: (q, until) => {
      const { at } = q.sql
        .prepare("SELECT coalesce((SELECT max(madeAt) FROM backup WHERE result = 'good'), (SELECT min(createdAt) FROM user)) AS at")
        .get() as { at: string | null }
      const day = at === null ? null : dayIn(q.company.timeZone, at)
      const isMissing = at !== null && Date.parse(at) < Date.parse(q.now) - HOURS * 3_600_000
      return sql`
      select ${FOLDER} as id, '' as number, '' as party, ${day} as date, null as minor, null as currency, null as owner, null as department,
        '' as part, null as stopOn
      where ${isMissing ? 1 : 0} = 1 and ${day} <= ${until}`
    },
  },
]
