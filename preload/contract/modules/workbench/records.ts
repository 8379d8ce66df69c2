// Desks of one's own (我的工作桌面): what each person has arranged, and what the company gives to everybody of a role.
import { column, record } from '../../define/record.ts'

const { named, formed } = column

/** A person's own arrangement; without one they see their role's. Nobody else reads it, and it needs no right. */
export const workbench = record('workbench', {
  table: 'workbench',
  sync: 'own',
  title: [],
  columns: { tiles: formed('changed') },
  internal: { ownerId: 'plain' },
})

export const roleWorkbench = record('role-workbench', {
  table: 'role_workbench',
  sync: 'company',
  /** edit: to arrange what everybody of a role sees. */
  actions: ['edit'],
  grants: { administrator: ['edit'] },
  title: ['roleId'],
  columns: { roleId: named('role'), tiles: formed('changed') },
})

export const workbenchRecords = [workbench, roleWorkbench] as const
