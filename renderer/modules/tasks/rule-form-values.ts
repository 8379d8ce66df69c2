// A rule's settings as they are typed: numbers as text with a direction, and the way there and back.
import type { RuleSettings } from '../../../preload/contract/modules/tasks/calls.ts'

export type Offset = { days: string; before: boolean }
export type RuleFormValues = {
  first: Offset
  firstUnit: RuleSettings['firstUnit']
  again: readonly Offset[]
  every: string
  everyUnit: RuleSettings['everyUnit']
  atMost: string
  whom: readonly string[]
  escalateAfter: string
}

const typed = (offset: number): Offset => ({ days: String(Math.abs(offset)), before: offset < 0 })
const text = (value: number | null): string => (value === null ? '' : String(value))
export const ruleFormValuesOf = (settings: RuleSettings): RuleFormValues => ({
  ...{ first: typed(settings.first), firstUnit: settings.firstUnit, again: settings.again.map(typed) },
  ...{ every: text(settings.every), everyUnit: settings.everyUnit },
  // How often in all is said only of what repeats.
  atMost: settings.every === null ? '' : text(settings.atMost),
  ...{ whom: settings.whom, escalateAfter: text(settings.escalateAfter) },
})

const whole = (value: string): number | null => (/^\d{1,3}$/.test(value.trim()) ? Number(value) : null)
const offset = ({ days, before }: Offset): number | null => {
  const count = whole(days)
  return count === null || count > 366 ? null : before && count > 0 ? -count : count
}
/** What the office takes; null while something is no number or nobody is to be asked. */
export const ruleSettingsOf = (value: RuleFormValues): RuleSettings | null => {
  const first = offset(value.first)
  const again = value.again.map(offset)
  const optional = (typedText: string, least: number, most: number): number | null | undefined => {
    if (typedText.trim() === '') return null
    const count = whole(typedText)
    return count === null || count < least || count > most ? undefined : count
  }
  const every = optional(value.every, 1, 366)
  const atMost = optional(value.atMost, 1, 60)
  const escalateAfter = optional(value.escalateAfter, 0, 60)
  if (first === null || again.includes(null) || every === undefined || atMost === undefined || escalateAfter === undefined) return null
  if (value.whom.length === 0) return null
  return {
    ...{ first, firstUnit: value.firstUnit, again: again.filter((one) => one !== null), every, everyUnit: value.everyUnit },
    ...{ atMost: every === null ? 1 : atMost, whom: [...value.whom], escalateAfter },
  }
}
