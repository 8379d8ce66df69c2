// The engine's own rule: without a table of holidays a year has its weekends alone, and days would be told that nobody works on. Rule D20.
import { sql } from 'kysely'
import { yearOf } from '../../../preload/contract/vocabulary/working-days.ts'
import { asked, type DueRule } from '../../records/due.ts'
import { readWorkCalendar } from '../../records/tasks/index.ts'

/** The calendar is one thing; its years are told apart by `part`. */
const CALENDAR = '00000000-0000-7000-8000-000000000002'

export const tasksDue: readonly DueRule[] = [
  {
    rule: 'holidays-missing',
    order: 3,
    route: 'work-year',
    permission: 'reminder-rule.edit',
    owned: null,
    settings: asked({ first: 0, every: 7, atMost: null, whom: ['role:administrator'] }),
    move: 'forward',
    untilGone: true,
    since: true,
    // A year's days are published in the November before.
    rows: (q, until) => {
      const calendar = readWorkCalendar(q.sql)
      const year = yearOf(q.today)
      const unknown = [year, year + 1].filter((one) => !calendar.knows(one)).map((one) => [String(one), `${one - 1}-12-01`])
      return sql`
        select ${CALENDAR} as id, j.value ->> 0 as number, '' as party, j.value ->> 1 as date, null as minor, null as currency, null as owner,
          null as department, j.value ->> 0 as part, null as stopOn
        from json_each(${JSON.stringify(unknown)}) j where j.value ->> 1 <= ${until}`
    },
  },
]
