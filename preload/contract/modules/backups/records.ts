// Backups of the company's file and what is asked of them.
import { record } from '../../define/record.ts'

export const backup = record('backup', {
  table: 'backup',
})

export const backupTask = record('backup-task', {
  table: 'backup_task',
})

export const backupsRecords = [backup, backupTask] as const
