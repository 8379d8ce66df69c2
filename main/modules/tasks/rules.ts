// The company's settings of reminder rules, whom a rule would ask, hours, and calendars of working days. Rules D41 to D46.
import { sql } from 'kysely'
import { nameIn, orderOfNames } from '../../../db/names-in-language.ts'
import type { RuleSettings } from '../../../preload/contract/modules/tasks/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'
import { yearOf } from '../../../preload/contract/vocabulary/working-days.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { officeItself } from '../../access/viewer.ts'
import { readingAs } from '../../records/reading.ts'
import { PERSONS, type DueRule } from '../../records/due.ts'
import { asksOf, momentOf } from './plan.ts'
import { HOURS_SETTING, allRules, readHours, readRuleRows, readRules } from './settings.ts'
import { readWorkYear } from '../../records/tasks/index.ts'

const PREVIEWED = 20

const ruleNamed = (q: Pick<QueryContext, 'contributed'>, name: string): DueRule => {
  const rule = allRules(q).find((one) => one.rule === name)
  return rule ?? refuse('not-found', { resource: 'reminder-rule' })
}

/** What a rule cannot be set to: people whom its records do not name, users and roles that there are not. */
const checkWhom = (ctx: CommandContext, rule: DueRule, { whom }: RuleSettings): void => {
  for (const word of whom.flatMap((entry) => entry.split('|'))) {
    const [kind, value = ''] = word.split(/:(.*)/)
    const fits =
      word === 'owner' || word === 'head'
        ? rule.owned !== null
        : kind === 'user'
          ? ctx.tx.row('user', value)?.active === 1
          : kind === 'role'
            ? ctx.tx.sql.prepare('SELECT 1 FROM role WHERE code = ?').get(value) !== undefined
            : (rule.persons ?? []).some((person) => person === word) && (PERSONS as readonly string[]).includes(word)
    if (!fits) refuse('invalid-input', { issues: [{ path: 'ruleSettings.whom', rule: 'choice' }] })
  }
}

export const ruleCommands = defineCommands({
  'save-reminder-rule': ({ rule: name, revision, active, ruleSettings: settings }, ctx) => {
    const rule = ruleNamed(ctx, name)
    if (settings) checkWhom(ctx, rule, settings)
    const row = readRuleRows(ctx.tx.sql).get(name)
    ctx.requireRevision({ revision: row?.revision ?? 0 }, revision)
    const text = settings === null ? null : JSON.stringify(settings)
    if (!row) {
      const id = derivedId(officeItself.userId, `rule ${name}`)
      ctx.tx.put('reminder_rule', { id, rule: name, startedOn: ctx.today, active: active ? 1 : 0, ruleSettings: text, revision: 1 })
      return { id, revision: 1 }
    }
    // Switched on again it begins anew: what was due meanwhile comes as one line.
    const startedOn = active && !row.active ? ctx.today : row.startedOn
    ctx.tx.patch('reminder_rule', row.id, { startedOn, active: active ? 1 : 0, ruleSettings: text, revision: row.revision + 1 })
    return { id: row.id, revision: row.revision + 1 }
  },

  'save-work-year': ({ year, revision, specialDays: days, refundUntil, notice }, ctx) => {
    const seen = readWorkYear(ctx.tx.sql, year)
    ctx.requireRevision(seen, revision)
    const twice = days?.find(({ day }, at) => days.findIndex((other) => other.day === day) < at)
    const outside = days?.find(({ day }) => Math.abs(yearOf(day) - year) > 1)
    if (twice ?? outside) refuse('invalid-input', { issues: [{ path: 'specialDays', rule: twice ? 'unique' : 'date' }] })
    const id = derivedId(officeItself.userId, `work year ${year}`)
    const fields = { specialDays: JSON.stringify(days), refundUntil, notice, revision: seen.revision + 1 }
    if (seen.revision > 0) ctx.tx.patch('work_year', id, fields)
    else ctx.tx.put('work_year', { id, year, ...fields })
    return { id, revision: fields.revision }
  },

  'save-reminder-hours': ({ revision, from, to }, ctx) => {
    const seen = readHours(ctx.tx.sql)
    ctx.requireRevision(seen, revision)
    if (to <= from) refuse('invalid-input', { issues: [{ path: 'to', rule: 'order' }] })
    const value = JSON.stringify({ from, to })
    const next = { value, revision: seen.revision + 1 }
    if (ctx.tx.row('setting', HOURS_SETTING)) ctx.tx.patch('setting', HOURS_SETTING, next)
    else ctx.tx.put('setting', { key: HOURS_SETTING, ...next })
    return { revision: next.revision }
  },
})

/** What a rule asks today with these settings, for everybody: the engine's own steps without their writing. */
const previewOf = async (q: QueryContext, rule: DueRule, settings: RuleSettings) => {
  const office = readingAs(q, officeItself)
  const moment = await momentOf(office)
  const { yields } = readRules(q).find((one) => one.rule.rule === rule.rule)!
  const { rows, askedFor, beganOn } = await asksOf(moment, { rule, yields, settings })
  const found = [...rows.values()].flatMap((row) => {
    const firstOn = beganOn(row)
    const asked = firstOn === null ? [] : askedFor(row)
    return firstOn === null || asked.length === 0 ? [] : [{ row, firstOn, asked: asked.map(({ userId }) => userId) }]
  })
  return { found, staff: moment.staff }
}

export const ruleQueries = defineQueries({
  'reminder-rules': async (_, q) => {
    const counts = await q.db
      .selectFrom('task')
      .select(['rule', sql<number>`count(*)`.as('count')])
      .where('state', '=', 'open')
      .where('live', '=', 1)
      .groupBy('rule')
      .execute()
    const open = new Map(counts.map(({ rule, count }) => [rule, Number(count)]))
    const roles = await q.db
      .selectFrom('role as r')
      .select(['r.code', nameIn(q.viewer.language, 'role', 'r').as('name')])
      .where('r.code', 'is not', null)
      .orderBy(orderOfNames(q.viewer.language, 'role', 'r'))
      .execute()
    const people = await q.db
      .selectFrom('user as u')
      .select(['u.id', nameIn(q.viewer.language, 'user', 'u').as('name')])
      .where('u.active', '=', 1)
      .orderBy(orderOfNames(q.viewer.language, 'user', 'u'))
      .execute()
    return {
      hours: readHours(q.sql),
      rules: readRules(q).map(({ rule, active, settings, row }) => ({
        ...{ rule: rule.rule, active, revision: row?.revision ?? 0, move: rule.move, untilGone: rule.untilGone === true },
        persons: [...(rule.owned ? ['owner', 'head'] : []), ...(rule.persons ?? [])],
        ...{
          delivered: rule.settings,
          settings,
          changed: (row?.settings ?? null) !== null || row?.active === false,
        },
        open: open.get(rule.rule) ?? 0,
      })),
      roles: roles.map(({ code, name }) => ({ code: code!, name })),
      people,
    }
  },

  /** Counts and people are told to who may edit rules; numbers and parties only of what they may see themselves. */
  'reminder-preview': async ({ rule: name, settings }, q) => {
    const rule = ruleNamed(q, name)
    const { found, staff } = await previewOf(q, rule, settings)
    const counts = new Map<string, number>()
    for (const id of found.flatMap(({ asked }) => asked)) counts.set(id, (counts.get(id) ?? 0) + 1)
    const names = new Map(
      (
        await q.db
          .selectFrom('user as u')
          .select(['u.id', nameIn(q.viewer.language, 'user', 'u').as('name')])
          .execute()
      ).map(({ id, name }) => [id, name]),
    )
    const seen = found.filter(({ row }) => staff.sees(q.viewer.userId, rule, row)).toSorted((a, b) => (a.firstOn < b.firstOn ? 1 : -1))
    return {
      people: [...counts]
        .map(([userId, count]) => ({ userId, name: names.get(userId) ?? '', count }))
        .toSorted((a, b) => b.count - a.count),
      total: found.length,
      first: seen.slice(0, PREVIEWED).map(({ row, firstOn, asked }) => ({
        ...{ number: row.number, party: row.party, date: row.date, firstOn },
        names: asked.map((id) => names.get(id) ?? ''),
      })),
    }
  },

  'work-year': ({ year }, q) => ({ year, ...withDays(readWorkYear(q.sql, year)) }),
})
const withDays = ({ specialDays, ...rest }: ReturnType<typeof readWorkYear>) => ({ specialDays: [...specialDays], ...rest })
