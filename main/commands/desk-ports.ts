// The ports of a desk that works while the office is away: what it may run it runs and keeps for the office, the rest it keeps without running it, or leaves to
// the office (SPEC U66 of people).
import type { Connection, Sql } from '../../db/open.ts'
import { endOfAudit } from '../../db/trail/entries.ts'
import type { CommandDesk } from '../../preload/contract/define/index.ts'
import { dayIn } from '../../preload/contract/vocabulary/dates.ts'
import { nextNumber } from './numbering.ts'
import type { Entry, Journal, Known, Ports } from './ports.ts'

const DOING = { runs: 'run', waits: 'keep', hub: 'office-only' } as const satisfies Record<CommandDesk, string>

type Sent = { name: string; userId: string; input: string; state: 'done' | 'waits'; outcome: string | null }

const outbox = (sql: Sql): Journal => {
  const keep = ({ id, name, userId, at, input }: Entry, state: Sent['state'], outcome: string | null): void => {
    sql
      .prepare('INSERT INTO outbox(commandId, name, userId, at, input, state, outcome) VALUES (?,?,?,?,?,?,?)')
      .run(id, name, userId, at, input, state, outcome)
  }
  return {
    known: (id, input): Known | undefined => {
      const sent = sql.prepare('SELECT name, userId, input, state, outcome FROM outbox WHERE commandId = ?').get(id) as Sent | undefined
      if (!sent) return undefined
      const result = sent.outcome === null ? 'waits' : { outcome: JSON.parse(sent.outcome) as unknown }
      return { name: sent.name, userId: sent.userId, isSameInput: sent.input === input, result }
    },
    position: () => {
      const { last } = sql.prepare('SELECT coalesce(max(seq), 0) AS last FROM outbox').get() as { last: number }
      return endOfAudit(sql).id + last + 1
    },
    accepted: (entry, outcome) => keep(entry, 'done', JSON.stringify(outcome)),
    // Refused here, it has never left the desk: what was typed is on the screen, and is sent when it has been put right.
    refused: () => undefined,
    waits: (entry) => keep(entry, 'waits', null),
  }
}

export const deskPorts = ({ sql }: Connection): Ports => ({
  place: 'desk',
  doing: ({ class: kind, desk }) => (kind === 'online-only' ? 'office-only' : DOING[desk]),
  journal: outbox(sql),
  numbers: (series, date) => nextNumber(sql, series, date),
  day: dayIn,
  written: () => undefined,
})
