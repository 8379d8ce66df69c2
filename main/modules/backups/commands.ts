// What may be asked of backups. The commands note the wish; the office does the work outside any transaction (main/server/backups). Rules U50 to U52.
import type { BackupTask } from '../../../preload/contract/modules/backups/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { BACKUP_SETTING, readBackupSettings } from '../../access/backup-settings.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'

const ask = async (ctx: CommandContext, id: string, kind: BackupTask, backup: string | null): Promise<{ id: string }> => {
  if (backup !== null) ctx.orNotFound(ctx.tx.row('backup', backup), 'backup')
  // One restore at a time, and nothing else of its kind twice at once.
  const same = await ctx.db
    .selectFrom('backup_task')
    .select('id')
    .where('state', 'in', ['waiting', 'running'])
    .where('kind', '=', kind)
    .where('backup', 'is', backup)
    .executeTakeFirst()
  if (same) refuse('backup-under-way', {})
  ctx.tx.put('backup_task', {
    ...{ id, kind, backup, state: 'waiting', askedBy: ctx.viewer.userId, askedAt: ctx.now, finishedAt: null, finding: null },
  })
  return { id }
}

export const backupsCommands = defineCommands({
  'make-backup': ({ id }, ctx) => ask(ctx, id, 'make', null),
  'check-backup': ({ id, backup }, ctx) => ask(ctx, id, 'check', backup),
  'drill-backup': ({ id, backup }, ctx) => ask(ctx, id, 'drill', backup),
  'restore-backup': ({ id, backup }, ctx) => {
    const { result, finding } = ctx.orNotFound(ctx.tx.row('backup', backup), 'backup')
    if (result === 'damaged') refuse('backup-damaged', { finding: finding ?? 'other' })
    return ask(ctx, id, 'restore', backup)
  },
  'set-backup-folder': ({ folder, revision }, ctx) => {
    const seen = readBackupSettings(ctx.tx.sql)
    ctx.requireRevision(seen, revision)
    // A relative path would mean another folder at every start.
    if (folder !== null && !/^(\/|[A-Za-z]:[\\/]|\\\\)/.test(folder))
      refuse('invalid-input', { issues: [{ path: 'folder', rule: 'folder' }] })
    const value = JSON.stringify({ copyTo: folder })
    if (ctx.tx.row('setting', BACKUP_SETTING)) ctx.tx.patch('setting', BACKUP_SETTING, { value, revision: seen.revision + 1 })
    else ctx.tx.put('setting', { key: BACKUP_SETTING, value, revision: seen.revision + 1 })
    return { revision: seen.revision + 1 }
  },
})
