// How each rule is set: as delivered by its module, or as the company has it; and the hours in which people are told.
import type { Sql } from '../../../db/open.ts'
import type { RuleSettings } from '../../../preload/contract/modules/tasks/calls.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { due, type DueRule } from '../../records/due.ts'

export type RuleRow = { id: string; rule: string; startedOn: string; active: boolean; settings: RuleSettings | null; revision: number }
/** yields: past its anchor another rule asks that is switched on. */
export type SetRule = { rule: DueRule; active: boolean; yields: boolean; settings: RuleSettings; row: RuleRow | undefined }

/** All rules of all modules, in their order. */
export const allRules = (q: Pick<QueryContext, 'contributed'>): DueRule[] =>
  q
    .contributed(due)
    .flat()
    .toSorted((a, b) => a.order - b.order)

type Stored = { id: string; rule: string; startedOn: string; active: number; ruleSettings: string | null; revision: number }
export const readRuleRows = (sql: Sql): Map<string, RuleRow> => {
  const rows = sql.prepare('SELECT id, rule, startedOn, active, ruleSettings, revision FROM reminder_rule ORDER BY rule').all() as Stored[]
  return new Map(
    rows.map((row) => [
      row.rule,
      { ...row, active: row.active === 1, settings: row.ruleSettings === null ? null : (JSON.parse(row.ruleSettings) as RuleSettings) },
    ]),
  )
}

export const readRules = (q: Pick<QueryContext, 'contributed' | 'sql'>): SetRule[] => {
  const rows = readRuleRows(q.sql)
  const rules = allRules(q)
  const active = new Set(rules.flatMap(({ rule }) => ((rows.get(rule)?.active ?? true) ? [rule] : [])))
  return rules.map((rule) => {
    const row = rows.get(rule.rule)
    const yields = rule.yieldsTo !== undefined && active.has(rule.yieldsTo)
    return { rule, row, active: active.has(rule.rule), yields, settings: row?.settings ?? rule.settings }
  })
}

export const HOURS_SETTING = 'reminder-hours'
/** `from`, `to`: HH:MM by the company's clock. */
export type Hours = { from: string; to: string; revision: number }
export const readHours = (sql: Sql): Hours => {
  const row = sql.prepare('SELECT value, revision FROM setting WHERE key = ?').get(HOURS_SETTING) as
    | { value: string; revision: number }
    | undefined
  return row
    ? { ...(JSON.parse(row.value) as Omit<Hours, 'revision'>), revision: row.revision }
    : { from: '09:00', to: '18:00', revision: 1 }
}
