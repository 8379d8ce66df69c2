// Whom a rule asks: those whom the record names, everybody in a role, a head. Nobody is asked about what they may not see. Rules D25, D26.
import type { OwnedResource } from '../../../preload/contract/access.ts'
import type { BESIDE_TASK, RuleSettings, TASK_PERSON } from '../../../preload/contract/modules/tasks/calls.ts'
import { addDays, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { departmentPaths, inScope, loadViewer, type Viewer } from '../../access/viewer.ts'
import { readOrganisation } from '../../records/approvals/index.ts'
import { PERSONS, rightsOf, type DueRow, type DueRule, type PersonWord } from '../../records/due.ts'

/** The people of the office as of now, read once for a run. */
export type Staff = {
  viewers: ReadonlyMap<string, Viewer>
  /** Codes of a user's roles. */
  rolesOf(userId: string): ReadonlySet<string>
  sees(userId: string, rule: DueRule, row: Pick<DueRow, 'owner' | 'department'>): boolean
  /** The nearest head upwards from a department, else an owner, of whom `may` is true. */
  headAbove(departmentId: string | null, may: (userId: string) => boolean): string | undefined
}

/** The role that stands behind a word where the record names nobody. */
const ROLE_OF: Readonly<Record<PersonWord, string>> = { merchandiser: 'merchandiser', purchaser: 'purchaser', responsible: 'merchandiser' }

export const readStaff = async (q: QueryContext): Promise<Staff> => {
  const { people, departments } = await readOrganisation(q.db, q.today)
  const links = await q.db
    .selectFrom('user_role as ur')
    .innerJoin('role as r', 'r.id', 'ur.roleId')
    .select(['ur.userId', 'r.code'])
    .execute()
  const codes = new Map<string, Set<string>>()
  for (const { userId, code } of links) codes.set(userId, (codes.get(userId) ?? new Set<string>()).add(code ?? ''))
  const viewers = new Map<string, Viewer>()
  for (const id of people.keys()) {
    const viewer = await loadViewer(q.db, id)
    if (viewer) viewers.set(id, viewer)
  }
  const pathOf = departmentPaths(q.sql)
  const none = new Set<string>()
  const owners = [...viewers.keys()].filter((id) => codes.get(id)?.has('owner'))
  // Where nobody is an owner any more, whoever sets the rules is asked: no cause is told to nobody.
  const last =
    owners.length > 0 ? owners : [...viewers].flatMap(([id, viewer]) => (viewer.permissions.has('reminder-rule.edit') ? [id] : []))
  return {
    viewers,
    rolesOf: (id) => codes.get(id) ?? none,
    sees: (id, rule, row) => {
      const viewer = viewers.get(id)
      if (!viewer || !rightsOf(rule).every((right) => viewer.permissions.has(right))) return false
      if (!rule.owned) return true
      return inScope(viewer, rule.owned.resource satisfies OwnedResource, { ownerId: row.owner, departmentId: row.department }, pathOf)
    },
    headAbove: (departmentId, may) => {
      const seen = new Set<string>()
      for (let at = departmentId; at !== null && !seen.has(at); at = departments.get(at)?.parentId ?? null) {
        seen.add(at)
        const head = departments.get(at)?.headId
        if (head && viewers.has(head) && may(head)) return head
      }
      return last.find(may)
    },
  }
}

const isPerson = (word: string): word is PersonWord => (PERSONS as readonly string[]).includes(word)

/** Everybody whom a word means. `alone`: nobody named means everybody in that role; where another word follows, it means nobody. */
const meant = (staff: Staff, rule: DueRule, row: DueRow, word: string, alone: boolean): string[] => {
  const may = (id: string) => staff.sees(id, rule, row)
  const inRole = (code: string) => [...staff.viewers.keys()].filter((id) => staff.rolesOf(id).has(code) && may(id))
  if (word === 'owner') return row.owner === null ? [] : [row.owner]
  if (word === 'head') {
    const head = staff.headAbove(row.department, may)
    return head === undefined ? [] : [head]
  }
  if (isPerson(word)) {
    const named = row[word] ?? null
    return named === null ? (alone ? inRole(ROLE_OF[word]) : []) : [named]
  }
  const [kind, value = ''] = word.split(/:(.*)/)
  return kind === 'role' ? inRole(value) : kind === 'user' ? [value] : []
}

/** The words that hold for a row today: some are asked only when its anchor is long past. */
export const whomOn = (
  rule: DueRule,
  { whom }: Pick<RuleSettings, 'whom'>,
  row: Pick<DueRow, 'date'>,
  today: IsoDate,
): readonly string[] => (rule.later && addDays(row.date, rule.later.after) <= today ? [...whom, ...rule.later.whom] : whom)

/** How a person comes to a task: asked to do it, or beside it. */
export type Because = (typeof TASK_PERSON | typeof BESIDE_TASK)[number]
export type Asked = { userId: string; because: 'rule' | 'head' }

/** Whom a row of a rule asks, each once. Who may not see it is left out; where nobody is left, the head above is asked. */
export const askedOf = (staff: Staff, rule: DueRule, row: DueRow, whom: readonly string[], given?: readonly string[]): Asked[] => {
  const may = (id: string) => staff.sees(id, rule, row)
  const wanted =
    given ??
    whom.flatMap((entry) => {
      const words = entry.split('|')
      for (const [at, word] of words.entries()) {
        const found = meant(staff, rule, row, word, at === words.length - 1)
        if (found.length > 0) return found
      }
      return []
    })
  const asked = [...new Set(wanted)].filter(may)
  if (asked.length > 0) return asked.map((userId) => ({ userId, because: 'rule' }))
  const department = row.department ?? staff.viewers.get(wanted[0] ?? '')?.departmentId ?? null
  const head = staff.headAbove(department, may)
  return head === undefined ? [] : [{ userId: head, because: 'head' }]
}
