// Approvals on Today: what waits for somebody's decision. Today and the bell show them with buttons of their own (D1); here they ask again, and go to a head.
import { sql } from 'kysely'
import { dayIn } from '../../../preload/contract/vocabulary/dates.ts'
import { oncePerAnswer } from '../../records/once-per-answer.ts'
import { waitingForViewer } from '../../records/approvals/index.ts'
import { asked, type DueRule } from '../../records/due.ts'

const waitingNow = oncePerAnswer(waitingForViewer)

export const approvalsDue: readonly DueRule[] = [
  {
    rule: 'approval-waiting',
    order: 5,
    route: 'approval',
    permission: 'approval.decide',
    owned: null,
    settings: asked({
      first: 0,
      again: [2],
      every: 1,
      firstUnit: 'working',
      everyUnit: 'working',
      atMost: null,
      whom: ['role:owner'],
      escalateAfter: 3,
    }),
    move: 'forward',
    untilGone: true,
    since: true,
    urgent: true,
    shownElsewhere: true,
    peopleOf: async (q, ids) => {
      const { pending, board } = await waitingNow(q)
      const wanted = new Set(ids)
      return new Map(
        pending.flatMap((row) => (wanted.has(row.id) ? [[row.id, board.open(row).seats.map(({ userId }) => userId)] as const] : [])),
      )
    },
    // Whose it is to see follows from more than an owner (A15).
    rows: async (q, until) => {
      const { pending, board } = await waitingNow(q)
      const dayOf = (row: (typeof pending)[number]) => dayIn(q.company.timeZone, row.submittedAt)
      const seen = JSON.stringify(pending.flatMap((row) => (board.sees(row) && dayOf(row) <= until ? [[row.id, dayOf(row)]] : [])))
      return sql`
        select a.id, a.documentNumber as number, a.title as party, j.value ->> 1 as date, null as minor, null as currency, null as owner,
          null as department, '' as part, null as stopOn
        from json_each(${seen}) j join approval a on a.id = j.value ->> 0`
    },
  },
]
