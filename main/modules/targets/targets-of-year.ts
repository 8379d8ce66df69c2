// Targets of a year beside what was reached, by department with its people below it. Rules TG2 to TG6.
import { nameIn, orderOfNames } from '../../../db/names-in-language.ts'
import { TARGET_MEASURES } from '../../../preload/contract/modules/targets/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { addDays, monthEnd, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { Decimal, fixedText } from '../../../preload/contract/vocabulary/decimal.ts'
import type { WorkCalendar } from '../../../preload/contract/vocabulary/working-days.ts'
import { departmentPaths, inScope } from '../../access/viewer.ts'
import type { QueryContext, QueryHandler } from '../../queries/define-query.ts'
import { readWorkCalendar } from '../../records/tasks/index.ts'
import { monthSums, seesMeasure } from '../statistics/index.ts'

type Answer = QueryOutput<'targets'>
type Row = Answer['rows'][number]
type Cell = Row['cells'][number]
type Department = { id: string; name: string; parentId: string | null }
type Person = { id: string; name: string; departmentId: string | null; active: number; sells: number }
type Target = { ownerId: string | null; departmentId: string | null; month: string; amount: number; revision: number }

/** TG3. Per cent with one decimal. */
const shareOf = (part: number, whole: number): string => fixedText(new Decimal(part).times(100).div(whole), 1)
const reachOf = (actual: number | null, target: number | null): string | null =>
  actual === null || target === null || target <= 0 ? null : shareOf(actual, target)

const workingDays = (calendar: WorkCalendar, from: IsoDate, to: IsoDate): number => {
  let count = 0
  for (let day = from; day <= to; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) count++
  return count
}
const timeGone = (q: QueryContext, year: number): Answer['timeGone'] => {
  const month = q.today.slice(0, 7)
  if (Number(month.slice(0, 4)) !== year) return null
  const calendar = readWorkCalendar(q.sql)
  const all = workingDays(calendar, `${month}-01`, monthEnd(q.today))
  return { month, share: all === 0 ? '0.0' : shareOf(workingDays(calendar, `${month}-01`, q.today), all) }
}

const departmentsOf = (q: QueryContext): Promise<Department[]> =>
  q.db
    .selectFrom('department as d')
    .select(['d.id', 'd.parentId', nameIn(q.viewer.language, 'department', 'd').as('name')])
    .orderBy(orderOfNames(q.viewer.language, 'department', 'd'))
    .orderBy('d.id')
    .execute()
const peopleOf = (q: QueryContext): Promise<Person[]> =>
  q.db
    .selectFrom('user as u')
    .select(['u.id', 'u.departmentId', 'u.active', nameIn(q.viewer.language, 'user', 'u').as('name')])
    .select((e) =>
      e
        .exists(
          e
            .selectFrom('user_role as ur')
            .innerJoin('role as r', 'r.id', 'ur.roleId')
            .select('ur.userId')
            .whereRef('ur.userId', '=', 'u.id')
            .where('r.code', 'in', ['salesperson', 'sales-manager']),
        )
        .as('sells'),
    )
    .orderBy(orderOfNames(q.viewer.language, 'user', 'u'))
    .orderBy('u.id')
    .execute() as Promise<Person[]>

const sum = (amounts: readonly (number | null)[]): number | null => {
  const known = amounts.filter((one) => one !== null)
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0)
}
const totalOf = (cells: readonly Cell[]): Row['total'] => {
  const target = sum(cells.map((cell) => cell.target))
  // Only months that have a target are held against it.
  const actual = sum(cells.map((cell) => cell.actual))
  const held = sum(cells.map((cell) => (cell.target === null ? null : cell.actual)))
  return { target, actual, reach: reachOf(held, target) }
}

export const targets: QueryHandler<'targets'> = async ({ year, measure }, q): Promise<Answer> => {
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)
  const sees = seesMeasure(q, measure)
  const people = q.may('statistic.people')
  const byPerson = sees ? monthSums(q, measure, year, 'salesperson') : new Map<string, number>()
  const byDepartment = sees ? monthSums(q, measure, year, 'department') : new Map<string, number>()
  const stored = (await q.db
    .selectFrom('target')
    .select(['ownerId', 'departmentId', 'month', 'amount', 'revision'])
    .where('measure', '=', measure)
    .where('month', '>=', months[0]!)
    .where('month', '<=', months[11]!)
    .execute()) as Target[]
  const targetOf = new Map(stored.map((one) => [`${one.ownerId ?? one.departmentId} ${one.month}`, one]))
  const paths = departmentPaths(q.sql)
  const isWithin = (of: { ownerId: string | null; departmentId: string | null }) => inScope(q.viewer, 'target', of, paths)
  const mayEdit = q.may('target.edit')
  const departments = await departmentsOf(q)
  const has = (id: string, from: ReadonlyMap<string, unknown>) => months.some((month) => from.has(`${id} ${month}`))
  const shown = (await peopleOf(q)).filter(
    ({ id, departmentId, active, sells }) =>
      isWithin({ ownerId: id, departmentId }) &&
      ((active === 1 && sells === 1) ||
        has(id, targetOf) ||
        (has(id, byPerson) && (people || id === q.viewer.userId)) ||
        id === q.viewer.userId),
  )
  const personRow = ({ id, name, departmentId }: Person, depth: number): Row => {
    const visible = sees && (people || id === q.viewer.userId)
    const cells = months.map((month): Cell => {
      const own = targetOf.get(`${id} ${month}`)
      const actual = visible ? (byPerson.get(`${id} ${month}`) ?? 0) : null
      const amount = own?.amount ?? null
      return { target: amount, actual, reach: reachOf(actual, amount), own: own !== undefined, revision: own?.revision ?? 0 }
    })
    return { kind: 'person', id, name, departmentId, depth, mayEdit, cells, total: totalOf(cells) }
  }
  /** A department with its people and those below it, as rows; none where the viewer sees nothing of it. */
  const below = (department: Department, depth: number): Row[] => {
    const isShown = isWithin({ ownerId: null, departmentId: department.id })
    const inner = isShown ? depth + 1 : depth
    const persons = shown.filter(({ departmentId }) => departmentId === department.id).map((person) => personRow(person, inner))
    const parts = departments.filter(({ parentId }) => parentId === department.id).map((one) => below(one, inner))
    const inside = [...persons, ...parts.flat()]
    if (!isShown) return inside
    const nearest = [...persons, ...parts.flatMap(([first]) => (first?.kind === 'department' ? [first] : []))]
    const cells = months.map((month, at): Cell => {
      const own = targetOf.get(`${department.id} ${month}`)
      const amount = own?.amount ?? sum(nearest.map(({ cells: of }) => of[at]!.target))
      const itself = sees && people ? (byDepartment.get(`${department.id} ${month}`) ?? 0) : null
      const actual =
        itself === null
          ? null
          : itself + (sum(parts.flatMap(([first]) => (first?.kind === 'department' ? [first.cells[at]!.actual] : []))) ?? 0)
      return { target: amount, actual, reach: reachOf(actual, amount), own: own !== undefined, revision: own?.revision ?? 0 }
    })
    if (inside.length === 0 && cells.every(({ target, actual }) => target === null && !actual)) return []
    const row: Row = {
      kind: 'department',
      id: department.id,
      name: department.name,
      departmentId: department.id,
      depth,
      mayEdit,
      cells,
      total: totalOf(cells),
    }
    return [row, ...inside]
  }
  return {
    measures: TARGET_MEASURES.filter((one) => seesMeasure(q, one)),
    months,
    timeGone: timeGone(q, year),
    rows: [
      ...departments.filter(({ parentId }) => parentId === null).flatMap((one) => below(one, 0)),
      ...shown.filter(({ departmentId }) => departmentId === null).map((person) => personRow(person, 0)),
    ],
  }
}
