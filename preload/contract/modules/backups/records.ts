// Backups of the company's file and what is asked of them.
import { record } from '../../define/record.ts'

export const backup = record('backup', {
  table: 'backup',
  sync: 'office',
  /** make: copies, checks and drills; restore: to go back to one, and to choose where copies go besides. Backups are for who keeps the machine. */
  actions: ['view', 'make', 'restore'],
  grants: { administrator: ['view', 'make'], auditor: [] },
})

export const backupTask = record('backup-task', {
  table: 'backup_task',
  sync: 'office',
})

export const backupsRecords = [backup, backupTask] as const
