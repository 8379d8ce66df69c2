// Looks after the backups by itself: one a day, checked, kept by month and year, copied to the second folder; and does what people ask of them. One job after
// another, each in a thread of its own; commands wait only for the moment of a restore. Rules U50 to U52.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { copyWhole, removeUnfinished } from '../../../db/backup.ts'
import { rotation } from '../../../db/backup-plan.ts'
import type { Sql } from '../../../db/open.ts'
import { storageProblem } from '../../../db/storage-problem.ts'
import { readBackupSettings } from '../../access/backup-settings.ts'
import { machineSettings, machine, type Machine } from '../../access/machine.ts'
import type { BackupFinding, BackupTask } from '../../../preload/contract/modules/backups/calls.ts'
import { backupName, type BackupKind, instantStamp, readBackupName } from '../../../preload/contract/vocabulary/backup-name.ts'
import type { BackupJob, BackupJobResult } from './jobs.ts'
import { backupsIn, fileOf, indexBackups, readRecord, removeBackup, writeRecord, type BackupRecord } from './records.ts'

export type KeeperParts = {
  database: string
  /** Where the backups lie; and a private place for drills. */
  folder: string
  temporary: string
  /** Where contents of files lie; beside the backups and in the second folder they lie below `files`. */
  contents: string
  /** Where the books to be restored are made ready, beside the database. */
  restoring: string
  run(job: BackupJob): Promise<BackupJobResult>
  /** A small write of the office's own, alone. */
  write(work: (sql: Sql) => void): Promise<unknown>
  /** Runs this while no command runs; those that come wait. */
  between<T>(work: () => Promise<T>): Promise<T>
  read: Sql
  now(): string
  /** The company's day. */
  today(): string
  /** Screens that show these tables are told. */
  changed(tables: string[]): void
  log(line: string): void
  /** Ends the office and starts it again on the books made ready at `restoring`; does not come back. */
  restart(): Promise<void>
}
export type BackupKeeper = {
  /** Tidies up, and takes the folder's content into the index. */
  begin(): Promise<void>
  /** The day's backup with all that belongs to it, unless it is there. */
  daily(): Promise<void>
  /** Does what has been asked for. */
  asked(): Promise<void>
}

type Task = { id: string; kind: BackupTask; backup: string | null; askedBy: string; name: string }
/** What says nothing of the copy itself. */
const OF_THE_DISK: readonly BackupFinding[] = ['disk-full', 'disk-read-only', 'disk-failing', 'other']
/** A copy is checked again after this long: what lies on a disk may change. */
const CHECK_AGAIN_MS = 7 * 86_400_000
/** Copies checked again, and brought to the second folder, in one turn. */
const A_TURN = 5

export const backupKeeper = (parts: KeeperParts): BackupKeeper => {
  const { folder, read, now, log } = parts
  let last: Promise<unknown> = Promise.resolve()
  /** One after another, whoever asks. */
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
  const found = (what: Partial<Machine>): void => {
    if (machineSettings(what)) parts.changed(['machine'])
  }
  const failure = (finding: BackupFinding | null, before: Machine['backupFailed']): Machine['backupFailed'] =>
    finding === null ? null : { finding, since: before?.since ?? now() }

  const index = async (): Promise<void> => {
    await parts.write((sql) => indexBackups(sql, folder))
    parts.changed(['backup'])
  }
  const keep = (name: string, change: Partial<BackupRecord>): Promise<void> =>
    writeRecord(folder, name, { ...readRecord(folder, name), ...change })

  /** Whether the newest copy that was checked is damaged: that is told until a newer one is good. */
  const tellDamage = (): void => {
    const checked = backupsIn(folder)
      .map((name) => readRecord(folder, name))
      .filter((record) => record.checkedAt !== null)
      .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))[0]
    const finding = checked?.result === 'damaged' ? (checked.finding ?? 'other') : null
    found({ damaged: failure(finding, machine().damaged) })
  }

  const check = async (name: string): Promise<BackupFinding | null> => {
    const { sha256, auditRows, auditHash } = readRecord(folder, name)
    const { finding, detail, checked } = await parts.run({ kind: 'check', file: fileOf(folder, name), sha256 })
    if (finding !== null) log(`backup ${name}: ${finding} ${detail}`)
    await keep(name, {
      ...{ result: finding === null ? 'good' : 'damaged', finding, checkedAt: now(), sha256: sha256 ?? checked?.sha256 ?? null },
      ...{ auditRows: checked?.auditRows ?? auditRows, auditHash: checked?.auditHash ?? auditHash },
    })
    tellDamage()
    return finding
  }

  /** Makes one and checks it; null, or why there is none. */
  const make = async (
    as: BackupKind,
    stamp: string,
    by: string | null,
  ): Promise<{ name: string | null; finding: BackupFinding | null }> => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const done = await parts.run({ kind: 'make', database: parts.database, folder, as, stamp, at: now(), by })
    found({ backupFailed: failure(done.finding, machine().backupFailed) })
    if (!done.made) {
      log(`backup failed: ${done.finding} ${done.detail}`)
      return { name: null, finding: done.finding }
    }
    return { name: done.made.name, finding: await check(done.made.name) }
  }

  const contentsIn = (backups: string): string => path.join(backups, 'files')
  /** What a folder of backups lacks of contents. */
  const bringContents = async (to: string): Promise<BackupFinding | null> => {
    const { finding, detail } = await parts.run({ kind: 'contents', from: parts.contents, to: contentsIn(to) })
    if (finding !== null) log(`contents of files not brought to ${to}: ${finding} ${detail}`)
    return finding
  }

  /** So many names of files that are not there stand in the list; the log has them all. */
  const NAMED = 10
  /** Looks whether the files of a copy are whole beside it. The books themselves are good all the same, so this makes no copy damaged. */
  const lookForContents = async (name: string, thoroughly: boolean): Promise<void> => {
    const { lacking, finding, detail } = await parts.run({
      ...{ kind: 'lacking', file: fileOf(folder, name), contents: contentsIn(folder), thoroughly },
    })
    if (!lacking) return log(`files of ${name} not looked at: ${finding} ${detail}`)
    for (const { name: file, sha256, what } of lacking) log(`backup ${name}: ${what}: ${file} (${sha256})`)
    const named = lacking.slice(0, NAMED).map(({ name: file }) => file)
    await keep(name, { filesLacking: lacking.length, lackingNames: named.join(', ') })
  }

  /** Keeps what ends a month or a year, and lets the oldest go. */
  const rotate = async (): Promise<void> => {
    const kept = () =>
      backupsIn(folder).map((name) => ({ name, ...readBackupName(name)!, damaged: readRecord(folder, name).result === 'damaged' }))
    const plan = rotation(kept(), parts.today())
    for (const { from, kind, stamp } of plan.promote) {
      const name = backupName({ kind, stamp, witness: readBackupName(from)!.witness })
      await copyWhole(fileOf(folder, from), fileOf(folder, name))
      await writeRecord(folder, name, { ...readRecord(folder, from), copiedAt: null })
    }
    for (const name of plan.remove) removeBackup(folder, name)
  }

  /** What the second folder lacks, the newest first; the oldest go there as they do here. */
  const copyOut = async (): Promise<void> => {
    const { copyTo } = readBackupSettings(read)
    if (copyTo === null) return found({ copyFailed: null })
    const there = new Set(backupsIn(copyTo))
    const lacking = backupsIn(folder)
      .map((name) => ({ name, ...readRecord(folder, name) }))
      .filter(({ name, result }) => result !== 'damaged' && !there.has(name))
      .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
    let finding: BackupFinding | null = null
    for (const { name } of lacking.slice(0, A_TURN)) {
      const done = await parts.run({ kind: 'copy', folder, name, to: copyTo, at: now() })
      finding = done.finding
      if (finding !== null) {
        log(`backup ${name} not copied: ${finding} ${done.detail}`)
        break
      }
      await keep(name, { copiedAt: now() })
    }
    finding ??= await bringContents(copyTo)
    found({ copyFailed: failure(finding, machine().copyFailed) })
    if (finding !== null) return
    const copies = backupsIn(copyTo).map((name) => ({ name, ...readBackupName(name)!, damaged: false }))
    for (const name of rotation(copies, parts.today()).remove) removeBackup(copyTo, name)
  }

  /** A few of those that were not looked at for long, the longest first. */
  const checkOld = async (): Promise<void> => {
    const due = new Date(Date.parse(now()) - CHECK_AGAIN_MS).toISOString()
    const old = backupsIn(folder)
      .map((name) => ({ name, at: readRecord(folder, name).checkedAt ?? '' }))
      .filter(({ at }) => at < due)
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    for (const { name } of old.slice(0, A_TURN)) await check(name)
  }

  /** What belongs to every copy that was made. */
  const afterwards = async (): Promise<void> => {
    const lacking = await bringContents(folder)
    if (lacking !== null) found({ backupFailed: failure(lacking, machine().backupFailed) })
    const newest = backupsIn(folder).toSorted((a, b) => (readRecord(folder, a).madeAt < readRecord(folder, b).madeAt ? 1 : -1))[0]
    if (newest !== undefined) await lookForContents(newest, false)
    await rotate()
    await copyOut()
    await index()
  }

  const restore = async (task: Task): Promise<BackupFinding | null> => {
    const backup = task.backup!
    const at = now()
    const keptAside = backupName({ kind: 'before-restore', stamp: instantStamp(at), witness: null })
    const entry = { at, userId: task.askedBy, device: 'office', backup, keptAside }
    const { sha256 } = readRecord(folder, backup)
    const ready = await parts.run({ kind: 'prepare-restore', file: fileOf(folder, backup), sha256, target: parts.restoring, entry })
    if (ready.finding !== null) {
      log(`restore of ${backup}: ${ready.finding} ${ready.detail}`)
      return ready.finding
    }
    // From here on nothing more is written to the books that are put aside.
    return parts.between(async () => {
      const aside = await parts.run({
        kind: 'make',
        database: parts.database,
        folder,
        as: 'before-restore',
        stamp: instantStamp(at),
        at,
        by: task.name,
      })
      if (aside.finding !== null) {
        log(`restore of ${backup}: the present books could not be kept: ${aside.finding} ${aside.detail}`)
        return aside.finding
      }
      // Contents that were collected since are there again; what is nowhere is told where it is opened.
      await parts.run({ kind: 'contents', from: contentsIn(folder), to: parts.contents })
      log(`restoring ${backup}; the books until now are ${keptAside}`)
      await parts.restart()
      return null
    })
  }

  const does: Record<BackupTask, (task: Task) => Promise<BackupFinding | null>> = {
    make: async ({ id, name }) => {
      const made = await make('manual', instantStamp(now()), name)
      await parts.write((sql) => sql.prepare('UPDATE backup_task SET backup = ? WHERE id = ?').run(made.name, id))
      await afterwards()
      return made.finding
    },
    check: async ({ backup }) => {
      const finding = await check(backup!)
      if (finding === null) await lookForContents(backup!, false)
      return finding
    },
    drill: async ({ backup }) => {
      const { sha256 } = readRecord(folder, backup!)
      const done = await parts.run({ kind: 'drill', file: fileOf(folder, backup!), sha256, temporary: parts.temporary })
      if (done.finding === null) {
        await keep(backup!, { drilledAt: now(), result: 'good', finding: null, checkedAt: now() })
        await lookForContents(backup!, true)
      } else {
        log(`drill of ${backup}: ${done.finding} ${done.detail}`)
        if (!OF_THE_DISK.includes(done.finding)) await keep(backup!, { result: 'damaged', finding: done.finding, checkedAt: now() })
      }
      return done.finding
    },
    restore,
  }

  const set = async (id: string, state: string, finding: BackupFinding | null): Promise<void> => {
    const finishedAt = state === 'running' ? null : now()
    await parts.write((sql) =>
      sql.prepare('UPDATE backup_task SET state = ?, finishedAt = ?, finding = ? WHERE id = ?').run(state, finishedAt, finding, id),
    )
    parts.changed(['backup_task'])
  }
  const perform = async (task: Task): Promise<void> => {
    await set(task.id, 'running', null)
    let finding: BackupFinding | null
    try {
      finding = await does[task.kind](task)
    } catch (error) {
      log(`backup task ${task.kind}: ${String(error)}`)
      finding = storageProblem(error) ?? 'other'
    }
    await set(task.id, finding === null ? 'done' : 'failed', finding)
    await index()
  }
  const waiting = () =>
    read
      .prepare(
        "SELECT t.id, t.kind, t.backup, t.askedBy, u.name FROM backup_task t JOIN user u ON u.id = t.askedBy WHERE t.state = 'waiting' ORDER BY t.askedAt LIMIT 1",
      )
      .get() as Task | undefined

  /** Nothing that goes wrong here may end the office: it is told, and tried again at the next turn. */
  const quietly = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      log(`${what}: ${String(error)}`)
      found({ backupFailed: failure(storageProblem(error) ?? 'other', machine().backupFailed) })
    }
  }

  return {
    begin: () =>
      inLine(() =>
        quietly('backups', async () => {
          machineSettings({ backupFolder: folder })
          mkdirSync(folder, { recursive: true, mode: 0o700 })
          for (const name of removeUnfinished(folder)) log(`an unfinished backup was removed: ${name}`)
          await parts.write((sql) =>
            sql
              .prepare("UPDATE backup_task SET state = 'failed', finishedAt = ?, finding = 'other' WHERE state IN ('waiting', 'running')")
              .run(now()),
          )
          await index()
          tellDamage()
        }),
      ),
    daily: () =>
      inLine(() =>
        quietly('backup', async () => {
          const today = parts.today()
          const isThere = backupsIn(folder).some((name) => {
            const { kind, stamp } = readBackupName(name)!
            return kind === 'daily' && stamp === today
          })
          if (!isThere) await make('daily', today, null)
          await checkOld()
          await afterwards()
        }),
      ),
    asked: () =>
      inLine(() =>
        quietly('backup task', async () => {
          for (let task = waiting(); task; task = waiting()) await perform(task)
        }),
      ),
  }
}
