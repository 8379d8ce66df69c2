// Tasks and coming dates by day, for the calendar of a week or a month. Rule D37.
import { sql } from 'kysely'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import { addDays, daysBetween } from '../../../preload/contract/vocabulary/dates.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { rightsOf, type DueRow, type DueRule } from '../../records/due.ts'
import { linesFor } from './lines.ts'
import { occasionOf } from './plan.ts'
import { readRules } from './settings.ts'
import { readWorkCalendar, readWorkYear } from '../../records/tasks/index.ts'

type Item = QueryOutput<'task-calendar'>['items'][number]
/** A month of six weeks, and a little more. */
const MOST_DAYS = 62
const MOST_ITEMS = 600

/** What a rule will ask for, as the viewer sees it: of what they own alone where `mine`. */
const coming = async (
  q: QueryContext,
  rule: DueRule,
  { from, to }: { from: string; to: string },
  mine: boolean,
): Promise<(Item & { part: string })[]> => {
  if (!rightsOf(rule).every(q.may) || rule.since) return []
  const scope = rule.owned ? q.scope(rule.owned.resource, rule.owned.owner, rule.owned.department) : undefined
  const own = rule.owned && mine ? sql<boolean>`${sql.ref(rule.owned.owner)} = ${q.viewer.userId}` : undefined
  const within = own ?? scope ?? sql<boolean>`1`
  const asked = await rule.rows(q, to, within)
  const rows = await q.db
    .selectFrom(sql<DueRow>`(${asked})`.as('t'))
    .selectAll()
    .where(sql<boolean>`t.date between ${from} and ${to}`)
    .orderBy('t.date')
    .orderBy('t.number')
    .limit(MOST_ITEMS)
    .execute()
  return rows.map((row) => ({
    ...{
      day: row.date,
      time: null,
      rule: rule.rule,
      route: rule.route,
      recordId: row.id,
      taskId: null,
      text: row.number,
      party: row.party,
    },
    ...{ state: null, part: row.part },
  }))
}

export const calendarQueries = defineQueries({
  'task-calendar': async ({ from, to, whose }, q) => {
    if (to < from) refuse('date-out-of-order', { earlier: from, later: to })
    if (daysBetween(from, to) > MOST_DAYS) refuse('invalid-input', { issues: [{ path: 'to', rule: 'too-long' }] })
    const lines = (await linesFor(q, whose)).filter((line) => line.dueOn >= from && line.dueOn <= to)
    const items: Item[] = lines.map((line) => ({
      ...{ day: line.dueOn, time: line.dueTime, rule: line.rule, route: line.route, recordId: line.recordId, taskId: line.id },
      ...{ text: line.title === '' ? line.number : line.title, party: line.party, state: line.state },
    }))
    const there = new Set(
      lines.map((line) => `${line.rule} ${occasionOf({ recordId: line.recordId, part: line.part, anchor: line.dueOn })}`),
    )
    const rules = readRules(q)
    // The same day asks before and, by another rule, after it: it stands there once.
    const after = new Set(rules.flatMap(({ rule, active }) => (active && rule.yieldsTo ? [rule.yieldsTo] : [])))
    for (const { rule, active } of rules) {
      if (!active || after.has(rule.rule)) continue
      const found = await coming(q, rule, { from, to }, whose === 'mine')
      for (const { part, ...one } of found)
        if (!there.has(`${one.rule} ${occasionOf({ recordId: one.recordId, part, anchor: one.day })}`)) items.push(one)
    }
    const calendar = readWorkCalendar(q.sql)
    const names = new Map(
      [from, to].flatMap((day) => readWorkYear(q.sql, Number(day.slice(0, 4))).specialDays.map(({ day: on, name }) => [on, name] as const)),
    )
    const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at))
    const sorted = items.toSorted(
      (a, b) => compareTexts(`${a.day} ${a.time ?? ''}`, `${b.day} ${b.time ?? ''}`) || compareTexts(a.text, b.text),
    )
    return {
      days: days.map((day) => ({ day, off: !calendar.isWorkingDay(day), name: names.get(day) ?? '' })),
      items: sorted.slice(0, MOST_ITEMS),
      more: Math.max(0, sorted.length - MOST_ITEMS),
    }
  },
})
