// The command line as it is used and misused: every refusal is one line with what to do, ends with an error and changes nothing.
import Sqlite from 'better-sqlite3'
import { createServer, type Server } from 'node:net'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { post, signIn } from './support/client.ts'
import { company, FOUNDER } from './support/founded.ts'
import { firstStartCode } from './support/founded.ts'
import { demoFolder, endAll, fingerprint, newFolder, removeFolders, root, start, startOffice, type Office } from './support/office.ts'

afterAll(async () => {
  await endAll()
  removeFolders()
})

const serve = (folder: string, ...more: string[]) => startOffice('--serve', '--port', '0', '--data', folder, ...more)
const PASSWORD = FOUNDER.password
/** Founds a real company with the code that the console shows. */
const found = async (office: Office): Promise<string> => {
  const address = await office.address
  const code = await firstStartCode(office)
  const owner = { id: newId(), login: 'owner', name: 'Owner', password: PASSWORD, language: 'en' }
  const { answer } = await post(address, 'found', { code, input: { company, owner } })
  expect(answer.ok).toBe(true)
  return address
}
const hello = async (address: string) => ((await (await fetch(`${address}/api/hello`)).json()) as { value: Record<string, unknown> }).value

describe('a first start', () => {
  it('prints its address and the first-start code; Ctrl+C ends it cleanly and it can be started again', async () => {
    const folder = path.join(newFolder(), 'new/company')
    const office = serve(folder)
    const address = await office.address
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    await expect.poll(() => office.said().out).toContain('first-start code')
    expect(await hello(address)).toMatchObject({ state: 'empty', companyName: null, demonstration: false, accounts: [] })
    expect((await fetch(`${address}/`)).status).toBe(200)
    expect(await office.interrupt()).toBe(0)
    expect(office.said().out).toContain('stopped')
    expect(office.said().err).toBe('')
    expect(readdirSync(folder).toSorted()).toEqual(['company.sqlite', 'office.lock', 'temporary'])
    const again = serve(folder)
    await again.address
    expect(await again.interrupt()).toBe(0)
  })

  it('[D48] ends cleanly when whoever may write its folder asks it to, and a wish of before ends no other', async () => {
    const folder = newFolder()
    const office = serve(folder)
    await office.address
    const asking = startOffice('--serve', '--stop', '--data', folder)
    expect([await asking.ended, asking.said().out.trim()]).toEqual([0, expect.stringContaining('stopped')])
    expect(await office.ended).toBe(0)
    expect(office.said().out).toContain('stopped')
    expect(readdirSync(folder).toSorted()).toEqual(['company.sqlite', 'office.lock', 'temporary'])
    const nobody = startOffice('--serve', '--stop', '--data', folder)
    expect([await nobody.ended, nobody.said().out.trim()]).toEqual([0, expect.stringContaining('no hub runs on this folder')])
    writeFileSync(path.join(folder, 'office.stop'), '')
    const again = serve(folder)
    const address = await again.address
    await new Promise((resolve) => setTimeout(resolve, 2500))
    expect((await fetch(`${address}/api/hello`)).status).toBe(200)
    expect(await again.interrupt()).toBe(0)
  })

  it('ends cleanly on SIGTERM and when its terminal is closed, in the middle of a founding too', async () => {
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
      const office = serve(newFolder())
      await office.address
      office.process.kill(signal)
      expect([signal, await office.ended]).toEqual([signal, 0])
    }
    const folder = newFolder()
    const office = serve(folder, '--demo')
    await expect.poll(() => office.said().out).toContain('demonstration')
    office.process.kill('SIGINT')
    expect(await office.ended).toBe(0)
    const again = serve(folder)
    expect(await hello(await again.address)).toMatchObject({ state: 'empty' })
    await again.interrupt()
  })
})

describe('refusals: one line, an error code, nothing changed', () => {
  let real: string
  let busy: Server
  let port: number
  beforeAll(async () => {
    real = newFolder()
    const office = serve(real)
    await found(office)
    await office.interrupt()
    busy = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => busy.once('listening', resolve))
    port = (busy.address() as { port: number }).port
  })
  afterAll(() => void busy.close())

  const copy = (change: (file: string) => void): string => {
    const folder = demoFolder(real)
    change(path.join(folder, 'company.sqlite'))
    return folder
  }
  const cases: Record<string, { words: () => [folder: string, ...words: string[]]; says: RegExp }> = {
    'a port in use': {
      words: () => [path.join(newFolder(), 'never'), '--port', String(port)],
      says: /port \d+ is in use: choose another with --port/,
    },
    'a port in use, on a company that is there': { words: () => [demoFolder(real), '--port', String(port)], says: /port \d+ is in use/ },
    'a file in the place of the folder': {
      words: () => {
        const file = path.join(newFolder(), 'file')
        writeFileSync(file, 'x')
        return [file]
      },
      says: /cannot write to the data folder/,
    },
    'a folder below a file': {
      words: () => {
        const file = path.join(newFolder(), 'file')
        writeFileSync(file, 'x')
        return [path.join(file, 'company')]
      },
      says: /cannot write to the data folder/,
    },
    'a database of a newer version': {
      words: () => [
        copy((file) => {
          const db = new Sqlite(file)
          db.pragma('user_version = 9990')
          db.close()
        }),
      ],
      says: /9990.*install the newer Tradewind/,
    },
    'a damaged database': {
      words: () => [copy((file) => writeFileSync(file, Buffer.concat([readFileSync(file).subarray(0, 8192), Buffer.alloc(100_000, 7)])))],
      says: /damaged: restore a copy from the backups folder/,
    },
    'a text file called company.sqlite': {
      words: () => [copy((file) => writeFileSync(file, 'not a database '.repeat(50)))],
      says: /damaged/,
    },
    "a stranger's database": {
      words: () => {
        const folder = newFolder()
        const db = new Sqlite(path.join(folder, 'company.sqlite'))
        db.exec('CREATE TABLE recipe(id INTEGER PRIMARY KEY)')
        db.close()
        return [folder]
      },
      says: /not a Tradewind database: choose another folder/,
    },
    '--demo where a real company lives': { words: () => [demoFolder(real), '--demo'], says: /a company lives there already/ },
    'an unknown option': { words: () => [newFolder(), '--sevre'], says: /wrong option\. Usage: npm start/ },
    'a port that is no number': { words: () => [newFolder(), '--port', 'abc'], says: /--port abc.*wrong option/ },
    'a port beyond all ports': { words: () => [newFolder(), '--port', '70000'], says: /wrong option/ },
  }
  for (const [what, { words, says }] of Object.entries(cases))
    it(what, async () => {
      const [folder, ...more] = words()
      const before = fingerprint(folder)
      const office = startOffice('--serve', '--data', folder, ...(more.includes('--port') ? [] : ['--port', '0']), ...more)
      expect(await office.ended).toBe(1)
      const { out, err } = office.said()
      expect(err.trim().split('\n')).toEqual([expect.stringMatching(says)])
      expect(out).toBe('')
      expect(fingerprint(folder)).toEqual(before)
    })

  it.each(['its lock stands', 'its lock was deleted'])('[U45] a folder in use, %s: the first office goes on untouched', async (lock) => {
    const folder = demoFolder(real)
    const first = serve(folder)
    const address = await first.address
    if (lock === 'its lock was deleted') rmSync(path.join(folder, 'office.lock'))
    const second = serve(folder)
    expect(await second.ended).toBe(1)
    expect(second.said().err.trim().split('\n')).toEqual([expect.stringContaining('another office runs on this folder')])
    const owner = await signIn(address, 'owner', PASSWORD)
    await owner.command('create-department', { id: newId(), name: '还在', nameEn: '', parentId: null })
    expect(await first.interrupt()).toBe(0)
  })
})

describe('a power cut', () => {
  it('loses nothing that was answered; the next start needs nobody’s help', async () => {
    const folder = newFolder()
    const office = serve(folder)
    const address = await found(office)
    const owner = await signIn(address, 'owner', PASSWORD)
    const names = Array.from({ length: 12 }, (_, i) => `部门 ${i}`)
    for (const name of names) await owner.command('create-department', { id: newId(), name, nameEn: '', parentId: null })
    await office.kill()
    expect(existsSync(path.join(folder, 'company.sqlite-wal'))).toBe(true)
    const again = serve(folder)
    const back = await signIn(await again.address, 'owner', PASSWORD)
    const departments = await back.query('departments', {})
    expect(departments.map((d) => d.name)).toEqual(expect.arrayContaining(names))
    expect(await back.query('audit-verification', {})).toMatchObject({ broken: null })
    // Who was signed in still is: sessions are in the database.
    expect((await post(await again.address, 'query/me', {}, owner.token)).status).toBe(200)
    expect(await again.interrupt()).toBe(0)
    expect(existsSync(path.join(folder, 'company.sqlite-wal'))).toBe(false)
  })

  it('in the middle of founding the demonstration leaves no half company', async () => {
    const folder = newFolder()
    const office = serve(folder, '--demo')
    await expect.poll(() => office.said().out).toContain('demonstration')
    await new Promise((resolve) => setTimeout(resolve, 2500))
    await office.kill()
    const again = serve(folder)
    expect(await hello(await again.address)).toMatchObject({ state: 'empty', companyName: null })
    await again.interrupt()
  })
})

describe('the demonstration', () => {
  it('is made once: a second --demo opens the same, prints its accounts, and needs no founding', async () => {
    const folder = demoFolder(inject('demonstration'))
    const before = (await customersOf(folder)).toSorted()
    const after = (await customersOf(folder)).toSorted()
    expect(before.length).toBeGreaterThan(100)
    expect(after).toEqual(before)
  })
  const customersOf = async (folder: string) => {
    const office = serve(folder, '--demo')
    const address = await office.address
    expect(office.said().out).not.toContain('creating')
    expect(office.said().out).toMatch(/boss +xinfeng-demo-2026 +老板 · Owner/)
    const boss = await signIn(address, 'boss')
    const { rows } = await boss.query('customers', { limit: 200, params: {} })
    await office.interrupt()
    return rows.map((r) => r.id)
  }

  it('is backed up on the day it is first opened', async () => {
    const folder = demoFolder(inject('demonstration'))
    const office = serve(folder)
    await office.address
    const folderOfBackups = path.join(folder, 'backups')
    const copies = () => (existsSync(folderOfBackups) ? readdirSync(folderOfBackups).filter((f) => f.endsWith('.sqlite')) : [])
    await expect.poll(copies).toEqual([expect.stringMatching(/^daily-\d{4}-\d\d-\d\d~\d+\.[0-9a-f]{20}\.\d{4}-\d\d-\d\d\.sqlite$/)])
    await office.interrupt()
    expect(existsSync(path.join(folder, 'office.log')) ? readFileSync(path.join(folder, 'office.log'), 'utf8') : '').not.toContain('failed')
  })

  it('leaves no file of an export of yesterday in its temporary folder', async () => {
    const folder = demoFolder(inject('demonstration'))
    mkdirSync(path.join(folder, 'temporary/exports'), { recursive: true })
    writeFileSync(path.join(folder, 'temporary/exports/old.xlsx'), 'secret')
    const office = serve(folder)
    await office.address
    expect(readdirSync(path.join(folder, 'temporary/exports'))).toEqual([])
    await office.interrupt()
  })
})

describe('npm start', () => {
  const npmStart = (words: string[], env: NodeJS.ProcessEnv = {}) => start([path.join(root, 'build/boot.mjs'), 'start', ...words], env)

  it('--serve runs the hub and ends cleanly with Ctrl+C', async () => {
    const office = npmStart(['--serve', '--port', '0', '--data', newFolder()])
    expect((await hello(await office.address))['state']).toBe('empty')
    expect(await office.interrupt()).toBe(0)
  })

  it('says in one line that there is no display, and serves the same screens', async () => {
    const office = npmStart(['--port', '0', '--data', newFolder()], { DISPLAY: '', WAYLAND_DISPLAY: '' })
    const address = await office.address
    expect(office.said().out.split('\n')[0]).toMatch(/no display.*serving the same screens at a web address/)
    expect(await (await fetch(`${address}/`)).text()).toContain('<title>')
    expect(await office.interrupt()).toBe(0)
  })

  it('passes a refusal on, with its error code', async () => {
    const file = path.join(newFolder(), 'file')
    writeFileSync(file, 'x')
    const office = npmStart(['--serve', '--port', '0', '--data', file])
    expect(await office.ended).toBe(1)
    expect(office.said().err).toContain('cannot write to the data folder')
    const wrong = npmStart(['--sevre'])
    expect(await wrong.ended).toBe(2)
    expect(wrong.said().err).toContain('npm start -- [--serve [--lan]]')
  })
})
