// What the Backups screen shows, and what everybody is told of the machine. Rules U50 to U53.
import { sql } from 'kysely'
import type { BackupFinding, BackupTask } from '../../../preload/contract/modules/backups/calls.ts'
import { nameOf } from '../../../preload/contract/names/index.ts'
import { nameIn } from '../../../db/names-in-language.ts'
import { readBackupSettings } from '../../access/backup-settings.ts'
import { machine } from '../../access/machine.ts'
import { defineLists, defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { backupLoss } from './loss.ts'

/** Finished tasks that are told. */
const FINISHED = 5

const tasks = (q: QueryContext) =>
  q.db
    .selectFrom('backup_task as t')
    .innerJoin('user as u', 'u.id', 't.askedBy')
    .select(['t.id', 't.kind', 't.backup', 't.askedAt', 't.finishedAt', 't.finding', nameIn(q.viewer.language, 'user', 'u').as('askedBy')])

export const backupsQueries = defineQueries({
  'backup-state': async (_, q) => {
    const { copyTo, revision } = readBackupSettings(q.sql)
    const running = await tasks(q).where('t.state', 'in', ['waiting', 'running']).orderBy('t.askedAt').orderBy('t.id').execute()
    const finished = await tasks(q).where('t.finishedAt', 'is not', null).orderBy('t.finishedAt', 'desc').limit(FINISHED).execute()
    const good = await q.db
      .selectFrom('backup')
      .select((e) => e.fn.max('madeAt').as('at'))
      .where('result', '=', 'good')
      .executeTakeFirst()
    const { backupFolder, freeBytes } = machine()
    return {
      ...{ folder: backupFolder, copyTo, copyRevision: revision, freeBytes, lastGoodAt: good?.at ?? null },
      running: running.map(({ id, kind, backup, askedBy, askedAt }) => ({ id, kind: kind as BackupTask, backup, askedBy, askedAt })),
      finished: finished.map(({ id, kind, backup, askedBy, finishedAt, finding }) => ({
        ...{ id, kind: kind as BackupTask, backup, askedBy, finishedAt: finishedAt ?? '' },
        finding: finding as BackupFinding | null,
      })),
    }
  },

  'backup-loss': backupLoss,

  'machine-state': (_, q) => {
    const { writing, short, freeBytes, backupFailed, copyFailed, damaged } = machine()
    const keeps = q.may('backup.view')
    return {
      writing,
      shortOfSpace: short ? freeBytes : null,
      backupFailed: keeps ? backupFailed : null,
      copyFailed: keeps ? copyFailed : null,
      damaged: keeps ? damaged : null,
    }
  },
})

export const backupsLists = defineLists({
  backups: (_, q) => ({
    from: q.db.selectFrom('backup as b'),
    id: 'b.id',
    fields: {
      ...{ madeAt: 'b.madeAt', kind: 'b.kind', result: 'b.result', finding: 'b.finding' },
      kilobytes: sql`(b.bytes + 1023) / 1024`,
      madeBy: sql`coalesce(b.madeBy, ${nameOf('backup-by.office', q.viewer.language)})`,
      ...{ checkedAt: 'b.checkedAt', drilledAt: 'b.drilledAt', copiedAt: 'b.copiedAt', auditRows: 'b.auditRows', name: 'b.id' },
      ...{ filesLacking: 'b.filesLacking', lackingNames: 'b.lackingNames' },
    },
    search: ['b.id', 'b.madeBy'],
  }),
})
