// Backups (备份): copies of the company's database, how they were checked, and getting one back; and what the machine beneath the office can still do.
import { z } from 'zod'
import { column, command, list, query, revisionSchema, once } from '../../define/index.ts'
import { BACKUP_KINDS, readBackupName } from '../../vocabulary/backup-name.ts'
import { idSchema } from '../../vocabulary/ids.ts'

/** unchecked: not looked at since it was made or found. */
export const BACKUP_RESULTS = ['unchecked', 'good', 'damaged'] as const

/**
 * Why a copy is not good, or something could not be done. changed: its bytes are not those that were written; structure, ledger, trail, content: what is in
 * it does not fit together; newer: of a newer version; the others say what the machine did.
 */
export const BACKUP_FINDINGS = [
  'missing',
  'unreadable',
  'foreign',
  'newer',
  'changed',
  'structure',
  'ledger',
  'trail',
  'content',
  'disk-full',
  'disk-read-only',
  'disk-failing',
  'other',
] as const
export type BackupFinding = (typeof BACKUP_FINDINGS)[number]

export const BACKUP_TASKS = ['make', 'check', 'drill', 'restore'] as const
export type BackupTask = (typeof BACKUP_TASKS)[number]

/** What the office can still do with its disk. */
export const WRITING_STATES = ['ok', 'disk-full', 'disk-read-only', 'disk-failing'] as const
export type WritingState = (typeof WRITING_STATES)[number]

const backupSchema = once(() =>
  z
    .string()
    .max(200)
    .refine((name) => readBackupName(name) !== null, 'choice')
    .describe('the name of a backup, as in the list'),
)
const asked = () => z.strictObject({ id: idSchema.describe('of the task'), backup: backupSchema() })
const taskOutcome = once(() => z.strictObject({ id: idSchema }))

/** Each asks the office for something that takes a while; `backup-state` tells how far it is. */
export const backupsCommands = {
  'make-backup': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'backup.make',
    input: () => z.strictObject({ id: idSchema }),
    outcome: taskOutcome,
  }),
  'check-backup': command({ class: 'online-only', desk: 'hub', permission: 'backup.make', input: asked, outcome: taskOutcome }),
  /** A restore drill: the copy is opened and checked in a temporary folder, as an office would open it. Nothing else changes. */
  'drill-backup': command({ class: 'online-only', desk: 'hub', permission: 'backup.make', input: asked, outcome: taskOutcome }),
  /** The office restarts on this copy; the present books are kept aside as a copy, and all sessions end. */
  'restore-backup': command({ class: 'online-only', desk: 'hub', permission: 'backup.restore', input: asked, outcome: taskOutcome }),
  /** Where every backup is copied to as well: a folder on another disk; null for nowhere. */
  'set-backup-folder': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'backup.restore',
    input: () => z.strictObject({ folder: z.string().trim().min(1, 'required').max(500).nullable(), revision: revisionSchema }),
    outcome: () => z.strictObject({ revision: z.int() }),
  }),
}

const failure = once(() => z.strictObject({ finding: z.enum(BACKUP_FINDINGS), since: z.string() }))

export const backupsQueries = {
  backups: list({
    permission: 'backup.view',
    scope: 'company',
    export: 'backup.view',
    columns: {
      madeAt: column.datetime({ width: 160 }),
      kind: column.enum('backup-kind', BACKUP_KINDS, { width: 110 }),
      kilobytes: column.integer({ width: 110 }),
      madeBy: column.text({ width: 110 }),
      result: column.enum('backup-result', BACKUP_RESULTS, { width: 100 }),
      finding: column.enum('backup-finding', BACKUP_FINDINGS, { width: 190 }),
      filesLacking: column.integer({ width: 100 }),
      checkedAt: column.datetime({ width: 160 }),
      drilledAt: column.datetime({ width: 160 }),
      copiedAt: column.datetime({ width: 160 }),
      lackingNames: column.text({ width: 220 }),
      auditRows: column.integer({ hidden: true }),
      name: column.code({ width: 260 }),
    },
    sort: [{ field: 'madeAt', descending: true }],
    watches: ['backup'],
  }),
  'backup-state': query({
    permission: 'backup.view',
    input: () => z.strictObject({}),
    output: () =>
      z.strictObject({
        /** Where the backups lie, and where they are copied to as well. */
        folder: z.string(),
        copyTo: z.string().nullable(),
        copyRevision: z.int(),
        freeBytes: z.int().nullable(),
        lastGoodAt: z.string().nullable(),
        /** Asked for and not finished, the oldest first. */
        running: z.array(
          z.strictObject({
            id: idSchema,
            kind: z.enum(BACKUP_TASKS),
            backup: z.string().nullable(),
            askedBy: z.string(),
            askedAt: z.string(),
          }),
        ),
        /** The last that were finished, newest first. */
        finished: z.array(
          z.strictObject({
            id: idSchema,
            kind: z.enum(BACKUP_TASKS),
            backup: z.string().nullable(),
            askedBy: z.string(),
            finishedAt: z.string(),
            finding: z.enum(BACKUP_FINDINGS).nullable(),
          }),
        ),
      }),
    watches: ['backup', 'backup_task', 'setting', 'machine', 'user'],
  }),
  /** What a restore of this copy would lose: what was done since, by whom; and the records that were made or changed since, by kind. */
  'backup-loss': query({
    permission: 'backup.restore',
    input: () => z.strictObject({ backup: backupSchema() }),
    output: () =>
      z.strictObject({
        since: z.string(),
        commands: z.array(z.strictObject({ user: z.string(), name: z.string(), count: z.int() })),
        /** `record.<record>` names the kind. */
        records: z.array(z.strictObject({ record: z.string(), added: z.int(), changed: z.int() })),
      }),
    heavy: true,
    watches: [],
  }),
  /** What everybody must know of the machine: whether anything can be saved. Of backups only who may see them is told. */
  'machine-state': query({
    permission: 'signed-in',
    input: () => z.strictObject({}),
    output: () =>
      z.strictObject({
        writing: z.enum(WRITING_STATES),
        /** Free space on the office's disk while it is short, in bytes. */
        shortOfSpace: z.int().nullable(),
        backupFailed: failure().nullable(),
        copyFailed: failure().nullable(),
        /** The newest copy was found damaged. */
        damaged: failure().nullable(),
      }),
    watches: ['machine'],
  }),
}
