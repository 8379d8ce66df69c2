// Faults of the machine, on real small file systems: a full disk, one that the kernel makes read-only, a folder without permission. Rules U52 to U54 of backups.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
  chownSync,
} from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { verifyLedger } from '../../db/ledger/sums.ts'
import { openReadable } from '../../db/open.ts'
import { verifyAudit } from '../../main/access/audit.ts'
import { unfounded } from '../../main/access/company.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { post, signIn, type Client } from './support/client.ts'
import { endAll, newFolder, removeFolders, root, startOffice, type Office } from './support/office.ts'

/** Mounting is root's; CI runs as root. */
const mayMount = process.platform === 'linux' && process.getuid?.() === 0
const PASSWORD = 'harbour-crane-77'

const found = async (address: string, said: string): Promise<Client> => {
  const code = /first-start code: (\w+)/.exec(said)![1]!
  const company = { ...unfounded, name: '测试公司', nameEn: 'Test Company' }
  const owner = { id: newId(), login: 'owner', name: '老板', password: PASSWORD, language: 'zh' }
  expect((await post(address, 'found', { code, input: { company, owner } })).answer).toMatchObject({ ok: true })
  return signIn(address, 'owner', PASSWORD)
}
const department = (client: Client, name: string) =>
  client.send('command/create-department', { id: newId(), input: { id: newId(), name, nameEn: '', parentId: null, headId: null } })
const until = async <T>(what: () => Promise<T>, holds: (found: T) => boolean): Promise<T> => {
  for (let n = 0; n < 300; n++) {
    const seen = await what()
    if (holds(seen)) return seen
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('it did not come')
}
/** Writes until the disk takes nothing more. */
const fill = (file: string) => {
  const handle = openSync(file, 'w')
  try {
    for (const part of [Buffer.alloc(64 * 1024), Buffer.alloc(1024)])
      try {
        for (;;) writeSync(handle, part)
      } catch (error) {
        if ((error as { code?: string }).code !== 'ENOSPC') throw error
      }
  } finally {
    closeSync(handle)
  }
}
const wholeBooks = (database: string) => {
  const books = openReadable(database)
  try {
    expect(books.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(verifyAudit(books.sql).broken).toBeNull()
    expect(verifyLedger(books.sql)).toEqual([])
    return books.sql.prepare('SELECT kind, name FROM audit ORDER BY id').all() as { kind: string; name: string }[]
  } finally {
    books.close()
  }
}

afterAll(removeFolders)

describe.runIf(mayMount)('[U53] a small disk', () => {
  const mount = path.join(newFolder(), 'disk')
  const image = path.join(newFolder(), 'disk.img')
  const folder = path.join(mount, 'company')
  let device = ''
  let office: Office
  let owner: Client
  beforeAll(async () => {
    mkdirSync(mount)
    writeFileSync(image, Buffer.alloc(24 * 1024 * 1024))
    // Blocks of 4 KiB, as every disk of an office PC has; so small a file system would get 1 KiB. SQLite reserves its shared
    // index by one byte in every 4 KiB: on smaller blocks a disk that fills in between ends the process by SIGBUS.
    execFileSync('mkfs.ext4', ['-q', '-m', '0', '-b', '4096', '-O', '^has_journal', image])
    execFileSync('mount', ['-o', 'loop,errors=remount-ro', image, mount])
    device = execFileSync('findmnt', ['-no', 'SOURCE', mount]).toString().trim().split('/').at(-1)!
    office = startOffice('--serve', '--port', '0', '--data', folder)
    owner = await found(
      await office.address,
      await until(
        async () => office.said().out,
        (out) => out.includes('first-start code'),
      ),
    )
  })
  afterAll(async () => {
    await endAll()
    execFileSync('umount', ['-l', mount])
  })
  const machine = () => owner.query('machine-state', {})

  it('that is short of space is told before it is full', async () => {
    expect((await until(machine, (m) => m.shortOfSpace !== null)).shortOfSpace).toBeGreaterThan(0)
    expect((await department(owner, '业务部')).answer).toMatchObject({ ok: true })
  })

  it('that is full refuses what would be saved, in words, and nothing is lost; reading, signing in and out go on', async () => {
    // The day's backup first: it needs room.
    await until(
      () => owner.query('backup-state', {}),
      (s) => s.lastGoodAt !== null,
    )
    const filler = path.join(mount, 'filler')
    fill(filler)
    let answer: unknown
    const saved: string[] = []
    for (let n = 0; n < 400; n++) {
      ;({ answer } = await department(owner, `部门 ${n}`))
      if (!(answer as { ok: boolean }).ok) break
      saved.push(`部门 ${n}`)
    }
    expect(answer).toMatchObject({ ok: false, refused: 'disk-full' })
    expect((await machine()).writing).toBe('disk-full')
    expect((await owner.query('departments', {})).map((d) => d.name)).toEqual(expect.arrayContaining(saved))
    const address = await office.address
    const again = await signIn(address, 'owner', PASSWORD)
    expect((await again.query('me', {})).login).toBe('owner')
    const gone = await signIn(address, 'owner', PASSWORD)
    expect((await gone.send('logout', {})).answer).toMatchObject({ ok: true })
    expect((await gone.send('query/me', {})).answer).toMatchObject({ refused: 'signed-out' })
    for (let n = 0; n < 6; n++) await post(address, 'login', { user: 'owner', password: 'not the password' })
    expect((await post(address, 'login', { user: 'owner', password: 'not the password' })).answer).toMatchObject({
      refused: 'sign-in-failed',
      data: { retryAfterSeconds: expect.any(Number) },
    })
    expect((await again.send('command/make-backup', { id: newId(), input: { id: newId() } })).answer).toMatchObject({
      refused: 'disk-full',
    })
    // Room again: the office finds it by itself, and what waited is written.
    rmSync(filler)
    await until(machine, (m) => m.writing === 'ok')
    expect((await department(again, '又能保存')).answer).toMatchObject({ ok: true })
    expect((await gone.send('query/me', {})).answer).toMatchObject({ refused: 'signed-out' })
    const names = (await owner.query('departments', {})).map((d) => d.name)
    expect(names).toEqual(expect.arrayContaining([...saved, '又能保存']))
    const trail = (await owner.query('audit', { limit: 100 })).rows.map((row) => row.kind)
    expect(trail.filter((kind) => kind === 'sign-in')).toHaveLength(3)
    expect(trail.filter((kind) => kind === 'sign-out')).toHaveLength(1)
  })

  it('that the kernel makes read-only is told as such; reading and signing in go on, and the books are whole', async () => {
    writeFileSync(`/sys/fs/ext4/${device}/trigger_fs_error`, 'a fault of a test')
    expect((await department(owner, '只读')).answer).toMatchObject({ ok: false, refused: 'disk-read-only' })
    expect((await machine()).writing).toBe('disk-read-only')
    // The wrong passwords of the test before have to be waited for.
    const address = await office.address
    const again = await vi.waitFor(() => signIn(address, 'owner', PASSWORD), { timeout: 30_000, interval: 500 })
    expect((await again.query('departments', {})).length).toBeGreaterThan(1)
    await office.interrupt()
    // A start there says what is wrong in one line and changes nothing.
    const second = startOffice('--serve', '--port', '0', '--data', folder)
    expect(await second.ended).toBe(1)
    expect(second.said().err).toContain('cannot write to the data folder')
    execFileSync('umount', [mount])
    execFileSync('mount', ['-o', 'loop', image, mount])
    expect(wholeBooks(path.join(folder, 'company.sqlite')).at(-1)).toBeDefined()
  })

  it('that is full at the start opens for reading and says so', async () => {
    const filler = path.join(mount, 'filler')
    fill(filler)
    office = startOffice('--serve', '--port', '0', '--data', folder)
    const there = await signIn(await office.address, 'owner', PASSWORD)
    expect((await there.query('departments', {})).length).toBeGreaterThan(1)
    // What a log of before has room for is still written.
    let answer: unknown
    for (let n = 0; n < 400; n++) {
      ;({ answer } = await department(there, `满 ${n}`))
      if (!(answer as { ok: boolean }).ok) break
    }
    expect(answer).toMatchObject({ ok: false, refused: 'disk-full' })
    expect((await there.query('machine-state', {})).writing).toBe('disk-full')
    expect((await there.query('departments', {})).length).toBeGreaterThan(1)
    rmSync(filler)
    await office.interrupt()
  })
})

describe.runIf(mayMount)('[U54] an office that runs as an ordinary user', () => {
  const uid = 65_534
  const folder = newFolder()
  const data = path.join(folder, 'company')
  let child: ChildProcess | undefined
  let out = ''
  const start = async (): Promise<string> => {
    out = ''
    const started = spawn(process.execPath, [path.join(root, 'out/main/office.cjs'), '--serve', '--port', '0', '--data', data], {
      ...{ cwd: '/', uid, gid: uid, env: { ...process.env, HOME: folder, XDG_CACHE_HOME: folder }, stdio: ['ignore', 'pipe', 'pipe'] },
    })
    child = started
    for (const stream of [started.stdout, started.stderr]) stream.on('data', (part: Buffer) => void (out += part.toString()))
    const ended = new Promise<string>((resolve) => started.once('exit', () => resolve('')))
    const address = until(
      async () => /office: (http:\S+)/.exec(out)?.[1] ?? '',
      (said) => said !== '',
    )
    return Promise.race([address, ended])
  }
  const stop = () =>
    new Promise<void>((resolve) => {
      child!.once('exit', () => resolve())
      child!.kill('SIGINT')
    })
  /** What others may open; a file that has gone again since it was listed is open to nobody. */
  const open = (): string[] =>
    readdirSync(data, { recursive: true, withFileTypes: true })
      .filter((entry) => ((statSync(path.join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0)
      .map((entry) => entry.name)
  afterAll(() => void child?.kill('SIGKILL'))

  it('keeps its folder and every file in it to itself, and mends what was open to others', async () => {
    chmodSync(folder, 0o755)
    mkdirSync(data)
    chownSync(data, uid, uid)
    chownSync(folder, uid, uid)
    const address = await start()
    // Printed after the address.
    const said = await until(
      async () => out,
      (lines) => lines.includes('first-start code'),
    )
    const owner = await found(address, said)
    await until(
      () => owner.query('backup-state', {}),
      (s) => s.lastGoodAt !== null,
    )
    expect((await owner.export('departments-none')).status).toBe(404)
    expect(statSync(data).mode & 0o777).toBe(0o700)
    expect(open()).toEqual([])
    expect(existsSync(path.join(data, 'company.sqlite-wal'))).toBe(true)
    await stop()
    for (const entry of readdirSync(data, { recursive: true })) chmodSync(path.join(data, entry.toString()), 0o755)
    chmodSync(data, 0o755)
    await start()
    expect(statSync(data).mode & 0o777).toBe(0o700)
    expect(open()).toEqual([])
  })

  it('[U52] whose backup folder may not be written tells the owner the same day, and is well again by itself', async () => {
    const owner = await signIn(/office: (http:\S+)/.exec(out)![1]!, 'owner', PASSWORD)
    chmodSync(path.join(data, 'backups'), 0o500)
    await owner.command('make-backup', { id: newId() })
    const failed = await until(
      () => owner.query('machine-state', {}),
      (m) => m.backupFailed !== null,
    )
    expect(failed.backupFailed).toMatchObject({ finding: 'disk-read-only' })
    const { items } = await owner.query('bell', {})
    expect(items.filter(({ kind }) => kind === 'backup')).toMatchObject([{ event: 'failed', unread: true }])
    chmodSync(path.join(data, 'backups'), 0o700)
    await until(
      () => owner.query('backup-state', {}),
      (s) => s.running.length === 0,
    )
    await owner.command('make-backup', { id: newId() })
    await until(
      () => owner.query('machine-state', {}),
      (m) => m.backupFailed === null,
    )
  })

  it('that may not write its folder says so in one line', async () => {
    await stop()
    chmodSync(data, 0o500)
    expect(await start()).toBe('')
    expect(out).toContain('cannot write to the data folder')
    expect(readFileSync(path.join(data, 'company.sqlite')).length).toBeGreaterThan(0)
    chmodSync(data, 0o700)
  })
})
