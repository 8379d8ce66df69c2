// The office keeps its backups: in a real folder with a real database, the jobs as the thread does them. Rules U50 to U52.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { backups } from '../../modules/backups/index.ts'
import { people } from '../../modules/people/index.ts'
import { openReadable, openWritable } from '../../../db/open.ts'
import { verifyAudit } from '../../access/audit.ts'
import { forgetMachine, machine } from '../../access/machine.ts'
import { testOffice, type TestOffice } from '../../testing/test-office.ts'
import { doBackupJob, type BackupJob, type BackupJobResult } from './jobs.ts'
import { backupKeeper, type BackupKeeper } from './keeper.ts'
import { backupsIn, readRecord } from './records.ts'
import { backupThread } from './thread.ts'

let office: TestOffice
let keeper: BackupKeeper
let folder: string
let restoring: string
let at: string
let restarted: number
let logged: string[]
let around: (job: BackupJob) => Promise<BackupJobResult>

/** A backup's whole name, with the witness it was given (people U61). */
const whole = (name: string) => backupsIn(folder).find((found) => found.startsWith(`${name}~`)) ?? name
const file = (name: string) => path.join(folder, `${whole(name)}.sqlite`)
const list = async () =>
  (await office.query('backups', {})).rows.map((row) => ({
    ...{ name: String(row.name).replace(/~.*/, ''), kind: row.kind, result: row.result, finding: row.finding },
  }))
const state = () => office.query('backup-state', {})
const flip = (name: string, where: number) => {
  const bytes = readFileSync(file(name))
  bytes[where] = bytes[where]! ^ 1
  writeFileSync(file(name), bytes)
}
const aDepartment = (name: string) => office.run('create-department', { id: newId(), name, nameEn: '', parentId: null, headId: null })

beforeEach(async () => {
  forgetMachine()
  office = await testOffice([people, backups])
  folder = path.join(office.database.folder, 'backups')
  restoring = path.join(office.database.folder, 'company.sqlite.restoring')
  at = '2026-03-02T02:00:00.000Z'
  restarted = 0
  logged = []
  around = doBackupJob
  keeper = backupKeeper({
    ...{ database: office.database.file, folder, temporary: path.join(office.database.folder, 'temporary'), restoring },
    contents: path.join(office.database.folder, 'files'),
    run: (job) => around(job),
    write: async (work) => work(office.database.write.sql),
    between: (work) => work(),
    read: office.database.read.sql,
    now: () => at,
    today: () => at.slice(0, 10),
    changed: () => undefined,
    log: (line) => logged.push(line),
    restart: async () => void (restarted += 1),
  })
  await keeper.begin()
})
afterEach(() => office.close())

describe('[U50] every day', () => {
  it('one copy is made and checked, and stands in the list with how the trail ended in it', async () => {
    await aDepartment('一部')
    await keeper.daily()
    await keeper.daily()
    expect(await list()).toEqual([{ name: 'daily-2026-03-02', kind: 'daily', result: 'good', finding: null }])
    const record = readRecord(folder, whole('daily-2026-03-02'))
    expect(record).toMatchObject({ madeBy: null, madeAt: at, checkedAt: at, bytes: statSync(file('daily-2026-03-02')).size })
    const end = office.database.read.sql.prepare('SELECT max(id) AS id FROM audit').get() as { id: number }
    expect(record.auditRows).toBe(end.id)
    expect((await state()).lastGoodAt).toBe(at)
  })

  it('[FI26] files that are not whole beside the newest copy are counted and named, and the copy is good all the same', async () => {
    const lacking = ['甲.pdf', '乙.pdf'].map((name) => ({ name, sha256: 'a'.repeat(64), what: 'missing' as const }))
    const looked: boolean[] = []
    around = async (job) => {
      if (job.kind !== 'lacking') return doBackupJob(job)
      looked.push(job.thoroughly)
      return { lacking, finding: null, detail: '' }
    }
    await keeper.daily()
    expect((await office.query('backups', {})).rows).toMatchObject([{ result: 'good', filesLacking: 2, lackingNames: '甲.pdf, 乙.pdf' }])
    expect(logged).toContainEqual(expect.stringContaining('missing: 乙.pdf'))
    around = async (job) => {
      if (job.kind === 'lacking') looked.push(job.thoroughly)
      return doBackupJob(job)
    }
    await office.run('drill-backup', { id: newId(), backup: whole('daily-2026-03-02') })
    await keeper.asked()
    expect((await office.query('backups', {})).rows).toMatchObject([{ filesLacking: 0, lackingNames: '' }])
    expect(looked).toEqual([false, true])
  })

  it('the last of a month and of a year stay beside the daily ones', async () => {
    for (const day of ['2025-12-30', '2025-12-31', '2026-01-02', '2026-02-03']) {
      at = `${day}T02:00:00.000Z`
      await keeper.daily()
    }
    const kept = (await list()).map((row) => row.name)
    expect(kept).toEqual(expect.arrayContaining(['monthly-2025-12', 'monthly-2026-01', 'yearly-2025']))
    expect(readRecord(folder, 'yearly-2025')).toMatchObject({ madeAt: '2025-12-31T02:00:00.000Z', result: 'good' })
  })

  it('what was cut off before is gone, and tasks of then have failed', async () => {
    writeFileSync(path.join(folder, 'daily-2026-03-01.sqlite.unfinished'), 'cut')
    await office.run('make-backup', { id: newId() })
    await keeper.begin()
    expect(readdirSync(folder)).toEqual([])
    expect((await state()).finished).toMatchObject([{ kind: 'make', finding: 'other' }])
  })

  it('a copy in which one bit has changed is found within the week, is told, and another good one ends that', async () => {
    await keeper.daily()
    flip('daily-2026-03-02', 5000)
    at = '2026-03-08T02:00:00.000Z'
    await keeper.daily()
    expect((await list()).find((row) => row.name === 'daily-2026-03-02')).toMatchObject({ result: 'good' })
    at = '2026-03-10T02:00:00.000Z'
    around = async (job) => (job.kind === 'make' ? { finding: 'disk-full', detail: '' } : doBackupJob(job))
    await keeper.daily()
    expect((await list()).find((row) => row.name === 'daily-2026-03-02')).toMatchObject({ result: 'damaged', finding: 'changed' })
    expect(machine()).toMatchObject({ backupFailed: { finding: 'disk-full', since: at }, damaged: null })
    at = '2026-03-10T03:00:00.000Z'
    await keeper.daily()
    expect(machine().backupFailed).toEqual({ finding: 'disk-full', since: '2026-03-10T02:00:00.000Z' })
    around = doBackupJob
    await keeper.daily()
    expect(machine().backupFailed).toBeNull()
  })

  it('books whose content is damaged are told by the copy made of them', async () => {
    await aDepartment('一部')
    office.database.write.sql.exec("UPDATE department SET nameEn = 'x' WHERE name = '一部'")
    await keeper.daily()
    expect(await list()).toEqual([{ name: 'daily-2026-03-02', kind: 'daily', result: 'damaged', finding: 'content' }])
    expect(await office.query('machine-state', {})).toMatchObject({ damaged: { finding: 'content', since: at } })
    const clerk = await office.user({ permissions: ['customer.view'] })
    expect(await office.query('machine-state', {}, clerk)).toMatchObject({ damaged: null, writing: 'ok' })
  })
})

describe('[U52] what is asked for', () => {
  it('is done in turn, and its end is told', async () => {
    const id = newId()
    await office.run('make-backup', { id })
    expect(await office.send('make-backup', { id: newId() })).toMatchObject({ refused: 'backup-under-way' })
    expect((await state()).running).toMatchObject([{ id, kind: 'make', askedBy: '老板' }])
    await keeper.asked()
    const name = 'manual-2026-03-02T02-00-00'
    expect(await list()).toEqual([{ name, kind: 'manual', result: 'good', finding: null }])
    expect(readRecord(folder, whole(name)).madeBy).toBe('老板')
    expect(await state()).toMatchObject({ running: [], finished: [{ id, backup: whole(name), finding: null }] })
  })

  it('a check finds what was written over, a drill opens the copy in a folder that is gone afterwards', async () => {
    await keeper.daily()
    const backup = whole('daily-2026-03-02')
    await office.run('drill-backup', { id: newId(), backup })
    await keeper.asked()
    expect(readRecord(folder, backup).drilledAt).toBe(at)
    expect(readdirSync(path.join(office.database.folder, 'temporary'))).toEqual([])
    flip(backup, 9000)
    for (const command of ['drill-backup', 'check-backup'] as const) {
      await office.run(command, { id: newId(), backup })
      await keeper.asked()
      expect((await state()).finished[0]).toMatchObject({ finding: 'changed' })
      expect((await list())[0]).toMatchObject({ result: 'damaged', finding: 'changed' })
    }
    expect(await office.send('restore-backup', { id: newId(), backup })).toMatchObject({
      refused: 'backup-damaged',
      data: { finding: 'changed' },
    })
    expect(await office.send('check-backup', { id: newId(), backup: 'daily-2020-01-01' })).toMatchObject({ refused: 'not-found' })
  })

  it('the second folder gets what it lacks, keeps the same, and its failure is told until it is mended', async () => {
    const second = path.join(office.database.folder, 'second')
    mkdirSync(second)
    await keeper.daily()
    await office.run('set-backup-folder', { folder: second, revision: 1 })
    await keeper.daily()
    expect(readdirSync(second).toSorted()).toEqual([`${whole('daily-2026-03-02')}.json`, `${whole('daily-2026-03-02')}.sqlite`])
    expect(readFileSync(path.join(second, `${whole('daily-2026-03-02')}.sqlite`)).equals(readFileSync(file('daily-2026-03-02')))).toBe(true)
    expect(readRecord(folder, whole('daily-2026-03-02')).copiedAt).toBe(at)
    await office.run('set-backup-folder', { folder: path.join(second, 'gone'), revision: 2 })
    await keeper.daily()
    expect(machine().copyFailed).toEqual({ finding: 'missing', since: at })
    await office.run('set-backup-folder', { folder: null, revision: 3 })
    await keeper.daily()
    expect(machine().copyFailed).toBeNull()
    expect(await office.send('set-backup-folder', { folder: 'backups', revision: 4 })).toMatchObject({ refused: 'invalid-input' })
    expect(await office.send('set-backup-folder', { folder: second, revision: 1 })).toMatchObject({ refused: 'changed-meanwhile' })
  })
})

describe('[U51] a restore', () => {
  let backup = ''
  const daily = async () => {
    await keeper.daily()
    backup = whole('daily-2026-03-02')
  }
  it('tells what it would lose: what was done since, by whom, and the records of it', async () => {
    await aDepartment('一部')
    await daily()
    expect(await office.query('backup-loss', { backup })).toEqual({ since: at, commands: [], records: [] })
    await aDepartment('二部')
    await aDepartment('三部')
    expect(await office.query('backup-loss', { backup })).toMatchObject({
      commands: [{ user: '老板', name: 'create-department', count: 2 }],
      records: [{ record: 'department', added: 2, changed: 0 }],
    })
  })

  it('makes the copy ready with the restore in its trail and nobody signed in, keeps the present books, then starts anew', async () => {
    await aDepartment('一部')
    await daily()
    await aDepartment('二部')
    at = '2026-03-02T05:00:00.000Z'
    await office.run('restore-backup', { id: newId(), backup })
    await keeper.asked()
    expect(restarted).toBe(1)
    const ready = openReadable(restoring)
    const names = ready.sql.prepare('SELECT name FROM department ORDER BY name').all()
    expect(names).toEqual([{ name: '一部' }])
    expect(verifyAudit(ready.sql).broken).toBeNull()
    expect(ready.sql.prepare('SELECT name, userId, input, outcome FROM audit ORDER BY id DESC LIMIT 1').get()).toEqual({
      ...{ name: 'restore-backup', userId: office.owner.id, input: JSON.stringify({ backup }) },
      outcome: JSON.stringify({ keptAside: 'before-restore-2026-03-02T05-00-00' }),
    })
    expect(ready.sql.prepare('SELECT (SELECT count(*) FROM session) + (SELECT count(*) FROM backup_task) AS n').get()).toEqual({ n: 0 })
    ready.close()
    const aside = openReadable(file('before-restore-2026-03-02T05-00-00'))
    expect(aside.sql.prepare('SELECT count(*) AS n FROM department').get()).toEqual({ n: 2 })
    aside.close()
  })

  it('that cannot keep the present books, or whose copy is not what it was, changes nothing', async () => {
    await daily()
    await office.run('restore-backup', { id: newId(), backup })
    around = async (job) => (job.kind === 'make' ? { finding: 'disk-full', detail: '' } : doBackupJob(job))
    await keeper.asked()
    expect((await state()).finished[0]).toMatchObject({ kind: 'restore', finding: 'disk-full' })
    around = doBackupJob
    flip(backup, 7000)
    at = '2026-03-02T06:00:00.000Z'
    await office.run('restore-backup', { id: newId(), backup })
    await keeper.asked()
    expect((await state()).finished[0]).toMatchObject({ kind: 'restore', finding: 'changed' })
    expect(restarted).toBe(0)
  })

  it('goes back to the books kept aside as well: their loss is what was done since the restore', async () => {
    await daily()
    const aside = 'before-restore-2026-03-02T01-00-00'
    copyFileSync(file(backup), file(aside))
    copyFileSync(path.join(folder, `${backup}.json`), path.join(folder, `${aside}.json`))
    const record = JSON.parse(readFileSync(path.join(folder, `${aside}.json`), 'utf8')) as Record<string, unknown>
    writeFileSync(path.join(folder, `${aside}.json`), JSON.stringify({ ...record, auditHash: 'of another line', auditRows: 1 }))
    await keeper.begin()
    office.at = '2026-03-02T08:00:00.000Z'
    await aDepartment('四部')
    expect(await office.query('backup-loss', { backup: aside })).toMatchObject({ commands: [{ name: 'create-department', count: 1 }] })
  })
})

it('[U50] the thread of its own does a job and ends, and a job that cannot be done is a finding', async () => {
  const { run } = backupThread(path.resolve(import.meta.dirname, '../../backup-thread.ts'))
  const made = await run({ kind: 'make', database: office.database.file, folder, as: 'manual', stamp: 'x', at, by: null })
  expect(made).toMatchObject({ made: { name: 'manual-x' }, finding: null })
  expect(existsSync(file('manual-x'))).toBe(true)
  const blocked = path.join(office.database.folder, 'a-file')
  writeFileSync(blocked, '')
  expect(
    await run({ kind: 'make', database: office.database.file, folder: blocked, as: 'manual', stamp: 'y', at, by: null }),
  ).toMatchObject({ finding: 'other' })
})

it('[U50] a job cut off by the office’s end lets go of the database first, and has not failed', async () => {
  const books = path.join(office.database.folder, 'books-of-their-own.sqlite')
  const write = openWritable(books)
  write.sql.exec('CREATE TABLE page (n INTEGER)')
  const thread = backupThread(path.resolve(import.meta.dirname, '../testing/endless-job.ts'))
  let isDone = false
  const make = { kind: 'make', database: books, folder, as: 'manual', stamp: 'z', at, by: null } as const
  void thread.run(make).then(() => (isDone = true))
  await expect.poll(() => existsSync(`${books}-is-read`)).toBe(true)
  await thread.close()
  write.close()
  expect(existsSync(`${books}-wal`)).toBe(false)
  rmSync(`${books}-is-read`)
  void thread.run(make).then(() => (isDone = true))
  // By the time that a job begun after it reads, it would have read too.
  const others = `${books}-of-others`
  copyFileSync(books, others)
  const later = backupThread(path.resolve(import.meta.dirname, '../testing/endless-job.ts'))
  void later.run({ ...make, database: others })
  await expect.poll(() => existsSync(`${others}-is-read`)).toBe(true)
  await later.close()
  expect([isDone, existsSync(`${books}-is-read`)]).toEqual([false, false])
})
