// How a backup's file is called: its kind, when it was made, and a witness of the audit trail as it then was.

/** In the order in which they are told: made by itself each day, kept of each month and year, made by a person, made before an upgrade or a restore. */
export const BACKUP_KINDS = ['daily', 'monthly', 'yearly', 'manual', 'before-upgrade', 'before-restore'] as const
export type BackupKind = (typeof BACKUP_KINDS)[number]

export type BackupName = {
  kind: BackupKind
  /** A day, month or year of the company, or an instant that may stand in a file's name (`instantStamp`). */
  stamp: string
  /** What a later reader compares the trail of the copy with; null where none was written. */
  witness: string | null
}
const FORM = /^(daily|monthly|yearly|manual|before-upgrade|before-restore)-([\w.-]+?)(?:~([\w.-]+))?$/

/**
 * The name of a backup without its ending, `daily-2026-11-28` or `daily-2026-11-28~witness`: the one place where such a name is made. The witness says how
 * the audit trail ended in the copy (count, last hash, day), in letters, digits, `.`, `_` and `-`: a chain that is made anew afterwards no longer fits it.
 */
export const backupName = ({ kind, stamp, witness }: BackupName): string => `${kind}-${stamp}${witness === null ? '' : `~${witness}`}`

/** What a name says; null for a file that is no backup of ours. */
export const readBackupName = (name: string): BackupName | null => {
  const [, kind, stamp, witness] = FORM.exec(name) ?? []
  return kind === undefined || stamp === undefined ? null : { kind: kind as BackupKind, stamp, witness: witness ?? null }
}

/** An instant as it may stand in a file's name on every system. */
export const instantStamp = (at: string): string => at.slice(0, 19).replaceAll(':', '-')
