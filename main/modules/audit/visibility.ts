// Who may see a record of the trail: its own view right, in its scope, as on its own page. Rule U17 of SPEC.md.
import { auditedTable } from '../../../preload/contract/audited.ts'
import { departmentPaths, inScope } from '../../access/viewer.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { above, type History, type Row } from './rows.ts'

const owned = (row: Row) => ({ ownerId: textOf(row['ownerId']), departmentId: textOf(row['departmentId']) })
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Whether this viewer may see a row. By what it is today: who had a customer once and has it no more reads nothing of it here either. */
export const visibility = (q: QueryContext, history: History): ((table: string, id: string, written: Row) => boolean) => {
  const pathOf = departmentPaths(q.sql)
  const known = new Map<string, boolean>()
  /** `right`: also the record's view right; a record below that names a right of its own needs only the scope of the one above. */
  const isVisible = (table: string, row: Row | undefined, right: boolean): boolean => {
    const described = row && auditedTable(table, row['kind'])
    if (!described) return false
    const mayView = !right || [described.view ?? []].flat().every((permission) => q.may(permission))
    if (!mayView || (described.owned && !inScope(q.viewer, described.owned, owned(row), pathOf))) return false
    if (!described.of) return true
    const parent = above(table, row)
    return parent !== undefined && isVisible(parent.table, history.today(parent.table, parent.id), right && described.view === undefined)
  }
  return (table, id, written) => {
    const place = `${table} ${id}`
    const found =
      known.get(place) ?? isVisible(table, table === 'credential' ? { userId: id } : (history.today(table, id) ?? written), true)
    known.set(place, found)
    return found
  }
}
