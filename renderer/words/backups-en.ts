// Sentences of backups and of the machine beneath the office, in English.
import type { backupsZh } from './backups-zh.ts'

export const backupsEn: Record<keyof typeof backupsZh, string> = {
  'backups.open': 'Open backups',
  'backups.begun': 'The hub is at it; the result will stand above the list.',
  'backups.restore': 'Restore…',
  'backups.last-good': 'Last good backup',
  'backups.none-good': 'none yet',
  'backups.folder': 'Kept in',
  'backups.free': "Free on the hub's disk",
  'backups.no-copy': 'nowhere',
  'backups.choose': 'Choose…',
  'backups.running': '{{task}} is running: {{backup}} ({{who}})',
  'backups.done': '{{task}} done: {{backup}} ({{who}}, {{at}})',
  'backups.drill-done': 'Restore drill passed: {{backup}} opens, its ledger agrees, its audit trail is whole ({{who}}, {{at}})',
  'backups.failed': '{{task}} failed: {{finding}} {{backup}} ({{who}}, {{at}})',
  'backups.copy-text':
    'After each backup the hub copies it to this folder as well. Choose a folder (make it first) on another disk or an external drive, so that the books survive the loss of one disk. Leave it empty for no copies.',
  'backups.copy-example': 'D:\\Tradewind backups',
  'backups.copy-save': 'Save',
  'backups.restore-text':
    'The hub restarts on the backup of {{at}} ({{backup}}), and everybody signs in again. The present books are first kept as a backup "Before restore", so that you can go back to them.',
  'backups.restore-go': 'Restore this backup',
  'backups.lose': 'Operations since this backup, all lost by the restore: {{count}}',
  'backups.lose-nothing': 'Nothing was done since this backup: nothing is lost.',
  'backups.lose-records': 'Documents and records',
  'backups.lose-commands': 'Who did what',
  'backups.lose-added': '{{count}} new',
  'backups.lose-changed': '{{count}} changed',
  'backups.lose-command': '{{user}}: {{command}}, {{count}}×',
  'backups.office': 'Hub',
  'backups.more': '{{count}} more',
  'machine.disk-full':
    "The hub's disk is full: nothing can be saved now; reading and signing in go on. Make space on the hub (empty the bin, move large files away). This note goes by itself when all is well.",
  'machine.disk-read-only':
    "The hub's data folder cannot be written: nothing can be saved now; reading and signing in go on. Check whether the hub's disk is read-only and whether Tradewind's account may write there. This note goes by itself when all is well.",
  'machine.disk-failing':
    "The hub's disk reports errors: nothing can be saved now. Check at once that the newest backup is good, and have the disk checked or replaced.",
  'machine.short':
    "The hub's disk is short of space: {{free}} left. Make space (empty the bin, move large files away) before it is full and nothing can be saved or backed up.",
  'machine.backup-failed':
    'The backup failed ({{finding}}, since {{since}}). The hub tries again every hour. Check the free space and the permissions of the backup folder, then choose "Back up now".',
  'machine.copy-failed':
    'Backups were not copied to the second folder ({{finding}}, since {{since}}). Check that the disk is connected, that the folder is there and has space. The hub tries again every hour.',
  'machine.damaged':
    'The newest backup did not pass its check ({{finding}}, {{since}}). Make another one first: if that is good, only the file had gone bad; if not, the present books are damaged: restore the newest good backup soon, and have the disk checked.',
}
