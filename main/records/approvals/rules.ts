// Who is asked: which route fits, who sits on a step, and who may take a seat. Pure: people, departments and delegations come in (A7 to A11).
import type { ApprovalRouteFields, ApprovalStep } from '../../../preload/contract/modules/approvals/calls.ts'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'

export type Person = { id: string; name: string; active: boolean; decides: boolean; owner: boolean; roleIds: ReadonlySet<string> }
export type Department = { parentId: string | null; headId: string | null; path: string }
export type Organisation = {
  people: ReadonlyMap<string, Person>
  departments: ReadonlyMap<string, Department>
  /** Who stands in for whom today. */
  standIns: ReadonlyMap<string, readonly string[]>
}
/** One assignee of a step, and everybody who may decide in this place: the assignee and who stands in for him. */
export type Assignee = { userId: string; deputies: readonly string[] }
/** Of a submission: what decides who is asked. */
export type Asked = { submittedBy: string; enteredBy?: string | null; departmentId: string | null }
export type Facts = { amountBase: number | null; margin: string | null; customerLevel: string | null; departmentId: string | null }

/** The step of a document that no route fits (A8). */
export const ANY_OWNER: ApprovalStep = { by: 'owner', roleId: null, userId: null, mode: 'any' }

/** A department and those above it, nearest first. */
const upwards = (from: string | null, departments: Organisation['departments']): string[] => {
  const found: string[] = []
  for (let at = from; at !== null && !found.includes(at); at = departments.get(at)?.parentId ?? null) found.push(at)
  return found
}

/** All conditions must fit. What is not known of amount or margin spares nobody the stricter route (A7). */
export const routeFits = (
  route: Omit<ApprovalRouteFields, 'steps' | 'name' | 'kind'>,
  facts: Facts,
  departments: Organisation['departments'],
): boolean =>
  route.active &&
  (route.amountFrom === null || facts.amountBase === null || facts.amountBase >= route.amountFrom) &&
  (route.marginBelow === null || facts.margin === null || new Decimal(facts.margin).lt(route.marginBelow)) &&
  (route.levels.length === 0 || route.levels.some((level) => level === facts.customerLevel)) &&
  (route.departmentIds.length === 0 || upwards(facts.departmentId, departments).some((id) => route.departmentIds.includes(id)))

/** Whom a step names, whether or not they may decide now, in the organisation's order: by name. */
const named = (step: ApprovalStep, asked: Asked, organisation: Organisation, may: (id: string) => boolean): string[] => {
  const people = [...organisation.people.values()]
  switch (step.by) {
    case 'role':
      return people.filter((p) => p.roleIds.has(step.roleId ?? '')).map((p) => p.id)
    case 'owner':
      return people.filter((p) => p.owner).map((p) => p.id)
    case 'user':
      return step.userId === null ? [] : [step.userId]
    case 'head': {
      // The nearest head who can be asked: a head's own document goes to the head above (A9).
      const heads = upwards(asked.departmentId, organisation.departments).map((id) => organisation.departments.get(id)?.headId ?? null)
      const head = heads.find((id) => id !== null && may(id))
      return head ? [head] : []
    }
  }
}

/** The seats of a step as of now: people who work here, may decide, and neither submitted nor entered it unless the company allows that (A9 to A11, A18). */
export const assigneesOf = (step: ApprovalStep, asked: Asked, organisation: Organisation, selfApproval: boolean): Assignee[] => {
  const may = (id: string): boolean => {
    const person = organisation.people.get(id)
    return person !== undefined && person.active && person.decides && (selfApproval || (id !== asked.submittedBy && id !== asked.enteredBy))
  }
  return named(step, asked, organisation, may)
    .filter(may)
    .map((userId) => ({
      userId,
      deputies: [userId, ...(organisation.standIns.get(userId) ?? []).filter((id) => may(id) && id !== userId)],
    }))
}

/** The seats that still have to decide; when nobody of a step can any more (left, switched off), any owner does (A12). */
export const openAssignees = (
  step: ApprovalStep,
  taken: ReadonlySet<string>,
  asked: Asked,
  organisation: Organisation,
  selfApproval: boolean,
): { seats: Assignee[]; mode: ApprovalStep['mode'] } => {
  const assignees = assigneesOf(step, asked, organisation, selfApproval).filter((s) => !taken.has(s.userId))
  return assignees.length > 0
    ? { seats: assignees, mode: step.mode }
    : { seats: assigneesOf(ANY_OWNER, asked, organisation, selfApproval), mode: 'any' }
}
