// Dates of records that ask for something: near, today or past. Which dates these are, whom they ask and how often is for the modules to say (`due` among
// what they contribute); the engine that makes tasks of them (module tasks) knows no table.
import type { RawBuilder } from 'kysely'
import type { OwnedResource, Permission } from '../../preload/contract/access.ts'
import type { MOVES, RuleSettings } from '../../preload/contract/modules/tasks/calls.ts'
import type { QueryContext } from '../queries/define-query.ts'
import { listOf } from './contributions.ts'

/** Whom a record names, as columns of a rule's rows. */
export const PERSONS = ['merchandiser', 'purchaser', 'responsible'] as const
export type PersonWord = (typeof PERSONS)[number]

export type DueRule = {
  /** Its name is `follow-up.<rule>`, in the names of the module. */
  rule: string
  /** Its place among others, smallest first. */
  order: number
  /** The page that opens. */
  route: string
  /** The rights that show its rows, all of them. */
  permission: Permission | readonly Permission[]
  /** Whose rows: the viewer's scope on this resource, with the columns that hold owner and department; null where nobody owns them. */
  owned: { resource: OwnedResource; owner: string; department: string } | null
  /**
   * A query giving
   *   id, number, party, date (the anchor from which days are counted), minor, currency;
   *   owner, department: of the record, null where nobody owns it;
   *   part: what tells two rows of one record and one anchor apart, '' where there is one alone;
   *   stopOn: the last day on which it may still ask, or null;
   *   and a column for each of `persons`: a user's id or null.
   * `until` is the last anchor that is asked for, `within` a condition that it has to apply (the viewer's scope).
   */
  rows(q: QueryContext, until: string, within: RawBuilder<boolean>): RawBuilder<unknown> | Promise<RawBuilder<unknown>>
  /** Which of PERSONS its rows name. */
  persons?: readonly PersonWord[]
  /** Users that a row asks in place of words, by the row's id, for rules whose people follow from more than a column (approvals). */
  peopleOf?(q: QueryContext, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>
  /** As delivered; the company may change all of it. */
  settings: RuleSettings
  /** Who is asked besides from so many days after the anchor on. */
  later?: { after: number; whom: readonly string[] }
  /** The rule that asks from the day after the anchor on, in place of this one while it is switched on: nobody is asked twice for the same. */
  yieldsTo?: string
  /** Where an off day goes: back before a deadline, forward after it. */
  move: (typeof MOVES)[number]
  /** Asks again, also after it was done by hand, until its cause is gone (⟳). */
  untilGone?: true
  /** Its anchor is when something began, not a deadline: its task is due on the day that it first asks. */
  since?: true
  /** People are told at once, at any hour. */
  urgent?: true
  /** Asks for money or approval that other pages show with buttons of their own. */
  shownElsewhere?: true
}
/** The rules of a module. */
export const due = listOf<readonly DueRule[]>('due')

/** A row of a rule as the engine reads it. */
export type DueRow = {
  id: string
  number: string
  party: string
  date: string
  minor: number | null
  currency: string | null
  owner: string | null
  department: string | null
  part: string
  stopOn: string | null
} & Partial<Record<PersonWord, string | null>>

/** The rights that show a rule's rows. */
export const rightsOf = ({ permission }: DueRule): readonly Permission[] => [permission].flat()

/** What most rules have: in calendar days, asked once of the record's owner. */
export const asked = (settings: Partial<RuleSettings> & Pick<RuleSettings, 'first' | 'whom'>): RuleSettings => ({
  ...{ firstUnit: 'calendar', again: [], every: null, everyUnit: 'calendar', atMost: 1, escalateAfter: null },
  ...settings,
})
