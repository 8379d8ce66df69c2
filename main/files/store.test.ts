// The store of contents: once each, whole or not at all, private, and a byte that changed is noticed. Rules FI1 to FI3 of files.
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { ContentDamaged, ContentMissing, openFileStore } from './store.ts'

const folders: string[] = []
const newStore = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tradewind-files-'))
  folders.push(folder)
  return openFileStore(path.join(folder, 'files'))
}
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const shelves = (store: { folder: string }) => readdirSync(store.folder).filter((name) => name !== 'unfinished')

test('[FI1] a content lies under its hash, once, whether it comes at once or in parts', async () => {
  const store = newStore()
  const bytes = Buffer.from('提单 bill of lading')
  const stored = await store.put(bytes)
  expect(stored).toEqual({ sha256: sha(bytes), size: bytes.length })
  expect(
    await store.put(
      (async function* () {
        yield bytes.subarray(0, 5)
        yield bytes.subarray(5)
      })(),
    ),
  ).toEqual(stored)
  expect([...store.all()].map(({ sha256, size }) => ({ sha256, size }))).toEqual([stored])
  expect(await store.read(stored.sha256)).toEqual(bytes)
  expect(await buffer(store.stream(stored.sha256))).toEqual(bytes)
  expect(readdirSync(path.join(store.folder, 'unfinished'))).toEqual([])
  store.remove(stored.sha256)
  expect(store.has(stored.sha256)).toBe(false)
  await expect(store.read(stored.sha256)).rejects.toBeInstanceOf(ContentMissing)
  expect(() => store.stream(stored.sha256)).toThrow(ContentMissing)
})

test('[FI1] an empty content and the same content at the same time are no matter', async () => {
  const store = newStore()
  const bytes = Buffer.alloc(3_000_000, 7)
  const all = await Promise.all(Array.from({ length: 8 }, () => store.put(bytes)))
  expect(new Set(all.map(({ sha256 }) => sha256)).size).toBe(1)
  expect((await store.read((await store.put(new Uint8Array())).sha256)).length).toBe(0)
})

test.runIf(process.platform !== 'win32')('[FI2] folders and contents are their user’s alone', async () => {
  const store = newStore()
  const { sha256 } = await store.put(Buffer.from('scan'))
  expect(statSync(store.placeOf(sha256)).mode & 0o777).toBe(0o600)
  expect(statSync(path.dirname(store.placeOf(sha256))).mode & 0o777).toBe(0o700)
  expect(statSync(store.folder).mode & 0o777).toBe(0o700)
})

test('[FI2] no name leads out of the store', async () => {
  const store = newStore()
  await store.put(Buffer.from('scan'))
  for (const name of ['../company.sqlite', '..', '', 'a'.repeat(63), `${'a'.repeat(63)}/`, `../${'a'.repeat(61)}`, 'A'.repeat(64)]) {
    expect(store.has(name)).toBe(false)
    await expect(store.read(name)).rejects.toBeInstanceOf(ContentMissing)
    expect(() => store.stream(name)).toThrow(ContentMissing)
    expect(() => store.placeOf(name)).toThrow(ContentMissing)
  }
})

test('[FI3] a flipped byte and a content cut short are noticed when they are read, and cured when the content comes again', async () => {
  const store = newStore()
  const bytes = Buffer.alloc(300_000, 'x')
  const { sha256 } = await store.put(bytes)
  const place = store.placeOf(sha256)
  const flipped = Buffer.from(bytes)
  flipped[150_000] = 0
  writeFileSync(place, flipped)
  await expect(store.read(sha256)).rejects.toBeInstanceOf(ContentDamaged)
  const arrived: Buffer[] = []
  await expect(
    (async () => {
      for await (const part of store.stream(sha256)) arrived.push(part as Buffer)
    })(),
  ).rejects.toBeInstanceOf(ContentDamaged)
  expect(Buffer.concat(arrived).length).toBeLessThan(bytes.length)
  truncateSync(place, 1000)
  await store.put(bytes)
  expect(await store.read(sha256)).toEqual(bytes)
})

test('[FI3] one that is written again is not old', async () => {
  const store = newStore()
  const { sha256 } = await store.put(Buffer.from('scan'))
  utimesSync(store.placeOf(sha256), new Date(0), new Date(0))
  await store.put(Buffer.from('scan'))
  expect([...store.all()][0]!.at).toBeGreaterThan(Date.now() - 60_000)
})

test('[FI1] a source that breaks off leaves nothing', async () => {
  const store = newStore()
  await expect(
    store.put(
      (async function* () {
        yield Buffer.from('half')
        throw new Error('gone')
      })(),
    ),
  ).rejects.toThrow('gone')
  expect(shelves(store)).toEqual([])
  expect(readdirSync(path.join(store.folder, 'unfinished'))).toEqual([])
})

test('[FI1] a process killed between writing and naming leaves no content, and its rest is taken away', async () => {
  const store = newStore()
  const program = `
    import { openFileStore } from ${JSON.stringify(path.join(import.meta.dirname, 'store.ts'))}
    const store = openFileStore(${JSON.stringify(store.folder)})
    await store.put((async function* () {
      yield Buffer.alloc(2_000_000, 1)
      process.stdout.write('written')
      await new Promise((resolve) => setTimeout(resolve, 60_000))
    })())`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  expect(shelves(store)).toEqual([])
  expect(store.removeUnfinished()).toBe(1)
  expect(store.removeUnfinished()).toBe(0)
  await store.put(Buffer.alloc(2_000_000, 1))
  expect([...store.all()]).toHaveLength(1)
})

/** Mounting is root's; CI runs as root. */
const mayMount = process.platform === 'linux' && process.getuid?.() === 0
test.runIf(mayMount)('[FI1] a full disk is told as one, nothing is left of what did not fit, and what lies there stays', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tradewind-disk-'))
  folders.push(folder)
  const mount = path.join(folder, 'disk')
  mkdirSync(mount)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', mount])
  try {
    const store = openFileStore(path.join(mount, 'files'))
    const { sha256 } = await store.put(Buffer.alloc(500_000, 1))
    await expect(store.put(Buffer.alloc(4_000_000, 2))).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(readdirSync(path.join(store.folder, 'unfinished'))).toEqual([])
    expect((await store.read(sha256)).length).toBe(500_000)
    await store.put(Buffer.alloc(500_000, 3))
    expect(readFileSync(store.placeOf(sha256)).length).toBe(500_000)
  } finally {
    execFileSync('umount', ['-l', mount])
  }
})
